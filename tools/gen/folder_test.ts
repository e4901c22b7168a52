import { assertEquals } from "@std/assert";
import { difference, replaceGenerated } from "./folder.ts";

async function folders(
  act: (fresh: string, present: string) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    for (const name of ["fresh/a/b", "present/a"]) {
      await Deno.mkdir(`${root}/${name}`, { recursive: true });
    }
    await act(`${root}/fresh`, `${root}/present`);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("missing, stale and superfluous files are each named, equal ones are not", async () => {
  await folders(async (fresh, present) => {
    await Deno.writeTextFile(`${fresh}/a/b/new.ts`, "1");
    await Deno.writeTextFile(`${fresh}/same.ts`, "2");
    await Deno.writeTextFile(`${present}/same.ts`, "2");
    await Deno.writeTextFile(`${fresh}/old.ts`, "3");
    await Deno.writeTextFile(`${present}/old.ts`, "4");
    await Deno.writeTextFile(`${present}/a/gone.ts`, "5");
    assertEquals(await difference(fresh, present), [
      { file: "a/b/new.ts", why: "is missing" },
      { file: "a/gone.ts", why: "is no longer generated" },
      { file: "old.ts", why: "is stale" },
    ]);
    assertEquals((await replaceGenerated(fresh, present)).length, 3);
    assertEquals(await difference(fresh, present), []);
  });
});
