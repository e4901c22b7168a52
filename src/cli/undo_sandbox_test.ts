/** The permissions that undo the sandbox, on the command line. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { writeWholeBundle } from "../../tests/archives/whole_bundle.ts";
import { startFakeMattermost } from "../../tests/support/fake_mattermost.ts";
import { BUNDLE_LAYOUT } from "../bundle/mod.ts";
import { main } from "./main.ts";
import { createMemoryIO, type MemoryIOOptions } from "./memory_io.ts";

async function run(words: readonly string[], options: MemoryIOOptions = {}) {
  const io = createMemoryIO(options);
  const code = await main(words, io);
  return { code, out: io.stdout(), err: io.stderr(), questions: io.questions };
}

const MANIFEST = `{
  "id": "com.example.undone",
  "version": "1.0.0",
  "min_server_version": "9.0.0",
  "server": {
    "permissions": { "run": ["git"], "net": true }
  }
}
`;

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";

export default definePlugin({
  onActivate: async () => void await new Deno.Command("git", { args: ["--version"] }).output(),
});
`;

const RUN = "run undoes the sandbox: the plugin may run git; a program that the plugin starts is " +
  "outside the sandbox, and does whatever the server's user may do";

async function temporary() {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "undo-" }));
  return { folder, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

async function project() {
  const made = await temporary();
  await Deno.writeTextFile(`${made.folder}/plugin.json`, MANIFEST);
  await Deno.writeTextFile(`${made.folder}/plugin.ts`, PLUGIN);
  return made;
}

const BOTH = ["--undo-sandbox=run", "--undo-sandbox", "net"];

Deno.test("bundle refuses what undoes the sandbox, with its place and the flag, and warns with it", async () => {
  await using it = await project();
  const words = ["bundle", "--no-prove", "--out", `${it.folder}/out`, `${it.folder}/plugin.ts`];
  const refused = await run([...words, "--undo-sandbox=net"]);
  assertEquals(refused.code, 1);
  assertStringIncludes(refused.err, `plugin.json:6:29: server.permissions.run: ${RUN}. If it`);
  assertStringIncludes(refused.err, "say so: --undo-sandbox=run, or");
  const misuse = await run([...words, ...BOTH, "--undo-sandbox=ffi"]);
  assertEquals(misuse.code, 2);
  assertStringIncludes(misuse.err, "the manifest does not ask for ffi; leave it out there");
  const unheard = await run([...words, "--undo-sandbox=rum"]);
  assertEquals(unheard.code, 2);
  assertStringIncludes(unheard.err, 'did you mean "run"?');
  assertEquals(await Array.fromAsync(Deno.readDir(it.folder)).then((all) => all.length), 2);

  const { code, out, err } = await run([...words, ...BOTH]);
  assertEquals(code, 0, err);
  assertStringIncludes(err, `warning: ${RUN}\n`);
  assertStringIncludes(err, "warning: net undoes the sandbox: the plugin may connect to any host");
  assertStringIncludes(out, "  may run git (run)\n");
  const plan = JSON.parse(await Deno.readTextFile(`${it.folder}/out/${BUNDLE_LAYOUT.plan}`));
  assertEquals([plan.permissions.run, plan.permissions.net], [["git"], true]);

  const verified = await run(["verify", `${it.folder}/out`]);
  assertEquals(verified.code, 0, verified.err);
  assertStringIncludes(verified.err, `warning: ${RUN}\n`);
  const json = JSON.parse((await run(["verify", "--json", `${it.folder}/out`])).out);
  assertEquals(json.undone, ["run", "net"]);
  const checked = await run(["check", `${it.folder}/out`]);
  assertEquals(checked.code, 1);
  assertStringIncludes(checked.out, `server/launch.json: error: ${RUN}. If it shall be so`);
  assertEquals((await run(["check", ...BOTH, `${it.folder}/out`])).code, 0);
});

Deno.test("check finds what undoes the sandbox, whether it was named, and whether anything uses it", async () => {
  await using it = await project();
  const unnamed = await run(["check", it.folder]);
  assertEquals(unnamed.code, 1);
  assertMatch(unnamed.out, /plugin\.json:6:29: error: server\.permissions\.run: run undoes/);
  assertMatch(unnamed.out, /plugin\.json:6:45: error: server\.permissions\.net: net undoes/);
  const { code, out } = await run(["check", ...BOTH, it.folder]);
  assertEquals(code, 0, out);
  assertStringIncludes(out, `plugin.json:6:29: warning: server.permissions.run: ${RUN}\n`);
  assertStringIncludes(
    out,
    "plugin.json:6:45: warning: server.permissions.net: the plugin's code connects to nothing; " +
      "take this out, since it undoes the sandbox",
  );
  assert(!out.includes("runs no program"), out);
  const unasked = await run(["check", ...BOTH, "--undo-sandbox=env", it.folder]);
  assertEquals(unasked.code, 1);
  assertStringIncludes(unasked.out, 'the manifest does not ask for "env": true');
});

Deno.test("deploy asks for what undoes the sandbox even with --yes, unless it is named; list tells it", async () => {
  await using it = await temporary();
  await using server = startFakeMattermost({});
  const bundle = `${it.folder}/bundle`;
  await writeWholeBundle(bundle, {
    server: {
      executable: BUNDLE_LAYOUT.launcher,
      runtime: "deno",
      permissions: { run: ["git"], env: true },
    },
  });
  const env = {
    MM_SERVICESETTINGS_SITEURL: server.url,
    MM_ADMIN_TOKEN: server.state.token,
    XDG_STATE_HOME: it.folder,
  };
  const deploy = (words: readonly string[], answers?: readonly string[]) =>
    run(["deploy", "--yes", ...words, bundle], { env, answers });

  const nobody = await deploy(["--undo-sandbox=env"]);
  assertEquals(nobody.code, 2);
  assertStringIncludes(nobody.err, `${RUN}\nIf it shall be so, add --undo-sandbox=run`);
  const no = await deploy([], ["y", "n"]);
  assertEquals([no.code, no.questions], [
    1,
    [
      "Let com.example.small run git?",
      "Let com.example.small read all variables of the server's environment?",
    ],
  ]);
  assertStringIncludes(no.err, "Nothing was changed.");
  const misuse = await deploy(["--undo-sandbox=ffi"], []);
  assertEquals(misuse.code, 2);
  assertStringIncludes(misuse.err, "does not ask for ffi");
  assertEquals(server.state.requests, []);

  const asked = await deploy(["--undo-sandbox=env"], ["y"]);
  assertEquals([asked.code, asked.questions], [0, ["Let com.example.small run git?"]], asked.err);
  assertStringIncludes(asked.err, "may run git");
  const named = await deploy(["--undo-sandbox=env", "--undo-sandbox=run"]);
  assertEquals(named.code, 0, named.err);
  assertStringIncludes(named.err, `warning: ${RUN}\n`);

  const listed = await run(["list"], { env });
  assertEquals(listed.code, 0);
  assertStringIncludes(listed.err, `warning: com.example.small 1.0.0: ${RUN}\n`);
  assertStringIncludes(listed.err, "the plugin may read all variables of the server's environment");
  const [json] = JSON.parse((await run(["list", "--json"], { env })).out);
  assertEquals(json.undone, ["run", "env"]);
});
