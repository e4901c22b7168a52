import { clone, create } from "@bufbuild/protobuf";
import {
  type CommandArgs,
  CommandArgsSchema,
  type CommandResponse,
  CommandResponseSchema,
  PluginContextSchema,
} from "../contract/mod.ts";
import { invalid, notFound } from "./app_error.ts";
import { channelMentions, userMentions } from "./command_mentions.ts";
import { answerCommand } from "./command_response.ts";
import type { Server } from "./server.ts";
import { newTriggerId } from "./trigger_ids.ts";

/** An unknown trigger is shown up to this length. */
const maxShownTrigger = 15;

/**
 * Runs a slash command: calls the plugin that registered it first, and posts what it answers.
 *
 * The trigger ends at the first space, in whatever case; a tab does not end it, as on a real
 * server.
 *
 * @returns The plugin's answer.
 * @throws {ValidationError} When the text is no command.
 * @throws {NotFoundError} When no plugin has this command, or the plugin says that it does not know
 * it.
 * @throws {PluginAPIError} The plugin's own error.
 */
export async function executeCommand(server: Server, given: CommandArgs): Promise<CommandResponse> {
  const args = clone(CommandArgsSchema, given);
  if (!args.command.startsWith("/")) {
    throw invalid(
      "command",
      "api.command.execute_command.format.app_error",
      `A command begins with a slash; this is "${args.command}".`,
      { params: { Trigger: args.command.split(/\s/)[0] } },
    );
  }
  const trigger = (args.command.slice(1).split(" ")[0] ?? "").toLowerCase();
  const matched = server.commands.forTeam(args.teamId)
    .find(({ command }) => command.trigger === trigger);
  const plugin = matched && server.plugins.get(matched.pluginId);
  if (!plugin) throw unknownCommand(trigger);

  const { clientTriggerId, triggerId } = newTriggerId(server, args.userId);
  args.triggerId = triggerId;
  args.userMentions = userMentions(server, args.command, args.teamId);
  args.channelMentions = channelMentions(server, args.command, args.teamId);
  const pluginContext = create(PluginContextSchema, {
    requestId: server.newId(),
    ...server.origin,
  });
  const answer = await plugin.hooks.executeCommand({ pluginContext, args });
  if (!answer) throw unknownCommand(trigger);
  const response = clone(CommandResponseSchema, answer);
  response.triggerId = clientTriggerId;
  await answerCommand(server, args, response);
  return response;
}

function unknownCommand(trigger: string): Error {
  const shown = trigger.length > maxShownTrigger
    ? `${trigger.slice(0, maxShownTrigger)}...`
    : trigger;
  return notFound(
    "command",
    "api.command.execute_command.not_found.app_error",
    `There is no command "/${shown}". To post a message that begins with a slash, put a space ` +
      `before it.`,
    { params: { Trigger: shown } },
  );
}
