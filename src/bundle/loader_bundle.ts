import { createHash } from "node:crypto";
import { cacheFolder } from "./cache_folder.ts";
import { denoBundle } from "./deno_bundle.ts";
import { PACKAGE_ROOT } from "./own_package.ts";
import { writeAtOnce } from "./write_at_once.ts";

/** The loader as this package has it: the program that imports a plugin and serves it. */
export const LOADER: URL = new URL("./loader.ts", import.meta.url);

/** The same for a host that speaks net/rpc. */
export const NETRPC_LOADER: URL = new URL("./loader_netrpc.ts", import.meta.url);

/** What a compiled plugin begins with. */
export const COMPILED_LOADER: URL = new URL("./loader_compiled.ts", import.meta.url);

/** What is remembered of a bundled loader. */
interface LoaderRecord {
  /** Hashes of the local files that went into it, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The bundle. */
  readonly code: string;
}

/**
 * The loader as one JavaScript file, with the transports and their libraries inside. It is kept
 * between runs and made anew when a file that went into it, the dependencies or Deno changed.
 *
 * @throws {BundleError} if it cannot be bundled.
 */
export async function bundleLoader(loader: URL = LOADER): Promise<string> {
  const folder = `${cacheFolder()}/loader`;
  const key = hash([Deno.version.deno, loader.href, ...await projectTexts(loader)].join("\n"));
  const file = `${folder}/${key.slice(0, 24)}.json`;
  const known = await readRecord(file);
  if (known !== undefined) return known.code;
  const { code, inputs } = await denoBundle(loader);
  const record: LoaderRecord = {
    inputs: Object.fromEntries(
      await Promise.all(inputs.map(async (path) => [path, hash(await Deno.readFile(path))])),
    ),
    code,
  };
  await keep(file, JSON.stringify(record));
  return code;
}

/**
 * The path of this package's own loader, bundled. A host runs this one rather than the one in a
 * bundle that it was given: what a process runs first is read without any permission, so whoever
 * writes it can read every file.
 *
 * @throws {BundleError} if it cannot be bundled.
 */
export async function trustedLoader(loader: URL = LOADER): Promise<string> {
  const code = await bundleLoader(loader);
  const file = `${cacheFolder()}/loader/${hash(code).slice(0, 24)}.js`;
  const present = await Deno.readTextFile(file).catch(() => undefined);
  if (present !== code) await keep(file, code);
  return await Deno.realPath(file);
}

/** Records that this process has found to be good, and what their files looked like then. */
const checked = new Map<string, { readonly record: LoaderRecord; readonly looks: string }>();

async function readRecord(file: string): Promise<LoaderRecord | undefined> {
  try {
    const known = checked.get(file);
    if (known !== undefined && looksOf(known.record) === known.looks) return known.record;
    const record = JSON.parse(await Deno.readTextFile(file)) as LoaderRecord;
    // Before the files are read: one that is written meanwhile looks otherwise the next time.
    const looks = looksOf(record);
    for (const [path, before] of Object.entries(record.inputs)) {
      if (hash(await Deno.readFile(path)) !== before) return undefined;
    }
    checked.set(file, { record, looks });
    return record;
  } catch {
    // Missing, cut short, or one of its files is gone: bundle again.
    return undefined;
  }
}

/** Times and sizes of a record's files, which tell much sooner than their contents. */
function looksOf({ inputs }: LoaderRecord): string {
  return Object.keys(inputs).map((path) => {
    const { mtime, size, ino } = Deno.statSync(path);
    return `${mtime?.getTime()} ${size} ${ino}`;
  }).join("\n");
}

/** What decides, beside the files themselves, which files and packages are meant. */
async function projectTexts(loader: URL): Promise<string[]> {
  // Versions on a registry never change, and the address holds the version.
  if (loader.protocol !== "file:") return [];
  return await Promise.all(
    ["deno.json", "deno.lock"].map((name) =>
      Deno.readTextFile(new URL(name, PACKAGE_ROOT)).catch(() => "")
    ),
  );
}

async function keep(file: string, text: string): Promise<void> {
  await writeAtOnce(file, new TextEncoder().encode(text));
}

function hash(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
