/** What browsers need to be told about a file, by its ending. */
const contentTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webp: "image/webp",
};

/**
 * A file of the folder `public` of a plugin's bundle, which anybody may read.
 *
 * @param path The path below that folder, as the URL has it, part by part.
 * @returns Undefined when there is no such file, or it lies elsewhere.
 */
export async function publicFile(
  bundlePath: string,
  path: readonly string[],
): Promise<Response | undefined> {
  const names = path.map((part) => decodeURIComponent(part));
  const unsafe = names.some((name) => name === "" || name === ".." || /[/\\\0]/.test(name));
  if (bundlePath === "" || names.length === 0 || unsafe) return undefined;
  try {
    const root = await Deno.realPath(`${bundlePath}/public`);
    const found = await Deno.realPath(`${root}/${names.join("/")}`);
    if (!found.startsWith(`${root}/`) || !(await Deno.stat(found)).isFile) return undefined;
    const file = await Deno.open(found);
    const ending = found.slice(found.lastIndexOf(".") + 1).toLowerCase();
    return new Response(file.readable, {
      headers: { "Content-Type": contentTypes[ending] ?? "application/octet-stream" },
    });
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
