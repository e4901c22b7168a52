import { assertEquals, assertRejects } from "@std/assert";
import { seededRandom } from "../../../tests/support/seed.ts";
import { type MemoryEnd, memoryPair } from "../../../tests/yamux/memory_pair.ts";
import {
  ACK,
  DATA,
  FIN,
  GO_AWAY,
  INITIAL_WINDOW,
  PING,
  RST,
  SYN,
  WINDOW_UPDATE,
  writeHeader,
} from "./frame.ts";
import { createFrameReader } from "./frame_reader.ts";
import type { YamuxOptions } from "./options.ts";
import { openYamux } from "./session.ts";
import { YamuxError } from "./yamux_error.ts";

type Frame = readonly [type: number, flags: number, id: number, length: number, data?: Uint8Array];

function bytesOf(...frames: readonly Frame[]): Uint8Array {
  const parts = frames.flatMap(([type, flags, id, length, data]) => {
    const header = new Uint8Array(12);
    writeHeader(header, 0, type, flags, id, length);
    return data === undefined ? [header] : [header, data];
  });
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A session whose peer is the test itself. */
function victim(options: Partial<YamuxOptions> = {}) {
  const [a, b] = memoryPair();
  const session = openYamux(a, { side: "server", ...options });
  return { session, peer: b };
}

async function send(peer: MemoryEnd, bytes: Uint8Array) {
  for (let at = 0; at < bytes.length;) at += await peer.write(bytes.subarray(at));
}

/** All frames that the session has sent until now. */
async function framesFrom(peer: MemoryEnd): Promise<Frame[]> {
  const frames: Frame[] = [];
  const reader = createFrameReader({
    header: (...frame) => frames.push(frame),
    payload: () => false,
  });
  const buffer = new Uint8Array(65_536);
  for (let n = await peer.read(buffer); n !== null; n = await peer.read(buffer)) {
    reader.push(buffer, 0, n);
  }
  return frames;
}

const tooMuch = new Uint8Array(INITIAL_WINDOW + 1);
const open: Frame = [WINDOW_UPDATE, SYN, 1, 0];

const faults: readonly (readonly [name: string, bytes: Uint8Array, error: string])[] = [
  [
    "another version",
    new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    "yamux: the peer has sent a frame with version 1, expected 0; the peer does not speak yamux",
  ],
  [
    "an unknown type",
    bytesOf([4, 0, 0, 0]),
    "yamux: the peer has sent a frame with frame type 4, expected 0 (data) to 3 (go away)",
  ],
  [
    "unknown flags",
    bytesOf([DATA, 0x12, 1, 0]),
    "yamux: the peer has sent a frame with flags 0x12, expected a combination of 0x1, 0x2, 0x4 and 0x8",
  ],
  [
    "more data than the window has room for",
    bytesOf(open, [DATA, 0, 1, 6, new Uint8Array(6)], [DATA, 0, 1, INITIAL_WINDOW, tooMuch]),
    "yamux: the peer has sent 262144 bytes on stream 1, whose window has room for 262138",
  ],
  [
    "a window above 4 GiB",
    bytesOf(open, [WINDOW_UPDATE, 0, 1, 0xffff_ffff]),
    "yamux: the peer has raised the window of stream 1 by 4294967295 bytes, above 4 GiB",
  ],
  [
    "a stream opened twice",
    bytesOf(open, open),
    "yamux: the peer has opened stream 1 twice",
  ],
  [
    "a stream with a number of the other side",
    bytesOf([WINDOW_UPDATE, SYN, 2, 0]),
    "yamux: the peer has opened stream 2; the client's streams have odd numbers above 0",
  ],
  [
    "stream 0",
    bytesOf([DATA, SYN, 0, 1, new Uint8Array(1)]),
    "yamux: the peer has opened stream 0; the client's streams have odd numbers above 0",
  ],
  [
    "a side closed twice",
    bytesOf(open, [WINDOW_UPDATE, FIN, 1, 0], [WINDOW_UPDATE, FIN, 1, 0]),
    "yamux: the peer has closed its side of stream 1 twice",
  ],
  [
    "a ping for a stream",
    bytesOf([PING, SYN, 1, 0]),
    "yamux: the peer has sent a ping for stream 1; it concerns the session, stream 0",
  ],
  [
    "a ping that neither asks nor answers",
    bytesOf([PING, 0, 0, 0]),
    "yamux: the peer has sent a ping with flags 0x0, expected 0x1 or 0x2",
  ],
];

for (const [name, bytes, message] of faults) {
  Deno.test(`${name}: the session ends and says so to both sides`, async () => {
    const { session, peer } = victim();
    const reading = (async () => {
      const stream = await session.accept();
      while (await stream?.read());
    })().catch((error: unknown) => error);
    await send(peer, bytes);
    const frames = await framesFrom(peer);
    await session.closed;
    assertEquals([session.error?.code, session.error?.message], ["PROTOCOL", message]);
    assertEquals(frames.at(-1), [GO_AWAY, 0, 0, 1]);
    assertEquals(session.streamCount, 0);
    await reading;
  });
}

for (
  const [reason, message] of [
    [1, "yamux: the peer has ended the session: this side broke the protocol"],
    [2, "yamux: the peer has ended the session: it has an internal error"],
    [77, "yamux: the peer has ended the session: unknown reason 77"],
  ] as const
) {
  Deno.test(`a go-away for reason ${reason} ends the session`, async () => {
    const { session, peer } = victim();
    const stream = session.open();
    const reading = assertRejects(() => stream.read(), YamuxError, message.slice(7));
    await send(peer, bytesOf([GO_AWAY, 0, 0, reason]));
    await session.closed;
    assertEquals(session.error?.message, message);
    await reading;
  });
}

Deno.test("frames for streams that are gone are skipped, their data too", async () => {
  const { session, peer } = victim();
  await send(
    peer,
    bytesOf(
      [DATA, 0, 77, 5, new Uint8Array([0, 1, 2, 3, 4])],
      [WINDOW_UPDATE, 0, 78, 100],
      [WINDOW_UPDATE, RST, 79, 0],
      [DATA, FIN, 80, 2, new Uint8Array(2)],
      [WINDOW_UPDATE, ACK, 81, 0],
      [PING, ACK, 0, 12345],
      [DATA, SYN, 5, 1, new Uint8Array([9])],
    ),
  );
  const stream = await session.accept();
  assertEquals([stream?.id, await stream?.read()], [5, new Uint8Array([9])]);
  assertEquals(session.streamCount, 1);
  session.close();
  await session.closed;
});

Deno.test("a stream that is opened, filled, closed and reset in one frame is gone", async () => {
  const { session, peer } = victim();
  await send(peer, bytesOf([DATA, SYN | FIN | RST, 1, 3, new Uint8Array(3)], [PING, SYN, 0, 7]));
  const stream = await session.accept();
  await assertRejects(async () => await stream?.read(), YamuxError, "reset by the peer");
  assertEquals(session.streamCount, 0);
  session.close();
  const frames = await framesFrom(peer);
  assertEquals(frames.find(([type]) => type === PING), [PING, ACK, 0, 7]);
});

Deno.test("data behind an end are skipped: hashicorp's writer and closer may overtake each other", async () => {
  const { session, peer } = victim();
  await send(
    peer,
    bytesOf(
      [DATA, SYN | FIN, 1, 1, new Uint8Array([1])],
      [DATA, 0, 1, 1, new Uint8Array([2])],
    ),
  );
  const stream = await session.accept();
  assertEquals(await stream?.read(), new Uint8Array([1]));
  assertEquals(await stream?.read(), null);
  session.close();
  await session.closed;
  assertEquals(session.error, undefined);
});

Deno.test("a peer that opens without end gets resets", async () => {
  const { session, peer } = victim({ maxStreams: 100, onStream() {} });
  const opening = Array.from({ length: 1000 }, (_, n): Frame => [WINDOW_UPDATE, SYN, n * 2 + 1, 0]);
  await send(peer, bytesOf(...opening));
  const frames: Frame[] = [];
  const reader = createFrameReader({
    header: (...frame) => frames.push(frame),
    payload: () => false,
  });
  const buffer = new Uint8Array(65_536);
  while (frames.length < 1000) reader.push(buffer, 0, await peer.read(buffer) ?? 0);
  const flags = Map.groupBy(frames, (frame) => frame[1]);
  assertEquals([flags.get(ACK)?.length, flags.get(RST)?.length], [100, 900]);
  assertEquals(session.streamCount, 100);
  session.close();
  await session.closed;
});

Deno.test("a peer that asks without reading the answers is cut off", async () => {
  const { session, peer } = victim();
  const pings = bytesOf(...Array.from({ length: 5000 }, (_, n): Frame => [PING, SYN, 0, n]));
  // The memory pair takes 208 KiB of answers, the session 8 MiB more.
  for (let round = 0; round < 200 && session.error === undefined; round++) {
    await send(peer, pings).catch(() => {});
  }
  await session.closed;
  assertEquals(session.error?.code, "OVERLOADED");
});

Deno.test("a window full of one-byte frames takes little more memory than its bytes", async () => {
  const { session, peer } = victim();
  const one: Frame = [DATA, 0, 1, 1, new Uint8Array([1])];
  await send(peer, bytesOf(open, ...Array.from({ length: 100_000 }, () => one), [PING, SYN, 0, 1]));
  const stream = await session.accept();
  await peer.read(new Uint8Array(12));
  let [chunks, bytes] = [0, 0];
  while (bytes < 100_000) {
    const chunk = await stream?.read() ?? new Uint8Array();
    assertEquals(chunk.buffer.byteLength <= 4096, true);
    chunks++;
    bytes += chunk.length;
  }
  assertEquals(chunks <= 26, true, `${chunks} chunks`);
  session.close();
  await session.closed;
});

Deno.test("random bytes end a session, whatever they are", async () => {
  const random = seededRandom("random bytes for yamux");
  for (let round = 0; round < 300; round++) {
    const { session, peer } = victim({
      onStream: (stream) => stream.read().catch(() => {}),
    });
    const bytes = random.bytes(random.integer(1, 400));
    // Mostly well formed at the beginning, so that more than the first field is tried.
    bytes[0] = 0;
    if (bytes.length > 2) bytes.set([random.integer(0, 3), 0], 1);
    await send(peer, bytes).catch(() => {});
    peer.close();
    await session.closed;
    assertEquals(session.streamCount, 0);
  }
});
