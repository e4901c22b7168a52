import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { isId, newId } from "./ids.ts";

Deno.test("an id is 26 characters of z-base-32", () => {
  assertMatch(newId(), /^[ybndrfg8ejkmcpqxot1uwisza345h769]{26}$/);
  assertNotEquals(newId(), newId());
});

Deno.test("the bits of an id are those of its bytes, five a character", () => {
  assertEquals(newId((bytes) => void bytes.fill(0)), "y".repeat(26));
  assertEquals(newId((bytes) => void bytes.fill(255)), "9".repeat(25) + "h");
  assertEquals(newId((bytes) => void (bytes[0] = 0x08)), "b" + "y".repeat(25));
});

Deno.test("what is too short, too long or in upper case is no id", () => {
  assertEquals(isId(newId()), true);
  assertEquals(isId("short"), false);
  assertEquals(isId(newId() + "a"), false);
  assertEquals(isId(newId().toUpperCase()), false);
});
