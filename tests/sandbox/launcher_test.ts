/** The POSIX launcher, executed. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  composeCommand,
  createLaunchPlan,
  type LaunchPlan,
  type PermissionRequest,
  socketPrefix,
} from "../../src/bundle/mod.ts";
import { dirname } from "../../src/bundle/paths.ts";
import { leaveDeadSocket } from "../support/dead_socket.ts";
import { skippedBecause } from "../support/needs.ts";
import { launch, testBundle } from "./launched.ts";
import { permissionBroker } from "./permission_broker.ts";
import { body, probeFolder } from "./probe.ts";

const ID = "com.example.launched";

function plan(permissions: PermissionRequest = {}) {
  return createLaunchPlan({ id: ID, version: "1.0.0", server: { permissions } });
}

async function names(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
}

const SHELLS = [["/bin/sh"], ["dash"], ["bash", "--posix"], ["busybox", "sh"]];

for (const shell of SHELLS) {
  const test: Deno.TestDefinition = {
    name: `under ${shell.join(" ")} the launcher runs the very command that a host composes`,
    fn: () => sameCommand(shell),
  };
  const found = await new Deno.Command(shell[0] ?? "", { args: [...shell.slice(1), "-c", ":"] })
    .output().then(({ success }) => success, () => false);
  Deno.test(found ? test : skippedBecause(`${shell[0]} not on PATH`, test));
}

const PLANS = [
  plan({ net: ["api.example.com:443", "[::1]:80"], env: ["TOKEN", "api", "UNSET"] }),
  plan({
    ...{ env: ["TOKEN", "api"], run: ["true", "/opt/it's here/run me"], ffi: ["/lib/$(x).so"] },
    ...{ sys: ["hostname", "uid"], write: ["/srv/`x`/", "/var/export"] },
  }),
  plan({ net: true, read: true, env: true, run: true, ffi: true, sys: true, write: true }),
];

async function sameCommand(shell: readonly string[]): Promise<void> {
  const [scoped = plan(), ...undone] = PLANS;
  // Nothing in a path may mean anything to a shell.
  const names = ["plain", "a b'c\"d$(touch x)`e`\\f*?~#%;&|<>(é)", "line\nbreak\n"];
  for (const name of names) await sameCommandOf(scoped, name, shell);
  for (const plan of undone) await sameCommandOf(plan, "plain", shell);
}

/** Starts a bundle in a folder of this name for every kind of target of the API. */
async function sameCommandOf(wanted: LaunchPlan, name: string, shell: readonly string[]) {
  await using bundle = await testBundle(wanted, name);
  for (const target of ["", `unix:${bundle.root}/api.sock`, "localhost:8065", "[::1]:8065"]) {
    const host = {
      ...{ TOKEN: "a 'b' $c\nDENO_DIR=x\n", api: "mine", TZ: "Asia/Tokyo", LANG: "C.UTF-8" },
      PATH: Deno.env.get("PATH") ?? "",
    };
    const server = {
      ...{ OTHER: "not declared", npm_config_registry: "http://x", HOME: "/root", CDPATH: "/usr" },
      ...{ LC_ALL: "C.UTF-8", NODE_OPTIONS: "--x", LD_X: "y", no_name: "$(touch x)" },
      MATTERMOST_PLUGIN_DENO: Deno.execPath(),
      PLUGIN_UNIX_SOCKET_DIR: bundle.sockets,
      MATTERMOST_PLUGIN: "Securely message teams, anywhere.",
      MATTERMOST_PLUGIN_LOG_LEVEL: "info",
      ...target === "" ? {} : { MATTERMOST_PLUGIN_API_TARGET: target },
    };
    await using plugin = await launch(bundle, { ...host, ...server }, shell);
    const line = await plugin.line();
    // One process: the host kills the one that it started.
    assertEquals(line.pid, plugin.pid);
    assertEquals(line.told, 42);
    const composed = composeCommand(wanted, {
      bundleDir: bundle.folder,
      socket: line.socket,
      apiTarget: target,
      cookie: server.MATTERMOST_PLUGIN,
      logLevel: "info",
      denoDir: `${bundle.folder}/server/cache`,
      deno: Deno.execPath(),
      environment: { ...host, ...server },
    });
    assertEquals(await plugin.commandLine(), [composed.command, ...composed.args]);
    assertEquals(await plugin.environment(), composed.env);
    assertEquals(await Deno.readLink(`/proc/${plugin.pid}/cwd`), composed.cwd);
  }
  assertEquals((await names(bundle.root)).includes("x"), false, "a command in a path was run");
}

Deno.test("the launcher takes Deno from any path", async () => {
  await using bundle = await testBundle(plan());
  for (const name of ["a b", "k=v", "$x'\"`y`"]) {
    await Deno.mkdir(`${bundle.root}/${name}`);
    await Deno.symlink(Deno.execPath(), `${bundle.root}/${name}/deno`);
    for (
      const env of [
        { MATTERMOST_PLUGIN_DENO: `${bundle.root}/${name}/deno` },
        { MATTERMOST_PLUGIN_DENO: "", PATH: `${bundle.root}/${name}:/usr/bin:/bin` },
      ]
    ) {
      await using plugin = await launch(bundle, env);
      const line = await plugin.line();
      assertEquals(line.pid, plugin.pid);
      assertEquals((await plugin.commandLine())[0], `${bundle.root}/${name}/deno`);
    }
  }
});

Deno.test("only this user can connect to the socket, and nothing is left of it at the end", async () => {
  await using bundle = await testBundle(plan());
  {
    await using plugin = await launch(bundle);
    const line = await plugin.line();
    assertEquals(dirname(line.socket), bundle.sockets);
    const { isSocket, mode } = await Deno.stat(line.socket);
    assert(isSocket);
    assertEquals((mode ?? 0) & 0o077, 0, "another user could connect");
  }
  assertEquals(await names(bundle.sockets), []);
});

Deno.test("the next start removes what earlier runs left, and nothing else", async () => {
  await using bundle = await testBundle(plan());
  const dead = await deadPid();
  const kept = [
    `${socketPrefix("com.example.other")}-${dead}-aaaaaa`,
    `${socketPrefix(ID)}-${Deno.pid}-bbbbbb`,
    `${socketPrefix(ID)}-${dead}-cccccc`, // holds something that is not ours
    `${socketPrefix(ID)}-x-dddddd`,
  ];
  const swept = `${socketPrefix(ID)}-${dead}-eeeeee`;
  for (const name of [...kept, swept]) await Deno.mkdir(`${bundle.sockets}/${name}`);
  await Deno.writeTextFile(`${bundle.sockets}/${kept[2]}/file`, "");
  await leaveDeadSocket(`${bundle.sockets}/${swept}/plugin.sock`);
  await leaveDeadSocket(`${bundle.sockets}/${swept}.sock`);
  const link = `${socketPrefix(ID)}-${dead}-ffffff`;
  await Deno.mkdir(`${bundle.root}/elsewhere`);
  await Deno.symlink(`${bundle.root}/elsewhere`, `${bundle.sockets}/${link}`);
  await using plugin = await launch(bundle);
  const line = await plugin.line();
  const own = line.socket.slice(bundle.sockets.length + 1);
  assertEquals(await names(bundle.sockets), [...kept, link, own].sort());
  assert((await Deno.stat(`${bundle.root}/elsewhere`)).isDirectory);
});

/** The id of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = new Deno.Command("/bin/true").spawn();
  await child.status;
  return child.pid;
}

Deno.test("run by a person the launcher leaves nothing behind", async () => {
  const told = 'export default () => { console.log("{}"); Deno.exit(0); };\n';
  await using bundle = await testBundle(plan(), "bundle", told);
  await using plugin = await launch(bundle, { MATTERMOST_PLUGIN: "" });
  assertEquals((await plugin.end()).code, 0);
  assertEquals(await names(bundle.sockets), []);
});

Deno.test("where DENO_DIR cannot be made in the bundle, the plugin runs without one", async () => {
  await using bundle = await testBundle(plan());
  await Deno.writeTextFile(`${bundle.folder}/server/cache`, "in the way");
  await using plugin = await launch(bundle);
  await plugin.line();
  assertEquals((await plugin.environment()).DENO_DIR, "/dev/null/deno");
});

Deno.test("localStorage is refused in the DENO_DIR that the launcher makes", async () => {
  const store = body('localStorage.setItem("a", "b"); return "stored"');
  await using bundle = await testBundle(plan(), "bundle", store);
  await using plugin = await launch(bundle);
  const line = await plugin.line();
  assertMatch(String(line.told), /Not a directory/);
});

const READ_PASSWD = body('return (await Deno.readTextFile("/etc/passwd")).length');

Deno.test("a permission broker in the environment replaces every flag, so none gets through", async () => {
  await using folder = await probeFolder();
  const socket = `${folder.outside}/broker.sock`;
  await using broker = permissionBroker(socket);
  const variables = { DENO_PERMISSION_BROKER_PATH: socket };
  const length = (await Deno.readTextFile("/etc/passwd")).length;
  assertEquals(await folder.run(READ_PASSWD, { variables }), { ok: true, value: length });
  assert(broker.takeQuestions() > 0, "the broker decided");

  const composed = await folder.run(READ_PASSWD, { environment: variables });
  assert(!composed.ok && composed.name === "NotCapable", JSON.stringify(composed));

  await using bundle = await testBundle(plan(), "bundle", READ_PASSWD);
  await using plugin = await launch(bundle, variables);
  const line = await plugin.line();
  assertMatch(String(line.told), /Requires read access/);
  assertEquals(broker.takeQuestions(), 0);
});

Deno.test("V8 flags in the environment reach Deno, so none gets through", async () => {
  await using folder = await probeFolder();
  const natives = body('return typeof (0, eval)("%GetOptimizationStatus(() => 1)")');
  const variables = { DENO_V8_FLAGS: "--allow-natives-syntax" };
  assertEquals(await folder.run(natives, { variables }), { ok: true, value: "number" });
  const composed = await folder.run(natives, { environment: variables });
  assert(!composed.ok && composed.name === "SyntaxError", JSON.stringify(composed));

  await using bundle = await testBundle(plan(), "bundle", natives);
  await using plugin = await launch(bundle, variables);
  const line = await plugin.line();
  assertMatch(String(line.told), /Unexpected token/);
});

Deno.test("no variable of the host gets through but those that shape dates and texts", async () => {
  await using bundle = await testBundle(plan());
  const host = Object.fromEntries(
    [
      "DENO_CERT",
      "DENO_TLS_CA_STORE",
      "DENO_AUTH_TOKENS",
      "DENO_AUDIT_PERMISSIONS",
      "DENO_TRACE_PERMISSIONS",
      "DENO_COMPAT",
      "DENO_UNSTABLE_FFI",
      "NODE_OPTIONS",
      "NODE_EXTRA_CA_CERTS",
      "HTTPS_PROXY",
      "MM_SQLSETTINGS_DATASOURCE",
      "HOME",
      "ENV",
      "IFS",
      "CDPATH",
    ].map((name) => [name, `/nonexistent/${name}`]),
  );
  await using plugin = await launch(bundle, { ...host, TZ: "UTC" });
  await plugin.line();
  assertEquals(Object.keys(await plugin.environment()).sort(), [
    "DENO_DIR",
    "DENO_NO_UPDATE_CHECK",
    "NO_COLOR",
    "PATH",
    "TMPDIR",
    "TZ",
  ]);
});

interface Failure {
  name: string;
  env?: Record<string, string>;
  folder?: string;
  says: RegExp;
}

const FAILURES: Failure[] = [
  {
    name: "a path to Deno that names no program",
    env: { MATTERMOST_PLUGIN_DENO: "/nonexistent/deno" },
    says:
      /^MATTERMOST_PLUGIN_DENO names no program that can be run: set it to the path of Deno 2\.9/,
  },
  {
    name: "a comma in the bundle's path",
    folder: "a,b",
    says: /has a comma in its path.*move it$/,
  },
  {
    name: "a folder for sockets with a comma",
    env: { PLUGIN_UNIX_SOCKET_DIR: "ROOT/a,b" },
    says: /PLUGIN_UNIX_SOCKET_DIR or TMPDIR\) has a comma/,
  },
  {
    name: "a folder for sockets that does not exist",
    env: { PLUGIN_UNIX_SOCKET_DIR: "/nonexistent/folder" },
    says: /does not exist or cannot be written/,
  },
  {
    name: "a folder for sockets that is relative",
    env: { PLUGIN_UNIX_SOCKET_DIR: "relative" },
    says: /not an absolute path/,
  },
  {
    name: "a folder for sockets whose path is too long",
    env: { PLUGIN_UNIX_SOCKET_DIR: `ROOT/${"l".repeat(100)}` },
    says: /^the path of the socket has \d+ bytes and at most 103 are possible/,
  },
  ...["a,b:1", "nohost", ":80", "host:", "host:port", "unix:relative", "*:80", "h ost:1"].map((
    target,
  ): Failure => ({
    name: `the API target ${target}`,
    env: { MATTERMOST_PLUGIN_API_TARGET: target },
    says: /^MATTERMOST_PLUGIN_API_TARGET (must be unix:\/path or host:port|has a comma in it)/,
  })),
];

for (const { name, env = {}, folder, says } of FAILURES) {
  Deno.test(`the launcher refuses ${name} and says what to do in one log line`, async () => {
    await using bundle = await testBundle(plan(), folder);
    await Deno.mkdir(`${bundle.root}/a,b`, { recursive: true });
    await Deno.mkdir(`${bundle.root}/${"l".repeat(100)}`);
    await using plugin = await launch(
      bundle,
      Object.fromEntries(Object.entries(env).map(([k, v]) => [k, v.replace("ROOT", bundle.root)])),
    );
    assertSays(await plugin.end(), says);
    assertEquals(await names(bundle.sockets), [], "a folder was left behind");
  });
}

function assertSays(
  { code, stderr }: { code: number; stderr: string },
  says: RegExp,
): void {
  assertEquals(code, 1, stderr);
  const lines = stderr.trimEnd().split("\n");
  assertEquals(lines.length, 1, stderr);
  const entry = JSON.parse(lines[0] ?? "") as Record<string, string>;
  assertEquals(entry["@level"], "error");
  assertMatch(entry["@message"] ?? "", says);
}

Deno.test("the launcher says that Deno is missing, or too old, and where to get it", async () => {
  await using bundle = await testBundle(plan());
  const bin = `${bundle.root}/bin`;
  await Deno.mkdir(bin);
  for (const tool of ["env", "mktemp", "mkdir", "rm", "rmdir"]) {
    const path = ["/usr/bin", "/bin"].map((folder) => `${folder}/${tool}`);
    for (const from of path) await Deno.symlink(from, `${bin}/${tool}`).catch(() => {});
  }
  const fake = `${bin}/old`;
  for (const version of ["2.8.9", "1.46.3", "0.9.0", "garbage"]) {
    await Deno.writeTextFile(fake, `#!/bin/sh\necho "deno ${version} (stable)"\n`);
    await Deno.chmod(fake, 0o755);
    await using plugin = await launch(bundle, { MATTERMOST_PLUGIN_DENO: fake });
    assertSays(
      await plugin.end(),
      /^the plugin com\.example\.launched needs Deno 2\.9 or newer and found .*https:\/\/deno\.com/,
    );
  }
  // A machine may have Deno in one of the usual places, which the launcher then finds.
  const usual = ["/usr/local/bin/deno", "/usr/bin/deno", "/opt/homebrew/bin/deno"];
  const present = await Promise.all(usual.map((path) => Deno.stat(path).catch(() => undefined)));
  await using plugin = await launch(bundle, { MATTERMOST_PLUGIN_DENO: "", PATH: bin, HOME: bin });
  if (present.some((info) => info?.isFile)) {
    await plugin.line();
    assert(usual.includes((await plugin.commandLine())[0] ?? ""));
  } else {
    assertSays(
      await plugin.end(),
      /needs Deno 2\.9 or newer and there is none: it was looked for in PATH, /,
    );
  }
});

Deno.test("the launcher accepts later versions of Deno", async () => {
  await using bundle = await testBundle(plan());
  const fake = `${bundle.root}/new`;
  for (const version of ["2.9.0", "2.10.1", "3.0.0-rc.1"]) {
    await Deno.remove(`${bundle.folder}/server/cache`, { recursive: true }).catch(() => {});
    await Deno.writeTextFile(
      fake,
      `#!/bin/sh\n[ "$1" = --version ] && echo "deno ${version}" && exit\nexec "${Deno.execPath()}" "$@"\n`,
    );
    await Deno.chmod(fake, 0o755);
    await using plugin = await launch(bundle, { MATTERMOST_PLUGIN_DENO: fake });
    await plugin.line();
  }
});
