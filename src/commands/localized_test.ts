import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { definePlugin } from "../define/define_plugin.ts";
import { localized } from "../plugin/context/translate.ts";
import { UserError } from "../plugin/user_error.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { ephemeral, inChannel } from "./answer.ts";
import { arg } from "./arg.ts";
import { command, subcommand } from "./subcommand.ts";

const texts = {
  en: {
    todos: "Your todos",
    name: "Todos",
    add: "Adds one",
    what: "[what]",
    text: "What to do",
    low: "Can wait",
    added: "Added: {text}",
    said: "Hello",
    bad: "Not {text}",
    found: "Found",
  },
  de: {
    todos: "Deine Aufgaben",
    name: "Aufgaben",
    add: "Fügt eine hinzu",
    what: "[was]",
    text: "Was zu tun ist",
    low: "Hat Zeit",
    added: "Hinzugefügt: {text}",
    said: "Hallo",
    bad: "Nicht {text}",
    found: "Gefunden",
  },
};

const plugin = definePlugin({
  translations: texts,
  commands: {
    todo: {
      description: localized("todos"),
      displayName: localized("name"),
      subcommands: {
        add: subcommand({
          description: localized("add"),
          args: {
            text: arg.text({ hint: localized("what"), description: localized("text") }),
            priority: arg.choice([{ value: "low", description: localized("low") }, "high"], {
              named: true,
              optional: true,
            }),
          },
          run: ({ text }) => {
            if (text === "never") throw new UserError(localized("bad", { text }), { usage: true });
            if (text === "no") throw new UserError(localized("bad", { text }));
            return ephemeral(localized("added", { text }));
          },
        }),
        say: subcommand({ description: "d", run: () => inChannel(localized("said")) }),
        plain: subcommand({ description: "d", run: () => localized("said") }),
        reply: subcommand({
          description: "d",
          hint: localized("what"),
          run: () => ephemeral({ text: localized("said"), username: "x" }),
        }),
        find: subcommand({
          description: "d",
          args: { key: arg.choice(() => [{ value: "a", description: localized("found") }]) },
          run: ({ key }) => key,
        }),
      },
    },
  },
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "own" } }),
  hooks: {
    executeCommand: ({ command }) => {
      if (command === "/own error") throw new UserError(localized("bad", { text: "x" }));
      return command === "/own" ? localized("said") : { text: localized("said") };
    },
  },
});

/** The test kit with somebody who reads German, in the channel that everybody is in. */
async function withGreta(t: TestKit) {
  const greta = t.mattermost.createUser({ username: "greta", locale: "de" }, t.team);
  await t.api.addUserToChannel({
    channelId: t.channel.id,
    userId: greta.id,
    asUserId: t.users.admin.id,
  });
  const say = async (line: string) => (await t.command(line, { as: greta })).text;
  return { greta, say };
}

Deno.test("the help is in the language of who asks for it", async () => {
  await using t = await testPlugin(plugin);
  const { say } = await withGreta(t);
  assertEquals(
    await say("/todo help add"),
    [
      "**`/todo add <text> [--priority <priority>]`**",
      "Fügt eine hinzu",
      "",
      "- `<text>`: Was zu tun ist",
      "- `[--priority <priority>]`: one of `low` (Hat Zeit), `high`",
    ].join("\n"),
  );
  const german = await say("/todo");
  const english = (await t.command("/todo")).text;
  for (
    const [help, todos, hint] of [[german, "Deine Aufgaben", "was"], [english, "Your", "what"]]
  ) {
    assertStringIncludes(help ?? "", `\n${todos}`);
    assertStringIncludes(help ?? "", `/todo reply [${hint}]`);
  }
});

Deno.test("answers and errors are in the language of the caller", async () => {
  await using t = await testPlugin(plugin);
  const { say } = await withGreta(t);
  const lines = [
    "/todo add Milch",
    "/todo plain",
    "/todo reply",
    "/todo add no",
    "/todo add never",
    "/own",
    "/own object",
  ];
  const said = [];
  for (const line of lines) said.push(await say(line));
  assertEquals(said, [
    "Hinzugefügt: Milch",
    "Hallo",
    "Hallo",
    "Nicht no",
    "Nicht never\nUsage: `/todo add <text> [--priority <priority>]`",
    "Hallo",
    "Hallo",
  ]);
  assertEquals((await t.command("/todo add milk")).text, "Added: milk");
  await say("/todo say");
  assertEquals(t.posts().map(({ message }) => message), ["Hallo"]);
});

Deno.test("what the author's hook throws for the caller is in their language, too", async () => {
  await using t = await testPlugin(plugin);
  const { greta } = await withGreta(t);
  let thrown: unknown;
  await t.command("/own error", { as: greta }).catch((error) => thrown = error);
  assertStringIncludes(String(thrown), "Nicht x");
});

Deno.test("the list that shows while people type is in the server's language", async () => {
  await using t = await testPlugin(plugin);
  const registered = async () => {
    const all = await t.api.listPluginCommands({ teamId: t.team.id });
    const todo = all.find(({ trigger }) => trigger === "todo");
    const add = todo?.autocompleteData?.subCommands.find(({ trigger }) => trigger === "add");
    const [text, priority] = add?.arguments ?? [];
    return [
      todo?.displayName,
      todo?.autoCompleteDesc,
      add?.helpText,
      text?.helpText,
      JSON.stringify(text?.data).includes("[was]"),
      JSON.stringify(priority?.data).includes("Hat Zeit"),
    ];
  };
  assertEquals(await registered(), [
    "Todos",
    "Your todos",
    "Adds one",
    "What to do",
    false,
    false,
  ]);
  const config = await t.api.getConfig();
  config.LocalizationSettings.DefaultServerLocale = "de";
  await t.api.saveConfig({ config });
  assertEquals(await registered(), [
    "Aufgaben",
    "Deine Aufgaben",
    "Fügt eine hinzu",
    "Was zu tun ist",
    true,
    true,
  ]);
});

Deno.test("a list that is made for somebody is in their language", async () => {
  await using t = await testPlugin(plugin);
  const { greta } = await withGreta(t);
  const path = `/_plugin/commands/todo/find/key?channel_id=${t.channel.id}`;
  const list = async (as: typeof greta) => await (await t.fetch(path, { as })).json();
  assertEquals(await list(greta), [{ Item: "a", Hint: "", HelpText: "Gefunden" }]);
  assertEquals(await list(t.users.ada), [{ Item: "a", Hint: "", HelpText: "Found" }]);
});

Deno.test("a text that a command names must be there", () => {
  const refusal = (translations: object, description: string) =>
    assertThrows(
      () =>
        definePlugin({
          translations: translations as typeof texts,
          commands: {
            todo: {
              description: "d",
              subcommands: {
                add: subcommand({
                  description: "d",
                  args: { how: arg.choice([{ value: "x", hint: localized(description) }]) },
                  run: () => {},
                }),
              },
            },
          },
        }),
      TypeError,
    ).message;
  const at =
    "definePlugin(): commands.todo.subcommands.add.args.how.values.0.hint: there is no text";
  assertEquals(
    refusal(texts, "adds"),
    `${at} "adds" in the translations of "en"; did you mean "add"?`,
  );
  assertEquals(refusal(texts, "frobnicate"), `${at} "frobnicate" in the translations of "en"`);
  assertEquals(
    refusal({}, "add"),
    `${at} "add", since there are no translations; write definePlugin({ translations: { en: { … } } })`,
  );
  // What is in a folder is not known yet.
  definePlugin({
    translations: "i18n",
    commands: { x: command({ description: localized("any"), run: () => {} }) },
  });
});

Deno.test("a description is a text in one language or in any", () => {
  const text = (description: unknown) =>
    assertThrows(() => subcommand({ description: description as string, run: () => {} }), TypeError)
      .message;
  assertEquals(
    text(5),
    "subcommand(): description: expected a string or localized(…), got the number 5",
  );
  assertEquals(
    text({ key: "x" }),
    "subcommand(): description: expected a string or localized(…), got an object",
  );
});
