import { createHmac, timingSafeEqual } from "node:crypto";
import { invalid } from "./app_error.ts";
import { readConfig } from "./config.ts";
import type { Server } from "./server.ts";

/** What a trigger id is for a client and for a plugin. */
export interface TriggerId {
  /** What the client is told. */
  readonly clientTriggerId: string;
  /** What the plugin is given: it says whose it is and when it was made, and is signed. */
  readonly triggerId: string;
}

/** Makes a trigger id, by which a plugin may open a dialog for a user within some seconds. */
export function newTriggerId(server: Server, userId: string): TriggerId {
  const clientTriggerId = server.newId();
  const data = `${clientTriggerId}:${userId}:${server.now()}:`;
  return { clientTriggerId, triggerId: btoa(data + signature(server, data)) };
}

/**
 * Whose trigger id it is. It may be used again until it is too old, as on a real server.
 *
 * @throws {ValidationError} For one that the server has not made, or that is too old.
 */
export function readTriggerId(
  server: Server,
  triggerId: string,
): { clientTriggerId: string; userId: string } {
  const refuse = (reason: string, message: string, params = {}) =>
    invalid(
      "DecodeAndVerifyTriggerId",
      `interactive_message.decode_trigger_id.${reason}`,
      message,
      {
        params,
      },
    );
  const noBase64 = () =>
    refuse("base64_decode_failed", "The trigger id is not one: it is no base64.");
  // With all of its padding, which `atob` does without.
  if (triggerId.length % 4 !== 0) throw noBase64();
  let text: string;
  try {
    text = atob(triggerId);
  } catch {
    throw noBase64();
  }
  const parts = text.split(":");
  const [clientTriggerId = "", userId = "", made = "", signed = ""] = parts;
  if (parts.length !== 4) {
    throw refuse("missing_data", "The trigger id is not one of this server.");
  }
  const seconds = readConfig(server).ServiceSettings.OutgoingIntegrationRequestsTimeout ?? 30;
  if (server.now() - Number(made) > seconds * 1000) {
    throw refuse("expired", `The trigger id is older than ${seconds} seconds.`, {
      Duration: `${seconds}s`,
    });
  }
  const expected = signature(server, `${clientTriggerId}:${userId}:${made}:`);
  if (!sameText(expected, signed)) {
    throw refuse("verify_signature_failed", "The trigger id was not signed by this server.");
  }
  return { clientTriggerId, userId };
}

function signature({ secret }: Server, data: string): string {
  return createHmac("sha256", secret).update(data).digest("base64");
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length &&
    timingSafeEqual(new TextEncoder().encode(a), new TextEncoder().encode(b));
}
