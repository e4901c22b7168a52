/** What the checks without a shell work on. @module */
import type { Archive } from "../pack_plugin.ts";
import type { Stage } from "../stage.ts";

/** The examples. */
export const EXAMPLES = ["hello", "todo", "moderation", "webhook"] as const;

/** The stage; its `archives` are self-contained. */
export interface NoShellStage extends Stage {
  /** The server's root folder. */
  readonly root: string;
  /** The examples as they are bundled unless told otherwise: they need Deno. */
  readonly slim: Readonly<Record<(typeof EXAMPLES)[number], Archive>>;
  /** The example without a native launcher: it needs a shell, too. */
  readonly scriptOnly: Archive;
}
