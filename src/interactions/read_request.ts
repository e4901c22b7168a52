/**
 * What Mattermost posts to a plugin when somebody clicks or submits, as far as it can be believed.
 *
 * @module
 */
import type { HTTPContext } from "../plugin/http_hooks.ts";
import { Refusal } from "./refusal.ts";

/** The most bytes of such a request: a post's properties have at most 800,000 characters. */
const maxBytes = 4 * 1024 * 1024;

/** A request of somebody who is logged in. */
export interface PostedJSON {
  /** Who sent it: Mattermost's word. */
  readonly userId: string;
  /** What was sent. Whoever is logged in can send anything. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Reads such a request. What it says about who sent it is not looked at: that is in a header which
 * Mattermost sets and nobody else can.
 *
 * @throws {Refusal} for a request of nobody or of another plugin, and for what is no JSON object
 */
export async function readRequest(request: Request, context: HTTPContext): Promise<PostedJSON> {
  const { userId, sourcePluginId } = context;
  if (sourcePluginId !== null) {
    throw new Refusal(
      403,
      "Other plugins cannot click or submit.",
      `sent by the plugin ${sourcePluginId}, which can claim to be anybody`,
    );
  }
  if (userId === null || userId === "") throw new Refusal(401, "You must be logged in.");
  if (request.method !== "POST") throw new Refusal(405, "Only POST is answered here.");
  const body = parse(await read(request));
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new Refusal(
      400,
      "The request is not what Mattermost sends.",
      "the body is no JSON object",
    );
  }
  return { userId, body: body as Readonly<Record<string, unknown>> };
}

async function read(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let count = 0;
  for await (const chunk of request.body ?? []) {
    count += chunk.length;
    if (count > maxBytes) throw new Refusal(413, "The request is too long.");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
