/**
 * Telling the server about the commands.
 *
 * @module
 */
import type { Team } from "../../gen/mattermost/pluginapi/v1/team_pb.ts";
import { thrownText } from "../api/app_error.ts";
import { shown } from "../api/mismatch.ts";
import { type Say, sayFor } from "../plugin/context/translate.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { autocompleteData } from "./autocomplete.ts";
import type { CommandRoot } from "./command_tree.ts";
import { listed, shortHint, typed } from "./usage.ts";
import { found, isId } from "./user_mention.ts";

/** A command as it is registered. */
export interface Registered {
  /** The teams in which it is; `""` stands for everywhere. */
  readonly teams: ReadonlySet<string>;
  /** What the server was told, so that it hears of it again in another language. */
  readonly told: string;
}

/** How commands are registered. */
export type RegisteredCommands = ReadonlyMap<CommandRoot, Registered>;

/**
 * Registers the commands, and takes those out of teams in which they no longer are. Their texts are in
 * the server's language, since they are the same for everybody.
 *
 * Where a plugin stops, the server forgets its commands by itself. It would be wrong to take them out
 * then: `unregisterCommand` goes by trigger and team alone, so it could hit another plugin's command.
 *
 * @param before how they were registered, by an earlier call
 * @returns how they are now
 * @throws {Error} when the server refuses one, naming it
 */
export async function registerCommands(
  roots: readonly CommandRoot[],
  before: RegisteredCommands,
  context: HookContext,
): Promise<RegisteredCommands> {
  const now = new Map<CommandRoot, Registered>();
  const say = await sayFor(context, null);
  for (const root of roots) {
    const teams = await teamIds(root, context);
    const earlier = before.get(root);
    const words = commandsOf(root, say);
    const told = JSON.stringify(words);
    const known = told === earlier?.told ? earlier.teams : new Set<string>();
    for (const teamId of teams.difference(known)) await register(words, teamId, context);
    const left = earlier?.teams.difference(teams) ?? [];
    for (const teamId of left) await unregister(root, teamId, context);
    now.set(root, { teams, told });
  }
  return now;
}

/** What the server is told of a command, for each of its words. */
function commandsOf(root: CommandRoot, say: Say) {
  const { registration: { icon, displayName = root.name }, hidden } = root;
  return [root.name, ...root.aliases].map((trigger) => ({
    trigger,
    displayName: say(displayName),
    autoComplete: !hidden && trigger === root.name,
    autoCompleteDesc: say(root.description),
    autoCompleteHint: shortHint(root, listed(root, root.adminOnly), say),
    autocompleteData: autocompleteData(root, say, trigger),
    ...(icon === undefined ? {} : { autocompleteIconData: iconData(icon) }),
  }));
}

async function register(
  words: ReturnType<typeof commandsOf>,
  teamId: string,
  { api }: HookContext,
): Promise<void> {
  for (const word of words) {
    try {
      await api.registerCommand({ command: { ...word, teamId } });
    } catch (error) {
      const text = `The command /${word.trigger} could not be registered: ${thrownText(error)}`;
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
