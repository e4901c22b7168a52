import { nearestName } from "../api/nearest_name.ts";
import {
  checkDatabase,
  checkEnv,
  checkMemory,
  checkNet,
  checkRead,
  PERMISSION_NAMES,
  type PermissionRequest,
  refusedPermission,
} from "./permissions.ts";

/** Says that something is wrong at a path below the permissions; never returns. */
export type Refuse = (path: readonly (string | number)[], reason: string) => never;

/**
 * Checks a value that should be the permissions of a manifest or of a `launch.json`: one set of
 * rules for both, since a bundle may come from anyone.
 */
export function checkPermissions(value: unknown, refuse: Refuse): PermissionRequest {
  if (value === true || value === "*" || value === "all") {
    refuse([], "expected each permission by name; all at once would switch the sandbox off");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuse([], `expected an object with ${PERMISSION_NAMES.join(", ")}, found ${say(value)}`);
  }
  for (const [name, entry] of Object.entries(value as Record<string, unknown>)) {
    const refused = refusedPermission(name);
    if (refused !== undefined) refuse([name], `this permission is never given: ${refused}`);
    switch (name) {
      case "net":
        checkList(name, entry, checkNet, refuse);
        break;
      case "read":
        checkList(name, entry, checkRead, refuse);
        break;
      case "env":
        checkList(name, entry, checkEnv, refuse);
        break;
      case "database":
      case "memory": {
        const wrong = (name === "memory" ? checkMemory : checkDatabase)(entry);
        if (wrong !== undefined) refuse([name], wrong);
        break;
      }
      default: {
        const near = nearestName(name, PERMISSION_NAMES);
        refuse(
          [name],
          near === undefined
            ? `unknown permission; expected one of ${PERMISSION_NAMES.join(", ")}`
            : `unknown permission; did you mean "${near}"?`,
        );
      }
    }
  }
  return value as PermissionRequest;
}

function checkList(
  name: string,
  value: unknown,
  check: (entry: unknown) => string | undefined,
  refuse: Refuse,
): void {
  if (!Array.isArray(value)) {
    // `true`, "*" and a bare string each have a better answer than "not a list".
    const wrong = value === true || value === "*" ? check(value) : undefined;
    refuse([name], wrong ?? `expected a list of strings, found ${say(value)}`);
  }
  for (const [index, entry] of (value as unknown[]).entries()) {
    const wrong = check(entry);
    if (wrong !== undefined) refuse([name, index], wrong);
  }
}

function say(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
