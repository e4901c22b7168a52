import { assertEquals } from "@std/assert";
import { doChunks, testChunks } from "./test_chunks.ts";

const named = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${folder}/${n}_test.ts`);

Deno.test("files of one folder stay together, and small folders share a process", async () => {
  const files = [...named("src/api", 10), ...named("src/grpc", 15), ...named("tests/faults", 20)];
  const { inTurn, beside } = await testChunks(files, () => Promise.resolve(false));
  assertEquals(inTurn, []);
  assertEquals(beside.map((chunk) => chunk.length), [25, 20]);
  assertEquals(beside.flat(), files);
});

Deno.test("folders that build with Go are left to one worker, in turn", async () => {
  const files = [
    ...named("tests/gob", 20),
    ...named("tests/types", 5),
    ...named("tests/yamux", 20),
  ];
  const chunks = await testChunks(files, (folder) => Promise.resolve(!folder.endsWith("types")));
  const [atOnce, most] = [new Set<string>(), new Set<string>()];
  const done: string[] = [];
  await doChunks(chunks, async (chunk) => {
    const [file = ""] = chunk;
    atOnce.add(file);
    if (atOnce.size > 1) most.add([...atOnce].sort().join(" "));
    await Promise.resolve();
    atOnce.delete(file);
    done.push(file);
  });
  assertEquals(chunks.inTurn.length, 2);
  assertEquals([...most], ["tests/gob/0_test.ts tests/types/0_test.ts"]);
  assertEquals(done.sort(), [
    "tests/gob/0_test.ts",
    "tests/types/0_test.ts",
    "tests/yamux/0_test.ts",
  ]);
});
