import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { memoryPair } from "../../../tests/yamux/memory_pair.ts";
import type { YamuxConnection } from "./connection.ts";
import { openYamux } from "./session.ts";
import { YamuxError } from "./yamux_error.ts";

/** A connection on which nothing arrives until it is closed, with other words for some of it. */
function connection(changes: Partial<YamuxConnection>): YamuxConnection & { closed: number } {
  const over = Promise.withResolvers<null>();
  const it = {
    closed: 0,
    read: () => over.promise,
    write: (bytes: Uint8Array) => Promise.resolve(bytes.length),
    close() {
      it.closed++;
      over.resolve(null);
    },
    ...changes,
  };
  return it;
}

Deno.test("a connection that cannot be written ends the session, which says why", async () => {
  const cause = new Deno.errors.BrokenPipe("Broken pipe (os error 32)");
  const broken = connection({ write: () => Promise.reject(cause) });
  const session = openYamux(broken, { side: "client" });
  const stream = session.open();
  const error = await assertRejects(() => stream.read(), YamuxError);
  const why = "the connection cannot be written: Broken pipe (os error 32)";
  assertEquals(
    [error.code, error.message],
    ["SESSION_ENDED", `yamux: the session has ended: ${why}`],
  );
  await session.closed;
  assertEquals([session.error?.code, session.error?.message], ["CONNECTION", `yamux: ${why}`]);
  assertEquals([session.error?.cause, error.cause], [cause, session.error]);
  assertEquals(broken.closed, 1);
  assertThrows(() => stream.tryWrite(new Uint8Array(1)), YamuxError, why);
});

Deno.test("a connection that takes no bytes is not tried forever", async () => {
  const session = openYamux(connection({ write: () => Promise.resolve(0) }), { side: "client" });
  session.open();
  await session.closed;
  assertEquals(
    session.error?.message,
    "yamux: the connection cannot be written: a write took 0 bytes",
  );
});

Deno.test("a connection that cannot be read ends the session, which says why", async () => {
  const broken = connection({
    read: () => Promise.reject(new Deno.errors.ConnectionReset("reset by peer")),
  });
  const session = openYamux(broken, { side: "client" });
  const accepting = session.accept();
  await session.closed;
  assertEquals(session.error?.message, "yamux: the connection cannot be read: reset by peer");
  assertEquals([await accepting, broken.closed], [null, 1]);
});

Deno.test("a connection that somebody else has closed does not disturb the end", async () => {
  const session = openYamux(
    connection({
      close() {
        throw new Deno.errors.BadResource("Bad resource ID");
      },
    }),
    { side: "client" },
  );
  session.close();
  await session.closed;
  assertEquals(session.error, undefined);
});

Deno.test("frames arrive whole through a connection that takes a few bytes at a time", async () => {
  const [a, b] = memoryPair();
  const slow = { ...a, read: a.read, write: (bytes: Uint8Array) => a.write(bytes.subarray(0, 5)) };
  const client = openYamux(slow, { side: "client" });
  const server = openYamux(b, { side: "server" });
  const stream = client.open();
  const sent = Uint8Array.from({ length: 10_000 }, (_, index) => index & 255);
  stream.tryWrite(sent);
  sent.fill(0); // It was copied.
  stream.closeWrite();
  const other = await server.accept();
  let place = 0;
  for (let bytes = await other?.read(); bytes; bytes = await other?.read()) {
    for (const byte of bytes) assertEquals(byte, place++ & 255);
  }
  assertEquals(place, 10_000);
  client.close();
  await Promise.all([client.closed, server.closed]);
});

Deno.test("what one stream writes at once is bounded, whatever window the peer gives", async () => {
  const [a, b] = memoryPair();
  const client = openYamux(a, { side: "client" });
  const server = openYamux(b, { side: "server", windowBytes: 100_000_000 });
  const stream = client.open();
  await server.accept();
  await Promise.all([client.ping(), server.ping()]);
  const body = new Uint8Array(20_000_000);
  assertEquals(stream.tryWrite(body), false);
  // The window takes all of it although nobody reads, and the session does not hold it all.
  await stream.write(body);
  assertEquals(client.error, undefined);
  client.close();
  await Promise.all([client.closed, server.closed]);
});
