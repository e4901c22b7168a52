import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { bundlePlugin } from "../bundle/mod.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = createMemoryIO();
  return { code: await main(args, io), out: io.stdout(), err: io.stderr() };
}

/** A folder with these files, removed in the end. */
async function project(files: Readonly<Record<string, string>>) {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "check-" }));
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  return {
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const manifest = (more: object = {}) =>
  JSON.stringify(
    { id: "com.example.checked", name: "Checked", version: "1.0.0", ...more },
    null,
    2,
  );

const PLUGIN = `import { allow, definePlugin, setting } from "@mattermost-deno/plugin";

export default definePlugin({
  settings: { greeting: setting.text({ label: "Greeting", default: "Hello" }) },
  hooks: { messageWillBePosted: () => allow() },
});
`;

Deno.test("a plugin in which nothing is wrong", async () => {
  await using it = await project({
    "plugin.json": manifest({ min_server_version: "9.0.0" }),
    "plugin.ts": PLUGIN,
  });
  for (const path of [it.folder, `${it.folder}/plugin.ts`, `${it.folder}/plugin.json`]) {
    assertEquals(await run("check", path), {
      code: 0,
      out: "com.example.checked 1.0.0: nothing is wrong\n",
      err: "",
    });
  }
});

Deno.test("all that is wrong between manifest and plugin is found in one run", async () => {
  await using it = await project({
    "plugin.json": manifest({
      homepage_url: "example.com",
      icon_path: "assets/icon.svg",
      min_server_version: "9.0.0",
      server: {
        permissions: { net: ["used.example.com", "unused.example.com:443"], env: ["NO_SUCH"] },
      },
      settings_schema: { settings: [{ key: "greetin", type: "text" }] },
    }),
    "plugin.ts": `import { allow, definePlugin, setting } from "@mattermost-deno/plugin";

export default definePlugin({
  settings: { greeting: setting.text({ label: "Greeting" }) },
  async onActivate({ api }) {
    await fetch("https://used.example.com/a");
    await fetch("https://forgotten.example.com/b");
    Deno.env.get("FORGOTTEN");
    await api.getPropertyField({ groupId: "g", fieldId: "f" });
    await api.getUser({ userId: "u" });
  },
  hooks: { messageWillBePosted: () => allow() },
});
`,
  });
  const { code, out } = await run("check", "--json", it.folder);
  const report = JSON.parse(out);
  const found = (report.findings as Record<string, string>[])
    .map(({ file = "", line, column, path, severity, reason }) =>
      `${file.replace(`${it.folder}/`, "")} ${line}:${column} ${severity} ${path}: ${reason}`
    );
  const expected = [
    /^plugin\.json 5:\d+ error homepage_url: expected a URL/,
    /^plugin\.json 6:\d+ error icon_path: there is no "assets\/icon.svg" beside the manifest; make it/,
    /^plugin\.ts 9:15 warning undefined: getPropertyField needs Mattermost 10\.10, min_server_version says 9\.0\.0: make that "10\.10\.0"/,
    /^plugin\.ts 7:11 warning undefined: .*"forgotten\.example\.com:443", .*add it to server\.permissions\.net/,
    /^plugin\.ts 8:14 warning undefined: .*the variable FORGOTTEN/,
    /^plugin\.json \d+:\d+ hint server\.permissions\.net\[1\]: .*names no "unused\.example\.com"/,
    /^plugin\.json \d+:\d+ hint server\.permissions\.env\[0\]: .*names no "NO_SUCH"/,
    /^plugin\.json \d+:\d+ error settings_schema\.settings\[0\]: .*no setting "greetin" here, but one "greeting"/,
    /^plugin\.json \d+:\d+ error settings_schema\.settings: the setting "greeting", .* is missing/,
  ];
  for (const one of expected) assert(found.some((it) => one.test(it)), `${one}\n${out}`);
  assertEquals(found.length, expected.length, out);
  assertEquals([code, report.errors, report.warnings, report.hints], [1, 4, 3, 2]);
});

Deno.test("a plugin that cannot be bundled or loaded is an error beside those of the manifest", async () => {
  const cases: [string, RegExp][] = [
    ["export default {", /plugin\.ts: error: .*cannot be bundled/],
    ['import "./nowhere.ts";', /plugin\.ts: error: [^]*nowhere\.ts/],
    ["export default 1;", /plugin\.ts: error: the default export must be what definePlugin/],
    ['throw new Error("at once");', /plugin\.ts: error: [^]*at once/],
  ];
  for (const [text, says] of cases) {
    await using it = await project({ "plugin.json": manifest({ name: 7 }), "plugin.ts": text });
    const { code, out } = await run("check", it.folder);
    assertEquals(code, 1);
    assert(says.test(out), out);
    assertStringIncludes(out, `${it.folder}/plugin.json:3:11: error: name: expected a string`);
    assertStringIncludes(out, "com.example.checked 1.0.0: 2 errors");
  }
});

Deno.test("a flipped byte in a bundle's launcher or plugin is reported", async () => {
  await using it = await project({ "plugin.json": manifest(), "plugin.ts": PLUGIN });
  const { folder } = await bundlePlugin({
    entry: `${it.folder}/plugin.ts`,
    outDir: `${it.folder}/dist`,
  });
  const whole = await run("check", folder);
  assertEquals([whole.code, whole.err], [0, ""], whole.out);
  for (
    const [name, says] of [["launch", "not the launcher"], ["plugin.js", "was changed"]] as const
  ) {
    const file = `${folder}/server/${name}`;
    const bytes = await Deno.readFile(file);
    const flipped = bytes.slice();
    const middle = flipped.length >> 1;
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    await Deno.writeFile(file, flipped);
    const { code, out } = await run("check", folder);
    assertEquals(code, 1);
    assert(new RegExp(`server/${name}: error: .*${says}`).test(out), out);
    await Deno.writeFile(file, bytes);
  }
  assertEquals((await run("check", folder)).code, 0);
});

Deno.test("a folder without a manifest, and one without a plugin's file", async () => {
  await using it = await project({});
  const none = await run("check", it.folder);
  assertEquals(none.code, 1);
  assertStringIncludes(none.err, "expected one of plugin.yml, plugin.yaml, plugin.json");
  await Deno.writeTextFile(`${it.folder}/plugin.yaml`, "id: com.example.yaml\nversion: 1.0.0\n");
  const manifestOnly = await run("check", it.folder);
  assertEquals(manifestOnly.code, 0);
  assertStringIncludes(manifestOnly.out, "warning: there is no plugin.ts beside the manifest");
  assertEquals((await run("check", `${it.folder}/nowhere`)).code, 2);
  assertEquals((await run("check", "a", "b")).code, 2);
});
