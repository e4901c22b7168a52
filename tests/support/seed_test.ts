import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { randomFrom } from "./seed.ts";

Deno.test("the same seed gives the same values, another seed others", () => {
  const row = (seed: number) => {
    const random = randomFrom(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  assertEquals(row(1), row(1));
  assertNotEquals(row(1), row(2));
});

Deno.test("integers reach both ends and nothing beyond", () => {
  const random = randomFrom(3);
  const seen = new Set(Array.from({ length: 1000 }, () => random.integer(-2, 2)));
  assertEquals([...seen].sort((a, b) => a - b), [-2, -1, 0, 1, 2]);
});

Deno.test("bytes are as many as asked for and cover the range", () => {
  const bytes = randomFrom(4).bytes(20_000);
  assertEquals(bytes.length, 20_000);
  assert(new Set(bytes).size === 256);
});
