/**
 * Somebody who has Deno and nothing else: an empty folder, nothing in Deno's cache.
 *
 * @module
 */
import { stdSource } from "../../../tools/std_source.ts";
import { linkedCommands } from "../../support/linked_commands.ts";

/** How a command ended. */
export interface Ended {
  readonly code: number;
  /** All that it said, in the order in which it did. */
  readonly output: string;
}

/** The user. */
export interface NewUser extends AsyncDisposable {
  /** The folder that all of this happens in; gone at the end. */
  readonly root: string;
  /** What is home to the user. */
  readonly home: string;
  /** Runs one command, given as words with one space between them, in a folder below home. */
  readonly run: (command: string, folder: string) => Promise<Ended>;
  /** Puts a text of a file, which must be there once, into other words; gives the line as a diff. */
  readonly edit: (file: string, from: string, to: string) => Promise<string>;
}

/** How long one command may take, in milliseconds. */
const LIMIT_MS = 180_000;

/**
 * Makes the user.
 *
 * @param variables what the environment holds beside that of this process
 */
export async function newUser(
  variables: Readonly<Record<string, string>>,
  interrupted: AbortSignal,
): Promise<NewUser> {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "e2e-first-hour-" }));
  const home = `${root}/home`;
  await Deno.mkdir(home);
  await Deno.mkdir(`${root}/bin`);
  await Deno.symlink(Deno.execPath(), `${root}/bin/deno`);
  const env = {
    ...variables,
    NO_COLOR: "1",
    RUST_BACKTRACE: "0",
    // HOME stays: it says how this machine reaches registries.
    DENO_DIR: `${root}/deno`,
    XDG_STATE_HOME: `${root}/state`,
    // What the checkout would else ask for, now and then, in the middle of a step.
    STD_SOURCE: await stdSource(),
    PATH: `${root}/bin:${Deno.env.get("PATH") ?? ""}`,
  };
  return {
    root,
    home,
    async run(command, folder) {
      interrupted.throwIfAborted();
      const child = new Deno.Command("sh", {
        // One stream for both outputs keeps their order.
        args: ["-c", 'exec "$@" 2>&1', "sh", ...linkedCommands(command, "deno").split(" ")],
        cwd: `${home}/${folder}`,
        env,
        stdin: "null",
        stdout: "piped",
        detached: true,
      }).spawn();
      const stop = () => endGroup(child.pid);
      const timer = setTimeout(stop, LIMIT_MS);
      interrupted.addEventListener("abort", stop);
      try {
        const { code, stdout } = await child.output();
        interrupted.throwIfAborted();
        return { code, output: new TextDecoder().decode(stdout) };
      } finally {
        clearTimeout(timer);
        interrupted.removeEventListener("abort", stop);
      }
    },
    async edit(file, from, to) {
      const path = `${home}/${file}`;
      const text = await Deno.readTextFile(path);
      const times = text.split(from).length - 1;
      if (times !== 1) throw new Error(`${file} has "${from}" ${times} times:\n${text}`);
      await Deno.writeTextFile(path, text.replace(from, () => to));
      const line = text.split("\n").find((line) => line.includes(from)) ?? "";
      return `-${line}\n+${line.replace(from, () => to)}`;
    },
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

/** Ends a command with all that it started: being detached, they are a group of their own. */
function endGroup(pid: number): void {
  try {
    Deno.kill(-pid, "SIGTERM");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
