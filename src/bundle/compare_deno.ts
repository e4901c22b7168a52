import { BUNDLE_LAYOUT } from "./bundle_layout.ts";
import { denoBinary, DenoBinaryError } from "./deno_binary.ts";
import { firstDifference } from "./first_difference.ts";
import { packageUrl } from "./package_url.ts";
import { BUNDLE_PLATFORMS, type PlatformNames } from "./platforms.ts";

/** Where a self-contained bundle has Deno's own program for a platform. */
export function bundledDenoPath({ go, suffix }: Pick<PlatformNames, "go" | "suffix">): string {
  return `${BUNDLE_LAYOUT.server}/deno-${go}${suffix}`;
}

/** The platform whose Deno has this path in a bundle; undefined if the path is another file's. */
export function bundledDenoPlatform(path: string): PlatformNames | undefined {
  return Object.values(BUNDLE_PLATFORMS).find((names) => bundledDenoPath(names) === path);
}

/**
 * Compares the Deno that a bundle brings with the one in npm's registry, of the version that the
 * bundle's bill of materials names. Gives undefined if it is the same, and else what is wrong, after
 * the file's name.
 *
 * @param folder the bundle's folder
 * @param fetch how to get Deno; tests give one that is small
 */
export async function compareDeno(
  folder: string,
  names: PlatformNames,
  fetch: typeof denoBinary = denoBinary,
): Promise<string | undefined> {
  const version = await denoVersion(folder, names);
  if (version === undefined) {
    return `which version it is does not stand in ${BUNDLE_LAYOUT.sbom}, so it cannot be compared ` +
      `with npm's ${names.npmPackage}`;
  }
  try {
    const [found, expected] = await Promise.all([
      Deno.readFile(`${folder}/${bundledDenoPath(names)}`),
      fetch(names, version).then(Deno.readFile),
    ]);
    return firstDifference(found, expected) === undefined
      ? undefined
      : `it is not the file in npm's ${names.npmPackage}@${version}, which it is said to be; do not ` +
        "run it";
  } catch (error) {
    if (!(error instanceof DenoBinaryError || error instanceof TypeError)) throw error;
    return `it cannot be compared: ${error.message}`;
  }
}

async function denoVersion(folder: string, names: PlatformNames): Promise<string | undefined> {
  const wanted = packageUrl({ registry: "npm", name: names.npmPackage, version: "" });
  try {
    const sbom: unknown = JSON.parse(await Deno.readTextFile(`${folder}/${BUNDLE_LAYOUT.sbom}`));
    const components = (sbom as { readonly components?: unknown } | null)?.components;
    if (!Array.isArray(components)) return undefined;
    const purls = components.map((each) => (each as { readonly purl?: unknown } | null)?.purl);
    const found = purls.find((purl) => typeof purl === "string" && purl.startsWith(wanted));
    return typeof found === "string" ? found.slice(wanted.length) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
