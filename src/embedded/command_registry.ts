import type { Command } from "../contract/mod.ts";

/** A slash command, with the plugin that runs it. */
export interface PluginCommand {
  /** The plugin that registered it. */
  readonly pluginId: string;
  /** The command as it was registered, its trigger in lower case. */
  readonly command: Command;
}

/** The slash commands that plugins have registered, as long as these are active. */
export interface CommandRegistry {
  /**
   * Adds a command, or takes it in the place of the plugin's own one with the same trigger and
   * team. Another plugin's command with that trigger stays, and stays first.
   */
  register(pluginId: string, command: Command): void;
  /** Takes every command with this trigger out of a team (`""`: of those for all teams). */
  unregister(teamId: string, trigger: string): void;
  /** Takes all commands of a plugin out. */
  unregisterPlugin(pluginId: string): void;
  /** The commands that a team has, in the order of their registration. */
  forTeam(teamId: string): readonly PluginCommand[];
}

/** An empty registry. */
export function createCommandRegistry(): CommandRegistry {
  let commands: PluginCommand[] = [];
  return {
    register(pluginId, command) {
      const known = commands.findIndex((entry) =>
        entry.pluginId === pluginId && entry.command.trigger === command.trigger &&
        entry.command.teamId === command.teamId
      );
      if (known < 0) commands.push({ pluginId, command });
      else commands[known] = { pluginId, command };
    },
    unregister(teamId, trigger) {
      commands = commands.filter(({ command }) =>
        command.teamId !== teamId || command.trigger !== trigger.toLowerCase()
      );
    },
    unregisterPlugin(pluginId) {
      commands = commands.filter((entry) => entry.pluginId !== pluginId);
    },
    forTeam: (teamId) =>
      commands.filter(({ command }) => command.teamId === "" || command.teamId === teamId),
  };
}
