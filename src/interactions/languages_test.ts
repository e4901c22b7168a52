import { assert, assertEquals } from "@std/assert";
import { definePlugin } from "../define/define_plugin.ts";
import { localized } from "../plugin/context/translate.ts";
import { testPlugin } from "../testing/test_plugin.ts";
import { defineAction } from "./action.ts";
import { defineDialog, fieldErrors, nextStep } from "./dialog.ts";
import { element } from "./elements/mod.ts";

const second = defineDialog("second", { title: localized("second"), submit: () => {} });
const first = defineDialog("first", {
  title: localized("title"),
  introduction: localized("above", { n: 2 }),
  submitLabel: localized("send"),
  elements: {
    what: element.text({
      label: localized("what"),
      help: localized("help"),
      placeholder: localized("hint"),
    }),
    size: element.radio({
      label: "Size",
      options: [{ text: localized("small"), value: "s" }, { text: "L", value: "l" }],
    }),
  },
  submit: ({ what }) => {
    if (what === "field") return fieldErrors({ what: localized("wrong"), size: "plain" });
    return what === "next" ? nextStep(second) : localized("wrong");
  },
});
const greet = defineAction("greet", () => ({ ephemeral: localized("hello") }));
const short = defineAction("short", () => localized("hello"));

const plugin = definePlugin({
  translations: {
    en: {
      title: "Order",
      second: "More",
      above: "{n, plural, one {# thing} other {# things}}",
      send: "Send",
      what: "What",
      help: "One thing",
      hint: "pizza",
      small: "Small",
      wrong: "Not this.",
      hello: "Hello",
    },
    de: {
      title: "Bestellen",
      second: "Mehr",
      above: "{n, plural, one {# Ding} other {# Dinge}}",
      send: "Senden",
      what: "Was",
      help: "Eine Sache",
      hint: "Pizza",
      small: "Klein",
      wrong: "Das nicht.",
      hello: "Hallo",
    },
  },
  actions: [greet, short],
  dialogs: [first, second],
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "open" } }),
  hooks: {
    executeCommand: async (args, { openDialogFor, button, api }) => {
      await openDialogFor(args)(first);
      const { channelId, userId } = args;
      const actions = [button(greet, { label: "Greet" }), button(short, { label: "Short" })];
      await api.createPost({ post: { userId, channelId, props: { attachments: [{ actions }] } } });
    },
  },
});

Deno.test("dialogs, their errors and what a click says are in the reader's language", async () => {
  await using t = await testPlugin(plugin, { api: { getServerVersion: () => "11.8.0" } });
  const greta = t.mattermost.createUser({ username: "greta", locale: "de" }, t.team);
  const channel = t.mattermost.createChannel(
    { teamId: t.team.id, name: "both" },
    greta,
    t.users.ada,
  );
  const readers = [
    [t.users.ada, {
      dialog: ["Order", "2 things", "Send", "What", "One thing", "pizza", "Small", "L", "More"],
      wrong: "Not this.",
      hello: "Hello",
    }],
    [greta, {
      dialog: [
        "Bestellen",
        "2 Dinge",
        "Senden",
        "Was",
        "Eine Sache",
        "Pizza",
        "Klein",
        "L",
        "Mehr",
      ],
      wrong: "Das nicht.",
      hello: "Hallo",
    }],
  ] as const;
  for (const [as, expected] of readers) {
    const { dialog } = await t.command("/open", { as, channel });
    assert(dialog !== null);
    const submit = (what: string) => t.submit(dialog, { what, size: "s" }, { channel });
    const { next } = await submit("next");
    const [what, size] = dialog.elements;
    assertEquals([
      dialog.title,
      dialog.introductionText,
      dialog.submitLabel,
      what?.displayName,
      what?.helpText,
      what?.placeholder,
      ...(size?.options ?? []).map(({ text }) => text),
      next?.title,
    ], [...expected.dialog]);
    assertEquals((await submit("text")).error, expected.wrong);
    assertEquals((await submit("field")).errors, { what: expected.wrong, size: "plain" });
    const post = t.posts(channel).at(-1);
    assert(post !== undefined);
    for (const label of ["Greet", "Short"]) {
      const { ephemeral } = await t.click(post, label, { as });
      assertEquals(ephemeral.map(({ message }) => message), [expected.hello]);
    }
  }
});
