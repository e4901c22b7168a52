/**
 * `parseArgs` of `@std/cli`, for networks without jsr.io.
 *
 * @module
 */

/** What `parseArgs` is told about the options, a subset of what `@std/cli` takes. */
export interface ParseOptions {
  /** Options that are on or off; `true` makes every `--word` one. */
  readonly boolean?: boolean | string | readonly string[];
  /** Options whose value stays text, empty if none is given. */
  readonly string?: string | readonly string[];
  /** Options that may stand more than once; their value is a list. */
  readonly collect?: string | readonly string[];
  /** Booleans for which `--no-NAME` means false. */
  readonly negatable?: string | readonly string[];
  /** Other names of an option, by its name. */
  readonly alias?: Readonly<Record<string, string | readonly string[]>>;
  /** Values of options that are absent. */
  readonly default?: Readonly<Record<string, unknown>>;
  /** Whether what stands after `--` goes into the key `--` instead of `_`. */
  readonly "--"?: boolean;
  /** Whether the first positional argument ends the options. */
  readonly stopEarly?: boolean;
  /** Called for what was not declared; the answer `false` leaves it out. */
  readonly unknown?: (argument: string, key?: string, value?: unknown) => unknown;
}

/** The options by name and alias, and the positional arguments in `_`. */
export interface Args {
  /** Positional arguments; those that are numbers as numbers, unless `_` is declared as text. */
  _: (string | number)[];
  /** What stood after `--`, if asked for. */
  "--"?: string[];
  // deno-lint-ignore no-explicit-any -- as @std/cli types options that it cannot infer
  [name: string]: any;
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** Parses command line arguments as `parseArgs` of `@std/cli` documents it. */
export function parseArgs(args: readonly string[], options: ParseOptions = {}): Args {
  const declared = declare(options);
  const result: Args = { _: [] };
  const given = new Set<string>();

  function put(name: string, value: unknown, collects: boolean): void {
    const before: unknown[] = given.has(name) ? result[name] : [];
    for (const one of declared.names(name)) {
      assign(result, one, collects && declared.is("collect", name) ? [...before, value] : value);
      given.add(one);
    }
  }

  function set(raw: string, name: string, value: string | boolean): void {
    if (!declared.accepts(raw, name, value)) return;
    const text = typeof value === "boolean" || declared.is("string", name);
    put(name, text ? value : numeric(value), true);
  }

  /** Whether the next word is the option's value; if so it is used up. */
  function setByNext(raw: string, name: string, free: (word: string) => boolean): boolean {
    const next = words[at];
    if (next === undefined || next === "") return false;
    if (free(next) && !declared.is("boolean", name)) set(raw, name, next);
    else if (next === "true" || next === "false") set(raw, name, next === "true");
    else return false;
    at += 1;
    return true;
  }

  const empty = (name: string) => declared.is("string", name) ? "" : true;

  function longOption(raw: string, name: string, inline: string | undefined): void {
    if (inline !== undefined) {
      return set(raw, name, declared.is("boolean", name) ? inline !== "false" : inline);
    }
    const isFree = (word: string) => !declared.allBoolean && !word.startsWith("-");
    if (!setByNext(raw, name, isFree)) set(raw, name, empty(name));
  }

  function shortOptions(raw: string): void {
    for (let i = 1; i < raw.length - 1; i += 1) {
      const letter = raw[i] as string;
      const rest = raw.slice(i + 1);
      if (rest === "=") return set(raw, letter, "");
      if (rest !== "-" && /[A-Za-z]/.test(letter)) {
        const after = /=(.+)/.exec(rest)?.[1];
        if (after !== undefined) return set(raw, letter, after);
        // "-p8080": what ends like a number is the letter's value.
        if (/-?\d+(?:\.\d*)?(?:e-?\d+)?$/.test(rest)) return set(raw, letter, rest);
      }
      if (rest !== "-" && i + 2 < raw.length && /^\W/.test(rest)) return set(raw, letter, rest);
      set(raw, letter, rest === "-" ? rest : empty(letter));
    }
    const last = raw.slice(-1);
    if (last === "-") return;
    if (!setByNext(raw, last, (word) => !/^--?[^-]/.test(word))) set(raw, last, empty(last));
  }

  const end = args.indexOf("--");
  const words = end < 0 ? args : args.slice(0, end);
  const tail = end < 0 ? [] : args.slice(end + 1);
  let at = 0;
  while (at < words.length) {
    const word = words[at] as string;
    at += 1;
    const long = /^--(no-)?(.+?)(?:=(.*))?$/s.exec(word);
    const [, negated, name = "", inline] = long ?? [];
    if (negated && inline === undefined && declared.is("negatable", name)) put(name, false, false);
    else if (long) longOption(word, inline === undefined ? (negated ?? "") + name : name, inline);
    else if (/^-[^-]/.test(word)) shortOptions(word);
    else if (options.stopEarly) {
      result._.push(word, ...words.slice(at));
      break;
    } else if (declared.accepts(word)) {
      result._.push(declared.is("string", "_") ? word : numeric(word));
    }
  }
  if (options["--"]) result["--"] = [...tail];
  else result._.push(...tail);
  fillIn(result, options, declared, given);
  return result;
}

type Kind = "boolean" | "string" | "collect" | "negatable";

interface Declared {
  readonly allBoolean: boolean;
  /** The name with all its aliases. */
  names(name: string): readonly string[];
  /** Whether the option, under any of its names, was declared to be of the kind. */
  is(kind: Kind, name: string): boolean;
  /** Asks the author's `unknown` about what was not declared. */
  accepts(raw: string, name?: string, value?: unknown): boolean;
}

function declare(options: ParseOptions): Declared {
  const family = new Map<string, readonly string[]>();
  for (const [name, others] of Object.entries(options.alias ?? {})) {
    const all = [name, ...list(others)];
    for (const one of all) family.set(one, all);
  }
  const of = (kind: Kind): ReadonlySet<string> => {
    const value = options[kind];
    return new Set(typeof value === "boolean" ? [] : list(value));
  };
  const kinds: Record<Kind, ReadonlySet<string>> = {
    boolean: of("boolean"),
    string: of("string"),
    collect: of("collect"),
    negatable: of("negatable"),
  };
  const names = (name: string) => family.get(name) ?? [name];
  const is = (kind: Kind, name: string) => names(name).some((one) => kinds[kind].has(one));
  const known = (name: string) =>
    family.has(name) || is("boolean", name) || is("string", name) || is("collect", name);
  return {
    allBoolean: options.boolean === true,
    names,
    is,
    accepts: (raw, name, value) =>
      (name !== undefined && known(name)) || options.unknown?.(raw, name, value) !== false,
  };
}

/** Options that were not given: the author's default, else false, or an empty list. */
function fillIn(
  result: Args,
  options: ParseOptions,
  declared: Declared,
  given: ReadonlySet<string>,
): void {
  const absent = (name: string) => declared.names(name).every((one) => !given.has(one));
  const fill = (name: string, value: unknown) => {
    for (const one of declared.names(name)) assign(result, one, value);
  };
  for (const name of list(options.collect)) {
    if (absent(name) && declared.is("string", name)) fill(name, []);
  }
  if (typeof options.boolean !== "boolean") {
    for (const name of list(options.boolean)) {
      if (absent(name)) fill(name, declared.is("collect", name) ? [] : false);
    }
  }
  for (const [name, value] of Object.entries(options.default ?? {})) {
    if (absent(name)) fill(name, value);
  }
}

/** Sets `a.b.c` in nested objects; a name that would reach a prototype is passed over. */
function assign(target: Args, name: string, value: unknown): void {
  const path = name.split(".");
  if (path.some((part) => part === "__proto__")) return;
  let place: Record<string, unknown> = target;
  for (const part of path.slice(0, -1)) {
    const inner = Object.hasOwn(place, part) ? place[part] : undefined;
    place[part] = typeof inner === "object" && inner !== null ? inner : {};
    place = place[part] as Record<string, unknown>;
  }
  place[path.at(-1) as string] = value;
}

function numeric(word: string): string | number {
  return /\S/.test(word) && Number.isFinite(Number(word)) ? Number(word) : word;
}
