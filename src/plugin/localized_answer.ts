/**
 * Answers of commands in the language of who ran them.
 *
 * @module
 */
import type { CommandAnswer, CommandHooks } from "./command_hooks.ts";
import { isLocalized, textFor, type Translating } from "./context/translate.ts";
import { UserError } from "./user_error.ts";

/**
 * An answer with its text in a person's language; anything else stays as it is.
 *
 * @param answer what an author's function gave, whatever that is
 */
export async function inLanguageOf(
  userId: string | null,
  answer: unknown,
  context: Translating,
): Promise<unknown> {
  if (isLocalized(answer)) return await textFor(answer, context, userId);
  if (typeof answer !== "object" || answer === null || !("text" in answer)) return answer;
  const { text } = answer;
  return isLocalized(text) ? { ...answer, text: await textFor(text, context, userId) } : answer;
}

type ExecuteCommand = NonNullable<CommandHooks["executeCommand"]>;

/** An author's hook, with what it gives and throws in the caller's language. */
export function localizedCommand(author: ExecuteCommand): ExecuteCommand {
  return async (args, context) => {
    const userId = args.userId || null;
    try {
      return await inLanguageOf(userId, await author(args, context), context) as CommandAnswer;
    } catch (error) {
      if (!(error instanceof UserError) || typeof error.text === "string") throw error;
      throw new UserError(await textFor(error.text, context, userId), { cause: error });
    }
  };
}
