import type { Manifest } from "./manifest_types.ts";
import { dirname, join } from "./paths.ts";

/**
 * Copies into a bundle the folder `assets`, if there is one, and what its manifest names: the files
 * that the plugin reads, its icon and the folder of its web app, which the server publishes whole.
 *
 * @throws {TypeError} if one of those is missing, is a symbolic link or lies elsewhere.
 */
export async function copyAssets(manifest: Manifest, from: string, to: string): Promise<void> {
  const webapp = manifest.webapp?.bundle_path;
  const { read = [] } = manifest.server?.permissions ?? {};
  const assets = await Deno.lstat(join(from, "assets")).catch(() => undefined);
  const wanted: [string, string | undefined][] = [
    ["the plugin's assets", assets === undefined ? undefined : "assets"],
    ...(read === true ? [] : read).map((
      path,
    ): [string, string] => ["server.permissions.read", path]),
    ["icon_path", manifest.icon_path],
    // A script in the bundle's root is copied alone: its folder is the plugin's sources.
    ["webapp.bundle_path", webapp?.includes("/") ? dirname(webapp) : webapp],
  ];
  for (const [name, path] of wanted) {
    if (path === undefined || path === "") continue;
    const relative = path.replace(/\/$/, "");
    if (relative.split("/").some((step) => step === "" || step === "..")) {
      throw new TypeError(`${name}: "${path}" must be a path below the manifest's folder`);
    }
    await copy(join(from, relative), join(to, relative), name);
  }
}

async function copy(from: string, to: string, name: string): Promise<void> {
  let info: Deno.FileInfo;
  try {
    info = await Deno.lstat(from);
  } catch (cause) {
    throw new TypeError(`${name}: ${from} cannot be read; make it, or take it off the manifest`, {
      cause,
    });
  }
  if (info.isDirectory) {
    await makeFolders(to);
    const entries = await Array.fromAsync(Deno.readDir(from));
    for (const entry of entries) await copy(join(from, entry.name), join(to, entry.name), name);
  } else if (info.isFile) {
    await makeFolders(dirname(to));
    await Deno.copyFile(from, to);
    await Deno.chmod(to, 0o644);
  } else {
    throw new TypeError(
      `${name}: ${from} is neither a file nor a folder; servers leave links out of bundles, so ` +
        `put the file itself there`,
    );
  }
}

/** Makes a folder and those around it, so that all may read them. */
export async function makeFolders(path: string): Promise<void> {
  const present = await Deno.lstat(path).catch(() => undefined);
  if (present?.isDirectory) return;
  await makeFolders(dirname(path));
  await Deno.mkdir(path);
  await Deno.chmod(path, 0o755);
}
