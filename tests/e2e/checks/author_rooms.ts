/** Checks of a bot, texts, events, assets and the web app half. @module */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post, PostList } from "../client/models.ts";
import { enablePlugin, pluginStatus, waitForState } from "../client/plugins.ts";
import { listen } from "../client/websocket.ts";
import { eventually } from "../environment/eventually.ts";
import type { Stage } from "../stage.ts";
import { withPlugin } from "./with_plugin.ts";

const rooms = new URL("../../author_rooms/plugin.ts", import.meta.url);
const takenName = new URL("../../author_rooms/taken_name/plugin.ts", import.meta.url);

async function greet({ ada, team, channel }: Stage, text: string): Promise<Post> {
  await ada.call("POST", "/commands/execute", {
    channel_id: channel.id,
    team_id: team.id,
    command: "/greet",
  });
  return await eventually(`a post "${text}"`, async () => {
    const { order, posts } = await ada.call<PostList>("GET", `/channels/${channel.id}/posts`);
    return order.map((id) => posts[id]).find((post) => post?.message === text);
  });
}

export const authorRooms: readonly Check[] = [
  {
    name: "author rooms: a bot with its image greets people in their own language",
    only: "deno",
    run: (stage) =>
      withPlugin(stage, rooms, async (id) => {
        const { admin, ada, bob, mattermost, log } = stage;
        await enablePlugin(admin, id);
        const ready = await log.line(
          "ready",
          ({ plugin_id, msg }) => plugin_id === id && msg === "ready",
        );
        assertStringIncludes(JSON.stringify(ready), "migrated=1");
        const bot = await admin.call<{ id: string; last_picture_update?: number }>(
          "GET",
          "/users/username/rooms",
        );
        assert((bot.last_picture_update ?? 0) > 0, "the image was set");
        using others = await listen(mattermost.url, bob);
        using own = await listen(mattermost.url, ada);
        const english = await greet(stage, "Hello, ada: 2 rooms");
        assertEquals(english.user_id, bot.id);
        const { data } = await others.next("the event", ({ event }) =>
          event === `custom_${id}_greeted`);
        assertEquals(data["text"], english.message);
        // What comes behind the event has come to ada, and the event has not.
        await own.next("the post", ({ event, data }) => {
          assert(event !== `custom_${id}_greeted`, "ada was to be left out");
          return event === "posted" && String(data["post"]).includes(english.id);
        });
        await ada.call("PUT", "/users/me/patch", { locale: "de" });
        try {
          await admin.call("POST", `/plugins/${id}/disable`);
          await waitForState(admin, id, "not running");
          await enablePlugin(admin, id);
          await greet(stage, "Hallo, ada: 2 Räume");
        } finally {
          await ada.call("PUT", "/users/me/patch", { locale: "en" });
        }
        const again = await admin.call<typeof bot>("GET", "/users/username/rooms");
        assertEquals(again.last_picture_update, bot.last_picture_update, "the same image");
      }),
  },
  {
    name: "author rooms: the server lists the built web app and serves it",
    only: "deno",
    run: (stage) =>
      withPlugin(stage, rooms, async (id) => {
        const { admin, ada } = stage;
        await enablePlugin(admin, id);
        const all = await ada.call<{ id: string; webapp?: { bundle_path: string } }[]>(
          "GET",
          "/plugins/webapp",
        );
        const path = all.find((one) => one.id === id)?.webapp?.bundle_path ?? "";
        // As the web app does with it.
        const response = await ada.fetch(path.replace("/static/", "/static/plugins/"));
        assertEquals(response.status, 200, path);
        const script = await response.text();
        assertStringIncludes(script, "com.example.rooms");
        assertStringIncludes(script, ".rooms{color:green}");
      }),
  },
  {
    name: "author rooms: a bot with a person's name keeps a plugin from starting, and says why",
    only: "deno",
    run: (stage) =>
      withPlugin(stage, takenName, async (id) => {
        const { admin } = stage;
        await admin.call("POST", `/plugins/${id}/enable`);
        await waitForState(admin, id, "failed to start");
        const { error } = await pluginStatus(admin, id) as { error?: string };
        assertStringIncludes(
          error ?? "",
          'The plugin needs the bot "@bob", but a person\'s account has that name.',
        );
      }),
  },
];
