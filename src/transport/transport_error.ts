/**
 * The gRPC status names, used for failures of any transport: the standard vocabulary for "the call
 * itself went wrong", as against an application error, which travels inside the response.
 *
 * @see https://grpc.io/docs/guides/status-codes/
 */
export type TransportErrorCode =
  | "CANCELLED"
  | "UNKNOWN"
  | "INVALID_ARGUMENT"
  | "DEADLINE_EXCEEDED"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "PERMISSION_DENIED"
  | "RESOURCE_EXHAUSTED"
  | "FAILED_PRECONDITION"
  | "ABORTED"
  | "OUT_OF_RANGE"
  | "UNIMPLEMENTED"
  | "INTERNAL"
  | "UNAVAILABLE"
  | "DATA_LOSS"
  | "UNAUTHENTICATED";

const brand: unique symbol = Symbol.for("mattermost-deno.TransportError") as never;

/**
 * A call that a transport could not carry, or that the other side answered with a status instead of
 * a message. The API client turns it into a `PluginAPIError`, so plugin authors do not meet it.
 *
 * `instanceof` works across copies of this package (a plugin's bundle and the loader each have one).
 */
export class TransportError extends Error {
  override readonly name = "TransportError";
  /** The gRPC status name. */
  readonly code: TransportErrorCode;
  /** The status text without anything that this package added to it. */
  readonly details: string;
  /** Marks the type across copies of this package. */
  readonly [brand] = true;

  /**
   * @param code the gRPC status name
   * @param details what happened, as the peer or the transport said it
   * @param options `cause`: the error that led to this one
   */
  constructor(code: TransportErrorCode, details: string, options?: ErrorOptions) {
    super(`${code}: ${details}`, options);
    this.code = code;
    this.details = details;
  }

  /** Whether `value` is a `TransportError` of any copy of this package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}
