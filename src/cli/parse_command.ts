import { parseArgs } from "@std/cli";
import { nearestName } from "../api/nearest_name.ts";
import type { Command, CommandArgs, CommandOption } from "./command.ts";
import { UsageError } from "./usage_error.ts";

/**
 * Reads the words after a command's name by what the command takes.
 *
 * @throws {UsageError} for an option that it does not have, with the nearest one; for a missing
 *   value, one that is none of the choices, or an option that stands twice.
 */
export function parseCommand(command: Command, given: readonly string[]): CommandArgs {
  const unknown: string[] = [];
  const texts = command.options.filter(takesValue).map(({ name }) => name);
  const flags = command.options.filter((option) => !takesValue(option)).map(({ name }) => name);
  checkFlags(given, command.options);
  const parsed = parseArgs([...given], {
    boolean: flags,
    string: [...texts, "_"],
    collect: texts,
    alias: Object.fromEntries(
      command.options.flatMap(({ name, short }) => short === undefined ? [] : [[name, short]]),
    ),
    unknown: (word: string, key?: string) => {
      if (key !== undefined) unknown.push(word);
      return key === undefined;
    },
  });
  for (const word of unknown) throw new UsageError(noSuchOption(word, command.options));
  const values = new Map(texts.map((name) => [name, parsed[name] as readonly string[]]));
  for (const option of command.options.filter(takesValue)) {
    checkValues(option, values.get(option.name) ?? []);
  }
  const texted = (name: string) => {
    const list = values.get(name);
    if (list === undefined) throw new TypeError(`"${command.name}" declares no value --${name}`);
    return list;
  };
  return {
    words: parsed._.map(String),
    flag(name) {
      if (!flags.includes(name)) {
        throw new TypeError(`"${command.name}" declares no flag --${name}`);
      }
      return parsed[name] === true;
    },
    text: (name) => texted(name).at(-1),
    texts: texted,
  };
}

/**
 * Refuses values of flags, which would be passed over.
 *
 * @throws {UsageError} for `--json=yes` and `-y1`
 */
function checkFlags(given: readonly string[], options: readonly CommandOption[]): void {
  const end = given.indexOf("--");
  for (const word of end < 0 ? given : given.slice(0, end)) {
    const [, long, letter = "", rest = ""] = /^--([^=]+)=|^-(\w)(.+)$/s.exec(word) ?? [];
    const flag = options.find((option) =>
      !takesValue(option) &&
      (option.name === long || (option.short === letter && /=|^\W|\d$/.test(rest)))
    );
    if (flag !== undefined) {
      throw new UsageError(`--${flag.name} takes no value, and ${word} gives it one`);
    }
  }
}

function takesValue(option: CommandOption): boolean {
  return option.value !== undefined;
}

function checkValues(option: CommandOption, values: readonly string[]): void {
  if (values.length > 1 && !option.many) {
    throw new UsageError(`--${option.name} stands ${values.length} times; give it once`);
  }
  for (const value of values) {
    if (value === "") throw new UsageError(`--${option.name} needs a value: <${option.value}>`);
    if (option.choices !== undefined && !option.choices.includes(value)) {
      throw new UsageError(
        `--${option.name} is "${value}"; expected ${option.choices.join(", ")}` +
          didYouMean(value, option.choices),
      );
    }
  }
}

function noSuchOption(word: string, options: readonly CommandOption[]): string {
  const name = /^--?([^=]*)/.exec(word)?.[1] ?? word;
  const names = [...options.map(({ name }) => name), "help"];
  const near = nearest(name, names);
  return `there is no option ${word}${near === undefined ? "" : `; did you mean --${near}?`}`;
}

/** The hint with the name that was probably meant; empty if none is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

function nearest(word: string, names: readonly string[]): string | undefined {
  if (word.length < 2) return undefined;
  // Whoever writes "--output" for "--out" makes no typing error.
  return nearestName(word, names) ??
    names.find((name) => name.length > 1 && (word.startsWith(name) || name.startsWith(word)));
}
