import { assertEquals, assertThrows } from "@std/assert";
import { GobError } from "../gob/gob_error.ts";
import { millisecondsOf, timeFromBytes, timeOf, timeToBytes, zeroTime } from "../gob/go_time.ts";
import { goTimeFromText, goTimeToText } from "./go_time_text.ts";

Deno.test("times are written as Go writes them in JSON, and read again", () => {
  for (
    const text of [
      "0001-01-01T00:00:00Z",
      "1970-01-01T00:00:00Z",
      "1969-12-31T23:59:59.999999999Z",
      "2026-11-21T15:04:05.1Z",
      "2026-11-21T15:04:05.000000001+05:30",
      "2026-11-21T00:04:05-08:00",
      "9999-12-31T23:59:59Z",
    ]
  ) {
    const time = goTimeFromText(text);
    assertEquals(goTimeToText(time), text);
    assertEquals(goTimeToText(timeFromBytes(timeToBytes(time))), text);
  }
  assertEquals(goTimeToText(zeroTime), "0001-01-01T00:00:00Z");
});

Deno.test("a zone moves the text and not the moment", () => {
  const here = goTimeFromText("2026-11-21T17:04:05+02:00");
  assertEquals(here.seconds, goTimeFromText("2026-11-21T15:04:05Z").seconds);
  assertEquals(here.zone, 120);
});

Deno.test("milliseconds are cut towards the past, and 0 is Go's zero time", () => {
  assertEquals(millisecondsOf(goTimeFromText("1969-12-31T23:59:59.9999Z")), -1n);
  assertEquals(millisecondsOf(zeroTime), 0n);
  assertEquals(timeOf(0n), zeroTime);
  for (const milliseconds of [1n, -1n, 1700000000123n, -62135596800001n]) {
    assertEquals(millisecondsOf(timeOf(milliseconds)), milliseconds);
  }
});

Deno.test("a zone with seconds comes in sixteen bytes, which are read to the minute", () => {
  const bytes = new Uint8Array(16);
  bytes.set(timeToBytes({ seconds: 5n, nanoseconds: 6, zone: 7 }));
  bytes[0] = 2;
  bytes[15] = 30;
  assertEquals(timeFromBytes(bytes), { seconds: 5n, nanoseconds: 6, zone: 7 });
});

Deno.test("what is no time is refused in words", () => {
  assertThrows(
    () => goTimeFromText("yesterday"),
    GobError,
    'gob: time.Time: "yesterday" is no time; write it like 2026-11-21T15:04:05Z',
  );
  assertThrows(() => goTimeFromText(5), GobError, "5 is no time");
  assertThrows(
    () => goTimeToText({ seconds: 2n ** 50n, nanoseconds: 0, zone: undefined }),
    GobError,
    "are no time between the years 0 and 9999",
  );
  assertThrows(
    () => timeFromBytes(new Uint8Array([9, 1])),
    Error,
    "a time is 15 bytes that begin with 1, or 16 that begin with 2; 2 came, beginning with 9",
  );
});
