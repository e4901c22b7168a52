import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { Server } from "./server.ts";
import { words } from "./text.ts";

const channelMember = [
  "read_channel",
  "read_channel_content",
  "add_reaction",
  "remove_reaction",
  "upload_file",
  "edit_post",
  "create_post",
  "use_channel_mentions",
];

/**
 * What each role may do, by the permissions' ids: what a new server grants. The system
 * administrator may do everything. Nobody can change roles here, and there are no schemes.
 */
const rolePermissions: Readonly<Record<string, readonly string[]>> = {
  system_user: [
    "list_public_teams",
    "join_public_teams",
    "create_direct_channel",
    "create_group_channel",
    "view_members",
    "create_team",
    "create_custom_group",
    "edit_custom_group",
    "delete_custom_group",
    "restore_custom_group",
    "manage_custom_group_members",
  ],
  system_guest: ["create_direct_channel", "create_group_channel"],
  team_user: [
    "list_team_channels",
    "join_public_channels",
    "read_public_channel",
    "view_team",
    "create_public_channel",
    "create_private_channel",
    "invite_user",
    "add_user_to_team",
  ],
  team_guest: ["view_team"],
  team_admin: [
    "remove_user_from_team",
    "manage_team",
    "import_team",
    "manage_team_roles",
    "manage_channel_roles",
    "manage_incoming_webhooks",
    "manage_others_incoming_webhooks",
    "manage_outgoing_webhooks",
    "manage_others_outgoing_webhooks",
    "manage_slash_commands",
    "manage_others_slash_commands",
    "convert_public_channel_to_private",
    "convert_private_channel_to_public",
    "delete_post",
    "delete_others_posts",
  ],
  channel_user: [
    ...channelMember,
    "get_public_link",
    "delete_post",
    "manage_public_channel_members",
    "manage_private_channel_members",
    "manage_public_channel_properties",
    "manage_private_channel_properties",
    "delete_public_channel",
    "delete_private_channel",
  ],
  channel_guest: channelMember,
  channel_admin: ["manage_channel_roles", "use_group_mentions"],
};

/** The API methods that say who may do what. What does not exist may do nothing. */
export function permissionMethods(server: Server): PluginAPIHandlers {
  return {
    hasPermissionTo: ({ userId, permissionId }) => hasPermission(server, userId, permissionId),
    hasPermissionToTeam: ({ userId, teamId, permissionId }) =>
      hasPermissionToTeam(server, userId, teamId, permissionId),
    hasPermissionToChannel: ({ userId, channelId, permissionId }) =>
      hasPermissionToChannel(server, userId, channelId, permissionId),
    rolesGrantPermission: ({ roleNames, permissionId }) => rolesGrant(roleNames, permissionId),
  };
}

/** Whether a user's system-wide roles grant a permission. */
export function hasPermission(server: Server, userId: string, permissionId: string): boolean {
  const user = server.tables.users.get(userId);
  return user !== undefined && rolesGrant(words(user.roles), permissionId);
}

/** Whether a user's roles in a team, or in the system, grant a permission. */
export function hasPermissionToTeam(
  server: Server,
  userId: string,
  teamId: string,
  permissionId: string,
): boolean {
  if (teamId === "" || userId === "") return false;
  const member = server.tables.teamMembers.get(teamId, userId);
  if (member?.deleteAt === 0n && rolesGrant(words(member.roles), permissionId)) return true;
  return hasPermission(server, userId, permissionId);
}

/** Whether a user's roles in a channel, in its team, or in the system, grant a permission. */
export function hasPermissionToChannel(
  server: Server,
  userId: string,
  channelId: string,
  permissionId: string,
): boolean {
  if (channelId === "" || userId === "") return false;
  const member = server.tables.channelMembers.get(channelId, userId);
  if (member && rolesGrant(words(member.roles), permissionId)) return true;
  const channel = server.tables.channels.get(channelId);
  return channel
    ? hasPermissionToTeam(server, userId, channel.teamId, permissionId)
    : hasPermission(server, userId, permissionId);
}

function rolesGrant(roles: readonly string[], permissionId: string): boolean {
  return permissionId !== "" &&
    roles.some((role) =>
      role === "system_admin" || (rolePermissions[role]?.includes(permissionId) ?? false)
    );
}
