import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  NotFoundError,
  PermissionDeniedError,
  PluginAPIError,
  ValidationError,
} from "../api/errors.ts";
import { type CommandArgs, CommandResponseSchema } from "../contract/mod.ts";
import { apiOf, eventsOf, inProcessPlugin, type Setup, setUp } from "./setup_test.ts";

/** Installs a plugin whose command `/do` answers this; gives the arguments that it was called with. */
async function withCommand(
  s: Setup,
  answer: MessageInitShape<typeof CommandResponseSchema> | null,
): Promise<CommandArgs[]> {
  const calls: CommandArgs[] = [];
  await s.mattermost.attachPlugin(inProcessPlugin("com.example.first", {
    executeCommand({ args }) {
      calls.push(args as CommandArgs);
      return Promise.resolve(answer && create(CommandResponseSchema, answer));
    },
  }));
  await s.api.registerCommand({ command: { trigger: "Do", autoComplete: true } });
  return calls;
}

const run = (s: Setup, command: string) =>
  s.mattermost.execute({ userId: s.ada.id, channelId: s.channel.id, command });

Deno.test("a command gets who, where and the whole line, with the mentions in it", async () => {
  await using s = setUp();
  const calls = await withCommand(s, { text: "done" });
  await run(s, "/DO it @bob, ~talk and @nobody");
  assertEquals(calls.length, 1);
  const [args] = calls;
  assertEquals(args?.command, "/DO it @bob, ~talk and @nobody");
  assertEquals([args?.userId, args?.channelId, args?.teamId], [s.ada.id, s.channel.id, s.team.id]);
  assertEquals(args?.siteUrl, "http://localhost:8065");
  assertEquals(args?.userMentions, { bob: s.bob.id });
  assertEquals(args?.channelMentions, { talk: s.channel.id });
  assertEquals(args?.triggerId === "", false);
});

Deno.test("an answer is shown to the caller alone unless it says otherwise", async () => {
  await using s = setUp();
  await withCommand(s, { text: "just for you" });
  const response = await run(s, "/do");
  assertEquals(response.text, "just for you");
  const [event] = eventsOf(s.events, "ephemeral_message");
  assertEquals([event?.userId, event?.post.message], [s.ada.id, "just for you"]);
  assertEquals(event?.post.type, "system_ephemeral");
  assertEquals(eventsOf(s.events, "posted"), []);
});

Deno.test("an answer for the channel is a post of the caller", async () => {
  await using s = setUp();
  await withCommand(s, { responseType: "in_channel", text: "<https://x.y|See> <!here>" });
  await run(s, "/do");
  const [event] = eventsOf(s.events, "posted");
  assertEquals([event?.post.userId, event?.post.message], [s.ada.id, "[See](https://x.y) @here"]);
});

Deno.test("an answer without text, or of an unknown type, posts nothing", async () => {
  for (const answer of [{}, { responseType: "whisper", text: "psst" }]) {
    await using s = setUp();
    await withCommand(s, answer);
    await run(s, "/do");
    assertEquals(s.events.filter((event) => event.type !== "plugin_status_changed"), []);
  }
});

Deno.test("attachments become props of the post", async () => {
  await using s = setUp();
  await withCommand(s, { messageAttachments: [{ title: "T", text: "<https://x.y|x>" }] });
  await run(s, "/do");
  const [event] = eventsOf(s.events, "ephemeral_message");
  const attachments = event?.post.props?.["attachments"];
  assertEquals(Array.isArray(attachments) && attachments[0], {
    title: "T",
    text: "[x](https://x.y)",
  });
});

Deno.test("a command that nobody has, and one that its plugin disowns, are not found", async () => {
  await using s = setUp();
  const unknown = await assertRejects(() => run(s, "/nope now"), NotFoundError);
  assertEquals(unknown.id, "api.command.execute_command.not_found.app_error");
  assertStringIncludes(unknown.message, `"/nope"`);
  assertStringIncludes(unknown.message, "put a space before it");
  await withCommand(s, null);
  const disowned = await assertRejects(() => run(s, "/do"), NotFoundError);
  assertEquals(disowned.id, "api.command.execute_command.not_found.app_error");
  await assertRejects(() => run(s, "/do\tit"), NotFoundError, "/do");
});

Deno.test("a text without a slash is no command", async () => {
  await using s = setUp();
  const error = await assertRejects(() => run(s, "do it"), ValidationError);
  assertEquals(error.id, "api.command.execute_command.start.app_error");
});

Deno.test("a plugin's own error reaches the caller", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("com.example.first", {
    executeCommand: () =>
      Promise.reject(new PluginAPIError({ id: "my.error", message: "No.", statusCode: 418 })),
  }));
  await s.api.registerCommand({ command: { trigger: "do" } });
  const error = await assertRejects(() => run(s, "/do"), PluginAPIError);
  assertEquals([error.id, error.message, error.statusCode], ["my.error", "No.", 418]);
});

Deno.test("who is not in the channel cannot run a command there", async () => {
  await using s = setUp();
  await withCommand(s, { text: "x" });
  const eve = s.mattermost.createUser({ username: "eve" }, s.team);
  await assertRejects(
    () => s.mattermost.execute({ userId: eve.id, channelId: s.channel.id, command: "/do" }),
    PermissionDeniedError,
  );
});

Deno.test("the first plugin that registers a trigger keeps it, until it ends", async () => {
  await using s = setUp();
  await withCommand(s, { text: "first" });
  await s.mattermost.attachPlugin(inProcessPlugin("com.example.second", {
    executeCommand: () => Promise.resolve(create(CommandResponseSchema, { text: "second" })),
  }));
  await apiOf(s.mattermost, "com.example.second").registerCommand({ command: { trigger: "do" } });
  assertEquals((await run(s, "/do")).text, "first");
  await s.mattermost.removePlugin("com.example.first");
  assertEquals((await run(s, "/do")).text, "second");
  await s.mattermost.removePlugin("com.example.second");
  await assertRejects(() => run(s, "/do"), NotFoundError);
});

Deno.test("registering again replaces, and unregistering takes away", async () => {
  await using s = setUp();
  await withCommand(s, { text: "x" });
  await s.api.registerCommand({ command: { trigger: "do", autoCompleteDesc: "Does it" } });
  const listed = await s.api.listPluginCommands({ teamId: s.team.id });
  assertEquals(listed.map((c) => [c.trigger, c.autoCompleteDesc]), [["do", "Does it"]]);
  assertEquals(listed[0]?.autocompleteData?.helpText, "Does it");
  await s.api.unregisterCommand({ teamId: "", trigger: "DO" });
  assertEquals(await s.api.listPluginCommands({ teamId: s.team.id }), []);
});

Deno.test("autocomplete data that a server would refuse is refused, with its place", async () => {
  await using s = setUp();
  const message = async (autocompleteData: Record<string, unknown>) =>
    (await assertRejects(
      () => s.api.registerCommand({ command: { trigger: "do", autocompleteData } }),
      PluginAPIError,
    )).message;
  assertStringIncludes(await message({ trigger: "Do" }), "must be in lower case");
  assertStringIncludes(
    await message({ trigger: "do", arguments: [{ type: "TextInput" }], subCommands: [{}] }),
    "one or the other",
  );
  assertStringIncludes(
    await message({ trigger: "do", subCommands: [{ trigger: "" }] }),
    "autocompleteData.subCommands[0].trigger is empty",
  );
  assertStringIncludes(
    await message({ trigger: "do", arguments: [{ type: "TextInput" }] }),
    "autocompleteData.arguments[0] is a text without a name",
  );
  const none = await assertRejects(
    () => s.api.registerCommand({ command: {} }),
    PluginAPIError,
  );
  assertStringIncludes(none.message, "trigger is empty");
});
