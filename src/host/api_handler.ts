/** Any implementation of the plugin API as a service of the contract. @module */

import type { DescMessage, DescMethod, Message } from "@bufbuild/protobuf";
import { apiMethods } from "../../gen/api_methods.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import { PluginAPI } from "../../gen/mattermost/pluginapi/v1/api_pb.ts";
import type { PluginAPIHandlerContext, PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { messageFrom } from "../api/message_from_init.ts";
import { NotImplementedError } from "../api/errors.ts";
import { fillSuperseded, preferNew } from "../contract/superseded_fields.ts";
import type { Handler, IncomingExchange } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { apiAppError } from "./api_errors.ts";
import { answerPluginHTTP, answerPluginHTTPStream } from "./api_plugin_http.ts";
import { apiRequest, apiResponse } from "./api_messages.ts";
import { type Clock, systemClock } from "./clock.ts";
import { guarded, type HostLog, hostLog, type LogSink } from "./plugin_log.ts";

/** What an API handler is made of beside the implementation. */
export interface PluginAPIHandlerOptions {
  /** The plugin whose calls are answered. */
  readonly pluginId: string;
  /** Answers where the implementation has no method. */
  readonly fallback?: PluginAPIHandlers | undefined;
  /** Takes a line about each failure that is not a `PluginAPIError`. */
  readonly log?: LogSink | undefined;
  /** For the times in the log. Default: the machine's. */
  readonly clock?: Clock | undefined;
}

type Method = (request: unknown, context: PluginAPIHandlerContext) => unknown;

const byName: ReadonlyMap<string, MethodInfo> = new Map(
  Object.values(apiMethods).flatMap((info) => [
    [info.method.name, info] as const,
    ...(info.stream ? [[info.stream.name, info] as const] : []),
  ]),
);

/**
 * Makes a service of an implementation of the plugin API. Errors travel inside the answers: a
 * `PluginAPIError` with all that it says; anything else that is thrown as a 500 that tells the plugin
 * nothing and the log everything; a missing method as a 501 that names it. A method that exists once
 * with a stream and once without answers both.
 *
 * @example
 * ```ts
 * import { NotFoundError } from "@mattermost-deno/plugin";
 * import { createPluginAPIHandler } from "@mattermost-deno/plugin/host";
 *
 * export const handler = createPluginAPIHandler({
 *   getServerVersion: () => "10.11.0",
 *   getUser({ userId }) {
 *     throw new NotFoundError({ message: `There is no user ${userId}.` });
 *   },
 * }, { pluginId: "com.example.hello" });
 * ```
 */
export function createPluginAPIHandler(
  api: PluginAPIHandlers,
  options: PluginAPIHandlerOptions,
): Handler {
  const clock = options.clock ?? systemClock;
  const log = hostLog(guarded(options.log), options.pluginId, () => clock.now());

  function find(method: DescMethod): { info: MethodInfo; run: Method | undefined } {
    const info = byName.get(method.name);
    if (!info) throw new TransportError("UNIMPLEMENTED", `${method.name} is not known`);
    const name = info.name as keyof PluginAPIHandlers;
    const owner = api[name] ? api : options.fallback;
    const found = owner?.[name] as Method | undefined;
    // Bound: implementations may be objects of classes.
    return { info, run: found?.bind(owner) };
  }

  async function answer(
    info: MethodInfo,
    output: DescMessage,
    work: () => Promise<Message>,
  ): Promise<Message> {
    try {
      return await work();
    } catch (error) {
      return failure(info, output, error, log);
    }
  }

  return {
    service: PluginAPI,

    async call(method, request, { signal }) {
      const { info, run } = find(method);
      const context = { signal, pluginId: options.pluginId };
      const response = await answer(info, method.output, async () => {
        if (!run) throw notImplemented(info);
        preferNew(method.input, request);
        if (info.name === "pluginHTTP") return await answerPluginHTTP(run, request, context);
        const result = await run(apiRequest(info, request), context);
        return apiResponse(info, result);
      });
      fillSuperseded(method.output, response);
      return response;
    },

    async exchange(method, exchange) {
      const { info, run } = find(method);
      const context = { signal: exchange.signal, pluginId: options.pluginId };
      if (info.name === "pluginHTTP") {
        const output = headOf(method.output);
        return await answerPluginHTTPStream(
          exchange,
          run ? (request) => run(request, context) as Promise<Response> : undefined,
          (error) => failure(info, output, error ?? notImplemented(info), log),
        );
      }
      const response = await answer(info, method.output, async () => {
        if (!run) throw notImplemented(info);
        preferNew(headOf(method.input), exchange.init);
        const result = await run(apiRequest(info, exchange.init, bodyOf(exchange)), context);
        return apiResponse(info, result);
      });
      // What the implementation did not read, nobody will.
      await exchange.body?.cancel().catch(() => {});
      fillSuperseded(method.output, response);
      await (await exchange.respond(response)).close();
    },
  };
}

/** The message that opens a stream of these messages. */
function headOf(envelope: DescMessage): DescMessage {
  return envelope.field.init?.message as DescMessage;
}

function bodyOf(exchange: IncomingExchange): ReadableStream<Uint8Array> {
  return exchange.body ?? new Blob([]).stream();
}

function notImplemented(info: MethodInfo): NotImplementedError {
  return new NotImplementedError({
    id: "plugin_api.not_implemented.app_error",
    where: info.goName,
    message: `This host does not implement ${info.goName}.`,
    method: info.name,
  });
}

/** The answer that says that the call failed. */
function failure(info: MethodInfo, output: DescMessage, thrown: unknown, log: HostLog): Message {
  const error = apiAppError(info, thrown, log);
  if (output.field.error?.message?.name === "AppError") {
    return messageFrom(output, { error }, info.name);
  }
  // A few answers have no room for an error; Go's methods have none either.
  throw new TransportError(error.statusCode === 501 ? "UNIMPLEMENTED" : "INTERNAL", error.message);
}
