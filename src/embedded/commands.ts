import { create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import {
  AutocompleteDataSchema,
  type Command,
  CommandArgsSchema,
  CommandSchema,
} from "../contract/mod.ts";
import { plain } from "./app_error.ts";
import { autocompleteMistake } from "./autocomplete_rules.ts";
import { siteUrl } from "./config.ts";
import { executeCommand } from "./execute_command.ts";
import type { Server } from "./server.ts";
import { getUser } from "./users.ts";

/**
 * The API methods about slash commands. There are those of plugins only: no built-in ones, and no
 * custom ones that call a URL.
 */
export function commandMethods(server: Server, pluginId: string): PluginAPIHandlers {
  const pluginCommands = (teamId: string): Command[] => {
    const byTrigger = new Map<string, Command>();
    for (const { command } of server.commands.forTeam(teamId)) {
      if (!byTrigger.has(command.trigger)) byTrigger.set(command.trigger, command);
    }
    return [...byTrigger.values()];
  };
  return {
    registerCommand: ({ command }) =>
      registerCommand(server, pluginId, command ?? create(CommandSchema)),
    unregisterCommand: ({ teamId, trigger }) => server.commands.unregister(teamId, trigger),
    executeSlashCommand: ({ commandArgs }) => {
      const args = commandArgs ?? create(CommandArgsSchema);
      getUser(server, args.userId);
      args.siteUrl = siteUrl(server);
      return executeCommand(server, args);
    },
    listCommands: ({ teamId }) => pluginCommands(teamId),
    listPluginCommands: ({ teamId }) => pluginCommands(teamId),
    listBuiltInCommands: () => [],
    listCustomCommands: () => [],
  };
}

/**
 * Registers a command of a plugin until the plugin ends.
 *
 * @throws {ValidationError} When the trigger is empty, or a server would refuse the autocomplete
 * data.
 */
export function registerCommand(server: Server, pluginId: string, given: Command): void {
  const refuse = (message: string) => plain("RegisterCommand", message);
  if (given.trigger === "") {
    throw refuse("A command needs a trigger, the word after the slash; trigger is empty.");
  }
  const mistake = given.autocompleteData && autocompleteMistake(given.autocompleteData);
  if (mistake) throw refuse(`Invalid autocomplete data in the command: ${mistake}`);
  server.commands.register(
    pluginId,
    create(CommandSchema, {
      trigger: given.trigger.toLowerCase(),
      teamId: given.teamId,
      autoComplete: given.autoComplete,
      autoCompleteDesc: given.autoCompleteDesc,
      autoCompleteHint: given.autoCompleteHint,
      displayName: given.displayName,
      autocompleteIconData: given.autocompleteIconData,
      pluginId,
      autocompleteData: given.autocompleteData ?? create(AutocompleteDataSchema, {
        trigger: given.trigger.toLowerCase(),
        hint: given.autoCompleteHint,
        helpText: given.autoCompleteDesc,
        roleId: "system_user",
      }),
    }),
  );
}
