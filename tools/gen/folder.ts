/**
 * Comparing and replacing a folder of generated files.
 *
 * @module
 */

import { byCode } from "./source.ts";

/** A file that is not as it should be. */
export interface Stale {
  /** Path below the folder. */
  readonly file: string;
  readonly why: "is missing" | "is stale" | "is no longer generated";
}

/** What differs between the freshly generated folder and the one that is there. */
export async function difference(fresh: string, present: string): Promise<Stale[]> {
  const wanted = await files(fresh);
  const there = new Set(await files(present));
  const stale: Stale[] = [];
  for (const file of wanted) {
    if (!there.delete(file)) stale.push({ file, why: "is missing" });
    else if (await differ(`${fresh}/${file}`, `${present}/${file}`)) {
      stale.push({ file, why: "is stale" });
    }
  }
  for (const file of there) stale.push({ file, why: "is no longer generated" });
  return stale.sort((a, b) => byCode(a.file, b.file));
}

/** Makes `present` equal to `fresh`, touching only what differs, and says what that was. */
export async function replaceGenerated(fresh: string, present: string): Promise<Stale[]> {
  const stale = await difference(fresh, present);
  for (const { file, why } of stale) {
    const target = `${present}/${file}`;
    if (why === "is no longer generated") {
      await Deno.remove(target);
      continue;
    }
    await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), { recursive: true });
    await Deno.copyFile(`${fresh}/${file}`, target);
  }
  return stale;
}

async function differ(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([Deno.readTextFile(a), Deno.readTextFile(b)]);
  return left !== right;
}

async function files(folder: string, below = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(`${folder}/${below}`)) {
    const path = `${below}${entry.name}`;
    if (entry.isDirectory) found.push(...await files(folder, `${path}/`));
    else found.push(path);
  }
  return found.sort(byCode);
}
