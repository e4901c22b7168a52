/**
 * Checks of what authors pass to the functions that declare commands.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { suggestion } from "../api/option_names.ts";
import { isLocalized, isText } from "../plugin/context/translate.ts";

/** What an option must be: a name of `typeof`, a text in any language, or whatever it is. */
export type OptionType = "string" | "text" | "boolean" | "number" | "function" | "object" | "any";

const named: Readonly<Record<OptionType, string>> = {
  string: "a string",
  text: "a string or localized(…)",
  boolean: "true or false",
  number: "a number",
  function: "a function",
  object: "an object",
  any: "a value",
};

/**
 * Refuses what is no object of these options.
 *
 * @param options what the author wrote
 * @param known the options that may stand in it, and what each must be
 * @param where how error texts call it
 * @throws {TypeError} with the name that was probably meant
 */
export function checkOptions(
  options: unknown,
  known: Readonly<Record<string, OptionType>>,
  where: string,
): void {
  checkObject(options, where);
  for (const [name, value] of Object.entries(options)) {
    const type = Object.hasOwn(known, name) ? known[name] : undefined;
    if (type === undefined) {
      throw new TypeError(
        `${where}: there is no option "${name}"; ${suggestion(name, Object.keys(known))}`,
      );
    }
    if (value === undefined || type === "any") continue;
    if (type === "object") checkObject(value, `${where}: ${name}`);
    else if (type === "text" ? !isText(value) : !isOf(value, type)) {
      throw new TypeError(`${where}: ${name}: expected ${named[type]}, got ${shown(value)}`);
    }
  }
}

/** Refuses what is no plain object. */
export function checkObject(value: unknown, where: string): asserts value is object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new TypeError(`${where}: expected an object, got ${shown(value)}`);
}

/** Refuses a text that is missing or says nothing. */
export function checkText(value: unknown, where: string): void {
  if (isLocalized(value) || (typeof value === "string" && value.trim() !== "")) return;
  throw new TypeError(`${where}: expected a text, got ${shown(value)}`);
}

/** Whether it is of this primitive type. */
export function isOf(value: unknown, type: string): boolean {
  const actual: string = typeof value;
  return actual === type;
}
