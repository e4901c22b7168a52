/**
 * @module
 */

/** All bytes of a body at once. */
export async function collectBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  return new Uint8Array(
    await new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>)
      .arrayBuffer(),
  );
}
