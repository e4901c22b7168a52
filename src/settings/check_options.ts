/**
 * Checks of what a setting is declared with, for authors whose mistakes the types do not catch.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { suggestion } from "../api/option_names.ts";
import { isSchema } from "./validate_value.ts";

/** What an option must be; gives what was expected where it is not. */
type OptionCheck = (value: unknown) => string | undefined;

const typeIs = (type: "string" | "number" | "boolean", expected: string): OptionCheck => (value) =>
  typeof value === type && !Number.isNaN(value) ? undefined : expected;

const text = typeIs("string", "a text");

const checks: Readonly<Record<string, OptionCheck>> = {
  label: (value) =>
    typeof value === "string" && value.trim() !== "" ? undefined : "a text that is not empty",
  help: text,
  hosting: (value) => value === "cloud" || value === "on-prem" ? undefined : '"cloud" or "on-prem"',
  key: (value) =>
    typeof value === "string" && keyPattern.test(value)
      ? undefined
      : 'a name of letters, digits, "_" and "-"',
  placeholder: text,
  regenerateHelp: text,
  pattern: (value) => value instanceof RegExp ? undefined : "a regular expression",
  min: typeIs("number", "a number"),
  max: typeIs("number", "a number"),
  fractions: typeIs("boolean", "true or false"),
  secret: typeIs("boolean", "true or false"),
  validate: (value) =>
    typeof value === "function" || isSchema(value)
      ? undefined
      : "a function, or a validator that follows the Standard Schema",
  options: (value) =>
    Array.isArray(value) && value.length > 0 ? undefined : "a list with a choice or more",
  // Checked as a value, by the setting itself.
  default: () => undefined,
  title: text,
  subtitle: text,
  header: text,
  footer: text,
  custom: typeIs("boolean", "true or false"),
  fallback: typeIs("boolean", "true or false"),
  settings: (value) =>
    typeof value === "object" && value !== null ? undefined : "settings by their names",
};

/** What a setting's name in the configuration may be: names that JavaScript and Go can write. */
export const keyPattern = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * Refuses options that do not exist, that are missing, or are of the wrong kind.
 *
 * @param where the function that was called, such as `setting.text()`
 * @param names the options that it knows
 * @throws {TypeError} with the name that was probably meant
 */
export function checkOptions(
  where: string,
  options: unknown,
  names: readonly string[],
  required: readonly string[],
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`${where}: expected an object with its options, got ${shown(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    throw new TypeError(`${where}: there is no option "${name}"; ${suggestion(name, names)}`);
  }
  for (const name of names) {
    const value = (options as Record<string, unknown>)[name];
    if (value === undefined && !required.includes(name)) continue;
    const expected = checks[name]?.(value);
    if (expected === undefined) continue;
    throw new TypeError(`${where}: ${name}: expected ${expected}, got ${shown(value)}`);
  }
}
