/** All scenarios. @module */
import type { Play, Scenarios } from "../play.ts";
import { bots } from "./bots.ts";
import { channelMembers } from "./channel_members.ts";
import { channels } from "./channels.ts";
import { clientPosts } from "./client_posts.ts";
import { commands } from "./commands.ts";
import { configuration } from "./config.ts";
import { events } from "./events.ts";
import { files } from "./files.ts";
import { hooks } from "./hooks.ts";
import { http } from "./http.ts";
import { interactive } from "./interactive.ts";
import { keyValue } from "./key_value.ts";
import { permissions } from "./permissions.ts";
import { postLists } from "./post_lists.ts";
import { posts } from "./posts.ts";
import { preferences } from "./preferences.ts";
import { reactions } from "./reactions.ts";
import { sessions } from "./sessions.ts";
import { teams } from "./teams.ts";
import { users } from "./users.ts";
import { words } from "./words.ts";

/** In the order in which they are played; each sentence is there once. */
export const scenarios: Scenarios = together({
  configuration,
  keyValue,
  users,
  teams,
  channels,
  channelMembers,
  posts,
  postLists,
  reactions,
  clientPosts,
  commands,
  interactive,
  files,
  bots,
  preferences,
  permissions,
  sessions,
  events,
  hooks,
  http,
  words,
});

function together(groups: Readonly<Record<string, Scenarios>>): Scenarios {
  const all: Record<string, Play> = {};
  for (const [name, group] of Object.entries(groups)) {
    for (const [sentence, play] of Object.entries(group)) {
      if (sentence in all) throw new Error(`"${sentence}" (${name}) is there twice`);
      all[sentence] = play;
    }
  }
  return all;
}
