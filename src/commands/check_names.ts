/**
 * Checks of the words of commands.
 *
 * @module
 */
import { fail } from "./check_facts.ts";

/**
 * Refuses what cannot be a trigger. Mattermost itself takes nearly anything from plugins; these are
 * its rules for commands that people make, less those that a plugin's registration would only carry
 * but not reach.
 */
export function checkTrigger(name: string, where: string): void {
  if (name.startsWith("/")) fail(where, `leave the slash out: "${name.replace(/^\/+/, "")}"`);
  refuseUpperCase(name, where);
  if (!/^[a-z0-9_./-]{1,128}$/.test(name)) {
    fail(
      where,
      `"${name}" is no trigger: expected 1 to 128 letters (a to z), digits, ".", "_", "-" or "/"`,
    );
  }
}

/** Refuses what cannot be the name of a subcommand: one word that stands in a URL. */
export function checkSubcommandName(name: string, where: string): void {
  refuseUpperCase(name, where);
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{0,127}$/u.test(name)) {
    fail(
      where,
      `"${name}" is no name of a subcommand: expected a letter or digit, and then letters, ` +
        'digits, ".", "_" or "-", at most 128 in all',
    );
  }
}

function refuseUpperCase(name: string, where: string): void {
  const lower = name.toLowerCase();
  if (name === lower) return;
  fail(where, `"${name}" must be in lower case: "${lower}"; people may type it in any case`);
}
