/**
 * Fetch handlers on top of the lower level.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { headerLines, toByteString } from "../api/http_fields.ts";
import type { HTTPExchange, HTTPHeaderLine } from "./http_exchange.ts";
import type { FetchHandler, HTTPContext } from "./http_hooks.ts";
import { sendBody } from "./send_body.ts";

/** Answers a request with a fetch handler. */
export async function answerWithFetch(
  handler: FetchHandler,
  exchange: HTTPExchange,
  context: HTTPContext,
): Promise<void> {
  const body = exchange.method === "GET" || exchange.method === "HEAD" ? null : exchange.body;
  const request = toRequest(exchange, body, context);
  if (request === undefined) return await refuseMethod(exchange, context);
  // What the request was made without is not waited for.
  if (body === null) await exchange.body?.cancel();
  const response = await handler(request, context);
  if (!(response instanceof Response)) {
    throw new TypeError(
      `${context.hook} must return a Response, but it returned ` +
        (response === undefined ? 'nothing. Is a "return" missing?' : shown(response)),
    );
  }
  await send(response, exchange);
}

/** Methods that `Request` refuses. */
const refusedMethods: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/** The request for a fetch handler; undefined if `Request` does not take its method. */
function toRequest(
  exchange: HTTPExchange,
  body: ReadableStream<Uint8Array> | null,
  context: HTTPContext,
): Request | undefined {
  const { method, signal } = exchange;
  if (refusedMethods.has(method.toUpperCase())) return undefined;
  const lines: [string, string][] = exchange.headers.map(([name, value]) => [
    name,
    toByteString(value),
  ]);
  if (exchange.host !== "" && !lines.some(([name]) => name.toLowerCase() === "host")) {
    lines.push(["host", exchange.host]);
  }
  const init = {
    method,
    signal,
    // Streams go one way at a time in `fetch`; here both run at once, which is what "half" allows.
    ...(body === null
      ? {}
      : { body: body as ReadableStream<Uint8Array<ArrayBuffer>>, duplex: "half" }),
  };
  const url = absoluteURL(exchange);
  try {
    return new Request(url, { ...init, headers: lines });
  } catch {
    // Rarely, a line is one that Headers does not take.
    return new Request(url, { ...init, headers: acceptable(lines, context) });
  }
}

function acceptable(lines: readonly [string, string][], context: HTTPContext): Headers {
  const headers = new Headers();
  for (const [name, value] of lines) {
    try {
      headers.append(name, value);
    } catch {
      context.log.debug(`a request header was left out: Headers does not take ${shown(name)}`);
    }
  }
  return headers;
}

/**
 * The absolute URL: not by resolving the path against the host, since a path that begins with two
 * slashes would name another host.
 */
function absoluteURL({ url, host }: HTTPExchange): string {
  const path = url.startsWith("/") ? url : pathOf(url);
  const absolute = `http://${host}${path}`;
  return host !== "" && URL.canParse(absolute) ? absolute : `http://localhost${path}`;
}

/** A proxy's client sends an absolute URL; its host is not ours. */
function pathOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? "/" : parsed.pathname + parsed.search;
}

async function refuseMethod(exchange: HTTPExchange, context: HTTPContext): Promise<void> {
  context.log.warn(
    `${context.hook}: a ${exchange.method} request was refused, because Request does not take ` +
      "that method; httpExchange(…) does",
  );
  const body = await exchange.respond({
    status: 501,
    headers: [["Content-Type", "text/plain; charset=utf-8"]],
  });
  await body.write(new TextEncoder().encode("This method is not supported.\n"));
  await body.close();
}

/** Header lines about one connection, which is not the client's. */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

function sentLines(headers: Headers): HTTPHeaderLine[] {
  const lines: HTTPHeaderLine[] = [];
  for (const line of headerLines(headers)) if (!hopByHop.has(line[0])) lines.push(line);
  return lines;
}

async function send(response: Response, exchange: HTTPExchange): Promise<void> {
  if (response.bodyUsed || response.body?.locked) {
    throw new TypeError(
      "the Response's body was read already; return response.clone() or a new one",
    );
  }
  const head = {
    // `Response.error()` has no status of its own.
    status: response.type === "error" ? 500 : response.status,
    headers: sentLines(response.headers),
  };
  const { body } = response;
  if (body === null || exchange.method === "HEAD") {
    await body?.cancel();
    await (await exchange.respond(head)).close();
    return;
  }
  await sendBody(body, () => exchange.respond(head), exchange.signal);
}
