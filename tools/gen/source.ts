/**
 * Building blocks of a generated TypeScript module.
 *
 * @module
 */

/** Collects the imports that a module turns out to need. */
export interface Imports {
  /** Notes a type and gives its name. */
  type(from: string, name: string): string;
  /** Notes a value and gives its name, or the name that it is imported as. */
  value(from: string, name: string, as?: string): string;
  /** The import statements, sorted. */
  text(): string;
}

/** Starts a collection. */
export function imports(): Imports {
  const types = new Map<string, Set<string>>();
  const values = new Map<string, Set<string>>();
  const note = (into: Map<string, Set<string>>, from: string, name: string) => {
    const names = into.get(from) ?? new Set();
    into.set(from, names.add(name));
  };
  return {
    type(from, name) {
      note(types, from, name);
      return name;
    },
    value(from, name, as) {
      note(values, from, as ? `${name} as ${as}` : name);
      return as ?? name;
    },
    text() {
      const statement = (word: string) => ([from, names]: [string, Set<string>]) => ({
        from,
        line: `${word} { ${[...names].sort(byCode).join(", ")} } from ${JSON.stringify(from)};`,
      });
      return [
        ...[...types].map(statement("import type")),
        ...[...values].map(statement("import")),
      ].sort((a, b) => byCode(a.from, b.from) || byCode(a.line, b.line))
        .map(({ line }) => line).join("\n");
    },
  };
}

/** Sorts alike on every machine. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A documentation comment of these paragraphs, each line indented. Empty paragraphs are left out. */
export function doc(paragraphs: readonly string[], indent = ""): string {
  const lines = paragraphs.filter((text) => text !== "").flatMap((text, index) =>
    (index === 0 ? "" : "\n").concat(text).split("\n")
  ).map((line) => line.replaceAll("*/", "*\\/"));
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  const body = lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("");
  return `${indent}/**\n${body}${indent} */\n`;
}

/** A generated file: a note on where it comes from, the module's own words, imports, the rest. */
export function generatedModule(about: string, needed: Imports, body: string): string {
  const head = "// Written by `deno task gen` from proto/ and gen/go_schema.json. Do not edit.\n";
  const statements = needed.text();
  return `${head}\n${doc([about, "@module"])}${
    statements === "" ? "" : `\n${statements}\n`
  }\n${body.trim()}\n`;
}
