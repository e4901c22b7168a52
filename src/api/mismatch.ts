/**
 * @module
 */

/** A value that does not fit, found somewhere inside of what an author passed. */
export class Mismatch extends Error {
  /** The names that lead to the value, from the outside in. */
  readonly path: readonly string[];
  /** What was expected there, and what was found. */
  readonly text: string;

  /**
   * @param text what was expected, and what was found
   * @param path the names that lead there
   */
  constructor(text: string, path: readonly string[] = []) {
    super(text);
    this.text = text;
    this.path = path;
  }

  /** The same, seen from one level further out. */
  under(name: string): Mismatch {
    return new Mismatch(this.text, [name, ...this.path]);
  }
}

/** A value as error texts show it: short, and with its type where that is the point. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value.length > 40 ? `${JSON.stringify(value.slice(0, 40))}…` : JSON.stringify(value);
    case "number":
      return `the number ${value}`;
    case "bigint":
      return `${value}n`;
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    case "object":
      break;
    default:
      return String(value);
  }
  if (value === null) return "null";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  return typeof name === "string" && name !== "" && name !== "Object"
    ? `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`
    : "an object";
}
