import { assert, assertEquals, assertThrows } from "@std/assert";
import { subcommand } from "../commands/subcommand.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { localized } from "../plugin/context/translate.ts";
import { testPlugin } from "../testing/test_plugin.ts";
import { defineDialog } from "./dialog.ts";
import { element } from "./elements/mod.ts";
import { cut } from "./fit_text.ts";

Deno.test("a text is cut between what people take for characters, with room for an ellipsis", () => {
  assertEquals(cut("Order", 5), "Order");
  assertEquals(cut("Orders", 5), "Or…");
  assertEquals(cut("Bestellung aufgeben und bezahlen", 24), "Bestellung aufgeben u…");
  // Two bytes each, and a family of 25.
  assertEquals(cut("ÄÖÜÄÖÜ", 10), "ÄÖÜ…");
  assertEquals(cut("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 49), "👨‍👩‍👧‍👦…");
  for (let bytes = 3; bytes < 60; bytes++) {
    const length = new TextEncoder().encode(cut("Ä👨‍👩‍👧‍👦 text ÖÜ and more of it", bytes)).length;
    assert(length <= bytes, `${length} of ${bytes}`);
  }
});

const long = (bytes: number) => "x".repeat(bytes + 1);
const form = defineDialog("form", {
  title: localized("title"),
  introduction: localized("placeholder"),
  elements: {
    what: element.text({
      label: localized("label"),
      help: localized("help"),
      placeholder: localized("placeholder"),
    }),
    which: element.select({
      label: "Which",
      placeholder: localized("placeholder"),
      options: [{ text: localized("help"), value: "x" }],
    }),
  },
  submit: () => {},
});

const plugin = definePlugin({
  translations: {
    en: { title: "Order", label: "What", help: "One thing", placeholder: "pizza" },
    de: { title: long(24), label: long(24), help: long(150), placeholder: long(150) },
  },
  dialogs: [form],
  commands: {
    open: subcommand({ description: "d", run: (_, { openDialog }) => openDialog(form) }),
  },
});

Deno.test("translations that are too long for a dialog are cut, and that is said once", async () => {
  await using t = await testPlugin(plugin);
  const greta = t.mattermost.createUser({ username: "greta", locale: "de" }, t.team);
  const channel = t.mattermost.createChannel({ teamId: t.team.id, name: "german" }, greta);
  await t.command("/open", { as: greta, channel });
  const { dialog } = await t.command("/open", { as: greta, channel });
  assert(dialog !== null);
  const [what, which] = dialog.elements;
  const length = (text = "") => new TextEncoder().encode(text).length;
  assertEquals(
    [
      dialog.title,
      dialog.introductionText,
      what?.displayName,
      what?.helpText,
      what?.placeholder,
      which?.placeholder,
      which?.options[0]?.text,
    ].map(length),
    [24, 151, 24, 150, 150, 151, 151],
  );
  const warnings = t.log.filter(({ level }) => level === "warn");
  assertEquals(
    warnings.map(({ message, fields }) => [message, fields["bytes"]]),
    [["title", 24], ["what.label", 24], ["what.help", 150], ["what.placeholder", 150]].map((
      [text, bytes],
    ) => [
      `dialog "form": ${text}: a translation is cut, since Mattermost takes ${bytes} bytes at ` +
      "most (This is said once.)",
      Number(bytes) + 1,
    ]),
  );
  const english = await t.command("/open");
  assertEquals(english.dialog?.title, "Order");
});

Deno.test("a text that a dialog names must be there", () => {
  const refusal = (label: string, option: string) => {
    const wrong = defineDialog("wrong", {
      title: "Wrong",
      elements: {
        size: element.radio({
          label: localized(label),
          options: [{ text: localized(option), value: "s" }],
        }),
      },
      submit: () => {},
    });
    const translations = { en: { label: "Label" } };
    return assertThrows(() => definePlugin({ translations, dialogs: [wrong] }), TypeError).message;
  };
  const at = "definePlugin(): dialogs.wrong.elements.size";
  const missing = 'in the translations of "en"';
  assertEquals(
    refusal("lable", "label"),
    `${at}.label: there is no text "lable" ${missing}; did you mean "label"?`,
  );
  assertEquals(
    refusal("label", "small"),
    `${at}.options.0.text: there is no text "small" ${missing}`,
  );
});
