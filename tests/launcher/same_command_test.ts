/** The native launcher starts what the POSIX launcher starts, and refuses what it refuses. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { createLaunchPlan, type LaunchPlan } from "../../src/bundle/mod.ts";
import { needing } from "../support/needs.ts";
import { buildStub, type NativeBundle, nativeBundle, ownPlatform, start } from "./native_bundle.ts";

const ID = "com.example.launched";

const PLANS: Readonly<Record<string, LaunchPlan>> = {
  plain: createLaunchPlan({ id: ID, version: "1.0.0", server: {} }),
  wide: createLaunchPlan({
    id: "Com.Example.Wide",
    version: "2.0.0-rc.1",
    server: {
      permissions: {
        net: ["api.example.com:443", "[::1]:80", "b.example"],
        env: ["TOKEN", "api", "UNSET", "EMPTY"],
        memory: 512,
        database: true,
        read: ["assets/"],
      },
    },
  }),
  "undone by names": createLaunchPlan({
    id: ID,
    version: "1.0.0",
    server: {
      permissions: {
        ...{ net: ["a.example"], env: ["TOKEN"], run: ["git", "/opt/it's here/run me"] },
        ...{ ffi: ["/lib/$(x).so"], sys: ["hostname", "uid"], write: ["/srv/export/", "/var/`x`"] },
      },
    },
  }),
  "undone as a whole": createLaunchPlan({
    id: ID,
    version: "1.0.0",
    server: {
      permissions: {
        ...{ net: true, read: true, env: true, run: true, ffi: true, sys: true, write: true },
      },
    },
  }),
};

type Environment = Readonly<Record<string, string>>;

/** ROOT stands for the test's folder and STUB for the program in Deno's place. */
const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  "net/rpc": { MATTERMOST_PLUGIN: "a cookie" },
  "no cookie": {},
  "an empty cookie and level": { MATTERMOST_PLUGIN: "", MATTERMOST_PLUGIN_LOG_LEVEL: "" },
  "gRPC on a socket": { MATTERMOST_PLUGIN_API_TARGET: "unix:/run/api.sock" },
  "gRPC on a socket with slashes": { MATTERMOST_PLUGIN_API_TARGET: "unix:///run/api.sock" },
  "gRPC on two slashes": { MATTERMOST_PLUGIN_API_TARGET: "unix://run/api.sock" },
  "gRPC on localhost": { MATTERMOST_PLUGIN_API_TARGET: "localhost:8065" },
  "gRPC on IPv6": { MATTERMOST_PLUGIN_API_TARGET: "[::1]:8065" },
  "gRPC on a name": { MATTERMOST_PLUGIN_API_TARGET: "api.example.com:1" },
  "an empty target": { MATTERMOST_PLUGIN_API_TARGET: "" },
  "a level, and words with marks in them": {
    MATTERMOST_PLUGIN_LOG_LEVEL: "debug",
    MATTERMOST_PLUGIN: "Securely message teams, 'anywhere' $HOME `x`\n",
    TOKEN: "a 'b' $c\n",
    EMPTY: "",
    api: "mine",
    TZ: "Asia/Tokyo",
    LANG: "C.UTF-8",
    LC_ALL: "de_DE.UTF-8",
  },
  "variables that change Deno": {
    DENO_V8_FLAGS: "--prof",
    DENO_DIR: "/elsewhere",
    NO_COLOR: "0",
    NODE_OPTIONS: "--x",
    LD_LIBRARY_PATH: "/nowhere",
    HTTPS_PROXY: "http://127.0.0.1:1",
    HOME: "/root",
    npm_config_registry: "http://127.0.0.1:1",
    IFS: "x",
    ENV: "/nowhere",
    CDPATH: "/usr",
    LC_ALL: "C.UTF-8",
    lines: "one\nLD_PRELOAD=two\nHTTPS_PROXY=three\n*",
    "no-name": "x",
    _mmdeno_other: "$(touch x)",
  },
  "Deno in PATH": { MATTERMOST_PLUGIN_DENO: "", PATH: "ROOT/bin:/usr/bin:/bin" },
  "Deno in PATH with a slash": { MATTERMOST_PLUGIN_DENO: "", PATH: "ROOT/bin/:/usr/bin:/bin" },
  "Deno below a folder of PATH": { MATTERMOST_PLUGIN_DENO: "", PATH: "bin:/usr/bin:/bin" },
  "Deno in the home folder": { MATTERMOST_PLUGIN_DENO: "", PATH: "ROOT/tools", HOME: "ROOT" },
  "Deno named below the folder": { MATTERMOST_PLUGIN_DENO: "bin/deno" },
  "sockets in TMPDIR": { PLUGIN_UNIX_SOCKET_DIR: "", TMPDIR: "ROOT/s" },
  "sockets behind a link and a slash": { PLUGIN_UNIX_SOCKET_DIR: "ROOT/link/" },
  "sockets in a folder with dots": { PLUGIN_UNIX_SOCKET_DIR: "ROOT/s/../s/." },
};

const REFUSED: Readonly<Record<string, Environment>> = {
  "no program": { MATTERMOST_PLUGIN_DENO: "/nonexistent/deno" },
  "a folder as program": { MATTERMOST_PLUGIN_DENO: "ROOT/s" },
  "an old Deno": { MATTERMOST_PLUGIN_DENO: "ROOT/old" },
  "a comma in the sockets' folder": { PLUGIN_UNIX_SOCKET_DIR: "ROOT/a,b" },
  "no folder for sockets": { PLUGIN_UNIX_SOCKET_DIR: "/nonexistent/folder" },
  "a file as folder for sockets": { PLUGIN_UNIX_SOCKET_DIR: "ROOT/old" },
  "a relative folder for sockets": { PLUGIN_UNIX_SOCKET_DIR: "relative" },
  "a long folder for sockets": { PLUGIN_UNIX_SOCKET_DIR: `ROOT/${"l".repeat(100)}` },
  ...Object.fromEntries(
    ["a,b:1", "nohost", ":80", "host:", "host:port", "unix:relative", "*:80", "h ost:1", "a:1:"]
      .map(
        (target) => [`the target ${target}`, { MATTERMOST_PLUGIN_API_TARGET: target }],
      ),
  ),
};

/** What the environments speak of. */
async function furnish({ root }: NativeBundle, stub: string): Promise<void> {
  for (const folder of ["bin", ".deno/bin", "tools", "a,b", "l".repeat(100)]) {
    await Deno.mkdir(`${root}/${folder}`, { recursive: true });
  }
  for (const path of ["bin/deno", ".deno/bin/deno"]) await Deno.symlink(stub, `${root}/${path}`);
  // What the POSIX launcher needs, in a folder without Deno.
  for (const tool of ["env", "mktemp", "mkdir", "rm", "rmdir"]) {
    for (const from of ["/usr/bin", "/bin"]) {
      await Deno.symlink(`${from}/${tool}`, `${root}/tools/${tool}`).catch(() => {});
    }
  }
  await Deno.symlink(`${root}/s`, `${root}/link`);
  await Deno.writeTextFile(`${root}/old`, "#!/bin/sh\necho 'deno 2.8.9 (stable)'\n", {
    mode: 0o755,
  });
}

/** Starts the bundle with both launchers, each without what the other one left. */
async function both(bundle: NativeBundle, stub: string, environment: Environment) {
  const env = Object.fromEntries(
    Object.entries({
      PATH: "/usr/bin:/bin",
      PLUGIN_UNIX_SOCKET_DIR: "ROOT/s",
      MATTERMOST_PLUGIN_DENO: "STUB",
      ...environment,
    }).map(([name, value]) => [name, value.replaceAll("ROOT", bundle.root).replace("STUB", stub)]),
  );
  const forget = () => Deno.remove(`${bundle.folder}/server/cache`, { recursive: true });
  const posix = await start(bundle, "launch", env);
  await forget().catch(() => {});
  const native = await start(bundle, "launch-native", env);
  await forget().catch(() => {});
  return { posix, native };
}

Deno.test(
  await needing(["go", "sh"], {
    name: "both launchers start Deno with the same arguments, variables, folder and umask",
    async fn() {
      const stub = await buildStub();
      for (const [kind, plan] of Object.entries(PLANS)) {
        for (const folder of ["bundle", "a b'c\"d$(touch x)`e`\\f*?~#%;&|<>(é)"]) {
          await using bundle = await nativeBundle(plan, folder);
          await furnish(bundle, stub);
          for (const [name, environment] of Object.entries(ENVIRONMENTS)) {
            const { posix, native } = await both(bundle, stub, environment);
            const where = `${kind}, ${folder}, ${name}`;
            assertEquals(posix.log, [], where);
            assert(posix.told !== undefined, where);
            assertEquals(native, posix, where);
          }
        }
      }
    },
  }),
);

Deno.test(
  await needing(["go", "sh"], {
    name: "both launchers refuse the same with the same words",
    async fn() {
      const stub = await buildStub();
      for (const folder of ["bundle", "a,b c"]) {
        await using bundle = await nativeBundle(PLANS.plain as LaunchPlan, folder);
        await furnish(bundle, stub);
        const cases = folder === "bundle" ? Object.entries(REFUSED) : [["a comma", {}] as const];
        for (const [name, environment] of cases) {
          const { posix, native } = await both(bundle, stub, environment);
          assertEquals(posix.code, 1, name);
          assertEquals([posix.told, posix.log.length], [undefined, 1], name);
          assertEquals(native, posix, name);
        }
      }
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "the bundle's own Deno is taken before any other, and asked for its version once",
    async fn() {
      const stub = await buildStub();
      await using bundle = await nativeBundle(PLANS.plain as LaunchPlan);
      const { go, suffix } = ownPlatform();
      const own = `${bundle.folder}/server/deno-${go}${suffix}`;
      await Deno.copyFile(stub, own);
      await Deno.chmod(own, 0o755);
      const env = {
        PLUGIN_UNIX_SOCKET_DIR: `${bundle.root}/s`,
        MATTERMOST_PLUGIN_DENO: "/nonexistent/deno",
      };
      const first = await start(bundle, "launch-native", env);
      assertEquals(first.log, []);
      assertEquals(first.told?.arguments[0], own);
      const record = await Deno.readTextFile(`${bundle.folder}/server/cache/checked_deno`);
      assertEquals(record, `${own}\n`);
      await Deno.chmod(own, 0o644);
      const { code, log } = await start(bundle, "launch-native", env);
      assertEquals(code, 1);
      assertMatch(log[0]?.["@message"] ?? "", /brings its own Deno, .* which cannot be executed/);
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "without its launch.json the native launcher says that the bundle is not whole",
    async fn() {
      await using bundle = await nativeBundle(PLANS.plain as LaunchPlan);
      await Deno.remove(`${bundle.folder}/server/launch.json`);
      const { code, log } = await start(bundle, "launch-native", {});
      assertEquals(code, 1);
      assertEquals(log.map((line) => [line["@level"], line["@module"]]), [["error", "launcher"]]);
      assertMatch(log[0]?.["@message"] ?? "", /launch\.json .* no whole bundle: upload/);
    },
  }),
);
