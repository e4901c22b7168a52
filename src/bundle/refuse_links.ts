/**
 * Refuses a bundle with anything but files and folders in it. The permission to read the bundle's
 * folder follows a symbolic link to wherever it points, so that a link in a bundle from elsewhere
 * would open the whole disk.
 *
 * @throws {TypeError} if there is a link, or a device or the like.
 */
export async function refuseLinks(folder: string): Promise<void> {
  for await (const { name, isFile, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) await refuseLinks(path);
    else if (!isFile) {
      throw new TypeError(
        `${path} is neither a file nor a folder; a symbolic link would lead out of the plugin's ` +
          `sandbox, so a bundle may hold none: put the file itself there`,
      );
    }
  }
}
