/** Compares what a plugin's API gave with what REST gives of the same thing. @module */

/** What changes by itself, what REST hides or adds for its reader. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  "auth_data",
  "last_activity_at",
  "metadata",
  "has_next",
]);

/**
 * Says in words where the two differ, looking only at what REST gives: it hides some of what a
 * plugin may see. Nothing and an empty list or object are the same: messages do not tell them apart.
 */
export function differences(given: unknown, rest: unknown, place = "it"): string[] {
  if (isEmpty(given) && isEmpty(rest)) return [];
  if (Array.isArray(rest)) {
    if (!Array.isArray(given)) return [`${place} is ${show(given)}, not a list`];
    if (given.length !== rest.length) {
      return [`${place} has ${given.length} elements, not ${rest.length}`];
    }
    const [ours, theirs] = [inOrder(given), inOrder(rest)];
    return theirs.flatMap((one, index) => differences(ours[index], one, `${place}[${index}]`));
  }
  if (typeof rest === "object" && rest !== null) {
    if (typeof given !== "object" || given === null) return [`${place} is ${show(given)}`];
    return Object.entries(rest).filter(([key]) => !NOT_COMPARED.has(key)).flatMap(([key, value]) =>
      differences((given as Record<string, unknown>)[key], value, `${place}.${key}`)
    );
  }
  return given === rest ? [] : [`${place} is ${show(given)}, not ${show(rest)}`];
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

const show = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? "absent";

/** People and things have ids, and REST gives some of them in any order. */
function inOrder(list: readonly unknown[]): readonly unknown[] {
  const idOf = (one: unknown): string => {
    const { id, user_id, channel_id, team_id } = one as Record<string, string>;
    return id ?? `${user_id} ${channel_id} ${team_id}`;
  };
  if (list.some((one) => typeof one !== "object" || one === null)) return list;
  return list.toSorted((one, other) => idOf(one) < idOf(other) ? -1 : 1);
}
