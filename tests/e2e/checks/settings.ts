/** Checks of plugin settings. @module */
import { assertEquals, assertMatch } from "@std/assert";
import type { Check } from "../check.ts";
import { configurePlugin } from "../client/plugins.ts";
import { greet } from "./commands.ts";

export const settings: readonly Check[] = [
  {
    name: "a changed setting is seen by the plugin while it runs",
    async run({ admin, archives: { exerciser }, ada, log }) {
      const word = async () => await (await ada.fetch(`/plugins/${exerciser.id}/word`)).text();
      await configurePlugin(admin, exerciser.id, { word: "second, größer" });
      await log.line(
        "the changed setting",
        ({ plugin_id, msg }) =>
          plugin_id === exerciser.id && msg === "settings seen: second, größer",
      );
      assertEquals(await word(), "second, größer");
      await configurePlugin(admin, exerciser.id, { word: "third" });
      await log.line("the setting changed again", ({ msg }) => msg === "settings seen: third");
      assertEquals(await word(), "third");
    },
  },
  {
    name: "the example greets as its setting says, and as before when that is taken back",
    async run(stage) {
      const { admin, archives: { hello } } = stage;
      await configurePlugin(admin, hello.id, { greeting: "Ahoy" });
      assertMatch(await greet(stage, "/hello"), /^Ahoy, @ada!/);
      await configurePlugin(admin, hello.id, { greeting: "Hello" });
      assertMatch(await greet(stage, "/hello"), /^Hello, @ada!/);
    },
  },
  {
    name: "a value that does not fit a setting is one line in the log, and the default is used",
    only: "deno",
    async run(stage) {
      const { admin, archives: { hello }, log } = stage;
      await configurePlugin(admin, hello.id, { greeting: 5 });
      const { msg } = await log.line(
        "the value that does not fit",
        ({ plugin_id, msg }) => plugin_id === hello.id && msg.includes("does not fit"),
      );
      assertEquals(
        msg,
        'the setting "greeting" does not fit: expected a text, found the number 5; its default, ' +
          '"Hello", is used until an administrator changes ' +
          `PluginSettings.Plugins["${hello.id}"].greeting`,
      );
      assertMatch(await greet(stage, "/hello"), /^Hello, @ada!/);
      await configurePlugin(admin, hello.id, { greeting: "Hello" });
    },
  },
];
