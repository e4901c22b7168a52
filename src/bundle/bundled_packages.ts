/** A package from a registry, parts of which are in a bundle. */
export interface BundledPackage {
  /** Where it comes from; `generic` is none of the others. */
  readonly registry: "npm" | "jsr" | "golang" | "generic";
  /** Its name, with its scope. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
}

/**
 * Finds the packages that modules belong to, by the names that bundling gives to modules.
 *
 * @param modules names such as `npm:yaml@2.9.1/dist/index.js` or
 *   `https://jsr.io/@std/cli/1.0.0/mod.ts`
 * @returns each package once, sorted; modules of the project itself belong to none
 */
export function bundledPackages(modules: Iterable<string>): readonly BundledPackage[] {
  const found = new Map<string, BundledPackage>();
  for (const module of modules) {
    const one = packageOf(module);
    if (one !== undefined) found.set(`${one.registry}:${one.name}@${one.version}`, one);
  }
  return [...found].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([, one]) => one);
}

/** The names of the modules in a bundle, as bundling writes them above each module. */
export function modulesIn(code: string): string[] {
  return [
    ...code.matchAll(/^\/\/ ((?:npm:|https:\/\/)\S+)$/gm),
    ...code.matchAll(/^ {2}"(npm:[^"\\\s]+)"\(/gm),
  ].map(([, name]) => name ?? "");
}

const NAME = "((?:@[^/@]+/)?[^/@]+)";
const FORMS: readonly (readonly [BundledPackage["registry"], RegExp])[] = [
  ["npm", new RegExp(`^npm:${NAME}@([^/]+)/`)],
  // A project with a node_modules folder of Deno's.
  ["npm", new RegExp(`(?:^|/)node_modules/\\.deno/@?[^/@]+@([^/_]+)[^/]*/node_modules/${NAME}/`)],
  ["jsr", /^https:\/\/jsr\.io\/(@[^/]+\/[^/]+)\/([^/]+)\//],
];

function packageOf(module: string): BundledPackage | undefined {
  for (const [index, [registry, pattern]] of FORMS.entries()) {
    const [, first, second] = pattern.exec(module) ?? [];
    if (first === undefined || second === undefined) continue;
    const [name, version] = index === 1 ? [second, first] : [first, second];
    // Deno numbers copies of a package: 1.2.3_1.
    return { registry, name, version: version.replace(/_\d+$/, "") };
  }
  return undefined;
}
