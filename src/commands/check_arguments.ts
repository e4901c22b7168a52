/**
 * Checks of a command's arguments: their names, and their order.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import { fail } from "./check_facts.ts";
import {
  type DeclaredArgument,
  type NamedArgument,
  sameName,
  typedName,
} from "./declared_argument.ts";

/**
 * The arguments, those that have a place first.
 *
 * @param declarations what the author wrote
 * @throws {TypeError} for what nobody could type, or what would never be reached
 */
export function checkArguments(declarations: object, where: string): readonly NamedArgument[] {
  const all = Object.entries(declarations).map(([key, value]) => {
    checkName(key, `${where}.${key}`);
    if (!isArgument(value)) {
      fail(`${where}.${key}`, `expected arg.text(), arg.number() and so on, got ${shown(value)}`);
    }
    return { key, name: typedName(key), argument: value };
  });
  checkUnique(all, where);
  const positional = all.filter(({ argument }) => !argument.named);
  checkOrder(positional, where);
  return [...positional, ...all.filter(({ argument }) => argument.named)];
}

function isArgument(value: unknown): value is DeclaredArgument {
  return typeof value === "object" && value !== null && "kind" in value &&
    value.kind === "mattermost-deno.Argument";
}

function checkName(key: string, where: string): void {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(key)) return;
  fail(where, `"${key}" is no name: expected a letter (a to z), and then letters, digits or "_"`);
}

function checkUnique(all: readonly NamedArgument[], where: string): void {
  const seen = new Map<string, string>();
  for (const { key, argument } of all) {
    for (const name of argument.type === "boolean" ? [key, `no${key}`] : [key]) {
      const other = seen.get(sameName(name));
      if (other !== undefined) {
        fail(where, `"${other}" and "${key}" are the same when they are typed; rename one of them`);
      }
      seen.set(sameName(name), key);
    }
  }
}

function checkOrder(positional: readonly NamedArgument[], where: string): void {
  let optional: string | undefined;
  for (const [index, { key, argument }] of positional.entries()) {
    if (argument.type === "rest" && index < positional.length - 1) {
      const next = positional[index + 1]?.key;
      fail(
        `${where}.${key}`,
        `arg.rest() takes all that follows, so "${next}" would never be reached; write it last, or ` +
          `give "${next}" by name with named: true`,
      );
    }
    if (argument.optional) optional ??= key;
    else if (optional !== undefined) {
      fail(
        `${where}.${key}`,
        `it must be typed, but "${optional}" before it may be left out; write it first, or give ` +
          `"${optional}" by name with named: true`,
      );
    }
  }
}
