import { assertEquals, assertThrows } from "@std/assert";
import { goTimeText } from "./go_time.ts";

Deno.test("a time has as many decimals as it needs", () => {
  assertEquals(goTimeText(1700000000000n), "2023-11-14T22:13:20Z");
  assertEquals(goTimeText(1700000000001n), "2023-11-14T22:13:20.001Z");
  assertEquals(goTimeText(1700000010500n), "2023-11-14T22:13:30.5Z");
});

Deno.test("zero milliseconds are Go's zero time", () => {
  assertEquals(goTimeText(0n), "0001-01-01T00:00:00Z");
});

Deno.test("a year that JSON cannot hold is refused", () => {
  assertThrows(() => goTimeText(2n ** 62n), RangeError, "are no time between the years 0 and 9999");
  assertThrows(() => goTimeText(253402300800000n), RangeError, "253402300800000 milliseconds");
});
