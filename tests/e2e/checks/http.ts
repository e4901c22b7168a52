/** Checks of a plugin's HTTP endpoints. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";

const COUNTDOWN = "/plugins/com.example.hello/countdown?from=3";
const ECHO = "/plugins/com.example.exerciser/echo";
const MIB = 1024 * 1024;

export const http: readonly Check[] = [
  {
    name: "an endpoint knows who is logged in",
    async run({ ada }) {
      const response = await ada.fetch(COUNTDOWN);
      assertEquals(response.status, 200);
      assertEquals(response.headers.get("Content-Type"), "text/plain; charset=utf-8");
      assertEquals(await response.text(), "3\n2\n1\nGo!\n");
    },
  },
  {
    name: "a response streams: its beginning arrives while the plugin still waits to write the end",
    async run({ ada }) {
      // The plugin writes this much, waits for another request, and writes as much again.
      const half = 64 * 1024;
      const response = await ada.fetch("/plugins/com.example.exerciser/stream");
      const reader = response.body!.getReader();
      const { value } = await reader.read();
      let length = value?.length ?? 0;
      assertEquals(length > 0, true);
      const release = await ada.fetch("/plugins/com.example.exerciser/release", { method: "POST" });
      assertEquals(release.status, 204);
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        length += value.length;
      }
      assertEquals(length, 2 * half);
    },
  },
  {
    name: "an endpoint sees nobody without a login, whatever the client claims",
    async run({ ada, mattermost }) {
      const claims = { "Mattermost-User-Id": ada.id, "Mattermost-User-ID": ada.id };
      const response = await fetch(mattermost.url + COUNTDOWN, { headers: claims });
      assertEquals([response.status, await response.text()], [401, "Log in first.\n"]);
    },
  },
  {
    name: "the plugin's own status reaches the client",
    async run({ ada }) {
      const response = await ada.fetch("/plugins/com.example.hello/elsewhere");
      assertEquals([response.status, await response.text()], [404, "Not here.\n"]);
    },
  },
  {
    name: "20 MiB go up and come down through an endpoint, byte for byte",
    async run({ ada }) {
      const sent = new Uint8Array(20 * MIB);
      // A cheap sequence without a period that buffers could have.
      let state = 1;
      for (let index = 0; index < sent.length; index++) {
        state = Math.imul(state, 1_664_525) + 1_013_904_223 | 0;
        sent[index] = state >>> 24;
      }
      const response = await ada.fetch(ECHO, { method: "PUT", body: sent });
      assertEquals([response.status, response.headers.get("X-Method")], [201, "PUT"]);
      const received = await response.bytes();
      assertEquals(received.length, sent.length);
      assertEquals(received.findIndex((byte, index) => byte !== sent[index]), -1);
    },
  },
  {
    name: "an empty body stays empty, and 20 requests at once do not mix",
    async run({ ada }) {
      assertEquals(await (await ada.fetch(ECHO, { method: "POST" })).text(), "");
      const bodies = Array.from({ length: 20 }, (_, n) => `${n} `.repeat(10_000 * (n % 3)));
      const answers = await Promise.all(
        bodies.map(async (body) => await (await ada.fetch(ECHO, { method: "POST", body })).text()),
      );
      assertEquals(answers.findIndex((answer, index) => answer !== bodies[index]), -1);
    },
  },
];
