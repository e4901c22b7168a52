import { assertEquals, assertRejects } from "@std/assert";
import { writeAtOnce } from "./write_at_once.ts";

Deno.test("a file is there as a whole, or nothing of it is", async () => {
  const folder = await Deno.makeTempDir({ prefix: "at-once-" });
  try {
    const names = () => Array.fromAsync(Deno.readDir(`${folder}/kept`), ({ name }) => name);
    const bytes = new TextEncoder().encode("whole");
    await writeAtOnce(`${folder}/kept/file`, bytes, 0o755);
    assertEquals(await names(), ["file"]);
    assertEquals(await Deno.readFile(`${folder}/kept/file`), bytes);
    assertEquals(((await Deno.stat(`${folder}/kept/file`)).mode ?? 0) & 0o777, 0o755);
    // What cannot take its place leaves no draft.
    await Deno.remove(`${folder}/kept/file`);
    await Deno.mkdir(`${folder}/kept/file/inside`, { recursive: true });
    await assertRejects(() => writeAtOnce(`${folder}/kept/file`, bytes));
    assertEquals(await names(), ["file"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
