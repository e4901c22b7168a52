/**
 * The values of a choice.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import { choiceItem } from "./arg.ts";
import type { ChoiceItem } from "./argument.ts";
import type { ChoiceArgument } from "./declared_argument.ts";

/**
 * The values, from the author's function where there is one.
 *
 * @param input what has been typed
 * @throws {TypeError} when the function gives something else
 */
export async function choices(
  { values }: ChoiceArgument,
  input: string,
  context: UserContext,
): Promise<readonly ChoiceItem[]> {
  if (typeof values !== "function") return values;
  const given: unknown = await values(input, context);
  const where = "arg.choice(): what the function gave";
  if (!Array.isArray(given)) {
    throw new TypeError(`${where}: expected a list of values, got ${shown(given)}`);
  }
  return given.map((value, index) => choiceItem(value, `${where}[${index}]`));
}
