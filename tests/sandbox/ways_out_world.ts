/** What stands around a plugin for its ways out, and both ways of running it. */
import { DatabaseSync } from "node:sqlite";
import { assert } from "@std/assert";
import { composeCommand } from "../../src/bundle/compose_command.ts";
import { prepareDenoDir } from "../../src/bundle/deno_dir.ts";
import { createLaunchPlan } from "../../src/bundle/launch_plan.ts";
import { fromFileUrl } from "../../src/bundle/paths.ts";
import { registries } from "./registries.ts";
import type { WayOut, World } from "./ways_out.ts";

/** What came of an attempt. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown; readonly stderr: string }
  | { readonly ok: false; readonly message: string; readonly stderr: string };

/** The world, and both runs. */
export interface Ways extends AsyncDisposable {
  /** As a plugin under the composed command. */
  inSandbox(way: WayOut): Promise<Outcome>;
  /** The same program, loader and folders under `deno run --allow-all`. */
  withPermissions(way: WayOut): Promise<Outcome>;
  /** Makes the world of an attempt, in which some things may be elsewhere, and the attempt's module. */
  prepare(way: WayOut, elsewhere?: Partial<World>): Promise<PreparedWay>;
  /** What is in the environment of every attempt. */
  readonly environment: Readonly<Record<string, string>>;
}

/** An attempt and its world. */
export interface PreparedWay {
  /** The folder with all of it. */
  readonly own: string;
  /** The bundle's folder, in which the module is the plugin. */
  readonly bundle: string;
  readonly world: World;
  /** The module's text. */
  readonly module: string;
}

const SECRET = "hunter2";
const loader = fromFileUrl(new URL("probe_loader.js", import.meta.url));

/** What Deno needs beside all permissions to have the functions that some attempts use. */
const UNSTABLE = [
  "--unstable-raw-imports",
  "--unstable-kv",
  "--unstable-net",
  "--unstable-bundle",
  "--unstable-worker-options",
];

/** Makes the world. Each attempt has folders of its own. */
export async function ways(): Promise<Ways> {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdeno-ways-" }));
  const served = registries();
  const answer = (request: Request) => {
    if (!request.url.endsWith("/socket")) return new Response(SECRET);
    return Deno.upgradeWebSocket(request).response;
  };
  const onListen = () => {};
  const hidden = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, answer);
  const allowed = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen },
    () => Response.redirect(`http://127.0.0.1:${hidden.addr.port}/`),
  );
  const unixSocket = `${root}/other.sock`;
  const unix = Deno.serve({ path: unixSocket, onListen }, answer);
  const library = await findLibrary();
  let count = 0;

  async function prepare(way: WayOut, elsewhere: Partial<World> = {}): Promise<PreparedWay> {
    const own = `${root}/${count++}`;
    const bundle = `${own}/bundle`;
    const outside = `${own}/outside`;
    await Deno.mkdir(`${bundle}/server`, { recursive: true });
    await Deno.mkdir(`${outside}/empty`, { recursive: true });
    await Deno.mkdir(`${own}/s`, { mode: 0o700 });
    const world: World = {
      outside,
      bundle,
      secret: `${outside}/secret.txt`,
      json: `${outside}/secret.json`,
      code: `${outside}/code.js`,
      cjs: `${outside}/code.cjs`,
      wasm: `${outside}/empty.wasm`,
      database: `${outside}/data.db`,
      port: hidden.addr.port,
      allowedPort: allowed.addr.port,
      unixSocket,
      ownSocket: `${own}/s/plugin.sock`,
      web: served.web,
      library,
      ...elsewhere,
    };
    const secretModule = `export default ${JSON.stringify(SECRET)};\n`;
    await Deno.writeTextFile(world.secret, SECRET);
    await Deno.writeTextFile(`${outside}/moved.txt`, SECRET);
    await Deno.writeTextFile(world.json, JSON.stringify(SECRET));
    await Deno.writeTextFile(world.code, secretModule);
    await Deno.writeTextFile(world.cjs, `module.exports = ${JSON.stringify(SECRET)};\n`);
    await Deno.writeTextFile(`${outside}/worker.js`, `self.postMessage(${JSON.stringify(SECRET)})`);
    await Deno.writeFile(world.wasm, new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    using database = new DatabaseSync(world.database);
    database.exec(`create table t (a text); insert into t values ('${SECRET}')`);
    const module = moduleOf(way, world);
    await Deno.writeTextFile(`${bundle}/server/plugin.js`, module);
    return { own, bundle, world, module };
  }

  const environment = { SECRET, NPM_CONFIG_REGISTRY: served.npm, JSR_URL: served.jsr };

  async function run(command: string, args: string[], env: Record<string, string>, cwd: string) {
    const child = new Deno.Command(command, {
      args,
      cwd,
      clearEnv: true,
      env: { ...env, ...environment },
      stdin: "null",
    });
    return outcomeOf(await child.output());
  }

  return {
    prepare,
    environment,
    async inSandbox(way) {
      const { own, bundle, world } = await prepare(way);
      const plan = createLaunchPlan({
        id: "com.example.hostile",
        version: "1.0.0",
        server: { permissions: { net: [`127.0.0.1:${world.allowedPort}`] } },
      });
      const denoDir = await prepareDenoDir(`${own}/deno`);
      const facts = { bundleDir: bundle, socket: world.ownSocket, denoDir, loader };
      const { command, args, env, cwd } = composeCommand(plan, facts);
      return await run(command, args, env, cwd);
    },
    async withPermissions(way) {
      const { own, bundle } = await prepare(way);
      const env = {
        DENO_DIR: `${own}/deno`,
        NO_COLOR: "1",
        DENO_NO_UPDATE_CHECK: "1",
        PATH: "/usr/bin:/bin",
      };
      const flags = ["--allow-all", "--no-config", "--no-lock", ...UNSTABLE];
      const args = ["run", ...flags, loader, `--plugin=${bundle}/server/plugin.js`];
      return await run(Deno.execPath(), args, env, bundle);
    },
    async [Symbol.asyncDispose]() {
      await hidden.shutdown();
      await allowed.shutdown();
      await unix.shutdown();
      await served[Symbol.asyncDispose]();
      await Deno.remove(root, { recursive: true });
    },
  };
}

function moduleOf({ code }: WayOut, world: World): string {
  if (!code.startsWith("import ")) {
    return `const w = ${JSON.stringify(world)};
const got = (x) => { if (x !== "${SECRET}") throw new Error("got " + x); return x; };
export default async function () {\n${code}\n}\n`;
  }
  const facts: Record<string, unknown> = {
    ...world,
    ppid: Deno.pid,
    sourceMap: sourceMap(world.secret),
  };
  return code.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => String(facts[name]));
}

/** A source map by which every line of a module comes from the first line of a file. */
function sourceMap(file: string): string {
  const map = {
    version: 3,
    file: "plugin.js",
    sources: [`file://${file}`],
    names: [],
    mappings: "AAAA;AAAA;AAAA",
  };
  return `data:application/json;base64,${btoa(JSON.stringify(map))}`;
}

function outcomeOf(output: Deno.CommandOutput): Outcome {
  const stdout = new TextDecoder().decode(output.stdout).trim();
  const stderr = new TextDecoder().decode(output.stderr);
  const last = stdout.split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) return { ok: false, message: stderr, stderr };
  const told = JSON.parse(last);
  if (told.ok) return { ok: true, value: told.value, stderr };
  return { ok: false, message: `${told.name}: ${told.message}`, stderr };
}

/** The C library of this process. */
async function findLibrary(): Promise<string> {
  const maps = await Deno.readTextFile("/proc/self/maps");
  const path = /\/\S*\/(?:libc\.so\S*|libc-\S*\.so|ld-musl\S*)/.exec(maps)?.[0];
  assert(path !== undefined, "this process has no C library");
  return path;
}
