import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseManifest } from "../bundle/mod.ts";
import { fromFileUrl } from "../bundle/paths.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";

const CHECKOUT = fromFileUrl(new URL("../../", import.meta.url)).replace(/\/$/, "");

const FILES = [
  ".github/workflows/ci.yml",
  ".gitignore",
  "README.md",
  "assets/icon.svg",
  "deno.json",
  "plugin.json",
  "plugin.ts",
  "plugin_test.ts",
];

async function temporary() {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "init-" }));
  return { folder, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

async function listed(folder: string, below = ""): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(`${folder}/${below}`)) {
    if (isDirectory) names.push(...await listed(folder, `${below}${name}/`));
    else names.push(`${below}${name}`);
  }
  return names.sort();
}

async function deno(cwd: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assertEquals(code, 0, `deno ${args.join(" ")}\n${text}`);
  return text;
}

Deno.test("what init writes passes its own tasks at once, and is formatted", async () => {
  await using it = await temporary();
  const io = createMemoryIO();
  const folder = `${it.folder}/a plugin, with a name that is rather long for one`;
  assertEquals(await main(["init", folder, "--link", CHECKOUT], io), 0, io.stderr());
  assertEquals(await listed(folder), FILES);
  assertStringIncludes(await deno(folder, "task", "test"), "3 passed | 0 failed");
  assertStringIncludes(await deno(folder, "task", "check"), "nothing is wrong");
  const id = "com.example.a-plugin-with-a-name-that-is-rather-long-for-one";
  await deno(folder, "task", "bundle");
  const { settings_schema } = JSON.parse(
    await Deno.readTextFile(`${folder}/dist/${id}/plugin.json`),
  );
  assertEquals(settings_schema.settings[0].key, "words");
  assert((await Deno.stat(`${folder}/dist/${id}-0.1.0.tar.gz`)).isFile);
  await deno(folder, "fmt", "--check");
  await deno(folder, "lint");
});

Deno.test("without a checkout the package comes from the registry, with a schema for editors", async () => {
  await using it = await temporary();
  const io = createMemoryIO();
  const words = ["--id", "com.acme.guard", "--name", 'The "Guard"'];
  assertEquals(await main(["init", `${it.folder}/x`, ...words], io), 0, io.stderr());
  const text = await Deno.readTextFile(`${it.folder}/x/plugin.json`);
  const manifest = parseManifest("plugin.json", text);
  assertEquals([manifest.id, manifest.name], ["com.acme.guard", 'The "Guard"']);
  const { $schema } = JSON.parse(text);
  const { $id } = JSON.parse(await Deno.readTextFile(`${CHECKOUT}/schema/plugin.schema.json`));
  assertEquals($schema, $id);
  const { imports, links, tasks, allowScripts } = JSON.parse(
    await Deno.readTextFile(`${it.folder}/x/deno.json`),
  );
  assertEquals(links, undefined);
  // The scripts that this package itself leaves out, as far as they can come to its users.
  const own = JSON.parse(await Deno.readTextFile(`${CHECKOUT}/deno.json`)).allowScripts.deny;
  assertEquals(allowScripts.deny.filter((name: string) => own.includes(name)), allowScripts.deny);
  assert(/^jsr:@mattermost-deno\/plugin@\^\d/.test(imports["@mattermost-deno/plugin"]));
  assert(
    /^deno run -A jsr:@mattermost-deno\/plugin@\^\d\S*\/cli bundle plugin\.ts$/.test(tasks.bundle),
  );
  const plugin = await Deno.readTextFile(`${it.folder}/x/plugin.ts`);
  assertStringIncludes(plugin, "    guard: subcommand({");
});

Deno.test("a file that is there already is left alone, and nothing is written", async () => {
  await using it = await temporary();
  await Deno.writeTextFile(`${it.folder}/plugin.ts`, "mine");
  await Deno.writeTextFile(`${it.folder}/README.md`, "mine");
  const io = createMemoryIO();
  assertEquals(await main(["init", it.folder], io), 1);
  assertStringIncludes(
    io.stderr(),
    "plugin.ts, README.md are there already, so nothing was written",
  );
  assertEquals(await listed(it.folder), ["README.md", "plugin.ts"]);
  assertEquals(await Deno.readTextFile(`${it.folder}/plugin.ts`), "mine");
});

Deno.test("a person is asked for what is not said, and again for an id that is none", async () => {
  await using it = await temporary();
  const io = createMemoryIO({ answers: [`${it.folder}/asked`, "a b", "com.acme.asked", ""] });
  assertEquals(await main(["init"], io), 0, io.stderr());
  assertEquals(io.questions, ["Folder", "Id of the plugin", "Id of the plugin", "Name for people"]);
  assertStringIncludes(io.stderr(), 'of letters, digits, "-", "_" and ".", found "a b"');
  const manifest = JSON.parse(await Deno.readTextFile(`${it.folder}/asked/plugin.json`));
  assertEquals([manifest.id, manifest.name], ["com.acme.asked", "Asked"]);
  const ended = createMemoryIO({ answers: [`${it.folder}/ended`] });
  assertEquals(await main(["init"], ended), 1);
  assertStringIncludes(ended.stderr(), "the answers end here, so nothing was written");
  assertEquals((await listed(it.folder)).some((path) => path.startsWith("ended")), false);
});

Deno.test("wrong words are misuse, and nothing is written", async () => {
  await using it = await temporary();
  const cases: [string[], string][] = [
    [[], 'init needs the folder to write, "." for this one'],
    [["a", "b"], "init takes one folder, and got 2"],
    [[`${it.folder}/x`, "--id", "a/b"], "--id: expected an id such as"],
    [[`${it.folder}/x`, "--name", "a\nb"], "is no name on one line"],
    [[`${it.folder}/x`, "--link", it.folder], "is no checkout of @mattermost-deno/plugin"],
  ];
  for (const [words, says] of cases) {
    const io = createMemoryIO();
    assertEquals(await main(["init", ...words], io), 2, io.stderr());
    assertStringIncludes(io.stderr(), says);
  }
  assertEquals(await listed(it.folder), []);
});

Deno.test("a file in the place of the folder, or on the way to it, is named", async () => {
  await using it = await temporary();
  await Deno.writeTextFile(`${it.folder}/taken`, "");
  for (const folder of [`${it.folder}/taken`, `${it.folder}/taken/plugin`]) {
    const io = createMemoryIO();
    assertEquals(await main(["init", folder], io), 1);
    assertStringIncludes(
      io.stderr(),
      `${it.folder}/taken is a file, so nothing was written; choose another folder`,
    );
  }
  assertEquals(await listed(it.folder), ["taken"]);
});

Deno.test("Ctrl-C leaves nothing behind", async () => {
  await using it = await temporary();
  const controller = new AbortController();
  let reads = 0;
  // Aborted after the third file.
  const signal = new Proxy(controller.signal, {
    get(target, name) {
      if (name === "throwIfAborted" && ++reads === 4) controller.abort(new Error("interrupted"));
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const io = createMemoryIO({ signal });
  assertEquals(await main(["init", `${it.folder}/deep/plugin`], io), 130);
  assertEquals(reads, 4);
  assertEquals(await Array.fromAsync(Deno.readDir(it.folder)), []);
});
