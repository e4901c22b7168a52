/**
 * Where `@std/assert` and `@std/cli` come from on this machine: from jsr.io, or, on networks that
 * cannot reach it, from the stand-ins in `tools/stand_ins/`.
 *
 * @module
 */

import { fromFileUrl } from "./paths.ts";

/** Where the standard library is taken from. */
export type StdSource = "jsr" | "stand-ins";

/** The folder that holds `deno.json`, with a slash at its end. */
export const ROOT: URL = new URL("../", import.meta.url);

/** What we write and never commit: import maps, lock file copies, answers of the probe. */
export const CACHE: URL = new URL(".cache/", ROOT);

/** Specifiers that have a stand-in, and the stand-in's file name. */
const STAND_INS: Readonly<Record<string, string>> = {
  "@std/assert": "assert.ts",
  "@std/cli": "cli.ts",
  "@std/cli/parse-args": "cli.ts",
};

/** How long an answer of the probe is believed, in milliseconds. */
const REMEMBER_MS = 10 * 60 * 1000;
const PROBE_TIMEOUT_MS = 2500;

interface Remembered {
  readonly host: string;
  readonly source: StdSource;
  readonly at: number;
}

/** What `stdSource` would else take from the environment, the clock and `.cache/`. */
export interface Asked {
  /** The value of `STD_SOURCE`. */
  readonly wanted?: string;
  /** The registry's address. */
  readonly host?: string;
  /** The file that remembers the answer. */
  readonly memory?: URL;
  /** The time in Unix milliseconds. */
  readonly now?: number;
}

/**
 * Says where the standard library comes from. The variable `STD_SOURCE` (`jsr` or `stand-ins`)
 * decides when it is set; else the registry is asked once and the answer is remembered in
 * `.cache/` for ten minutes.
 *
 * @throws {Error} when `STD_SOURCE` holds another word.
 */
export async function stdSource(asked: Asked = {}): Promise<StdSource> {
  const wanted = asked.wanted ?? Deno.env.get("STD_SOURCE");
  if (wanted === "jsr" || wanted === "stand-ins") return wanted;
  if (wanted !== undefined && wanted !== "") {
    throw new Error(`STD_SOURCE is "${wanted}"; set it to "jsr" or "stand-ins", or unset it.`);
  }
  const host = asked.host ?? (Deno.env.get("JSR_URL") || "https://jsr.io");
  const memory = asked.memory ?? new URL("std_source.json", CACHE);
  const now = asked.now ?? Date.now();
  const known = await remembered(memory);
  const age = now - (known?.at ?? 0);
  if (known?.host === host && age >= 0 && age < REMEMBER_MS) return known.source;
  const source = await answers(host) ? "jsr" : "stand-ins";
  await writeWhole(memory, JSON.stringify({ host, source, at: now } satisfies Remembered));
  return source;
}

async function remembered(memory: URL): Promise<Remembered | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(memory)) as Remembered;
  } catch {
    return undefined; // Never asked, or a damaged note: ask again.
  }
}

async function answers(host: string): Promise<boolean> {
  try {
    const response = await fetch(new URL("/@std/assert/meta.json", host), {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** The import map of `deno.json`, with the stand-ins in place of what jsr.io would give. */
export function standInImports(
  imports: Readonly<Record<string, string>>,
): Record<string, string> {
  const mapped: Record<string, string> = {};
  for (const [name, target] of Object.entries(imports)) {
    mapped[name] = target.startsWith(".") ? new URL(target, ROOT).href : target;
    // deno.json gives a package's subpaths for free; an import map has to spell them out.
    if (target.startsWith("npm:") && !target.endsWith("/")) {
      mapped[`${name}/`] = `npm:/${target.slice("npm:".length)}/`;
    }
  }
  for (const [name, file] of Object.entries(STAND_INS)) {
    mapped[name] = new URL(`tools/stand_ins/${file}`, ROOT).href;
  }
  return mapped;
}

/** Writes the import map with the stand-ins and gives its path. */
export async function standInImportMap(): Promise<string> {
  const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT))) as {
    imports?: Record<string, string>;
  };
  const map = new URL("import_map.json", CACHE);
  const text = JSON.stringify({ imports: standInImports(config.imports ?? {}) }, null, 2);
  await writeWhole(map, text);
  return fromFileUrl(map);
}

/** Replaces a file in one step, so that a run beside this one never reads half of it. */
export async function writeWhole(file: URL, text: string): Promise<void> {
  await Deno.mkdir(new URL(".", file), { recursive: true });
  const part = new URL(`${file.href}.${Deno.pid}.${crypto.randomUUID().slice(0, 8)}`);
  await Deno.writeTextFile(part, text);
  await Deno.rename(part, file);
}
