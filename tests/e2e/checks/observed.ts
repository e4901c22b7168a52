/** Checks of hooks that tell a plugin what has happened, and ask it about updates and logins. @module */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";
import { logIn, RestError, signUp } from "../client/rest.ts";
import { listen } from "../client/websocket.ts";
import { eventually } from "../environment/eventually.ts";
import type { LogLine } from "../environment/server_log.ts";
import type { Stage } from "../stage.ts";

/** Waits until the plugin has logged that it was told something. */
async function told({ log, archives }: Stage, what: string): Promise<void> {
  await log.line(
    `"saw ${what}"`,
    ({ plugin_id, msg }) => plugin_id === archives.exerciser.id && msg === `saw ${what}`,
  );
}

export const observed: readonly Check[] = [
  {
    name: "a plugin is told of posts, their updates, reactions and deletion",
    async run(stage) {
      const { ada, bob, channel } = stage;
      const post = { channel_id: channel.id, message: "watched größe" };
      const { id } = await ada.call<Post>("POST", "/posts", post);
      await told(stage, "messageHasBeenPosted watched größe");
      const updated = await ada.call<Post>("PUT", `/posts/${id}/patch`, { message: "watched 2" });
      assertEquals(updated.message, "watched 2 (edited)");
      await told(stage, "messageHasBeenUpdated watched 2 (edited) was watched größe");
      const reaction = { user_id: bob.id, post_id: id, emoji_name: "smile" };
      await bob.call("POST", "/reactions", reaction);
      await told(stage, `reactionHasBeenAdded smile ${bob.id}`);
      await bob.call("DELETE", `/users/${bob.id}/posts/${id}/reactions/smile`);
      await told(stage, `reactionHasBeenRemoved smile ${bob.id}`);
      await ada.call("DELETE", `/posts/${id}`);
      await told(stage, `messageHasBeenDeleted ${id}`);
    },
  },
  {
    name: "an update that the plugin rejects is refused with its reason, and the post stays",
    async run({ ada, channel }) {
      const post = { channel_id: channel.id, message: "a fine word" };
      const { id } = await ada.call<Post>("POST", "/posts", post);
      const error = await assertRejects(
        () => ada.call("PUT", `/posts/${id}/patch`, { message: "a forbidden word" }),
        RestError,
      );
      assertStringIncludes(error.message, "That word is forbidden, a fine word was better.");
      assertEquals((await ada.call<Post>("GET", `/posts/${id}`)).message, "a fine word");
    },
  },
  {
    name: "a plugin is told of channels, who joins and leaves, people, logins and preferences",
    async run(stage) {
      const { admin, ada, bob, log, mattermost, team } = stage;
      const channel = await ada.call<{ readonly id: string }>("POST", "/channels", {
        team_id: team.id,
        name: "watched-channel",
        display_name: "Watched",
        type: "O",
      });
      await told(stage, "channelHasBeenCreated watched-channel");
      await ada.call("POST", `/channels/${channel.id}/members`, { user_id: bob.id });
      await told(stage, `userHasJoinedChannel ${channel.id} ${bob.id} ada`);
      await ada.call("DELETE", `/channels/${channel.id}/members/${bob.id}`);
      await told(stage, `userHasLeftChannel ${channel.id} ${bob.id} ada`);
      const carol = await signUp(mattermost.url, "carol", admin);
      await told(stage, "userHasBeenCreated carol");
      await told(stage, "userHasLoggedIn carol");
      const member = { team_id: team.id, user_id: carol.id };
      await admin.call("POST", `/teams/${team.id}/members`, member);
      await told(stage, `userHasJoinedTeam ${team.id} ${carol.id} nobody`);
      await admin.call("DELETE", `/teams/${team.id}/members/${carol.id}`);
      await told(stage, `userHasLeftTeam ${team.id} ${carol.id} admin`);
      const preference = { user_id: carol.id, category: "display", name: "tone", value: "hell ü" };
      await carol.call("PUT", `/users/${carol.id}/preferences`, [preference]);
      await told(stage, "preferencesHaveChanged display tone hell ü");
      const before = (await log.lines()).length;
      const listener = await listen(mattermost.url, carol);
      // Nobody has logged in on it by then.
      const connected = ({ msg }: LogLine) => msg.trimEnd() === "saw onWebSocketConnect";
      await eventually(
        "a connection that the plugin was told of",
        async () => (await log.lines()).slice(before).find(connected),
      );
      listener[Symbol.dispose]();
      await told(stage, `onWebSocketDisconnect ${carol.id}`);
      await admin.call("DELETE", `/users/${carol.id}`);
      await told(stage, "userHasBeenDeactivated carol");
    },
  },
  {
    name: "the server's settings are saved as the plugin changed them, all others as they were",
    // A Go plugin would turn on all that is off and by default on: gob leaves out what is false.
    only: "deno",
    async run({ admin }) {
      interface Settings {
        readonly TeamSettings: { readonly SiteName: string };
        readonly NotificationLogSettings: unknown;
      }
      const read = () => admin.call<Settings>("GET", "/config");
      const before = await read();
      const save = (SiteName: string) =>
        admin.call("PUT", "/config/patch", { TeamSettings: { SiteName } });
      await save("quiet");
      const after = await read();
      assertEquals(after.TeamSettings.SiteName, "quiet (edited)");
      const unnamed = (settings: Settings) => ({
        ...settings,
        TeamSettings: { ...settings.TeamSettings, SiteName: "" },
        // Newer servers have no such settings, and so a plugin of today cannot send them.
        NotificationLogSettings: "not compared",
      });
      assertEquals(unnamed(after), unnamed(before));
      await assertRejects(() => save("forbidden"), RestError);
      assertEquals((await read()).TeamSettings.SiteName, "quiet (edited)");
      await save(before.TeamSettings.SiteName);
      assertEquals(unnamed(await read()), unnamed(before));
    },
  },
  {
    name: "somebody whom the plugin does not let in cannot log in; others can",
    async run({ admin, mattermost }) {
      // The server keeps the reason to itself, lest it tells which names exist.
      const error = await assertRejects(() => signUp(mattermost.url, "mallory", admin), RestError);
      assertEquals(error.status, 401);
      assertEquals((await logIn(mattermost.url, "bob")).username, "bob");
    },
  },
];
