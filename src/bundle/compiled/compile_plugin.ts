import { BUNDLE_LAYOUT } from "../bundle_layout.ts";
import { whatBundlerSaid } from "../deno_bundle.ts";
import { runDeno } from "../run_deno.ts";
import type { LaunchPlan } from "../launch_plan.ts";
import { dirname } from "../paths.ts";
import { makeFolders } from "../assets.ts";
import { BUNDLE_PLATFORMS, type BundlePlatform } from "../platforms.ts";
import { temporaryFolder } from "../temporary_folder.ts";
import { baseNotToBeHad, DENO_TARGETS, DENORT_VARIABLE } from "./base_program.ts";
import { CompileError } from "./compile_error.ts";
import { compiledPath } from "./compiled_path.ts";
import type { CompileTarget } from "./prepare_compile.ts";
import {
  bakedCommand,
  type CompiledDifferences,
  compiledDifferences,
  compiledSockets,
} from "./compile_flags.ts";

/** The loader's name in a compiled plugin; it lies beside the plugin, as elsewhere. */
export const LOADER_PATH = `${BUNDLE_LAYOUT.server}/loader_compiled.js`;

/** What to compile. */
export interface CompilePluginOptions {
  /** The bundle's folder, with everything that the plugin may read. */
  readonly bundle: string;
  /** What the sandbox lets through. */
  readonly plan: LaunchPlan;
  /** The bundled loader of compiled plugins. */
  readonly loader: string;
  /** The programs to make. */
  readonly targets: readonly CompileTarget[];
}

/** A plugin as one program. */
export interface CompiledPlugin extends CompiledDifferences {
  /** The platform that it is for. */
  readonly platform: BundlePlatform;
  /** Where it lies in the bundle. */
  readonly path: string;
  /** Its size in bytes. */
  readonly bytes: number;
}

/**
 * Compiles a plugin with `deno compile` into one program for each platform, and puts those into its
 * bundle. The plugin, its source map, its manifest and the files that it may read are in it, and the
 * permissions. The same bundle and the same base program give the same bytes.
 *
 * @throws {CompileError} if the base program cannot be had, or Deno refuses.
 */
export async function compilePlugin(options: CompilePluginOptions): Promise<CompiledPlugin[]> {
  const compiled: CompiledPlugin[] = [];
  if (options.targets.length === 0) return compiled;
  await using temporary = await temporaryFolder("compile");
  await stage(options, `${temporary.path}/in`);
  for (const target of options.targets) {
    compiled.push(await compileFor(target, options, temporary.path));
  }
  return compiled;
}

/** Copies what goes into the program. Times would make every program another one. */
async function stage({ bundle, plan, loader }: CompilePluginOptions, folder: string) {
  const { read } = plan.permissions;
  const copied = [BUNDLE_LAYOUT.manifest, BUNDLE_LAYOUT.plugin, `${BUNDLE_LAYOUT.plugin}.map`];
  for (const path of [...copied, "assets", ...read === true ? [] : read]) {
    await copyTree(`${bundle}/${path.replace(/\/$/, "")}`, `${folder}/${path.replace(/\/$/, "")}`);
  }
  await Deno.writeTextFile(`${folder}/${LOADER_PATH}`, loader);
  await Deno.utime(`${folder}/${LOADER_PATH}`, 0, 0);
}

async function copyTree(from: string, to: string): Promise<void> {
  const info = await Deno.stat(from).catch(() => undefined);
  if (info === undefined) return;
  if (info.isDirectory) {
    await makeFolders(to);
    for await (const { name } of Deno.readDir(from)) {
      await copyTree(`${from}/${name}`, `${to}/${name}`);
    }
    return;
  }
  await makeFolders(dirname(to));
  await Deno.copyFile(from, to);
  await Deno.utime(to, 0, 0);
}

async function compileFor(
  { platform, denort }: CompileTarget,
  { bundle, plan }: CompilePluginOptions,
  temporary: string,
): Promise<CompiledPlugin> {
  const names = BUNDLE_PLATFORMS[platform];
  const path = compiledPath(platform);
  const written = `${temporary}/${path}`;
  await makeFolders(dirname(written));
  const { flags, args } = bakedCommand(plan, compiledSockets(plan.id, names));
  const { success, stderr } = await runDeno(temporary, [
    "compile",
    ...["--no-config", "--no-lock", "--no-check", "--no-remote", "--no-npm", "--cached-only"],
    // It would lie where every user of the machine can put a forged one.
    "--no-code-cache",
    ...await appName(plan.id),
    ...flags,
    `--target=${DENO_TARGETS[platform]}`,
    `--include=${temporary}/in`,
    `--output=${written}`,
    `${temporary}/in/${LOADER_PATH}`,
    ...args,
  ], denort === undefined ? {} : { [DENORT_VARIABLE]: denort });
  if (!success) throw new CompileError(whyNot(platform, denort, stderr));
  await Deno.copyFile(written, `${bundle}/${path}`);
  await Deno.chmod(`${bundle}/${path}`, 0o755);
  const { size: bytes } = await Deno.stat(written);
  return { platform, path, bytes, ...compiledDifferences(plan, names) };
}

/** Has each plugin keep its own things; Deno has the flag since 2.9 or so. */
async function appName(id: string): Promise<string[]> {
  const { stdout } = await runDeno(".", ["compile", "--help"]);
  return stdout.includes("--app-name") ? [`--app-name=${id}`] : [];
}

function whyNot(platform: BundlePlatform, given: string | undefined, stderr: string): string {
  const said = whatBundlerSaid(stderr).split("\n")
    .filter((line) => !/^(?:Compile |Download |error: Writing |Caused by:|\s*$)/.test(line))
    .map((line) => line.replace(/^\s*(?:\d+: |error: )/, "").trim());
  if (given !== undefined) {
    return `the plugin cannot be compiled for ${platform} with the base program ${given}: ` +
      (said.at(-1) ?? "Deno does not say why");
  }
  const about = said.find((line) => line.includes("dl.deno.land"));
  if (about === undefined && !stderr.includes("base binary")) {
    return `the plugin cannot be compiled for ${platform}:\n${said.join("\n")}`;
  }
  return baseNotToBeHad(platform, said.at(-1)?.replace(/\.$/, "") ?? "it cannot be fetched");
}
