import type { PluginPermissions } from "../bundle/permissions.ts";
import { undonePermissions } from "../bundle/undo_sandbox.ts";
import type { CommandIO } from "./command_io.ts";
import { printableLine } from "./printable.ts";

/** Prints what a plugin's sandbox lets through, a line each; nothing for a plugin that asks for nothing. */
export function printPermissions(permissions: PluginPermissions, io: CommandIO): void {
  const undone = undonePermissions(permissions);
  for (const [name, values] of Object.entries(permissions)) {
    if (undone.some(({ permission }) => permission === name)) continue;
    if (Array.isArray(values) && values.length > 0) {
      io.out(printableLine(`  may ${name}: ${values.join(", ")}`));
    }
  }
  if (permissions.database) io.out("  may use the server's database");
  for (const { permission, may } of undone) io.out(printableLine(`  may ${may} (${permission})`));
}
