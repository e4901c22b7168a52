/** `bundle --compile` with Deno's own compiler, and a stand-in for the base program alone. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { compiledSockets } from "../../src/bundle/compiled/compile_flags.ts";
import { compiledPath } from "../../src/bundle/compiled/compiled_path.ts";
import { socketSlots } from "../../src/bundle/compiled/socket_slots.ts";
import { BUNDLE_PLATFORMS } from "../../src/bundle/platforms.ts";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO } from "../../src/cli/memory_io.ts";
import { describePlugin } from "../../src/cli/server/describe_plugin.ts";
import { readPluginArchive } from "../../src/cli/server/plugin_archive.ts";
import { verifyBundle } from "../../src/bundle/verify_bundle.ts";
import { writeChecksums } from "../../src/bundle/checksums.ts";
import { needing } from "../support/needs.ts";
import { OWN_PLATFORM, standInForDenort } from "./stand_in.ts";

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";
const greeting = await Deno.readTextFile(new URL("../texts/greeting.txt", import.meta.url));
const state = async (descriptor) => (await Deno.permissions.query(descriptor)).state;
console.log("greeting", greeting, await state({ name: "net", host: "api.example.com:443" }));
export default definePlugin({ onActivate: () => {} });
`;

async function project(folder: string): Promise<void> {
  await Deno.mkdir(`${folder}/texts`, { recursive: true });
  await Deno.writeTextFile(`${folder}/texts/greeting.txt`, "Good day");
  await Deno.writeTextFile(`${folder}/plugin.js`, PLUGIN);
  const permissions = { net: ["api.example.com:443"], read: ["texts/greeting.txt"] };
  const manifest = {
    id: "com.example.one",
    name: "One",
    version: "1.0.0",
    server: { permissions },
  };
  await Deno.writeTextFile(`${folder}/plugin.json`, JSON.stringify(manifest));
}

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = createMemoryIO();
  return { code: await main(words, io), out: io.stdout(), err: io.stderr() };
}

Deno.test(
  await needing(["go", "sh"], {
    name: "a compiled plugin starts as one program, and is the same bytes wherever it is made",
    async fn(t) {
      const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "compile-" }));
      try {
        const denort = await standInForDenort();
        const platform = OWN_PLATFORM;
        const path = compiledPath(platform);
        await project(`${root}/a`);
        await project(`${root}/another/b`);
        const words = ["--compile", platform, "--denort", denort, "--no-native-launcher"];
        const bundle = (from: string, ...more: string[]) =>
          run("bundle", `${from}/plugin.js`, "--out", `${from}/dist/one`, ...words, ...more);

        await t.step("it is started, and what its sandbox lacks is printed", async () => {
          const { code, out, err } = await bundle(`${root}/a`);
          assertEquals(code, 0, err);
          assertMatch(out, /starts, compiled, over net\/rpc in \d+ ms; hooks: .*onActivate/);
          assertMatch(out, /starts over gRPC in \d+ ms; hooks: .*onActivate/);
          assertStringIncludes(out, `compiled for ${platform}: ${path}, `);
          assertMatch(out, /weaker: import\(\) asks for no permission/);
          assertMatch(out, /weaker: nothing drops the server's environment/);
          assertMatch(out, /weaker: what a Worker puts into caches/);
          assertMatch(out, /differs: its socket is \S+\/mmdeno-[0-9a-f]{8}-compiled1\.sock/);
          assertMatch(
            out,
            /differs: .* new URL\("\.\.\/texts\/greeting\.txt", import\.meta\.url\)/,
          );
          assertMatch(err, /^warning: the base program .* does not look like denort/);
        });
        const folder = `${root}/a/dist/one`;
        await t.step("a stock server executes it, and its parts are listed", async () => {
          const { server } = JSON.parse(await Deno.readTextFile(`${folder}/plugin.json`));
          assertEquals(server.executable, "server/launch");
          assertEquals(Object.values(server.executables), [path]);
          assertEquals(((await Deno.stat(`${folder}/${path}`)).mode ?? 0) & 0o777, 0o755);
          const sbom = JSON.parse(await Deno.readTextFile(`${folder}/sbom.cdx.json`));
          const base = sbom.components.find(({ name }: { name: string }) => /^denort-/.test(name));
          assertMatch(base.purl, /^pkg:generic\/denort-[a-z0-9_-]+@unknown$/);
          assertEquals(base.licenses, [{ license: { id: "MIT" } }]);
          assertMatch(await Deno.readTextFile(`${folder}/server/LICENSE-deno.txt`), /Deno authors/);
        });
        await t.step("whoever deploys it is told that its sandbox is weaker", async () => {
          const file = `${root}/a/dist/com.example.one-1.0.0.tar.gz`;
          const bytes = await Deno.readFile(file);
          const archive = await readPluginArchive(bytes, file, new AbortController().signal);
          assertEquals(archive.selfContained, [path.replace("server/plugin-", "")]);
          const text = describePlugin(archive, undefined).join("\n");
          assertMatch(
            text,
            /compiled for \S+, with a weaker sandbox: import\(\) asks for no permission/,
          );
        });
        await t.step("another checkout at another path gives the same archive", async () => {
          const { code, err } = await bundle(`${root}/another/b`, "--no-prove");
          assertEquals(code, 0, err);
          const [one, other] = await Promise.all(
            ["a", "another/b"].map((it) =>
              Deno.readFile(`${root}/${it}/dist/com.example.one-1.0.0.tar.gz`)
            ),
          );
          assertEquals(one, other);
        });
        await t.step("verify compares what is baked in with launch.json", async () => {
          const { problems, warnings } = await verifyBundle(folder);
          assertEquals(problems, []);
          assertMatch(
            warnings.join("\n"),
            new RegExp(`${path}: a program, of which only the permissions`),
          );
        });
        await t.step("a program with more permissions than launch.json is reported", async () => {
          await widen(`${folder}/${path}`, "api.example.com:443", "api.example.com:44");
          await writeChecksums(folder);
          const { problems } = await verifyBundle(folder);
          assertEquals(problems.length, 1, problems.join("\n"));
          assertMatch(
            problems[0] ?? "",
            /the permission net is .*, and by .*launch\.json it must be/,
          );
        });
        await t.step("a program that was damaged is reported", async () => {
          await Deno.writeFile(`${folder}/${path}`, new TextEncoder().encode("#!/bin/sh\n"));
          const text = (await verifyBundle(folder)).problems.join("\n");
          assertStringIncludes(text, `${path}: it is no program`);
          assertStringIncludes(text, `${path}: its content was changed or damaged`);
        });
      } finally {
        await Deno.remove(root, { recursive: true });
        const sockets = compiledSockets("com.example.one", BUNDLE_PLATFORMS[OWN_PLATFORM]);
        for (const { lock } of socketSlots(sockets)) await Deno.remove(lock).catch(() => {});
      }
    },
  }),
);

/** Changes what is baked in, without changing how long it is. */
async function widen(file: string, from: string, to: string): Promise<void> {
  const bytes = await Deno.readFile(file);
  const text = new TextDecoder("latin1").decode(bytes);
  const at = text.indexOf(`,"${from}"`, text.lastIndexOf('{"argv"'));
  assert(at > 0);
  bytes.set(new TextEncoder().encode(`,"${to}"`.padEnd(from.length + 3)), at);
  await Deno.writeFile(file, bytes);
}

Deno.test("options that mean nothing together with --compile are refused", async () => {
  const both = await run(
    "bundle",
    "x.ts",
    "--compile",
    "linux-x64",
    "--self-contained",
    "linux-x64",
  );
  assertEquals(both.code, 2);
  assertStringIncludes(both.err, "--compile linux-x64 takes the place of --self-contained");
  const alone = await run("bundle", "x.ts", "--denort", "file");
  assertEquals(alone.code, 2);
  assertStringIncludes(alone.err, "--denort says what to compile with, and needs --compile");
  const windows = await run("bundle", "x.ts", "--compile", "win32-x64");
  assertEquals(windows.code, 2);
  assertStringIncludes(windows.err, "--compile");
});
