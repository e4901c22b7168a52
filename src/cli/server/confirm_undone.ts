import { printable } from "../printable.ts";
import type { PluginArchive } from "./plugin_archive.ts";
import { undonePermissions, undoneWarning } from "../../bundle/mod.ts";
import { UNDO_FLAG } from "../../bundle/undo_sandbox.ts";
import type { CommandArgs } from "../command.ts";
import type { CommandIO } from "../command_io.ts";
import { askedPermissions } from "../undo_option.ts";
import { UsageError } from "../usage_error.ts";

/**
 * Warns of each permission that undoes the sandbox, and asks for each that was not named, also where
 * nothing else is asked for. Gives whether all of them may be.
 *
 * @throws {UsageError} if one was not named and nobody is there to be asked, or one was named that the
 *   plugin does not ask for.
 */
export async function confirmUndone(
  { manifest, plan }: PluginArchive,
  args: CommandArgs,
  io: CommandIO,
): Promise<boolean> {
  const named = askedPermissions(args, plan?.permissions);
  const undone = plan === undefined ? [] : undonePermissions(plan.permissions);
  const unnamed = undone.filter(({ permission }) => !named.includes(permission));
  if (unnamed.length > 0 && !io.isTerminal) {
    const flags = unnamed.map(({ permission }) => `--${UNDO_FLAG}=${permission}`).join(" ");
    throw new UsageError(
      `${manifest.id} asks for what undoes the sandbox, and nobody is there to be asked:\n${
        unnamed.map((it) => `  ${printable(undoneWarning(it))}\n`).join("")
      }If it shall be so, add ${flags}`,
    );
  }
  for (const it of undone) {
    io.err(`${io.paint.yellow("warning")}: ${printable(undoneWarning(it))}`);
    if (named.includes(it.permission)) continue;
    if (await io.confirm(`Let ${manifest.id} ${printable(it.may)}?`, false)) continue;
    io.err("Nothing was changed.");
    return false;
  }
  return true;
}
