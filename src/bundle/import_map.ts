import { parseJsonc } from "./jsonc.ts";

/** An import map as the web has it, every address in it absolute. */
export interface ImportMap {
  /** What names stand for. */
  readonly imports: Readonly<Record<string, string>>;
  /** What names stand for below a URL. */
  readonly scopes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A Deno project's configuration, as far as bundling needs it. */
export interface ProjectConfig {
  /** The nearest `deno.json` or `deno.jsonc`; undefined if there is none. */
  readonly file: URL | undefined;
  /** Every file that says something here: configurations, import maps of their own, the lock file. */
  readonly sources: readonly URL[];
  /** The lock file beside the outermost one; undefined if there is none. */
  readonly lock: URL | undefined;
  /** The imports of it and, in a workspace, of the workspace's root. */
  readonly importMap: ImportMap;
}

type Json = Readonly<Record<string, unknown>>;

/** Finds the configuration that counts for a folder, as Deno finds it. */
export async function findProjectConfig(folder: URL): Promise<ProjectConfig> {
  const found: { file: URL; json: Json }[] = [];
  for (let at = folder;; at = new URL("../", at)) {
    for (const name of ["deno.json", "deno.jsonc"]) {
      const file = new URL(name, at);
      const json = await readConfig(file);
      // Above the nearest one, only a workspace's root counts.
      if (json === undefined || (found.length > 0 && json.workspace === undefined)) continue;
      found.push({ file, json });
      break;
    }
    const isLast = found.at(-1)?.json.workspace !== undefined || at.pathname === "/";
    if (isLast) break;
  }
  let importMap: ImportMap = { imports: {}, scopes: {} };
  // The root's first, so that the member's win.
  for (const { file, json } of found.toReversed()) {
    importMap = mergeImportMaps(importMap, await configImportMap(file, json));
  }
  const outermost = found.at(-1)?.file;
  const lock = outermost === undefined ? undefined : new URL("deno.lock", outermost);
  const hasLock = lock !== undefined && (await Deno.stat(lock).catch(() => undefined))?.isFile;
  return {
    file: found[0]?.file,
    sources: [
      ...found.flatMap(({ file, json }) => [file, ownImportMap(file, json) ?? []].flat()),
      ...hasLock ? [lock] : [],
    ],
    lock: hasLock ? lock : undefined,
    importMap,
  };
}

async function readConfig(file: URL): Promise<Json | undefined> {
  let text: string;
  try {
    text = await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  try {
    return parseJsonc(text) as Json;
  } catch (cause) {
    throw new TypeError(`${file.pathname}: this is not JSON: ${(cause as Error).message}`, {
      cause,
    });
  }
}

async function configImportMap(file: URL, json: Json): Promise<ImportMap> {
  const mapFile = ownImportMap(file, json);
  if (mapFile === undefined) return absoluteImportMap(json, file);
  return absoluteImportMap(await readConfig(mapFile) ?? {}, mapFile);
}

/** The import map that a configuration names; undefined if it names none. */
function ownImportMap(file: URL, { importMap, imports }: Json): URL | undefined {
  if (typeof importMap !== "string" || imports !== undefined) return undefined;
  return new URL(importMap, file);
}

/** Makes the addresses of an import map absolute, as seen from the file that holds it. */
function absoluteImportMap(json: Json, base: URL): ImportMap {
  const addresses = (value: unknown) => {
    const written = Object.entries((value ?? {}) as Record<string, unknown>)
      .filter((entry): entry is [string, string] => typeof entry[1] === "string")
      .map(([name, address]): [string, string] => [name, absoluteAddress(address, base)]);
    return Object.fromEntries([...written.flatMap(subpaths), ...written]);
  };
  return {
    imports: addresses(json.imports),
    scopes: Object.fromEntries(
      Object.entries((json.scopes ?? {}) as Record<string, unknown>).map((
        [scope, value],
      ) => [new URL(scope, base).href, addresses(value)]),
    ),
  };
}

function absoluteAddress(address: string, base: URL): string {
  return /^\.{0,2}\//.test(address) ? new URL(address, base).href : address;
}

/** In `deno.json`, though not in an import map, a package's name stands for its subpaths too. */
function subpaths([name, address]: [string, string]): [string, string][] {
  const match = /^(npm|jsr):\/?(.+)$/.exec(address);
  if (match === null || name.endsWith("/")) return [];
  return [[`${name}/`, `${match[1]}:/${match[2]}/`]];
}

/** Joins two import maps; where both say something, the second counts. */
export function mergeImportMaps(first: ImportMap, second: ImportMap): ImportMap {
  const scopes: Record<string, Readonly<Record<string, string>>> = { ...first.scopes };
  for (const [scope, imports] of Object.entries(second.scopes)) {
    scopes[scope] = { ...scopes[scope], ...imports };
  }
  return { imports: { ...first.imports, ...second.imports }, scopes };
}
