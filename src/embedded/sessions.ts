import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import {
  type Session,
  SessionSchema,
  type UserAccessToken,
  UserAccessTokenSchema,
} from "../contract/mod.ts";
import { internal, invalid, notFound } from "./app_error.ts";
import { readConfig } from "./config.ts";
import type { Server } from "./server.ts";
import { notImplemented } from "./not_implemented.ts";
import { isId } from "./store/ids.ts";
import { getUser } from "./users.ts";

/** How long somebody stays logged in, in milliseconds. */
const sessionLength = 30 * 24 * 3600 * 1000;

/** The API methods about who is logged in, and about access tokens. */
export function sessionMethods(server: Server): PluginAPIHandlers {
  return {
    getSession: ({ sessionId }) => getSession(server, sessionId, "GetSessionById"),
    createSession: ({ session }) => createSession(server, session ?? create(SessionSchema)),
    extendSessionExpiry: ({ sessionId, newExpiry }) => {
      const session = server.tables.sessions.get(sessionId);
      if (!session) {
        throw internal(
          "extendSessionExpiry",
          "app.session.get_sessions.app_error",
          `There is no session with the id "${sessionId}".`,
        );
      }
      session.expiresAt = newExpiry;
      server.tables.sessions.put(session);
    },
    revokeSession: ({ sessionId }) => {
      getSession(server, sessionId, "RevokeSessionById");
      server.tables.sessions.remove(sessionId);
    },
    createUserAccessToken: ({ token }) =>
      createAccessToken(server, token ?? create(UserAccessTokenSchema)),
    revokeUserAccessToken: ({ tokenId }) => {
      const token = server.tables.accessTokens.get(tokenId);
      if (!token) {
        throw notFound(
          "GetUserAccessToken",
          "app.user_access_token.get_by_user.app_error",
          `There is no access token with the id "${tokenId}".`,
        );
      }
      const session = server.tables.sessions.first("WHERE token = ?", token.token);
      if (session) server.tables.sessions.remove(session.id);
      server.tables.accessTokens.remove(tokenId);
    },
  };
}

/** The session in which a user is logged in; one is made where there is none. */
export function clientSession(server: Server, userId: string): Session {
  const found = server.tables.sessions.all("WHERE user_id = ? ORDER BY seq", userId)
    .find((session) => !isExpired(server, session));
  if (found) return found;
  const { roles } = getUser(server, userId);
  const expiresAt = BigInt(server.now() + sessionLength);
  const props = { csrf: server.newId() };
  return createSession(server, create(SessionSchema, { userId, roles, expiresAt, props }));
}

/** The session that a token stands for; undefined for a token that is none, or not any more. */
export function sessionOfToken(server: Server, token: string): Session | undefined {
  const session = server.tables.sessions.first("WHERE token = ?", token);
  if (session) return isExpired(server, session) ? undefined : session;
  const access = server.tables.accessTokens.first("WHERE token = ?", token);
  if (!access?.isActive || !mayHaveTokens(server, access.userId)) return undefined;
  if (server.tables.users.get(access.userId)?.deleteAt !== 0n) return undefined;
  const draft = create(SessionSchema, { userId: access.userId, token });
  draft.props = { type: "UserAccessToken", user_access_token_id: access.id };
  return saveSession(server, draft);
}

function getSession(server: Server, sessionId: string, where: string): Session {
  const session = server.tables.sessions.get(sessionId);
  if (session) return session;
  throw invalid(
    where,
    "app.session.get.app_error",
    `There is no session with the id "${sessionId}".`,
  );
}

function createSession(server: Server, given: Session): Session {
  if (given.id !== "") {
    throw invalid(
      "CreateSession",
      "app.session.save.existing.app_error",
      "The id of a session is the server's to choose; leave it out.",
    );
  }
  const session = clone(SessionSchema, given);
  session.token = "";
  return saveSession(server, session);
}

function saveSession(server: Server, session: Session): Session {
  if (!isId(session.userId)) {
    throw invalid(
      "Session.IsValid",
      "model.session.is_valid.user_id.app_error",
      `The session's userId is "${session.userId}"; an id of 26 characters is expected.`,
    );
  }
  session.id = server.newId();
  session.token ||= server.newId();
  session.createAt = session.lastActivityAt = BigInt(server.now());
  server.tables.sessions.insert(session);
  return session;
}

function isExpired(server: Server, { expiresAt }: Session): boolean {
  return expiresAt > 0n && BigInt(server.now()) > expiresAt;
}

function createAccessToken(server: Server, given: UserAccessToken): UserAccessToken {
  getUser(server, given.userId);
  if (!mayHaveTokens(server, given.userId)) {
    throw notImplemented(
      "CreateUserAccessToken",
      "app.user_access_token.disabled",
      "The server's settings allow access tokens for bots only " +
        "(ServiceSettings.EnableUserAccessTokens).",
    );
  }
  if (given.description.length > 255) {
    throw invalid(
      "UserAccessToken.IsValid",
      "model.user_access_token.is_valid.description.app_error",
      "A token's description has at most 255 characters.",
    );
  }
  const token = clone(UserAccessTokenSchema, given);
  token.id = server.newId();
  token.token = server.newId();
  token.isActive = true;
  server.tables.accessTokens.insert(token);
  return token;
}

function mayHaveTokens(server: Server, userId: string): boolean {
  return (readConfig(server).ServiceSettings.EnableUserAccessTokens ?? false) ||
    (server.tables.users.get(userId)?.isBot ?? false);
}
