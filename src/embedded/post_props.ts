import type { Channel, Post } from "../contract/mod.ts";
import { channelMentions } from "./command_mentions.ts";
import type { Server } from "./server.ts";

/**
 * Writes down in a post's props which public channels of the team its message names with `~`, for
 * clients to make links of; nobody else can write that.
 */
export function fillChannelMentions(server: Server, post: Post, { teamId }: Channel): void {
  const { channel_mentions: _, ...props } = post.props ?? {};
  const teamName = server.tables.teams.get(teamId)?.name;
  const named = teamName === undefined
    ? []
    : Object.values(channelMentions(server, post.message, teamId));
  const mentions = named.map((id) => server.tables.channels.get(id))
    .filter((channel) => channel !== undefined)
    .map(({ name, displayName }): [string, { display_name: string; team_name: string }] => [
      name,
      { display_name: displayName, team_name: teamName ?? "" },
    ]);
  post.props = mentions.length === 0
    ? props
    : { ...props, channel_mentions: Object.fromEntries(mentions) };
}
