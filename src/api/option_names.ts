/**
 * @module
 */
import { shown } from "./mismatch.ts";
import { nearestName } from "./nearest_name.ts";

/**
 * Refuses options that do not exist, which would else be passed over in silence.
 *
 * @param where the function that was called, such as `kv.set()`
 * @param options what the author wrote
 * @param known the names of the options
 * @throws {TypeError} with the name that was probably meant
 */
export function checkOptionNames(where: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`${where}: expected an object with options, got ${shown(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new TypeError(`${where}: there is no option "${name}"; ${suggestion(name, known)}`);
    }
  }
}

/** Which name was probably meant, as the end of a sentence; empty where none is near. */
export function orMeant(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/** What to write in the place of a name that does not exist. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  return known.length === 0 ? "there is none" : `it knows ${known.join(", ")}`;
}
