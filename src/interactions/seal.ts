/**
 * Text that comes back to us from clients, signed so that we know it again.
 *
 * @module
 */
import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import type { SigningKeys } from "./signing_keys.ts";

/** What is signed: what is signed for one purpose is refused for every other. */
export type SealPurpose = "action" | "dialog" | "option";

/** What can be signed: JSON, in which properties that are undefined are left out. */
export interface SealedPayload {
  [name: string]: JsonValue | undefined;
}

/** Signs, and checks what comes back, for one plugin. */
export interface Seals {
  /**
   * The payload as text that only we can have made. Whoever has the text can read the payload.
   *
   * @throws {TypeError} before the plugin is activated
   */
  seal(purpose: SealPurpose, payload: SealedPayload): string;
  /** The payload of such a text; undefined if it is not one that we made for this purpose. */
  open(purpose: SealPurpose, sealed: unknown): Promise<JsonObject | undefined>;
}

/**
 * Signs with HMAC-SHA256. A sealed text is `KEY.PAYLOAD.MAC`: the key's id, the payload's JSON and
 * the signature, both in base64url. The signature covers plugin and purpose as well.
 */
export function seals(pluginId: string, keys: SigningKeys): Seals {
  const encoder = new TextEncoder();
  const mac = (secret: Uint8Array, purpose: SealPurpose, key: string, payload: string) =>
    // No part can contain a line break, so no two of them run together.
    nodeCrypto().createHmac("sha256", secret).update(`${pluginId}\n${purpose}\n${key}\n${payload}`)
      .digest("base64url");
  return {
    seal(purpose, payload) {
      const { id, secret } = keys.current();
      const text = encoder.encode(JSON.stringify(payload)).toBase64(base64url);
      return `${id}.${text}.${mac(secret, purpose, id, text)}`;
    },
    async open(purpose, sealed) {
      if (typeof sealed !== "string") return undefined;
      const [, id, text, given] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(sealed) ?? [];
      if (id === undefined || text === undefined || given === undefined) return undefined;
      const key = await keys.find(id);
      if (key === undefined) return undefined;
      const expected = encoder.encode(mac(key.secret, purpose, id, text));
      const signature = encoder.encode(given);
      if (signature.length !== expected.length) return undefined;
      if (!nodeCrypto().timingSafeEqual(signature, expected)) return undefined;
      return JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(text, base64url)));
    },
  };
}

const base64url = { alphabet: "base64url", omitPadding: true } as const;

/** Node's, which is loaded by the first use: it takes Deno 10 ms. Web Crypto would not be synchronous. */
function nodeCrypto(): typeof import("node:crypto") {
  return globalThis.process.getBuiltinModule("node:crypto");
}
