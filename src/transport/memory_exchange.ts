/**
 * One streamed call between two sides in one process.
 *
 * @module
 */
import type { DescMessage, DescMethod, Message } from "@bufbuild/protobuf";
import { asTransportError, type CallLimits, copyMessage, nameOf } from "./memory_call.ts";
import type { Exchange, Handler, IncomingExchange, ResponseWriter } from "./transport.ts";
import { TransportError } from "./transport_error.ts";

/**
 * Runs an exchange; resolves when the handler responds. The exchange goes on afterwards, until its
 * handler is done and its body was read.
 */
export function runMemoryExchange(
  handler: Handler,
  method: DescMethod,
  init: Message,
  requestBody: ReadableStream<Uint8Array> | null,
  limits: CallLimits,
): Promise<Exchange> {
  const initDesc = headOf(method.input);
  if (initDesc === undefined) {
    throw new TransportError(
      "INVALID_ARGUMENT",
      `${nameOf(method)} is not a streamed call: ` +
        `${method.input.typeName} has no init. Use call() for it.`,
    );
  }
  const answerDesc = method.methodKind === "client_streaming"
    ? method.output
    : headOf(method.output) ?? method.output;
  const hasBody = answerDesc !== method.output;
  const upload = requestBody === null ? undefined : relayBody(requestBody, (error) =>
    limits.abort(
      new TransportError("CANCELLED", `the request's body failed: ${error.message}`, {
        cause: error,
      }),
    ));
  const pipe = openPipe(() =>
    limits.abort(new TransportError("CANCELLED", "the answer's body was cancelled"))
  );

  return new Promise<Exchange>((resolve, reject) => {
    let state: "silent" | "open" | "closed" = "silent";
    const over = () => {
      const reason = limits.signal.reason as TransportError;
      upload?.fail(reason);
      pipe.fail(reason);
      reject(reason);
    };
    if (limits.signal.aborted) return over();
    limits.signal.addEventListener("abort", over, { once: true });

    const exchange: IncomingExchange = {
      signal: limits.signal,
      init: copyMessage(method, initDesc, init),
      body: upload?.body ?? null,
      // deno-lint-ignore require-await -- what it throws must be a rejection
      async respond(response) {
        limits.signal.throwIfAborted();
        if (state !== "silent") {
          throw new TypeError(
            `${nameOf(method)}: respond() was called a second time`,
          );
        }
        const answer = copyMessage(method, answerDesc, response);
        state = "open";
        const close = () => {
          if (!hasBody && state === "open") resolve({ init: answer, body: null });
          state = "closed";
        };
        if (!hasBody) return plainWriter(method, close, fail);
        resolve({ init: answer, body: pipe.body });
        return pipe.writer(close, fail);
      },
    };
    const fail = (reason: unknown) => {
      const error = asTransportError(reason);
      pipe.fail(error);
      reject(error);
    };
    const finish = () => {
      if (state === "closed") return;
      fail(
        new TransportError(
          "INTERNAL",
          `${nameOf(method)}: the handler ended without ` +
            (state === "silent" ? "an answer" : "closing its answer"),
        ),
      );
    };
    Promise.resolve().then(() => handler.exchange(method, exchange)).then(finish, fail)
      .finally(() => {
        limits.signal.removeEventListener("abort", over);
        limits.dispose();
        upload?.fail(new TransportError("CANCELLED", "the exchange is over"));
      });
  });
}

function headOf(desc: DescMessage): DescMessage | undefined {
  const field = desc.fields.find((candidate) => candidate.name === "init");
  return field?.fieldKind === "message" ? field.message : undefined;
}

function plainWriter(
  method: DescMethod,
  close: () => void,
  abort: (reason: unknown) => void,
): ResponseWriter {
  const noBody = () =>
    Promise.reject(
      new TypeError(
        `${nameOf(method)} answers with one message; it has no body to write`,
      ),
    );
  return {
    write: noBody,
    flush: noBody,
    close() {
      close();
      return Promise.resolve();
    },
    abort,
  };
}

/** A body that the answering side reads, pulled from the caller's one read at a time. */
function relayBody(
  source: ReadableStream<Uint8Array>,
  broke: (error: Error) => void,
): { body: ReadableStream<Uint8Array>; fail(error: TransportError): void } {
  const reader = source.getReader();
  let over = false;
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(c) {
      controller = c;
    },
    async pull() {
      try {
        while (true) {
          const { done, value } = await reader.read();
          if (over) return;
          if (done) {
            over = true;
            return controller.close();
          }
          if (!(value instanceof Uint8Array)) {
            throw new TypeError("the request's body has a chunk that is not a Uint8Array");
          }
          // A wire would carry the bytes of now, whatever the caller does to its buffer later.
          if (value.byteLength > 0) return controller.enqueue(value.slice());
        }
      } catch (error) {
        if (!over) broke(error instanceof Error ? error : new Error(String(error)));
      }
    },
    cancel(reason) {
      over = true;
      return reader.cancel(reason);
    },
  }, { highWaterMark: 0 });
  return {
    body,
    fail(error) {
      if (over) return;
      over = true;
      controller.error(error);
      reader.cancel(error).catch(() => {});
    },
  };
}

/** A body that the answering side writes and the caller reads. */
function openPipe(cancelled: () => void): {
  body: ReadableStream<Uint8Array>;
  writer(close: () => void, abort: (reason: unknown) => void): ResponseWriter;
  fail(error: TransportError): void;
} {
  let failure: TransportError | undefined;
  let closed = false;
  let waiting: (() => void)[] = [];
  const wake = () => {
    const woken = waiting;
    waiting = [];
    woken.forEach((resolve) => resolve());
  };
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(c) {
      controller = c;
    },
    pull() {
      wake();
    },
    cancel() {
      if (!closed) cancelled();
    },
  }, { highWaterMark: 1 });
  const check = () => {
    if (failure !== undefined) throw failure;
    if (closed) throw new TypeError("the answer's body is closed, nothing can be written to it");
  };
  return {
    body,
    fail(error) {
      if (closed || failure !== undefined) return;
      failure = error;
      controller.error(error);
      wake();
    },
    writer: (close, abort) => ({
      async write(chunk) {
        check();
        if (chunk.byteLength === 0) return;
        controller.enqueue(chunk.slice());
        if ((controller.desiredSize ?? 0) > 0) return;
        await new Promise<void>((resolve) => waiting.push(resolve));
        if (failure !== undefined) throw failure;
      },
      // deno-lint-ignore require-await -- what it throws must be a rejection
      async flush() {
        check();
      },
      // deno-lint-ignore require-await -- what it throws must be a rejection
      async close() {
        if (closed) return;
        check();
        closed = true;
        controller.close();
        close();
      },
      abort,
    }),
  };
}
