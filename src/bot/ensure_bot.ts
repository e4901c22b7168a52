/**
 * Makes sure that a plugin's bot is there.
 *
 * @module
 */
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { NotFoundError, PluginAPIError } from "../api/errors.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import type { BotDeclaration } from "./bot_declaration.ts";

/** Where servers keep the id of a plugin's bot, among the plugin's own keys. */
const BOT_ID_KEY = "mmi_botid";

/** The lock under which plugins in Go make their bot: a node of each kind may start at once. */
const BOT_LOCK = "mmi_bot_ensure";

/**
 * The id of the plugin's bot, which is made if there is none, and renamed if it is declared
 * differently by now.
 *
 * @throws {PluginAPIError} if the name is a person's, or if the server refuses
 */
export async function ensureBot(
  declared: BotDeclaration,
  context: HookContext,
): Promise<string> {
  const { api, log } = context;
  const bot = {
    username: declared.username,
    displayName: declared.displayName ?? declared.username,
    description: declared.description ?? "",
  };
  const userId = await onceMade(context, () => api.ensureBotUser({ bot }));
  const found = await findBot(api, userId);
  if (found === null) {
    throw new PluginAPIError({
      message:
        `The plugin needs the bot "@${bot.username}", but a person's account has that name. Rename ` +
        "one of them: the account in the System Console, or the bot where the plugin declares it.",
      statusCode: 409,
      method: "ensureBotUser",
      params: { user_id: userId, username: bot.username },
    });
  }
  // A server that has just adopted a bot leaves it as it was.
  if (found.displayName !== bot.displayName || found.description !== bot.description) {
    await api.patchBot({ botUserId: userId, botPatch: bot });
  }
  if (found.deleteAt !== 0n) {
    // An administrator's decision: a plugin does not take it back.
    log.warn(
      `the bot "@${bot.username}" is disabled; enable it in the System Console, under Integrations`,
      { bot_user_id: userId },
    );
  }
  return userId;
}

/** Two nodes that make the bot at the same time would both find none, and one would fail. */
async function onceMade(
  { api, mutex, signal }: HookContext,
  make: () => Promise<string>,
): Promise<string> {
  if (await api.kvGet({ key: BOT_ID_KEY }) !== null) return await make();
  await using _lock = await mutex(BOT_LOCK, { signal });
  return await make();
}

/** The bot with this id; null if it is a person's. */
async function findBot(api: PluginAPI, botUserId: string) {
  try {
    return await api.getBot({ botUserId, includeDeleted: true });
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}
