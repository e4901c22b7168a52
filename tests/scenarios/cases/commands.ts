/** Scenarios about slash commands. @module */
import type { Scenarios } from "../play.ts";
import type { Scene } from "../scene.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf } from "./pick.ts";

const said = ["ephemeral_message", "posted"];

/** Has ada run the plugin's command, which answers with this; gives the response and what is said. */
async function answering(
  { as, heard, ids, outcome }: Scene,
  answer: unknown,
): Promise<unknown> {
  const command = `/scene ${typeof answer === "string" ? answer : JSON.stringify(answer)}`;
  let response: unknown;
  const told = await heard(["ada", "bob"], said, async () => {
    response = await outcome(as("ada").execute(ids.channel, command).then(withoutEmptyLists));
  });
  return { response, told };
}

/** A response without lists that are empty: REST has null for some of them, and messages cannot. */
function withoutEmptyLists(response: JsonObject): JsonObject {
  const { attachments, extra_responses, ...rest } = response;
  const empty = (list: unknown) => list === null || (list as unknown[]).length === 0;
  return {
    ...rest,
    ...!empty(attachments) && { attachments },
    ...!empty(extra_responses) && { extra_responses },
  } as JsonObject;
}

/** The plugin's commands by trigger. */
async function listed({ call, ids }: Scene): Promise<unknown> {
  const commands = await call<JsonObject[]>("listPluginCommands", { teamId: ids.team });
  const own = commands.filter(({ trigger }) => String(trigger).startsWith("own-"));
  return fieldsOf(own, "trigger", "auto_complete_hint", "team_id");
}

export const commands: Scenarios = {
  "a command answers its caller alone": (scene) => answering(scene, { text: "aye" }),
  "a command answers everybody": (scene) =>
    answering(scene, { responseType: "in_channel", text: "aye aye" }),
  "a command's answer of a type that is none is not posted": (scene) =>
    answering(scene, { responseType: "loud", text: "aye" }),
  "a command answers nothing": (scene) => answering(scene, {}),
  "a command that its plugin does not know is not found": (scene) => answering(scene, null),
  "a command that breaks": (scene) => answering(scene, "throw"),
  "a command's answer has props": (scene) =>
    answering(scene, { responseType: "in_channel", text: "aye", props: { knots: 3 } }),
  "a command's answer has Slack's links": (scene) =>
    answering(scene, { text: "see <https://example.com|the chart> and <!here>" }),
  "a command's answer keeps Slack's links": (scene) =>
    answering(scene, { text: "see <https://example.com|the chart>", skipSlackParsing: true }),
  "a command's answer of a system's type is refused": (scene) =>
    answering(scene, { text: "x", type: "system_join_channel" }),
  "a command answers in another channel of its caller": (scene) =>
    answering(scene, { responseType: "in_channel", text: "below", channelId: scene.ids.cellar }),
  "a command does not answer in a channel that its caller is not in": (scene) =>
    answering(scene, {
      responseType: "in_channel",
      text: "x",
      channelId: scene.ids.unknown,
    }),
  "a command sends its caller elsewhere": (scene) =>
    answering(scene, { gotoLocation: "https://example.com/" }),
  "what a command is told": async ({ as, ids }) => {
    const line = "/scene args";
    const { text } = await as("ada").execute(ids.channel, line) as { text: string };
    const { trigger_id, session_id: _, ...args } = JSON.parse(text);
    return { ...args, trigger_id: typeof trigger_id };
  },
  "what a command in a direct channel is told": async ({ as, call, ids }) => {
    const request = { userId1: ids.ada, userId2: ids.bob };
    const { id } = await call<{ id: string }>("getDirectChannel", request);
    const { text } = await as("ada").execute(id, "/scene args") as { text: string };
    return fieldsOf(JSON.parse(text), "team_id", "channel_id", "user_id");
  },
  "a command is told whom and what it names": async ({ as, ids }) => {
    const line = "/scene mentions @bob-at-sea @dan-at-sea @nobody ~pier ~cellar";
    const { text } = await as("ada").execute(ids.channel, line) as { text: string };
    return JSON.parse(text);
  },
  "a command of the text that follows its name in capitals": async ({ as, ids }) =>
    fieldsOf(await as("ada").execute(ids.channel, '/SCENE {"text": "aye"}'), "text"),
  "a command that nobody has is not found": ({ as, ids }) =>
    as("ada").execute(ids.channel, "/no-such-command"),
  "a command without a slash is none": ({ as, ids }) => as("ada").execute(ids.channel, "scene"),
  "a plugin runs what is no command": ({ call, ids }) =>
    call("executeSlashCommand", {
      commandArgs: {
        userId: ids.ada,
        channelId: ids.channel,
        teamId: ids.team,
        command: "scene",
      },
    }),
  "a command whose name ends with a tab is not found": ({ as, ids }) =>
    as("ada").execute(ids.channel, "/scene\tx"),
  "a command in a channel that its caller is not in is refused": ({ as, ids }) =>
    as("carol").execute(ids.cellar, "/scene {}"),
  "a plugin runs a command for somebody": async ({ call, ids }) =>
    fieldsOf(
      await call("executeSlashCommand", {
        commandArgs: {
          userId: ids.ada,
          channelId: ids.channel,
          teamId: ids.team,
          command: '/scene {"text": "aye"}',
        },
      }),
      "text",
      "response_type",
    ),
  "a plugin runs a command for an account that is not there": ({ call, ids }) =>
    call("executeSlashCommand", {
      commandArgs: {
        userId: ids.unknown,
        channelId: ids.channel,
        teamId: ids.team,
        command: "/scene {}",
      },
    }),

  "a command is registered": async (scene) => {
    await scene.call("registerCommand", {
      command: { trigger: "own-One", autoComplete: true, autoCompleteHint: "[hint]" },
    });
    const after = await listed(scene);
    await scene.call("unregisterCommand", { teamId: "", trigger: "own-one" });
    return [after, await listed(scene)];
  },
  "a command registered again takes the place of the first": async (scene) => {
    for (const autoCompleteHint of ["first", "second"]) {
      const command = { trigger: "own-two", autoComplete: true, autoCompleteHint };
      await scene.call("registerCommand", { command });
    }
    const after = await listed(scene);
    await scene.call("unregisterCommand", { teamId: "", trigger: "own-two" });
    return after;
  },
  "a command of one team is another's nothing": async (scene) => {
    const { call, ids } = scene;
    await call("registerCommand", { command: { trigger: "own-three", teamId: ids.unknown } });
    const after = await listed(scene);
    await call("unregisterCommand", { teamId: ids.unknown, trigger: "own-three" });
    return after;
  },
  "a command without a trigger is not registered": ({ call }) =>
    call("registerCommand", { command: { trigger: "" } }),
  "a command with a slash before its trigger": async (scene) => {
    await scene.call("registerCommand", { command: { trigger: "/own-four" } });
    return await listed(scene);
  },
  "a command with autocomplete data without a trigger is not registered": ({ call }) =>
    call("registerCommand", {
      command: {
        trigger: "own-five",
        autoComplete: true,
        autocompleteData: { trigger: "", helpText: "x" },
      },
    }),
  "a command with a role that is none is not registered": ({ call }) =>
    call("registerCommand", {
      command: {
        trigger: "own-six",
        autoComplete: true,
        autocompleteData: { trigger: "own-six", helpText: "x", roleId: "captain" },
      },
    }),
  "a command that nobody has registered is unregistered": ({ call }) =>
    call("unregisterCommand", { teamId: "", trigger: "own-never" }),
};
