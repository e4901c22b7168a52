/** A bundle with both launchers and a program in Deno's place, for comparing what they start. */
import { BUNDLE_LAYOUT } from "../../src/bundle/bundle_layout.ts";
import { formatLaunchPlan, type LaunchPlan, posixLauncher } from "../../src/bundle/mod.ts";
import { nativeLauncher } from "../../src/bundle/native_launcher.ts";
import { type PlatformNames, runningPlatform } from "../../src/bundle/platforms.ts";
import { goBuild } from "../e2e/environment/go_build.ts";

/** This machine's platform. */
export function ownPlatform(): PlatformNames {
  const names = runningPlatform();
  if (names === undefined) throw new Error("there is no launcher for this machine");
  return names;
}

/** The program that tells how it was started. */
export async function buildStub(): Promise<string> {
  const { path } = await goBuild({
    module: new URL("stub/", import.meta.url),
    package: ".",
    name: "launcher-stub",
    signal: AbortSignal.timeout(120_000),
  });
  return path;
}

/** A bundle with the launchers `server/launch` and `server/launch-native`. */
export interface NativeBundle extends AsyncDisposable {
  /** A folder that holds everything of the test. */
  readonly root: string;
  /** The bundle's folder. */
  readonly folder: string;
}

/** Writes a bundle; `name` is its folder's name. */
export async function nativeBundle(plan: LaunchPlan, name = "bundle"): Promise<NativeBundle> {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "mml-" }));
  const folder = `${root}/${name}`;
  await Deno.mkdir(`${folder}/${BUNDLE_LAYOUT.server}`, { recursive: true });
  await Deno.mkdir(`${root}/s`);
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.plan}`, formatLaunchPlan(plan));
  const launcher = `${folder}/${BUNDLE_LAYOUT.launcher}`;
  await Deno.writeTextFile(launcher, posixLauncher(plan));
  await Deno.copyFile(await nativeLauncher(ownPlatform()), `${launcher}-native`);
  for (const path of [launcher, `${launcher}-native`]) await Deno.chmod(path, 0o755);
  return {
    root,
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

/** What became of a start. */
export interface Started {
  readonly code: number;
  /** What the program in Deno's place said; undefined if it was not started. */
  readonly told: Told | undefined;
  /** The lines on stderr. */
  readonly log: readonly Readonly<Record<string, string>>[];
}

/** How the program in Deno's place was started. */
export interface Told {
  readonly arguments: readonly string[];
  readonly environment: readonly string[];
  readonly folder: string;
  /** What became of the mode 0777 under the umask. */
  readonly mask: string;
}

/**
 * Starts a bundle with one of its launchers and this environment, and waits for the end.
 *
 * @param emulator the program that runs launchers of another processor
 */
export async function start(
  bundle: NativeBundle,
  launcher: "launch" | "launch-native" | "launch-other",
  env: Readonly<Record<string, string>>,
  emulator?: string,
): Promise<Started> {
  const path = `${bundle.folder}/${BUNDLE_LAYOUT.server}/${launcher}`;
  const child = new Deno.Command(emulator ?? path, {
    args: emulator === undefined ? [] : [path],
    cwd: bundle.root,
    clearEnv: true,
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const { code, stdout, stderr } = await child.output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const log = text(stderr).split("\n").filter((line) => line !== "").map((line) =>
    JSON.parse(line)
  );
  if (stdout.length === 0) return { code, told: undefined, log };
  const { pid, ...told } = JSON.parse(text(stdout));
  if (pid !== child.pid) throw new Error("the launcher stayed beside what it started");
  return { code, told: nameless(told, child.pid), log };
}

/** The same for every run: sockets are named by process and at random. */
function nameless(told: Told, pid: number): Told {
  const socket = new RegExp(`(mmdeno-[0-9a-f]{8})-${pid}-[A-Za-z0-9]{6}\\.sock`);
  return {
    ...told,
    arguments: told.arguments.map((word) => word.replace(socket, "$1-PID-RANDOM.sock")),
    environment: [...told.environment].sort(),
  };
}
