/**
 * `deno task bench:dev`: how long a save takes under `dev` until the new bundle runs, from the write to
 * the line that says "live", for a plugin as `init` writes it and for `examples/todo`. Medians with
 * the range in brackets. Between two saves the types are checked, as they are for a person.
 *
 * A word after the task is the number of saves: `deno task bench:dev 30`.
 *
 * @module
 */
import { fromFileUrl } from "../src/bundle/paths.ts";
import { main } from "../src/cli/main.ts";
import { createMemoryIO } from "../src/cli/memory_io.ts";
import { withDevSession } from "../tests/support/dev_session.ts";
import { table } from "./table.ts";

/** Milliseconds between two saves: a check of types takes less. */
const BETWEEN_MS = 4000;

/** The files of a folder, by their paths in it. */
async function filesIn(folder: string, below = ""): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for await (const { name, isDirectory } of Deno.readDir(`${folder}/${below}`)) {
    const path = `${below}${name}`;
    if (isDirectory) Object.assign(files, await filesIn(folder, `${path}/`));
    else files[path] = await Deno.readFile(`${folder}/${path}`);
  }
  return files;
}

async function initFiles(): Promise<Record<string, Uint8Array>> {
  const folder = await Deno.makeTempDir({ prefix: "bench-dev-" });
  try {
    const io = createMemoryIO();
    const code = await main(["init", `${folder}/plugin`, "--yes"], io);
    if (code !== 0) throw new Error(io.stderr());
    return await filesIn(`${folder}/plugin`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Milliseconds from the first start, and from each save, to the running plugin. */
async function measure(
  files: Readonly<Record<string, Uint8Array>>,
  saves: number,
): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = { "first start, ms": [], "save to live, ms": [] };
  const source = new TextDecoder().decode(files["plugin.ts"]);
  const began = performance.now();
  await withDevSession({ files, words: ["--quiet"] }, async (session) => {
    await session.printed("live:");
    found["first start, ms"]?.push(performance.now() - began);
    for (let save = 1; save <= saves; save++) {
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
      const saved = performance.now();
      await session.save("plugin.ts", `${source}\nexport const save = ${save};\n`);
      await session.printed("live:");
      found["save to live, ms"]?.push(performance.now() - saved);
    }
  });
  return found;
}

if (import.meta.main) {
  const saves = Number(Deno.args[0] ?? 10);
  const todo = fromFileUrl(new URL("../examples/todo", import.meta.url));
  const plugins = { "init": await initFiles(), "examples/todo": await filesIn(todo) };
  const samples: Record<string, Record<string, number[]>> = {};
  for (const [name, files] of Object.entries(plugins)) samples[name] = await measure(files, saves);
  console.log(table(samples, Object.keys(plugins)));
}
