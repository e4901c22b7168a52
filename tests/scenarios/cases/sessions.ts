/** Scenarios about sessions and access tokens. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";
import { PLUGIN_ID } from "../target.ts";
import { fieldsOf } from "./pick.ts";

/** Some day of 2100, in Unix milliseconds. */
const LATER = "4102444800000";

interface Session extends JsonObject {
  readonly id: string;
  readonly token: string;
}

export const sessions: Scenarios = {
  "a session that a plugin makes is one": async ({ call, ids, nobody }) => {
    const session = await call<Session>("createSession", {
      session: { userId: ids.carol, expiresAt: LATER },
    });
    const headers = { Authorization: `Bearer ${session.token}` };
    const asked = await nobody.fetch(`/plugins/${PLUGIN_ID}/who`, { headers });
    return [
      fieldsOf(session, "user_id", "roles", "is_oauth", "expires_at"),
      (await asked.json())["userId"],
    ];
  },
  "a session is found by its id": async ({ call, ids }) => {
    const { id } = await call<Session>("createSession", {
      session: { userId: ids.carol, expiresAt: LATER },
    });
    return fieldsOf(await call("getSession", { sessionId: id }), "user_id", "roles");
  },
  "a session that is not there is not found": ({ call, ids }) =>
    call("getSession", { sessionId: ids.unknown }),
  "a session that is revoked is none": async ({ call, ids, nobody, outcome }) => {
    const { id, token } = await call<Session>("createSession", {
      session: { userId: ids.carol, expiresAt: LATER },
    });
    await call("revokeSession", { sessionId: id });
    const headers = { Authorization: `Bearer ${token}` };
    const asked = await nobody.fetch(`/plugins/${PLUGIN_ID}/who`, { headers });
    return [
      await outcome(call("getSession", { sessionId: id })),
      (await asked.json())["userId"],
    ];
  },
  "a session that is not there is not revoked": ({ call, ids }) =>
    call("revokeSession", { sessionId: ids.unknown }),
  "a session ends later": async ({ call, ids }) => {
    const { id } = await call<Session>("createSession", {
      session: { userId: ids.carol, expiresAt: "4102444700000" },
    });
    await call("extendSessionExpiry", { sessionId: id, newExpiry: LATER });
    return fieldsOf(await call("getSession", { sessionId: id }), "expires_at");
  },
  "a session of an account that is not there": async ({ call, ids }) =>
    fieldsOf(
      await call("createSession", { session: { userId: ids.unknown, expiresAt: LATER } }),
      "user_id",
    ),
  "an access token is not made unless the settings allow it": ({ call, ids }) =>
    call("createUserAccessToken", { token: { userId: ids.carol, description: "for tests" } }),
  "an access token that is not there is not revoked": ({ call, ids }) =>
    call("revokeUserAccessToken", { tokenId: ids.unknown }),
};
