/**
 * @module
 */
import { textOf } from "../../transport/text_of.ts";
import { TransportError } from "../../transport/transport_error.ts";

/** The same, unless the signal is aborted first. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortError(signal));
    const done = () => signal.removeEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    work.finally(done).then(resolve, reject);
  });
}

/** The error of an aborted signal. */
export function abortError({ reason }: AbortSignal): TransportError {
  if (reason instanceof TransportError) return reason;
  const late = reason instanceof Error && reason.name === "TimeoutError";
  return new TransportError(late ? "DEADLINE_EXCEEDED" : "CANCELLED", textOf(reason), {
    cause: reason,
  });
}
