/**
 * Time limits and cancelling for calls that cannot be taken back: the caller stops waiting, and the
 * server's answer is dropped when it comes.
 *
 * @module
 */
import { textOf } from "../../transport/text_of.ts";
import type { TransportCallOptions } from "../../transport/transport.ts";
import { TransportError } from "../../transport/transport_error.ts";

/** The same answer, unless a limit is met first. */
export function withinLimits<T>(
  answer: Promise<T>,
  options: TransportCallOptions | undefined,
): Promise<T> {
  const { signal, timeoutMs } = options ?? {};
  if (signal === undefined && timeoutMs === undefined) return answer;
  return new Promise((resolve, reject) => {
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
      done();
      reject(new TransportError("DEADLINE_EXCEEDED", `no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    const onAbort = () => {
      done();
      reject(abortedError(signal!));
    };
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
    answer.then(
      (value) => {
        done();
        resolve(value);
      },
      (error) => {
        done();
        reject(error);
      },
    );
  });
}

/** The error for a signal that was aborted. */
export function abortedError(signal: AbortSignal): TransportError {
  const { reason } = signal;
  if (reason instanceof TransportError) return reason;
  return new TransportError("CANCELLED", textOf(reason), { cause: reason });
}
