/**
 * The pages of the documentation.
 *
 * @module
 */
import { fromFileUrl } from "../../tools/paths.ts";
import { filesBelow } from "../../tools/tree.ts";

/** The project's folder, with a slash at its end. */
export const root: string = fromFileUrl(new URL("../../", import.meta.url));

/** A page and what is in it. */
export interface Page {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/** The README and everything in `docs/`. */
export async function pages(): Promise<readonly Page[]> {
  const found = await filesBelow(["docs"], (path) => path.endsWith(".md"));
  return await Promise.all(
    ["README.md", ...found].sort().map(async (path) => ({
      path,
      text: await Deno.readTextFile(`${root}${path}`),
    })),
  );
}

/** A block of code in any language. */
export interface Fence {
  readonly page: string;
  /** The line of its text, counted from 1. */
  readonly line: number;
  /** What stands behind the back-ticks: its language, and more. */
  readonly info: string;
  readonly code: string;
}

/** Every block of a page that is fenced by back-ticks. */
export function fencesOf({ path, text }: Page): readonly Fence[] {
  return [...text.matchAll(/^( *)```(.*)\n((?:(?! *```).*\n)*) *```$/gm)].map((match) => ({
    page: path,
    line: text.slice(0, match.index).split("\n").length + 1,
    info: (match[2] ?? "").trim(),
    code: match[3] ?? "",
  }));
}
