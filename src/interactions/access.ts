/**
 * Who is where, and who sees what.
 *
 * @module
 */
import { ChannelType } from "../../gen/mattermost/pluginapi/v1/channel_pb.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { NotFoundError } from "../api/errors.ts";

/** The result, or null where what was asked for does not exist. */
export async function orNull<Value>(call: Promise<Value>): Promise<Value | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

/** Whether somebody is a member of a channel. */
export async function isMember(
  api: PluginAPI,
  userId: string,
  channelId: string,
): Promise<boolean> {
  return await orNull(api.getChannelMember({ channelId, userId })) !== null;
}

/** Whether somebody can find a channel: as a member of it, or as a public one of their team. */
export async function canSeeChannel(
  api: PluginAPI,
  userId: string,
  channelId: string,
): Promise<boolean> {
  if (!isId(channelId)) return false;
  const [channel, member] = await Promise.all([
    orNull(api.getChannel({ channelId })),
    isMember(api, userId, channelId),
  ]);
  if (channel === null || channel.deleteAt > 0n) return false;
  if (member) return true;
  return channel.type === ChannelType.OPEN && await api.hasPermissionToTeam({
    userId,
    teamId: channel.teamId,
    permissionId: "read_public_channel",
  });
}

/** Whether there is such a user. */
export async function userExists(api: PluginAPI, userId: string): Promise<boolean> {
  return isId(userId) && await orNull(api.getUser({ userId })) !== null;
}

/** Whether it looks like an id of Mattermost. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && /^[a-z0-9]{26}$/.test(text);
}
