/**
 * An event's audience as the server takes it.
 *
 * @module
 */
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { WebsocketBroadcastSchema } from "../contract/mod.ts";
import { shown } from "../api/mismatch.ts";
import { checkOptionNames } from "../api/option_names.ts";
import type { EventAudience, EventOmissions } from "../plugin/context/events.ts";

const kinds = ["userId", "channelId", "teamId", "connectionId"] as const;

/**
 * Makes the server's form of an audience. To a server an empty one is everybody, and so is one whose
 * id is empty: hence the checks.
 *
 * @param where the call, for the errors' text
 * @throws {TypeError} for an audience that is none
 */
export function broadcastTo(
  audience: EventAudience,
  omissions: EventOmissions,
  where: string,
): MessageInitShape<typeof WebsocketBroadcastSchema> {
  // Whoever is left out by a name that does not exist would get the event.
  checkOptionNames(where, omissions, ["omitUserIds", "omitConnectionId"]);
  const { omitUserIds = [], omitConnectionId } = omissions;
  const refuse = (problem: string): never => {
    throw new TypeError(`${where}: ${problem}`);
  };
  const check = (name: string, id: unknown) => {
    if (typeof id === "string" && /^[a-z0-9]{26}$/.test(id)) return id;
    return refuse(`${name}: expected an id of 26 characters, got ${shown(id)}`);
  };
  const given = audience === "everyone" ? {} : audience;
  if (typeof given !== "object" || given === null) {
    refuse(
      'the audience: expected { userId }, { channelId }, { teamId }, { connectionId } or "everyone", ' +
        `got ${shown(given)}`,
    );
  }
  const names = Object.keys(given);
  const wrong = names.find((name) => !(kinds as readonly string[]).includes(name));
  if (wrong !== undefined) {
    refuse(`the audience: there is no "${wrong}"; it takes one of ${kinds.join(", ")}`);
  }
  if (audience !== "everyone" && names.length !== 1) {
    refuse(
      `the audience: expected one of ${kinds.join(", ")}, got ` +
        (names.length === 0 ? 'none; for all people write "everyone"' : names.join(" and ")),
    );
  }
  for (const [name, id] of Object.entries(given)) check(name, id);
  const [kind] = names;
  if (omitUserIds.length > 0 && (kind === "userId" || kind === "connectionId")) {
    refuse(`omitUserIds: servers do not look at it together with ${kind}`);
  }
  if (omitConnectionId && kind === "connectionId") {
    refuse("omitConnectionId: servers do not look at it together with connectionId");
  }
  return {
    ...given,
    omitUsers: omitUserIds.map((id, index) => check(`omitUserIds.${index}`, id)),
    omittedConnectionId: omitConnectionId ? check("omitConnectionId", omitConnectionId) : "",
  };
}
