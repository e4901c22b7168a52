import { checkTexts } from "./check_texts.ts";
import { type ComparedFinding, placeFinding } from "./check_findings.ts";
import { checkUndonePermissions } from "./check_undone_permissions.ts";
import { asManifest, compareWithCode, readUses } from "./compare_with_code.ts";
import { readDeclaredManifest } from "./declared_manifest.ts";
import { BundleError, denoBundle } from "./deno_bundle.ts";
import type { ManifestFinding } from "./manifest_check.ts";
import {
  type Finding,
  findManifestFaults,
  sortFindings,
  worthSaying,
} from "./manifest_findings.ts";
import { findManifest, type ManifestSource } from "./manifest_source.ts";
import type { Manifest } from "./manifest_types.ts";
import { dirname, join, relative, toFileUrl } from "./paths.ts";

/** What {@linkcode checkPlugin} found. */
export interface PluginReport {
  /** The manifest's path. */
  readonly manifestFile: string;
  /** The plugin's id and version, if the manifest has them. */
  readonly title: string | undefined;
  /** What is wrong, or may be. */
  readonly findings: readonly Finding[];
}

/** The plugin's file where none is named. */
export const DEFAULT_ENTRY = "plugin.ts";

/**
 * Checks a plugin before it is bundled, and finds all that it can in one go: the manifest, the files
 * that it names, whether the plugin can be bundled and loaded, and whether both say the same.
 *
 * The plugin is loaded for that, without any permission, and not started.
 *
 * @param manifest the manifest, or the folder that holds it
 * @param entry the plugin's file; default: `plugin.ts` beside the manifest
 * @param undoSandbox the permissions that undo the sandbox and that the plugin gets all the same
 * @throws {ManifestError} if there is no manifest.
 */
export async function checkPlugin(
  manifest: string,
  entry?: string,
  undoSandbox: readonly string[] = [],
): Promise<PluginReport> {
  const manifestFile = await findManifest(manifest);
  const checked = findManifestFaults(manifestFile, await Deno.readTextFile(manifestFile));
  const { source } = checked;
  const findings = [...checked.findings];
  const value = asManifest(source?.value);
  if (source !== undefined && value !== undefined) {
    findings.push(...placed(source, await checkFiles(value, dirname(manifestFile))));
    const undone = checkUndonePermissions(value.server?.permissions, undoSandbox);
    findings.push(...placed(source, undone));
  }
  findings.push(...await checkCode(source, manifestFile, entry));
  return {
    manifestFile,
    title: titleOf(value),
    findings: sortFindings(worthSaying(findings), manifestFile),
  };
}

/** Everything for which the plugin's code is needed. */
async function checkCode(
  source: ManifestSource | undefined,
  manifestFile: string,
  named: string | undefined,
): Promise<readonly Finding[]> {
  const folder = dirname(manifestFile);
  const entry = named ?? join(folder, DEFAULT_ENTRY);
  if (!await isFile(entry)) {
    if (named !== undefined) return [error(named, "there is no such file; name the plugin's file")];
    const reason =
      `there is no ${DEFAULT_ENTRY} beside the manifest, so the plugin itself was not ` +
      "checked; name its file: check <file>";
    return [{ severity: "warning", file: manifestFile, reason }];
  }
  try {
    const bundled = await denoBundle(toFileUrl(await Deno.realPath(entry)));
    const { code, sourceMap, projectDir } = bundled;
    const plugin = { code, sourceMap, file: entry };
    const [declared, read] = await Promise.all([
      readDeclaredManifest(code, entry, false, sourceMap),
      readUses(plugin),
    ]);
    await checkTexts(declared, folder, entry);
    const manifest = asManifest(source?.value);
    if (source === undefined || manifest === undefined) return [];
    const shown = await shownFiles(projectDir, folder);
    return placed(source, compareWithCode(manifest, plugin, read, declared), shown);
  } catch (thrown) {
    if (!(thrown instanceof BundleError)) throw thrown;
    return [error(entry, thrown.message.replace(`${entry}: `, ""))];
  }
}

/** Makes what writes a file's name as the author has named the folder. */
async function shownFiles(projectDir: string, folder: string): Promise<(file: string) => string> {
  const [real, here] = await Promise.all([Deno.realPath(folder), Deno.realPath(".")]);
  return (file) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(file)) return file;
    const path = join(projectDir, file);
    if (path.startsWith(`${real}/`)) return join(folder, path.slice(real.length + 1));
    return path.startsWith(`${here}/`) ? relative(here, path) : path;
  };
}

/** The files that the manifest names must be there. */
async function checkFiles(manifest: Manifest, folder: string): Promise<ManifestFinding[]> {
  const read = manifest.server?.permissions?.read;
  const named: [readonly (string | number)[], unknown][] = [
    [["icon_path"], manifest.icon_path],
    ...(Array.isArray(read) ? read : []).map((
      path: unknown,
      index,
    ): [(string | number)[], unknown] => [["server", "permissions", "read", index], path]),
  ];
  const found: ManifestFinding[] = [];
  for (const [path, file] of named) {
    if (typeof file !== "string" || file === "" || file.split("/").includes("..")) continue;
    const info = await Deno.lstat(join(folder, file)).catch(() => undefined);
    if (info === undefined) {
      const reason = `there is no "${file}" beside the manifest; make it, or take it out here`;
      found.push({ severity: "error", path, reason });
    } else if (!info.isFile && !info.isDirectory) {
      const reason = `"${file}" is a link, which servers leave out; put the file itself there`;
      found.push({ severity: "error", path, reason });
    }
  }
  return found;
}

function placed(
  source: ManifestSource,
  found: readonly ComparedFinding[],
  shown?: (file: string) => string,
): Finding[] {
  return found.map((finding) => placeFinding(finding, source, shown));
}

function error(file: string, reason: string): Finding {
  return { severity: "error", file, reason };
}

function titleOf(manifest: Manifest | undefined): string | undefined {
  const { id, version } = manifest ?? {};
  return typeof id === "string" && typeof version === "string" ? `${id} ${version}` : undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile === true;
}
