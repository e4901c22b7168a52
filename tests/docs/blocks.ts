/**
 * The TypeScript that the documentation shows, as files that can be compiled and run.
 *
 * @module
 */

/** One block of TypeScript in a page. */
export interface Block {
  /** The page, from the project's root. */
  readonly page: string;
  /** The line of the page on which the block's text begins, counted from 1. */
  readonly line: number;
  /** Its text. */
  readonly code: string;
  /** The file that it is, where its first line says so: `// plugin.ts`. */
  readonly fileName: string | undefined;
  /** Whether it has tests. */
  readonly hasTests: boolean;
  /** Whether it is a plugin's file. */
  readonly isPlugin: boolean;
}

/**
 * Every block of a page that begins with three back-ticks and `ts`. One that is marked `ts ignore` is
 * left out: a part of something, which a page shows to explain it.
 */
export function blocksOf(page: string, text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [, indent = "", info] = /^(\s*)```(\S+.*)$/.exec(lines[at] ?? "") ?? [];
    if (info === undefined) continue;
    const first = at + 1;
    while (at + 1 < lines.length && (lines[at + 1] ?? "").trim() !== "```") at++;
    const code = lines.slice(first, at + 1).map((line) => line.slice(indent.length)).join("\n");
    at++;
    if (info.trim() !== "ts") continue;
    blocks.push({
      page,
      line: first + 1,
      code,
      fileName: /^\/\/ ((?:\w+\/)*\w+\.ts)$/m.exec(code.split("\n", 1)[0] ?? "")?.[1],
      hasTests: /\bDeno\.test\(/.test(code),
      isPlugin: /^export default definePlugin\(/m.test(code),
    });
  }
  return blocks;
}

/**
 * Every block of TypeScript in the comments of a source file.
 *
 * @param path the file, from the project's root
 */
export function examplesOf(path: string, text: string): Block[] {
  const comments = text.split("\n").map((line) => /^ *\*(?: (.*))?$/.exec(line)?.[1] ?? "");
  const exported = [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)];
  return blocksOf(path, comments.join("\n")).map((block) => {
    if (/^import /m.test(block.code)) return block;
    // An example of what only this project uses has what its file exports.
    const names = exported.flatMap(([, name = ""]) =>
      new RegExp(`\\b${name}\\b`).test(block.code) ? [name] : []
    );
    return {
      ...block,
      code: `import { ${names.join(", ")} } from "./${baseName(path)}"; ${block.code}`,
    };
  });
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The block's file: its lines have the numbers that they have in the page. */
export function fileOf({ line, code }: Block): string {
  return "\n".repeat(line - 1) + code + "\n";
}

/** The path of a block's file, below the folder of all. */
export function pathOf({ page, line, fileName }: Block): string {
  return `${page}/${fileName ?? `block_${line}.ts`}`;
}
