/**
 * The context of a command.
 *
 * @module
 */
import type { OpenDialog } from "../plugin/context/interactive.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { withProperties } from "../plugin/with_properties.ts";

/** Who runs a command, and where. */
export interface CommandPlace {
  readonly userId: string;
  readonly channelId: string;
  readonly teamId: string;
  readonly rootId: string;
  /** What opens a dialog; empty where none can be opened, as while a list is made. */
  readonly triggerId: string;
}

/**
 * The context of a command, from that of the call.
 *
 * @param context the hook's; it stays as it is
 */
export function commandContext(context: HookContext, place: CommandPlace): UserContext {
  const { triggerId, userId, channelId, teamId, rootId } = place;
  const openDialog: OpenDialog = async (dialog, ...more) => {
    if (triggerId === "") {
      throw new TypeError("openDialog: a list of choices cannot open a dialog; its command can");
    }
    await context.openDialogFor(place)(dialog, ...more);
  };
  return withProperties(context, { userId, channelId, teamId, rootId, openDialog });
}
