/**
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { HTTPBodyWriter } from "./http_exchange.ts";

/**
 * Passes a body on, chunk by chunk, as fast as the client takes it, and has it flushed whenever it
 * pauses: so that server-sent events arrive when they are sent, and a large file is not cut small.
 *
 * @param body the body; it is cancelled when the client goes away
 * @param respond sends the head and gives the writer
 * @param signal aborted when the client goes away
 */
export async function sendBody(
  body: ReadableStream<Uint8Array>,
  respond: () => Promise<HTTPBodyWriter>,
  signal: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  const cancel = (reason: unknown) => void reader.cancel(reason).catch(() => {});
  const onAbort = () => cancel(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    // Begun before the head is sent, so that a small body can travel with it.
    let next = read(reader);
    const writer = await respond();
    while (true) {
      if (await pauses(next)) await writer.flush();
      const { done, value } = await next.result;
      if (signal.aborted) throw signal.reason;
      if (done) break;
      if (!(value instanceof Uint8Array)) throw notBytes(value);
      // One chunk is read ahead: to know whether there is a pause after this one.
      next = read(reader);
      await writer.write(value);
    }
    await writer.close();
  } catch (error) {
    cancel(error);
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

interface Reading {
  readonly result: Promise<ReadableStreamReadResult<Uint8Array>>;
  settled: boolean;
}

function read(reader: ReadableStreamDefaultReader<Uint8Array>): Reading {
  const reading: Reading = { result: reader.read(), settled: false };
  const settle = () => {
    reading.settled = true;
  };
  reading.result.then(settle, settle);
  return reading;
}

/** How many steps a stream takes that has its next chunk at hand. */
const promptSteps = 16;

/** Whether the next chunk is not there yet, after everything that can run now has run. */
async function pauses(reading: Reading): Promise<boolean> {
  for (let step = 0; step < promptSteps && !reading.settled; step++) await undefined;
  if (reading.settled) return false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = new Promise<void>((resolve) => timer = setTimeout(resolve, 0));
  await Promise.race([turn, reading.result.catch(() => {})]);
  clearTimeout(timer);
  return !reading.settled;
}

function notBytes(value: unknown): TypeError {
  return new TypeError(
    `the Response's body must be a stream of Uint8Array, but it holds ${shown(value)}` +
      (typeof value === "string" ? "; pipe it through a TextEncoderStream" : ""),
  );
}
