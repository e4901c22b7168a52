import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { bundlePlugin } from "./bundle.ts";
import { needing } from "../../tests/support/needs.ts";
import { denoBinary, DenoBinaryError } from "./deno_binary.ts";
import { nativeFiles } from "./native_files.ts";
import { LauncherError } from "./launcher_error.ts";
import { buildLauncher } from "./native_launcher.ts";
import { BUNDLE_PLATFORMS, type BundlePlatform, LAUNCHER_PLATFORMS } from "./platforms.ts";

const LINUX = BUNDLE_PLATFORMS["linux-x64"];

Deno.test("platforms are named as Deno, as Go and as npm name them", () => {
  const names = LAUNCHER_PLATFORMS.map(({ platform, go, npmPackage, suffix }) =>
    [platform, go, npmPackage, suffix].join(" ")
  );
  assertEquals(names, [
    "linux-x64 linux-amd64 @deno/linux-x64-glibc ",
    "linux-arm64 linux-arm64 @deno/linux-arm64-glibc ",
    "darwin-x64 darwin-amd64 @deno/darwin-x64 ",
    "darwin-arm64 darwin-arm64 @deno/darwin-arm64 ",
    "win32-x64 windows-amd64 @deno/win32-x64 .exe",
    "win32-arm64 windows-arm64 @deno/win32-arm64 .exe",
  ]);
});

Deno.test("a platform that nothing can be brought for is refused, with those that there are", async () => {
  const ask = (platform: string) =>
    nativeFiles({ selfContained: [platform as BundlePlatform], launcherFolder: "/nonexistent" });
  await assertRejects(
    () => ask("linux-mips"),
    TypeError,
    'for the platform "linux-mips": there are linux-x64, linux-arm64, darwin-x64, darwin-arm64',
  );
  await assertRejects(() => ask("win32-x64"), TypeError, "Deno cannot listen on a Unix socket");
});

Deno.test("a launcher that is missing from the folder for them is named, with how to build it", async () => {
  const error = await assertRejects(
    () => nativeFiles({ nativeLaunchers: ["linux-x64"], launcherFolder: "/nonexistent" }),
    LauncherError,
  );
  assertStringIncludes(
    error.message,
    "no native launcher for linux-x64 at /nonexistent/linux-amd64",
  );
  assertStringIncludes(error.message, "deno task launcher");
});

Deno.test("a Deno that no registry has, or that is too old, is refused in a sentence", async () => {
  await assertRejects(() => denoBinary(LINUX, "2"), TypeError, 'such as 2.9.0, found "2"');
  await assertRejects(
    () => denoBinary(LINUX, "2.8.3"),
    TypeError,
    "plugins need Deno 2.9.0 or newer, found 2.8.3",
  );
  const error = await assertRejects(() => denoBinary(LINUX, "2.9.9999"), DenoBinaryError);
  assertStringIncludes(
    error.message,
    "Deno 2.9.9999 for linux-x64 cannot be had, the npm package @deno/linux-x64-glibc: ",
  );
  assertStringIncludes(error.message, "Choose another version");
});

Deno.test("launchers come from the folder that is given, once for each platform", async () => {
  const folder = await Deno.makeTempDir({ prefix: "launchers-" });
  try {
    for (const go of ["linux-amd64", "darwin-arm64"]) {
      await Deno.mkdir(`${folder}/${go}`);
      await Deno.writeTextFile(`${folder}/${go}/launch`, go);
    }
    const found = await nativeFiles({
      nativeLaunchers: ["linux-x64", "darwin-arm64", "linux-x64"],
      launcherFolder: folder,
    });
    assertEquals(found, {
      files: [
        { from: `${folder}/darwin-arm64/launch`, to: "server/launch-darwin-arm64" },
        { from: `${folder}/linux-amd64/launch`, to: "server/launch-linux-amd64" },
      ],
      packages: [],
      warnings: [],
      executables: {
        "darwin-arm64": "server/launch-darwin-arm64",
        "linux-amd64": "server/launch-linux-amd64",
      },
    });
    assertEquals(await nativeFiles({}), { files: [], packages: [], warnings: [] });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a bundle's manifest names its launchers, which are executable and have checksums", async () => {
  const folder = await Deno.makeTempDir({ prefix: "launchers-" });
  try {
    await Deno.mkdir(`${folder}/linux-arm64`);
    await Deno.writeTextFile(`${folder}/linux-arm64/launch`, "\x7fELF");
    const { manifest } = await bundlePlugin({
      entry: new URL("../../examples/hello/plugin.ts", import.meta.url).pathname,
      outDir: `${folder}/hello`,
      nativeLaunchers: ["linux-arm64"],
      launcherFolder: folder,
    });
    const launcher = "server/launch-linux-arm64";
    assertEquals(manifest.server?.executable, "server/launch");
    assertEquals(manifest.server?.executables, { "linux-arm64": launcher });
    const { mode } = await Deno.stat(`${folder}/hello/${launcher}`);
    assertEquals((mode ?? 0) & 0o777, 0o755);
    const written = JSON.parse(await Deno.readTextFile(`${folder}/hello/plugin.json`));
    assertEquals(written.server.executables, { "linux-arm64": launcher });
    const checksums = await Deno.readTextFile(`${folder}/hello/server/checksums.json`);
    assertStringIncludes(checksums, launcher);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test(
  await needing(["go"], {
    name: "a launcher is built the same byte for byte",
    async fn() {
      const path = await buildLauncher(LINUX);
      const first = await Deno.readFile(path);
      assertEquals(await Deno.readFile(await buildLauncher(LINUX)), first);
      assertEquals(first.slice(0, 4), new Uint8Array([0x7f, 0x45, 0x4c, 0x46]));
    },
  }),
);
