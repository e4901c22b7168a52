/** What the checks without a shell work on. @module */
import type { Archive } from "../pack_plugin.ts";
import type { Stage } from "../stage.ts";

/** The stage; its `archives` are self-contained. */
export interface NoShellStage extends Stage {
  /** The server's root folder. */
  readonly root: string;
  /** The example as it is bundled unless told otherwise: it needs a shell and Deno. */
  readonly slim: Archive;
  /** The example with the native launcher alone: it needs Deno. */
  readonly withoutDeno: Archive;
}
