import {
  findProjectConfig,
  type ImportMap,
  mergeImportMaps,
  type ProjectConfig,
} from "./import_map.ts";

/** The name under which plugins import this package. */
export const PACKAGE_NAME = "@mattermost-deno/plugin";

/** The folder of this package: a checkout's `file:` URL or a registry's `https:` URL. */
export const PACKAGE_ROOT: URL = new URL("../../", import.meta.url);

/**
 * Adds to a project's import map what {@linkcode PACKAGE_NAME} stands for, if bundling has to say
 * it; undefined if the project's own configuration is enough.
 *
 * From a checkout, the name always means that checkout, with the checkout's own imports for the
 * files in it. From a registry, a project that names the package itself keeps its own choice.
 */
export async function importMapForPlugin(
  project: ProjectConfig,
  root: URL = PACKAGE_ROOT,
): Promise<ImportMap | undefined> {
  if (root.protocol === "file:") {
    const own = await findProjectConfig(root);
    const folder = project.file === undefined ? root.href : new URL("./", project.file).href;
    return mergeImportMaps(project.importMap, {
      imports: { [PACKAGE_NAME]: new URL("mod.ts", root).href },
      scopes: {
        [root.href]: own.importMap.imports,
        // An example inside the checkout keeps its own names: the longer scope counts.
        ...folder.startsWith(root.href) && folder !== root.href
          ? { [folder]: project.importMap.imports }
          : {},
      },
    });
  }
  if (PACKAGE_NAME in project.importMap.imports) return undefined;
  return mergeImportMaps(project.importMap, {
    imports: { [PACKAGE_NAME]: registryAddress(root) },
    scopes: {},
  });
}

/** `https://jsr.io/@scope/name/1.2.3/` as a specifier: `jsr:@scope/name@1.2.3`. */
export function registryAddress(root: URL): string {
  const match = /\/(@[^/]+\/[^/]+)\/([^/]+)\/$/.exec(root.pathname);
  if (match === null) {
    throw new TypeError(
      `${PACKAGE_NAME} was loaded from ${root.href}, which is neither a folder nor a registry; ` +
        `name it in the imports of the plugin's deno.json`,
    );
  }
  return `jsr:${match[1]}@${match[2]}`;
}
