import { ChannelType } from "../contract/mod.ts";
import type { Server } from "./server.ts";
import { findByUsername } from "./users.ts";

/** The `@` mentions of a text that are members of the team: their ids by username. */
export function userMentions(
  server: Server,
  text: string,
  teamId: string,
): Record<string, string> {
  const mentions: Record<string, string> = {};
  for (const [, word] of text.matchAll(/(?<![\w@])@([a-z0-9][a-z0-9._-]*)/gi)) {
    // What ends a sentence may be part of the word: try without it.
    let name = (word ?? "").toLowerCase();
    let user = findByUsername(server, name);
    while (!user && /[._-]$/.test(name)) {
      name = name.slice(0, -1);
      user = findByUsername(server, name);
    }
    if (user && server.tables.teamMembers.get(teamId, user.id)?.deleteAt === 0n) {
      mentions[name] = user.id;
    }
  }
  return mentions;
}

/** The `~` mentions of a text that are public channels of the team: their ids by name. */
export function channelMentions(
  server: Server,
  text: string,
  teamId: string,
): Record<string, string> {
  const mentions: Record<string, string> = {};
  for (const [, name] of text.matchAll(/(?<!\w)~([a-z0-9][a-z0-9_-]*)/gi)) {
    const channel = server.tables.channels.first(
      "WHERE team_id = ? AND name = ? AND type = ? AND delete_at = 0",
      teamId,
      name ?? "",
      ChannelType.OPEN,
    );
    if (channel) mentions[channel.name] = channel.id;
  }
  return mentions;
}
