/**
 * @module
 */
import { TransportError, type TransportErrorCode } from "../transport/transport_error.ts";
import { errorForStatus, thrownText } from "./app_error.ts";
import { type HintFacts, hintForCode } from "./error_hints.ts";
import { PluginAPIError } from "./errors.ts";

/** The HTTP status closest to each way in which a call can fail. */
const statusOf: Readonly<Record<TransportErrorCode, number>> = {
  CANCELLED: 499,
  UNKNOWN: 500,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 500,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  DATA_LOSS: 500,
  UNAUTHENTICATED: 401,
};

/**
 * Turns whatever went wrong in a call into a {@link PluginAPIError} of the right class; one that is
 * one already stays as it is.
 *
 * Nothing of the protocol's library leaks: a transport's failure is named by its gRPC status in the
 * text, and has no other trace than the error's class and status.
 */
export function toPluginAPIError(
  thrown: unknown,
  method: string,
  facts: HintFacts = {},
): PluginAPIError {
  if (thrown instanceof PluginAPIError) return thrown;
  if (!(thrown instanceof TransportError)) {
    return new PluginAPIError({
      message: `${method}: ${thrownText(thrown)}`,
      method,
      cause: thrown,
    });
  }
  const statusCode = statusOf[thrown.code] ?? 500;
  const application = splitStatusText(thrown.code, thrown.details);
  if (application !== undefined) {
    return errorForStatus({ ...application, statusCode, method, cause: thrown });
  }
  const hint = hintForCode(thrown.code, thrown.details, facts);
  return errorForStatus({
    message: `${method}: ${thrown.code}: ${thrown.details || "no details"}` +
      (hint === undefined ? "" : ` (${hint})`),
    statusCode,
    method,
    cause: thrown,
  });
}

/**
 * Some hosts answer an application error as a status whose text is "id: message". Ids are dotted
 * lower-case words; the third dot and the underscore keep host names (in "cannot connect" texts)
 * from passing for one.
 */
function splitStatusText(
  code: TransportErrorCode,
  details: string,
): { id: string; message: string } | undefined {
  const match = /^([a-z][\w-]*(?:\.[\w-]+){2,}): ([\s\S]+)$/.exec(details);
  if (match === null) return undefined;
  const [, id = "", message = ""] = match;
  if (code === "UNAVAILABLE" && !id.includes("_")) return undefined;
  return { id, message };
}
