/**
 * @module
 */
import { shown } from "../api/mismatch.ts";

/**
 * Refuses what cannot name an action or a dialog: the name stands in the path of a URL.
 *
 * @param where the function that was called, for the error's text
 * @throws {TypeError} for another name
 */
export function checkName(name: unknown, where: string): void {
  if (typeof name === "string" && /^[A-Za-z][\w-]{0,63}$/.test(name)) return;
  throw new TypeError(
    `${where}: expected a name of letters, digits, "_" and "-" that begins with a letter, 64 at ` +
      `most, got ${shown(name)}`,
  );
}

/**
 * Refuses two declarations of one name, and what is no declaration.
 *
 * @param declared what the author listed
 * @param kind what each of them must be
 * @param where the option and the function that makes its members
 * @throws {TypeError} for anything else
 */
export function checkDeclarations(
  declared: unknown,
  kind: string,
  where: { readonly option: string; readonly maker: string },
): void {
  const text = `definePlugin(): ${where.option}`;
  if (!Array.isArray(declared)) {
    throw new TypeError(`${text}: expected an array, got ${shown(declared)}`);
  }
  const names = new Set<string>();
  for (const [index, each] of declared.entries()) {
    if (each?.kind !== kind) {
      throw new TypeError(
        `${text}[${index}]: expected what ${where.maker}() returns, got ${shown(each)}`,
      );
    }
    if (names.has(each.name)) {
      throw new TypeError(`${text}[${index}]: there is another "${each.name}" before it`);
    }
    names.add(each.name);
  }
}
