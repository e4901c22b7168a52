import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { AlreadyExistsError, NotFoundError, PluginAPIError } from "../api/errors.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { setting } from "../settings/setting_kinds.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { command, subcommand } from "./subcommand.ts";

const say = (text: string) => ({ description: `Says ${text}`, run: () => text });

async function triggers(t: TestKit, teamId: string): Promise<string[]> {
  const all = await t.api.listPluginCommands({ teamId });
  return all.map(({ trigger }) => trigger).toSorted();
}

Deno.test("commands are registered before onActivate, with what clients show", async () => {
  let seen: string[] = [];
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  await using t = await testPlugin(definePlugin({
    commands: {
      hello: command({ ...say("hello"), aliases: ["hi"], icon: svg, displayName: "Hello!" }),
      quiet: subcommand({ ...say("quiet"), hidden: true }),
    },
    onActivate: async ({ api }) => {
      seen = (await api.listPluginCommands({ teamId: "" })).map(({ trigger }) => trigger);
    },
  }));
  assertEquals(seen.toSorted(), ["hello", "hi", "quiet"]);
  const all = await t.api.listPluginCommands({ teamId: t.team.id });
  const by = (trigger: string) => all.find((each) => each.trigger === trigger);
  assertEquals(by("hello")?.autoComplete, true);
  assertEquals(by("hello")?.autoCompleteDesc, "Says hello");
  assertEquals(by("hello")?.displayName, "Hello!");
  assertEquals(by("hello")?.autocompleteIconData, `data:image/svg+xml;base64,${btoa(svg)}`);
  // Aliases work, but are not offered; what is hidden is not either.
  assertEquals([by("hi")?.autoComplete, by("quiet")?.autoComplete], [false, false]);
  assertEquals((await t.command("/hi")).text, "hello");
});

Deno.test("a command that the server refuses keeps the plugin from starting, by name", async () => {
  const plugin = definePlugin({ commands: { hello: subcommand(say("hello")) } });
  const registerCommand = () => {
    throw new AlreadyExistsError({ message: "taken" });
  };
  const error = await assertRejects(
    () => testPlugin(plugin, { api: { registerCommand } }),
    PluginAPIError,
  );
  assertStringIncludes(error.message, "The command /hello could not be registered: taken");
});

Deno.test("a command of some teams is there and nowhere else; what does not exist is logged", async () => {
  await using t = await testPlugin(definePlugin({
    commands: {
      here: command({ ...say("here"), aliases: ["h"], teams: ["Acme", "nowhere"] }),
      everywhere: subcommand(say("everywhere")),
    },
  }));
  const other = t.mattermost.createTeam({ name: "other" });
  assertEquals(await triggers(t, t.team.id), ["everywhere", "h", "here"]);
  assertEquals(await triggers(t, other.id), ["everywhere"]);
  assertEquals((await t.command("/h")).text, "here");
  const warning = t.log.find(({ level }) => level === "warn");
  assertEquals(warning?.message, "the command /here is not in a team that does not exist");
  assertEquals(warning?.fields["team"], "nowhere");
});

Deno.test("in another team the same word may be the author's own command", async () => {
  await using t = await testPlugin(definePlugin({
    commands: { here: command({ ...say("here"), teams: ["elsewhere"] }) },
    onActivate: ({ api }) => api.registerCommand({ command: { trigger: "here" } }),
    hooks: { executeCommand: ({ command }) => `own ${command}` },
  }));
  assertEquals((await t.command("/here")).text, "own /here");
});

Deno.test("teams can come from the settings: the command goes where they say, and leaves where they no longer do", async () => {
  await using t = await testPlugin(definePlugin({
    settings: { teams: setting.text({ label: "Teams", default: "acme" }) },
    commands: {
      here: command({
        ...say("here"),
        aliases: ["h"],
        teams: ({ config }) => config.teams.split(" ").filter((name) => name !== ""),
      }),
    },
  }));
  const other = t.mattermost.createTeam({ name: "other" });
  const both = async () => [await triggers(t, t.team.id), await triggers(t, other.id)];
  assertEquals(await both(), [["h", "here"], []]);
  await t.configure({ teams: "other" });
  assertEquals(await both(), [[], ["h", "here"]]);
  await assertRejects(() => t.command("/here"), NotFoundError);
  await t.configure({ teams: `other ${t.team.id}` });
  assertEquals(await both(), [["h", "here"], ["h", "here"]]);
  await t.configure({ teams: "" });
  assertEquals(await both(), [[], []]);
});

Deno.test("teams that are no list are a failure that is logged, and leave things as they are", async () => {
  let teams: unknown = ["acme"];
  await using t = await testPlugin(definePlugin({
    commands: { here: command({ ...say("here"), teams: () => teams as string[] }) },
  }));
  teams = "acme";
  await t.configure({});
  const line = t.log.find(({ level }) => level === "error");
  assertEquals(
    line?.message,
    "commands could not take the new settings: The command /here: teams: expected a list of names " +
      'or ids, got "acme"',
  );
  assertEquals((await t.command("/here")).text, "here");
});

Deno.test("a plugin that starts again has its commands again", async () => {
  await using t = await testPlugin(definePlugin({
    commands: { here: command({ ...say("here"), teams: ["acme"] }) },
  }));
  await t.restart();
  assertEquals((await t.command("/here")).text, "here");
});
