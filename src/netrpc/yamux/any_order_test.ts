import { assertEquals } from "@std/assert";
import { fakeClock } from "../../../tests/process/fake_clock.ts";
import { type Random, randomFrom, seededRandom } from "../../../tests/support/seed.ts";
import { memoryPair } from "../../../tests/yamux/memory_pair.ts";
import { openYamux, type YamuxSession } from "./session.ts";
import type { YamuxStream } from "./stream.ts";
import { YamuxError } from "./yamux_error.ts";

/** What the byte at this place of a stream has to be, for each direction. */
function expected(stream: number, opener: boolean, place: number): number {
  return (stream * 31 + (opener ? 7 : 0) + place * 13 + (place >> 8)) & 255;
}

/** Failures that resets and closing bring about; any other one is a fault. */
function isUsual(error: unknown): boolean {
  return error instanceof YamuxError && ["RESET", "CLOSED", "TIMEOUT"].includes(error.code);
}

/** Reads, and checks every byte; gives whether the end came, as it may stop before. */
async function read(stream: YamuxStream, opener: boolean, random: Random): Promise<boolean> {
  const stopAfter = random.next() < 0.3 ? random.integer(0, 500_000) : Infinity;
  let place = 0;
  const check = (bytes: Uint8Array) => {
    for (const byte of bytes) {
      if (byte !== expected(stream.id, opener, place++)) {
        throw new Error(`byte ${place - 1} of stream ${stream.id} is wrong`);
      }
    }
  };
  if (random.next() < 0.5) {
    return await new Promise((resolve) =>
      stream.onData((bytes) => {
        if (bytes === null) return resolve(true);
        check(bytes);
        if (place >= stopAfter) {
          stream.onData(undefined);
          resolve(false);
        }
        return true;
      })
    );
  }
  while (place < stopAfter) {
    const bytes = await stream.read();
    if (bytes === null) return true;
    check(bytes);
  }
  return false;
}

async function write(
  stream: YamuxStream,
  opener: boolean,
  random: Random,
  largest: number,
): Promise<void> {
  let place = 0;
  for (let left = random.integer(0, 8); left > 0; left--) {
    const size = random.integer(0, random.pick([10, 5000, largest]));
    const bytes = Uint8Array.from(
      { length: size },
      (_, index) => expected(stream.id, opener, place + index),
    );
    place += size;
    if (!stream.tryWrite(bytes)) await stream.write(bytes);
  }
}

/** One side of one stream, from its opening to an end of any kind. */
async function use(
  stream: YamuxStream,
  opener: boolean,
  random: Random,
  largest: number,
): Promise<void> {
  const end = random.pick(["close", "close", "close", "reset"]);
  const writing = write(stream, opener, random, largest).then(() => stream.closeWrite());
  const settled = writing.catch((error: unknown) => {
    if (!isUsual(error)) throw error;
  });
  try {
    // Who stops reading does not wait for its own bytes to be read, or both sides might wait.
    if (end !== "reset" && await read(stream, !opener, random)) await writing;
  } catch (error) {
    if (!isUsual(error)) throw error;
  }
  if (end === "reset") stream.reset();
  else stream.close();
  await settled;
}

async function acceptAll(session: YamuxSession, random: Random, largest: number): Promise<void> {
  const all: Promise<void>[] = [];
  for (let stream = await session.accept(); stream !== null; stream = await session.accept()) {
    all.push(use(stream, false, randomFrom(random.integer(0, 1e9)), largest));
  }
  await Promise.all(all);
}

Deno.test("in any order of opening, writing, reading, closing and resetting no byte is wrong and nothing is left", async () => {
  const random = seededRandom("streams in any order");
  for (let round = 0; round < 9; round++) {
    const clock = fakeClock();
    const [most, largest] = random.pick([[7, 5000], [100, 20_000], [70_000, 400_000]]);
    const [a, b] = memoryPair({ cut: () => random.integer(1, most), capacity: 100_000 });
    const options = { clock, openTimeoutMs: 0, windowBytes: random.pick([262_144, 1_000_000]) };
    const sessions = [
      openYamux(a, { ...options, side: "client" }),
      openYamux(b, { ...options, side: "server" }),
    ] as const;
    const accepting = sessions.map((session) => acceptAll(session, random, largest));
    let done = false;
    const using = Promise.all(Array.from({ length: 20 }, async () => {
      await use(random.pick(sessions).open(), true, randomFrom(random.integer(0, 1e9)), largest);
    })).finally(() => done = true);
    // Who waits for a side that has closed without reading on is cut off by the close timeout.
    for (let turn = 0; turn < 100 || !done; turn++) {
      await Promise.all(sessions.map((session) => session.ping()));
      clock.advance(10_000);
    }
    await using;
    await Promise.all(sessions.map((session) => session.ping()));
    assertEquals(sessions.map(({ error }) => error), [undefined, undefined]);
    assertEquals(sessions.map(({ streamCount }) => streamCount), [0, 0]);
    for (const session of sessions) session.close();
    await Promise.all(accepting);
  }
});
