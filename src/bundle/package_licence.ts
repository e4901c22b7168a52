import type { BundledPackage } from "./bundled_packages.ts";

/**
 * The licence of an npm package, as its `package.json` in Deno's cache names it; undefined where it
 * names none, or where that file is not there.
 *
 * @param npmCache the folder in which Deno keeps npm packages
 */
export async function packageLicence(
  { registry, name, version }: BundledPackage,
  npmCache: string,
): Promise<string | undefined> {
  if (registry !== "npm") return undefined;
  for (const host of await hosts(npmCache)) {
    const file = `${npmCache}/${host}/${name}/${version}/package.json`;
    try {
      const { license, licenses } = JSON.parse(await Deno.readTextFile(file));
      const [first] = Array.isArray(licenses) ? licenses : [license];
      const text = typeof first === "object" ? first?.type : first;
      return typeof text === "string" && text !== "" ? text : undefined;
    } catch {
      continue;
    }
  }
  return undefined;
}

async function hosts(npmCache: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(npmCache))).map(({ name }) => name).sort();
  } catch {
    return [];
  }
}
