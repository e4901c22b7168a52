import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type CustomStatus, type User, UserSchema } from "../contract/mod.ts";
import { invalid, notFound } from "./app_error.ts";
import { readConfig } from "./config.ts";
import { tellPlugins } from "./hooks.ts";
import type { Server } from "./server.ts";
import { requireRoles } from "./roles.ts";
import { words } from "./text.ts";
import { checkPassword, checkUser, defaultNotifyProps, defaultTimezone } from "./user_rules.ts";
import { findUsers, searchUsers } from "./user_lists.ts";

/** The API methods about accounts. */
export function userMethods(server: Server): PluginAPIHandlers {
  return {
    createUser: ({ user = create(UserSchema) }) => {
      checkPassword(user, readConfig(server).PasswordSettings.MinimumLength ?? 8);
      return createUser(server, user);
    },
    deleteUser: ({ userId }) => setUserActive(server, userId, false),
    updateUserActive: ({ userId, active }) => setUserActive(server, userId, active),
    updateUser: ({ user }) => updateUser(server, user ?? create(UserSchema)),
    updateUserRoles: ({ userId, newRoles }) => updateUserRoles(server, userId, newRoles),
    getUser: ({ userId }) => getUser(server, userId),
    getUserByUsername: ({ name }) => getUserByUsername(server, name),
    getUserByEmail: ({ email }) => getUserByEmail(server, email),
    getUsersByIds: ({ userIds }) => present(userIds.map((id) => server.tables.users.get(id))),
    getUsersByUsernames: ({ usernames }) =>
      present(usernames.map((name) => findByUsername(server, name))).sort(byUsername),
    // The other options are for the more special methods: a real server does not look at them here.
    getUsers: ({ page, perPage, active, inactive, role, roles }) =>
      findUsers(server, { page, perPage, active, inactive, role, roles }),
    getUsersInTeam: ({ teamId, page, perPage }) =>
      findUsers(server, { inTeamId: teamId, page, perPage }),
    getUsersInChannel: ({ channelId, sortBy, page, perPage }) => {
      if (sortBy !== "username" && sortBy !== "status") {
        throw invalid(
          "GetUsersInChannel",
          "plugin.api.get_users_in_channel",
          `Cannot sort by "${sortBy}": use "username" or "status".`,
          { detailedError: "invalid sort option" },
        );
      }
      return findUsers(server, { inChannelId: channelId, sort: sortBy, page, perPage });
    },
    searchUsers: (search) => searchUsers(server, search),
    updateUserCustomStatus: ({ userId, customStatus }) =>
      setCustomStatus(server, userId, customStatus),
    removeUserCustomStatus: ({ userId }) => setCustomStatus(server, userId, undefined),
  };
}

/**
 * Creates an account. Passwords are not kept: nobody logs in with one here.
 *
 * The first account that is no bot becomes the system administrator, as on a real server.
 *
 * @throws {ValidationError} For a username or an e-mail address that is taken or not allowed.
 */
export function createUser(server: Server, draft: User): User {
  const { users } = server.tables;
  const now = BigInt(server.now());
  const first = !draft.isBot && users.count("WHERE is_bot = 0") === 0;
  const user = clone(UserSchema, draft);
  if (user.id !== "") {
    throw invalid(
      "createUserOrGuest",
      "app.user.save.existing.app_error",
      `A new account gets its id from the server; it was given "${user.id}".`,
    );
  }
  user.id = server.newId();
  user.username = user.username === ""
    ? `a${server.newId().slice(0, 21)}`
    : user.username.toLowerCase();
  user.email = user.email.toLowerCase();
  user.password = "";
  user.createAt = now;
  user.updateAt = now;
  user.deleteAt = 0n;
  user.lastPasswordUpdate = now;
  user.roles = first ? "system_admin system_user" : "system_user";
  user.locale ||= "en";
  if (Object.keys(user.notifyProps).length === 0) user.notifyProps = defaultNotifyProps();
  if (Object.keys(user.timezone).length === 0) user.timezone = defaultTimezone();
  checkUser(user);
  requireFree(server, user);
  users.insert(user);
  server.events.emit({ type: "new_user", user });
  if (!user.isBot) {
    tellPlugins(
      server,
      "userHasBeenCreated",
      (hooks, pluginContext) => hooks.userHasBeenCreated({ pluginContext, user }),
    );
  }
  return user;
}

/**
 * Changes an account. What a server keeps to itself (roles, creation, sign-in) stays as it is.
 *
 * @throws {NotFoundError} When there is no such user.
 * @throws {ValidationError} For a username or an e-mail address that is taken or not allowed.
 */
export function updateUser(server: Server, changed: User): User {
  const old = getUser(server, changed.id);
  const user = clone(UserSchema, changed);
  user.username = user.username.toLowerCase();
  user.email = user.email.toLowerCase();
  user.password = "";
  user.createAt = old.createAt;
  user.updateAt = BigInt(server.now());
  user.deleteAt = old.deleteAt;
  user.roles = old.roles;
  user.isBot = old.isBot;
  user.authService = old.authService;
  if (old.authData === undefined) delete user.authData;
  else user.authData = old.authData;
  user.lastPasswordUpdate = old.lastPasswordUpdate;
  user.lastPictureUpdate = old.lastPictureUpdate;
  if (Object.keys(user.notifyProps).length === 0) user.notifyProps = defaultNotifyProps();
  checkUser(user);
  requireFree(server, user);
  return saveUser(server, user);
}

/** Replaces a user's roles, which are words with spaces between them. */
export function updateUserRoles(server: Server, userId: string, roles: string): User {
  const user = getUser(server, userId);
  requireRoles(words(roles), "CheckRolesExist", "app.role.check_roles_exist.role_not_found");
  user.roles = words(roles).join(" ");
  user.updateAt = BigInt(server.now());
  return saveUser(server, user);
}

/**
 * A user by id.
 *
 * @throws {NotFoundError} When there is none.
 */
export function getUser(server: Server, userId: string): User {
  return server.tables.users.get(userId) ?? missingUser("GetUser", `with the id "${userId}"`);
}

/**
 * A user by username, in whatever case.
 *
 * @throws {NotFoundError} When there is none.
 */
export function getUserByUsername(server: Server, name: string): User {
  const user = findByUsername(server, name);
  if (user) return user;
  throw notFound(
    "GetUserByUsername",
    "app.user.get_by_username.app_error",
    `There is no user with the username "${name}".`,
  );
}

/** A user by username, in whatever case, or undefined. */
export function findByUsername(server: Server, name: string): User | undefined {
  return server.tables.users.first("WHERE username = ?", name.toLowerCase());
}

function getUserByEmail(server: Server, email: string): User {
  return server.tables.users.first("WHERE email = ?", email.toLowerCase()) ??
    missingUser("GetUserByEmail", `with the e-mail address "${email}"`);
}

/** Activates or deactivates an account; tells the plugins of a deactivation. */
export function setUserActive(server: Server, userId: string, active: boolean): void {
  const user = getUser(server, userId);
  const now = BigInt(server.now());
  user.updateAt = now;
  user.deleteAt = active ? 0n : now;
  saveUser(server, user);
  if (!active) {
    tellPlugins(
      server,
      "userHasBeenDeactivated",
      (hooks, pluginContext) => hooks.userHasBeenDeactivated({ pluginContext, user }),
    );
  }
}

function setCustomStatus(server: Server, userId: string, status: CustomStatus | undefined): void {
  const user = getUser(server, userId);
  // Mattermost keeps it among the user's props, as JSON.
  user.props["customStatus"] = status === undefined ? "" : JSON.stringify({
    emoji: status.emoji,
    text: status.text,
    duration: status.duration,
    expires_at: new Date(Number(status.expiresAt)).toISOString(),
  });
  user.updateAt = BigInt(server.now());
  saveUser(server, user);
}

function saveUser(server: Server, user: User): User {
  server.tables.users.put(user);
  server.events.emit({ type: "user_updated", user });
  return user;
}

function requireFree(server: Server, user: User): void {
  const { users } = server.tables;
  if (users.count("WHERE username = ? AND id <> ?", user.username, user.id) > 0) {
    throw invalid(
      "createUserOrGuest",
      "app.user.save.username_exists.app_error",
      `The username "${user.username}" is taken.`,
    );
  }
  if (users.count("WHERE email = ? AND id <> ?", user.email, user.id) > 0) {
    throw invalid(
      "createUserOrGuest",
      "app.user.save.email_exists.app_error",
      `The e-mail address "${user.email}" is taken.`,
    );
  }
}

function missingUser(where: string, which: string): never {
  throw notFound(where, "app.user.missing_account.const", `There is no user ${which}.`);
}

function present(users: (User | undefined)[]): User[] {
  return users.filter((user) => user !== undefined);
}

function byUsername(a: User, b: User): number {
  return a.username < b.username ? -1 : 1;
}
