/** Starts a bundle through its launcher, for the launcher's tests. */
import { formatLaunchPlan, type LaunchPlan, posixLauncher } from "../../src/bundle/mod.ts";
import { BUNDLE_LAYOUT } from "../../src/bundle/bundle_layout.ts";

/** A bundle whose loader is the tests'. */
export interface TestBundle extends AsyncDisposable {
  /** A folder that holds everything of the test. */
  readonly root: string;
  /** The bundle's folder. */
  readonly folder: string;
  /** The folder for sockets. */
  readonly sockets: string;
}

/** Writes a bundle; `name` is its folder's name. */
export async function testBundle(
  plan: LaunchPlan,
  name = "bundle",
  plugin = "export default () => 42;\n",
): Promise<TestBundle> {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmd-" }));
  const folder = `${root}/${name}`;
  await Deno.mkdir(`${folder}/${BUNDLE_LAYOUT.server}`, { recursive: true });
  await Deno.mkdir(`${root}/s`);
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.plan}`, formatLaunchPlan(plan));
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.plugin}`, plugin);
  await Deno.writeTextFile(`${folder}/${BUNDLE_LAYOUT.launcher}`, posixLauncher(plan));
  await Deno.chmod(`${folder}/${BUNDLE_LAYOUT.launcher}`, 0o755);
  for (const name of [BUNDLE_LAYOUT.loader, BUNDLE_LAYOUT.netrpcLoader]) {
    await Deno.copyFile(new URL("handshake_loader.js", import.meta.url), `${folder}/${name}`);
  }
  return {
    root,
    folder,
    sockets: `${root}/s`,
    async [Symbol.asyncDispose]() {
      await Deno.remove(root, { recursive: true });
    },
  };
}

/** A running plugin, or what was said instead. */
export interface Launched extends AsyncDisposable {
  /** The process that was started: the launcher's, and then Deno's. */
  readonly pid: number;
  /** What the loader said first; fails with what is on stderr if it ended without a word. */
  line(): Promise<{ socket: string; told: unknown; pid: number }>;
  /** The command line of the process now. */
  commandLine(): Promise<string[]>;
  /** The environment of the process now. */
  environment(): Promise<Record<string, string>>;
  /** Waits for the end. */
  end(): Promise<{ code: number; stderr: string }>;
}

/** Executes the launcher with a shell and an environment of its own. */
export async function launch(
  bundle: TestBundle,
  env: Record<string, string> = {},
  shell: readonly string[] = [],
): Promise<Launched> {
  const words = [...shell, `${bundle.folder}/${BUNDLE_LAYOUT.launcher}`];
  const child = new Deno.Command(words[0] ?? "", {
    args: words.slice(1),
    clearEnv: true,
    env: {
      PATH: Deno.env.get("PATH") ?? "",
      MATTERMOST_PLUGIN_DENO: Deno.execPath(),
      PLUGIN_UNIX_SOCKET_DIR: bundle.sockets,
      MATTERMOST_PLUGIN: "a cookie",
      ...env,
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stderr = new Response(child.stderr).text();
  let text = "";
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  while (!text.includes("\n")) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  const proc = async (name: string) =>
    (await Deno.readTextFile(`/proc/${child.pid}/${name}`)).split("\0").slice(0, -1);
  let ended = false;
  const end = async () => {
    const { code } = await child.status;
    ended = true;
    return { code, stderr: await stderr };
  };
  return {
    pid: child.pid,
    async line() {
      if (text !== "") return JSON.parse(text);
      throw new Error(`It ended without a word: ${(await end()).stderr}`);
    },
    commandLine: () => proc("cmdline"),
    async environment() {
      return Object.fromEntries(
        (await proc("environ")).map((entry) => {
          const at = entry.indexOf("=");
          return [entry.slice(0, at), entry.slice(at + 1)];
        }),
      );
    },
    end,
    async [Symbol.asyncDispose]() {
      if (!ended && text !== "") child.kill("SIGTERM");
      await end();
      while (!(await reader.read()).done);
    },
  };
}
