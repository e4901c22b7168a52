/**
 * What handlers throw, as responses.
 *
 * @module
 */
import type { HookContext } from "../plugin/hook_context.ts";
import { inspect } from "../plugin/inspect_thrown.ts";
import { logUncaught } from "../plugin/log_uncaught.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import { checkHandler } from "./check_handler.ts";
import { HTTPError, jsonError } from "./http_error.ts";

/** What a guard needs of a context. */
export type GuardContext = Pick<HookContext, "log" | "requestId" | "signal">;

/**
 * A handler whose errors are answered as JSON, in Mattermost's shape: an {@link HTTPError} as what it
 * says, any other error as status 500 without its text, which is logged. The guards do this by
 * themselves.
 *
 * @param handler answers one request
 * @throws {TypeError} when `handler` is no function
 *
 * @example
 * ```ts
 * import { definePlugin, HTTPError, jsonErrors } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: jsonErrors((request) => {
 *       if (request.method !== "POST") throw new HTTPError(405, "Only POST is answered here.");
 *       return Response.json({ ok: true });
 *     }),
 *   },
 * });
 * ```
 */
export function jsonErrors<Context extends GuardContext>(
  handler: (request: Request, context: Context) => Awaitable<Response>,
): (request: Request, context: Context) => Promise<Response> {
  checkHandler(handler, "jsonErrors()");
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      return errorResponse(error, request, context);
    }
  };
}

/** The response for what a handler threw; throws it again if nobody waits for one. */
export function errorResponse(error: unknown, request: Request, context: GuardContext): Response {
  const { log, requestId, signal } = context;
  if (error instanceof HTTPError) {
    if (error.cause !== undefined) {
      log.debug(`answered with status ${error.status}: ${error.message}`, {
        error: inspect(error.cause),
      });
    }
    return jsonError(error.status, error.message, { requestId, ...error.options });
  }
  if (signal.aborted) throw error;
  const { pathname } = new URL(request.url);
  logUncaught(log, `${request.method} ${pathname}`, error);
  // The error's text is for the log: it may say what is none of the client's business.
  return jsonError(500, "The plugin could not answer this request.", {
    id: "plugin.internal_error",
    requestId,
  });
}
