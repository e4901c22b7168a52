import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { seededRandom } from "../../../tests/support/seed.ts";
import { memoryPair } from "../../../tests/yamux/memory_pair.ts";
import { openYamux, type YamuxSession } from "./session.ts";
import type { YamuxStream } from "./stream.ts";
import { YamuxError } from "./yamux_error.ts";

function pair(cut?: () => number) {
  const [a, b] = memoryPair({ cut });
  return { client: openYamux(a, { side: "client" }), server: openYamux(b, { side: "server" }) };
}

async function connected({ client, server }: { client: YamuxSession; server: YamuxSession }) {
  const stream = client.open();
  const other = await server.accept();
  if (other === null) throw new Error("the session has ended");
  return [stream, other] as const;
}

async function end(...sessions: YamuxSession[]) {
  for (const session of sessions) session.close();
  for (const session of sessions) await session.closed;
}

/** Collects what errors come out as uncaught ones while `run` runs. */
async function uncaughtIn(run: () => Promise<void>): Promise<unknown[]> {
  const errors: unknown[] = [];
  const listener = (event: ErrorEvent) => {
    event.preventDefault();
    errors.push(event.error);
  };
  addEventListener("error", listener);
  try {
    await run();
  } finally {
    removeEventListener("error", listener);
  }
  return errors;
}

Deno.test("memory is used again for a callback that keeps nothing, and never for one that keeps views", async () => {
  const sessions = pair();
  const [stream, other] = await connected(sessions);
  for (const keepsNothing of [true, false]) {
    const places = new Set<string>();
    const buffers = new Set<unknown>();
    other.onData((bytes) => {
      if (bytes !== null) {
        buffers.add(bytes.buffer);
        places.add(`${buffers.size}/${bytes.byteOffset}`);
      }
      return keepsNothing;
    });
    for (let turn = 0; turn < 5; turn++) {
      stream.tryWrite(new Uint8Array(1000));
      await sessions.client.ping();
    }
    assertEquals(places.size, keepsNothing ? 1 : 5);
  }
  await end(sessions.client, sessions.server);
});

Deno.test("bytes are right whoever keeps them, on many streams and in any cut", async () => {
  const random = seededRandom("kept and unkept bytes");
  const sessions = pair(() => random.integer(1, 100_000));
  await Promise.all(Array.from({ length: 12 }, async (_, index) => {
    const stream = sessions.client.open();
    const other = await sessions.server.accept() as YamuxStream;
    const sent = random.bytes(400_000);
    const received = new Uint8Array(sent.length);
    const views: Uint8Array[] = [];
    const done = new Promise<void>((resolve) => {
      let at = 0;
      other.onData((bytes) => {
        if (bytes === null) resolve();
        else if (index % 2 === 0) views.push(bytes);
        else {
          received.set(bytes, at);
          at += bytes.length;
        }
        return index % 2 === 1;
      });
    });
    await stream.write(sent);
    stream.closeWrite();
    await done;
    let at = 0;
    for (const view of views) {
      received.set(view, at);
      at += view.length;
    }
    assertEquals(received.every((byte, place) => byte === sent[place]), true);
  }));
  await end(sessions.client, sessions.server);
});

Deno.test("a callback that throws breaks its stream off, once, and the error is not swallowed", async () => {
  const sessions = pair();
  const [stream, other] = await connected(sessions);
  const [fine, alike] = await connected(sessions);
  let calls = 0;
  const errors = await uncaughtIn(async () => {
    other.onData(() => {
      calls++;
      throw new Error("a fault in the reader");
    });
    stream.tryWrite(new Uint8Array([1]));
    await assertRejects(() => stream.read(), YamuxError, "reset by the peer");
  });
  assertEquals([calls, errors.map(String)], [1, ["Error: a fault in the reader"]]);
  fine.tryWrite(new Uint8Array([2]));
  assertEquals(await alike.read(), new Uint8Array([2]));
  await end(sessions.client, sessions.server);
});

Deno.test("an onStream that throws breaks the stream off, and the session goes on", async () => {
  const [a, b] = memoryPair();
  const client = openYamux(a, { side: "client" });
  const server = openYamux(b, {
    side: "server",
    onStream() {
      throw new Error("a fault in the receiver");
    },
  });
  const errors = await uncaughtIn(async () => {
    await assertRejects(() => client.open().read(), YamuxError, "reset by the peer");
  });
  assertEquals(errors.map(String), ["Error: a fault in the receiver"]);
  await client.ping();
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end(client, server);
});

Deno.test("a callback learns of a reset and of the session's end", async () => {
  const sessions = pair();
  const [first, other] = await connected(sessions);
  const [, another] = await connected(sessions);
  const told: string[] = [];
  other.onData((bytes, error) => void told.push(`first: ${bytes} ${(error as YamuxError).code}`));
  another.onData((bytes, error) =>
    void told.push(`second: ${bytes} ${(error as YamuxError).code}`)
  );
  first.reset();
  await sessions.client.ping();
  assertEquals(told, ["first: null RESET"]);
  await end(sessions.client, sessions.server);
  assertEquals(told, ["first: null RESET", "second: null SESSION_ENDED"]);
  // Who comes later is told the same.
  another.onData((bytes) => void told.push(`late: ${bytes}`));
  assertEquals(told.at(-1), "late: null");
});

Deno.test("a stream has one reader at a time", async () => {
  const sessions = pair();
  const [stream, other] = await connected(sessions);
  const reading = other.read();
  await assertRejects(() => other.read(), YamuxError, "read by another read; one reader at a time");
  assertThrows(() => other.onData(() => {}), YamuxError, "one reader at a time");
  stream.tryWrite(new Uint8Array([1]));
  assertEquals(await reading, new Uint8Array([1]));
  other.onData(() => {});
  await assertRejects(() => other.read(), YamuxError, "read by a callback; one reader at a time");
  await end(sessions.client, sessions.server);
});

Deno.test("what was closed says so to readers and writers", async () => {
  const sessions = pair();
  const [stream, other] = await connected(sessions);
  stream.closeWrite();
  assertThrows(() => stream.tryWrite(new Uint8Array(1)), YamuxError, "its writing side was closed");
  await assertRejects(() => stream.write(new Uint8Array(1)), YamuxError, "stream 1 takes no bytes");
  const reading = other.read();
  assertEquals(await reading, null);
  other.close();
  await assertRejects(() => other.read(), YamuxError, "its reading side was closed");
  assertEquals(await stream.read(), null);
  const [, third] = await connected(sessions);
  const pending = third.read();
  third.close();
  await assertRejects(() => pending, YamuxError, "stream 3 was closed while it was read");
  await end(sessions.client, sessions.server);
});
