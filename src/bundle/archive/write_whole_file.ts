import { draftPrefix } from "../draft_names.ts";
import { basename, dirname } from "../paths.ts";
import { sweepDrafts } from "../sweep_drafts.ts";

/** A file that is there as a whole or not at all. */
export interface FileDraft extends AsyncDisposable {
  /** Where it lies until it is kept. */
  readonly path: string;
  /** Gives it its name, in place of an older one. */
  keep(): Promise<void>;
}

/**
 * Writes a file under another name in the same folder. Without {@linkcode FileDraft.keep}, it is
 * removed in the end, as it is when writing fails or `signal` is aborted. What a run that was killed
 * left of the same file goes away first.
 *
 * @throws {TypeError} with what to do, if the disk is full or the folder cannot be written.
 */
export async function draftFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<FileDraft> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const base = `.${basename(path)}`;
  await sweepDrafts(dirname(path), base);
  const draft = await Deno.makeTempFile({ dir: dirname(path), prefix: draftPrefix(base) });
  const remove = async () => {
    await Deno.remove(draft).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  };
  try {
    using file = await Deno.open(draft, { write: true });
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
    }
    // A full disk may say so only now.
    await file.sync();
    await Deno.chmod(draft, 0o644);
  } catch (error) {
    await remove();
    throw explainFullDisk(path, error);
  }
  let kept = false;
  return {
    path: draft,
    async keep() {
      signal?.throwIfAborted();
      await Deno.rename(draft, path);
      kept = true;
    },
    async [Symbol.asyncDispose]() {
      if (!kept) await remove();
    },
  };
}

/** For the error of a full disk one that says what to do; any other as it is. */
export function explainFullDisk(path: string, error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new TypeError(
      `${path} cannot be written: there is no room on that disk; free some and try again. ` +
        "Nothing is left of it",
      { cause: error },
    );
  }
  return error;
}

/** For the error of a folder that takes no files one that names it; of a full disk what that says. */
export function explainUnwritable(folder: string, error: unknown): unknown {
  const full = explainFullDisk(folder, error);
  if (full !== error || !(error instanceof Error)) return full;
  return new TypeError(
    `${folder} cannot be written: ${error.message}; choose another folder for the bundle`,
    { cause: error },
  );
}
