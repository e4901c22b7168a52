import type { CodeFinding, ComparedFinding } from "./check_findings.ts";
import { checkServerVersion } from "./check_server_version.ts";
import { checkUndoneUses } from "./check_undone_permissions.ts";
import { checkUsedPermissions } from "./check_used_permissions.ts";
import { codeSections } from "./code_sections.ts";
import { compareManifestSettings } from "./compare_settings.ts";
import type { DeclaredManifest } from "./declared_manifest.ts";
import type { ManifestFinding } from "./manifest_check.ts";
import type { Manifest } from "./manifest_types.ts";
import type { PermissionScope } from "./permissions.ts";
import { serverNeeds } from "./server_needs.ts";
import type { BundleUses } from "./uses/bundle_uses.ts";

/** A plugin as one JavaScript file. */
export interface PluginCode {
  /** The code. */
  readonly code: string;
  /** The source map's text. */
  readonly sourceMap?: string | undefined;
  /** What it is called where the source map leads no further. */
  readonly file: string;
}

/** What was found in a plugin's code. */
export type ReadUses =
  | { readonly uses: BundleUses; readonly fault?: undefined }
  | { readonly uses?: undefined; readonly fault: CodeFinding };

/** Reads what a plugin uses; what reads it is loaded only here, since most commands need it not. */
export async function readUses({ code, sourceMap, file }: PluginCode): Promise<ReadUses> {
  const { findBundleUses } = await import("./uses/bundle_uses.ts");
  try {
    return { uses: findBundleUses(code, { sourceMap, file }) };
  } catch (error) {
    // The latter where it is nested deeper than the parser's stack.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const { line = 1, column = 0 } = (error as { loc?: { line?: number; column?: number } }).loc ??
      {};
    const reason = `the code cannot be parsed, so what it uses is not known: ${error.message}`;
    return {
      fault: { severity: "warning", place: { file, line, column: column + 1 }, reason },
    };
  }
}

/**
 * Compares a manifest with the plugin that it belongs to.
 *
 * @param read what was found in its code
 * @param declared what it declares, if it could be loaded
 */
export function compareWithCode(
  manifest: Manifest,
  { code }: Pick<PluginCode, "code">,
  { uses, fault }: ReadUses,
  declared: DeclaredManifest | undefined,
): readonly ComparedFinding[] {
  const settings = declared === undefined ? [] : compareSettings(manifest, declared);
  if (uses === undefined) return [...settings, fault];
  const minimum = manifest.min_server_version;
  return [
    ...settings,
    ...checkServerVersion(minimum, serverNeeds(uses, declared?.hooks), uses.computed),
    ...checkUsedPermissions(manifest, uses),
    ...checkUndoneUses(manifest.server?.permissions, codeSections(code)),
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

/** A manifest that may be wrong in any part, or nothing. */
export function asManifest(value: unknown): Manifest | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { server, min_server_version: minimum } = value as Record<string, unknown>;
  const parts = typeof server === "object" && server !== null ? server : undefined;
  return {
    ...value,
    min_server_version: typeof minimum === "string" ? minimum : undefined,
    server: usable(parts),
  } as unknown as Manifest;
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
