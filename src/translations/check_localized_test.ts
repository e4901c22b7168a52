import { assertEquals, assertThrows } from "@std/assert";
import { subcommand } from "../commands/subcommand.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { defineDialog } from "../interactions/dialog.ts";
import { localized } from "../plugin/context/translate.ts";
import { testPlugin } from "../testing/test_plugin.ts";
import { checkLocalized } from "./check_localized.ts";
import { readTexts } from "./translations.ts";

const texts = readTexts({
  de: { plain: "Ohne alles" },
  en: {
    plain: "Nothing else",
    name: "Hello, {name}",
    plural: "{count, plural, one {# todo of {who}} other {todos}} for { name }",
    quoted: "It''s '{'name'}' {real}",
  },
}, () => "translations");

function refusal(declared: unknown): string {
  return assertThrows(() => checkLocalized({ commands: declared }, texts), TypeError).message;
}

Deno.test("texts are found wherever they are declared, and named by their place", () => {
  const text = localized("plian");
  const problem = 'there is no text "plian" in the translations of "en"; did you mean "plain"?';
  assertEquals(refusal(text), `definePlugin(): commands: ${problem}`);
  assertEquals(refusal({ a: [1, { b: text }] }), `definePlugin(): commands.a.1.b: ${problem}`);
  const made = Object.assign(() => {}, { options: { hint: text } });
  assertEquals(refusal({ add: made }), `definePlugin(): commands.add.hint: ${problem}`);
  assertEquals(refusal({ options: [text] }), `definePlugin(): commands.options.0: ${problem}`);
});

Deno.test("a text must have the values that it has places for", () => {
  const missing = (key: string, name: string) =>
    `definePlugin(): commands: the text "${key}" has a place for "${name}"; ` +
    `write localized("${key}", { ${name}: … })`;
  assertEquals(refusal(localized("name")), missing("name", "name"));
  assertEquals(refusal(localized("name", { nam: 1 })), missing("name", "name"));
  assertEquals(refusal(localized("plural", { count: 1 })), missing("plural", "name"));
  assertEquals(refusal(localized("quoted", { name: 1 })), missing("quoted", "real"));
  const args = { name: "x", count: 1, real: 1 };
  const good = ["plain", "name", "plural", "quoted"].map((key) => localized(key, args));
  checkLocalized({ commands: [...good, localized("plain")] }, texts);
});

Deno.test("what a declaration holds beside texts is let alone", () => {
  const loop: { self?: unknown } = {};
  loop.self = loop;
  const hidden = new Map([["x", localized("plian")]]);
  checkLocalized({ commands: [loop, hidden, /x/, null, undefined, 5, () => {}] }, texts);
});

Deno.test("texts that lie in files are not known when a plugin is defined", () => {
  checkLocalized({ commands: localized("plian") }, "i18n");
});

Deno.test("texts that lie in files are compared when the plugin starts, and the log says so", async () => {
  const bundleFolder = await Deno.makeTempDir({ prefix: "mmdeno-texts-" });
  try {
    await Deno.mkdir(`${bundleFolder}/assets/i18n`, { recursive: true });
    await Deno.writeTextFile(`${bundleFolder}/assets/i18n/en.json`, '{"hello": "Hello, {name}"}');
    const plugin = definePlugin({
      translations: "i18n",
      commands: {
        good: subcommand({ description: localized("hello", { name: "x" }), run: () => {} }),
        near: subcommand({ description: localized("helo"), run: () => {} }),
      },
      dialogs: [defineDialog("form", { title: localized("hello"), submit: () => {} })],
    });
    await using t = await testPlugin(plugin, { bundleFolder });
    const warnings = t.log.filter(({ level }) => level === "warn").map(({ message }) => message);
    assertEquals(warnings.slice(0, 2), [
      'commands.near.description: there is no text "helo" in the translations of "en"; did you ' +
      'mean "hello"?',
      'dialogs.form.title: the text "hello" has a place for "name"; write localized("hello", { ' +
      "name: … })",
    ]);
  } finally {
    await Deno.remove(bundleFolder, { recursive: true });
  }
});
