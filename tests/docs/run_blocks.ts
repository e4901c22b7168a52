/**
 * Compiles and runs what the documentation shows.
 *
 * @module
 */
import { fromFileUrl } from "../../tools/paths.ts";
import { type Block, fileOf, pathOf } from "./blocks.ts";

const root = fromFileUrl(new URL("../../", import.meta.url));

/** What came of it. */
export interface Outcome {
  readonly ok: boolean;
  /** What was said, with pages and their lines in the place of files. */
  readonly output: string;
}

/** The blocks as files, in a folder that is removed at the end. */
export interface BlockFiles extends AsyncDisposable {
  /** Compiles all of them. */
  check(): Promise<Outcome>;
  /** Runs those that have tests, and starts those that are plugins. */
  run(): Promise<Outcome>;
}

/** Writes the blocks as files. */
export async function writeBlocks(blocks: readonly Block[]): Promise<BlockFiles> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "docs-" }));
  for (const block of blocks) {
    const path = `${folder}/${pathOf(block)}`;
    await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    // What a page imports from beside it is in this project.
    const code = fileOf(block).replaceAll('from "./src/', `from "file://${root}src/`);
    await Deno.writeTextFile(path, code);
  }
  const plugins = blocks.filter(({ isPlugin, hasTests }) => isPlugin && !hasTests);
  const starts = `${folder}/starts_test.ts`;
  await Deno.writeTextFile(starts, startsOf(plugins));
  const deno = async (...words: string[]): Promise<Outcome> => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", `${root}tools/run.ts`, ...words],
      cwd: root,
      env: { NO_COLOR: "1" },
    }).output();
    const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    return { ok: code === 0, output: inPages(text, folder, blocks) };
  };
  const files = (some: readonly Block[]) => some.map((block) => `${folder}/${pathOf(block)}`);
  return {
    check: () => deno("check", `--config=${root}deno.json`, ...files(blocks)),
    run: () =>
      deno(
        "test",
        "-A",
        "--no-check",
        `--config=${root}deno.json`,
        starts,
        ...files(blocks.filter(({ hasTests }) => hasTests)),
      ),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** A test for each plugin: it starts. */
function startsOf(plugins: readonly Block[]): string {
  return [
    'import { testPlugin } from "@mattermost-deno/plugin/testing";',
    ...plugins.map((block) => {
      const name = JSON.stringify(`${block.page}:${block.line} starts`);
      const path = JSON.stringify(`./${pathOf(block)}`);
      return `Deno.test(${name}, async () => {
  const { default: plugin } = await import(${path});
  await using _t = await testPlugin(plugin);
});`;
    }),
    "",
  ].join("\n");
}

function inPages(output: string, folder: string, blocks: readonly Block[]): string {
  let text = output.replaceAll(`file://${folder}/`, "").replaceAll(`${folder}/`, "");
  text = text.replaceAll(/^Check .*\n/gm, "");
  // `deno test` shows some files relative to where it runs.
  text = text.replaceAll(new RegExp(`(?:\\.\\./)*${folder.slice(1)}/`, "g"), "");
  for (const block of blocks) text = text.replaceAll(pathOf(block), block.page);
  return text;
}
