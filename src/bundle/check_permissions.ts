import { compareShape } from "./manifest_shape.ts";
import type { PermissionRequest } from "./permissions.ts";
import { permissionsShape } from "./permissions_table.ts";

/** Says that something is wrong at a path below the permissions; never returns. */
export type Refuse = (path: readonly (string | number)[], reason: string) => never;

/**
 * Checks a value that should be the permissions of a `launch.json`, by the rules for manifests,
 * since a bundle may come from anyone.
 */
export function checkPermissions(value: unknown, refuse: Refuse): PermissionRequest {
  compareShape(permissionsShape, value, refuse);
  return value as PermissionRequest;
}
