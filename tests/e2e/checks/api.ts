/** Checks of what a plugin does through its API, beside what REST says of the same things. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";
import { listen } from "../client/websocket.ts";

const BASE = "/plugins/com.example.exerciser";
const MIB = 1024 * 1024;

type Json = Readonly<Record<string, unknown>>;

/** What REST leaves out of an object, or counts at another time, is not compared. */
function compare(name: string, fromAPI: unknown, fromRest: Json, except: readonly string[]): void {
  const given = fromAPI as Json;
  const keys = Object.keys(fromRest).filter((key) => !except.includes(key));
  const pick = (from: Json) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  assertEquals(pick(given), pick(fromRest), name);
}

export const api: readonly Check[] = [
  {
    name: "what the API gives of people, teams, channels and posts is what REST gives",
    async run({ admin, ada, channel, mattermost, team }) {
      const post = await ada.call<Post & Json>("POST", "/posts", {
        channel_id: channel.id,
        message: "mirrored 🦊 #tag",
        props: { list: [1, 2.5, "three", null, true], deep: { a: { b: ["c"] } } },
      });
      const ids = { user: ada.id, team: team.id, channel: channel.id, post: post.id };
      const response = await ada.fetch(`${BASE}/mirror`, {
        method: "POST",
        body: JSON.stringify(ids),
      });
      const mirror = await response.json() as Json;
      const rest = (path: string) => admin.call<Json>("GET", path);
      const changing = ["auth_data", "last_activity_at", "notify_props", "last_login"];
      compare("user", mirror["user"], await rest(`/users/${ada.id}`), changing);
      compare("team", mirror["team"], await rest(`/teams/${team.id}`), []);
      const counted = [
        "last_post_at",
        "total_msg_count",
        "total_msg_count_root",
        "last_root_post_at",
      ];
      compare("channel", mirror["channel"], await rest(`/channels/${channel.id}`), counted);
      // Messages do not tell an empty list from none, as REST does for participants.
      const told = ["metadata", "participants"];
      compare("post", mirror["post"], await rest(`/posts/${post.id}`), told);
      const member = await rest(`/channels/${channel.id}/members/${ada.id}`);
      compare("member", mirror["member"], member, [
        "last_viewed_at",
        "msg_count",
        "msg_count_root",
        "last_update_at",
      ]);
      assertEquals(mirror["site"], mattermost.url);
      assertEquals(mirror["version"], "9.9.0");
      assertEquals(mirror["missing"], {
        id: "app.user.missing_account.const",
        status: 404,
        message: "Unable to find the user.",
      });
    },
  },
  {
    name: "the plugin's bot sends a direct message, which arrives over the WebSocket",
    async run({ bob, mattermost }) {
      using listener = await listen(mattermost.url, bob);
      const response = await bob.fetch(`${BASE}/message`, { method: "POST" });
      const post = await response.json() as Post;
      const event = await listener.next("posted", ({ event }) => event === "posted");
      const arrived = JSON.parse(String(event.data["post"])) as Post;
      assertEquals([arrived.id, arrived.message], [post.id, "psst"]);
      assertEquals(event.data["sender_name"], "@exerciser");
      assertEquals(event.data["channel_type"], "D");
    },
  },
  {
    name: "a client's WebSocket message reaches the plugin, whose event reaches that client alone",
    async run({ ada, bob, mattermost }) {
      using hers = await listen(mattermost.url, ada);
      using his = await listen(mattermost.url, bob);
      hers.send("custom_com.example.exerciser_ping", { said: "größer" });
      const isPong = ({ event }: { event: string }) =>
        event === "custom_com.example.exerciser_pong";
      const { data } = await hers.next("pong", isPong);
      assertEquals(data, { said: "größer", count: 2 });
      his.send("custom_com.example.exerciser_ping", { said: "his" });
      await his.next("pong", isPong);
      assertEquals(his.events.filter(isPong).length, 1);
    },
  },
  {
    name: "a plugin stores 6 MiB by an upload session, as they come in",
    async run({ ada, channel }) {
      const sent = new Uint8Array(6 * MIB).map((_, index) => index * 7 + (index >> 8));
      const response = await ada.fetch(`${BASE}/upload?channel=${channel.id}&size=${sent.length}`, {
        method: "POST",
        body: sent,
      });
      const text = await response.text();
      assertEquals([response.status, response.ok ? "" : text], [200, ""]);
      const info = JSON.parse(text) as { id: string; name: string; size: number };
      assertEquals([info.name, info.size], ["session.bin", sent.length]);
      const stored = await (await ada.fetch(`/api/v4/files/${info.id}`)).bytes();
      assertEquals(stored.length, sent.length);
      assertEquals(stored.findIndex((byte, index) => byte !== sent[index]), -1);
    },
  },
  {
    name: "a plugin asks plugins over HTTP: nobody is logged in there, and a body comes back whole",
    async run({ ada }) {
      const nobody = await ada.fetch(`${BASE}/relay?to=/com.example.hello/countdown`);
      assertEquals([nobody.status, await nobody.text()], [401, "Log in first.\n"]);
      const body = "größer ".repeat(300_000);
      const to = "/com.example.exerciser/echo";
      const echo = await ada.fetch(`${BASE}/relay?to=${to}`, { method: "PUT", body });
      assertEquals([echo.status, echo.headers.get("X-Method")], [201, "PUT"]);
      assertEquals(await echo.text() === body, true);
      const absent = await ada.fetch(`${BASE}/relay?to=/com.example.absent/`);
      assertEquals(absent.status, 404);
    },
  },
];
