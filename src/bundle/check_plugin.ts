import { checkServerVersion } from "./check_server_version.ts";
import { checkTexts } from "./check_texts.ts";
import { checkUndonePermissions, checkUndoneUses } from "./check_undone_permissions.ts";
import { checkUsedPermissions } from "./check_used_permissions.ts";
import { type CodeSection, codeSections } from "./code_sections.ts";
import { compareManifestSettings } from "./compare_settings.ts";
import { type DeclaredManifest, readDeclaredManifest } from "./declared_manifest.ts";
import { BundleError, denoBundle } from "./deno_bundle.ts";
import type { ManifestFinding } from "./manifest_check.ts";
import { type Finding, findManifestFaults, sortFindings } from "./manifest_findings.ts";
import { findManifest, type ManifestSource } from "./manifest_source.ts";
import type { Manifest } from "./manifest_types.ts";
import { PACKAGE_ROOT } from "./own_package.ts";
import { dirname, fromFileUrl, join, toFileUrl } from "./paths.ts";
import type { PermissionScope } from "./permissions.ts";
import { serverNeeds } from "./server_needs.ts";

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
  return { manifestFile, title: titleOf(value), findings: sortFindings(worthSaying(findings)) };
}

/** Without what is only a hint about a value that is wrong anyway. */
function worthSaying(findings: readonly Finding[]): readonly Finding[] {
  const wrong = new Set(
    findings.filter(({ severity }) => severity === "error").map(({ path }) => path || undefined),
  );
  return findings.filter(({ severity, path }) => severity !== "hint" || !wrong.has(path));
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
    const { code, sourceMap, projectDir } = await denoBundle(toFileUrl(await Deno.realPath(entry)));
    const declared = await readDeclaredManifest(code, entry, false, sourceMap);
    await checkTexts(declared, folder, entry);
    const manifest = asManifest(source?.value);
    if (source === undefined || manifest === undefined) return [];
    const sections = codeSections(code, await isCheckout(projectDir));
    return placed(source, compareWithCode(manifest, sections, declared));
  } catch (thrown) {
    if (!(thrown instanceof BundleError)) throw thrown;
    return [error(entry, thrown.message.replace(`${entry}: `, ""))];
  }
}

/** Compares a manifest with the plugin that it belongs to. */
export function compareWithCode(
  manifest: Manifest,
  sections: readonly CodeSection[],
  declared: DeclaredManifest,
): readonly ManifestFinding[] {
  const hooks = declared.hooks ?? [];
  return [
    ...compareSettings(manifest, declared),
    ...checkServerVersion(manifest.min_server_version, serverNeeds(sections, hooks)),
    ...checkUsedPermissions(manifest, sections),
    ...checkUndoneUses(manifest.server?.permissions, sections),
  ];
}

function compareSettings(manifest: Manifest, declared: DeclaredManifest): ManifestFinding[] {
  const { settings_schema: written } = manifest;
  if (declared.unknown !== undefined) {
    return [{
      severity: "warning",
      path: [],
      reason: "the plugin needs a permission as soon as it is loaded, so it is not known what it " +
        `declares; do this in onActivate instead: ${declared.unknown.split("\n")[0]}`,
    }];
  }
  const schema = declared.parts.settings_schema;
  if (written === undefined || schema === undefined) return [];
  return compareManifestSettings(written, schema).map(({ path, text }) => ({
    severity: "error",
    path,
    reason:
      `${text}; take settings_schema out of the manifest, since bundling writes it, or make ` +
      "both say the same",
  }));
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

function placed(source: ManifestSource, found: readonly ManifestFinding[]): Finding[] {
  return found.map(({ severity, path, reason }) => ({ severity, ...source.place(path), reason }));
}

function error(file: string, reason: string): Finding {
  return { severity: "error", file, reason };
}

/** A manifest that may be wrong in any part, or nothing. */
function asManifest(value: unknown): Manifest | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { server } = value as { server?: unknown };
  const parts = typeof server === "object" && server !== null ? server : undefined;
  return { ...value, server: usable(parts) } as unknown as Manifest;
}

/** Permissions without what is of a wrong type, which has its own finding. */
function usable(server: object | undefined): Manifest["server"] {
  const { permissions } = (server ?? {}) as { permissions?: Record<string, unknown> };
  if (typeof permissions !== "object" || permissions === null) return undefined;
  const scope = (name: string): PermissionScope => {
    const list = permissions[name];
    if (list === true) return true;
    return Array.isArray(list) && list.every((it) => typeof it === "string") ? list : [];
  };
  return {
    permissions: {
      ...{ net: scope("net"), read: scope("read"), env: scope("env") },
      ...{ run: scope("run"), ffi: scope("ffi"), sys: scope("sys"), write: scope("write") },
      database: permissions["database"] === true,
    },
  };
}

function titleOf(manifest: Manifest | undefined): string | undefined {
  const { id, version } = manifest ?? {};
  return typeof id === "string" && typeof version === "string" ? `${id} ${version}` : undefined;
}

async function isCheckout(projectDir: string): Promise<boolean> {
  if (PACKAGE_ROOT.protocol !== "file:") return false;
  return projectDir === await Deno.realPath(fromFileUrl(PACKAGE_ROOT));
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile === true;
}
