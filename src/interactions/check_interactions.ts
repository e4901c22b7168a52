/**
 * Checks of what a plugin declares as its actions and dialogs.
 *
 * @module
 */
import { checkDeclarations } from "./check_name.ts";

/**
 * Refuses what is no list of actions, or of dialogs.
 *
 * @throws {TypeError} for two of one name, and for members of another kind
 */
export function checkInteractions(
  { actions, dialogs }: { readonly actions?: unknown; readonly dialogs?: unknown },
): void {
  if (actions !== undefined) {
    checkDeclarations(actions, "mattermost-deno.Action", {
      option: "actions",
      maker: "defineAction",
    });
  }
  if (dialogs !== undefined) {
    checkDeclarations(dialogs, "mattermost-deno.Dialog", {
      option: "dialogs",
      maker: "defineDialog",
    });
  }
}
