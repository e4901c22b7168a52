import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { definePlugin } from "../define/define_plugin.ts";
import { UserError } from "../plugin/user_error.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { arg } from "./arg.ts";
import { subcommand } from "./subcommand.ts";

const asked: unknown[] = [];

const issues = ["MM-1", { value: "two words", hint: "#2", description: "The second" }, `a"b`];

const plugin = definePlugin({
  commands: {
    issue: {
      description: "Issues",
      subcommands: {
        show: subcommand({
          description: "Shows one",
          args: {
            key: arg.choice((input, { userId, channelId, teamId, rootId }) => {
              asked.push([input, userId, channelId, teamId, rootId]);
              return issues;
            }),
          },
          run: ({ key }) => `Issue ${key}`,
        }),
        any: subcommand({
          description: "Shows any",
          args: {
            key: arg.choice(() => issues, { anyValue: true }),
            from: arg.choice(() => ["x"], { named: true, optional: true }),
          },
          run: ({ key }) => `Any ${key}`,
        }),
        broken: subcommand({
          description: "Fails",
          args: {
            key: arg.choice((input, { openDialog }) => {
              if (input === "user") throw new UserError("Nothing for you.");
              if (input === "list") return "MM-1" as never;
              if (input === "empty") return [""];
              if (input === "dialog") return openDialog({} as never).then(() => []);
              throw new Error("the tracker is down");
            }),
          },
          run: () => {},
        }),
        close: subcommand({
          description: "Closes one",
          adminOnly: true,
          args: { key: arg.choice(() => issues) },
          run: () => "Closed.",
        }),
      },
    },
    "a/b": subcommand({
      description: "d",
      permission: ({ channelId }) => channelId !== "",
      args: { c: arg.choice(() => ["x"]) },
      run: ({ c }) => c,
    }),
  },
  hooks: { serveHTTP: () => new Response("the author's") },
});

type Caller = "ada" | "admin" | "mallory" | "nobody";

/** Asks as the server does while somebody types. */
function ask(
  t: TestKit,
  path: string,
  query: Readonly<Record<string, string>> = {},
  as: Caller = "ada",
): Promise<Response> {
  const parameters = new URLSearchParams({
    user_input: "issue show M",
    parsed: "issue show ",
    channel_id: t.channel.id,
    team_id: t.team.id,
    root_id: "r".repeat(26),
    ...query,
  });
  return t.fetch(`/_plugin/commands/${path}?${parameters}`, as === "nobody" ? {} : { as });
}

Deno.test("a list is served at the address that the autocomplete data names", async () => {
  await using t = await testPlugin(plugin);
  asked.length = 0;
  const [command] = await t.api.listPluginCommands({ teamId: t.team.id });
  const show = command?.autocompleteData?.subCommands.find(({ trigger }) => trigger === "show");
  const [argument] = show?.arguments ?? [];
  assertEquals(argument?.type, "DynamicList");
  const kind = argument?.data?.kind;
  assert(kind?.case === "structValue");
  const url = kind.value.fields["FetchURL"]?.kind.value;
  assertEquals(url, "_plugin/commands/issue/show/key");
  const response = await ask(t, "issue/show/key");
  assertEquals(await response.json(), [
    { Item: "MM-1", Hint: "", HelpText: "" },
    { Item: `"two words"`, Hint: "#2", HelpText: "The second" },
    { Item: `a"b`, Hint: "", HelpText: "" },
  ]);
  assertEquals(asked, [["M", t.users.ada.id, t.channel.id, t.team.id, ""]]);
});

Deno.test("the function is given what has been typed of the argument alone", async () => {
  await using t = await testPlugin(plugin);
  asked.length = 0;
  const typed = ["", " ", '"two wo', "“two wo", "MM-1 ", `"two words"`];
  for (const text of typed) {
    await (await ask(t, "issue/show/key", { user_input: `issue show ${text}` })).body?.cancel();
  }
  assertEquals(asked.map((each) => (each as string[])[0]), [
    "",
    "",
    "two wo",
    "two wo",
    "MM-1",
    "two words",
  ]);
});

Deno.test("who is not logged in, or may not read the place, gets no list", async () => {
  await using t = await testPlugin(plugin);
  asked.length = 0;
  const status = async (query: Readonly<Record<string, string>>, as?: Caller) => {
    const response = await ask(t, "issue/show/key", query, as);
    const { status_code } = await response.json();
    assertEquals(status_code, response.status);
    return response.status;
  };
  assertEquals(await status({}, "nobody"), 401);
  // Mallory is in the team, but not in the channel.
  assertEquals(await status({}, "mallory"), 403);
  const elsewhere = t.mattermost.createTeam({ name: "elsewhere" });
  assertEquals(await status({ team_id: elsewhere.id }), 403);
  assertEquals(await status({ channel_id: "c".repeat(26) }), 403);
  assertEquals(asked, []);
  // The honest twin.
  assertEquals((await ask(t, "issue/show/key")).status, 200);
  assertEquals(asked.length, 1);
});

Deno.test("a name in the query or the header is not believed", async () => {
  await using t = await testPlugin(plugin);
  asked.length = 0;
  const path = `/_plugin/commands/issue/show/key?user_id=${t.users.admin.id}`;
  const headers = { "Mattermost-User-Id": t.users.admin.id };
  assertEquals((await t.fetch(path, { headers })).status, 401);
  assertEquals((await t.fetch(path, { headers, as: "ben" })).status, 200);
  assertEquals(asked, [["", t.users.ben.id, "", "", ""]]);
});

Deno.test("who may not run the command gets no list for it", async () => {
  await using t = await testPlugin(plugin);
  assertEquals((await ask(t, "issue/close/key")).status, 403);
  assertEquals((await ask(t, "issue/close/key", {}, "admin")).status, 200);
  assertEquals((await ask(t, "a~b/c")).status, 200);
  assertEquals((await ask(t, "a~b/c", { channel_id: "" })).status, 403);
});

Deno.test("paths that are no list are not the author's, and lists are not posted to", async () => {
  await using t = await testPlugin(plugin);
  for (const path of ["issue", "issue/show/text", "issue/show/key/x", "%ff", "a/b/c"]) {
    assertEquals((await ask(t, path)).status, 404, path);
  }
  const posted = await t.fetch("/_plugin/commands/issue/show/key", { method: "POST", as: "ada" });
  assertEquals(posted.status, 405);
  assertEquals(await (await t.fetch("/other")).text(), "the author's");
});

Deno.test("a function that fails is logged, and the list is empty", async () => {
  await using t = await testPlugin(plugin);
  const input = (user_input: string) => ask(t, "issue/broken/key", { user_input, parsed: "" });
  assertEquals(await (await input("user")).json(), []);
  const failures: [string, string][] = [
    ["down", "the tracker is down"],
    ["list", 'arg.choice(): what the function gave: expected a list of values, got "MM-1"'],
    ["empty", 'arg.choice(): what the function gave[0]: value: expected a text, got ""'],
    ["dialog", "a list of choices cannot open a dialog"],
  ];
  for (const [text, message] of failures) {
    const response = await input(text);
    assertEquals(response.status, 500);
    assertEquals((await response.json()).message, "The choices could not be found.");
    const [error, ...more] = t.takeErrors();
    assertEquals([error?.what, more], ["the choices of /issue broken", []]);
    assertStringIncludes(error?.message ?? "", message);
  }
});

Deno.test("a value is one that the function gives, unless any is taken", async () => {
  await using t = await testPlugin(plugin);
  assertEquals((await t.command("/issue show mm-1")).text, "Issue MM-1");
  assertEquals((await t.command(`/issue show "two words"`)).text, "Issue two words");
  assertStringIncludes(
    (await t.command("/issue show MM-2")).text,
    "`key` cannot be `MM-2`; did you mean `MM-1`?",
  );
  assertEquals((await t.command("/issue any MM-2")).text, "Any MM-2");
  assertEquals((await t.command("/a/b x")).text, "x");
});
