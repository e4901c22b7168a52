import { ArchiveError } from "./archive/archive_error.ts";
import { unpackBundle } from "./archive/unpack_bundle.ts";
import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { placeFinding } from "./check_findings.ts";
import { checkTexts } from "./check_texts.ts";
import { checkUndonePermissions } from "./check_undone_permissions.ts";
import { asManifest, compareWithCode, type PluginCode, readUses } from "./compare_with_code.ts";
import { type DeclaredManifest, readDeclaredManifest } from "./declared_manifest.ts";
import { BundleError } from "./deno_bundle.ts";
import {
  type Finding,
  findManifestFaults,
  sortFindings,
  worthSaying,
} from "./manifest_findings.ts";
import type { ManifestSource } from "./manifest_source.ts";
import { join } from "./paths.ts";
import { temporaryFolder } from "./temporary_folder.ts";
import { verifyFolder } from "./verify_bundle.ts";

/** What {@linkcode checkBundle} found. */
export interface BundleFindings {
  /** The plugin's id and version, if the manifest has them. */
  readonly title: string | undefined;
  /** What is wrong, or may be. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a bundle, a folder or a `.tar.gz`, as far as a bundle can be: its manifest with line and
 * column, all that `verifyBundle` compares, and what its code uses, named by the lines of its
 * author's files.
 *
 * The plugin is loaded for that, without any permission, and not started; neither is anything else.
 *
 * @param undoSandbox the permissions that undo the sandbox and that the plugin gets all the same
 */
export async function checkBundle(
  path: string,
  undoSandbox: readonly string[] = [],
  signal?: AbortSignal,
): Promise<BundleFindings> {
  if ((await Deno.stat(path)).isDirectory) {
    return await checkFolder(path, { path, undoSandbox, signal });
  }
  await using temporary = await temporaryFolder("check");
  try {
    const { folder, modes } = await unpackBundle(path, temporary.path, undefined, signal);
    return await checkFolder(folder, { path, modes, undoSandbox, signal });
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { title: undefined, findings: [bundleFinding("error", error.message, path)] };
  }
}

interface Checking {
  /** What the person named: the folder or the archive. */
  readonly path: string;
  readonly modes?: ReadonlyMap<string, number> | undefined;
  readonly undoSandbox: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

async function checkFolder(
  folder: string,
  { path, modes, undoSandbox, signal }: Checking,
): Promise<BundleFindings> {
  const { manifest, plan, problems, warnings } = await verifyFolder(folder, modes, { signal });
  const text = await Deno.readTextFile(join(folder, BUNDLE_LAYOUT.manifest)).catch(() => undefined);
  const faults = text === undefined
    ? undefined
    : findManifestFaults(join(path, BUNDLE_LAYOUT.manifest), text);
  const verified = [
    ...problems.map((problem) => bundleFinding("error", problem, path)),
    ...warnings.map((warning) => bundleFinding("warning", warning, path)),
    ...checkUndonePermissions(plan?.permissions, undoSandbox).map(({ severity, reason }) =>
      bundleFinding(severity, `${BUNDLE_LAYOUT.plan}: ${reason}`, path)
    ),
  ];
  const inManifest = faults?.findings ?? [];
  const findings = [
    ...inManifest,
    // Whoever cannot use a manifest says only what comes first.
    ...verified.filter((one) => !inManifest.some((other) => isSame(one, other))),
    ...faults?.source === undefined ? [] : await checkCode(folder, path, faults.source, signal),
  ];
  return {
    title: manifest === undefined ? undefined : `${manifest.id} ${manifest.version}`,
    findings: sortFindings(worthSaying(findings), join(path, BUNDLE_LAYOUT.manifest)),
  };
}

function isSame(one: Finding, other: Finding): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column;
}

/** Everything for which the plugin's code is needed; nothing where that is missing. */
async function checkCode(
  folder: string,
  path: string,
  source: ManifestSource,
  signal: AbortSignal | undefined,
): Promise<readonly Finding[]> {
  const manifest = asManifest(source.value);
  const code = await Deno.readTextFile(join(folder, BUNDLE_LAYOUT.plugin)).catch(() => undefined);
  if (manifest === undefined || code === undefined) return [];
  const sourceMap = await Deno.readTextFile(join(folder, `${BUNDLE_LAYOUT.plugin}.map`))
    .catch(() => undefined);
  const plugin: PluginCode = { code, sourceMap, file: join(path, BUNDLE_LAYOUT.plugin) };
  const [loaded, read] = await Promise.all([load(plugin, folder, signal), readUses(plugin)]);
  const compared = compareWithCode(manifest, plugin, read, loaded.declared);
  return [
    ...loaded.error === undefined
      ? []
      : [bundleFinding("error", `${BUNDLE_LAYOUT.plugin}: ${loaded.error}`, path)],
    ...compared.map((finding) => placeFinding(finding, source)),
  ];
}

interface Loaded {
  readonly declared?: DeclaredManifest;
  readonly error?: string;
}

async function load(
  { code, sourceMap }: PluginCode,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Loaded> {
  const name = BUNDLE_LAYOUT.plugin;
  try {
    const declared = await readDeclaredManifest(code, name, true, sourceMap, signal);
    await checkTexts(declared, folder, name);
    return { declared };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return { error: error.message.replace(`${name}: `, "") };
  }
}

/** A sentence about a bundle begins with the file that it is about. */
function bundleFinding(severity: Finding["severity"], text: string, bundle: string): Finding {
  const match = /^((?:[\w.-]+\/)*[\w.-]+\.?\w*)(?::(\d+):(\d+))?: ([^]+)$/.exec(text);
  if (match === null) return { severity, file: bundle, reason: text };
  const [, file = "", line, column, reason = ""] = match;
  return {
    severity,
    file: join(bundle, file),
    ...line === undefined ? {} : { line: Number(line), column: Number(column) },
    reason,
  };
}
