import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { fakeClock } from "../../../tests/process/fake_clock.ts";
import { memoryPair } from "../../../tests/yamux/memory_pair.ts";
import { createDeadlines } from "./deadlines.ts";
import type { YamuxOptions } from "./options.ts";
import { openYamux } from "./session.ts";
import { isPeerId, streamIds } from "./stream_ids.ts";
import { YamuxError } from "./yamux_error.ts";

function pair(options: Partial<YamuxOptions> = {}) {
  const clock = fakeClock();
  const [a, b] = memoryPair();
  const client = openYamux(a, { side: "client", clock, ...options });
  const server = openYamux(b, { side: "server", clock });
  const end = async () => {
    client.close();
    await Promise.all([client.closed, server.closed]);
  };
  return { clock, client, server, a, b, end };
}

/** A session whose peer says nothing. */
function alone(options: Partial<YamuxOptions> = {}) {
  const clock = fakeClock();
  const [a, b] = memoryPair();
  return { clock, peer: b, session: openYamux(a, { side: "client", clock, ...options }) };
}

Deno.test("a closed stream whose peer never closes is reset after five minutes", async () => {
  const { clock, client, server, end } = pair();
  const stream = client.open();
  stream.tryWrite(new Uint8Array([1]));
  stream.close();
  const other = await server.accept();
  assertEquals(await other?.read(), new Uint8Array([1]));
  assertEquals(await other?.read(), null);
  // What the peer still sends is thrown away, and not credited.
  const writing = other?.write(new Uint8Array(1_000_000));
  await server.ping();
  clock.advance(299_999);
  assertEquals([client.streamCount, server.streamCount], [1, 1]);
  clock.advance(1);
  assertEquals(client.streamCount, 0);
  await assertRejects(() => writing ?? Promise.resolve(), YamuxError, "reset by the peer");
  assertEquals(server.streamCount, 0);
  await end();
});

Deno.test("1,000 closed streams that the peer never closes are all forgotten, with one timer", async () => {
  const { clock, client, server, end } = pair();
  for (let index = 0; index < 1000; index++) {
    client.open().close();
    await server.accept();
    clock.advance(10);
  }
  await client.ping(); // All are accepted.
  assertEquals(client.streamCount, 1000);
  clock.advance(295_000);
  assertEquals(client.streamCount, 499);
  clock.advance(5000);
  await client.ping();
  assertEquals([client.streamCount, server.streamCount], [0, 0]);
  await end();
});

Deno.test("a stream that the peer does not accept in time is reset, and others go on", async () => {
  const { clock, client, server, end } = pair();
  const accepted = client.open();
  const other = await server.accept();
  const stream = client.open();
  const reading = stream.read();
  await client.ping();
  clock.advance(75_000);
  const error = await assertRejects(() => reading, YamuxError);
  assertEquals(
    [error.code, error.message],
    ["TIMEOUT", "yamux: the peer has not accepted stream 3 in 75000 ms"],
  );
  accepted.tryWrite(new Uint8Array([1]));
  assertEquals(await other?.read(), new Uint8Array([1]));
  await end();
});

Deno.test("a ping without an answer fails after ten seconds", async () => {
  const { clock, session } = alone();
  const ping = session.ping();
  clock.advance(10_000);
  const error = await assertRejects(() => ping, YamuxError);
  assertEquals(
    [error.code, error.message],
    ["TIMEOUT", "yamux: the peer has not answered a ping in 10000 ms"],
  );
  session.close();
  await session.closed;
});

Deno.test("keep-alive pings go on while they are answered, and end the session when not", async () => {
  const { clock, client, end, a } = pair({ keepAliveMs: 30_000 });
  for (let round = 1; round <= 5; round++) {
    clock.advance(30_000);
    await client.ping(); // The answer to the one before has come, too.
    assertEquals(a.written, round * 24);
  }
  await end();
  const { clock: other, session } = alone({ keepAliveMs: 30_000 });
  other.advance(30_000);
  other.advance(10_000);
  await session.closed;
  assertEquals(session.error?.message, "yamux: the peer has not answered a ping in 10000 ms");
});

Deno.test("closing waits for a peer that does not read, but not for long", async () => {
  const { clock, session, peer } = alone();
  const stream = session.open();
  stream.tryWrite(new Uint8Array(250_000));
  session.close();
  let closed = false;
  session.closed.then(() => closed = true);
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  assertEquals([closed, peer.unread], [false, 0]);
  clock.advance(1000);
  await session.closed;
});

Deno.test("deadlines expire in order, and what was deleted does not", () => {
  const clock = fakeClock();
  const expired: string[] = [];
  const deadlines = createDeadlines<string>(clock, 100, (item) => expired.push(item));
  deadlines.add("a");
  clock.advance(50);
  deadlines.add("b");
  deadlines.add("c");
  deadlines.delete("b");
  clock.advance(50);
  assertEquals(expired, ["a"]);
  deadlines.add("c"); // Begins anew.
  clock.advance(99);
  assertEquals(expired, ["a"]);
  clock.advance(1);
  assertEquals(expired, ["a", "c"]);
  deadlines.add("d");
  deadlines.clear();
  clock.advance(1000);
  assertEquals(expired, ["a", "c"]);
});

Deno.test("stream numbers are used once, and when there are none left the error says so", () => {
  const client = streamIds("client");
  const server = streamIds("server");
  assertEquals([client(), client(), server(), server()], [1, 3, 2, 4]);
  for (const [side, first] of [["client", 0xffff_fffd], ["server", 0xffff_fffc]] as const) {
    const last = streamIds(side, first);
    assertEquals([last(), last()], [first, first + 2]);
    for (let round = 0; round < 2; round++) {
      const error = assertThrows(last, YamuxError, "open a new connection");
      assertEquals(error.code, "IDS_EXHAUSTED");
    }
  }
  assertEquals([0, 1, 2, 3].map((id) => isPeerId("client", id)), [false, false, true, false]);
  assertEquals([0, 1, 2, 3].map((id) => isPeerId("server", id)), [false, true, false, true]);
});

Deno.test("options that cannot be are refused by name", () => {
  for (
    const [name, value, limits] of [
      ["windowBytes", 1000, "262144 to 4294967295"],
      ["acceptBacklog", 0, "1 to 65536"],
      ["openTimeoutMs", 1.5, "0 to 2147483647"],
      ["keepAliveMs", -1, "0 to 2147483647"],
    ] as const
  ) {
    assertThrows(
      () => openYamux(memoryPair()[0], { side: "client", [name]: value }),
      RangeError,
      `yamux: ${name} is ${value}, expected a whole number from ${limits}`,
    );
  }
});

Deno.test("a larger window lets more bytes wait for the reader, at either side's wish", async () => {
  for (const side of ["client", "server"] as const) {
    const [a, b] = memoryPair();
    const large = openYamux(a, { side, windowBytes: 1024 * 1024 });
    const plain = openYamux(b, { side: side === "client" ? "server" : "client" });
    const [mine, theirs] = [large.open(), plain.open()];
    const [other, another] = [await plain.accept(), await large.accept()];
    await Promise.all([large.ping(), plain.ping()]);
    // Each resolves although nobody reads.
    await other?.write(new Uint8Array(1024 * 1024));
    await theirs.write(new Uint8Array(1024 * 1024));
    assertEquals([other?.tryWrite(new Uint8Array(1)), theirs.tryWrite(new Uint8Array(1))], [
      false,
      false,
    ]);
    for (const stream of [mine, another]) {
      let bytes = 0;
      while (bytes < 1024 * 1024) bytes += (await stream?.read())?.length ?? 0;
    }
    large.close();
    await Promise.all([large.closed, plain.closed]);
  }
});
