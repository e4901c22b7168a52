/** Scenarios about accounts and their status. @module */
import type { Scenarios } from "../play.ts";
import { type JsonObject, PASSWORD } from "../target.ts";
import { fieldsOf } from "./pick.ts";

const some = { page: 0, perPage: 50 };

/** The usernames of those who are there from the start; a server may have others. */
function atSea(users: readonly JsonObject[]): unknown {
  return users.map(({ username }) => String(username)).filter((name) => name.endsWith("-at-sea"));
}

export const users: Scenarios = {
  "an account is found by its id": ({ call, ids }) => call("getUser", { userId: ids.ada }),
  "an account that is not there is not found": ({ call, ids }) =>
    call("getUser", { userId: ids.unknown }),
  "an account is not found by what is no id": ({ call, ids }) =>
    call("getUser", { userId: ids.malformed }),
  "an account is not found by an empty id": ({ call }) => call("getUser", { userId: "" }),
  "a deactivated account is found, too": async ({ call, ids }) =>
    fieldsOf(await call("getUser", { userId: ids.eve }), "username", "delete_at"),

  "an account is found by its username": async ({ call }) =>
    fieldsOf(await call("getUserByUsername", { name: "ada-at-sea" }), "id"),
  "a username in capitals is found or not": async ({ call }) =>
    fieldsOf(await call("getUserByUsername", { name: "ADA-at-sea" }), "id"),
  "a username with an at sign is not found": ({ call }) =>
    call("getUserByUsername", { name: "@ada-at-sea" }),
  "a username that nobody has is not found": ({ call }) =>
    call("getUserByUsername", { name: "nobody-at-sea" }),
  "an account is found by its address": async ({ call }) =>
    fieldsOf(await call("getUserByEmail", { email: "ada-at-sea@example.com" }), "id"),
  "an address that nobody has is not found": ({ call }) =>
    call("getUserByEmail", { email: "nobody@example.com" }),
  "an empty address is not found": ({ call }) => call("getUserByEmail", { email: "" }),
  "accounts by usernames leave out those that are not": async ({ call }) =>
    fieldsOf(
      await call("getUsersByUsernames", { usernames: ["bob-at-sea", "nobody", "ada-at-sea"] }),
      "username",
    ),
  "accounts by ids leave out those that are not": async ({ call, ids }) =>
    fieldsOf(
      await call<JsonObject[]>("getUsersByIds", { userIds: [ids.ada, ids.unknown, ids.bob] }),
      "username",
    ).toSorted(),

  "the accounts of a team come by username, deactivated ones, too": async ({ call, ids }) =>
    fieldsOf(await call("getUsersInTeam", { teamId: ids.team, ...some }), "username"),
  "the accounts of a team that is not there are none": ({ call, ids }) =>
    call("getUsersInTeam", { teamId: ids.unknown, ...some }),
  "the second page of a team's accounts follows the first": async ({ call, ids }) =>
    fieldsOf(await call("getUsersInTeam", { teamId: ids.team, page: 1, perPage: 2 }), "username"),
  "the accounts of a channel come by username": async ({ call, ids }) =>
    fieldsOf(
      await call("getUsersInChannel", { channelId: ids.channel, sortBy: "username", ...some }),
      "username",
    ),
  "the accounts of a channel are not sorted by a word that is no order": ({ call, ids }) =>
    call("getUsersInChannel", { channelId: ids.channel, sortBy: "height", ...some }),
  "active accounts leave the deactivated out": async ({ call }) =>
    atSea(await call("getUsers", { active: true, ...some })),
  "inactive accounts are the deactivated": async ({ call }) =>
    atSea(await call("getUsers", { inactive: true, ...some })),
  "accounts with a system role are those who have it": async ({ call }) =>
    atSea(await call("getUsers", { role: "system_admin", ...some })),
  "accounts of a team are those of all, asked for in this way": async ({ call, ids }) =>
    atSea(await call("getUsers", { inTeamId: ids.team, ...some })),
  "a search finds the beginning of a username": async ({ call, ids }) =>
    fieldsOf(await call("searchUsers", { teamId: ids.team, term: "car", limit: 10 }), "username"),
  "a search finds a first name": async ({ call, ids }) =>
    fieldsOf(await call("searchUsers", { teamId: ids.team, term: "bob", limit: 10 }), "username"),
  "a search leaves the deactivated out": ({ call, ids }) =>
    call("searchUsers", { teamId: ids.team, term: "eve", limit: 10 }),
  "a search for the deactivated finds them": async ({ call, ids }) =>
    fieldsOf(
      await call("searchUsers", { teamId: ids.team, term: "eve", allowInactive: true, limit: 10 }),
      "username",
    ),
  "a search for nothing that there is finds nobody": ({ call, ids }) =>
    call("searchUsers", { teamId: ids.team, term: "zzz", limit: 10 }),

  "a new account has what it was given, and the rest as it begins": async ({ call, name }) =>
    name(
      "fay",
      await call("createUser", {
        user: {
          username: "fay",
          email: "fay@example.com",
          password: PASSWORD,
          nickname: "the fast",
          position: "boatswain",
          locale: "de",
        },
      }),
    ),
  "an account with a username that is taken is not made": ({ call }) =>
    call("createUser", {
      user: { username: "ada-at-sea", email: "other@example.com", password: PASSWORD },
    }),
  "an account with a username that is taken in capitals is not made": ({ call }) =>
    call("createUser", {
      user: { username: "Ada-At-Sea", email: "other@example.com", password: PASSWORD },
    }),
  "an account with an address that is taken is not made": ({ call }) =>
    call("createUser", {
      user: { username: "other", email: "ada-at-sea@example.com", password: PASSWORD },
    }),
  "an account with a space in its username is not made": ({ call }) =>
    call("createUser", {
      user: { username: "two words", email: "words@example.com", password: PASSWORD },
    }),
  "an account with a reserved username is not made": ({ call }) =>
    call("createUser", {
      user: { username: "channel", email: "words@example.com", password: PASSWORD },
    }),
  "an account with an address that is none is not made": ({ call }) =>
    call("createUser", { user: { username: "gus", email: "gus", password: PASSWORD } }),
  "an account without a password is not made": ({ call }) =>
    call("createUser", { user: { username: "gus", email: "gus@example.com" } }),
  "an account with a short password is not made": ({ call }) =>
    call("createUser", { user: { username: "gus", email: "gus@example.com", password: "short" } }),
  "an account with an id is not made": ({ call, ids }) =>
    call("createUser", {
      user: { id: ids.unknown, username: "gus", email: "gus@example.com", password: PASSWORD },
    }),

  "an account is changed": async ({ call, user }) => {
    const userId = await user("hal");
    const before = await call("getUser", { userId });
    const { username, email } = before as { username: string; email: string };
    const changed = { id: userId, username, email, nickname: "the bold", firstName: "Hal" };
    const after = await call("updateUser", { user: changed });
    return fieldsOf(after, "username", "email", "nickname", "first_name", "roles", "locale");
  },
  "an account that is not there is not changed": ({ call, ids }) =>
    call("updateUser", {
      user: { id: ids.unknown, username: "nobody-at-sea", email: "nobody@example.com" },
    }),
  "an account does not take a username that is taken": async ({ call, user }) => {
    const id = await user("ian");
    return await call("updateUser", {
      user: { id, username: "ada-at-sea", email: "ian@example.com" },
    });
  },
  "roles are replaced": async ({ call, user }) => {
    const userId = await user("jan");
    const roles = { userId, newRoles: "system_user system_user_manager" };
    return fieldsOf(await call("updateUserRoles", roles), "roles");
  },
  "roles that do not exist are refused": async ({ call, user }) => {
    const userId = await user("kim");
    return await call("updateUserRoles", { userId, newRoles: "system_user captain" });
  },
  "an account is deactivated, and activated again": async ({ call, user }) => {
    const userId = await user("lea");
    await call("updateUserActive", { userId, active: false });
    const off = fieldsOf(await call("getUser", { userId }), "delete_at");
    await call("updateUserActive", { userId, active: true });
    return [off, fieldsOf(await call("getUser", { userId }), "delete_at")];
  },
  "an account that is not there is not deactivated": ({ call, ids }) =>
    call("updateUserActive", { userId: ids.unknown, active: false }),
  "a deleted account is a deactivated one": async ({ call, user }) => {
    const userId = await user("max");
    await call("deleteUser", { userId });
    return fieldsOf(await call("getUser", { userId }), "username", "delete_at");
  },
  "an account that is not there is not deleted": ({ call, ids }) =>
    call("deleteUser", { userId: ids.unknown }),

  "a status is set and read": async ({ call, user }) => {
    const userId = await user("nia");
    const set = await call("updateUserStatus", { userId, status: "away" });
    const read = await call("getUserStatus", { userId });
    return [set, read].map((status) => fieldsOf(status, "user_id", "status", "manual"));
  },
  "a status that is none is refused": ({ call, ids }) =>
    call("updateUserStatus", { userId: ids.bob, status: "asleep" }),
  "who was never online has no status": async ({ call, user }) =>
    await call("getUserStatus", { userId: await user("ole") }),
  "the status of an account that is not there is none": ({ call, ids }) =>
    call("getUserStatus", { userId: ids.unknown }),
  "a status of an account that is not there is not set": ({ call, ids }) =>
    call("updateUserStatus", { userId: ids.unknown, status: "away" }),
  "do not disturb until a time": async ({ call, user }) => {
    const userId = await user("pam");
    const set = await call("setUserStatusTimedDND", { userId, endTime: "4102444800" });
    return fieldsOf(set, "user_id", "status", "dnd_end_time");
  },
  "a custom status is set and taken back": async ({ call, user }) => {
    const userId = await user("quo");
    const customStatus = { emoji: "anchor", text: "at anchor" };
    await call("updateUserCustomStatus", { userId, customStatus });
    const props = async () =>
      ((await call("getUser", { userId }))["props"] as { customStatus: string }).customStatus;
    const { emoji, text } = JSON.parse(await props());
    await call("removeUserCustomStatus", { userId });
    return [emoji, text, await props()];
  },
  "a custom status of an account that is not there is not set": ({ call, ids }) =>
    call("updateUserCustomStatus", {
      userId: ids.unknown,
      customStatus: { emoji: "anchor", text: "at anchor" },
    }),
};
