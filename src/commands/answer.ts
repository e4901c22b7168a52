/**
 * What commands answer.
 *
 * @module
 */
import type { CommandReply } from "../plugin/command_hooks.ts";
import { isText, type Text } from "../plugin/context/translate.ts";

/**
 * An answer for the person alone who ran the command; it is gone when they reload the page.
 *
 * @param answer the text, in Markdown, or a response; a text that `localized` names is in the language
 * of that person
 *
 * @example
 * ```ts
 * import { definePlugin, ephemeral, subcommand } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   commands: {
 *     whoami: subcommand({
 *       description: "Tell my id",
 *       run: (_, { userId }) => ephemeral(`You are \`${userId}\`.`),
 *     }),
 *   },
 * });
 * ```
 */
export function ephemeral(answer: Text | CommandReply): CommandReply {
  return { ...response(answer), responseType: "ephemeral" };
}

/**
 * An answer for everybody in the channel. It is posted **as a message of the person** who ran the
 * command; to post as the plugin, let its bot create a post.
 *
 * @param answer the text, in Markdown, or a response; a text that `localized` names is in the language
 * of that person
 *
 * @example
 * ```ts
 * import { definePlugin, inChannel, subcommand } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   commands: {
 *     flip: subcommand({
 *       description: "Flip a coin for all to see",
 *       run: () => inChannel(Math.random() < 0.5 ? "Heads!" : "Tails!"),
 *     }),
 *   },
 * });
 * ```
 */
export function inChannel(answer: Text | CommandReply): CommandReply {
  return { ...response(answer), responseType: "in_channel" };
}

function response(answer: Text | CommandReply): CommandReply {
  return isText(answer) ? { text: answer } : answer;
}

/** A text that goes out as it is, for one person. */
export function plainly(text: string): CommandReply {
  return { text, responseType: "ephemeral", skipSlackParsing: true };
}

/** A text as code in Markdown, whatever it contains. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  if (!shown.includes("`")) return `\`${shown}\``;
  const longest = Math.max(...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${shown} ${fence}`;
}
