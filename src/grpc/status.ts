/**
 * gRPC status numbers and grpc-js errors in the vocabulary of the seam.
 *
 * @module
 */
import { status as grpcStatus } from "@grpc/grpc-js";
import { textOf } from "../transport/text_of.ts";
import { TransportError, type TransportErrorCode } from "../transport/transport_error.ts";

const codeNames: readonly (TransportErrorCode | "OK")[] = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
];

/** A status as it travels: number and text. */
export interface WireStatus {
  /** The gRPC status number; 0 is success. */
  readonly code: number;
  /** The text beside it. */
  readonly details: string;
}

/** The status of a call that went well. */
export const okStatus: WireStatus = { code: grpcStatus.OK, details: "" };

/**
 * The error for a status that is not OK.
 *
 * @param status what the peer, or grpc-js, said
 * @param cause the error that led to it, if one is known
 */
export function errorFromStatus(status: WireStatus, cause?: unknown): TransportError {
  const name = codeNames[status.code];
  // A number that gRPC does not define counts as UNKNOWN, as the gRPC specification asks.
  const code = name === undefined || name === "OK" ? "UNKNOWN" : name;
  const details = name === undefined
    ? `${status.details} (the peer sent the unknown status number ${status.code})`
    : status.details;
  return new TransportError(code, details, cause === undefined ? undefined : { cause });
}

/** The status number of a code name. */
export function statusNumber(code: TransportErrorCode): number {
  return codeNames.indexOf(code);
}

/**
 * The status for whatever a handler threw: a `TransportError` keeps its code, anything else is
 * `UNKNOWN` with the error's message.
 */
export function statusFromError(error: unknown): WireStatus {
  if (error instanceof TransportError) {
    return { code: statusNumber(error.code), details: error.details };
  }
  return { code: grpcStatus.UNKNOWN, details: textOf(error) };
}

/** The cancellation that an aborted `AbortSignal` stands for; its reason is the cause. */
export function errorFromAbort(signal: AbortSignal): TransportError {
  const reason: unknown = signal.reason;
  if (reason instanceof TransportError) return reason;
  return new TransportError("CANCELLED", `the call was cancelled: ${textOf(reason)}`, {
    cause: reason,
  });
}
