/** The base program of compiled plugins: what is said where it cannot be had, or is another one. */
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { inspectBase } from "../../src/bundle/compiled/base_program.ts";
import { CompileError } from "../../src/bundle/compiled/compile_error.ts";
import { prepareCompile } from "../../src/bundle/compiled/prepare_compile.ts";
import { fromFileUrl } from "../../src/bundle/paths.ts";
import { BUNDLE_PLATFORMS, runningPlatform } from "../../src/bundle/platforms.ts";

/** The first bytes of a program for Linux, and a text in it. */
function program(machine: number, text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64 + text.length);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  bytes[18] = machine;
  bytes.set(new TextEncoder().encode(text), 64);
  return bytes;
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "base-" }));
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a base program is refused for another platform, and where it is none", async () => {
  await inFolder(async (folder) => {
    const needed = `one for linux-x64 is needed: Deno's denort of version ${Deno.version.deno}`;
    const cases: [string, Uint8Array, string][] = [
      ["arm", program(183, ""), `is one for linux-arm64, and ${needed}`],
      ["riscv", program(243, ""), `is one for another processor, and ${needed}`],
      [
        "mac",
        new Uint8Array([0xcf, 0xfa, 0xed, 0xfe, 12, 0, 0, 1, ...Array(20).fill(0)]),
        "darwin-arm64",
      ],
      ["exe", new Uint8Array([0x4d, 0x5a, ...Array(20).fill(0)]), "is one for Windows"],
      [
        "text",
        new TextEncoder().encode("#!/bin/sh\necho no program\n"),
        `is no program, and ${needed}`,
      ],
      ["zip", new Uint8Array([0x50, 0x4b, 3, 4, ...Array(20).fill(0)]), "unpack the archive first"],
      ["empty", new Uint8Array(), "is no program"],
    ];
    for (const [name, bytes, expected] of cases) {
      await Deno.writeFile(`${folder}/${name}`, bytes);
      const error = await assertRejects(
        () => inspectBase(`${folder}/${name}`, BUNDLE_PLATFORMS["linux-x64"]),
        CompileError,
      );
      assert(error.message.includes(expected), error.message);
    }
    const missing = await assertRejects(
      () => inspectBase(`${folder}/missing`, BUNDLE_PLATFORMS["linux-x64"]),
      CompileError,
    );
    assertMatch(missing.message, /^the base program .*missing cannot be read: No such file/);
  });
});

Deno.test("a base program of another version is told, and one that is not denort", async () => {
  await inFolder(async (folder) => {
    const inspect = async (text: string) => {
      await Deno.writeFile(`${folder}/denort`, program(62, text));
      return await inspectBase(`${folder}/denort`, BUNDLE_PLATFORMS["linux-x64"]);
    };
    const own = Deno.version.deno;
    const real = "Could not find standalone binary section.";
    assertEquals(await inspect(`Deno/${own}...${real}`), { version: own, warnings: [] });
    const other = await inspect(`Deno/2.0.1...${real}`);
    assertEquals(other.version, "2.0.1");
    assertMatch(other.warnings.join(), new RegExp(`is of Deno 2.0.1, and this is Deno ${own}`));
    const unknown = await inspect("");
    assertEquals(unknown.version, undefined);
    assertMatch(unknown.warnings.join(), /does not look like denort/);
  });
});

Deno.test("Deno's own program is told from denort, and its version is known", async () => {
  const own = runningPlatform();
  assert(own !== undefined);
  const { version, warnings } = await inspectBase(Deno.execPath(), own);
  assertEquals(version, Deno.version.deno);
  assertMatch(
    warnings.join(),
    /does not look like denort \(Deno's own program "deno" is another one\)/,
  );
});

Deno.test("a platform gets a launcher or a compiled plugin, not both", async () => {
  const error = await assertRejects(
    () => prepareCompile({ compiled: ["linux-x64"], selfContained: ["linux-x64"] }),
    TypeError,
  );
  assertMatch(
    error.message,
    /for linux-x64 .* either a launcher or the compiled plugin; choose one/,
  );
  assertEquals((await prepareCompile({})).targets, []);
});

Deno.test("where denort cannot be fetched, the sentence says from where and how to supply it", async () => {
  await inFolder(async (folder) => {
    const bundle = `${folder}/bundle`;
    await Deno.mkdir(`${bundle}/server`, { recursive: true });
    await Deno.writeTextFile(`${bundle}/plugin.json`, "{}");
    await Deno.writeTextFile(`${bundle}/server/plugin.js`, "export default 1;\n");
    const script = fromFileUrl(new URL("compile_alone.ts", import.meta.url));
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-lock", "--no-config", script, bundle],
      clearEnv: true,
      // Nothing that was fetched before, and nobody at the other end of the network.
      env: {
        PATH: Deno.env.get("PATH") ?? "",
        HOME: folder,
        TMPDIR: folder,
        DENO_DIR: `${folder}/deno`,
        HTTPS_PROXY: "http://127.0.0.1:9",
        HTTP_PROXY: "http://127.0.0.1:9",
      },
      stdin: "null",
    }).output();
    const said = new TextDecoder().decode(stdout);
    assertMatch(
      said,
      /^CompileError: the base program for linux-x64 cannot be had: denort \d+\.\d+/,
    );
    const address =
      `https://dl.deno.land/release/v${Deno.version.deno}/denort-x86_64-unknown-linux-gnu.zip`;
    assert(
      said.includes(`which Deno fetches from ${address}: `),
      said + new TextDecoder().decode(stderr),
    );
    assertMatch(said, /name the file with --denort or in DENORT_BIN$/m);
    assertEquals(await names(`${bundle}/server`), ["plugin.js"]);
    assertEquals(await names(folder), ["bundle", "deno"], "nothing is left among temporary files");
  });
});

async function names(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
}
