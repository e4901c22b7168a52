/**
 * @module
 */
import type { HookContext } from "../plugin/hook_context.ts";

/** The id of the plugin's bot; undefined where it has none. */
export function botIdOf({ bot }: Pick<HookContext, "bot">): string | undefined {
  try {
    return bot.userId;
  } catch {
    // There is none, or it is not ready.
    return undefined;
  }
}
