/**
 * People, as they are typed in commands.
 *
 * @module
 */
import { NotFoundError } from "../api/errors.ts";
import { code } from "./answer.ts";
import type { CommandCall } from "./command_call.ts";
import { mentionNames } from "./mention_names.ts";
import { usageError } from "./named_words.ts";

/** Whether this has the form of Mattermost's ids. */
export function isId(text: string): boolean {
  return /^[a-z0-9]{26}$/.test(text);
}

/** The id in `<@ID>`, `<#ID|name>`, `<!ID>` or `<ID>`; undefined for anything else. */
export function linkedId(text: string): string | undefined {
  return /^<[@#!~]?([a-z0-9]{26})(?:\|[^>]*)?>$/.exec(text)?.[1];
}

/**
 * The id of a person: `@ada`, `ada`, `Ada,`, an id, `<@ID>`, or the address of the conversation with
 * them.
 *
 * @throws {UserError} when there is nobody of that name
 */
export async function userId(what: string, text: string, call: CommandCall): Promise<string> {
  const { api } = call.context;
  const linked = linkedId(text);
  const id = linked ?? (isId(text) ? text : undefined);
  if (id !== undefined) {
    const user = await found(() => api.getUser({ userId: id }));
    if (user !== undefined) return user.id;
    if (linked !== undefined) missing(what, text);
  }
  const name = linkedName(text, call.args.siteUrl) ?? text;
  for (const each of mentionNames(name, "@", /^[a-z0-9._@:-]+$/)) {
    const { userMentions } = call.args;
    if (Object.hasOwn(userMentions, each) && userMentions[each]) return userMentions[each];
    const user = await found(() => api.getUserByUsername({ name: each }));
    if (user !== undefined) return user.id;
  }
  missing(what, text);
}

/** The name in `https://mattermost.example/team/messages/@ada`. */
function linkedName(text: string, siteUrl: string): string | undefined {
  const path = pathOnSite(text, siteUrl);
  return path === undefined ? undefined : /^\/[^/]+\/messages\/@([^/]+)\/?$/.exec(path)?.[1];
}

/** The path of an address of this server, whatever follows it left out; undefined for others. */
export function pathOnSite(text: string, siteUrl: string): string | undefined {
  if (siteUrl === "" || !text.startsWith(`${siteUrl}/`)) return undefined;
  return text.slice(siteUrl.length).split(/[?#]/, 1)[0];
}

/** What the server gives; undefined if it has none. */
export async function found<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

function missing(what: string, text: string): never {
  usageError(`${what} must be a person, such as ${code("@ada")}; there is no ${code(text)}.`);
}
