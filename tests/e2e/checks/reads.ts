/** Checks of what a plugin's API reads, method by method, against REST. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { callAPI } from "../client/call_api.ts";
import type { Post } from "../client/models.ts";
import type { Stage } from "../stage.ts";
import { differences } from "./agreement.ts";

/** A method, its arguments in the order of Go, and where REST has the same. */
interface Read {
  readonly method: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly path: string;
  /** What REST is sent; a GET if it is left out. */
  readonly body?: unknown;
}

function readsOf({ ada, bob, channel, team }: Stage, post: string, file: string): readonly Read[] {
  const a = { userId: ada.id };
  const t = { teamId: team.id };
  const c = { channelId: channel.id };
  const some = { page: 0, perPage: 5 };
  const five = "page=0&per_page=5";
  const both = [ada.id, bob.id];
  const people = `/users/${ada.id}`;
  const teams = `/teams/${team.id}`;
  const channels = `/channels/${channel.id}`;
  const read = (method: string, request: Read["request"], path: string, body?: unknown): Read => ({
    method,
    request,
    path,
    body,
  });
  return [
    read("getUser", a, people),
    read("getUserByUsername", { name: "ada" }, "/users/username/ada"),
    read("getUserByEmail", { email: "ada@example.com" }, "/users/email/ada@example.com"),
    read("getUsersByUsernames", { usernames: ["ada", "bob"] }, "/users/usernames", ["ada", "bob"]),
    read("getUsersInTeam", { ...t, ...some }, `/users?in_team=${team.id}&${five}`),
    read(
      "getUsersInChannel",
      { ...c, sortBy: "username", ...some },
      `/users?in_channel=${channel.id}&${five}`,
    ),
    read("getUserStatus", a, `${people}/status`),
    read("getUserStatusesByIds", { userIds: both }, "/users/status/ids", both),
    read("getPreferencesForUser", a, `${people}/preferences`),
    read("getTeam", t, teams),
    read("getTeamByName", { name: team.name }, `/teams/name/${team.name}`),
    read("getTeamsForUser", a, `${people}/teams`),
    read("getTeamMember", { ...t, ...a }, `${teams}/members/${ada.id}`),
    read("getTeamMembers", { ...t, ...some }, `${teams}/members?${five}`),
    read("getTeamMembersForUser", { ...a, ...some }, `${people}/teams/members`),
    read("getTeamStats", t, `${teams}/stats`),
    read("getTeamsUnreadForUser", a, `${people}/teams/unread`),
    read("getChannel", c, channels),
    read(
      "getChannelByName",
      { ...t, name: "talk", includeDeleted: false },
      `${teams}/channels/name/talk`,
    ),
    read(
      "getChannelByNameForTeamName",
      { teamName: team.name, channelName: "talk", includeDeleted: false },
      `/teams/name/${team.name}/channels/name/talk`,
    ),
    read("getPublicChannelsForTeam", { ...t, page: 0, perPage: 60 }, `${teams}/channels`),
    read("getChannelStats", c, `${channels}/stats`),
    read("getChannelMember", { ...c, ...a }, `${channels}/members/${ada.id}`),
    read("getChannelMembers", { ...c, ...some }, `${channels}/members?${five}`),
    read("getChannelMembersByIds", { ...c, userIds: both }, `${channels}/members/ids`, both),
    read("searchChannels", { ...t, term: "tal" }, `${teams}/channels/search`, { term: "tal" }),
    read(
      "getChannelSidebarCategories",
      { ...a, ...t },
      `${people}/teams/${team.id}/channels/categories`,
    ),
    read("getPost", { postId: post }, `/posts/${post}`),
    read("getPostThread", { postId: post }, `/posts/${post}/thread`),
    read("getPostsForChannel", { ...c, ...some }, `${channels}/posts?${five}`),
    read(
      "getPostsBefore",
      { ...c, postId: post, ...some },
      `${channels}/posts?before=${post}&${five}`,
    ),
    read("getReactions", { postId: post }, `/posts/${post}/reactions`),
    read("getFileInfo", { fileId: file }, `/files/${file}/info`),
  ];
}

/** Where the server itself gives plugins something else than clients; a Go plugin gets the same. */
const DIFFERENT_FOR_PLUGINS = [
  /^getTeamsForUser\[0\]\.email /, // Clients who are no administrators do not see it.
  /^getChannelStats\.(guest|files)_count /, // The server mixes the two up.
  /^getPosts(ForChannel|Before)\.(prev|next)_post_id /, // It works them out for clients alone.
  /\.remote_id is null, not ""$/,
];

/** A post with all that hangs on posts: attachments, a file, a reaction, an answer. */
async function makePost({ ada, bob, channel }: Stage): Promise<{ post: string; file: string }> {
  const form = new FormData();
  form.set("channel_id", channel.id);
  form.set("files", new Blob(["a note"]), "note.txt");
  const uploaded = await ada.call<{ file_infos: [{ id: string }] }>("POST", "/files", form);
  const file = uploaded.file_infos[0].id;
  const { id } = await ada.call<Post>("POST", "/posts", {
    channel_id: channel.id,
    message: "größe @bob #tag 🦊",
    file_ids: [file],
    props: {
      list: [1, 2.5, "three", null, true],
      deep: { a: { b: ["c"] } },
      attachments: [{
        text: "a box",
        color: "#00ff00",
        fields: [{ title: "one", value: "1", short: true }],
      }],
    },
  });
  const reaction = { user_id: bob.id, post_id: id, emoji_name: "smile" };
  await bob.call("POST", "/reactions", reaction);
  await bob.call("POST", "/posts", { channel_id: channel.id, root_id: id, message: "an answer" });
  return { post: id, file };
}

export const reads: readonly Check[] = [
  {
    name: "33 methods of the API read what REST reads, every field of it",
    async run(stage) {
      const { admin, ada } = stage;
      const { post, file } = await makePost(stage);
      const wrong: string[] = [];
      const all = readsOf(stage, post, file);
      for (const { method, request, path, body } of all) {
        const given = await callAPI(admin, method, request).catch((error: Error) => error);
        if (given instanceof Error) {
          wrong.push(given.message);
          continue;
        }
        // Somebody's own things are shown to that person, the rest to the administrator.
        const reader = path.startsWith(`/users/${ada.id}/`) ? ada : admin;
        const rest = await reader.call(body === undefined ? "GET" : "POST", path, body);
        const differing = differences(given, rest, method);
        wrong.push(
          ...differing.filter((line) => !DIFFERENT_FOR_PLUGINS.some((known) => known.test(line))),
        );
      }
      assertEquals(wrong, []);
      assertEquals(all.length, 33);
    },
  },
];
