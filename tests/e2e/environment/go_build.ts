/** Builds Go programs from their modules, and keeps them until a version changes. @module */
import { fromFileUrl } from "../../../tools/paths.ts";
import { CACHE } from "../../../tools/std_source.ts";
import { whereIs } from "../../support/needs.ts";

/** Says how to get Go when it is missing. */
export class GoMissing extends Error {
  override readonly name = "GoMissing";
}

/** The path of the `go` program. @throws {GoMissing} if there is none. */
export async function findGo(): Promise<string> {
  const go = await whereIs("go");
  if (go === undefined) {
    throw new GoMissing("there is no Go: install version 1.26 or newer (https://go.dev/dl)");
  }
  return go;
}

/** What to build. */
export interface GoBuild {
  /** The folder that holds `go.mod`, `go.sum` and maybe sources. */
  readonly module: URL;
  /** The package to build. */
  readonly package: string;
  /** The program's name. */
  readonly name: string;
  /** Stops the compiler. */
  readonly signal: AbortSignal;
}

/** A program that was built, and where the sources of the modules lie. */
export interface GoProgram {
  readonly path: string;
  /** The folder of a module that the program is made from. */
  readonly sources: (module: string) => Promise<string>;
}

/**
 * Gives the program, building it only if the Go version or anything in the module's folder has
 * changed since. Nothing is written into that folder.
 *
 * @throws {Error} with the compiler's words if it cannot be built.
 */
export async function goBuild(build: GoBuild): Promise<GoProgram> {
  const go = await findGo();
  const run = (...args: string[]) => runGo(go, args, build);
  const key = await keyOf(
    build,
    await run("env", "GOVERSION", "GOOS", "GOARCH"),
  );
  const folder = fromFileUrl(new URL(`e2e/${build.name}-${key}/`, CACHE));
  const program = `${folder}${build.name}`;
  const sources = async (module: string) =>
    (await run("list", "-mod=readonly", "-m", "-f", "{{.Dir}}", module)).trim();
  const there = await Deno.stat(program).catch(() => undefined);
  if (there === undefined) {
    await Deno.mkdir(folder, { recursive: true });
    const draft = `${program}.draft-${Deno.pid}`;
    const options = ["-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags=-s -w"];
    await run("build", ...options, "-o", draft, build.package);
    await Deno.rename(draft, program);
  }
  return { path: program, sources };
}

async function keyOf(build: GoBuild, version: string): Promise<string> {
  const parts = [build.package, version];
  const read = async (folder: URL) => {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    for (const { name, isDirectory } of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
      if (isDirectory) await read(new URL(`${name}/`, folder));
      else parts.push(name, await Deno.readTextFile(new URL(name, folder)));
    }
  };
  await read(build.module);
  const bytes = new TextEncoder().encode(parts.join("\0"));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 16);
}

async function runGo(
  go: string,
  args: readonly string[],
  { module, signal }: GoBuild,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(go, {
    args: [...args],
    cwd: fromFileUrl(module),
    signal,
    stdin: "null",
    env: { GOWORK: "off" },
  }).output();
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout);
  throw new Error(`"go ${args.join(" ")}" failed:\n${decoder.decode(stderr)}`);
}
