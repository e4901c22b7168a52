import type { BundledPackage } from "./bundled_packages.ts";

/**
 * The name of a package in a bill of materials.
 *
 * @see https://github.com/package-url/purl-spec
 */
export function packageUrl({ registry, name, version }: BundledPackage): string {
  if (registry === "npm") return `pkg:npm/${name.replace("@", "%40")}@${version}`;
  if (registry === "generic" || registry === "golang") return `pkg:${registry}/${name}@${version}`;
  // There is no type of its own for JSR; this is the address of its packages for npm's clients.
  const alias = name.slice(1).replace("/", "__");
  return `pkg:npm/%40jsr/${alias}@${version}?repository_url=https://npm.jsr.io`;
}
