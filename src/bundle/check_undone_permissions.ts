import type { CodeSection } from "./code_sections.ts";
import type { ManifestFinding } from "./manifest_check.ts";
import { completePermissions, type PermissionRequest } from "./permissions.ts";
import {
  undoFaults,
  type UndoingPermission,
  undonePermissions,
  undoneWarning,
} from "./undo_sandbox.ts";

/**
 * The permissions that undo the sandbox: an error for each that was not named, a warning for each that
 * was, and an error for what was named and is not asked for.
 */
export function checkUndonePermissions(
  request: PermissionRequest | undefined,
  named: readonly string[],
): readonly ManifestFinding[] {
  const permissions = completePermissions(request);
  const faults = undoFaults(permissions, named);
  const warnings = undonePermissions(permissions)
    .filter(({ permission }) => named.includes(permission));
  return [
    ...faults.map(({ permission, unasked, reason }) => ({
      severity: "error" as const,
      path: unasked ? ROOT : [...ROOT, permission],
      reason,
    })),
    ...warnings.map((it) => ({
      severity: "warning" as const,
      path: [...ROOT, it.permission],
      reason: undoneWarning(it),
    })),
  ];
}

/**
 * Warns of those that nothing in the plugin seems to use. What code does is told by the names of the
 * functions in it, those of the packages that it brings included.
 */
export function checkUndoneUses(
  request: PermissionRequest | undefined,
  sections: readonly CodeSection[],
): readonly ManifestFinding[] {
  const code = sections.filter(({ origin }) => origin !== "package").map(({ code }) => code);
  return undonePermissions(completePermissions(request))
    .filter(({ permission }) => !code.some((text) => USES[permission].test(text)))
    .map(({ permission }) => ({
      severity: "warning" as const,
      path: [...ROOT, permission],
      reason: `the plugin's code ${UNUSED[permission]}; take this out, since it undoes the sandbox`,
    }));
}

const ROOT = ["server", "permissions"];

/** What code has in it that uses a permission: names of functions of Deno and Node. */
const USES: Readonly<Record<UndoingPermission, RegExp>> = {
  run: /\bDeno\.(?:Command|kill)\b|\bchild_process\b|\bprocess\.kill\b/,
  ffi: /\bdlopen\b|\bUnsafe(?:Pointer|PointerView|FnPointer|Callback)\b|\.node\b/,
  sys: new RegExp(
    "\\bDeno\\.(?:hostname|osRelease|osUptime|loadavg|networkInterfaces|systemMemoryInfo|uid|gid)\\b" +
      "|\\b(?:node:)?os[\"']|\\bprocess\\.(?:getuid|getgid|geteuid|getegid)\\b|\\bstatfs(?:Sync)?\\b" +
      "|\\binspector\\b",
  ),
  write: new RegExp(
    "\\b(?:writeFile|writeTextFile|appendFile|open|create|mkdir|remove|unlink|rm|rmdir|rename|" +
      "copyFile|cp|truncate|symlink|link|chmod|chown|utime|utimes|makeTempFile|makeTempDir|mkdtemp)" +
      "(?:Sync)?\\s*\\(|\\bcreateWriteStream\\b",
  ),
  net:
    /\b(?:fetch|connect|connectTls|listen|listenTls|listenDatagram|serve|resolveDns|createConnection|createServer|createSocket|lookup)\s*\(|\bnew (?:WebSocket|EventSource)\b/,
  read: new RegExp(
    "\\b(?:readFile|readTextFile|open|readDir|readdir|stat|lstat|readLink|readlink|realPath|" +
      "realpath|watchFs|copyFile|cp|opendir|access|existsSync)(?:Sync)?\\s*\\(|\\bcreateReadStream\\b",
  ),
  env: /\bDeno\.env\b|\bprocess\.env\b|\benv\.(?:get|toObject)\b/,
};

const UNUSED: Readonly<Record<UndoingPermission, string>> = {
  run: "runs no program",
  ffi: "loads no native code",
  sys: "asks nothing about the machine",
  write: "writes no file",
  net: "connects to nothing",
  read: "reads no file",
  env: "reads no variable",
};
