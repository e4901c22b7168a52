import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { JsonObject } from "@bufbuild/protobuf";
import type { Post } from "../contract/mod.ts";
import { invalid } from "./app_error.ts";
import { retainedProps, withActions } from "./attachments.ts";
import type { Server } from "./server.ts";

/** What an action of a post that the server does not keep carries with it, encrypted. */
export interface ActionCookie {
  readonly type: string;
  readonly post_id: string;
  readonly root_post_id: string;
  readonly channel_id: string;
  readonly data_source: string;
  readonly integration: JsonObject | undefined;
  readonly retain_props: JsonObject;
  readonly remove_props: readonly string[];
}

const nonceLength = 12;
const tagLength = 16;

/** Gives every action of a post its cookie. */
export function addActionCookies(server: Server, post: Post): void {
  const { retain, remove } = retainedProps(post);
  withActions(post, (action) => {
    const cookie: ActionCookie = {
      type: action.type ?? "",
      post_id: post.id,
      root_post_id: post.rootId || post.id,
      channel_id: post.channelId,
      data_source: action.data_source ?? "",
      integration: action.integration,
      retain_props: retain,
      remove_props: remove,
    };
    return { ...action, cookie: encrypt(server.secret, JSON.stringify(cookie)) };
  });
}

/**
 * What a cookie says.
 *
 * @throws {ValidationError} For one that this server has not made.
 */
export function readActionCookie({ secret }: Server, cookie: string): ActionCookie {
  try {
    return JSON.parse(decrypt(secret, cookie)) as ActionCookie;
  } catch (cause) {
    throw invalid(
      "DoPostAction",
      "api.post.do_action.action_integration.app_error",
      "The cookie of the action was not made by this server.",
      { cause },
    );
  }
}

function encrypt(secret: Uint8Array, text: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce);
  const parts = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  return parts.reduce<Uint8Array>((all, part) => joined(all, part), new Uint8Array()).toBase64();
}

function decrypt(secret: Uint8Array, cookie: string): string {
  const bytes = Uint8Array.fromBase64(cookie);
  const tagAt = bytes.length - tagLength;
  const decipher = createDecipheriv("aes-256-gcm", secret, bytes.subarray(0, nonceLength));
  decipher.setAuthTag(bytes.subarray(tagAt));
  const text = joined(decipher.update(bytes.subarray(nonceLength, tagAt)), decipher.final());
  return new TextDecoder().decode(text);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
