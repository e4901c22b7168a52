import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Bot, type BotPatch, BotPatchSchema, BotSchema, UserSchema } from "../contract/mod.ts";
import { invalid, notFound, plain } from "./app_error.ts";
import { getValue, setValue } from "./kv.ts";
import { pageClause } from "./paging.ts";
import { log, type Server } from "./server.ts";
import type { SqlValue } from "./store/database.ts";
import { runeCount } from "./text.ts";
import { isUsername } from "./user_rules.ts";
import { createUser, findByUsername, getUser, setUserActive } from "./users.ts";

/** Where a plugin's key-value store has the id of its bot. */
const botIdKey = "mmi_botid";

/** The API methods about bot accounts. */
export function botMethods(server: Server, pluginId: string): PluginAPIHandlers {
  return {
    createBot: ({ bot }) => {
      const draft = clone(BotSchema, bot ?? create(BotSchema));
      draft.ownerId ||= pluginId;
      if (server.tables.users.get(draft.ownerId)?.isBot) {
        throw invalid(
          "CreateBot",
          "plugin_api.bot_cant_create_bot",
          "A bot cannot own another bot.",
        );
      }
      return createBot(server, draft);
    },
    ensureBotUser: ({ bot }) => ensureBotUser(server, pluginId, bot ?? create(BotSchema)),
    getBot: ({ botUserId, includeDeleted }) => getBot(server, botUserId, includeDeleted),
    getBots: ({ options }) => {
      const conditions: string[] = [];
      const values: SqlValue[] = [];
      if (!options?.includeDeleted) conditions.push("delete_at = 0");
      if (options?.ownerId) conditions.push("owner_id = ?"), values.push(options.ownerId);
      if (options?.onlyOrphaned) {
        conditions.push(
          "EXISTS (SELECT 1 FROM users u WHERE u.id = bots.owner_id AND u.delete_at <> 0)",
        );
      }
      const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
      const page = pageClause(options?.page ?? 0, options?.perPage ?? 0);
      return server.tables.bots.all(`${where} ORDER BY create_at, seq ${page}`, ...values);
    },
    patchBot: ({ botUserId, botPatch }) =>
      patchBot(server, botUserId, botPatch ?? create(BotPatchSchema)),
    updateBotActive: ({ botUserId, active }) => {
      // In this order, as on a real server: a person is deactivated, too, before it says that they
      // are no bot.
      setUserActive(server, botUserId, active);
      const bot = getBot(server, botUserId, true);
      bot.updateAt = BigInt(server.now());
      bot.deleteAt = active ? 0n : bot.updateAt;
      server.tables.bots.put(bot);
      return bot;
    },
    permanentDeleteBot: ({ botUserId }) => {
      server.database.transaction(() => {
        server.tables.bots.remove(botUserId);
        server.tables.users.remove(botUserId);
      });
    },
  };
}

/**
 * Creates a bot and its account. A bot is in no team and no channel until somebody adds it.
 *
 * @throws {ValidationError} For a username that is taken or not allowed.
 */
export function createBot(server: Server, draft: Bot): Bot {
  if (!isUsername(draft.username)) {
    throw invalid(
      "Bot.IsValid",
      "model.bot.is_valid.username.app_error",
      `A bot's username has 1 to 64 of a-z, 0-9, ".", "-" and "_"; this is "${draft.username}".`,
    );
  }
  if (runeCount(draft.description) > 1024) {
    throw invalid(
      "Bot.IsValid",
      "model.bot.is_valid.description.app_error",
      "A bot's description has at most 1024 characters.",
    );
  }
  return server.database.transaction(() => {
    const user = createUser(
      server,
      create(UserSchema, {
        username: draft.username,
        email: `${draft.username}@localhost`,
        firstName: draft.displayName,
        isBot: true,
        botDescription: draft.description,
      }),
    );
    const bot = clone(BotSchema, draft);
    bot.userId = user.id;
    bot.createAt = bot.updateAt = user.createAt;
    bot.deleteAt = 0n;
    server.tables.bots.insert(bot);
    return bot;
  });
}

/**
 * The id of a plugin's own bot, which is made where there is none. A bot with that name is taken
 * over; a person with that name stays a person, whose id is the answer, as on a real server.
 */
export function ensureBotUser(server: Server, pluginId: string, wanted: Bot): string {
  if (wanted.username === "") {
    throw plain("EnsureBotUser", "The bot needs a username; it is empty.");
  }
  const saved = getValue(server, pluginId, botIdKey);
  const savedId = saved && new TextDecoder().decode(saved);
  if (savedId && server.tables.bots.get(savedId)) {
    const { username, displayName, description } = wanted;
    patchBot(server, savedId, create(BotPatchSchema, { username, displayName, description }));
    return savedId;
  }
  const user = findByUsername(server, wanted.username);
  if (user && !user.isBot) {
    log(
      server,
      "error",
      `The plugin's bot cannot be made: "${user.username}" is a person's account. Its id is used.`,
      { user_id: user.id },
      pluginId,
    );
    return user.id;
  }
  const draft = clone(BotSchema, wanted);
  draft.ownerId = pluginId;
  const id = user?.id ?? createBot(server, draft).userId;
  setValue(server, pluginId, botIdKey, new TextEncoder().encode(id));
  return id;
}

function getBot(server: Server, botUserId: string, includeDeleted: boolean): Bot {
  const bot = server.tables.bots.get(botUserId);
  if (bot && (includeDeleted || bot.deleteAt === 0n)) return bot;
  throw notFound(
    "SqlBotStore.Get",
    "store.sql_bot.get.missing.app_error",
    `There is no bot with the id "${botUserId}"${bot ? ", except a disabled one" : ""}.`,
    { params: { user_id: botUserId } },
  );
}

function patchBot(server: Server, botUserId: string, patch: BotPatch): Bot {
  const bot = getBot(server, botUserId, true);
  const user = getUser(server, botUserId);
  bot.username = patch.username ?? bot.username;
  bot.displayName = patch.displayName ?? bot.displayName;
  bot.description = patch.description ?? bot.description;
  const taken = findByUsername(server, bot.username);
  if (taken && taken.id !== botUserId) {
    throw invalid(
      "PatchBot",
      "app.user.save.username_exists.app_error",
      `The username "${bot.username}" is taken.`,
    );
  }
  bot.updateAt = BigInt(server.now());
  user.username = bot.username;
  user.email = `${bot.username}@localhost`;
  user.firstName = bot.displayName;
  user.botDescription = bot.description;
  user.updateAt = bot.updateAt;
  server.database.transaction(() => {
    server.tables.users.put(user);
    server.tables.bots.put(bot);
  });
  return bot;
}
