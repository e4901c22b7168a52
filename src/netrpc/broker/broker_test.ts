import { assertEquals, assertRejects } from "@std/assert";
import { streamPair } from "../../../tests/netrpc/stream_pair.ts";
import type { DuplexStream } from "../duplex_stream.ts";
import { type BrokerSession, muxBroker } from "./mux_broker.ts";
import { plainReader, remoteReader } from "./remote_reader.ts";
import { serveReader } from "./serve_reader.ts";
import { putVarint, varintReader } from "./varint.ts";

/** Two sessions: what one opens, the other accepts. */
function sessionPair(): [BrokerSession & { end(): void }, BrokerSession & { end(): void }] {
  const queue = () => {
    const streams: (DuplexStream | null)[] = [];
    let wake = () => {};
    return {
      put(stream: DuplexStream | null) {
        streams.push(stream);
        wake();
      },
      async take() {
        while (streams.length === 0) await new Promise<void>((resolve) => wake = resolve);
        return streams.shift() ?? null;
      },
    };
  };
  const toFar = queue();
  const toNear = queue();
  const side = (out: typeof toFar, into: typeof toFar) => ({
    open() {
      const [mine, theirs] = streamPair();
      out.put(theirs);
      return mine;
    },
    accept: () => into.take(),
    end: () => into.put(null),
  });
  return [side(toFar, toNear), side(toNear, toFar)];
}

Deno.test("both sides find a stream by its number, whoever comes first", async () => {
  const [near, far] = sessionPair();
  const [asks, waits] = [muxBroker(near), muxBroker(far)];
  const accepted = waits.accept(7);
  const dialled = asks.dial(7);
  await Promise.all([accepted, dialled]);
  const early = asks.dial(8);
  const late = waits.accept(8);
  const [there, here] = await Promise.all([early, late]);
  await there.write(new Uint8Array([1, 2, 3]));
  assertEquals(await here.read(), new Uint8Array([1, 2, 3]));
  near.end();
  far.end();
});

Deno.test("a number that nobody asks for, and one that nobody opens, end in an error", async () => {
  const [near, far] = sessionPair();
  const [asks, waits] = [muxBroker(near), muxBroker(far, 5)];
  await assertRejects(() => asks.dial(3), Error, "stream 3 cannot be opened");
  await assertRejects(() => waits.accept(4), Error, "has not opened stream 4 within 5 ms");
  near.end();
  far.end();
});

Deno.test("whoever waits for a stream learns that the connection has ended", async () => {
  const [near, far] = sessionPair();
  const waits = muxBroker(far);
  muxBroker(near);
  const accepted = waits.accept(1);
  far.end();
  await assertRejects(() => accepted, Error, "the connection ended before stream 1 was opened");
  near.end();
});

Deno.test("varints are Go's, however they are cut", () => {
  const numbers = [0, 1, 63, 64, 300, 32 * 1024, 2 ** 31 - 1];
  assertEquals(putVarint(32 * 1024), new Uint8Array([0x80, 0x80, 0x04]));
  const reader = varintReader();
  const read = numbers.flatMap((number) =>
    [...putVarint(number)].flatMap((byte) => reader.push(new Uint8Array([byte])))
  );
  assertEquals(read, numbers);
});

Deno.test("a body goes over piece by piece as it is asked for, whole", async () => {
  const [near, far] = streamPair();
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
  const served = serveReader(new Blob([bytes]).stream(), far);
  const read = new Uint8Array(await new Response(remoteReader(near)).arrayBuffer());
  assertEquals(read, bytes);
  await served;
});

Deno.test("a reader that stops reading cancels the body", async () => {
  const [near, far] = streamPair();
  const { promise: cancelled, resolve } = Promise.withResolvers<unknown>();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    cancel: resolve,
  });
  const served = serveReader(body, far);
  const reader = remoteReader(near).getReader();
  await reader.read();
  await reader.cancel();
  await cancelled;
  await served;
});

Deno.test("a body that breaks is never taken for a whole one", async () => {
  const [near, far] = streamPair();
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulls++ < 3) controller.enqueue(new Uint8Array(1000));
      else controller.error(new Error("the disk is gone"));
    },
  });
  const served = serveReader(body, far);
  await assertRejects(() => new Response(remoteReader(near)).arrayBuffer());
  await served;
});

Deno.test("bytes that come unasked are read to their end", async () => {
  const [near, far] = streamPair(3);
  await far.write(new TextEncoder().encode("the whole answer"));
  far.close();
  assertEquals(await new Response(plainReader(near)).text(), "the whole answer");
});
