/**
 * A root folder as the official image has it: the C library and what else the server and Deno are
 * linked with, and nothing more. No shell, no Deno, no tools. As in every container the kernel's own
 * `/proc` is there.
 *
 * @module
 */
import { capture } from "../../../tools/capture.ts";
import { dirname } from "../../../src/bundle/paths.ts";
import type { Enclosure } from "../environment/mattermost.ts";

/**
 * What this account runs a program in another root folder with: as root at once, else in a user
 * namespace of its own. Each program in the line takes the place of the one before.
 */
const ENTER = [
  "unshare",
  ...Deno.uid() === 0 ? [] : ["--map-root-user"],
  "--mount",
  "sh",
  "-c",
  'mount --rbind /proc "$0/proc" && folder=$1 && shift && exec unshare --root="$0" --wd="$folder" "$@"',
] as const;

/** Why no program can be run in another root folder here; undefined if it can. */
export async function whyNoRoot(): Promise<string | undefined> {
  if (Deno.build.os !== "linux") return "it needs Linux";
  const [program, ...args] = ENTER;
  try {
    const { success, output } = await capture(program, [...args, "/", "/", "true"]);
    return success ? undefined : `this account may not change the root folder: ${output.trim()}`;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return `there is no program "${program}"`;
    throw error;
  }
}

/** Makes the root folder, with the libraries of these programs. */
export async function makeBareRoot(programs: readonly string[]): Promise<Enclosure> {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "e2e-root-" }));
  for (const path of new Set((await Promise.all(programs.map(librariesOf))).flat())) {
    await Deno.mkdir(`${root}${dirname(path)}`, { recursive: true });
    await Deno.writeFile(`${root}${path}`, await Deno.readFile(path), { mode: 0o755 });
  }
  await Deno.mkdir(`${root}/proc`);
  return {
    root,
    enter: (command, args) => [...ENTER, root, dirname(command), command, ...args],
  };
}

/** The paths of the loader and the libraries that a program is linked with. */
async function librariesOf(program: string): Promise<string[]> {
  const { success, output } = await capture("ldd", [program]);
  if (!success) throw new Error(`ldd does not tell the libraries of ${program}:\n${output}`);
  return [...output.matchAll(/(?:=> |^\s+)(\/\S+) \(0x/gm)].map(([, path = ""]) => path);
}

/** The programs below a folder, by their paths in it: what the system would execute. */
export async function programsIn(root: string, folder = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory, isFile } of Deno.readDir(`${root}${folder}`)) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await programsIn(root, path));
    else if (isFile && await isProgram(`${root}${path}`)) found.push(path);
  }
  return found.sort();
}

async function isProgram(path: string): Promise<boolean> {
  using file = await Deno.open(path);
  const start = new Uint8Array(4);
  const read = await file.read(start) ?? 0;
  const text = String.fromCharCode(...start.subarray(0, read));
  return text === "\x7fELF" || text.startsWith("#!");
}
