import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { NotFoundError, UnavailableError } from "../api/errors.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { defineDialog } from "../interactions/dialog.ts";
import { element } from "../interactions/elements/mod.ts";
import { UserError } from "../plugin/user_error.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { ephemeral, inChannel } from "./answer.ts";
import { arg } from "./arg.ts";
import { subcommand } from "./subcommand.ts";

const done: string[] = [];

const plugin = definePlugin({
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "other" } }),
  commands: {
    todo: {
      description: "Your todos",
      aliases: ["t"],
      subcommands: {
        add: subcommand({
          description: "Adds one",
          aliases: ["new"],
          args: {
            text: arg.rest({ hint: "[what]" }),
            urgent: arg.boolean({ description: "At once" }),
          },
          run: ({ text, urgent }, { userId, channelId, teamId, rootId }) => {
            done.push(JSON.stringify([text, urgent, userId, channelId, teamId, rootId]));
            return ephemeral("Added.");
          },
        }),
        say: subcommand({
          description: "Says it",
          args: { text: arg.text() },
          run: ({ text }) => inChannel(text),
        }),
        purge: subcommand({ description: "Deletes all", adminOnly: true, run: () => "Gone." }),
        secret: subcommand({ description: "Nobody is told", hidden: true, run: () => "Psst." }),
        list: {
          description: "Lists",
          run: () => "All lists.",
          subcommands: {
            show: subcommand({
              description: "Shows one",
              args: { name: arg.text() },
              run: ({ name }) => name,
            }),
          },
        },
        note: {
          description: "Notes",
          run: subcommand({
            description: "Writes one",
            args: { text: arg.rest() },
            run: ({ text }) => `Noted: ${text}`,
          }),
          subcommands: { last: subcommand({ description: "The last one", run: () => "Last." }) },
        },
      },
    },
    pass: subcommand({ description: "Passes it on", run: () => null }),
    fail: subcommand({
      description: "Fails",
      args: { how: arg.choice(["error", "api", "user", "usage", "answer"]) },
      run: async ({ how }, { api }): Promise<string> => {
        if (how === "error") throw new Error("the password is hunter2");
        if (how === "user") throw new UserError("That was *too* much.");
        if (how === "usage") throw new UserError("Not so.", { usage: true });
        if (how === "answer") return 5 as never;
        return (await api.getUser({ userId: "nobody" })).username;
      },
    }),
  },
  hooks: {
    executeCommand: ({ command }) => `The author's own: ${command}`,
  },
});

async function texts(t: TestKit, as: string, ...lines: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const line of lines) {
    const { response } = await t.command(line, { as: as as "ada" });
    assertEquals(response.responseType !== "in_channel", true, line);
    found.push(response.text);
  }
  return found;
}

Deno.test("a command runs with its arguments, and knows who and where", async () => {
  await using t = await testPlugin(plugin);
  done.length = 0;
  const root = await t.post("A thread");
  const { text, ephemeral } = await t.command("/todo add buy  milk --urgent", { rootId: root.id });
  assertEquals(text, "Added.");
  assertEquals(ephemeral.map(({ message }) => message), ["Added."]);
  assertEquals(done.map((each) => JSON.parse(each)), [
    ["buy  milk", true, t.users.ada.id, t.channel.id, t.team.id, root.id],
  ]);
});

Deno.test("names and aliases are taken in any case, and white space is any", async () => {
  await using t = await testPlugin(plugin);
  done.length = 0;
  for (const line of ["/TODO Add a", "/t new a", "/todo  \t add\n\na", "/todo add a "]) {
    assertEquals((await t.command(line)).text, "Added.", line);
  }
  assertEquals(done.map((each) => JSON.parse(each)[0]), ["a", "a", "a", "a"]);
});

Deno.test("what is said in the channel is a message of the caller", async () => {
  await using t = await testPlugin(plugin);
  await t.command(`/todo say "hello there"`, { as: "ben" });
  assertEquals(t.posts().map(({ message, userId }) => [message, userId]), [
    ["hello there", t.users.ben.id],
  ]);
});

Deno.test("the help is made from what is declared", async () => {
  await using t = await testPlugin(plugin);
  const [help, same, add] = await texts(t, "ada", "/todo", "/todo help", "/todo help new");
  assertEquals(
    help,
    [
      "**`/todo add | say | list | note`**",
      "Your todos",
      "",
      "- `/todo add <text…> [--urgent]`: Adds one",
      "- `/todo say <text>`: Says it",
      "- `/todo list [show]`: Lists",
      "- `/todo note [last | <text…>]`: Notes",
      "",
      "Also: `/t`",
      "",
      "`/todo help add` tells more about one.",
    ].join("\n"),
  );
  assertEquals(same, help);
  assertEquals(
    add,
    [
      "**`/todo add <text…> [--urgent]`**",
      "Adds one",
      "",
      "- `<text…>`",
      "- `[--urgent]`: At once",
      "",
      "Also: `/todo new`",
    ].join("\n"),
  );
  for (const line of ["/todo add --help", "/todo --help add", "/todo HELP add"]) {
    assertEquals((await texts(t, "ada", line))[0], add, line);
  }
  assertStringIncludes((await texts(t, "ada", "/todo list help show"))[0] ?? "", "Shows one");
  assertStringIncludes((await texts(t, "ada", "/fail --help"))[0] ?? "", "one of `error`, `api`");
});

Deno.test("administrators see what others do not, and nobody sees what is hidden", async () => {
  await using t = await testPlugin(plugin);
  const [forAda = "", forAdmin = ""] = [
    ...await texts(t, "ada", "/todo help"),
    ...await texts(t, "admin", "/todo help"),
  ];
  assertEquals([forAda.includes("purge"), forAdmin.includes("purge")], [false, true]);
  assertEquals([forAda.includes("secret"), forAdmin.includes("secret")], [false, false]);
  assertEquals(await texts(t, "ada", "/todo secret", "/todo help secret"), [
    "Psst.",
    "**`/todo secret`**\nNobody is told",
  ]);
});

Deno.test("a group without a subcommand runs what it has for that, or shows its help", async () => {
  await using t = await testPlugin(plugin);
  assertEquals(await texts(t, "ada", "/todo list", "/todo note last", "/todo note it is late"), [
    "All lists.",
    "Last.",
    "Noted: it is late",
  ]);
  assertEquals(await texts(t, "ada", "/todo list shwo", "/todo note"), [
    "There is no `/todo list shwo`; did you mean `/todo list show`?\nUsage: `/todo list [show]`",
    "`<text…>` is missing.\nUsage: `/todo note [last | <text…>]`",
  ]);
});

Deno.test("usage errors are sentences with the usage line, for the caller alone", async () => {
  await using t = await testPlugin(plugin);
  assertEquals(
    await texts(
      t,
      "ada",
      "/todo ad milk",
      "/todo prge",
      "/todo `x`",
      "/todo say",
      "/todo say a b",
      "/todo say --txet=a",
      "/fail harder",
      "/fail usr",
    ),
    [
      "There is no `/todo ad`; did you mean `/todo add`?\nUsage: `/todo add | say | list | note`",
      "There is no `/todo prge`.\nUsage: `/todo add | say | list | note`",
      "There is no `` /todo `x` ``.\nUsage: `/todo add | say | list | note`",
      "`<text>` is missing.\nUsage: `/todo say <text>`",
      "`b` is too much. To give several words as one, put them between quotation marks.\n" +
      "Usage: `/todo say <text>`",
      "There is no `--txet` here; did you mean `--text`?\nUsage: `/todo say <text>`",
      "`how` cannot be `harder`. It can be `error`, `api`, `user`, `usage`, `answer`.\n" +
      "Usage: `/fail <how>`",
      "`how` cannot be `usr`; did you mean `user`?\nUsage: `/fail <how>`",
    ],
  );
  assertEquals(t.posts(), []);
  assertEquals(await texts(t, "admin", "/todo prge"), [
    "There is no `/todo prge`; did you mean `/todo purge`?\n" +
    "Usage: `/todo add | say | purge | list | note`",
  ]);
});

Deno.test("what is for administrators is run by them alone", async () => {
  await using t = await testPlugin(plugin);
  assertEquals(await texts(t, "admin", "/todo purge"), ["Gone."]);
  assertEquals(await texts(t, "ada", "/todo purge", "/todo help purge"), [
    "`/todo purge` cannot be run: it is for system administrators.",
    "`/todo purge` is for system administrators.",
  ]);
});

Deno.test("an error is logged, and the caller reads that it failed and nothing of what was inside", async () => {
  await using t = await testPlugin(plugin);
  for (const how of ["error", "api", "answer"]) {
    const before = t.log.length;
    const [text = ""] = await texts(t, "ada", `/fail ${how}`);
    assert(
      /^`\/fail` failed\. Please try again later, or tell your administrator; in the server's log it is the request `[a-z0-9]{26}`\.$/
        .test(text),
      text,
    );
    const line = t.log.slice(before).find(({ level }) => level === "error");
    assertStringIncludes(line?.message ?? "", "/fail failed: ");
    assertStringIncludes(text, String(line?.fields["request_id"]));
    assertEquals(t.takeErrors().map(({ what }) => what), ["/fail"]);
  }
  assertEquals(await texts(t, "ada", "/fail user", "/fail usage"), [
    "That was *too* much.",
    "Not so.\nUsage: `/fail <how>`",
  ]);
});

Deno.test("the author's own hook gets what is not in the tree, and what a command passes on", async () => {
  await using t = await testPlugin(plugin);
  assertEquals(await texts(t, "ada", "/other x", "/pass"), [
    "The author's own: /other x",
    "The author's own: /pass",
  ]);
  await assertRejects(() => t.command("/nothing"), NotFoundError);
});

Deno.test("a server that does not answer is a failure, too", async () => {
  await using t = await testPlugin(plugin);
  t.fail("hasPermissionTo", { error: new UnavailableError({ message: "the server is busy" }) });
  assertStringIncludes((await texts(t, "admin", "/todo purge"))[0] ?? "", "`/todo purge` failed.");
  assertEquals(t.takeErrors().map(({ message }) => message), ["the server is busy"]);
});

Deno.test("a command opens a dialog for its caller, with what it was told", async () => {
  const form = defineDialog("add", {
    title: "New todo",
    elements: { text: element.text({ label: "What" }) },
    submit: ({ text }, { log, userId, channelId }, state: { list: string }) =>
      log.info("added", { text, userId, channelId, list: state.list }),
  });
  await using t = await testPlugin(definePlugin({
    dialogs: [form],
    commands: {
      todo: subcommand({
        description: "Asks for a todo",
        args: { list: arg.text() },
        run: ({ list }, { openDialog }) => openDialog(form, { list }),
      }),
    },
  }));
  const { dialog, text } = await t.command("/todo home", { as: "ben" });
  assertEquals([dialog?.title, text], ["New todo", ""]);
  assert(dialog !== null);
  await t.submit(dialog, { text: "milk" }, { as: "ben" });
  const line = t.log.find(({ message }) => message === "added");
  assertEquals(
    [line?.fields["text"], line?.fields["userId"], line?.fields["channelId"], line?.fields["list"]],
    ["milk", t.users.ben.id, t.channel.id, "home"],
  );
});
