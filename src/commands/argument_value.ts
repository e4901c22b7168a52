/**
 * From the text of an argument to its value.
 *
 * @module
 */
import type { UserContext } from "../plugin/context/user_context.ts";
import { type Text, textFor } from "../plugin/context/translate.ts";
import { durationMs, durationText } from "../jobs/duration.ts";
import { code } from "./answer.ts";
import type { ChoiceItem, NumberLimits, TextLimits } from "./argument.ts";
import { channelId } from "./channel_mention.ts";
import { choices } from "./choices.ts";
import type { CommandCall } from "./command_call.ts";
import type { ChoiceArgument, NamedArgument } from "./declared_argument.ts";
import { usageError } from "./named_words.ts";
import { nearest } from "./nearest.ts";
import { userId } from "./user_mention.ts";

/**
 * The value of an argument.
 *
 * @param text what was typed
 * @throws {UserError} when it does not fit, saying what would
 */
export async function argumentValue(
  { name, argument }: NamedArgument,
  text: string,
  call: CommandCall,
): Promise<unknown> {
  const what = code(name);
  switch (argument.type) {
    case "text":
    case "rest":
      return await checkedText(what, text, argument, call.context);
    case "number":
      return numberOf(what, text, argument);
    case "duration":
      return durationOf(what, text, argument);
    case "boolean":
      return booleanOf(what, text);
    case "user":
      return await userId(what, text, call);
    case "channel":
      return await channelId(what, text, call);
    case "choice":
      return await choiceOf(what, text, argument, call.context);
  }
}

async function checkedText(
  what: string,
  text: string,
  { maxLength, pattern, hint }: TextLimits & { readonly hint: Text },
  context: UserContext,
): Promise<string> {
  // As people count: an emoji is one.
  const length = maxLength === undefined ? 0 : [...text].length;
  if (maxLength !== undefined && length > maxLength) {
    usageError(`${what} has ${length} characters; ${maxLength} are allowed.`);
  }
  if (pattern !== undefined && !pattern.test(text)) {
    // A hint is written for people; a pattern is better than nothing.
    const form = await textFor(hint, context, context.userId) || pattern.source;
    usageError(`${what} must have the form ${code(form)}; ${code(text)} was typed.`);
  }
  return text;
}

function numberOf(what: string, text: string, { min, max, integer }: NumberLimits): number {
  const plain = text.trim().replace(/^[−–]/, "-");
  const value = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
  const kind = integer ? "a whole number" : "a number";
  if (!Number.isFinite(value) || (integer && !Number.isSafeInteger(value))) {
    usageError(`${what} must be ${kind}; ${code(text)} is none.`);
  }
  const limits = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ];
  if (value < (min ?? value) || value > (max ?? value)) {
    usageError(`${what} must be ${kind} of ${limits.join(" and ")}; ${code(text)} was typed.`);
  }
  return value;
}

function durationOf(
  what: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  let ms: number;
  try {
    // In quotation marks people write "1h 30m"; and phones begin with capitals.
    ms = durationMs(text.replace(/\s/g, "").toLowerCase(), what);
  } catch {
    const example = `${code("90m")}, ${code("1h30m")} or ${code("2d")}`;
    usageError(`${what} must be a span of time such as ${example}; ${code(text)} is none.`);
  }
  if (ms < min) usageError(`${what} must be at least ${code(durationText(min))}.`);
  if (ms > max) usageError(`${what} must be at most ${code(durationText(max))}.`);
  return ms;
}

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  on: true,
  "1": true,
  false: false,
  no: false,
  n: false,
  off: false,
  "0": false,
};

function booleanOf(what: string, text: string): boolean {
  const word = text.trim().toLowerCase();
  const value = Object.hasOwn(words, word) ? words[word] : undefined;
  if (value === undefined) {
    usageError(`${what} must be ${code("yes")} or ${code("no")}; ${code(text)} was typed.`);
  }
  return value;
}

async function choiceOf(
  what: string,
  text: string,
  argument: ChoiceArgument,
  context: UserContext,
): Promise<string> {
  if (argument.anyValue) return text;
  const items = await choices(argument, text, context);
  const value = matching(text, items);
  if (value !== undefined) return value;
  const values = items.map((item) => item.value);
  const near = nearest(text, values);
  const known = values.length > 0 && values.length <= 10
    ? ` It can be ${values.map(code).join(", ")}.`
    : "";
  usageError(
    `${what} cannot be ${code(text)}` +
      (near === undefined ? `.${known}` : `; did you mean ${code(near)}?`),
  );
}

/** The value that was typed, in whatever case if only one fits. */
function matching(text: string, items: readonly ChoiceItem[]): string | undefined {
  const exact = items.find(({ value }) => value === text);
  if (exact !== undefined) return exact.value;
  const [found, another] = items.filter(({ value }) => value.toLowerCase() === text.toLowerCase());
  return another === undefined ? found?.value : undefined;
}
