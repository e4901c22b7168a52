/**
 * The functions of Deno and Node for which a sandbox asks for a permission.
 *
 * @module
 */

/** A permission that code can need. */
export type AccessKind = "net" | "read" | "env" | "write" | "run" | "ffi" | "sys";

/** What the first argument of a function names. */
export type AccessTarget = "url" | "address" | "host" | "name" | "path" | "none";

/** A function that needs a permission. */
export interface GuardedFunction {
  readonly kind: AccessKind;
  readonly target: AccessTarget;
}

function each(
  kind: AccessKind,
  target: AccessTarget,
  module: string,
  names: string,
): [string, GuardedFunction][] {
  return names.split(" ").map((name) => [`${module}${name}`, { kind, target }]);
}

/** The same functions under all names that they have. */
function files(kind: "read" | "write", deno: string, node: string): [string, GuardedFunction][] {
  const sync = (names: string) => names.split(" ").map((name) => `${name} ${name}Sync`).join(" ");
  return [
    ...each(kind, "path", "Deno.", sync(deno)),
    ...each(kind, "path", "node:fs.", sync(node)),
    ...each(kind, "path", "node:fs.promises.", node),
    ...each(kind, "path", "node:fs/promises.", node),
  ];
}

/** By the path under which the runtime has them. */
export const GUARDED: ReadonlyMap<string, GuardedFunction> = new Map([
  ...each("net", "url", "", "fetch WebSocket EventSource"),
  ...each("net", "url", "node:http.", "get request"),
  ...each("net", "url", "node:https.", "get request"),
  ...each("net", "address", "Deno.", "connect connectTls"),
  ...each("net", "host", "Deno.", "resolveDns"),
  ...each("env", "name", "Deno.env.", "get has set delete"),
  ...files(
    "read",
    "readTextFile readFile open readDir stat lstat realPath readLink",
    "readFile readdir stat lstat open opendir access createReadStream",
  ),
  ...files(
    "write",
    "writeTextFile writeFile mkdir remove rename create copyFile makeTempDir makeTempFile symlink link truncate chmod chown",
    "writeFile appendFile mkdir mkdtemp rm rmdir unlink rename copyFile symlink createWriteStream",
  ),
  ...each("run", "name", "Deno.", "Command run spawn spawnAndWait spawnAndWaitSync"),
  ...each(
    "run",
    "name",
    "node:child_process.",
    "exec execSync execFile execFileSync spawn spawnSync fork",
  ),
  ...each("ffi", "path", "Deno.", "dlopen"),
  ...each(
    "sys",
    "none",
    "Deno.",
    "hostname osRelease osUptime loadavg networkInterfaces systemMemoryInfo uid gid",
  ),
  ...each(
    "sys",
    "none",
    "node:os.",
    "hostname networkInterfaces userInfo cpus totalmem freemem loadavg uptime release homedir",
  ),
]);

/** The objects whose properties are the environment's variables. */
export const ENV_OBJECTS: readonly string[] = ["process.env", "node:process.env"];
