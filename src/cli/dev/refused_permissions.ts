import type { PluginPermissions } from "../../bundle/mod.ts";
import { PACKAGE_NAME } from "../../bundle/own_package.ts";
import { checkEnv, checkNet, checkRead, refusedPermission } from "../../bundle/permissions.ts";
import { UNDO_FLAG, whatItUndoes } from "../../bundle/undo_sandbox.ts";
import { checkFfi, checkRun, checkSys, checkWrite } from "../../bundle/undoing_entries.ts";
import { printable } from "../printable.ts";

/** An access that Deno refused to a plugin. */
export interface RefusedAccess {
  /** What kind: `net`, `read`, `env`, … */
  readonly kind: string;
  /** Which host, file or variable; undefined where the message does not say. */
  readonly target?: string | undefined;
  /** The module and line that asked for it, where that is known. */
  readonly at?: string;
  /**
   * How that shows, if not by an error that says so: there is no such variable, or the bundle lacks the
   * file.
   */
  readonly why?: "hidden" | "left out";
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

/**
 * What an author can do about a refused access, in lines; the first one says what was refused. None
 * where nobody can do anything: a library has asked for a variable that is never passed on.
 */
export function proposal(
  access: RefusedAccess,
  permissions: PluginPermissions,
  bundleFolder: string,
): string[] {
  const { kind, target, at, why } = access;
  const refused = whatWasRefused(access, bundleFolder);
  const never = refusedPermission(kind);
  if (never !== undefined) return [refused, `No manifest can allow it: ${never}.`];
  if (target === undefined || !isListed(kind)) {
    const undoes = whatItUndoes(kind);
    return [
      refused,
      "docs/permissions.md says what a manifest can allow." +
      (kind === "run" && undoes !== undefined
        ? ` Running programs undoes the sandbox: ${undoes}.`
        : ""),
    ];
  }
  const entry = kind === "read" ? insideOf(bundleFolder, target) : target;
  if (entry === undefined) {
    return [
      refused,
      "No manifest can allow it: a plugin reads the files of its own bundle and no others. Put the " +
      'file beside the manifest, and name it there in "read".',
    ];
  }
  const wrong = CHECKS[kind](entry);
  if (wrong !== undefined) {
    if (why === "hidden" && isLibrary(at)) return [];
    return [refused, `No manifest can allow it: ${wrong}.`];
  }
  const scope = permissions[kind] ?? [];
  const all = [...new Set([...scope === true ? [] : scope, entry])];
  const allow = `To allow it, write into the manifest: "server": { "permissions": { "${kind}": ${
    JSON.stringify(all)
  } } }`;
  if (kind === "net" || kind === "env" || kind === "read") {
    return [refused, allow, exposure(kind, entry)];
  }
  return [
    refused,
    `${allow}, and give --${UNDO_FLAG}=${kind} wherever the plugin is bundled and run`,
    `That undoes the sandbox: ${whatItUndoes(kind)}.`,
  ];
}

const CHECKS = {
  net: checkNet,
  env: checkEnv,
  read: checkRead,
  run: checkRun,
  ffi: checkFfi,
  sys: checkSys,
  write: checkWrite,
} as const;

function isListed(kind: string): kind is keyof typeof CHECKS {
  return Object.hasOwn(CHECKS, kind);
}

function whatWasRefused({ kind, target, at, why }: RefusedAccess, bundleFolder: string): string {
  const place = at === undefined ? "" : ` (${printable(at)})`;
  const name = target === undefined ? "" : printable(target);
  if (why === "hidden") {
    return `there is no variable ${name} for the plugin, since the manifest does not name it${place}`;
  }
  if (why === "left out") {
    return `the bundle has no ${
      insideOf(bundleFolder, name) ?? name
    }, since the manifest does not name it${place}`;
  }
  return `the sandbox refused ${kind} access${name && ` to ${name}`}${place}`;
}

/** Whether a module is not the author's. */
function isLibrary(at = ""): boolean {
  return /^[a-z][a-z0-9+.-]*:[^:]*[/@]/i.test(at) || at.startsWith(`${PACKAGE_NAME}/`);
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
