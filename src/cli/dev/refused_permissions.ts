import { checkEnv, checkNet, checkRead, refusedPermission } from "../../bundle/permissions.ts";
import type { PluginPermissions } from "../../bundle/mod.ts";
import { printable } from "../server/printable.ts";

/** An access that Deno refused to a plugin. */
export interface RefusedAccess {
  /** What kind: `net`, `read`, `env`, … */
  readonly kind: string;
  /** Which host, file or variable; undefined where the message does not say. */
  readonly target: string | undefined;
}

const REFUSAL = /Requires (\w+) access(?: to (?:"([^"\n]*)"|<([^>\n]*)>|([^\s,]+)))?/g;

/** The accesses that a text tells of as refused, each of them once. */
export function refusedIn(text: string): RefusedAccess[] {
  const found = new Map<string, RefusedAccess>();
  for (const [, kind = "", quoted, , bare] of text.matchAll(REFUSAL)) {
    const target = quoted ?? bare;
    found.set(`${kind} ${target}`, { kind, target });
  }
  return [...found.values()];
}

/** What an author can do about a refused access, in lines; the first one says what was refused. */
export function proposal(
  { kind, target }: RefusedAccess,
  permissions: PluginPermissions,
  bundleFolder: string,
): string[] {
  const refused = `the sandbox refused ${kind} access${
    target === undefined ? "" : ` to ${printable(target)}`
  }`;
  const never = refusedPermission(kind);
  if (never !== undefined) return [refused, `No manifest can allow it: ${never}.`];
  if (target === undefined || (kind !== "net" && kind !== "env" && kind !== "read")) {
    return [refused, "docs/permissions.md says what a manifest can allow."];
  }
  const entry = kind === "read" ? insideOf(bundleFolder, target) : target;
  if (entry === undefined) {
    return [
      refused,
      "No manifest can allow it: a plugin reads the files of its own bundle and no others. Put the " +
      'file beside the manifest, and name it there in "read".',
    ];
  }
  const wrong = { net: checkNet, env: checkEnv, read: checkRead }[kind](entry);
  if (wrong !== undefined) return [refused, `No manifest can allow it: ${wrong}.`];
  const all = [...new Set([...permissions[kind], entry])];
  return [
    refused,
    `To allow it, write into the manifest: "server": { "permissions": { "${kind}": ${
      JSON.stringify(all)
    } } }`,
    exposure(kind, entry),
  ];
}

/** What a permission would expose. */
function exposure(kind: "net" | "env" | "read", entry: string): string {
  if (kind === "net") {
    const anyPort = /:\d+$/.test(entry) ? "" : ", on any port";
    return `With it, whatever the plugin sees (messages, files, accounts) can be sent to ${entry}${anyPort}.`;
  }
  if (kind === "env") {
    return `With it, the plugin knows the value of ${entry} in the server's environment, which may be a ` +
      "password, and can send it wherever it may connect to.";
  }
  return `With it, ${entry} goes into the bundle: whoever has the bundle can read it.`;
}

/** The path below the bundle's folder. */
function insideOf(folder: string, path: string): string | undefined {
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  if (path.startsWith("/") || path.split("/").includes("..")) return undefined;
  return path.replace(/^\.\//, "");
}
