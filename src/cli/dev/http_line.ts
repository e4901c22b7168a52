import type { TestClient } from "../../testing/client.ts";
import type { CommandIO } from "../command_io.ts";
import { printable } from "../printable.ts";
import type { Line } from "./session_lines.ts";

/** How much of a body is shown, in characters. */
const MOST = 4000;

/** Milliseconds that an answer may take, its body included. */
const PATIENCE_MS = 30_000;

/** Sends an HTTP request to the plugin and shows the answer, the body as far as it goes. */
export async function sendHTTP(
  { method, path, body }: Extract<Line, { readonly type: "http" }>,
  client: TestClient,
  as: string | undefined,
  io: CommandIO,
): Promise<void> {
  const answer = await client.fetch(path, {
    method,
    as,
    ...body === undefined ? {} : { body, headers: { "content-type": contentType(body) } },
    redirect: "manual",
    signal: AbortSignal.any([io.signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  const type = answer.headers.get("content-type");
  const location = answer.headers.get("location");
  const head = [answer.status, type, location && `to ${location}`];
  io.out(printable(head.filter((each) => each).join(" ")));
  const text = await answer.text();
  if (text === "") return;
  const shown = printable(text.slice(0, MOST)).trimEnd();
  io.out(shown + (text.length > MOST ? `… (${text.length - MOST} more characters)` : ""));
}

function contentType(body: string): string {
  try {
    JSON.parse(body);
    return "application/json";
  } catch {
    return /^[\w.%+-]+=/.test(body) ? "application/x-www-form-urlencoded" : "text/plain";
  }
}
