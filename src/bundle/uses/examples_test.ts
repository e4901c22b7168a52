import { assert, assertEquals } from "@std/assert";
import { blocksOf, fileOf, pathOf } from "../../../tests/docs/blocks.ts";
import { apiMethods } from "../../../gen/api_methods.ts";
import { asManifest, compareWithCode } from "../compare_with_code.ts";
import { denoBundle } from "../deno_bundle.ts";
import { bundleLoader, NETRPC_LOADER } from "../loader_bundle.ts";
import { apiUses } from "./api_uses.ts";
import { findBundleUses, type PlacedUse } from "./bundle_uses.ts";
import { FUNCTION_METHODS, ROOM_METHODS } from "./feature_methods.ts";
import { parseCode } from "./parsed_code.ts";
import { createTracer } from "./trace.ts";

const root = new URL("../../../", import.meta.url);

/** In which files each example uses what: methods, hooks, what this package does for it, accesses. */
const EXAMPLES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  hello: [
    "plugin.ts: getUser, plugin.ts: kvCompareAndSet, plugin.ts: kvGet, plugin.ts: registerCommand",
    "plugin.ts: executeCommand, plugin.ts: messageWillBePosted, plugin.ts: serveHTTP",
    "",
    "",
  ],
  moderation: [
    "plugin.ts: getUser",
    "plugin.ts: fileWillBeUploaded, plugin.ts: messageWillBePosted, plugin.ts: messageWillBeUpdated",
    "plugin.ts: commands, plugin.ts: kv",
    "",
  ],
  todo: [
    "interactive.ts: createPost, interactive.ts: getUser",
    "plugin.ts: messageWillBePosted, plugin.ts: serveHTTP",
    "plugin.ts: actions, plugin.ts: bot, plugin.ts: commands, plugin.ts: dialogs, plugin.ts: jobs, " +
    "interactive.ts: kv, plugin.ts: requireChannelPermission",
    "",
  ],
  webhook: [
    "plugin.ts: createPost, plugin.ts: getChannelByNameForTeamName",
    "plugin.ts: serveHTTP",
    "plugin.ts: bot, plugin.ts: kv, plugin.ts: publish",
    "tickets.ts: fetch",
  ],
};

Deno.test("what each example uses is found at its place, and nothing that it does not", async () => {
  for (const [name, expected] of Object.entries(EXAMPLES)) {
    const folder = `examples/${name}/`;
    const { code, sourceMap } = await denoBundle(new URL(`${folder}plugin.ts`, root));
    const uses = findBundleUses(code, { sourceMap });
    const texts = new Map<string, readonly string[]>();
    for (const { file } of [uses.methods, uses.hooks].flat().map(({ place }) => place)) {
      texts.set(file, (await Deno.readTextFile(new URL(file, root))).split("\n"));
    }
    const shown = (found: readonly PlacedUse[]) =>
      found.map(({ name, place: { file, line, column } }) => {
        const there = texts.get(file)?.[line - 1]?.slice(column - 1);
        assert(there?.startsWith(name) ?? true, `${file}:${line}:${column} has ${there}`);
        return `${file.replace(folder, "")}: ${name}`;
      }).join(", ");
    const accesses = uses.accesses.map(({ what, place }) => ({ name: what, place }));
    assertEquals(
      [uses.methods, uses.hooks, uses.features, accesses].map(shown),
      [...expected],
      name,
    );
    assertEquals(uses.computed, [], name);
    const manifest = asManifest(
      JSON.parse(await Deno.readTextFile(new URL(`${folder}plugin.json`, root))),
    );
    assert(manifest !== undefined);
    assertEquals(compareWithCode(manifest, { code }, { uses }, undefined), [], name);
  }
});

Deno.test("in every plugin that a page shows, just the methods are found that it calls", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "docs-uses-" }));
  try {
    const written = new Map<string, string>();
    for await (const { name } of Deno.readDir(new URL("docs", root))) {
      if (!name.endsWith(".md")) continue;
      const text = await Deno.readTextFile(new URL(`docs/${name}`, root));
      for (const block of blocksOf(`docs/${name}`, text)) {
        if (block.hasTests || !/@mattermost-deno\/plugin"/.test(block.code)) continue;
        const path = pathOf(block);
        await Deno.mkdir(`${folder}/${path.slice(0, path.lastIndexOf("/"))}`, { recursive: true });
        await Deno.writeTextFile(`${folder}/${path}`, fileOf(block));
        if (block.isPlugin) written.set(path, block.code);
      }
    }
    assert(written.size > 20, `${written.size} plugins`);
    const { imports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
    await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify({ imports }));
    // A default export that nobody names would be left out.
    const entry = [...written.keys()].map((path, at) =>
      `import plugin${at} from "./${path}";\nexport const p${at} = plugin${at};\n`
    );
    await Deno.writeTextFile(`${folder}/all.ts`, entry.join(""));
    const { code } = await denoBundle(new URL(`file://${folder}/all.ts`));
    const parsed = parseCode(code);
    const { methods, computed } = apiUses(createTracer(parsed));
    assertEquals(computed, []);
    for (const [path, text] of written) {
      const found = methods.filter(({ offset }) => parsed.partAt(offset).file === path);
      const called = [...text.matchAll(/\bapi\s*\??\.(\w+)\(/g)].map(([, name = ""]) => name);
      assertEquals(
        [...new Set(found.map(({ name }) => name))].sort(),
        [...new Set(called)].filter((name) => Object.hasOwn(apiMethods, name)).sort(),
        path,
      );
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("what this package calls for an author is what its rooms' code calls", async () => {
  // Without the part that is in every plugin, the package's files count as an author's.
  const code = parseCode(await bundleLoader(NETRPC_LOADER));
  const found = new Map<string, Set<string>>();
  for (const { name, offset } of apiUses(createTracer(code)).methods) {
    const room = /^src\/(\w+)\//.exec(code.partAt(offset).file)?.[1] ?? "";
    found.set(room, (found.get(room) ?? new Set()).add(name));
  }
  // Always called, whatever a plugin does.
  assertEquals([...found.get("plugin") ?? []], ["loadPluginConfiguration"]);
  found.delete("plugin");
  assertEquals(
    Object.fromEntries([...found].map(([room, methods]) => [room, [...methods].sort()])),
    Object.fromEntries(Object.entries(ROOM_METHODS).map(([room, methods]) => [room, [...methods]])),
  );
  const guards = await Deno.readTextFile(new URL("src/http/require_permission.ts", root));
  for (const [name, methods] of Object.entries(FUNCTION_METHODS)) {
    const start = guards.indexOf(`export function ${name}<`);
    assert(start >= 0, name);
    const text = guards.slice(start, guards.indexOf("\n}\n", start));
    const called = [...text.matchAll(/\bapi\.(\w+)\(/g)].map(([, method = ""]) => method);
    const passedOn = [...text.matchAll(/\b(require\w+)\(/g)].flatMap(([, other = ""]) =>
      FUNCTION_METHODS[other] ?? []
    );
    assertEquals([...called, ...called.length === 0 ? passedOn : []], [...methods], name);
  }
});
