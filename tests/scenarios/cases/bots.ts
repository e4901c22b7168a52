/** Scenarios about bots. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf } from "./pick.ts";

export const bots: Scenarios = {
  "a bot is made": async ({ call, name }) =>
    name(
      "cook",
      await call("createBot", {
        bot: { username: "cook", displayName: "The Cook", description: "feeds all" },
      }),
    ),
  "a bot has an account": async ({ call, name }) => {
    const bot = await call<{ user_id: string }>("createBot", {
      bot: { username: "mate", displayName: "The Mate", description: "helps" },
    });
    name("mate", bot.user_id);
    return await call("getUser", { userId: bot.user_id });
  },
  "a bot with a person's username is not made": ({ call }) =>
    call("createBot", { bot: { username: "ada-at-sea" } }),
  "a bot with a space in its username is not made": ({ call }) =>
    call("createBot", { bot: { username: "two words" } }),
  "a bot without a username is not made": ({ call }) => call("createBot", { bot: {} }),
  "a bot with a description of 1025 characters is not made": ({ call }) =>
    call("createBot", { bot: { username: "verbose", description: "x".repeat(1025) } }),
  "a bot that is not there is not found": ({ call, ids }) =>
    call("getBot", { botUserId: ids.unknown, includeDeleted: false }),
  "a person is no bot": ({ call, ids }) =>
    call("getBot", { botUserId: ids.ada, includeDeleted: true }),
  "a bot is disabled, and found if that is asked for": async ({ call, name, outcome }) => {
    const { user_id: botUserId } = await call<{ user_id: string }>("createBot", {
      bot: { username: "stoker" },
    });
    name("stoker", botUserId);
    const off = await call("updateBotActive", { botUserId, active: false });
    return [
      off,
      await outcome(call("getBot", { botUserId, includeDeleted: false })),
      fieldsOf(await call("getBot", { botUserId, includeDeleted: true }), "username"),
    ];
  },
  "a bot is changed in part": async ({ call, name }) => {
    const { user_id: botUserId } = await call<{ user_id: string }>("createBot", {
      bot: { username: "pilot", displayName: "The Pilot", description: "knows the way" },
    });
    name("pilot", botUserId);
    const patched = await call("patchBot", { botUserId, botPatch: { description: "asks" } });
    return fieldsOf(patched, "username", "display_name", "description", "owner_id");
  },
  "a bot does not take a username that is taken": async ({ call }) => {
    const { user_id: botUserId } = await call<{ user_id: string }>("createBot", {
      bot: { username: "rival" },
    });
    return await call("patchBot", { botUserId, botPatch: { username: "ada-at-sea" } });
  },
  "a bot that is not there is not changed": ({ call, ids }) =>
    call("patchBot", { botUserId: ids.unknown, botPatch: { description: "x" } }),
  "a person is no bot to disable, and is deactivated all the same": async (
    { call, outcome, user },
  ) => {
    const userId = await user("no-bot");
    return [
      await outcome(call("updateBotActive", { botUserId: userId, active: false })),
      fieldsOf(await call("getUser", { userId }), "delete_at"),
    ];
  },
  "the plugin's bots": async ({ call }) => {
    const { user_id: botUserId } = await call<{ user_id: string }>("createBot", {
      bot: { username: "listed-bot" },
    });
    const list = async (options: JsonObject) =>
      (await call<JsonObject[]>("getBots", { options: { page: 0, perPage: 100, ...options } }))
        .some(({ user_id }) => user_id === botUserId);
    const ownerId = "com.example.scenarios";
    return [await list({ ownerId }), await list({ ownerId: "com.example.other" })];
  },
  "a bot is deleted for good": async ({ call }) => {
    const { user_id: botUserId } = await call<{ user_id: string }>("createBot", {
      bot: { username: "phantom" },
    });
    await call("permanentDeleteBot", { botUserId });
    return await call("getUser", { userId: botUserId });
  },
  "the plugin's own bot is the same each time, and takes a new description": async (
    { call, name },
  ) => {
    const bot = { username: "captain", displayName: "Captain", description: "leads" };
    const one = await call<string>("ensureBotUser", { bot });
    const two = await call<string>("ensureBotUser", {
      bot: { ...bot, description: "still leads" },
    });
    name("captain", one);
    const found = await call("getBot", { botUserId: one, includeDeleted: false });
    return [one === two, fieldsOf(found, "username", "display_name", "description", "owner_id")];
  },
  "a plugin's own bot needs a username": ({ call }) => call("ensureBotUser", { bot: {} }),
};
