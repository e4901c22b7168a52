import type { CodeFinding, ComparedFinding } from "./check_findings.ts";
import type { ManifestFinding } from "./manifest_check.ts";
import type { Manifest } from "./manifest_types.ts";
import { checkEnv, type PermissionRequest, type PermissionScope } from "./permissions.ts";
import { UNDO_FLAG, whatItUndoes } from "./undo_sandbox.ts";
import type { BundleUses, PlacedAccess } from "./uses/bundle_uses.ts";

const ROOT = ["server", "permissions"];

/**
 * Compares the permissions that a manifest asks for with what the plugin's code reaches for.
 *
 * What is asked for and never named is a hint, since code can put names together. What code names and
 * the sandbox would refuse is a warning where it is the author's own; a library may never come there.
 */
export function checkUsedPermissions(
  manifest: Pick<Manifest, "server" | "settings_schema" | "props">,
  uses: Pick<BundleUses, "accesses" | "context" | "texts">,
): readonly ComparedFinding[] {
  return [...unused(manifest, uses), ...missing(manifest.server?.permissions ?? {}, uses)];
}

function unused(
  { server, settings_schema, props }: Pick<Manifest, "server" | "settings_schema" | "props">,
  { context, texts }: Pick<BundleUses, "context" | "texts">,
): readonly ManifestFinding[] {
  const { net, read, env, database } = server?.permissions ?? {};
  // What the manifest's settings and props say, the code may use.
  const settings = JSON.stringify([settings_schema, props]);
  const isNamed = (word: string) =>
    settings.includes(word) || texts.values().some((text) => text.includes(word));
  const hint = (path: readonly (string | number)[], reason: string): ManifestFinding => ({
    severity: "hint",
    path: [...ROOT, ...path],
    reason,
  });
  const unnamed = (
    name: "net" | "read" | "env",
    scope: PermissionScope | undefined,
    wordOf: (entry: string) => string,
    remedy: string,
  ) =>
    namesIn(scope).flatMap((entry, index) =>
      isNamed(wordOf(entry))
        ? []
        : [hint([name, index], `the plugin's code names no "${wordOf(entry)}"; ${remedy}`)]
    );
  const usesDatabase = context.some(({ name }) => name === "database");
  return [
    ...unnamed("net", net, hostOf, "take it out if nothing connects to it"),
    ...unnamed("read", read, lastStep, "take it out if nothing reads it"),
    ...unnamed("env", env, (name) => name, "take it out if nothing reads it"),
    ...database && !usesDatabase
      ? [hint(
        ["database"],
        "the plugin's code uses no database; take this out, since it opens the server's whole one",
      )]
      : [],
  ];
}

function missing(
  asked: PermissionRequest,
  { accesses, context }: Pick<BundleUses, "accesses" | "context">,
): readonly CodeFinding[] {
  const found = new Map<string, CodeFinding>();
  for (const access of accesses) {
    const { kind, target, what, origin, place } = access;
    if (origin !== "author" && kind !== "net" && kind !== "run" && kind !== "ffi") continue;
    const reason = isAllowed(access, asked) ? undefined : refusal(access);
    const key = `${kind} ${target ?? what} ${origin}`;
    if (reason === undefined || found.has(key)) continue;
    found.set(key, {
      severity: origin === "author" ? "warning" : "hint",
      place,
      reason: origin === "author" ? reason : `in a library: ${reason}`,
    });
  }
  const database = context.find(({ name }) => name === "database");
  if (database !== undefined && asked.database !== true) {
    found.set("database", {
      severity: "warning",
      place: database.place,
      reason: "the server's database is used here, and the manifest does not ask for it; add " +
        '"database": true to server.permissions, with which the plugin may read and change ' +
        "everything in Mattermost",
    });
  }
  return [...found.values()];
}

/** Whether the sandbox lets it through, or that cannot be told. */
function isAllowed({ kind, target, what }: PlacedAccess, asked: PermissionRequest): boolean {
  const scope = asked[kind];
  if (scope === true) return true;
  const names = namesIn(scope);
  switch (kind) {
    case "net":
      return target === undefined || names.includes(target) ||
        names.includes(target.replace(/:\d+$/, ""));
    case "env":
      return target === undefined || names.includes(target);
    case "read":
      return target === undefined || isOwnFile(target) ||
        names.some((entry) => isBelow(target, entry));
    case "sys":
      return names.includes(what.split(".").at(-1) ?? what) || names.length > 0 && !isDeno(what);
    case "write":
    case "run":
    case "ffi":
      return names.length > 0 &&
        (target === undefined || names.some((entry) => isBelow(target, entry)));
  }
}

/** What an author is told about something that the sandbox refuses. */
function refusal({ kind, target = "", what }: PlacedAccess): string | undefined {
  const refused = "which the sandbox refuses";
  switch (kind) {
    case "net":
      return `this connects to "${target}", ${refused}; add it to server.permissions.net, with ` +
        "which whatever the plugin sees (messages, files, accounts) can be sent there";
    case "env": {
      const never = checkEnv(target);
      return `this reads the variable ${target}, which is not there for the plugin; ` +
        (never === undefined
          ? `add "${target}" to server.permissions.env, with which the plugin knows its value, ` +
            "which may be a password; a secret setting is safer"
          : `no manifest can change that: ${never}`);
    }
    case "read":
      return target.startsWith("/")
        ? `this reads "${target}", ${refused}: a plugin reads the files of its own bundle alone. ` +
          "Put the file beside the manifest, and name it in server.permissions.read"
        : `this reads "${target}", which is not in the bundle; add it to server.permissions.read, ` +
          "with which it goes into the bundle, for whoever has that to read, or put it into assets/";
    default: {
      const entry = target === "" ? "" : ` "${target}"`;
      return `${what} is used here${entry && ` for${entry}`}, ${refused}: ${whatItUndoes(kind)}. ` +
        `Do without it; or ask for "${kind}" in server.permissions, and give ` +
        `--${UNDO_FLAG}=${kind} wherever the plugin is bundled and run`;
    }
  }
}

/** Every bundle has its own files and the folder of assets, and may read them. */
function isOwnFile(path: string): boolean {
  return path === "" || isBelow(path, "assets") || isBelow(path, "server") ||
    path === "plugin.json";
}

function isBelow(path: string, entry: string): boolean {
  const folder = entry.replace(/\/$/, "");
  return path === folder || path.startsWith(`${folder}/`);
}

function isDeno(what: string): boolean {
  return what.startsWith("Deno.");
}

function namesIn(scope: PermissionScope = []): readonly string[] {
  return scope === true ? [] : scope;
}

function hostOf(entry: string): string {
  return entry.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}

function lastStep(path: string): string {
  return path.replace(/\/$/, "").split("/").at(-1) ?? path;
}
