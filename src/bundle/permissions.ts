import { mayPass, PASSED_VARIABLES } from "./passed_variables.ts";

/** Names, or `true` for everything there is, which undoes the sandbox. */
export type PermissionScope = readonly string[] | true;

/**
 * What a manifest may ask for in `server.permissions`. Absent means none of it.
 *
 * `run`, `ffi`, `sys`, `write`, and `true` for `net`, `read` or `env`, undo the sandbox: whoever
 * bundles or starts such a plugin has to name them, by `undoSandbox`.
 */
export interface PermissionRequest {
  /** Hosts that the plugin may connect to, as `host` (any port) or `host:port`. */
  readonly net?: PermissionScope;
  /** Files and folders beside the manifest that the plugin reads; they go into the bundle. */
  readonly read?: PermissionScope;
  /** Names of environment variables of the server that the plugin may read. */
  readonly env?: PermissionScope;
  /** Whether the plugin uses the server's own database, by SQL (`context.database`). */
  readonly database?: boolean;
  /** The limit of the plugin's JavaScript heap in MiB. */
  readonly memory?: number;
  /** Programs that the plugin may run, by name or absolute path. */
  readonly run?: PermissionScope;
  /** Native libraries that the plugin may load, by absolute path. */
  readonly ffi?: PermissionScope;
  /** What the plugin may ask the machine for, by the names that Deno has for it. */
  readonly sys?: PermissionScope;
  /** Files and folders of the server's machine that the plugin may write, by absolute path. */
  readonly write?: PermissionScope;
}

/** A {@linkcode PermissionRequest} in which everything is said. */
export interface PluginPermissions {
  /** Hosts that the plugin may connect to. */
  readonly net: PermissionScope;
  /** Paths inside the bundle. */
  readonly read: PermissionScope;
  /** Names of environment variables. */
  readonly env: PermissionScope;
  /** Whether the plugin uses the server's own database. */
  readonly database: boolean;
  /** The limit of the JavaScript heap in MiB. */
  readonly memory: number;
  /** Programs that the plugin may run. Absent: none. */
  readonly run?: PermissionScope;
  /** Native libraries that the plugin may load. Absent: none. */
  readonly ffi?: PermissionScope;
  /** What the plugin may ask the machine for. Absent: nothing. */
  readonly sys?: PermissionScope;
  /** Files and folders of the machine that the plugin may write. Absent: none. */
  readonly write?: PermissionScope;
}

/** The heap limit in MiB where a manifest says nothing. */
export const DEFAULT_MEMORY_MIB = 256;

/** The names that `server.permissions` may hold. */
export const PERMISSION_NAMES = [
  ...["net", "read", "env", "database", "memory"],
  ...["run", "ffi", "sys", "write"],
] as const;

const REFUSED: Readonly<Record<string, string>> = {
  import: "code comes with the bundle, never over the network",
  all: "it switches the sandbox off; ask for each permission by its name",
};

/** Why a permission is never given; undefined if that name is not one of these. */
export function refusedPermission(name: string): string | undefined {
  return Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
}

const LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

/** What an entry of `net` looks like. */
export const NET_PATTERN: RegExp = new RegExp(
  `^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]{1,5}))?$`,
);

/** What is wrong with an entry of `net`; undefined if nothing is. */
export function checkNet(entry: unknown): string | undefined {
  const expected = 'expected "host" or "host:port", such as "api.example.com:443"';
  if (entry === "*") {
    return `${expected}; all hosts at once would undo the sandbox, so name each one`;
  }
  if (typeof entry !== "string") return `${expected}, found ${JSON.stringify(entry)}`;
  if (entry.includes(",")) return `${expected}; a comma would name several, so write one an entry`;
  if (entry.includes("://")) return `${expected}; leave "${entry.split("://")[0]}://" out`;
  if (entry.includes("*")) return `${expected}; "${entry}" is a pattern, so name each host`;
  if (entry.includes("/")) return `${expected}, found "${entry}"; a path cannot be part of it`;
  const match = NET_PATTERN.exec(entry);
  if (match === null) return `${expected}, found "${entry}"`;
  const port = match[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65535)) {
    return `expected a port from 1 to 65535, found ${port}`;
  }
  return undefined;
}

/** What an entry of `read` looks like, for editors; {@linkcode checkRead} says more. */
export const READ_PATTERN = /^(?!\/|server(?:\/|$)|plugin\.(?:json|ya?ml)(?:\/|$))[^,\\]+$/;

/** What is wrong with an entry of `read`; undefined if nothing is. */
export function checkRead(entry: unknown): string | undefined {
  const expected = 'expected a path relative to the manifest, such as "assets/logo.png"';
  if (entry === "*") {
    return `${expected}; all files at once would undo the sandbox, so name each one`;
  }
  if (typeof entry !== "string" || entry === "") {
    return `${expected}, found ${JSON.stringify(entry)}`;
  }
  if (entry.includes(",")) return `${expected}; Deno's flags cannot hold a path with a comma`;
  if (entry.includes("\\")) return `${expected}; write "/" between its parts`;
  // deno-lint-ignore no-control-regex -- they are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f]/.test(entry)) {
    return `${expected}; there is a control character in ${JSON.stringify(entry)}`;
  }
  if (entry.startsWith("/")) return `${expected}; "${entry}" is absolute`;
  const steps = entry.replace(/\/$/, "").split("/");
  if (steps.some((step) => step === "" || step === "." || step === "..")) {
    return `${expected}, found "${entry}"; empty steps, "." and ".." are not allowed`;
  }
  if (steps[0] === "server" || /^plugin\.(json|ya?ml)$/.test(steps[0] ?? "")) {
    return `${expected}; "${steps[0]}" is the bundle's own`;
  }
  return undefined;
}

/** What an entry of `env` looks like. */
export const ENV_PATTERN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What is wrong with an entry of `env`; undefined if nothing is. */
export function checkEnv(entry: unknown): string | undefined {
  const expected = 'expected the name of an environment variable, such as "HTTPS_PROXY"';
  if (entry === "*") {
    return `${expected}; all of them at once would show the server's passwords, so name each one`;
  }
  if (typeof entry !== "string") return `${expected}, found ${JSON.stringify(entry)}`;
  if (!ENV_PATTERN.test(entry)) return `${expected}, found "${entry}"`;
  if (PASSED_VARIABLES.some((name) => name === entry)) {
    return `"${entry}" cannot be asked for: every plugin's process has it, and hides it from the code`;
  }
  if (!mayPass(entry)) {
    return `"${entry}" is never passed on: it changes how the plugin's process starts`;
  }
  return undefined;
}

/** The least and the most MiB that `memory` may be. */
export const MEMORY_LIMITS_MIB = { least: 32, most: 65536 } as const;

/** What is wrong with `memory`; undefined if nothing is. */
export function checkMemory(value: unknown): string | undefined {
  const { least, most } = MEMORY_LIMITS_MIB;
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) {
    return undefined;
  }
  return `expected a whole number of MiB from ${least} to ${most}, found ${JSON.stringify(value)}`;
}

/** What is wrong with `database`; undefined if nothing is. */
export function checkDatabase(value: unknown): string | undefined {
  if (typeof value === "boolean") return undefined;
  return `expected true or false, found ${
    JSON.stringify(value)
  }; it is the server's whole database`;
}

/** Fills in what a manifest leaves out, in a fixed order, without doubles. */
export function completePermissions(request: PermissionRequest = {}): PluginPermissions {
  const list = (values: PermissionScope = []) =>
    values === true ? true : [...new Set(values)].sort();
  const asked = (name: "run" | "ffi" | "sys" | "write") => {
    const values = list(request[name]);
    return values === true || values.length > 0 ? { [name]: values } : {};
  };
  return {
    net: list(request.net),
    read: list(request.read),
    env: list(request.env),
    database: request.database ?? false,
    memory: request.memory ?? DEFAULT_MEMORY_MIB,
    // Only where they are asked for: a plan without them stays as it always was.
    ...asked("run"),
    ...asked("ffi"),
    ...asked("sys"),
    ...asked("write"),
  };
}
