/**
 * Errors whose text is meant for the person who did something.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { isLocalized, isText, type Text } from "./context/translate.ts";

const userError: unique symbol = Symbol.for("mattermost-deno.UserError") as never;

/** How a {@link UserError} is shown. */
export interface UserErrorOptions extends ErrorOptions {
  /** Whether a command's usage line follows the text. Default: false. */
  readonly usage?: boolean;
}

/**
 * An error that is shown, word by word, to the person who ran the command or clicked the button, and
 * to nobody else. What is thrown otherwise goes into the log, and that person reads only that it
 * failed.
 *
 * @example
 * ```ts
 * import { arg, definePlugin, subcommand, UserError } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   commands: {
 *     roll: subcommand({
 *       description: "Rolls a die",
 *       args: { sides: arg.number({ integer: true, default: 6 }) },
 *       run({ sides }) {
 *         if (sides < 2) throw new UserError("A die has at least two sides.");
 *         return String(1 + Math.floor(Math.random() * sides));
 *       },
 *     }),
 *   },
 * });
 * ```
 */
export class UserError extends Error {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "UserError";
  /** Whether a command's usage line follows the text. */
  readonly usage: boolean;
  /** What that person reads. */
  readonly text: Text;

  /**
   * Makes the error.
   *
   * @param text whole sentences, in Markdown; what `localized` gives is shown in that person's
   * language, and is an error whose `message` is the key
   * @param options how it is shown
   * @throws {TypeError} when there is no text
   */
  constructor(text: Text, options: UserErrorOptions = {}) {
    if (!isText(text)) {
      throw new TypeError(`UserError: expected a text or localized(…), got ${shown(text)}`);
    }
    super(isLocalized(text) ? text.key : text, options);
    this.text = text;
    this.usage = options.usage ?? false;
  }

  /** Marks the kind of error across copies of this package. */
  get [userError](): true {
    return true;
  }

  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return this === UserError
      ? typeof value === "object" && value !== null && userError in value
      : Function.prototype[Symbol.hasInstance].call(this, value);
  }
}
