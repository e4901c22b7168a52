/**
 * The hook that answers slash commands.
 *
 * @module
 */
import type { MessageInitShape } from "@bufbuild/protobuf";
import type {
  CommandArgs,
  CommandResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { Text } from "./context/translate.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable } from "./hook_types.ts";

/**
 * The same with a text that may be in its reader's language.
 *
 * @internal
 */
type Localizable<Response> = Response extends unknown
  ? Omit<Response, "text"> & { readonly text?: Text }
  : never;

/** An answer of a command, with all that it may have. */
export type CommandReply = Localizable<MessageInitShape<typeof CommandResponseSchema>>;

/**
 * What a slash command answers. A text is a string, or what `localized` gives, which the caller reads
 * in their language.
 *
 * - An object: the response. `text` is shown to the caller alone, or to the channel (as a message of
 *   the caller!) with `responseType: "in_channel"`.
 * - A text: shown to the caller alone.
 * - Nothing: the command ran and has nothing to say.
 * - `null`: this plugin does not know the command; Mattermost tells the caller that it was not found.
 */
export type CommandAnswer =
  | CommandReply
  | Text
  | null
  | undefined
  | void;

/** The hook that answers slash commands. */
export interface CommandHooks<Config extends object = PluginConfig> {
  /**
   * Called when somebody runs a command that this plugin has registered with
   * `api.registerCommand`. `args.command` is the whole line, the slash included.
   *
   * If it throws, the caller is shown the error's message. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ExecuteCommand
   */
  readonly executeCommand?: (
    args: CommandArgs,
    context: HookContext<Config>,
  ) => Awaitable<CommandAnswer>;
}
