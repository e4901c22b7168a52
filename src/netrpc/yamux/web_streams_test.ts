import { assertEquals, assertRejects } from "@std/assert";
import { memoryPair } from "../../../tests/yamux/memory_pair.ts";
import { openYamux } from "./session.ts";
import { webStreams } from "./web_streams.ts";

async function pair() {
  const [a, b] = memoryPair();
  const [client, server] = [openYamux(a, { side: "client" }), openYamux(b, { side: "server" })];
  const stream = client.open();
  const other = await server.accept();
  if (other === null) throw new Error("the session has ended");
  return {
    client,
    server,
    ours: webStreams(stream),
    theirs: webStreams(other),
    async end() {
      client.close();
      await Promise.all([client.closed, server.closed]);
    },
  };
}

const blob = new Blob([new Uint8Array(1_000_000).map((_, index) => index % 251)]);

Deno.test("a body is piped through a stream and back", async () => {
  const { client, server, ours, theirs, end } = await pair();
  const back = theirs.readable.pipeTo(theirs.writable);
  const sending = blob.stream().pipeTo(ours.writable);
  const received = await new Response(ours.readable as ReadableStream<Uint8Array<ArrayBuffer>>)
    .bytes();
  await Promise.all([sending, back]);
  assertEquals(received, await blob.bytes());
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end();
});

Deno.test("a pipe waits for a reader that does not pull", async () => {
  const { client, ours, theirs, end } = await pair();
  let sent = 0;
  const chunks = ReadableStream.from((function* () {
    for (; sent < 1_000_000; sent += 10_000) yield new Uint8Array(10_000);
  })());
  const sending = chunks.pipeTo(ours.writable);
  const reader = theirs.readable.getReader();
  await reader.read();
  for (let round = 0; round < 20; round++) await client.ping();
  assertEquals(sent < 600_000, true, `${sent} bytes left`);
  while (!(await reader.read()).done);
  await sending;
  assertEquals(sent, 1_000_000);
  await end();
});

Deno.test("aborting breaks the stream off for the reader", async () => {
  const { client, server, ours, theirs, end } = await pair();
  await ours.writable.abort("no");
  await assertRejects(() => theirs.readable.getReader().read(), Error, "reset by the peer");
  await server.ping();
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end();
});

Deno.test("cancelling an answer whose request is sent breaks the stream off for its sender", async () => {
  const { client, server, ours, theirs, end } = await pair();
  await ours.writable.close();
  const sending = blob.stream().pipeTo(theirs.writable);
  await ours.readable.cancel();
  await assertRejects(() => sending, Error, "reset by the peer");
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end();
});

Deno.test("cancelling one direction leaves the other one as it is", async () => {
  const { ours, theirs, end } = await pair();
  await ours.readable.cancel();
  const writer = ours.writable.getWriter();
  await writer.write(new Uint8Array([1, 2]));
  await writer.close();
  assertEquals(
    await new Response(theirs.readable as ReadableStream<Uint8Array<ArrayBuffer>>)
      .bytes(),
    new Uint8Array([1, 2]),
  );
  await end();
});
