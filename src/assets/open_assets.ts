/**
 * Reads assets from a bundle's folder.
 *
 * @module
 */
import { nearestName } from "../api/nearest_name.ts";
import type { Assets } from "../plugin/context/assets.ts";
import { checkAssetPath } from "./asset_path.ts";

/** The folder of a bundle that holds the assets. */
export const ASSETS_FOLDER = "assets";

/** How many files an error lists. */
const LISTED = 20;

/**
 * The assets of a plugin.
 *
 * @param bundleFolder the folder that it was installed from; null where it has none, as in some tests
 */
export function openAssets(bundleFolder: string | null): Assets {
  const folder = `${bundleFolder}/${ASSETS_FOLDER}`;
  const list = async () => bundleFolder === null ? [] : (await filesBelow(folder, "")).sort();

  async function read<Result>(
    method: string,
    path: string,
    how: (file: string) => Promise<Result>,
  ): Promise<Result> {
    const where = `assets.${method}()`;
    checkAssetPath(path, where);
    if (bundleFolder === null) {
      throw new Deno.errors.NotFound(
        `${where}: there is no "${path}", since this plugin was not started from a folder; tell ` +
          "the test kit which one (bundleFolder), the one that has the folder assets in it",
      );
    }
    try {
      return await how(`${folder}/${path}`);
    } catch (error) {
      if (!isMissing(error)) throw error;
      throw new Deno.errors.NotFound(`${where}: ${missing(path, await list())}`, { cause: error });
    }
  }

  return {
    bytes: (path) => read("bytes", path, (file) => Deno.readFile(file)),
    text: (path) => read("text", path, (file) => Deno.readTextFile(file)),
    async json(path) {
      const text = await read("json", path, (file) => Deno.readTextFile(file));
      try {
        return JSON.parse(text);
      } catch (error) {
        throw new SyntaxError(`assets.json(): "${path}" is no JSON: ${(error as Error).message}`, {
          cause: error,
        });
      }
    },
    stream: (path) =>
      read("stream", path, async (name) => {
        const file = await Deno.open(name);
        try {
          if ((await file.stat()).isFile) return file.readable;
        } catch (error) {
          file.close();
          throw error;
        }
        file.close();
        throw new Deno.errors.IsADirectory();
      }),
    list,
  };
}

/** Whether there is no such file; a folder is none, and a file has nothing below it. */
function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.IsADirectory ||
    error instanceof Deno.errors.NotADirectory;
}

function missing(path: string, there: readonly string[]): string {
  const text = `there is no "${path}" among the plugin's assets`;
  if (there.length === 0) {
    return `${text}: its bundle has none. Put files into the folder assets beside the manifest`;
  }
  const within = path.startsWith(`${ASSETS_FOLDER}/`)
    ? path.slice(ASSETS_FOLDER.length + 1)
    : undefined;
  const near = within !== undefined && there.includes(within) ? within : nearestName(path, there);
  const more = there.length > LISTED ? ` and ${there.length - LISTED} more` : "";
  return `${text}${near === undefined ? "" : `; did you mean "${near}"?`} (there are ${
    there.slice(0, LISTED).join(", ")
  }${more})`;
}

async function filesBelow(folder: string, path: string): Promise<string[]> {
  const files: string[] = [];
  try {
    for await (const entry of Deno.readDir(`${folder}/${path}`)) {
      const name = `${path}${entry.name}`;
      if (entry.isDirectory) files.push(...await filesBelow(folder, `${name}/`));
      else if (entry.isFile) files.push(name);
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return files;
}
