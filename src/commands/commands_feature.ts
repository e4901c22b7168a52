/**
 * A plugin's commands at work.
 *
 * @module
 */
import type { CommandArgs } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { Feature } from "../plugin/feature.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { commandContext } from "./command_context.ts";
import { byName, type CommandRoot } from "./command_tree.ts";
import { routeName } from "./list_path.ts";
import { listRoute } from "./list_route.ts";
import { registerCommands, type RegisteredCommands } from "./registration.ts";
import { runCommand } from "./run_command.ts";

/** The commands of a plugin, as `commandTree` has checked them. */
export function commandsFeature(roots: readonly CommandRoot[]): Feature {
  const byTrigger = byName(roots, "definePlugin(): commands");
  const lists = listRoute(roots);
  return {
    name: "commands",
    start() {
      let registered: RegisteredCommands | undefined;
      // One change after the other: two that overlap could leave a command where it should not be.
      let last: Promise<void> = Promise.resolve();
      const register = (context: HookContext, before: () => RegisteredCommands | undefined) => {
        const next = last.then(async () => {
          const earlier = before();
          if (earlier !== undefined) registered = await registerCommands(roots, earlier, context);
        });
        last = next.catch(() => {});
        return next;
      };
      return {
        activate: (context) => register(context, () => new Map()),
        // Settings may say in which teams a command is, and the server may have another language.
        configured: (context) => register(context, () => registered),
        deactivate: () => {
          registered = undefined;
          return Promise.resolve();
        },
        async executeCommand(args, context) {
          const { trigger, end } = triggerOf(args);
          const root = byTrigger.get(trigger);
          if (root === undefined || !isIn(root, args.teamId, registered)) return null;
          return await runCommand(root, args, end, commandContext(context, args));
        },
        ...(lists === undefined ? {} : { routes: { [routeName]: lists } }),
      };
    },
  };
}

/** The first word. Servers end it at a space; where another one lets a line through, so does this. */
function triggerOf({ command }: CommandArgs): { trigger: string; end: number } {
  const [, trigger = ""] = /^\/(\S*)/.exec(command) ?? [];
  return { trigger: trigger.toLowerCase(), end: 1 + trigger.length };
}

/** Whether it is a command of this team; the author may have one of the same name in another. */
function isIn(
  root: CommandRoot,
  teamId: string,
  registered: RegisteredCommands | undefined,
): boolean {
  const those = registered?.get(root)?.teams;
  return root.registration.teams === undefined || those === undefined || those.has(teamId);
}
