/**
 * Errors as Mattermost's REST API answers them.
 *
 * @module
 */

/** What an error says beside its status and its message. */
export interface HTTPErrorOptions {
  /** What programs tell errors apart by, such as `plugin.not_found`. Default: by the status. */
  readonly id?: string | undefined;
  /** More about the cause, for developers; the client gets it. Default: empty. */
  readonly detailedError?: string | undefined;
  /** The id of the request, for finding it in the log. Default: empty. */
  readonly requestId?: string | null | undefined;
  /** Header lines of the response, such as `Retry-After`. */
  readonly headers?: HeadersInit | undefined;
  /** The error that led to this one; it is logged, and never sent. */
  readonly cause?: unknown;
}

/** The ids of the statuses that this package itself answers with. */
const ids: Readonly<Record<number, string>> = {
  400: "plugin.bad_request",
  401: "plugin.login_required",
  403: "plugin.permission_denied",
  404: "plugin.not_found",
  409: "plugin.conflict",
  413: "plugin.body_too_large",
  429: "plugin.too_many_requests",
};

/**
 * A response in the shape of Mattermost's errors: `{ id, message, detailed_error, request_id,
 * status_code }`, which Mattermost's clients turn into errors of theirs.
 *
 * @param status the HTTP status, 400 to 599
 * @param message what went wrong, for people
 * @param options the rest
 * @throws {TypeError} for a status that is no error
 *
 * @example
 * ```ts
 * import { definePlugin, jsonError } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: () => jsonError(404, "There is nothing here."),
 *   },
 * });
 * ```
 */
export function jsonError(
  status: number,
  message: string,
  options: HTTPErrorOptions = {},
): Response {
  checkStatus(status, "jsonError()");
  const { id, detailedError = "", requestId, headers } = options;
  return Response.json({
    id: id ?? ids[status] ?? "plugin.http_error",
    message,
    detailed_error: detailedError,
    request_id: requestId ?? "",
    status_code: status,
  }, { status, ...(headers === undefined ? {} : { headers }) });
}

const brand: unique symbol = Symbol.for("mattermost-deno.HTTPError") as never;

/**
 * An error that is meant for the client: the guards (`requireUser` and the others) and
 * `jsonErrors(…)` answer with it as {@link jsonError} does. Any other error is logged, and the client
 * learns only that there was one.
 *
 * @example
 * ```ts
 * import { definePlugin, HTTPError, requireUser } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   hooks: {
 *     serveHTTP: requireUser((request) => {
 *       const { searchParams } = new URL(request.url);
 *       const page = Number(searchParams.get("page") ?? 0);
 *       if (!Number.isInteger(page)) throw new HTTPError(400, "page must be a whole number.");
 *       return Response.json({ page });
 *     }),
 *   },
 * });
 * ```
 */
export class HTTPError extends Error {
  /** The class's name, for whoever reads the error. */
  override readonly name: string = "HTTPError";
  /** The HTTP status, 400 to 599. */
  readonly status: number;
  /** The rest of the answer. */
  readonly options: HTTPErrorOptions;

  /**
   * Makes the error.
   *
   * @param status the HTTP status, 400 to 599
   * @param message what went wrong, for the client
   * @param options the rest of the answer
   * @throws {TypeError} for a status that is no error
   */
  constructor(status: number, message: string, options: HTTPErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    checkStatus(status, "new HTTPError()");
    this.status = status;
    this.options = options;
  }

  /** Marks the kind of error across copies of this package. */
  get [brand](): true {
    return true;
  }

  /** Whether `value` is such an error, whatever copy of this package made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}

function checkStatus(status: number, where: string): void {
  if (Number.isInteger(status) && status >= 400 && status <= 599) return;
  throw new TypeError(`${where}: expected the status of an error, 400 to 599, got ${status}`);
}
