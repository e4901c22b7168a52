/**
 * @module
 */
import { collectBytes } from "../transport/collect_bytes.ts";
import { ValidationError } from "./errors.ts";
import { shown } from "./mismatch.ts";

/** Bytes, all at once or as a stream. */
export type Bytes = Uint8Array | ReadableStream<Uint8Array>;

/** @throws {ValidationError} for what is neither bytes nor a stream that can still be read */
export function checkBytes(value: unknown, where: string): Bytes {
  const refuse = (got: string) =>
    new ValidationError({
      message: `${where}: expected a Uint8Array or a ReadableStream of them, got ${got}`,
      id: "plugin.invalid_argument",
    });
  if (value instanceof Uint8Array) return value;
  if (!(value instanceof ReadableStream)) throw refuse(shown(value));
  if (value.locked) throw refuse("a ReadableStream that somebody reads already");
  return value;
}

/** The bytes as a stream. */
export function asStream(bytes: Bytes): ReadableStream<Uint8Array> {
  if (!(bytes instanceof Uint8Array)) return bytes;
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** All bytes at once. */
export async function collect(bytes: Bytes): Promise<Uint8Array> {
  return bytes instanceof Uint8Array ? bytes : await collectBytes(bytes);
}

/** The same stream, with what breaks it translated. */
export function translateFailure(
  source: ReadableStream<Uint8Array>,
  translate: (error: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(translate(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
}
