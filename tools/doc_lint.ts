/**
 * Judges what `deno doc --lint` says. Everything counts but one thing: that a public type speaks of
 * a type which our entry points do not export, if that type is generated or a dependency's. The 243
 * request messages and their schemas would drown what authors look for; editors show them anyway.
 *
 * @module
 */

import { fromFileUrl } from "./paths.ts";
import { ROOT } from "./std_source.ts";
import { filesBelow } from "./tree.ts";

/** Knows names that need not be exported. */
export interface Elsewhere {
  /** Names that files in `gen/` export. */
  readonly generated: ReadonlySet<string>;
  /** Whether the file gets the name from a package. */
  fromPackage(file: string, name: string): boolean;
}

/** The findings that count, out of the output of `deno doc --lint` without colours. */
export function findingsThatCount(output: string, elsewhere: Elsewhere): readonly string[] {
  return output.split(/^(?=error(?:\[|:))/m).filter((block) => /^error\[/.test(block)).filter(
    (block) => {
      const name = /^error\[private-type-ref\]: .* references private type '([^']+)'/.exec(block)
        ?.[1];
      const file = /^\s*--> (.+?):\d+:\d+/m.exec(block)?.[1] ?? "";
      if (name === undefined) return true;
      if (file.includes("/npm/") || file.includes("/node_modules/")) return false;
      return !elsewhere.generated.has(name) && !elsewhere.fromPackage(file, name);
    },
  ).map((block) => block.trim());
}

/** Reads which names are generated and which come from packages. */
export async function readElsewhere(): Promise<Elsewhere> {
  const generated = new Set<string>();
  for (const path of await filesBelow(["gen"], (file) => file.endsWith(".ts"))) {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    for (const [, name] of text.matchAll(EXPORTED)) if (name) generated.add(name);
  }
  return { generated, fromPackage: importsFromPackage };
}

const EXPORTED = /^export (?:declare )?(?:type|interface|const|enum|class) (\w+)/gm;

function importsFromPackage(file: string, name: string): boolean {
  const text = readOrEmpty(file);
  for (const [, names = "", from = ""] of text.matchAll(IMPORTED)) {
    if (!from.startsWith(".") && new RegExp(`\\b${name}\\b`).test(names)) return true;
  }
  return false;
}

const IMPORTED = /^import ([^"']*?) from "([^"]+)"/gm;

function readOrEmpty(file: string): string {
  try {
    return Deno.readTextFileSync(file.startsWith("file:") ? fromFileUrl(file) : file);
  } catch {
    return ""; // A place that is no file of ours has no imports of ours.
  }
}
