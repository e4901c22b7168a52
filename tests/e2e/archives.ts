/** The plugins to try, packed for upload: ours in TypeScript, or the same in Go. @module */
import type { NativeOptions } from "../../src/bundle/mod.ts";
import { type Archive, type Language, packPlugin } from "./pack_plugin.ts";

/** All of them. */
export interface PluginArchives {
  readonly language: Language;
  /** The example that people read first. */
  readonly hello: Archive;
  /** The example in a later version. */
  readonly newerHello: Archive;
  /** What the example does not do. */
  readonly exerciser: Archive;
  /** The other examples, which have no counterpart in Go. */
  readonly examples: {
    readonly todo: Archive;
    readonly moderation: Archive;
    readonly webhook: Archive;
  } | undefined;
}

const example = (name: string) => new URL(`../../examples/${name}/plugin.ts`, import.meta.url);

const HELLO = { goName: "hello", entry: example("hello") };
const EXERCISER = { goName: "exerciser", entry: new URL("plugin/plugin.ts", import.meta.url) };

/** The service that the plugin asks runs on this machine here. */
const WEBHOOK = { server: { runtime: "deno", permissions: { net: ["127.0.0.1"] } } };

/**
 * Builds and packs the plugins; what lies about meanwhile goes into `folder`. `native` is what the
 * examples bring along for servers without a shell or without Deno: unless it is given, nothing for
 * `hello`, which starts by the script, and native launchers for the others.
 */
export async function packPlugins(
  language: Language,
  folder: string,
  signal: AbortSignal,
  native?: NativeOptions,
): Promise<PluginArchives> {
  const newer = { version: "1.1.0" };
  // As they are handed out: the server executes the native launcher.
  const launched = native ?? { usualLaunchers: true };
  const ours = (name: string, changes = {}) =>
    packPlugin(
      { language, goName: "", entry: example(name), changes, native: launched },
      folder,
      signal,
    );
  return {
    language,
    hello: await packPlugin({ ...HELLO, language, native }, folder, signal),
    newerHello: await packPlugin({ ...HELLO, language, changes: newer }, folder, signal),
    exerciser: await packPlugin({ ...EXERCISER, language }, folder, signal),
    examples: language === "go" ? undefined : {
      todo: await ours("todo"),
      moderation: await ours("moderation"),
      webhook: await ours("webhook", WEBHOOK),
    },
  };
}
