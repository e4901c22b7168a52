/**
 * The lists of choices, which the server asks for while a person types.
 *
 * The server's request comes with the user's id in a header of its own. Anybody who is logged in can
 * send the same request with whatever channel and team, so both are checked, and so is whether that
 * person may run the command at all.
 *
 * @module
 */
import { sayFor } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import { logUncaught } from "../plugin/log_uncaught.ts";
import type { FetchHandler, HTTPContext } from "../plugin/http_hooks.ts";
import { UserError } from "../plugin/user_error.ts";
import { listItem } from "./autocomplete.ts";
import { choices } from "./choices.ts";
import { commandContext } from "./command_context.ts";
import type { CommandNode } from "./command_tree.ts";
import type { ChoiceArgument } from "./declared_argument.ts";
import { listPath } from "./list_path.ts";
import { refusal } from "./may_run.ts";
import { quoted, tokens } from "./tokens.ts";

interface List {
  readonly node: CommandNode;
  readonly argument: ChoiceArgument;
}

/** Answers requests for the lists of these commands; undefined if they have none. */
export function listRoute(roots: readonly CommandNode[]): FetchHandler | undefined {
  const lists = new Map(roots.flatMap(listsOf));
  if (lists.size === 0) return undefined;
  return async (request, context) => {
    const url = new URL(request.url);
    const list = lists.get(decoded(url.pathname).slice(1));
    if (list === undefined) return refuse(404, "There is no such list of choices.");
    if (request.method !== "GET") return refuse(405, "A list of choices is asked for with GET.");
    if (context.userId === null) return refuse(401, "Nobody is logged in.");
    const place = await checkedPlace(url.searchParams, context.userId, context);
    if (place === undefined) return refuse(403, "You cannot read this channel or team.");
    const own = commandContext(context, {
      ...place,
      userId: context.userId,
      rootId: "",
      triggerId: "",
    });
    return await answer(list, typedSoFar(url.searchParams), own);
  };
}

function listsOf(node: CommandNode): [string, List][] {
  const own = node.arguments.flatMap((named): [string, List][] => {
    const { argument } = named;
    return argument.type === "choice" && typeof argument.values === "function"
      ? [[listPath(node, named), { node, argument }]]
      : [];
  });
  return [...own, ...[...new Set(node.children?.values())].flatMap(listsOf)];
}

async function answer(
  { node, argument }: List,
  input: string,
  context: UserContext,
): Promise<Response> {
  try {
    const why = await refusal(node, context);
    if (why !== undefined) return refuse(403, `The command cannot be run: ${why}.`);
    const items = await choices(argument, input, context);
    const say = await sayFor(context, context.userId);
    return Response.json(
      items.map((item) => listItem({ ...item, value: quoted(item.value) }, say)),
    );
  } catch (error) {
    if (context.signal.aborted) throw error;
    // There is nowhere to show it; the list is empty then.
    if (error instanceof UserError) return Response.json([]);
    logUncaught(context.log, `the choices of /${node.path.join(" ")}`, error);
    return refuse(500, "The choices could not be found.");
  }
}

interface Place {
  readonly channelId: string;
  readonly teamId: string;
}

/** Where the person types, as far as they may; undefined if they may not. */
async function checkedPlace(
  query: URLSearchParams,
  userId: string,
  { api }: HTTPContext,
): Promise<Place | undefined> {
  const channelId = query.get("channel_id") ?? "";
  const teamId = query.get("team_id") ?? "";
  const [inChannel, inTeam] = await Promise.all([
    channelId === "" ||
    api.hasPermissionToChannel({ userId, channelId, permissionId: "read_channel" }),
    teamId === "" || api.hasPermissionToTeam({ userId, teamId, permissionId: "view_team" }),
  ]);
  return inChannel && inTeam ? { channelId, teamId } : undefined;
}

/** What has been typed of the argument: what the server has not parsed yet, less quotation marks. */
function typedSoFar(query: URLSearchParams): string {
  const whole = query.get("user_input") ?? "";
  const parsed = query.get("parsed") ?? "";
  const rest = (whole.startsWith(parsed) ? whole.slice(parsed.length) : whole).trimStart();
  const [word] = tokens(rest);
  return word?.unclosed ? rest.slice(1) : word?.text ?? "";
}

/** The path as it was declared; a damaged one fits nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}

/** As Mattermost's own API refuses. */
function refuse(status: number, message: string): Response {
  return Response.json({ id: "plugin.commands.list", message, status_code: status }, { status });
}
