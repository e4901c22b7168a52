/**
 * Reads with Deno's own parser what files import, statically and dynamically.
 *
 * @module
 */

import { prepare } from "./deno_command.ts";
import { fromFileUrl } from "./paths.ts";
import type { Import } from "./rooms.ts";
import { CACHE } from "./std_source.ts";

interface Span {
  readonly start: { readonly line: number };
}

interface Resolution {
  readonly specifier?: string;
  readonly error?: string;
  readonly span?: Span;
}

interface Graph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly error?: string;
    readonly dependencies?: readonly {
      readonly specifier: string;
      readonly code?: Resolution;
      readonly type?: Resolution;
      readonly isDynamic?: boolean;
    }[];
  }[];
}

/**
 * The imports of the files, which are paths from `root`.
 *
 * @throws {Error} when Deno cannot read one of the files; the message names it.
 */
export async function importsOf(
  files: readonly string[],
  root: URL,
): Promise<readonly Import[]> {
  if (files.length === 0) return [];
  const graph = await graphOf(files, root);
  const ours = new Set(files.map((file) => new URL(file, root).href));
  const relative = (specifier: string) =>
    specifier.startsWith(root.href) ? specifier.slice(root.href.length) : specifier;
  return graph.modules.filter((module) => ours.has(module.specifier)).flatMap((module) => {
    if (module.error) throw new Error(module.error);
    // A function of our own that is called require() looks like an import to the parser. What is a
    // real import and cannot be resolved fails the check of types.
    const real = (module.dependencies ?? []).filter((one) =>
      !(one.isDynamic && one.code?.error && !one.specifier.startsWith("."))
    );
    return real.map((one): Import => {
      const resolution = one.code ?? one.type;
      return {
        from: relative(module.specifier),
        line: (resolution?.span?.start.line ?? -1) + 1,
        // Where a stand-in answers for the standard library, the library is what is meant.
        to: one.specifier.startsWith("@std/")
          ? `jsr:${one.specifier}`
          : relative(resolution?.specifier ?? one.specifier),
        dynamic: one.isDynamic === true,
        typeOnly: one.code === undefined,
      };
    });
  });
}

/** One file that imports all the others makes one graph of them. */
async function graphOf(files: readonly string[], root: URL): Promise<Graph> {
  await Deno.mkdir(CACHE, { recursive: true });
  const entry = new URL(`imports-${Deno.pid}-${crypto.randomUUID().slice(0, 8)}.ts`, CACHE);
  const lines = files.map((file) => `import ${JSON.stringify(new URL(file, root).href)};`);
  await Deno.writeTextFile(entry, lines.join("\n"));
  try {
    await using command = await prepare(["info", "--json", fromFileUrl(entry)]);
    const output = await new Deno.Command(Deno.execPath(), {
      args: [...command.args],
      stdin: "null",
    }).output();
    if (!output.success) throw new Error(new TextDecoder().decode(output.stderr).trim());
    return JSON.parse(new TextDecoder().decode(output.stdout)) as Graph;
  } finally {
    await Deno.remove(entry);
  }
}
