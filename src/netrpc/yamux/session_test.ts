import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { memoryPair, type MemoryPairOptions } from "../../../tests/yamux/memory_pair.ts";
import { seededRandom } from "../../../tests/support/seed.ts";
import type { YamuxOptions } from "./options.ts";
import { openYamux, type YamuxSession } from "./session.ts";
import type { YamuxStream } from "./stream.ts";
import { YamuxError } from "./yamux_error.ts";

type Settings = Partial<YamuxOptions> & MemoryPairOptions;

function pair(settings: Settings = {}, server: Partial<YamuxOptions> = {}) {
  const [a, b] = memoryPair(settings);
  const client = openYamux(a, { ...settings, side: "client" });
  return { client, server: openYamux(b, { ...settings, ...server, side: "server" }), a, b };
}

async function end(...sessions: YamuxSession[]): Promise<void> {
  for (const session of sessions) session.close();
  for (const session of sessions) await session.closed;
  assertEquals(sessions.map(({ streamCount }) => streamCount), sessions.map(() => 0));
}

async function accept(session: YamuxSession): Promise<YamuxStream> {
  const stream = await session.accept();
  if (stream === null) throw new Error("the session has ended");
  return stream;
}

async function readToEnd(stream: YamuxStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let chunk = await stream.read(); chunk !== null; chunk = await stream.read()) {
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

/** Sends everything back until each stream's end. */
async function echo(session: YamuxSession): Promise<void> {
  for (let stream = await session.accept(); stream !== null; stream = await session.accept()) {
    const one = stream;
    (async () => {
      for (let chunk = await one.read(); chunk !== null; chunk = await one.read()) {
        await one.write(chunk);
      }
      one.closeWrite();
    })().catch(() => one.reset());
  }
}

Deno.test("bytes come back over streams that either side opens, in frames cut at every byte", async () => {
  const random = seededRandom("echo over a cut connection");
  for (const cut of [() => 1, () => 11, () => 13, () => random.integer(1, 40), () => Infinity]) {
    const { client, server } = pair({ cut });
    const echoes = [echo(client), echo(server)];
    for (const session of [client, server]) {
      const streams = Array.from({ length: 5 }, () => session.open());
      await Promise.all(streams.map(async (stream, index) => {
        const sent = random.bytes(index * 777);
        await stream.write(sent);
        stream.closeWrite();
        assertEquals(await readToEnd(stream), sent);
      }));
    }
    assertEquals([client.streamCount, server.streamCount], [0, 0]);
    await end(client, server);
    await Promise.all(echoes);
  }
});

Deno.test("one write carries the frames of one turn, the stream's opening among them", async () => {
  const { client, server, a } = pair();
  const stream = client.open();
  assertEquals(stream.id, 1);
  for (let index = 0; index < 10; index++) {
    assertEquals(stream.tryWrite(new Uint8Array([index])), true);
  }
  stream.closeWrite();
  assertEquals(await readToEnd(await accept(server)), Uint8Array.from({ length: 10 }, (_, i) => i));
  assertEquals([a.writes, a.written], [1, 11 * 12 + 10]);
  await end(client, server);
});

Deno.test("a stream that is opened and accepted without a word is known to both sides", async () => {
  const { client, server } = pair();
  const stream = client.open();
  const other = await accept(server);
  assertEquals([other.id, client.streamCount, server.streamCount], [stream.id, 1, 1]);
  await end(client, server);
});

Deno.test("a writer is held back by a reader that stops, and goes on when it reads", async () => {
  const { client, server } = pair();
  const stream = client.open();
  const sent = seededRandom("back-pressure").bytes(3_000_000);
  let done = false;
  const writing = stream.write(sent).then(() => {
    done = true;
    stream.closeWrite();
  });
  const other = await accept(server);
  // Several round trips: all that may come has come.
  for (let turn = 0; turn < 20; turn++) await client.ping();
  assertEquals(done, false);
  assertEquals(stream.tryWrite(new Uint8Array(1)), false);
  const chunks: number[] = [];
  const received = await (async () => {
    const all = new Uint8Array(sent.length);
    let at = 0;
    for (let chunk = await other.read(); chunk !== null; chunk = await other.read()) {
      all.set(chunk, at);
      at += chunk.length;
      chunks.push(chunk.length);
    }
    return all;
  })();
  await writing;
  assertEquals(received, sent);
  await end(client, server);
});

Deno.test("other streams go on while one is held back", async () => {
  const { client, server } = pair();
  const stuck = client.open();
  stuck.write(new Uint8Array(1_000_000)).catch(() => {});
  await accept(server);
  const stream = client.open();
  const other = await accept(server);
  for (let turn = 0; turn < 50; turn++) {
    await stream.write(new Uint8Array([turn]));
    assertEquals(await other.read(), new Uint8Array([turn]));
  }
  await end(client, server);
});

Deno.test("a callback gets bytes as they arrive and the end; without it the sender is held back", async () => {
  const { client, server } = pair();
  const stream = client.open();
  const other = await accept(server);
  let received = 0;
  const take = (bytes: Uint8Array | null) => {
    received += bytes?.length ?? 0;
    if (bytes !== null && received >= 100_000) other.onData(undefined);
  };
  other.onData(take);
  const writing = stream.write(new Uint8Array(1_000_000));
  for (let turn = 0; turn < 20; turn++) await client.ping();
  const before = received;
  assertEquals(before >= 100_000 && before < 200_000, true, `${before} bytes`);
  const over = Promise.withResolvers<void>();
  other.onData((bytes, error) => {
    if (bytes === null) over.resolve(assertEquals(error, undefined));
    else received += bytes.length;
  });
  await writing;
  stream.closeWrite();
  await over.promise;
  assertEquals(received, 1_000_000);
  await end(client, server);
});

Deno.test("a stream reset in the middle of a body breaks reading and writing, and no other stream", async () => {
  const { client, server } = pair();
  const whole = client.open();
  const broken = client.open();
  const writing = broken.write(new Uint8Array(2_000_000));
  const [first, second] = [await accept(server), await accept(server)];
  await second.read();
  second.reset();
  const error = await assertRejects(() => writing, YamuxError);
  assertEquals([error.code, error.message], ["RESET", "yamux: stream 3 was reset by the peer"]);
  await assertRejects(() => broken.read(), YamuxError, "stream 3 was reset by the peer");
  await assertRejects(() => second.read(), YamuxError, "stream 3 was reset by this side");
  assertThrows(() => broken.tryWrite(new Uint8Array(1)), YamuxError, "reset by the peer");
  await whole.write(new Uint8Array([7]));
  assertEquals(await first.read(), new Uint8Array([7]));
  assertEquals([client.streamCount, server.streamCount], [1, 1]);
  await end(client, server);
});

Deno.test("thousands of streams one after another leave nothing behind", async () => {
  const { client, server } = pair();
  const echoing = echo(server);
  for (let index = 0; index < 2000; index++) {
    const stream = client.open();
    stream.tryWrite(new Uint8Array([index & 255]));
    stream.closeWrite();
    assertEquals(await stream.read(), new Uint8Array([index & 255]));
    assertEquals(await stream.read(), null);
    assertEquals(stream.id, index * 2 + 1);
  }
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end(client, server);
  await echoing;
});

Deno.test("thousands of streams opened in one turn all arrive: no more are announced than the peer takes", async () => {
  const { client, server } = pair();
  const echoing = echo(server);
  await Promise.all(Array.from({ length: 5000 }, async (_, index) => {
    const stream = client.open();
    const bytes = new Uint8Array([index & 255, index >> 8]);
    await stream.write(bytes);
    stream.closeWrite();
    assertEquals(await readToEnd(stream), bytes);
  }));
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end(client, server);
  await echoing;
});

Deno.test("streams beyond the backlog are reset", async () => {
  const { client, server } = pair({ maxUnacceptedStreams: 1000 });
  const streams = Array.from({ length: 300 }, () => client.open());
  await client.ping();
  assertEquals([client.streamCount, server.streamCount], [256, 256]);
  await assertRejects(() => streams[256]?.read() ?? Promise.resolve(), YamuxError, "stream 513");
  for (let index = 0; index < 256; index++) assertEquals((await accept(server)).id, index * 2 + 1);
  await end(client, server);
});

Deno.test("onStream gets streams in the turn in which they arrive, data behind them", async () => {
  const got: string[] = [];
  const { client, server } = pair({}, {
    onStream(stream) {
      stream.onData((bytes) => {
        got.push(bytes === null ? "end" : new TextDecoder().decode(bytes));
        if (bytes === null) stream.closeWrite();
        else stream.tryWrite(bytes);
      });
    },
  });
  const stream = client.open();
  stream.tryWrite(new TextEncoder().encode("hello"));
  stream.closeWrite();
  assertEquals(new TextDecoder().decode(await readToEnd(stream)), "hello");
  assertEquals(got, ["hello", "end"]);
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end(client, server);
});

Deno.test("pings are answered", async () => {
  const { client, server } = pair();
  for (const session of [client, server]) {
    const times = await Promise.all([session.ping(), session.ping(), session.ping()]);
    assertEquals(times.every((ms) => ms >= 0 && ms < 10_000), true);
  }
  await end(client, server);
});

Deno.test("after a go-away streams go on, and new ones are refused on both sides", async () => {
  const { client, server } = pair();
  const stream = client.open();
  const other = await accept(server);
  const early = client.open(); // On its way while the server says that it goes.
  server.goAway();
  await server.ping();
  const error = assertThrows(() => client.open(), YamuxError, "takes no more streams");
  assertEquals(error.code, "GO_AWAY");
  await assertRejects(() => early.read(), YamuxError, "reset by the peer");
  await stream.write(new Uint8Array([1]));
  assertEquals(await other.read(), new Uint8Array([1]));
  // The other direction still opens.
  const late = server.open();
  assertEquals((await accept(client)).id, late.id);
  await end(client, server);
});

Deno.test("what was written before close arrives; readers and writers under way learn of the end", async () => {
  const { client, server } = pair();
  const stream = client.open();
  const other = await accept(server);
  stream.tryWrite(new Uint8Array([1, 2, 3]));
  const reading = stream.read();
  const accepting = client.accept();
  client.close();
  client.close();
  const error = await assertRejects(() => reading, YamuxError, "the session has ended");
  assertEquals(error.code, "SESSION_ENDED");
  assertEquals(await accepting, null);
  await Promise.all([client.closed, server.closed]);
  assertEquals(await other.read(), new Uint8Array([1, 2, 3]));
  await assertRejects(() => other.read(), YamuxError, "the session has ended");
  await assertRejects(() => other.write(new Uint8Array(1)), YamuxError, "the session has ended");
  assertEquals([client.error, server.error], [undefined, undefined]);
  assertThrows(() => client.open(), YamuxError, "the session has ended");
  await assertRejects(() => client.ping(), YamuxError, "the session has ended");
  assertEquals(await server.accept(), null);
});

Deno.test("a connection that breaks inside of a frame is an error", async () => {
  const [a, b] = memoryPair();
  const session = openYamux(a, { side: "client" });
  await b.write(new Uint8Array([0, 0, 0]));
  b.close();
  await session.closed;
  assertEquals(session.error?.message, "yamux: the connection ended inside of a frame");
});
