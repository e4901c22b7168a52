import { formatBytes } from "../format_bytes.ts";
import type { Manifest, PluginPermissions } from "../../bundle/mod.ts";
import type { DeployedRecord } from "./deployed_record.ts";
import type { PluginArchive } from "./plugin_archive.ts";
import { type PluginUses, usesTexts } from "./plugin_uses.ts";
import type { InstalledPlugin } from "./plugins.ts";
import { printable } from "./printable.ts";

/** What a plugin is and may do, in lines for whoever lets it onto a server. */
export function describePlugin(
  { bytes, manifest, plan, programs }: PluginArchive,
  uses: PluginUses | undefined,
): string[] {
  const lines = [
    `${manifest.id} ${manifest.version}${
      manifest.name === undefined ? "" : ` (${printable(manifest.name)})`
    }, ${formatBytes(bytes.length)}`,
  ];
  if (manifest.min_server_version) {
    lines.push(`  needs Mattermost ${manifest.min_server_version} or newer`);
  }
  if (plan === undefined) {
    if (programs.length > 0) lines.push("  runs without a sandbox: it is no plugin for Deno");
  } else {
    lines.push(`  runs in Deno ${plan.deno} or newer, in a sandbox`);
    lines.push(...permissionTexts(plan.permissions).map((text) => `  may ${text}`));
    lines.push("  may use the plugin API: read and write every message, file, user and channel");
    lines.push(
      ...(uses === undefined ? [] : usesTexts(uses)).map((text) => `  ${printable(text)}`),
    );
  }
  for (const program of programs) {
    lines.push(
      `  the server executes ${printable(program)}, which cannot be compared with anything here`,
    );
  }
  if (manifest.webapp?.bundle_path) lines.push("  adds to the web app of everybody");
  return lines;
}

/** What permissions let a plugin do, after "may". */
function permissionTexts(permissions: PluginPermissions): string[] {
  const { net, read, env, database, memory } = permissions;
  return [
    ...net.map((host) => `connect to ${host}`),
    ...read.map((path) => `read its own file ${path}`),
    ...env.map((name) => `read the server's environment variable ${name}`),
    ...database ? ["use the server's whole database"] : [],
    `use ${memory} MiB of memory for JavaScript`,
  ];
}

/** What differs from the installed version, in lines; empty if nothing is known to differ. */
export function describeChanges(
  { manifest, plan }: PluginArchive,
  installed: InstalledPlugin,
  record: DeployedRecord | undefined,
): string[] {
  const lines: string[] = [];
  const before = installed.manifest;
  const order = compareVersions(manifest.version, installed.version);
  lines.push(
    order === 0
      ? `replaces the same version, ${installed.version}`
      : `${order > 0 ? "updates" : "goes back from"} ${installed.version} to ${manifest.version}`,
  );
  const least = before.min_server_version ?? "";
  if ((manifest.min_server_version ?? "") !== least) {
    lines.push(
      `needs Mattermost ${manifest.min_server_version || "of any version"}, until now ${
        least || "any"
      }`,
    );
  }
  const [oldKeys, newKeys] = [settingKeys(before), settingKeys(manifest)];
  lines.push(
    ...newKeys.filter((key) => !oldKeys.includes(key)).map((key) => `adds the setting ${key}`),
    ...oldKeys.filter((key) => !newKeys.includes(key)).map((key) => `drops the setting ${key}`),
  );
  if (before.webapp === undefined && manifest.webapp?.bundle_path) {
    lines.push("adds to the web app");
  }
  if (plan === undefined) return lines;
  if (record === undefined || record.version !== installed.version) {
    return [
      ...lines,
      `whether it may more than ${installed.version} is not known: the server does not keep that, ` +
      "and that version was not deployed from here",
    ];
  }
  const [old, now] = [permissionTexts(record.permissions), permissionTexts(plan.permissions)];
  return [
    ...lines,
    ...now.filter((text) => !old.includes(text)).map((text) => `may now ${text}`),
    ...old.filter((text) => !now.includes(text)).map((text) => `may no longer ${text}`),
  ];
}

function settingKeys(
  { settings_schema: schema }: Pick<Manifest, "settings_schema"> | InstalledPlugin["manifest"],
): string[] {
  return (schema?.settings ?? []).flatMap(({ key }) => key === undefined ? [] : [printable(key)]);
}

/** Orders versions as semver does, as far as numbers and "before a release" go. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => {
    const [core = "", pre] = text.split("+")[0]?.split(/-(.*)/s) ?? [];
    return { numbers: core.split(".").map((part) => Number.parseInt(part, 10) || 0), pre };
  });
  for (let at = 0; at < 3; at++) {
    const difference = (a?.numbers[at] ?? 0) - (b?.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a?.pre === b?.pre) return 0;
  if (a?.pre === undefined) return 1;
  if (b?.pre === undefined) return -1;
  return comparePre(a.pre, b.pre);
}

function comparePre(one: string, other: string): number {
  const [a, b] = [one.split("."), other.split(".")];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    if (x === y) continue;
    const [m, n] = [x, y].map((part) => /^\d+$/.test(part) ? Number(part) : undefined);
    if (m !== undefined && n !== undefined) return m - n;
    if (m !== undefined) return -1;
    if (n !== undefined) return 1;
    return x < y ? -1 : 1;
  }
  return 0;
}
