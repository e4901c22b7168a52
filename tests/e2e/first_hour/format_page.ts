/** The page as a file. @module */
import { fromFileUrl } from "../../../tools/paths.ts";
import { ROOT } from "../../../tools/std_source.ts";

/** The page as `deno fmt` leaves it, so that what is written passes the check of all files. */
export async function formatPage(page: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext=md", "-"],
    cwd: fromFileUrl(ROOT),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(page));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`the page cannot be formatted: ${decoder.decode(stderr)}`);
  return decoder.decode(stdout);
}

/** The page that is there; empty if there is none. */
export async function pageIn(file: URL): Promise<string> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}
