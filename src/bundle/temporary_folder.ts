import { draftPrefix } from "./draft_names.ts";
import { dirname } from "./paths.ts";
import { sweepDrafts } from "./sweep_drafts.ts";

/** A folder among the temporary files that goes away in the end. */
export interface TemporaryFolder extends AsyncDisposable {
  /** Its path, without links. */
  readonly path: string;
}

/**
 * Makes a folder that nobody else may enter. What killed runs left behind for the same purpose is
 * removed on the way.
 *
 * @param purpose a word for its name, such as `verify`
 */
export async function temporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const base = `mmdeno-${purpose}`;
  const path = await Deno.realPath(await Deno.makeTempDir({ prefix: draftPrefix(base) }));
  await sweepDrafts(dirname(path), base);
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}
