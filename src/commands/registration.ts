/**
 * Telling the server about the commands.
 *
 * @module
 */
import type { Team } from "../../gen/mattermost/pluginapi/v1/team_pb.ts";
import { thrownText } from "../api/app_error.ts";
import { shown } from "../api/mismatch.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { autocompleteData } from "./autocomplete.ts";
import type { CommandRoot } from "./command_tree.ts";
import { listed, shortHint, typed } from "./usage.ts";
import { found, isId } from "./user_mention.ts";

/** The teams in which a command is; `""` stands for everywhere. */
export type CommandTeams = ReadonlyMap<CommandRoot, ReadonlySet<string>>;

/**
 * Registers the commands, and takes those out of teams in which they no longer are.
 *
 * Where a plugin stops, the server forgets its commands by itself. It would be wrong to take them out
 * then: `unregisterCommand` goes by trigger and team alone, so it could hit another plugin's command.
 *
 * @param before in which teams they were registered, by an earlier call
 * @returns in which teams they are now
 * @throws {Error} when the server refuses one, naming it
 */
export async function registerCommands(
  roots: readonly CommandRoot[],
  before: CommandTeams,
  context: HookContext,
): Promise<CommandTeams> {
  const now = new Map<CommandRoot, ReadonlySet<string>>();
  for (const root of roots) {
    const teams = await teamIds(root, context);
    const earlier = before.get(root) ?? new Set();
    for (const teamId of teams.difference(earlier)) await register(root, teamId, context);
    for (const teamId of earlier.difference(teams)) await unregister(root, teamId, context);
    now.set(root, teams);
  }
  return now;
}

async function register(root: CommandRoot, teamId: string, { api }: HookContext): Promise<void> {
  const { registration: { icon, displayName = root.name }, hidden } = root;
  for (const trigger of [root.name, ...root.aliases]) {
    const command = {
      trigger,
      teamId,
      displayName,
      autoComplete: !hidden && trigger === root.name,
      autoCompleteDesc: root.description,
      autoCompleteHint: shortHint(root, listed(root, root.adminOnly)),
      autocompleteData: autocompleteData(root, trigger),
      ...(icon === undefined ? {} : { autocompleteIconData: iconData(icon) }),
    };
    try {
      await api.registerCommand({ command });
    } catch (error) {
      const text = `The command /${trigger} could not be registered: ${thrownText(error)}`;
      throw new Error(text, { cause: error });
    }
  }
}

async function unregister(root: CommandRoot, teamId: string, { api }: HookContext): Promise<void> {
  for (const trigger of [root.name, ...root.aliases]) {
    await api.unregisterCommand({ teamId, trigger });
  }
}

/** As clients take a picture. */
function iconData(svg: string): string {
  return `data:image/svg+xml;base64,${new TextEncoder().encode(svg).toBase64()}`;
}

async function teamIds(root: CommandRoot, context: HookContext): Promise<ReadonlySet<string>> {
  const { teams } = root.registration;
  if (teams === undefined) return new Set([""]);
  const given: unknown = typeof teams === "function" ? await teams(context) : teams;
  if (!Array.isArray(given)) {
    throw new TypeError(
      `The command ${typed(root)}: teams: expected a list of names or ids, got ${shown(given)}`,
    );
  }
  const ids = new Set<string>();
  for (const team of given) {
    const known = typeof team === "string" ? await teamOf(team, context) : undefined;
    if (known !== undefined) ids.add(known.id);
    else {
      context.log.warn(`the command ${typed(root)} is not in a team that does not exist`, {
        team: typeof team === "string" ? team : shown(team),
      });
    }
  }
  return ids;
}

/** A team by its id or its name; names can have the form of ids. */
async function teamOf(team: string, { api }: HookContext): Promise<Team | undefined> {
  const byId = isId(team) ? await found(() => api.getTeam({ teamId: team })) : undefined;
  return byId ?? await found(() => api.getTeamByName({ name: team.toLowerCase() }));
}
