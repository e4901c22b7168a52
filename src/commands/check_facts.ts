/**
 * Checks of what commands, subcommands and groups have in common.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { Text } from "../plugin/context/translate.ts";
import type {
  CommandPermissionCheck,
  CommandPermissions,
  CommandRegistration,
} from "./command_declarations.ts";
import { checkOptions, checkText } from "./check_options.ts";

/** Throws, with the place. */
export function fail(where: string, text: string): never {
  throw new TypeError(`${where}: ${text}`);
}

/** The facts that were checked. */
export interface CheckedFacts {
  readonly description: Text;
  readonly hint: Text | undefined;
  readonly aliases: readonly string[];
  readonly hidden: boolean;
  readonly adminOnly: boolean;
  readonly permission: CommandPermissions | CommandPermissionCheck | undefined;
}

/** Refuses a function where `subcommand({ run })` is needed. */
export function checkPlainFunction(declared: unknown, where: string): void {
  if (typeof declared !== "function") return;
  fail(
    where,
    "expected subcommand({ description, run }) or { description, subcommands }, got a function",
  );
}

/** The facts of a command, a subcommand or a group; their types have been checked. */
export function checkFacts(
  declared: Readonly<Record<string, unknown>>,
  where: string,
): CheckedFacts {
  const { description, hint, hidden = false, adminOnly = false } = declared;
  const { aliases = [], permission } = declared;
  checkText(description, `${where}.description`);
  if (!isTexts(aliases)) {
    fail(`${where}.aliases`, `expected a list of names, got ${shown(aliases)}`);
  }
  if (permission !== undefined && typeof permission !== "function") {
    checkPermissions(permission, `${where}.permission`);
  }
  return {
    description: description as Text,
    hint: hint as Text | undefined,
    aliases,
    hidden: hidden === true,
    adminOnly: adminOnly === true,
    permission: permission as CheckedFacts["permission"],
  };
}

function checkPermissions(permission: unknown, where: string): void {
  if (typeof permission !== "object" || permission === null) {
    fail(
      where,
      "expected a function, or the ids of permissions such as " +
        `{ team: "manage_team" }, got ${shown(permission)}`,
    );
  }
  checkOptions(permission, { system: "string", team: "string", channel: "string" }, where);
  const ids = Object.values(permission).filter((id) => id !== undefined);
  if (ids.length === 0) fail(where, 'it names none; write for example { channel: "manage_team" }');
  for (const id of ids) {
    if (!/^[a-z_]+$/.test(id)) {
      fail(where, `expected a permission's id, such as "manage_team", got ${shown(id)}`);
    }
  }
}

/** Refuses teams and icons that cannot be. */
export function checkRegistration({ teams, icon }: CommandRegistration, where: string): void {
  if (teams !== undefined && typeof teams !== "function" && !isTexts(teams)) {
    fail(
      `${where}.teams`,
      `expected a list of teams' names or ids, or a function that gives one, got ${shown(teams)}`,
    );
  }
  if (icon !== undefined && !/^\s*<(?:svg|\?xml|!--)/i.test(icon)) {
    fail(`${where}.icon`, `expected the text of an SVG file, <svg …>, got ${shown(icon)}`);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string" && each !== "");
}
