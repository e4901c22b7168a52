import { assertEquals, assertMatch, assertRejects, assertThrows } from "@std/assert";
import { YamuxError, type YamuxOptions, type YamuxStream } from "../../src/netrpc/yamux/mod.ts";
import { needing } from "../support/needs.ts";
import { type Random, seededRandom } from "../support/seed.ts";
import { echo, type GoPeer, readToEnd, startGoPeer, VERSIONS } from "./go_peer.ts";

async function withGo(
  name: string,
  test: (version: string, side: YamuxOptions["side"]) => Promise<void>,
  versions: readonly string[] = VERSIONS,
): Promise<void> {
  for (const version of versions) {
    for (const side of ["server", "client"] as const) {
      Deno.test(
        await needing(["go"], {
          name: `hashicorp/yamux ${version}, we are the ${side}: ${name}`,
          fn: () => test(version, side),
        }),
      );
    }
  }
}

const LATEST = ["0.1.2"];

/** Writes in pieces of any size while reading what comes back. */
async function roundTrip(stream: YamuxStream, random: Random, sent: Uint8Array) {
  const writing = (async () => {
    await stream.write(new TextEncoder().encode("e"));
    for (let at = 0; at < sent.length;) {
      const end = Math.min(sent.length, at + random.integer(1, 100_000));
      await stream.write(sent.subarray(at, end));
      at = end;
    }
    stream.closeWrite();
  })();
  const received = await readToEnd(stream);
  await writing;
  assertEquals(received.length, sent.length);
  assertEquals(received.every((byte, index) => byte === sent[index]), true);
}

/** Many bytes quickly: a random block over and over, of a length that no frame or window divides. */
function largeBody(random: Random, length: number): Uint8Array<ArrayBuffer> {
  const block = random.bytes(100_003);
  const body = new Uint8Array(length);
  for (let at = 0; at < length; at += block.length) {
    body.set(block.subarray(0, Math.min(block.length, length - at)), at);
  }
  return body;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** What the peer says of a body: its length and its SHA-256. */
function told(answer: Uint8Array<ArrayBuffer>): { length: bigint; sum: string } {
  return {
    length: new DataView(answer.buffer).getBigInt64(0),
    sum: answer.subarray(8).toHex(),
  };
}

/**
 * Once the peer has seen all ends, neither side has a stream besides the one that asks. The peer
 * forgets a stream a moment after it has sent its end, so it is asked several times.
 */
async function assertNothingLeft(peer: GoPeer) {
  let answer = "";
  for (let round = 0; round < 100 && answer !== "1"; round++) answer = await peer.ask("n");
  assertEquals(answer, "1");
  assertEquals(peer.session.streamCount, 0);
}

await withGo("bytes come back on streams that either side opens", async (version, side) => {
  const random = seededRandom("echo with Go");
  await using peer = await startGoPeer(version, { side });
  const echoing = echo(peer.session);
  for (let round = 0; round < 3; round++) {
    await Promise.all(Array.from({ length: 10 }, () => {
      const body = random.bytes(random.integer(0, 300_000));
      return roundTrip(peer.session.open(), random, body);
    }));
    const order = { Streams: 30, Parallel: 10, MaxBytes: 300_000, Seed: random.integer(0, 1e6) };
    assertEquals(await peer.ask(`o${JSON.stringify(order)}`), "ok");
  }
  await assertNothingLeft(peer);
  peer.session.close();
  await echoing;
});

await withGo("frames arrive whole from a connection that dribbles", async (version, side) => {
  const random = seededRandom("dribbled echo with Go");
  await using peer = await startGoPeer(version, { side }, "-dribble");
  echo(peer.session);
  await roundTrip(peer.session.open(), random, random.bytes(200_000));
  const order = { Streams: 20, Parallel: 5, MaxBytes: 20_000, Seed: 7 };
  assertEquals(await peer.ask(`o${JSON.stringify(order)}`), "ok");
  await assertNothingLeft(peer);
}, LATEST);

await withGo("20 MB go up whole, and down", async (version, side) => {
  const random = seededRandom("large bodies with Go");
  await using peer = await startGoPeer(version, { side });
  const body = largeBody(random, 20_000_000);
  const stream = peer.session.open();
  await stream.write(new TextEncoder().encode("h"));
  await stream.write(body);
  stream.closeWrite();
  assertEquals(told(await readToEnd(stream)), {
    length: BigInt(body.length),
    sum: await sha256(body),
  });
  await roundTrip(peer.session.open(), random, body.subarray(0, 5_000_000));
}, LATEST);

await withGo("a thousand streams one after another leave nothing", async (version, side) => {
  await using peer = await startGoPeer(version, { side });
  echo(peer.session);
  for (let index = 0; index < 1000; index++) {
    const stream = peer.session.open();
    stream.tryWrite(new Uint8Array([101, index & 255]));
    stream.closeWrite();
    assertEquals(await readToEnd(stream), new Uint8Array([index & 255]));
  }
  const order = { Streams: 1000, Parallel: 1, MaxBytes: 100, Seed: 1 };
  assertEquals(await peer.ask(`o${JSON.stringify(order)}`), "ok");
  await assertNothingLeft(peer);
});

await withGo("three thousand streams at once", async (version, side) => {
  await using peer = await startGoPeer(version, { side });
  echo(peer.session);
  await Promise.all(Array.from({ length: 3000 }, async (_, index) => {
    const stream = peer.session.open();
    await stream.write(new Uint8Array([101, index & 255, index >> 8]));
    stream.closeWrite();
    assertEquals(await readToEnd(stream), new Uint8Array([index & 255, index >> 8]));
  }));
  const order = { Streams: 3000, Parallel: 3000, MaxBytes: 100, Seed: 1 };
  assertEquals(await peer.ask(`o${JSON.stringify(order)}`), "ok");
  await assertNothingLeft(peer);
}, LATEST);

await withGo("pings both ways, also while bodies travel", async (version, side) => {
  const random = seededRandom("pings with Go");
  await using peer = await startGoPeer(version, { side });
  const travelling = roundTrip(peer.session.open(), random, largeBody(random, 3_000_000));
  for (let round = 0; round < 20; round++) {
    assertEquals(await peer.session.ping() >= 0, true);
    assertEquals(await peer.ask("p"), "ok");
  }
  await travelling;
}, LATEST);

await withGo("a reader that stops holds us back, and no other stream", async (version, side) => {
  const random = seededRandom("a Go reader that stops");
  await using peer = await startGoPeer(version, { side });
  const body = largeBody(random, 2_000_000);
  const stream = peer.session.open();
  await stream.write(new TextEncoder().encode("b"));
  let sent = false;
  const writing = stream.write(body).then(() => {
    sent = true;
    stream.closeWrite();
  });
  for (let round = 0; round < 10; round++) {
    await roundTrip(peer.session.open(), random, random.bytes(100_000));
  }
  assertEquals(sent, false);
  await peer.ask("r");
  await writing;
  assertEquals(told(await readToEnd(stream)).sum, await sha256(body));
}, LATEST);

await withGo("silent streams outlive the open timeout", async (version, side) => {
  await using peer = await startGoPeer(version, { side }, "-open-timeout=200ms");
  const answer = peer.ask("i");
  const quiet = await peer.session.accept();
  // The peer's own clock counts, so there is no other way than to let time pass.
  const since = performance.now();
  while (performance.now() - since < 500) await peer.session.ping();
  assertEquals(await peer.ask("p"), "ok");
  quiet?.closeWrite();
  assertEquals(await answer, "ok");
  await assertNothingLeft(peer);
});

await withGo("a stream that it never ends is reset by its close timeout", async (version, side) => {
  await using peer = await startGoPeer(version, { side }, "-close-timeout=100ms");
  const stream = peer.session.open();
  await stream.write(new TextEncoder().encode("x"));
  // Its end comes at once; as ours does not come, it breaks the stream off.
  assertEquals(await stream.read(), null);
  const error = await assertRejects(async () => {
    while (true) await stream.write(new Uint8Array(100_000));
  }, YamuxError);
  assertEquals(error.code, "RESET");
  await assertNothingLeft(peer);
}, LATEST);

await withGo(
  "a stream that we reset breaks there, and the session goes on",
  async (version, side) => {
    await using peer = await startGoPeer(version, { side });
    const stream = peer.session.open();
    await stream.write(new TextEncoder().encode("e"));
    await stream.write(new Uint8Array(500_000));
    await stream.read();
    stream.reset();
    await assertNothingLeft(peer);
  },
  LATEST,
);

await withGo("its go-away refuses our streams, ours refuses its", async (version, side) => {
  await using peer = await startGoPeer(version, { side });
  const before = peer.session.open();
  await before.write(new TextEncoder().encode("e"));
  peer.session.goAway();
  const order = { Streams: 1, Parallel: 1, MaxBytes: 10, Seed: 1 };
  assertMatch(
    await peer.ask(`o${JSON.stringify(order)}`),
    /remote end is not accepting connections/,
  );
  assertEquals(await peer.ask("g"), "ok");
  assertThrows(() => peer.session.open(), YamuxError, "takes no more streams");
  await before.write(new Uint8Array([1, 2]));
  before.closeWrite();
  assertEquals(await readToEnd(before), new Uint8Array([1, 2]));
}, LATEST);

await withGo("it ends when we close, and says nothing of errors", async (version, side) => {
  const peer = await startGoPeer(version, { side });
  assertEquals(await peer.ask("n"), "1");
  peer.session.close();
  await peer.session.closed;
  assertEquals(await peer.ended(), "");
});

await withGo("a larger window of ours is used", async (version, side) => {
  const random = seededRandom("a larger window with Go");
  await using peer = await startGoPeer(version, { side, windowBytes: 1_000_000 });
  const accepting = echo(peer.session);
  await roundTrip(peer.session.open(), random, largeBody(random, 3_000_000));
  const order = { Streams: 10, Parallel: 5, MaxBytes: 3_000_000, Seed: 3 };
  assertEquals(await peer.ask(`o${JSON.stringify(order)}`), "ok");
  const stream = peer.session.open();
  await stream.write(new TextEncoder().encode("e"));
  await stream.write(new Uint8Array(900_000));
  stream.closeWrite();
  assertEquals((await readToEnd(stream)).length, 900_000);
  await assertNothingLeft(peer);
  peer.session.close();
  await accepting;
});

await withGo(
  "when it is killed in the middle of a body all streams break",
  async (version, side) => {
    const peer = await startGoPeer(version, { side });
    const streams = Array.from({ length: 20 }, () => peer.session.open());
    const breaking = streams.map(async (stream) => {
      await stream.write(new TextEncoder().encode("e"));
      const error = await assertRejects(async () => {
        while (true) {
          await stream.write(new Uint8Array(100_000));
          await stream.read();
        }
      }, YamuxError);
      assertEquals(error.code, "SESSION_ENDED");
    });
    await peer.session.ping();
    peer.kill();
    await Promise.all(breaking);
    await peer.session.closed;
    await peer.ended();
    assertEquals(peer.session.streamCount, 0);
  },
  LATEST,
);
