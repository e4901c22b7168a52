import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { packBundle } from "../bundle/archive/pack_bundle.ts";
import { bundlePlugin } from "../bundle/mod.ts";
import { writeChecksums } from "../bundle/checksums.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";
import { pluginUses, usesTexts } from "./server/plugin_uses.ts";

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = createMemoryIO();
  return { code: await main(args, io), out: io.stdout(), err: io.stderr() };
}

const MANIFEST = {
  id: "com.example.checked",
  version: "1.0.0",
  min_server_version: "9.0.0",
  server: { permissions: { net: ["unused.example.com"] } },
};

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";

export default definePlugin({
  bot: { username: "checked" },
  async onActivate({ api, config }) {
    await fetch("https://forgotten.example.com/");
    await api.getGroups({});
    await api[String(config.method)]();
  },
  hooks: { serveHTTP: () => new Response() },
});
`;

/** A bundle in a folder that is removed in the end. */
async function bundled() {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "check-bundle-" }));
  await Deno.writeTextFile(`${root}/plugin.json`, JSON.stringify(MANIFEST));
  await Deno.writeTextFile(`${root}/plugin.ts`, PLUGIN.replaceAll("api[", "(api as any)["));
  const { folder } = await bundlePlugin({ entry: `${root}/plugin.ts`, outDir: `${root}/dist` });
  return {
    root,
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

interface Report {
  readonly checked: string;
  readonly errors: number;
  readonly findings: readonly Record<string, unknown>[];
}

async function report(path: string): Promise<Report> {
  return JSON.parse((await run("check", "--json", path)).out);
}

/** Findings without the folder that they were found in. */
function places({ findings }: Report, path: string): string[] {
  return findings.map(({ file, line, column, severity, reason }) =>
    `${String(file).replace(`${path}/`, "")}:${line}:${column} ${severity}: ` +
    String(reason).slice(0, 40)
  );
}

Deno.test("a bundle, and its archive, are checked as its project is: by the author's lines", async () => {
  await using it = await bundled();
  const archive = `${it.root}/it.tar.gz`;
  {
    await using draft = await packBundle({ folder: it.folder, id: MANIFEST.id, file: archive });
    await draft.keep();
  }
  const code = [
    'plugin.ts:6:11 warning: this connects to "forgotten.example.com:',
    "plugin.ts:7:15 warning: getGroups needs Mattermost 10.7, min_ser",
    "plugin.ts:8:24 hint: methods of the API are used by computed ",
  ];
  const project = await report(it.root);
  const [first, ...others] = places(project, it.root);
  assertEquals(others, code);
  assert(first?.startsWith("plugin.json:1:"), first);
  for (const path of [it.folder, archive]) {
    const found = await report(path);
    const [unused, ...more] = places(found, path);
    // Bundling writes the manifest anew, over several lines.
    assert(
      /^plugin\.json:\d+:\d+ hint: the plugin's code names no "unused/.test(unused ?? ""),
      unused,
    );
    assertEquals(more, code);
    assertEquals([found.checked, found.errors], [project.checked, 0]);
    assertEquals(Object.keys(found), Object.keys(project));
    const shapes = ({ findings }: Report) => findings.map((each) => Object.keys(each).sort());
    assertEquals(shapes(found), shapes(project));
  }
  // What deploy shows comes from the same.
  const uses = await pluginUses(await Deno.readTextFile(`${it.folder}/server/plugin.js`), "it");
  assertEquals(usesTexts(uses), [
    "calls ensureBotUser, getBot, getGroups, kvGet, kvSet, kvSetWithOptions, patchBot, " +
    "setProfileImage of the plugin API, others by names that it works out while it runs, and can " +
    "call any other",
    "has the hooks serveHTTP",
  ]);
});

Deno.test("what is wrong with a bundle's manifest is said with its line, once, beside all else", async () => {
  await using it = await bundled();
  const file = `${it.folder}/plugin.json`;
  const text = await Deno.readTextFile(file);
  const wrong = text.replace('"1.0.0"', '"v1"').replace('"9.0.0"', '"ten"');
  await Deno.writeTextFile(file, wrong);
  await Deno.remove(`${it.folder}/server/plugin.js.map`);
  await writeChecksums(it.folder);
  const { code, out } = await run("check", it.folder);
  assertEquals(code, 1);
  const line = (word: string) => wrong.split("\n").findIndex((each) => each.includes(word)) + 1;
  for (const [word, path] of [["v1", "version"], ["ten", "min_server_version"]] as const) {
    const at = out.split("\n").filter((each) => each.startsWith(`${file}:${line(word)}:`));
    assertEquals(at.length, 1, out);
    assertStringIncludes(at[0] ?? "", `error: ${path}: expected a version`);
  }
  // Without its source map, the bundle's own lines are what there is.
  assert(/\/server\/plugin\.js:\d+:\d+: warning: this connects to/.test(out), out);
});

Deno.test("what a bundle calls its files cannot colour the terminal of whoever checks it", async () => {
  await using it = await bundled();
  const map = `${it.folder}/server/plugin.js.map`;
  const text = (await Deno.readTextFile(map)).replaceAll('plugin.ts"', 'pl\\u001b[31mugin.ts"');
  await Deno.writeTextFile(map, text);
  await writeChecksums(it.folder);
  const { out } = await run("check", it.folder);
  assertStringIncludes(out, "pl?[31mugin.ts:6:11: warning: this connects to");
  assert(!out.includes("\x1b"), out);
  const { code, err } = await run("check", it.folder, "--manifest", it.root);
  assertEquals(code, 2);
  assertStringIncludes(err, "--manifest says nothing of a bundle, which has its own");
});

Deno.test("a bundle whose code cannot be read says so, and the rest is checked all the same", async () => {
  await using it = await bundled();
  await Deno.writeTextFile(`${it.folder}/server/plugin.js`, "export default {\n  hooks: <\n");
  await writeChecksums(it.folder);
  const { code, out } = await run("check", it.folder);
  assertEquals(code, 1);
  assert(/server\/plugin\.js: error: [^]*cannot be loaded/.test(out), out);
  assert(/server\/plugin\.js:2:10: warning: the code cannot be parsed/.test(out), out);
  assert(!out.includes(".map"), out);
  const uses = await pluginUses(await Deno.readTextFile(`${it.folder}/server/plugin.js`), "it");
  assert(/what it calls is not known: the code cannot be parsed/.test(usesTexts(uses)[0] ?? ""));
  const deep = await pluginUses(`export default ${"[".repeat(1e5)}${"]".repeat(1e5)};`, "it");
  assert(
    /not known: the code cannot be parsed/.test(usesTexts(deep)[0] ?? ""),
    `${usesTexts(deep)}`,
  );
  await Deno.writeTextFile(`${it.folder}/plugin.json`, "{");
  const broken = await run("check", it.folder);
  assert(/plugin\.json:1:\d+: error: this is not JSON/.test(broken.out), broken.out);
});
