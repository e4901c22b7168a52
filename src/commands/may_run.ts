/**
 * Who may run a command.
 *
 * @module
 */
import type { UserContext } from "../plugin/context/user_context.ts";
import type { CommandPermissions } from "./command_declarations.ts";
import type { CommandNode } from "./command_tree.ts";

/** Why somebody may not run it, for a sentence; undefined if they may. */
export async function refusal(
  node: CommandNode,
  context: UserContext,
): Promise<string | undefined> {
  if (node.adminOnly && !await isAdmin(context)) return "it is for system administrators";
  for (let each: CommandNode | undefined = node; each !== undefined; each = each.parent) {
    if (!await isPermitted(each, context)) return "you do not have the permission";
  }
  return undefined;
}

/** Whether the caller administers the system. */
export async function isAdmin({ api, userId }: UserContext): Promise<boolean> {
  return await api.hasPermissionTo({ userId, permissionId: "manage_system" });
}

async function isPermitted({ permission }: CommandNode, context: UserContext): Promise<boolean> {
  if (permission === undefined) return true;
  // Anything but true refuses: a function that forgets its `return` must not open the door.
  if (typeof permission === "function") return await permission(context) === true;
  return await hasAll(permission, context);
}

async function hasAll(
  { system, team, channel }: CommandPermissions,
  { api, userId, teamId, channelId }: UserContext,
): Promise<boolean> {
  const checks = await Promise.all([
    system === undefined || api.hasPermissionTo({ userId, permissionId: system }),
    team === undefined ||
    (teamId !== "" && api.hasPermissionToTeam({ userId, teamId, permissionId: team })),
    channel === undefined ||
    (channelId !== "" && api.hasPermissionToChannel({ userId, channelId, permissionId: channel })),
  ]);
  return checks.every((each) => each);
}
