import { assertEquals, assertRejects } from "@std/assert";
import { streamPair } from "../../../tests/netrpc/stream_pair.ts";
import { serveReader } from "../broker/serve_reader.ts";
import { requestBody, type RequestBodyFacts } from "./request_body.ts";

const MiB = 1024 * 1024;

/** A body of so many bytes, as the server gives it; `left` tells whether all of it was taken. */
function served(bytes: number, facts: RequestBodyFacts) {
  const [server, plugin] = streamPair();
  let left = bytes;
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) return controller.close();
      const piece = Math.min(left, 50_000);
      left -= piece;
      controller.enqueue(new Uint8Array(piece).fill(left & 0xff));
    },
  }, { highWaterMark: 0 });
  const serving = serveReader(source, server);
  return { body: requestBody(plugin, facts), serving, left: () => left };
}

async function lengthOf(body: ReadableStream<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const bytes of body) length += bytes.length;
  return length;
}

Deno.test("a body is read to its end, whether its length is known or not", async () => {
  for (const length of [100_000, null]) {
    const { body } = served(100_000, { length, fullDuplex: false });
    assertEquals(await lengthOf(body.readable), 100_000);
    await body.responding();
  }
});

Deno.test("a body that ends before its length breaks, and says how far it came", async () => {
  const { body } = served(70_000, { length: 100_000, fullDuplex: false });
  await assertRejects(
    () => lengthOf(body.readable),
    Error,
    "the client has sent 70000 of 100000 bytes of the body",
  );
});

Deno.test("up to 1 MiB is kept when the response begins, and read after it", async () => {
  for (const [bytes, length] of [[MiB, MiB], [MiB - 1, null], [0, null], [0, 0]] as const) {
    const { body, left } = served(bytes, { length, fullDuplex: false });
    await body.responding();
    assertEquals(left(), 0);
    assertEquals(await lengthOf(body.readable), bytes);
  }
});

Deno.test("what is larger cannot be read after the response has begun, and is not gathered", async () => {
  for (const length of [5 * MiB, null]) {
    const { body, left } = served(5 * MiB, { length, fullDuplex: false });
    await body.responding();
    assertEquals(left() >= 4 * MiB - 200_000, true);
    await assertRejects(
      () => lengthOf(body.readable),
      Error,
      "read the whole body first, or begin the response later",
    );
  }
});

Deno.test("a piece that was asked for before the response and comes after it is not trusted", async () => {
  const [server, plugin] = streamPair();
  const { readable, responding } = requestBody(plugin, { length: 5 * MiB, fullDuplex: false });
  const reading = readable.getReader().read();
  await responding();
  await server.write(new Uint8Array(1000));
  await assertRejects(() => reading, Error, "cannot be read any further");
});

Deno.test("over HTTP/2, and of another plugin, a body is read as the response is sent", async () => {
  const { body, left } = served(5 * MiB, { length: null, fullDuplex: true });
  await body.responding();
  assertEquals(left() > 4 * MiB, true);
  assertEquals(await lengthOf(body.readable), 5 * MiB);
});

Deno.test("a plugin that cancels the body lets the server know", async () => {
  const { body, serving } = served(5 * MiB, { length: 5 * MiB, fullDuplex: false });
  const reader = body.readable.getReader();
  await reader.read();
  await reader.cancel();
  await serving;
  await body.responding();
});
