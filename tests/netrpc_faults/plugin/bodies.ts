/** Bodies that are sent, taken, held up and broken off. @module */
import type { HTTPExchange } from "@mattermost-deno/plugin";
import { note, noted } from "./events.ts";
import { pattern, patternCheck } from "./pattern.ts";

const pieceBytes = 64 * 1024;

/** How many bytes the response of `/pattern` has given away so far. */
let produced = 0;

/** Sends so many bytes, as fast as they are taken. */
export async function sendPattern(exchange: HTTPExchange, query: URLSearchParams): Promise<void> {
  const [length, breakAt] = [Number(query.get("bytes")), Number(query.get("break") ?? Infinity)];
  const name = query.get("name") ?? "";
  produced = 0;
  const body = await exchange.respond({ status: 200 });
  exchange.signal.addEventListener("abort", () => note(`${name} aborted`));
  try {
    while (produced < length) {
      if (produced >= breakAt) return body.abort(new Error("as you wish"));
      await body.write(pattern(produced, Math.min(pieceBytes, length - produced)));
      produced += pieceBytes;
    }
    await body.close();
    note(name, "sent");
  } catch (error) {
    note(name, `failed: ${(error as Error).message}`);
    throw error;
  }
}

/** How far `/pattern` is. */
export const producedSoFar = () => produced;

/** Takes the body, after `/release` where that is asked for, and says what it was. */
export async function takePattern(
  exchange: HTTPExchange,
  query: URLSearchParams,
): Promise<string> {
  const check = patternCheck();
  const name = query.get("name") ?? "";
  note(`${name} begun`);
  if (query.has("hold")) await noted("released");
  try {
    for await (const bytes of exchange.body ?? []) check.take(bytes);
    note(name, check.result);
  } catch (error) {
    note(name, `failed: ${(error as Error).message}`);
    throw error;
  }
  return check.result;
}
