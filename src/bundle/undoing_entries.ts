/**
 * What may stand in the lists of the permissions that undo the sandbox: `run`, `ffi`, `sys`, `write`.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";

/** What an absolute path looks like, for editors; the checks say more. */
// deno-lint-ignore no-control-regex -- a line of a launcher could not hold them
export const PATH_PATTERN = /^\/[^,\u0000-\u001f]+$/;

/** What an entry of `run` looks like, for editors; {@linkcode checkRun} says more. */
// deno-lint-ignore no-control-regex -- as above
export const RUN_PATTERN = /^(?:[A-Za-z0-9_][A-Za-z0-9_.+-]*|\/[^,\u0000-\u001f]+)$/;

/** What `sys` may name: what Deno calls these facts. */
export const SYS_KINDS = [
  ...["hostname", "osRelease", "osUptime", "loadavg", "networkInterfaces", "systemMemoryInfo"],
  ...["uid", "gid", "cpus", "homedir", "statfs", "userInfo", "username"],
  ...["getPriority", "setPriority", "inspector"],
] as const;

/** What is wrong with an entry of `run`; undefined if nothing is. */
export function checkRun(entry: unknown): string | undefined {
  const expected = 'expected the name or the absolute path of a program, such as "git"';
  if (entry === "*") return `${expected}; for any program write true`;
  if (typeof entry !== "string") return `${expected}, found ${JSON.stringify(entry)}`;
  if (/\s/.test(entry) && !entry.startsWith("/")) {
    return `${expected}; "${entry}" has arguments, which the plugin gives itself`;
  }
  if (entry.startsWith("/")) return wrongPath(expected, entry);
  return RUN_PATTERN.test(entry) ? undefined : `${expected}, found "${entry}"`;
}

/** What is wrong with an entry of `ffi`; undefined if nothing is. */
export function checkFfi(entry: unknown): string | undefined {
  return checkPath('expected the absolute path of a library, such as "/usr/lib/libx.so"', entry);
}

/** What is wrong with an entry of `write`; undefined if nothing is. */
export function checkWrite(entry: unknown): string | undefined {
  return checkPath(
    'expected the absolute path of a file or folder of the server, such as "/srv/export"',
    entry,
  );
}

/** What is wrong with an entry of `sys`; undefined if nothing is. */
export function checkSys(entry: unknown): string | undefined {
  if (SYS_KINDS.some((kind) => kind === entry)) return undefined;
  const near = typeof entry === "string" ? nearestName(entry, SYS_KINDS) : undefined;
  return `expected one of ${SYS_KINDS.join(", ")}, found ${JSON.stringify(entry)}` +
    (near === undefined ? "" : `; did you mean "${near}"?`);
}

function checkPath(expected: string, entry: unknown): string | undefined {
  if (entry === "*" || entry === "/") return `${expected}; for all of them write true`;
  if (typeof entry !== "string") return `${expected}, found ${JSON.stringify(entry)}`;
  if (!entry.startsWith("/")) return `${expected}; "${entry}" is not absolute`;
  return wrongPath(expected, entry);
}

function wrongPath(expected: string, path: string): string | undefined {
  if (path.includes(",")) return `${expected}; Deno's flags cannot hold a path with a comma`;
  const steps = path.slice(1).replace(/\/$/, "").split("/");
  if (steps.some((step) => step === "" || step === "." || step === "..")) {
    return `${expected}, found "${path}"; empty steps, "." and ".." are not allowed`;
  }
  return PATH_PATTERN.test(path) ? undefined : `${expected}, found ${JSON.stringify(path)}`;
}
