/**
 * Sets up what the Python peers in `tests/` and `bench/` need: a virtual environment in
 * `.cache/venv` with grpcio and its code generator, at fixed versions.
 *
 * `deno run -A tools/python_venv.ts` prints the path of its Python. Run again, it does nothing but
 * that; run twice at the same time, the second waits for the first.
 *
 * @module
 */

import { fromFileUrl } from "./paths.ts";
import { CACHE } from "./std_source.ts";

/** What is installed. */
const REQUIREMENTS = ["grpcio==1.76.0", "grpcio-tools==1.76.0"];

/**
 * Gives the path of a Python that has grpcio and grpcio-tools, after making it if need be.
 *
 * @throws {Error} when there is no `python3`, or it cannot make environments, or the packages
 * cannot be installed; the message holds what the program said and what to do.
 */
export async function pythonVenv(folder: URL = new URL("venv/", CACHE)): Promise<string> {
  const place = fromFileUrl(folder).replace(/\/$/, "");
  const python = `${place}/bin/python`;
  const stamp = `${place}/requirements.txt`;
  await Deno.mkdir(fromFileUrl(new URL(".", folder)), { recursive: true });
  using lock = await Deno.open(`${place}.lock`, { create: true, write: true });
  await lock.lock(true);
  if (await isReady(python, stamp)) return python;
  await Deno.remove(place, { recursive: true }).catch(() => {}); // Absent at the first time.
  await run(
    "python3",
    ["-m", "venv", place],
    "Install Python 3 with its venv module (on Debian: apt-get install python3-venv).",
  );
  await run(
    python,
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...REQUIREMENTS],
    "Check that this machine reaches a Python package index.",
  );
  await Deno.writeTextFile(stamp, REQUIREMENTS.join("\n"));
  return python;
}

async function isReady(python: string, stamp: string): Promise<boolean> {
  const made = await Deno.readTextFile(stamp).catch(() => undefined);
  if (made !== REQUIREMENTS.join("\n")) return false;
  // The system's Python may have been replaced under the environment since.
  const { success } = await new Deno.Command(python, {
    args: ["-c", "import grpc, grpc_tools"],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output().catch(() => ({ success: false }));
  return success;
}

async function run(program: string, args: readonly string[], advice: string): Promise<void> {
  const command = `${program} ${args.join(" ")}`;
  let output: Deno.CommandOutput;
  try {
    output = await new Deno.Command(program, { args: [...args], stdin: "null" }).output();
  } catch (cause) {
    throw new Error(`"${command}" could not be started. ${advice}`, { cause });
  }
  if (output.success) return;
  const decoder = new TextDecoder();
  const said = decoder.decode(output.stderr).trim() || decoder.decode(output.stdout).trim();
  throw new Error(`"${command}" ended with code ${output.code}. ${advice}\n${said}`);
}

if (import.meta.main) {
  try {
    console.log(await pythonVenv());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
