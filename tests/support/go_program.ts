/**
 * Builds small Go programs that tests ask.
 *
 * @module
 */
import { capture } from "../../tools/capture.ts";
import { fromFileUrl } from "../../tools/paths.ts";
import { CACHE } from "../../tools/std_source.ts";

/**
 * Builds a program in a folder of its own, so that nothing is written beside its sources.
 *
 * @param name the folder's name, and the program's
 * @param sources the files that it is made of, `go.mod` and `go.sum` among them
 * @returns its path
 * @throws {Error} with the compiler's words
 */
export async function buildGoProgram(name: string, sources: readonly URL[]): Promise<string> {
  const work = new URL(`${name}/`, CACHE);
  await Deno.mkdir(work, { recursive: true });
  for (const source of sources) {
    await Deno.copyFile(source, new URL(source.pathname.split("/").at(-1) ?? "", work));
  }
  const { success, output } = await capture("go", ["build", "-o", name, "."], work);
  if (!success) throw new Error(`go build failed:\n${output}`);
  return fromFileUrl(new URL(name, work));
}
