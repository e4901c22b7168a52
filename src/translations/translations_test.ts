import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { pluginOn } from "../../tests/support/plugin_on_server.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { noon, type Setup, setUp } from "../embedded/setup_test.ts";
import { localized, textFor } from "../plugin/context/translate.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import type { TranslationDeclarations } from "./translations.ts";

const texts = {
  en: {
    hello: "Hello, {name}!",
    todos: "{count, plural, one {# todo} other {# todos}}",
    braces: "Don't write '{'x'}' <b>here</b>",
    plain: "Don't",
    only: "English only",
  },
  de: {
    hello: "Hallo, {name}!",
    todos: "{count, plural, one {# Aufgabe} other {# Aufgaben}}",
    plain: "Lass es",
  },
  "de-CH": { hello: "Grüezi, {name}!" },
};

/** Runs with the context of a plugin that has these translations. */
async function within(
  s: Setup,
  translations: TranslationDeclarations,
  act: (context: HookContext) => Promise<unknown>,
  overrides: Partial<PluginAPI> = {},
  more: Parameters<typeof pluginOn>[3] = {},
) {
  const running = pluginOn(
    s.mattermost,
    { translations, onActivate: act } as never,
    overrides,
    more,
  );
  const error = await running.activate();
  return { error: error?.message, lines: running.lines.map(({ message }) => message) };
}

function person(s: Setup, username: string, locale: string): string {
  return s.mattermost.createUser({ username, locale }).id;
}

Deno.test("a person gets texts in their language, with values and plurals", async () => {
  await using s = setUp();
  const german = person(s, "greta", "de");
  const { error } = await within(s, texts, async ({ translateFor }) => {
    const de = await translateFor(german);
    const en = await translateFor(s.ada.id);
    assertEquals(de("hello", { name: "Greta" }), "Hallo, Greta!");
    assertEquals(en("hello", { name: "Ada" }), "Hello, Ada!");
    assertEquals(
      [1, 1234].map((count) => [de("todos", { count }), en("todos", { count })]),
      [["1 Aufgabe", "1 todo"], ["1.234 Aufgaben", "1,234 todos"]],
    );
    assertEquals([de("plain"), en("plain")], ["Lass es", "Don't"]);
    assertEquals(en("braces"), "Don't write {x} <b>here</b>");
  });
  assertEquals(error, undefined);
});

Deno.test("a call's t speaks the language of who made it", async () => {
  await using s = setUp();
  const german = person(s, "greta", "de");
  const running = pluginOn(s.mattermost, {
    translations: texts,
    hooks: { executeCommand: (_args, { t }: HookContext) => t("hello", { name: "x" }) },
  });
  for (const [userId, text] of [[german, "Hallo, x!"], [s.ada.id, "Hello, x!"]]) {
    const { response } = await running.call("executeCommand", {
      args: { command: "/x", userId },
    });
    assertEquals(response?.text, text);
  }
});

Deno.test("a language falls back to its parent, then to the server's, then to the first", async () => {
  await using s = setUp();
  const people = ["de-CH", "de-AT", "fr", "en"].map((locale, n) => person(s, `p${n}`, locale));
  const said = async (overrides: Partial<PluginAPI>) => {
    const all: string[][] = [];
    await within(s, texts, async ({ translateFor }) => {
      for (const id of [...people, null]) {
        const translate = await translateFor(id);
        all.push([translate("hello", { name: "x" }), translate("plain"), translate("only")]);
      }
    }, overrides);
    return all;
  };
  const german = ["Hallo, x!", "Lass es", "English only"];
  const english = ["Hello, x!", "Don't", "English only"];
  const known = [["Grüezi, x!", "Lass es", "English only"], german];
  assertEquals(await said({}), [...known, english, english, english]);
  const config = await s.api.getConfig();
  config.LocalizationSettings.DefaultServerLocale = "de";
  assertEquals(
    await said({ getConfig: () => Promise.resolve(config) }),
    [...known, german, english, german],
  );
});

Deno.test("languages are looked up once a minute for each person", async () => {
  await using s = setUp();
  let now = noon;
  let asked = 0;
  let locale = "de";
  const clock = { now: () => now, after: () => () => {}, every: () => () => {} };
  const getUser: PluginAPI["getUser"] = async (request) => {
    asked++;
    return { ...await s.api.getUser(request), locale };
  };
  await within(
    s,
    texts,
    async ({ translateFor }) => {
      const plain = async () => (await translateFor(s.bob.id))("plain");
      assertEquals(await Promise.all([plain(), plain()]), ["Lass es", "Lass es"]);
      locale = "en";
      now += 59_999;
      assertEquals([await plain(), asked], ["Lass es", 1]);
      now += 1;
      assertEquals([await plain(), asked], ["Don't", 2]);
    },
    { getUser },
    { clock },
  );
});

Deno.test("somebody who cannot be looked up gets the server's language, and is tried again", async () => {
  await using s = setUp();
  let fails = true;
  const getUser: PluginAPI["getUser"] = async (request) => {
    if (fails) throw new Error("the database is away");
    return { ...await s.api.getUser(request), locale: "de" };
  };
  const { lines } = await within(s, texts, async ({ translateFor }) => {
    assertEquals((await translateFor(s.bob.id))("plain"), "Don't");
    fails = false;
    assertEquals((await translateFor(s.bob.id))("plain"), "Lass es");
  }, { getUser });
  assertEquals(lines, ["a language could not be looked up: the database is away"]);
});

Deno.test("a key that is nowhere is given back, and said once", async () => {
  await using s = setUp();
  const { lines } = await within(s, texts, async ({ t }) => {
    assertEquals(await t("helo"), "helo");
    assertEquals(await t("helo"), "helo");
    assertEquals(await t("toString"), "toString");
  });
  assertEquals(lines, [
    'there is no text "helo" in the translations; did you mean "hello"? (This is said once.)',
    'there is no text "toString" in the translations (This is said once.)',
  ]);
  const none = await within(s, {}, async ({ t }) => assertEquals(await t("x"), "x"));
  assertEquals(none.lines, [
    'there is no text "x", since there are no translations (This is said once.)',
  ]);
});

Deno.test("a message that is wrong falls back to the next language's, and is said once", async () => {
  await using s = setUp();
  const german = person(s, "greta", "de");
  const { lines } = await within(
    s,
    { en: { hi: "Hi, {name}" }, de: { hi: "Hallo, {name" } },
    async ({ translateFor }) => {
      const translate = await translateFor(german);
      assertEquals(translate("hi", { name: "x" }), "Hi, x");
      assertEquals(translate("hi", { name: "y" }), "Hi, y");
      // No language can do without the value.
      assertEquals(translate("hi"), "Hallo, {name");
    },
  );
  assertEquals(lines.length, 2);
  assertStringIncludes(lines[0] ?? "", 'the text "hi" cannot be given in "de": ');
  assertStringIncludes(lines[1] ?? "", 'the text "hi" cannot be given in "en": ');
});

Deno.test("texts come from the files of a folder among the assets", async () => {
  await using s = setUp();
  const german = person(s, "greta", "de");
  const bundleFolder = await Deno.makeTempDir({ prefix: "mmdeno-texts-" });
  const act = async ({ translateFor }: HookContext) => {
    assertEquals((await translateFor(german))("hello", { name: "x" }), "Hallo, x!");
    assertEquals((await translateFor(s.ada.id))("hello", { name: "x" }), "Hello, x!");
  };
  const run = async () => (await within(s, "i18n", act, {}, { bundleFolder })).error;
  try {
    assertStringIncludes(
      await run() ?? "",
      "there is no file for any language in the folder assets/i18n",
    );
    await Deno.mkdir(`${bundleFolder}/assets/i18n`, { recursive: true });
    for (const [locale, own] of Object.entries(texts)) {
      await Deno.writeTextFile(`${bundleFolder}/assets/i18n/${locale}.json`, JSON.stringify(own));
    }
    assertEquals(await run(), undefined);
    await Deno.writeTextFile(`${bundleFolder}/assets/i18n/fr.json`, '{"hello": 5}');
    assertEquals(
      await run(),
      'translations: assets/i18n/fr.json: "hello": expected a text, got the number 5',
    );
    await Deno.writeTextFile(`${bundleFolder}/assets/i18n/fr.json`, "hello");
    assertStringIncludes(await run() ?? "", '"i18n/fr.json" is no JSON');
  } finally {
    await Deno.remove(bundleFolder, { recursive: true });
  }
  const { error, lines } = await within(
    s,
    "i18n",
    async ({ t }) => assertEquals(await t("hello"), "hello"),
  );
  assertEquals(error, undefined);
  assertStringIncludes(lines[0] ?? "", "Tell the test kit which folder (bundleFolder)");
});

Deno.test("a declared text is put into its reader's language where it is shown", async () => {
  await using s = setUp();
  const german = person(s, "greta", "de");
  await within(s, texts, async (context) => {
    const text = localized("hello", { name: "x" });
    assertEquals(await textFor(text, context, german), "Hallo, x!");
    assertEquals(await textFor(text, context, null), "Hello, x!");
    assertEquals(await textFor("as it is", context, german), "as it is");
  });
});

Deno.test("a declaration of translations is checked", () => {
  const text = (translations: unknown) =>
    assertThrows(() => definePlugin({ translations } as never), TypeError).message;
  const at = "definePlugin(): translations";
  assertEquals(text([]), `${at}: expected texts by locale, got an array of 0`);
  assertEquals(
    text({ "english!": {} }),
    `${at}: expected a locale, such as "en" or "pt-BR", got "english!"`,
  );
  assertEquals(text({ pt_br: {}, "pt-BR": {} }), `${at}: the locale "pt-BR" is there twice`);
  assertEquals(text({ en: "x" }), `${at}.en: expected texts by key, got "x"`);
  assertEquals(text({ en: { a: 5 } }), `${at}.en: "a": expected a text, got the number 5`);
  assertEquals(
    text({ de: { helo: "x" }, en: { hello: "x" } }),
    `${at}.de: there is no "helo" in "en", whose texts all others translate; did you mean "hello"?`,
  );
  assertStringIncludes(text("../i18n"), `${at}: expected a path below the folder "assets"`);
});
