/**
 * The hooks that answer HTTP requests.
 *
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  type ServeHTTPRequestInit,
  type ServeHTTPResponseInit,
  ServeHTTPResponseInitSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { NotImplementedError } from "../api/errors.ts";
import { toHeaderFields } from "../api/http_fields.ts";
import type { APIScope } from "../api/scoped_api.ts";
import type { SecretMask } from "../process/secret_mask.ts";
import type { IncomingExchange, ResponseWriter } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { callContext } from "./call_context.ts";
import { answerWithFetch } from "./fetch_exchange.ts";
import { inspect } from "./inspect_thrown.ts";
import { logUncaught } from "./log_uncaught.ts";
import type {
  HTTPBodyWriter,
  HTTPExchange,
  HTTPExchangeHandler,
  HTTPHeaderLine,
} from "./http_exchange.ts";
import type { FetchHandler, HTTPContext } from "./http_hooks.ts";
import type { Logger } from "./logger.ts";
import { maskedReason } from "./masked.ts";
import type { HookRunner } from "./run_hook.ts";

/** An HTTP request as a transport brings it. */
export type ServeHTTPExchange = IncomingExchange<ServeHTTPRequestInit, ServeHTTPResponseInit>;

/** Answers one HTTP request with an author's handler. */
export async function serveHTTP(
  runner: HookRunner,
  hook: "serveHTTP" | "serveMetrics",
  handler: FetchHandler | HTTPExchangeHandler,
  incoming: ServeHTTPExchange,
): Promise<void> {
  const { init, signal, body } = incoming;
  const scope: APIScope = { signal };
  const lines = init.headers.flatMap(({ key, values }) =>
    values.map((value): HTTPHeaderLine => [key, value])
  );
  const sourcePluginId = valueOf(lines, "mattermost-plugin-id");
  const context: HTTPContext = callContext(runner, init, {
    hook,
    signal,
    scope,
    config: runner.settings.current,
    // Another plugin may write there what it likes.
    userId: sourcePluginId === null ? valueOf(lines, "mattermost-user-id") ?? "" : "",
  }, { sourcePluginId });
  const answer = trackAnswer(incoming, context.log);
  const exchange: HTTPExchange = {
    method: init.method,
    url: init.url || init.requestUri || "/",
    requestURI: init.requestUri,
    host: init.host,
    protocol: init.proto,
    remoteAddress: init.remoteAddr,
    headers: lines,
    contentLength: init.contentLength < 0n ? null : init.contentLength,
    body,
    signal,
    respond: answer.respond,
    hijack: answer.hijack,
  };
  const ended = runner.hookStarted?.(hook);
  try {
    await (typeof handler === "function"
      ? answerWithFetch(handler, exchange, context)
      : handler.handle(exchange, context));
    await answer.finish();
  } catch (thrown) {
    await answerFailure(thrown, exchange, context, answer, runner.secrets);
  } finally {
    scope.signal = undefined;
    ended?.();
    if (body !== null && !body.locked) await body.cancel().catch(() => {});
  }
}

async function answerFailure(
  thrown: unknown,
  { method, url, signal }: HTTPExchange,
  { log, hook }: HTTPContext,
  answer: Answer,
  secrets: SecretMask,
): Promise<void> {
  const what = `${hook} (${method} ${url.split("?", 1)[0]})`;
  if (signal.aborted) {
    log.debug(`${what} was cancelled`, { error: inspect(thrown) });
    throw new TransportError("CANCELLED", "the client went away");
  }
  logUncaught(log, what, thrown);
  if (answer.started) return answer.abort(maskedReason(thrown, secrets));
  // The error's text is for the log: it may say what is none of the client's business.
  const writer = await answer.respond({
    status: 500,
    headers: [["Content-Type", "text/plain; charset=utf-8"]],
  });
  await writer.write(new TextEncoder().encode("The plugin could not answer this request.\n"));
  await writer.close();
}

/** The answer, and how far it got. */
interface Answer {
  readonly respond: HTTPExchange["respond"];
  readonly hijack: HTTPExchange["hijack"];
  readonly started: boolean;
  /** Sees to it that there is an answer and that it ends. */
  finish(): Promise<void>;
  abort(reason: unknown): void;
}

function trackAnswer(incoming: ServeHTTPExchange, log: Logger): Answer {
  let writer: ResponseWriter | undefined;
  let started = false;
  let over = false;

  const respond: HTTPExchange["respond"] = async (head = {}) => {
    if (started) throw new TypeError("respond() was called a second time");
    const { status = 200, headers = [] } = head;
    started = true;
    const body = writer = await incoming.respond(
      create(ServeHTTPResponseInitSchema, {
        statusCode: checkedStatus(status, log),
        headers: toHeaderFields(headers),
      }),
    );
    return {
      write: (chunk) => body.write(chunk),
      flush: () => body.flush(),
      close() {
        over = true;
        return body.close();
      },
      abort(reason) {
        over = true;
        body.abort(reason);
      },
    } satisfies HTTPBodyWriter;
  };

  const hijack: HTTPExchange["hijack"] = async () => {
    if (incoming.hijack === undefined) {
      throw new NotImplementedError({
        message: "hijack(): this host's protocol cannot give a client's connection to a plugin; " +
          "a stock Mattermost server can",
        statusCode: 501,
      });
    }
    if (started) throw new TypeError("hijack() was called after the answer had begun");
    const connection = await incoming.hijack();
    started = true;
    over = true;
    return connection;
  };

  return {
    respond,
    hijack,
    get started() {
      return started;
    },
    async finish() {
      if (!started) await respond();
      if (!over) await writer?.close();
      over = true;
    },
    abort(reason) {
      over = true;
      writer?.abort(reason);
    },
  };
}

/** Go's server panics for what is not three digits. */
function checkedStatus(status: number, log: Logger): number {
  if (Number.isInteger(status) && status >= 100 && status <= 999) return status;
  log.error(`a response has the status ${status}, which HTTP does not have; 500 is sent instead`);
  return 500;
}

function valueOf(lines: readonly HTTPHeaderLine[], name: string): string | null {
  return lines.find(([key]) => key.toLowerCase() === name)?.[1] || null;
}
