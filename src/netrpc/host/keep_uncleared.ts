/**
 * Answers that a server decodes into what it has sent.
 *
 * @module
 */
import type { Message } from "@bufbuild/protobuf";

/** By hook: which field of the answer is decoded into which one of the request. */
const decoded: Readonly<Record<string, readonly [answer: string, request: string]>> = {
  messageWillBePosted: ["modifiedPost", "post"],
  channelMemberWillBeAdded: ["modifiedChannelMember", "channelMember"],
  teamMemberWillBeAdded: ["modifiedTeamMember", "teamMember"],
  fileWillBeUploaded: ["modifiedFileInfo", "fileInfo"],
};

type Fields = Record<string, unknown>;

/**
 * The answer as a server has it: what the plugin has cleared and gob cannot carry, which is pointers
 * and keys of maps, is still what it was.
 */
export function keepUncleared(hook: string, request: Message, response: Message): Message {
  const names = decoded[hook];
  if (names === undefined) return response;
  const [to, from] = names;
  const changed = (response as unknown as Fields)[to];
  const sent = (request as unknown as Fields)[from];
  if (isObject(changed) && isObject(sent)) keep(sent, changed);
  return response;
}

function keep(old: Fields, now: Fields): void {
  for (const [name, value] of Object.entries(old)) {
    if (now[name] === undefined) now[name] = value;
    else if (isObject(value) && isObject(now[name])) {
      // Of a map only the keys are kept; what a key has is new as a whole.
      if ("$typeName" in value) keep(value, now[name]);
      else now[name] = { ...value, ...now[name] };
    }
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Uint8Array);
}
