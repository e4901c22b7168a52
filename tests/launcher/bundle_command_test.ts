/** What `bundle` brings of native launchers unless told otherwise, and what it says where it cannot. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO } from "../../src/cli/memory_io.ts";
import { needing } from "../support/needs.ts";

const ID = "com.example.native";
const ARCHIVE = `${ID}-1.0.0.tar.gz`;

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";
export default definePlugin({ onActivate() {} });
`;

async function run(...words: string[]) {
  const io = createMemoryIO({ env: {} });
  const code = await main(words, io);
  return { code, out: io.stdout(), err: io.stderr() };
}

/** Runs a test in a folder with a plugin. */
async function inProject(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "bundle-" }));
  try {
    await Deno.writeTextFile(`${folder}/plugin.ts`, PLUGIN);
    const manifest = { id: ID, name: "Native", version: "1.0.0", server: { runtime: "deno" } };
    await Deno.writeTextFile(`${folder}/plugin.json`, JSON.stringify(manifest));
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const bundle = (folder: string, ...words: string[]) =>
  run("bundle", `${folder}/plugin.ts`, "--out", `${folder}/dist/${ID}`, ...words);

/** The manifest's launchers by platform. */
async function executables(folder: string): Promise<unknown> {
  const text = await Deno.readTextFile(`${folder}/dist/${ID}/plugin.json`);
  return JSON.parse(text).server.executables;
}

Deno.test(
  await needing(["go"], {
    name: "a bundle has the launchers for Linux, starts by them, and is the same each time",
    async fn() {
      await inProject(async (folder) => {
        const { code, out, err } = await bundle(folder);
        assertEquals([code, err], [0, ""]);
        assertMatch(out, /[23]\.\d MiB of the 100 MiB that a server takes by default\n/);
        assertMatch(out, /starts over net\/rpc in \d+ ms/);
        assertEquals(await executables(folder), {
          "linux-amd64": "server/launch-linux-amd64",
          "linux-arm64": "server/launch-linux-arm64",
        });
        const { components } = JSON.parse(
          await Deno.readTextFile(`${folder}/dist/${ID}/sbom.cdx.json`),
        );
        const go = components.find(({ name }: { name: string }) => name === "stdlib");
        assertMatch(go.purl, /^pkg:golang\/stdlib@1\.\d+/);
        assertEquals(go.licenses, [{ license: { id: "BSD-3-Clause" } }]);
        assertStringIncludes(
          await Deno.readTextFile(`${folder}/dist/${ID}/server/LICENSE-go.txt`),
          "Redistributions in binary form must reproduce",
        );
        const archive = `${folder}/dist/${ARCHIVE}`;
        const first = await Deno.readFile(archive);
        const again = await bundle(folder, "--no-prove");
        assertEquals([again.code, await Deno.readFile(archive)], [0, first]);
        const verified = await run("verify", archive);
        assertEquals([verified.code, verified.err], [0, ""]);

        const other = `${folder}/dist/${ID}/server/launch-linux-arm64`;
        await Deno.writeTextFile(other, "\x7fELF", { append: true });
        const changed = await run("verify", `${folder}/dist/${ID}`);
        assertEquals(changed.code, 1);
        assertStringIncludes(changed.err, "server/launch-linux-arm64: its content was changed");
        assertStringIncludes(
          changed.err,
          "server/launch-linux-arm64: a program, which is not the native launcher of this version",
        );
      });
    },
  }),
);

Deno.test("where launchers cannot be had, the bundle is made, and a warning says that it is another one", async () => {
  await inProject(async (folder) => {
    const without = await bundle(folder, "--no-prove", "--launchers", `${folder}/none`);
    assertEquals(without.code, 0);
    assertMatch(
      without.err,
      /^warning: the bundle has no native launchers, so it is not the one that is made where they can be had, and a server without a shell cannot start it, nor say why: there is no native launcher for linux-\S+ at /,
    );
    assertStringIncludes(without.err, 'build it with "deno task launcher"');
    assertEquals(await executables(folder), undefined);
    const plain = await Deno.readFile(`${folder}/dist/${ARCHIVE}`);
    const meant = await bundle(folder, "--no-prove", "--no-native-launcher");
    assertEquals([meant.code, meant.err], [0, ""]);
    assertEquals(await Deno.readFile(`${folder}/dist/${ARCHIVE}`), plain);
  });
});

Deno.test("a launcher that is asked for and cannot be had is an error, and nothing is written", async () => {
  await inProject(async (folder) => {
    const words = ["--launchers", `${folder}/none`, "--native-launcher", "darwin-arm64"];
    const { code, err } = await bundle(folder, "--no-prove", ...words);
    assertEquals(code, 1);
    assertStringIncludes(err, "there is no native launcher for darwin-arm64 at ");
    const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
    assertEquals(names, ["plugin.json", "plugin.ts"]);
  });
});

Deno.test("bringing launchers and leaving them out at once is misuse", async () => {
  for (const option of ["--native-launcher", "--self-contained"]) {
    const { code, err } = await run(
      ...["bundle", "plugin.ts", "--no-native-launcher", option, "linux-x64"],
    );
    assertEquals(code, 2);
    assertStringIncludes(err, "--no-native-launcher leaves out what --native-launcher and");
  }
});

Deno.test("an option that would do nothing is misuse", async () => {
  for (
    const [words, says] of [
      [["--no-native-launcher", "--launchers", "x"], "brings none of those in --launchers"],
      [["--deno-version", "2.9.6"], "--deno-version says which Deno to bring, and needs --self-"],
    ] as const
  ) {
    const { code, err } = await run("bundle", "plugin.ts", ...words);
    assertEquals(code, 2);
    assertStringIncludes(err, says);
  }
});
