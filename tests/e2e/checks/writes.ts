/** Checks of what a plugin's API writes, as REST shows it afterwards. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { callAPI } from "../client/call_api.ts";
import { RestError } from "../client/rest.ts";
import { differences } from "./agreement.ts";

type Json = Readonly<Record<string, unknown>>;

export const writes: readonly Check[] = [
  {
    name: "people, teams, channels and members that a plugin writes are there for everybody",
    async run({ admin, ada, bob }) {
      const rest = (path: string) => admin.call<Json>("GET", path);
      const write = async (method: string, request: Json, path?: string): Promise<Json> => {
        const given = await callAPI(admin, method, request) as Json;
        if (path !== undefined) assertEquals(differences(given, await rest(path), method), []);
        return given;
      };

      const team = await write("createTeam", {
        team: { name: "made", displayName: "Made größer", type: "O" },
      }, "/teams/name/made");
      const teamId = String(team["id"]);
      assertEquals(team["display_name"], "Made größer");
      await write(
        "createTeamMember",
        { teamId, userId: ada.id },
        `/teams/${teamId}/members/${ada.id}`,
      );
      await write("createTeamMembers", { teamId, userIds: [bob.id], requestorId: admin.id });
      const roles = { teamId, userId: bob.id, newRoles: "team_user team_admin" };
      await write("updateTeamMemberRoles", roles, `/teams/${teamId}/members/${bob.id}`);
      const channel = await write("createChannel", {
        channel: { teamId, name: "made-here", displayName: "Made", type: "P", header: "an ü" },
      });
      const channelId = String(channel["id"]);
      const hers = `/channels/${channelId}/members/${ada.id}`;
      await write("addChannelMember", { channelId, userId: ada.id }, hers);
      await write("addUserToChannel", { channelId, userId: bob.id, asUserId: ada.id });
      const newRoles = "channel_user channel_admin";
      await write("updateChannelMemberRoles", { channelId, userId: ada.id, newRoles }, hers);
      const notifications = { desktop: "all", mark_unread: "mention" };
      const quiet = { channelId, userId: ada.id, notifications };
      await write("updateChannelMemberNotifications", quiet, hers);
      const { notify_props } = await ada.call<{ notify_props: Json }>("GET", hers);
      assertEquals([notify_props["desktop"], notify_props["mark_unread"]], ["all", "mention"]);
      await write("deleteChannelMember", { channelId, userId: bob.id });
      const gone = await rest(`/channels/${channelId}/members/${bob.id}`).catch((error) => error);
      assertEquals(gone instanceof RestError && gone.status, 404);
      await write("deleteChannel", { channelId });
      const { delete_at } = await rest(`/channels/${channelId}`);
      assertEquals(Number(delete_at) > 0, true);

      const dora = await write("createUser", {
        user: { username: "dora", email: "dora@example.com", password: "Correct-horse-7" },
      });
      const userId = String(dora["id"]);
      await write("updateUserStatus", { userId, status: "dnd" }, `/users/${userId}/status`);
      await write("updateUserCustomStatus", {
        userId,
        customStatus: { emoji: "hammer", text: "at wörk" },
      });
      const { props } = await rest(`/users/${userId}`) as { props: { customStatus: string } };
      assertEquals(JSON.parse(props.customStatus).text, "at wörk");
      await write("updatePreferencesForUser", {
        userId: ada.id,
        preferences: [{ userId: ada.id, category: "own", name: "made", value: "yes" }],
      });
      const preference = await ada.call<Json>("GET", `/users/me/preferences/own/name/made`);
      assertEquals(preference["value"], "yes");
      await write("updateUserActive", { userId, active: false });
      assertEquals(Number((await rest(`/users/${userId}`))["delete_at"]) > 0, true);
    },
  },
  {
    name: "posts, reactions and bots that a plugin writes, changes and removes",
    async run({ admin, ada, bob, channel }) {
      const write = async (method: string, request: Json) =>
        await callAPI(admin, method, request) as Json;
      const props = { list: [1, 2.5, null, { deep: ["ü"] }], yes: true };
      const created = await write("createPost", {
        post: {
          userId: bob.id,
          channelId: channel.id,
          message: "made by a plugin",
          props,
        },
      });
      const path = `/posts/${created["id"]}`;
      const post = await ada.call<Json>("GET", path);
      assertEquals(differences(created, post), []);
      assertEquals(post["props"], { ...props, from_plugin: "true" }); // The server says whose it is.
      const { id } = created;
      await write("updatePost", {
        post: { id, userId: bob.id, channelId: channel.id, message: "changed by a plugin" },
      });
      const changed = await ada.call<Json>("GET", path);
      assertEquals([changed["message"], Number(changed["edit_at"]) > 0], [
        "changed by a plugin",
        true,
      ]);
      const reaction = { userId: bob.id, postId: id, emojiName: "tada" };
      await write("addReaction", { reaction });
      const reactions = () => ada.call<readonly Json[]>("GET", `${path}/reactions`);
      assertEquals((await reactions()).map(({ emoji_name }) => emoji_name), ["tada"]);
      await write("removeReaction", { reaction });
      assertEquals(await reactions() ?? [], []);
      await write("deletePost", { postId: id });
      const gone = await ada.call("GET", path).catch((error) => error);
      assertEquals(gone instanceof RestError && gone.status, 404);

      const bot = await write("createBot", {
        bot: { username: "made-bot", displayName: "Made", description: "a bot" },
      });
      const botUserId = String(bot["user_id"]);
      await write("patchBot", { botUserId, botPatch: { description: "a better bot" } });
      const patched = await admin.call<Json>("GET", `/bots/${botUserId}`);
      const { display_name, description } = patched;
      assertEquals([display_name, description], ["Made", "a better bot"]);
      await write("updateBotActive", { botUserId, active: false });
      const all = await admin.call<readonly Json[]>("GET", "/bots?include_deleted=true");
      const off = all.find(({ user_id }) => user_id === botUserId);
      assertEquals(Number(off?.["delete_at"]) > 0, true);
    },
  },
];
