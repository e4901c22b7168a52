import { ArchiveError } from "./archive_error.ts";
import type { ArchiveLimits } from "./limits.ts";

/**
 * The bytes of a file compressed with gzip, as they are unpacked.
 *
 * @throws {ArchiveError} while it is read: if it is no gzip, damaged or cut short, if something
 *   comes after its end, or if there is more in it than the limits say.
 */
export async function* gunzip(
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  limits: ArchiveLimits,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let total = 0;
  const unpacked = source.pipeThrough(checkMagic()).pipeThrough(new DecompressionStream("gzip"));
  try {
    for await (const chunk of unpacked) {
      total += chunk.length;
      if (total > limits.totalBytes) {
        throw new ArchiveError(
          undefined,
          `unpacked, it is larger than ${Math.round(limits.totalBytes / 1024 ** 2)} MiB`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ArchiveError || !(error instanceof TypeError)) throw error;
    throw new ArchiveError(
      undefined,
      `it is damaged, cut short, or something comes after its end (${error.message})`,
      { cause: error },
    );
  }
}

/** An error that says more than the decompressor's own. */
function checkMagic(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const head: number[] = [];
  const refuse = () => new ArchiveError(undefined, "this is no .tar.gz: it is not gzip");
  return new TransformStream({
    transform(chunk, controller) {
      for (let at = 0; head.length < 2 && at < chunk.length; at++) head.push(chunk[at] ?? 0);
      if (head.length === 2 && (head[0] !== 0x1f || head[1] !== 0x8b)) throw refuse();
      controller.enqueue(chunk);
    },
    flush() {
      if (head.length < 2) throw refuse();
    },
  });
}
