/**
 * Bodies of a bounded size.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import { checkHandler } from "./check_handler.ts";
import { HTTPError } from "./http_error.ts";
import { errorResponse, type GuardContext, jsonErrors } from "./json_errors.ts";

/**
 * A handler that is given no more of a request's body than this: a longer one is answered with
 * status 413. Mattermost itself has no limit for requests to plugins.
 *
 * A body whose length is known is refused before the handler runs. Else reading fails where it
 * becomes too long, and the answer is 413 whatever the handler makes of that.
 *
 * It fits around handlers and guards, and inside of guards.
 *
 * @param bytes the most bytes that a body may have
 * @param handler answers the request
 * @throws {TypeError} where the limit is no whole number of bytes, and `handler` no function
 *
 * @example
 * ```ts
 * import { definePlugin, limitBody, requireUser } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: limitBody(64 * 1024, requireUser(async (request, { userId }) => {
 *       const text = await request.text();
 *       return Response.json({ userId, characters: text.length });
 *     })),
 *   },
 * });
 * ```
 */
export function limitBody<Context extends GuardContext>(
  bytes: number,
  handler: (request: Request, context: Context) => Awaitable<Response>,
): (request: Request, context: Context) => Promise<Response> {
  if (!Number.isSafeInteger(bytes) || bytes < 0) {
    throw new TypeError(`limitBody(): expected a whole number of bytes, got ${shown(bytes)}`);
  }
  checkHandler(handler, "limitBody()");
  return jsonErrors(async (request, context) => {
    if (Number(request.headers.get("content-length") ?? 0) > bytes) throw tooLong(bytes);
    if (request.body === null) return await handler(request, context);
    const { body, exceeded } = counted(request.body, bytes);
    // Streams go one way at a time in `fetch`; here both run at once, which is what "half" allows.
    const init = { body, duplex: "half" };
    const response = await jsonErrors(handler)(new Request(request, init), context);
    if (!exceeded()) return response;
    await response.body?.cancel();
    return errorResponse(tooLong(bytes), request, context);
  });
}

function tooLong(bytes: number): HTTPError {
  return new HTTPError(413, `The request's body is longer than ${bytes} bytes.`);
}

/** The stream, failing where it becomes longer than `limit`. */
function counted(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
): { body: ReadableStream<Uint8Array<ArrayBuffer>>; exceeded: () => boolean } {
  let count = 0;
  const body = stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        count += chunk.length;
        if (count > limit) controller.error(tooLong(limit));
        else controller.enqueue(chunk);
      },
    }),
  );
  return { body, exceeded: () => count > limit };
}
