/**
 * Channels, as they are typed in commands.
 *
 * @module
 */
import { type Channel, ChannelType } from "../../gen/mattermost/pluginapi/v1/channel_pb.ts";
import { code } from "./answer.ts";
import type { CommandCall } from "./command_call.ts";
import { mentionNames } from "./mention_names.ts";
import { usageError } from "./named_words.ts";
import { found, isId, linkedId, pathOnSite } from "./user_mention.ts";

/**
 * The id of a channel: `~town-square`, `town-square`, an id, `<#ID>`, or the channel's address.
 *
 * The server's list of what the line mentions has all public channels of the team, whoever asks. Of
 * every channel the server is asked whether the caller can read it: who cannot is told that it does
 * not exist.
 *
 * @throws {UserError} when there is none that the caller can read
 */
export async function channelId(what: string, text: string, call: CommandCall): Promise<string> {
  const { context } = call;
  const mentioned = mentionedId(text, call);
  if (mentioned !== undefined) {
    const { teamId } = context;
    const type = ChannelType.OPEN;
    if (await canRead({ id: mentioned, teamId, type }, call)) return mentioned;
  }
  for (const look of candidates(text, call)) {
    const channel = await found(look);
    if (channel !== undefined && await canRead(channel, call)) return channel.id;
  }
  const where = context.teamId === "" ? "" : " that you can read";
  usageError(
    `${what} must be a channel, such as ${code("~town-square")}; there is no ${
      code(text)
    }${where}.`,
  );
}

/** The id that the server has found for `~name` already. */
function mentionedId(text: string, { args }: CommandCall): string | undefined {
  if (!text.startsWith("~")) return undefined;
  return names(text)
    .map((name) => Object.hasOwn(args.channelMentions, name) ? args.channelMentions[name] : "")
    .find((id) => id !== undefined && id !== "");
}

function candidates(
  text: string,
  { args, context: { api, teamId } }: CommandCall,
): (() => Promise<Channel>)[] {
  const id = linkedId(text) ?? (isId(text) ? text : undefined);
  const byId = id === undefined ? [] : [() => api.getChannel({ channelId: id })];
  const path = pathOnSite(text, args.siteUrl);
  const [, team, name] = /^\/([^/]+)\/channels\/([^/]+)\/?$/.exec(path ?? "") ?? [];
  if (team !== undefined && name !== undefined) {
    return [() => api.getChannelByNameForTeamName({ teamName: team, channelName: name })];
  }
  const byName = teamId === ""
    ? []
    : names(text).map((name) => () => api.getChannelByName({ teamId, name }));
  return [...byId, ...byName];
}

function names(text: string): readonly string[] {
  return mentionNames(text, "~", /^[a-z0-9_-]+$/);
}

/** What must be known of a channel to say who can read it. */
type Readable = Pick<Channel, "id" | "teamId" | "type">;

async function canRead(channel: Readable, { context }: CommandCall): Promise<boolean> {
  const { api, userId } = context;
  const isMember = await api.hasPermissionToChannel({
    userId,
    channelId: channel.id,
    permissionId: "read_channel",
  });
  if (isMember || channel.type !== ChannelType.OPEN) return isMember;
  return await api.hasPermissionToTeam({
    userId,
    teamId: channel.teamId,
    permissionId: "read_public_channel",
  });
}
