import { assertEquals } from "@std/assert";
import { bundlerIsBeingFetched, runDeno } from "./run_deno.ts";

Deno.test("bundles that begin at once where Deno has no bundler yet all succeed", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/module.ts`, "export const one: number = 1;\n");
    const bundling = new URL("run_deno.ts", import.meta.url).href;
    await Deno.writeTextFile(
      `${folder}/script.ts`,
      `import { runBundler } from ${JSON.stringify(bundling)};
      const all = await Promise.all([1, 2, 3, 4].map((n) =>
        runBundler(${
        JSON.stringify(folder)
      }, ["--no-config", "--no-lock", "--outdir", "out" + n, "module.ts"])
      ));
      console.log(JSON.stringify(all.map(({ success, stderr }) => success || stderr)));`,
    );
    const { stdout } = await runDeno(
      folder,
      ["run", "--allow-all", "--no-config", "--no-lock", "script.ts"],
      { DENO_DIR: `${folder}/deno_dir` },
    );
    assertEquals(JSON.parse(stdout), [true, true, true, true]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("only a bundler that is not whole yet is awaited", () => {
  assertEquals(bundlerIsBeingFetched("error: failed to copy esbuild binary from /a to /b"), true);
  assertEquals(bundlerIsBeingFetched('error: Module not found "file:///a.ts".'), false);
});
