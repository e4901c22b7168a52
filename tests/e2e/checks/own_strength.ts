/** Checks of what a plugin of ours has and one in Go has not: a sandbox, and errors that pass. @module */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";

export const ownStrength: readonly Check[] = [
  {
    name: "a hook that throws is logged, and the post arrives unchanged",
    only: "deno",
    async run({ ada, channel, log, archives: { exerciser } }) {
      const message = "throw, please";
      const post = await ada.call<Post>("POST", "/posts", { channel_id: channel.id, message });
      assertEquals(post.message, message);
      const line = await log.line(
        "the error",
        ({ plugin_id, level, msg }) =>
          plugin_id === exerciser.id && level === "error" && msg.includes("as you wish"),
      );
      assertStringIncludes(line.msg, "messageWillBePosted");
    },
  },
  {
    name: "an endpoint that throws answers with 500, and says nothing of the error",
    only: "deno",
    async run({ ada, log }) {
      const response = await ada.fetch("/plugins/com.example.exerciser/throw");
      assertEquals(response.status, 500);
      assertEquals((await response.text()).includes("as you wish"), false);
      await log.line("the error", ({ msg }) => /GET \/throw.*as you wish/.test(msg));
    },
  },
  {
    name: "on the server, too, the sandbox refuses files, network, programs and variables",
    only: "deno",
    async run({ ada }) {
      const response = await ada.fetch("/plugins/com.example.exerciser/escape");
      assertEquals(await response.json(), {
        "read a file of the system": "NotCapable",
        "read the server's settings": "NotCapable",
        "write beside the plugin": "NotCapable",
        "connect to the server": "NotCapable",
        "run a program": "NotCapable",
        "see a variable of the server": "nothing",
        "load code from elsewhere": "TypeError",
      });
    },
  },
];
