/**
 * What the store throws. A plugin's bundle and its loader each carry a copy of these classes, so
 * `instanceof` asks for a brand instead of the prototype.
 *
 * @module
 */

const conflict: unique symbol = Symbol.for("mattermost-deno.StoreConflictError") as never;
const unfit: unique symbol = Symbol.for("mattermost-deno.StoreValueError") as never;

function has(value: unknown, brand: symbol): boolean {
  return typeof value === "object" && value !== null && brand in value;
}

/** An update that others' writes got ahead of at every attempt. Nothing was written. */
export class StoreConflictError extends Error {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "StoreConflictError";
  /** The key, as the server has it. */
  readonly key: string;
  /** How often it was tried. */
  readonly attempts: number;

  /**
   * Makes the error.
   *
   * @param key the key, as the server has it
   * @param attempts how often it was tried
   */
  constructor(key: string, attempts: number) {
    super(
      `update of key ${JSON.stringify(key)}: another value was written in between at each of ` +
        `${attempts} attempts; nothing was changed. Spread what is written this often over several ` +
        "keys, allow more attempts, or see whether `change` writes the key itself",
    );
    this.key = key;
    this.attempts = attempts;
  }

  /** Marks the kind of error across copies of this package. */
  get [conflict](): true {
    return true;
  }

  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return has(value, conflict);
  }
}

/** A value that is not what the store expects: one that was read, or one that was to be written. */
export class StoreValueError extends Error {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "StoreValueError";
  /** The key, as the server has it. */
  readonly key: string;

  /**
   * Makes the error.
   *
   * @param key the key, as the server has it
   * @param problem what is wrong with its value
   * @param cause the error that led to this one
   */
  constructor(key: string, problem: string, cause?: unknown) {
    super(
      `the value of key ${JSON.stringify(key)} ${problem}`,
      cause === undefined ? undefined : { cause },
    );
    this.key = key;
  }

  /** Marks the kind of error across copies of this package. */
  get [unfit](): true {
    return true;
  }

  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return has(value, unfit);
  }
}
