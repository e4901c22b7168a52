/** `deploy` shows what changes since the installed version, as far as that can be known. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  asking,
  type DeployScene,
  deployScene,
  SMALL_ID as id,
  writeLightBundle,
} from "../../tests/support/deploy_scene.ts";
import { writeChecksums } from "../bundle/checksums.ts";
import type { Manifest } from "../bundle/mod.ts";

/** Writes another bundle of the plugin, with code of its own if that is said. */
async function another(
  { folder }: DeployScene,
  changes: Partial<Manifest>,
  code?: string,
): Promise<string> {
  const bundle = `${folder}/${crypto.randomUUID()}`;
  await writeLightBundle(bundle, changes);
  if (code !== undefined) {
    await Deno.writeTextFile(`${bundle}/server/plugin.js`, `// plugin.ts\n${code}`);
    await writeChecksums(bundle);
  }
  return bundle;
}

/** The lines about what changes. */
async function changes({ run }: DeployScene, bundle: string, env = {}): Promise<string[]> {
  const { code, err } = await run(["deploy", "--yes", bundle], { env });
  assertEquals(code, 0, err);
  return [...err.matchAll(/^ {4}(\S.*)$/gm)].map(([, line = ""]) => line);
}

const compared = (version: string) =>
  `compared with the ${version} of this machine's last deployment: the server does not tell ` +
  "whether another machine has deployed another since";

const unknown = (version: string) =>
  "what else changes is not known: the server keeps neither permissions nor hooks, and this " +
  `${version} was not deployed from this machine`;

const greeting = {
  settings_schema: { settings: [{ key: "Greeting", type: "text", display_name: "Greeting" }] },
} as const satisfies Partial<Manifest>;

Deno.test("permissions and settings that come and go are shown", async () => {
  await deployScene({}, async (s) => {
    assertEquals(await changes(s, s.bundle), ["is not installed there yet"]);
    const net = asking({ net: ["new.example.com"] });
    const newer = await another(s, { version: "1.1.0", ...net, ...greeting });
    assertEquals(await changes(s, newer), [
      "updates 1.0.0 to 1.1.0",
      "adds the setting Greeting",
      "may now connect to new.example.com",
      compared("1.0.0"),
    ]);
    assertEquals(await changes(s, s.bundle), [
      "goes back from 1.1.0 to 1.0.0",
      "drops the setting Greeting",
      "may no longer connect to new.example.com",
      compared("1.1.0"),
    ]);
  });
});

Deno.test("API methods and hooks that come and go are shown", async () => {
  const plugin = (method: string, hook: string) =>
    `export default { kind: "mattermost-deno.PluginDefinition",
  hooks: { onActivate: (api) => api.${method}({}), ${hook}() {} } };\n`;
  await deployScene({}, async (s) => {
    const first = await another(s, {}, plugin("getUser", "messageHasBeenPosted"));
    const second = await another(s, {}, plugin("createPost", "userHasJoinedTeam"));
    await changes(s, first);
    assertEquals(await changes(s, second), [
      "replaces the same version, 1.0.0",
      "now calls createPost",
      "no longer calls getUser",
      "now has the hook userHasJoinedTeam",
      "no longer has the hook messageHasBeenPosted",
      compared("1.0.0"),
    ]);
  });
});

Deno.test("a plugin that cannot be loaded here leaves its hooks unknown", async () => {
  await deployScene({}, async (s) => {
    await changes(s, s.bundle);
    const broken = await another(s, {}, "throw new Error('not here');\n");
    assertEquals(await changes(s, broken), [
      "replaces the same version, 1.0.0",
      "whether it has other hooks is known only once it runs",
      compared("1.0.0"),
    ]);
  });
});

Deno.test("of a version from another machine it is said what cannot be known", async () => {
  const plugins = [{ id, version: "0.9.0", state: 2, error: "" }];
  await deployScene({ plugins }, async (s) => {
    const there = { XDG_STATE_HOME: `${s.folder}/there` };
    assertEquals(await changes(s, s.bundle), ["updates 0.9.0 to 1.0.0", unknown("0.9.0")]);
    const newer = await another(s, { version: "1.1.0", ...asking({ net: ["x.example.com"] }) });
    assertEquals(await changes(s, newer, there), ["updates 1.0.0 to 1.1.0", unknown("1.0.0")]);
    // This machine remembers 1.0.0, and the server has the other one's 1.1.0.
    assertEquals(await changes(s, s.bundle), ["goes back from 1.1.0 to 1.0.0", unknown("1.1.0")]);
  });
});

Deno.test("another machine's deployment of the same version is told by what the server keeps of it", async () => {
  await deployScene({}, async (s) => {
    await changes(s, s.bundle);
    const other = await another(s, { ...greeting, ...asking({ net: ["x.example.com"] }) });
    await changes(s, other, { XDG_STATE_HOME: `${s.folder}/there` });
    assertEquals(await changes(s, s.bundle), [
      "replaces the same version, 1.0.0",
      "drops the setting Greeting",
      unknown("1.0.0"),
    ]);
  });
});

Deno.test("what is remembered is nobody else's to read, and whatever is in the file does no harm", async () => {
  await deployScene({}, async (s) => {
    await changes(s, s.bundle);
    const file = `${s.folder}/mattermost-deno/deployed.json`;
    assertEquals(((await Deno.stat(file)).mode ?? 0) & 0o777, 0o600);
    const record = JSON.parse(await Deno.readTextFile(file))[`${s.server.url} ${id}`];
    assertEquals([record.version, record.settings, record.uses.methods], ["1.0.0", [], []]);
    for (
      const text of [
        "{",
        "[]",
        "null",
        JSON.stringify({ [`${s.server.url} ${id}`]: { ...record, uses: 7 } }),
      ]
    ) {
      await Deno.writeTextFile(file, text);
      assertStringIncludes((await changes(s, s.bundle)).join("\n"), "1.0.0");
    }
    const names = await Array.fromAsync(Deno.readDir(`${s.folder}/mattermost-deno`));
    assertEquals(names.map(({ name }) => name), ["deployed.json"]);
  });
});
