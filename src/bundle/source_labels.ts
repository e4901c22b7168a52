import { alignMappings } from "./align_mappings.ts";
import { fromFileUrl, relative, resolve } from "./paths.ts";
import { PACKAGE_NAME, PACKAGE_ROOT } from "./own_package.ts";

/** What the bundler wrote, and where it stood. */
export interface RawBundle {
  /** The JavaScript. */
  readonly code: string;
  /** The source map's text. */
  readonly sourceMap: string;
  /** The folder into which they were written: the source map's paths are relative to it. */
  readonly outDir: string;
  /** The folder in which the bundler ran: paths in the code are relative to it. */
  readonly projectDir: string;
  /** Where Deno keeps npm packages. */
  readonly npmCache: string;
}

/** A bundle in which no path depends on the machine that made it. */
export interface RelabelledBundle {
  /** The JavaScript. */
  readonly code: string;
  /** The source map's text: positions and names of files, not their contents. */
  readonly sourceMap: string;
  /** The names that modules have in the source map. */
  readonly sources: readonly string[];
  /** The absolute paths of the local files that went in, apart from npm packages. */
  readonly inputs: readonly string[];
}

interface SourceMap {
  readonly version: number;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/**
 * Replaces the paths that the bundler writes into comments, module names and the source map. They
 * are relative to wherever it ran, so that the same plugin would give other bytes on each machine
 * and show how that machine is set up.
 */
export function relabel(bundle: RawBundle): RelabelledBundle {
  const inputs = new Set<string>();
  const label = (path: string): string => {
    if (isUrl(path)) return path;
    const result = labelPath(path, bundle);
    if (!result.startsWith("npm:")) inputs.add(path);
    return result;
  };
  const inCode = (path: string) => label(isUrl(path) ? path : resolve(bundle.projectDir, path));
  const code = bundle.code
    // The comment above each module.
    .replace(
      /^\/\/ (\S.*\.[A-Za-z0-9]+)$/gm,
      (line, path: string) => isModulePath(path, bundle) ? `// ${inCode(path)}` : line,
    )
    // The name of each CommonJS module.
    .replace(/^( {2})"((?:[^"\\]|\\.)+)"(\((?:exports|module|__unused)?)/gm, (
      line,
      indent: string,
      path: string,
      rest: string,
    ) => isModulePath(path, bundle) ? `${indent}${JSON.stringify(inCode(path))}${rest}` : line);
  const map = JSON.parse(bundle.sourceMap) as SourceMap;
  const sourceMap: SourceMap = {
    version: map.version,
    sources: map.sources.map((path) => label(isUrl(path) ? path : resolve(bundle.outDir, path))),
    names: map.names,
    mappings: alignMappings(bundle.code, map.mappings),
  };
  return {
    code,
    sourceMap: JSON.stringify(sourceMap) + "\n",
    sources: sourceMap.sources,
    inputs: [...inputs].sort(),
  };
}

function isUrl(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(path);
}

/** Whether a text that looks like a module's name is one: then that file exists. */
function isModulePath(path: string, bundle: RawBundle): boolean {
  if (isUrl(path)) return false;
  try {
    return Deno.statSync(resolve(bundle.projectDir, path)).isFile;
  } catch {
    return false;
  }
}

function labelPath(path: string, { npmCache, projectDir }: RawBundle): string {
  if (path.startsWith(`${npmCache}/`)) {
    // REGISTRY/[@scope/]name/version/file
    const match = /^[^/]+\/((?:@[^/]+\/)?[^/]+)\/([^/]+)\/(.+)$/.exec(
      path.slice(npmCache.length + 1),
    );
    if (match !== null) return `npm:${match[1]}@${match[2]}/${match[3]}`;
  }
  const own = PACKAGE_ROOT.protocol === "file:" ? fromFileUrl(PACKAGE_ROOT) : undefined;
  if (own !== undefined && path.startsWith(own) && !path.startsWith(`${projectDir}/`)) {
    return `${PACKAGE_NAME}/${path.slice(own.length)}`;
  }
  return relative(projectDir, path);
}
