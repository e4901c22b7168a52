import { assertEquals } from "@std/assert";
import { passByFile } from "./test_output.ts";

Deno.test("what tests write is passed on in whole files, cut wherever it may be", async () => {
  const text = "Check a\nrunning 1 test from ./a_test.ts\none ... ok (1ms)\n" +
    "\x1b[0m\x1b[38;5;245mrunning 2 tests from ./b_test.ts\x1b[0m\ntwö ... ok\n\nok | 2 passed";
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 7, bytes.length]) {
    const blocks: string[] = [];
    const pieces = Array.from(
      { length: Math.ceil(bytes.length / size) },
      (_, n) => bytes.subarray(n * size, (n + 1) * size),
    );
    await passByFile(ReadableStream.from(pieces), (block) => blocks.push(block));
    assertEquals(blocks.map((block) => block.split("\n").length - 1), [1, 2, 4]);
    assertEquals(blocks.join(""), `${text}\n`);
  }
});
