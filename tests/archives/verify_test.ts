import { assert, assertEquals, assertMatch } from "@std/assert";
import { listFiles } from "../../src/bundle/archive/list_files.ts";
import { packBundle } from "../../src/bundle/archive/pack_bundle.ts";
import { BUNDLE_LAYOUT } from "../../src/bundle/bundle_layout.ts";
import { writeChecksums } from "../../src/bundle/checksums.ts";
import { verifyBundle } from "../../src/bundle/verify_bundle.ts";
import { seededRandom } from "../support/seed.ts";
import { damagedBundles } from "./damaged_bundles.ts";
import { rawTar, zipped } from "./raw_tar.ts";
import { writeWholeBundle } from "./whole_bundle.ts";

Deno.test("a bundle as bundling wrote it has no problems, as a folder and as an archive", async () => {
  const folder = await Deno.makeTempDir({ prefix: "verify-" });
  try {
    await writeWholeBundle(`${folder}/b`);
    const file = `${folder}/b.tar.gz`;
    await using draft = await packBundle({ folder: `${folder}/b`, id: "com.example.small", file });
    await draft.keep();
    for (const path of [`${folder}/b`, file]) {
      const { manifest, plan, problems, warnings, files, bytes } = await verifyBundle(path);
      assertEquals([problems, warnings], [[], []]);
      assertEquals([manifest?.id, plan?.id, files], ["com.example.small", "com.example.small", 7]);
      assert(bytes > 100_000);
    }
    // A server that runs it makes this one.
    await Deno.mkdir(`${folder}/b/server/cache`);
    await Deno.writeTextFile(`${folder}/b/server/cache/x`, "compiled");
    assertEquals((await verifyBundle(`${folder}/b`)).problems, []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("each kind of changed bundle is reported with a sentence that names the file", async () => {
  const random = seededRandom("changed bundles");
  const folder = await Deno.makeTempDir({ prefix: "verify-" });
  try {
    await writeWholeBundle(`${folder}/whole`);
    for (const { name, says, damage } of damagedBundles) {
      const copy = `${folder}/copy`;
      await copyFolder(`${folder}/whole`, copy);
      await damage(copy, random);
      const { problems } = await verifyBundle(copy);
      assert(problems.some((problem) => says.test(problem)), `${name}: ${problems.join("\n")}`);
      for (const problem of problems) assert(!problem.includes(folder), `${name}: ${problem}`);
      await Deno.remove(copy, { recursive: true });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("an archive that brings what a start compiles is refused", async () => {
  const folder = await Deno.makeTempDir({ prefix: "verify-" });
  try {
    await writeWholeBundle(`${folder}/b`);
    await Deno.mkdir(`${folder}/b/server/cache/gen`, { recursive: true });
    await Deno.writeTextFile(`${folder}/b/server/cache/gen/plugin.js`, "forged\n");
    const entries = (await listFiles(`${folder}/b`)).map(async ({ path, isFolder }) =>
      isFolder ? { name: `b/${path}/`, type: "5" } : {
        name: `b/${path}`,
        mode: path === BUNDLE_LAYOUT.launcher ? 0o755 : 0o644,
        bytes: await Deno.readFile(`${folder}/b/${path}`),
      }
    );
    const file = `${folder}/b.tar.gz`;
    await Deno.writeFile(file, await zipped(rawTar(await Promise.all(entries))));
    const { problems } = await verifyBundle(file);
    assertEquals(problems.length, 1, problems.join("\n"));
    assertMatch(problems[0] ?? "", /^server\/cache: .* outside of any sandbox; do not run it/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a loader that is not ours is a warning, since it may be of another version", async () => {
  const folder = await Deno.makeTempDir({ prefix: "verify-" });
  try {
    await writeWholeBundle(`${folder}/b`);
    await Deno.writeTextFile(`${folder}/b/server/loader.js`, "// older\n");
    await writeChecksums(`${folder}/b`);
    const { problems, warnings } = await verifyBundle(`${folder}/b`);
    assertEquals([problems.length, warnings.length], [0, 1]);
    assertMatch(warnings[0] ?? "", /^server\/loader\.js: it is not the loader of this version/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}
