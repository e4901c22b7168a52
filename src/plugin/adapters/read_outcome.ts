/**
 * @module
 */
import { shown } from "../../api/mismatch.ts";
import type { Allow, Dismiss, Reject, Replace } from "../outcomes.ts";

/** Any outcome, of any hook. */
export type Outcome = Allow | Replace<unknown> | Reject | Dismiss;

/** What a hook offers beside `allow()` and `reject(reason)`. */
export interface Offers {
  /** Whether it takes `replace(…)`. */
  readonly replace: boolean;
  /** Whether it takes `dismiss()`. */
  readonly dismiss: boolean;
}

/**
 * What a "will" hook has decided.
 *
 * @throws {TypeError} naming the hook and the outcomes that it takes, when it returned none of them
 */
export function readOutcome(result: unknown, hook: string, offers: Offers): Outcome {
  const outcome = result as Outcome | null | undefined;
  const kind = typeof outcome === "object" && outcome !== null ? outcome.outcome : undefined;
  const must = `${hook} must return ${choices(offers)}`;
  switch (kind) {
    case "allow":
      return outcome as Outcome;
    case "reject":
      if (typeof (outcome as Reject).reason !== "string" || (outcome as Reject).reason === "") {
        throw new TypeError(`${hook}: reject() needs a reason that is not empty`);
      }
      return outcome as Outcome;
    case "replace":
      if (offers.replace) return outcome as Outcome;
      throw new TypeError(`${must}; it cannot replace anything`);
    case "dismiss":
      if (offers.dismiss) return outcome as Outcome;
      throw new TypeError(`${must}; only messageWillBePosted takes dismiss()`);
    default:
      throw new TypeError(
        result === undefined
          ? `${must}, but it returned nothing. Is a "return" missing?`
          : `${must}, but it returned ${shown(result)}${hint(result, offers)}`,
      );
  }
}

/** What to write instead, where that can be told. */
function hint(result: unknown, offers: Offers): string {
  if (typeof result === "string") return "; a reason is given by reject(reason)";
  const isMessage = typeof result === "object" && result !== null && "$typeName" in result;
  return isMessage && offers.replace ? "; what takes its place is given by replace(…)" : "";
}

function choices({ replace, dismiss }: Offers): string {
  const all = [
    "allow()",
    ...(replace ? ["replace(…)"] : []),
    "reject(reason)",
    ...(dismiss ? ["dismiss()"] : []),
  ];
  return `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}
