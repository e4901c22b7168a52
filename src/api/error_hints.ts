/**
 * What to do about failures that authors meet most often.
 *
 * @module
 */
import type { TransportErrorCode } from "../transport/transport_error.ts";

/** What the server's own text leaves out, by error id. */
const byId: Readonly<Record<string, string>> = {
  "model.plugin_key_value.is_valid.key.app_error": "a key has 1 to 150 characters",
  "model.plugin_kvset_options.is_valid.old_value.app_error":
    "`oldValue` has a meaning only together with `atomic: true`",
  "plugin.api.update_user_status.bad_status": 'a status is "online", "away", "dnd" or "offline"',
};

/** A hint for an application error, or undefined. */
export function hintForId(id: string): string | undefined {
  return Object.hasOwn(byId, id) ? byId[id] : undefined;
}

/** What a hint for a failed call may mention. */
export interface HintFacts {
  /** The Mattermost version that brought the method, such as `9.5`; absent if unknown. */
  readonly since?: string | undefined;
  /** The limit that the caller set, in milliseconds. */
  readonly timeoutMs?: number | undefined;
}

/** A hint for a call that failed as such, or undefined. */
export function hintForCode(
  code: TransportErrorCode,
  details: string,
  facts: HintFacts,
): string | undefined {
  switch (code) {
    case "UNIMPLEMENTED":
      return facts.since === undefined
        ? "this server does not offer it"
        : `it came with Mattermost ${facts.since}; this server may be older, or may not offer it`;
    case "DEADLINE_EXCEEDED":
      return facts.timeoutMs === undefined
        ? "the answer took longer than the hook was given"
        : `no answer within the ${facts.timeoutMs} ms that \`timeoutMs\` allows`;
    case "RESOURCE_EXHAUSTED":
      return /larger than max|too large|message size/i.test(details)
        ? "the message is larger than the other side takes: pass a stream where the method takes one"
        : undefined;
    case "UNAVAILABLE":
      return "the server may be restarting; the next call connects anew";
    default:
      return undefined;
  }
}
