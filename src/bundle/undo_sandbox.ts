/**
 * Permissions that undo the sandbox: what each of them undoes, and that nobody gives one without
 * saying so.
 *
 * @module
 */
import type { PermissionScope, PluginPermissions } from "./permissions.ts";

/** The option of the command line, and of the library, that names them. */
export const UNDO_FLAG = "undo-sandbox";

/** A permission that undoes the sandbox: the last three only where they are for everything. */
export type UndoingPermission = "run" | "ffi" | "sys" | "write" | "net" | "read" | "env";

const UNDOES: Readonly<Record<UndoingPermission, string>> = {
  run: "a program that the plugin starts is outside the sandbox, and does whatever the server's " +
    "user may do",
  ffi: "native code does whatever the server's user may do, whatever the sandbox says",
  sys: "what it tells about the machine and its users helps an attacker to find the next step",
  write: "what is written stays on the server's disk, where other programs may trust or execute it",
  net:
    "everything that the plugin sees can be sent to anybody, and it reaches what listens inside " +
    "the server's own network",
  read: "every file that the server's user may read is open, the server's configuration with its " +
    "passwords among them",
  env: "the server's variables are open, the passwords in them among them",
};

/** Their names. */
export const UNDOING_PERMISSIONS = Object.keys(UNDOES) as readonly UndoingPermission[];

/** A permission that is asked for and undoes the sandbox. */
export interface UndonePermission {
  /** Its name. */
  readonly permission: UndoingPermission;
  /** What the plugin may do with it, after "may". */
  readonly may: string;
  /** What it undoes, a sentence without a full stop. */
  readonly undoes: string;
}

/** Those of a plugin's permissions that undo the sandbox. */
export function undonePermissions(permissions: PluginPermissions): readonly UndonePermission[] {
  return UNDOING_PERMISSIONS.flatMap((permission) => {
    const scope = permissions[permission];
    if (scope === undefined || (scope !== true && isScoped(permission))) return [];
    if (scope !== true && scope.length === 0) return [];
    return [{ permission, may: mayText(permission, scope), undoes: UNDOES[permission] }];
  });
}

/** What it undoes, for any permission; undefined for those that undo nothing. */
export function whatItUndoes(permission: string): string | undefined {
  return Object.hasOwn(UNDOES, permission) ? UNDOES[permission as UndoingPermission] : undefined;
}

/** The warning about one of them, a sentence without a full stop. */
export function undoneWarning({ permission, may, undoes }: UndonePermission): string {
  return `${permission} undoes the sandbox: the plugin may ${may}; ${undoes}`;
}

/** Why something is not done with a plugin whose sandbox is undone. */
export interface UndoFault {
  /** The permission, or what was named as one. */
  readonly permission: string;
  /** Whether it was named although the plugin does not ask for it. */
  readonly unasked: boolean;
  /** What is wrong and what to do, a sentence without a full stop. */
  readonly reason: string;
}

/**
 * Compares what a plugin asks for with what was named: each permission that undoes the sandbox must
 * be named, and nothing else may be.
 */
export function undoFaults(
  permissions: PluginPermissions,
  named: readonly string[] = [],
): readonly UndoFault[] {
  const undone = undonePermissions(permissions);
  return [
    ...undone.filter(({ permission }) => !named.includes(permission)).map((it) => ({
      permission: it.permission,
      unasked: false,
      reason: `${undoneWarning(it)}. If it shall be so, say so: --${UNDO_FLAG}=${it.permission}, ` +
        `or undoSandbox: ["${it.permission}"] in code`,
    })),
    ...named.filter((name) => !undone.some(({ permission }) => permission === name)).map((
      name,
    ) => ({
      permission: name,
      unasked: true,
      reason: `"${name}" is named by --${UNDO_FLAG} or undoSandbox, and ${whyUnasked(name)}; ` +
        "leave it out there",
    })),
  ];
}

function whyUnasked(name: string): string {
  if (whatItUndoes(name) === undefined) {
    return `is none of ${UNDOING_PERMISSIONS.join(", ")}`;
  }
  return isScoped(name as UndoingPermission)
    ? `the manifest does not ask for "${name}": true`
    : `the manifest does not ask for ${name}`;
}

/** Whether naming single hosts, files or variables leaves the sandbox whole. */
function isScoped(permission: UndoingPermission): boolean {
  return permission === "net" || permission === "read" || permission === "env";
}

function mayText(permission: UndoingPermission, scope: PermissionScope): string {
  const names = scope === true ? "" : scope.join(", ");
  switch (permission) {
    case "run":
      return scope === true ? "run any program" : `run ${names}`;
    case "ffi":
      return scope === true ? "load any native library" : `load the native code of ${names}`;
    case "sys":
      return scope === true ? "ask everything about the machine" : `ask the machine for ${names}`;
    case "write":
      return scope === true ? "write every file that the server's user may" : `write ${names}`;
    case "net":
      return "connect to any host, and listen";
    case "read":
      return "read every file that the server's user may";
    case "env":
      return "read all variables of the server's environment";
  }
}
