/**
 * From a line to what answers it.
 *
 * @module
 */
import {
  type CommandArgs,
  CommandResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { messageFrom } from "../api/message_from_init.ts";
import { shown } from "../api/mismatch.ts";
import type { CommandAnswer } from "../plugin/command_hooks.ts";
import { type Say, sayFor, textFor } from "../plugin/context/translate.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import { logUncaught } from "../plugin/log_uncaught.ts";
import { inLanguageOf } from "../plugin/localized_answer.ts";
import { UserError } from "../plugin/user_error.ts";
import { code, plainly } from "./answer.ts";
import { argumentValue } from "./argument_value.ts";
import type { CommandCall } from "./command_call.ts";
import type { CommandNode } from "./command_tree.ts";
import { defaultOf } from "./declared_argument.ts";
import { givenTexts } from "./given_texts.ts";
import { helpText, helpWord } from "./help_text.ts";
import { isAdmin, refusal } from "./may_run.ts";
import { usageError } from "./named_words.ts";
import { nearest } from "./nearest.ts";
import { type Token, tokens } from "./tokens.ts";
import { argumentUsage, listed, typed, usageLine } from "./usage.ts";

/**
 * Runs a command.
 *
 * @param root the command that the line begins with
 * @param from where what follows its trigger begins in the line
 * @returns its answer, checked; null if it passes the line on
 */
export async function runCommand(
  root: CommandNode,
  args: CommandArgs,
  from: number,
  context: UserContext,
): Promise<CommandAnswer> {
  const words = tokens(args.command, from);
  const { node, next } = descend(root, words);
  try {
    const why = await refusal(node, context);
    if (why !== undefined) return plainly(`${code(typed(node))} cannot be run: ${why}.`);
    return await answerOf(node, words.slice(next), { args, context });
  } catch (error) {
    return await failed(error, node, context);
  }
}

/** Follows the names of subcommands as far as they go. */
function descend(root: CommandNode, words: readonly Token[]): { node: CommandNode; next: number } {
  let node = root;
  let next = 0;
  for (const { text, quoted } of words) {
    const child = quoted ? undefined : node.children?.get(text.toLowerCase());
    if (child === undefined) break;
    node = child;
    next++;
  }
  return { node, next };
}

async function answerOf(
  node: CommandNode,
  words: readonly Token[],
  call: CommandCall,
): Promise<CommandAnswer> {
  const [word] = words;
  if (node.children !== undefined) {
    if (word !== undefined && asksForHelp(word)) return await help(node, words.slice(1), call);
    const takesWords = node.arguments.length > 0;
    if (word === undefined ? node.run === undefined : !takesWords) {
      return word === undefined
        ? await help(node, [], call)
        : await unknownSubcommand(node, word, call);
    }
  }
  return await run(node, word?.start ?? call.args.command.length, call);
}

function asksForHelp({ text, quoted }: Token): boolean {
  return !quoted && /^(?:--|—)?help$/i.test(text);
}

async function run(node: CommandNode, from: number, call: CommandCall): Promise<CommandAnswer> {
  const texts = givenTexts(call.args.command, from, node.arguments);
  if (texts === "help") return await help(node, [], call);
  // One after the other: the first thing that is wrong is the one to hear of.
  const values: Record<string, unknown> = {};
  for (const named of node.arguments) {
    const { key, argument } = named;
    const text = texts.get(key);
    if (text !== undefined) values[key] = await argumentValue(named, text, call);
    else if (argument.optional) values[key] = defaultOf(argument, call.context);
    else usageError(`${code(argumentUsage(named))} is missing.`);
  }
  const answer: unknown = await node.run?.(values, call.context);
  const { context } = call;
  return checkedAnswer(await inLanguageOf(context.userId, answer, context));
}

/** The answer as a response, so that what is none fails here. */
function checkedAnswer(answer: unknown): CommandAnswer {
  if (answer === null) return null;
  if (answer === undefined) return {};
  if (typeof answer !== "string" && typeof answer !== "object") {
    throw new TypeError(
      "run must return a text, ephemeral(…), inChannel(…), null (not a command of this plugin) or " +
        `nothing, but it returned ${shown(answer)}`,
    );
  }
  const response = typeof answer === "string" ? { text: answer } : answer;
  return messageFrom(CommandResponseSchema, response, "the command's answer");
}

/** The help for a group, or for what the words below it name. */
async function help(
  group: CommandNode,
  words: readonly Token[],
  call: CommandCall,
): Promise<CommandAnswer> {
  const { node, next } = descend(group, words);
  const unknown = words[next];
  if (unknown !== undefined && node.children !== undefined) {
    return await unknownSubcommand(node, unknown, call);
  }
  const admin = await seesAll(node, call.context);
  if (node.adminOnly && !admin) {
    return plainly(`${code(typed(node))} is for system administrators.`);
  }
  const { context } = call;
  return plainly(helpText(node, admin, await sayFor(context, context.userId)));
}

/** Whether the help has what administrators may do; who asks is looked up only if there is any. */
async function seesAll(node: CommandNode, context: UserContext): Promise<boolean> {
  const matters = node.adminOnly || hasAdminOnly(node);
  return matters && await isAdmin(context);
}

function hasAdminOnly(node: CommandNode): boolean {
  return listed(node, true).some((child) => child.adminOnly || hasAdminOnly(child));
}

async function unknownSubcommand(
  node: CommandNode,
  { text }: Token,
  { context }: CommandCall,
): Promise<CommandAnswer> {
  const shownNodes = listed(node, await seesAll(node, context));
  const names = shownNodes.flatMap(({ name, aliases }) => [name, ...aliases]);
  const near = nearest(text, [...names, helpWord]);
  const first = `There is no ${code(`${typed(node)} ${text}`)}` +
    (near === undefined ? "." : `; did you mean ${code(`${typed(node)} ${near}`)}?`);
  const say = await sayFor(context, context.userId);
  return plainly(`${first}\n${usage(node, shownNodes, say)}`);
}

function usage(node: CommandNode, shownNodes: readonly CommandNode[], say: Say): string {
  return `Usage: \`${usageLine(node, shownNodes, say).replaceAll("`", "'")}\``;
}

/** What the caller is told when a command fails. */
async function failed(
  error: unknown,
  node: CommandNode,
  context: UserContext,
): Promise<CommandAnswer> {
  // Nobody gets the answer then; the dispatch says so.
  if (context.signal.aborted) throw error;
  if (error instanceof UserError) {
    const text = await textFor(error.text, context, context.userId);
    if (!error.usage) return plainly(text);
    const shownNodes = node.children === undefined
      ? []
      : listed(node, await seesAll(node, context));
    const say = await sayFor(context, context.userId);
    return plainly(`${text}\n${usage(node, shownNodes, say)}`);
  }
  logUncaught(context.log, typed(node), error);
  const { requestId } = context;
  return plainly(
    `${code(typed(node))} failed. Please try again later, or tell your administrator` +
      (requestId === null ? "." : `; in the server's log it is the request ${code(requestId)}.`),
  );
}
