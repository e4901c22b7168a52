import { completePermissions, type PermissionRequest } from "../bundle/permissions.ts";
import {
  UNDO_FLAG,
  undoFaults,
  UNDOING_PERMISSIONS,
  type UndoingPermission,
} from "../bundle/undo_sandbox.ts";
import type { CommandArgs, CommandOption } from "./command.ts";
import { UsageError } from "./usage_error.ts";

/** The option that names a permission which undoes the sandbox. */
export const UNDO_OPTION: CommandOption = {
  name: UNDO_FLAG,
  value: "permission",
  many: true,
  choices: UNDOING_PERMISSIONS,
  help: "Let the plugin have this permission, which its manifest asks for and which undoes the " +
    "sandbox. May stand more than once",
};

/** The permissions that were named. */
export function namedPermissions(args: CommandArgs): readonly UndoingPermission[] {
  return [...new Set(args.texts(UNDO_FLAG) as readonly UndoingPermission[])];
}

/**
 * The same, compared with what a plugin asks for.
 *
 * @throws {UsageError} for one that it does not ask for.
 */
export function askedPermissions(
  args: CommandArgs,
  request: PermissionRequest | undefined,
): readonly UndoingPermission[] {
  const named = namedPermissions(args);
  const fault = undoFaults(completePermissions(request), named).find(({ unasked }) => unasked);
  if (fault !== undefined) throw new UsageError(fault.reason);
  return named;
}
