import type { Checkout } from "./checkout.ts";
import { CI_WORKFLOW, GITIGNORE, ICON } from "./fixed_files.ts";
import { pluginSource, pluginTest } from "./plugin_source.ts";
import type { ProjectNames } from "./project_names.ts";
import { denoConfig, manifest, readme } from "./project_texts.ts";

/** What the files of a new project depend on. */
export interface ProjectOptions extends ProjectNames {
  /** The commands of the command line, by name: a task is written for what there is. */
  readonly commands: readonly string[];
  /** A checkout of this package that takes the place of the registry's. */
  readonly checkout?: Checkout | undefined;
}

/** The files of a new project, by their paths. */
export function projectFiles(options: ProjectOptions): ReadonlyMap<string, string> {
  return new Map([
    ["plugin.ts", pluginSource(options)],
    ["plugin.json", manifest(options)],
    ["plugin_test.ts", pluginTest(options)],
    ["deno.json", denoConfig(options)],
    ["README.md", readme(options)],
    ["assets/icon.svg", ICON],
    [".github/workflows/ci.yml", CI_WORKFLOW],
    [".gitignore", GITIGNORE],
  ]);
}
