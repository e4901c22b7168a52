import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { packLaunchers } from "../../tools/launcher.ts";
import { toFileUrl } from "../../tools/paths.ts";
import { LauncherError } from "./launcher_error.ts";
import { BUNDLE_PLATFORMS } from "./platforms.ts";
import { publishedLauncher } from "./published_launchers.ts";

const X64 = BUNDLE_PLATFORMS["linux-x64"];
const ARM64 = BUNDLE_PLATFORMS["linux-arm64"];
const MAC = BUNDLE_PLATFORMS["darwin-arm64"];

interface Published extends AsyncDisposable {
  /** A folder for what is kept. */
  readonly cache: string;
  /** The package's folder on this disk. */
  readonly folder: string;
  /** The package as the registry serves it. */
  readonly root: URL;
  /** What was asked of the registry. */
  readonly asked: string[];
  /** What the registry answers instead; undefined to have it answer as it should. */
  answer: (() => Response) | undefined;
}

async function published(): Promise<Published> {
  const folder = await Deno.makeTempDir({ prefix: "published-" });
  await Deno.writeTextFile(`${folder}/x64`, "a launcher for x64");
  await Deno.writeTextFile(`${folder}/arm64`, "a launcher for arm64");
  await packLaunchers(
    [{ names: X64, path: `${folder}/x64` }, { names: ARM64, path: `${folder}/arm64` }],
    "go1.26.1",
    toFileUrl(`${folder}/launchers/`),
  );
  const asked: string[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async ({ url }) => {
      const path = new URL(url).pathname;
      asked.push(path);
      if (it.answer !== undefined) return it.answer();
      const bytes = await Deno.readFile(`${folder}${path}`).catch(() => undefined);
      return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes);
    },
  );
  const it: Published = {
    cache: `${folder}/cache`,
    folder,
    root: new URL(`http://127.0.0.1:${server.addr.port}/`),
    asked,
    answer: undefined,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await Deno.remove(folder, { recursive: true });
    },
  };
  return it;
}

Deno.test("a published launcher is fetched once, checked, executable, and kept without a network", async () => {
  await using package_ = await published();
  const { asked, cache, root } = package_;
  const path = await publishedLauncher(X64, root, cache);
  assertEquals(await Deno.readTextFile(path), "a launcher for x64");
  assertEquals(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o755);
  assertEquals(asked, ["/launchers/sha256.json", "/launchers/linux-amd64/launch.gz"]);
  package_.answer = () => new Response(null, { status: 503 });
  assertEquals(await publishedLauncher(X64, root, cache), path);
  assertEquals(asked.length, 2);
  const error = await assertRejects(() => publishedLauncher(ARM64, root, cache), LauncherError);
  assertStringIncludes(error.message, "launchers/linux-arm64/launch.gz cannot be fetched");
  assertStringIncludes(error.message, "the registry answers 503");
  package_.answer = undefined;
  await publishedLauncher(ARM64, root, cache);
});

Deno.test("what is kept and was changed is fetched again", async () => {
  await using package_ = await published();
  const path = await publishedLauncher(X64, package_.root, package_.cache);
  await Deno.writeTextFile(path, "something else");
  await publishedLauncher(X64, package_.root, package_.cache);
  assertEquals(await Deno.readTextFile(path), "a launcher for x64");
});

Deno.test("a package in a folder has its launchers there", async () => {
  await using package_ = await published();
  const root = toFileUrl(`${package_.folder}/`);
  const path = await publishedLauncher(ARM64, root, package_.cache);
  assertEquals(await Deno.readTextFile(path), "a launcher for arm64");
  assertEquals(package_.asked, []);
});

Deno.test("a launcher that is damaged, gone or never was is refused in a sentence, and not kept", async () => {
  await using package_ = await published();
  const { cache, folder, root } = package_;
  const refused = async (names = X64) =>
    (await assertRejects(() => publishedLauncher(names, root, cache), LauncherError)).message;
  assertStringIncludes(
    await refused(MAC),
    'this package brings no native launcher for darwin-arm64; build it with "deno task launcher"',
  );
  const file = `${folder}/launchers/linux-amd64/launch.gz`;
  await Deno.copyFile(`${folder}/launchers/linux-arm64/launch.gz`, file);
  const damaged = await refused();
  assertStringIncludes(damaged, "linux-amd64/launch.gz is damaged: its SHA-256 is ");
  assertStringIncludes(damaged, "; try again, or name a folder of built launchers");
  await Deno.writeTextFile(file, "not compressed");
  assertStringIncludes(await refused(), "linux-amd64/launch.gz is damaged: ");
  await Deno.remove(file);
  assertStringIncludes(await refused(), "though sha256.json beside it names it");
});

Deno.test("damaged checksums, a package without any, and a registry that is away are told apart", async () => {
  await using package_ = await published();
  const { cache, root } = package_;
  const refused = async (root: URL) =>
    (await assertRejects(() => publishedLauncher(X64, root, cache), LauncherError)).message;
  package_.answer = () => new Response("<html>");
  assertStringIncludes(await refused(root), "launchers/sha256.json is damaged, the checksums of");
  package_.answer = () => new Response(null, { status: 404 });
  assertStringIncludes(await refused(root), "this package brings no native launcher for linux-x64");
  package_.answer = undefined;
  // Nobody can listen on this port.
  const away = await refused(new URL("http://127.0.0.1:1/"));
  assertStringIncludes(away, "http://127.0.0.1:1/launchers/sha256.json cannot be fetched");
  assertStringIncludes(away, "See whether the registry can be reached");
});
