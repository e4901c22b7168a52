/**
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { EmbeddedMattermost } from "../embedded/embedded_mattermost.ts";
import type { Store } from "../plugin/context/store.ts";
import type { Seeded } from "./seed.ts";

/** The server of a test, with who and what is there. */
export interface TestServer<Names extends string = never> extends Seeded<Names> {
  /** The server. */
  readonly mattermost: EmbeddedMattermost;
  /** The server's API as the plugin has it, without the test's own methods and failures. */
  readonly api: PluginAPI;
  /** What the plugin has in its store, as its contexts' `kv` has it. */
  readonly kv: Store;
}
