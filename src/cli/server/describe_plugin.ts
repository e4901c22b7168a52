import { formatBytes } from "../format_bytes.ts";
import { compareVersions } from "../../bundle/compare_versions.ts";
import { compiledDifferences } from "../../bundle/compiled/compile_flags.ts";
import { compiledPlatform } from "../../bundle/compiled/compiled_path.ts";
import {
  BUNDLE_PLATFORMS,
  type LaunchPlan,
  type Manifest,
  type PermissionScope,
  type PluginPermissions,
  undonePermissions,
} from "../../bundle/mod.ts";
import type { DeployedRecord } from "./deployed_record.ts";
import type { PluginArchive } from "./plugin_archive.ts";
import { type PluginUses, usesTexts } from "./plugin_uses.ts";
import type { InstalledPlugin } from "./plugins.ts";

/** What a plugin is and may do, in lines for whoever lets it onto a server; its own texts as they are. */
export function describePlugin(
  { bytes, manifest, plan }: PluginArchive,
  uses: PluginUses | undefined,
): string[] {
  const lines = [
    `${manifest.id} ${manifest.version}${
      manifest.name === undefined ? "" : ` (${manifest.name})`
    }, ${formatBytes(bytes.length)}`,
  ];
  if (manifest.min_server_version) {
    lines.push(`  needs Mattermost ${manifest.min_server_version} or newer`);
  }
  if (plan === undefined) {
    const { executable, executables = {} } = manifest.server ?? {};
    for (const program of new Set([executable, ...Object.values(executables)])) {
      if (!program) continue;
      lines.push(`  the server executes ${program}, without any sandbox that is known here`);
    }
  } else {
    lines.push(`  runs in Deno ${plan.deno} or newer, in a sandbox`);
    lines.push(...permissionTexts(plan.permissions).map((text) => `  may ${text}`));
    lines.push(...compiledTexts(manifest, plan).map((text) => `  ${text}`));
    lines.push("  may use the plugin API: read and write every message, file, user and channel");
    lines.push(...(uses === undefined ? [] : usesTexts(uses)).map((text) => `  ${text}`));
  }
  if (manifest.webapp?.bundle_path) lines.push("  adds to the web app of everybody");
  return lines;
}

/** What the sandbox does not do where the server executes a compiled program. */
function compiledTexts(manifest: Manifest, plan: LaunchPlan): string[] {
  return Object.entries(manifest.server?.executables ?? {}).flatMap(([go, path]) => {
    const platform = compiledPlatform(path);
    if (platform === undefined) return [];
    const { weaker } = compiledDifferences(plan, BUNDLE_PLATFORMS[platform]);
    return weaker.map((text) => `compiled for ${go}, with a weaker sandbox: ${text}`);
  });
}

/** What permissions let a plugin do, after "may". */
function permissionTexts(permissions: PluginPermissions): string[] {
  const { net, read, env, database, memory } = permissions;
  const names = (scope: PermissionScope) => scope === true ? [] : scope;
  return [
    ...names(net).map((host) => `connect to ${host}`),
    ...names(read).map((path) => `read its own file ${path}`),
    ...names(env).map((name) => `read the server's environment variable ${name}`),
    ...undonePermissions(permissions).map(({ may }) => may),
    ...database ? ["use the server's whole database"] : [],
    `use ${memory} MiB of memory for JavaScript`,
  ];
}

/** What differs from the installed version, in lines as {@linkcode describePlugin} gives them. */
export function describeChanges(
  { manifest, plan }: PluginArchive,
  uses: PluginUses | undefined,
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
  if (!isOf(record, installed)) {
    return [
      ...lines,
      `what else changes is not known: the server keeps neither permissions nor hooks, and this ` +
      `${installed.version} was not deployed from this machine`,
    ];
  }
  return [
    ...lines,
    ...changed(permissionTexts(record.permissions), permissionTexts(plan.permissions), {
      now: "may now",
      before: "may no longer",
    }),
    ...changedUses(record.uses, uses),
    `compared with the ${installed.version} of this machine's last deployment: the server does not ` +
    "tell whether another machine has deployed another since",
  ];
}

/** Whether what is installed can be what was deployed from here, as far as the server tells. */
function isOf(
  record: DeployedRecord | undefined,
  { version, manifest }: InstalledPlugin,
): record is DeployedRecord {
  return record !== undefined && record.version === version &&
    (record.settings === undefined || sameKeys(record.settings, settingKeys(manifest)));
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key) => other.includes(key));
}

function changed(
  old: readonly string[],
  now: readonly string[],
  words: { readonly now: string; readonly before: string },
): string[] {
  return [
    ...now.filter((text) => !old.includes(text)).map((text) => `${words.now} ${text}`),
    ...old.filter((text) => !now.includes(text)).map((text) => `${words.before} ${text}`),
  ];
}

function changedUses(old: PluginUses | undefined, now: PluginUses | undefined): string[] {
  if (old === undefined || now === undefined) return [];
  return [
    ...changed(old.methods, now.methods, { now: "now calls", before: "no longer calls" }),
    ...old.hooks === undefined || now.hooks === undefined
      ? ["whether it has other hooks is known only once it runs"]
      : changed(old.hooks, now.hooks, {
        now: "now has the hook",
        before: "no longer has the hook",
      }),
  ];
}

/** What a server keeps of a manifest, by which another deployment can be told. */
export function settingKeys(
  { settings_schema: schema }: Pick<Manifest, "settings_schema"> | InstalledPlugin["manifest"],
): string[] {
  return (schema?.settings ?? []).flatMap(({ key }) => key === undefined ? [] : [key]);
}
