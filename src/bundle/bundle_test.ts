import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { bundlePlugin } from "./bundle.ts";
import { BundleError, denoBundle } from "./deno_bundle.ts";
import { parseLaunchPlan } from "./launch_plan.ts";
import { posixLauncher } from "./launcher_posix.ts";
import { toFileUrl } from "./paths.ts";

const LOADER = new URL("../../tests/sandbox/probe_loader.js", import.meta.url);

interface Project extends AsyncDisposable {
  readonly folder: string;
  write(name: string, text: string): Promise<void>;
}

async function project(files: Record<string, string> = {}): Promise<Project> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmd-" }));
  const write = async (name: string, text: string) => {
    const path = `${folder}/${name}`;
    await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(path, text);
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  return {
    folder,
    write,
    async [Symbol.asyncDispose]() {
      await Deno.remove(folder, { recursive: true });
    },
  };
}

const FILES = {
  "deno.json": '{ "imports": { "lib/": "./lib/" } } // comments are fine',
  "plugin.yaml": "id: com.example.b\nversion: 1.0.0\nicon_path: assets/i.svg\nserver:\n" +
    "  executables: {linux-amd64: x}\n  permissions: {read: [assets/, words.txt], net: [a.b]}\n" +
    "webapp: {bundle_path: webapp/main.js}\n",
  "plugin.ts": `import { add } from "lib/add.ts";
import words from "./words.json" with { type: "json" };
import { isAbsolute } from "node:path";
export default (): unknown => [add(1, 2), words, isAbsolute("/")];
`,
  "lib/add.ts": "export function add(a: number, b: number): number { return a + b; }\n",
  "words.json": '["hello"]',
  "words.txt": "hello",
  "assets/i.svg": "<svg/>",
  "assets/deep/x.txt": "x",
  "webapp/main.js": "1",
};

async function tree(folder: string, prefix = ""): Promise<[string, string, string][]> {
  const all: [string, string, string][] = [];
  for await (const { name, isDirectory } of Deno.readDir(`${folder}/${prefix}`)) {
    const path = `${prefix}${name}`;
    if (isDirectory) all.push(...await tree(folder, `${path}/`));
    else {
      const mode = ((await Deno.stat(`${folder}/${path}`)).mode ?? 0) & 0o777;
      all.push([path, mode.toString(8), await Deno.readTextFile(`${folder}/${path}`)]);
    }
  }
  return all.sort(([a], [b]) => a < b ? -1 : 1);
}

Deno.test("a bundle holds the plugin, the loader, the launcher and what the manifest names", async () => {
  await using source = await project(FILES);
  const outDir = `${source.folder}/dist/out`;
  const entry = `${source.folder}/plugin.ts`;
  const bundle = await bundlePlugin({ entry, outDir, loader: LOADER });
  const files = await tree(bundle.folder);
  assertEquals(files.map(([path, mode]) => `${path} ${mode}`), [
    "assets/deep/x.txt 644",
    "assets/i.svg 644",
    "plugin.json 644",
    "sbom.cdx.json 644",
    "server/checksums.json 644",
    "server/launch 755",
    "server/launch.json 644",
    "server/loader.js 644",
    "server/loader_netrpc.js 644",
    "server/plugin.js 644",
    "server/plugin.js.map 644",
    "webapp/main.js 644",
    "words.txt 644",
  ]);
  const text = (name: string) => files.find(([path]) => path === name)?.[2] ?? "";
  const manifest = JSON.parse(text("plugin.json"));
  assertEquals(manifest.server, {
    permissions: { read: ["assets/", "words.txt"], net: ["a.b"] },
    executable: "server/launch",
    runtime: "deno",
  });
  assertEquals(text("server/launch"), posixLauncher(parseLaunchPlan(text("server/launch.json"))));
  const module = await import(toFileUrl(`${bundle.folder}/server/plugin.js`).href);
  assertEquals(module.default(), [3, ["hello"], true]);
});

Deno.test("the same plugin gives the same bytes wherever it lies, and no path of the machine", async () => {
  await using first = await project(FILES);
  await using second = await project();
  for (const [name, text] of Object.entries(FILES)) await second.write(`deeper/down/${name}`, text);
  // An npm package in CommonJS has its paths in the code.
  const entry = 'import { parse } from "npm:yaml@2.9.1";\nexport default () => parse("a: 1");\n';
  await first.write("plugin.ts", entry);
  await second.write("deeper/down/plugin.ts", entry);
  const bundles = [];
  for (const folder of [first.folder, `${second.folder}/deeper/down`]) {
    const outDir = `${folder}/dist`;
    const options = { entry: `${folder}/plugin.ts`, outDir, loader: LOADER };
    await bundlePlugin(options);
    const { folder: again } = await bundlePlugin(options);
    bundles.push(await tree(again));
  }
  assertEquals(bundles[0], bundles[1]);
  const code = bundles[0]?.find(([path]) => path === "server/plugin.js")?.[2] ?? "";
  assertMatch(code, /"npm:yaml@2\.9\.1\/dist\/[^"]+"\(exports/);
  for (const [path, , text] of bundles[0] ?? []) {
    for (const place of [first.folder, Deno.env.get("HOME") ?? "/root"]) {
      assert(!text.includes(`${place}/`), `${path} names ${place}`);
    }
  }
});

Deno.test("an error's stack points to the author's file and line", async () => {
  await using source = await project({
    ...FILES,
    "plugin.ts": `interface Unused {\n  a: string;\n}\n\nexport default (value: Unused): string => {
  if (value.a === "x") throw new Error("here");
  return value.a;\n};\n`,
  });
  const { folder } = await bundlePlugin({
    entry: `${source.folder}/plugin.ts`,
    outDir: `${source.folder}/dist`,
    loader: LOADER,
  });
  const script = `const m = await import("${toFileUrl(`${folder}/server/plugin.js`)}");
    try { m.default({ a: "x" }); } catch (error) { console.log(error.stack); }`;
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["eval", script] }).output();
  assertMatch(new TextDecoder().decode(stdout), /server\/plugin\.ts:6:\d+/);
});

Deno.test("what the bundler finds wrong is shown whole, with file, line and column", async () => {
  await using source = await project(FILES);
  const cases: [string, RegExp[]][] = [
    ["const a = ;", [/Expression expected/, /plugin\.ts:1:11/]],
    ['import { b } from "lib/add.ts";\nconsole.log(b);', [/No matching export/, /plugin\.ts:1:9/]],
    [
      'import "./one.ts";\nimport "./two.ts";\n',
      [
        /Module not found.*one\.ts/,
        /plugin\.ts:1:8/,
        /Module not found.*two\.ts/,
        /plugin\.ts:2:8/,
      ],
    ],
    ['import "nothing";\n', [/Import "nothing" not a dependency/, /plugin\.ts:1:7/]],
  ];
  for (const [text, reasons] of cases) {
    await source.write("plugin.ts", text);
    const error = await assertRejects(
      () => denoBundle(toFileUrl(`${source.folder}/plugin.ts`)),
      BundleError,
    );
    for (const reason of reasons) assertMatch(error.message, reason);
    assert(!/backtrace|experimental/i.test(error.message), error.message);
  }
});

Deno.test("a failed bundling leaves the older bundle, and nothing half-made beside it", async () => {
  await using source = await project(FILES);
  const options = {
    entry: `${source.folder}/plugin.ts`,
    outDir: `${source.folder}/dist/out`,
    loader: LOADER,
  };
  await bundlePlugin(options);
  const before = await tree(options.outDir);
  await Deno.remove(`${source.folder}/words.txt`);
  await assertRejects(() => bundlePlugin(options), TypeError, "server.permissions.read: ");
  await source.write("plugin.ts", "const a = ;");
  await assertRejects(() => bundlePlugin(options), BundleError);
  assertEquals(await tree(options.outDir), before);
  assertEquals((await Array.fromAsync(Deno.readDir(`${source.folder}/dist`))).length, 1);
});

Deno.test("links among the files are refused, and so is a folder that is no bundle", async () => {
  await using source = await project(FILES);
  const options = {
    entry: `${source.folder}/plugin.ts`,
    outDir: `${source.folder}/dist`,
    loader: LOADER,
  };
  await Deno.symlink("/etc/passwd", `${source.folder}/assets/link`);
  await assertRejects(() => bundlePlugin(options), TypeError, "is neither a file nor a folder");
  await Deno.remove(`${source.folder}/assets/link`);
  await source.write("dist/precious.txt", "x");
  await assertRejects(() => bundlePlugin(options), TypeError, "exists and is no bundle");
  assertEquals(await Deno.readTextFile(`${options.outDir}/precious.txt`), "x");
});

Deno.test("bundling writes nothing into the project but the bundle", async () => {
  await using source = await project({ ...FILES, "deno.lock": '{"version":"5"}\n' });
  await source.write(
    "plugin.ts",
    'import { parse } from "npm:yaml@2.9.1";\nexport default parse;\n',
  );
  const before = await tree(source.folder);
  await denoBundle(toFileUrl(`${source.folder}/plugin.ts`));
  assertEquals(await tree(source.folder), before);
});
