/** What a plugin can write. */
import { assert, assertEquals } from "@std/assert";
import { body, probeFolder, refusedUnlessGranted } from "./probe.ts";

const WRITE = /Requires write access to/;

Deno.test("writing is refused in the bundle, beside the socket, in DENO_DIR and elsewhere", async () => {
  await using folder = await probeFolder();
  await Deno.mkdir(folder.denoDir);
  for (const place of [folder.bundle, folder.socketDir, folder.denoDir, folder.outside]) {
    const path = `${place}/new.txt`;
    await refusedUnlessGranted(folder, {
      source: body(`await Deno.writeTextFile("${path}", "x"); return "written"`),
      refusal: WRITE,
      grant: { add: [`--allow-write=${path}`] },
      value: "written",
    });
  }
});

Deno.test("making, renaming, changing and removing files is refused", async () => {
  await using folder = await probeFolder();
  const path = `${folder.bundle}/file.txt`;
  const accesses = [
    `Deno.mkdir("${folder.bundle}/new")`,
    `Deno.chmod("${path}", 0o600)`,
    `Deno.truncate("${path}", 0)`,
    `Deno.rename("${path}", "${path}.2")`,
    `Deno.remove("${path}.2")`,
    `(await import("node:fs/promises")).writeFile("${path}", "x")`,
    `(await import("node:v8")).writeHeapSnapshot("${path}.heapsnapshot")`,
  ];
  await folder.write(path, "x");
  for (const access of accesses) {
    await refusedUnlessGranted(folder, {
      source: body(`await ${access}; return "done"`),
      refusal: WRITE,
      grant: { add: [`--allow-write=${folder.bundle}`] },
      value: "done",
    });
  }
});

Deno.test("a temporary file is refused", async () => {
  await using folder = await probeFolder();
  await refusedUnlessGranted(folder, {
    source: body(
      `const file = await Deno.makeTempFile({ dir: "${folder.outside}" }); return typeof file`,
    ),
    refusal: WRITE,
    grant: { add: [`--allow-write=${folder.outside}`, `--allow-read=${folder.outside}`] },
    value: "string",
  });
});

Deno.test("a database on disk is refused, one in memory works and attaches no other", async () => {
  await using folder = await probeFolder();
  const path = `${folder.outside}/new.db`;
  const open = (name: string) =>
    `const { DatabaseSync } = await import("node:sqlite"); const db = new DatabaseSync("${name}");`;
  await refusedUnlessGranted(folder, {
    source: body(`${open(path)} db.exec("create table t (a)"); return "made"`),
    refusal: /Requires (read|write) access to/,
    grant: { add: [`--allow-read=${folder.outside}`, `--allow-write=${folder.outside}`] },
    value: "made",
  });
  const memory = await folder.run(body(`${open(":memory:")} db.exec("create table t (a)");
    try { db.exec("attach '${path}.2' as other"); return "attached"; } catch (e) { return e.message; }`));
  assertEquals(memory, { ok: true, value: "too many attached databases - max 0" });
});

Deno.test("localStorage and caches write into a plain DENO_DIR unasked, and fail in ours", async () => {
  await using folder = await probeFolder();
  const stores = [
    'localStorage.setItem("a", "b"); return "stored"',
    'await (await caches.open("c")).put("http://a/b", new Response("x")); return "stored"',
  ];
  for (const store of stores) {
    await refusedUnlessGranted(folder, {
      source: body(store),
      refusal: /Not a directory|cache storage directory/,
      // Deno before 2.9.5 keeps caches in the folder for temporary files.
      grant: { plainDenoDir: true, variables: { TMPDIR: folder.outside } },
      value: "stored",
    });
  }
  const left = (await Array.fromAsync(Deno.readDir(`${folder.denoDir}-plain`))).map((e) => e.name);
  assert(left.includes("location_data"), `the plain one holds ${left}`);
  assertEquals((await Deno.readFile(`${folder.denoDir}/location_data`)).length, 0);
});

Deno.test("Deno's own KV store is not there", async () => {
  await using folder = await probeFolder();
  await refusedUnlessGranted(folder, {
    source: body('(await Deno.openKv(":memory:")).close(); return "opened"'),
    refusal: /Deno.openKv is not a function/,
    grant: { add: ["--unstable-kv"] },
    value: "opened",
  });
});

// A Unix socket cannot be listened on without permission to write its path, so until the plugin
// listens, that one path can also be a file.
Deno.test("the socket's own path IS writable, as listening on it demands", async () => {
  await using folder = await probeFolder();
  const source = body(`await Deno.writeTextFile("${folder.socket}", "x"); return "written"`);
  assertEquals(await folder.run(source), { ok: true, value: "written" });
});
