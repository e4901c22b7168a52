import type { ProjectNames } from "./project_names.ts";

/** `plugin.ts`: a command, a setting and a filter of messages. */
export function pluginSource({ name, trigger }: ProjectNames): string {
  return `/**
 * ${name}: keeps words out of messages. An administrator lists them in the System Console.
 */
import {
  allow,
  arg,
  definePlugin,
  ephemeral,
  reject,
  setting,
  subcommand,
} from "@mattermost-deno/plugin";

export default definePlugin({
  // What an administrator can change. Bundling writes it into the manifest.
  settings: {
    words: setting.longText({
      label: "Words",
      help: "Messages with one of these words are not posted. One word on each line.",
      default: "hunter2",
    }),
  },

  commands: {
    ${property(trigger)}: subcommand({
      description: "Says whether a message may be posted",
      args: { message: arg.rest({ hint: "[message]" }) },
      run({ message }, { config }) {
        const word = findWord(message, config.words);
        return ephemeral(word === undefined ? "That may be posted." : refusal(word));
      },
    }),
  },

  hooks: {
    // Asked before a message is stored: the answer decides what becomes of it.
    messageWillBePosted(post, { config, log }) {
      const word = findWord(post.message, config.words);
      if (word === undefined) return allow();
      log.info("a message was refused", { userId: post.userId });
      return reject(refusal(word));
    },
  },
});

/** What people read. */
function refusal(word: string): string {
  return \`"\${word}" may not be posted.\`;
}

/** The first of the listed words that is in a message. */
function findWord(message: string, words: string): string | undefined {
  const text = message.toLowerCase();
  return words
    .split("\\n")
    .map((word) => word.trim())
    .find((word) => word !== "" && text.includes(word.toLowerCase()));
}
`;
}

/** `plugin_test.ts`: what the plugin is for, without a server. */
export function pluginTest({ trigger }: ProjectNames): string {
  return `import { assertEquals, assertRejects } from "@std/assert";
import { testPlugin } from "@mattermost-deno/plugin/testing";
import plugin from "./plugin.ts";

Deno.test("a message with a listed word is refused, others are posted", async () => {
  await using t = await testPlugin(plugin);
  await assertRejects(() => t.post("It is Hunter2!"), Error, '"hunter2" may not be posted.');
  assertEquals((await t.post("Good morning")).message, "Good morning");
});

Deno.test("the command says what would happen", async () => {
  await using t = await testPlugin(plugin);
  assertEquals((await t.command("/${trigger} hello")).text, "That may be posted.");
  assertEquals((await t.command("/${trigger} hunter2")).text, '"hunter2" may not be posted.');
});

Deno.test("an administrator changes the words", async () => {
  await using t = await testPlugin(plugin, { settings: { words: "apples\\npears" } });
  await assertRejects(() => t.post("Two pears"), Error, '"pears" may not be posted.');
  assertEquals((await t.post("hunter2")).message, "hunter2");
});
`;
}

/** A name as deno fmt writes it in an object. */
function property(name: string): string {
  return /^[a-z_$][a-z0-9_$]*$/i.test(name) ? name : JSON.stringify(name);
}
