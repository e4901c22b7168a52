import { dirname } from "./paths.ts";

/**
 * Writes a file so that another process sees all of it or nothing. The folders around it are made for
 * this user alone, and so is the file unless a mode is given.
 */
export async function writeAtOnce(
  file: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  await Deno.mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = await Deno.makeTempFile({ dir: dirname(file) });
  try {
    await Deno.writeFile(draft, bytes);
    if (mode !== undefined) await Deno.chmod(draft, mode);
    await Deno.rename(draft, file);
  } catch (error) {
    await Deno.remove(draft).catch(() => {});
    throw error;
  }
}
