/**
 * Compiles and runs what the documentation shows.
 *
 * @module
 */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { createPluginAPIHandler } from "../../src/host/api_handler.ts";
import { serveGrpc } from "../../src/grpc/serve_grpc.ts";
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
  /**
   * Runs those that have tests, starts those that are plugins, and runs all others as programs, but
   * for those that `isRun` leaves out.
   */
  run(isRun?: (block: Block) => boolean): Promise<Outcome>;
}

/** A server's address as examples name it. */
const SHOWN_SERVER = "127.0.0.1:9090";

/** Writes the blocks as files. */
export async function writeBlocks(blocks: readonly Block[]): Promise<BlockFiles> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "docs-" }));
  for (const block of blocks) {
    const path = `${folder}/${pathOf(block)}`;
    await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    // What a page imports from beside it is in this project.
    const beside = block.page.replace(/[^/]*$/, "");
    const code = fileOf(block)
      .replaceAll('from "./src/', `from "file://${root}src/`)
      .replaceAll(SHOWN_SERVER, `unix:${folder}/api.sock`);
    await Deno.writeTextFile(
      path,
      block.page.endsWith(".ts")
        ? code.replaceAll('from "./', `from "file://${root}${beside}`)
        : code,
    );
    if (block.fileName === "plugin.ts") {
      await Deno.writeTextFile(path.replace(/ts$/, "json"), JSON.stringify(manifestOf("page")));
    }
  }
  const deno = async (...words: string[]): Promise<Outcome> => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", `${root}tools/run.ts`, ...words],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    return { ok: code === 0, output: inPages(text, folder, blocks) };
  };
  const files = (some: readonly Block[]) => some.map((block) => `${folder}/${pathOf(block)}`);
  return {
    check: () => deno("check", `--config=${root}deno.json`, ...files(blocks)),
    async run(isRun = () => true) {
      await using _server = await surroundings(folder, blocks);
      const chosen = blocks.filter(isRun);
      const starts = `${folder}/starts_test.ts`;
      await Deno.writeTextFile(starts, testsOf(chosen));
      return await deno(
        "test",
        "-A",
        "--no-check",
        `--config=${root}deno.json`,
        starts,
      );
    },
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/**
 * The tests of blocks that have some; a test for each plugin: it starts; and for each other block: it
 * runs to its end. All of it is one file, since Deno loads everything anew for each.
 */
function testsOf(blocks: readonly Block[]): string {
  return [
    'import { testPlugin } from "@mattermost-deno/plugin/testing";',
    ...blocks.map((block) => {
      if (block.hasTests) return `await import(${JSON.stringify(`./${pathOf(block)}`)});`;
      const name = JSON.stringify(
        `${block.page}:${block.line} ${block.isPlugin ? "starts" : "runs"}`,
      );
      const path = JSON.stringify(`./${pathOf(block)}`);
      if (!block.isPlugin) return `Deno.test(${name}, async () => void await import(${path}));`;
      return `Deno.test(${name}, async () => {
  const { default: plugin } = await import(${path});
  await using _t = await testPlugin(plugin);
});`;
    }),
    "",
  ].join("\n");
}

const manifestOf = (name: string) => ({ id: `com.example.${name}`, name, version: "1.0.0" });

/** What programs in the documentation find: the bundles that they name, and a server. */
async function surroundings(folder: string, blocks: readonly Block[]): Promise<AsyncDisposable> {
  const shown = (name: string) => blocks.some(({ code }) => code.includes(`dist/${name}`));
  const hello = "com.example.hello";
  if (shown(hello)) {
    const entry = `${root}examples/hello/plugin.ts`;
    await bundlePlugin({ entry, outDir: `${folder}/dist/${hello}` });
  }
  const greeter = "com.example.greeter";
  const first = blocks.find(({ page, fileName }) =>
    page === "README.md" && fileName === "plugin.ts"
  );
  if (shown(greeter) && first) {
    const entry = `${folder}/${pathOf(first)}`;
    const manifest = `${folder}/plugin.json`;
    await Deno.writeTextFile(manifest, JSON.stringify(manifestOf("greeter")));
    await bundlePlugin({ entry, manifest, outDir: `${folder}/dist/${greeter}` });
  }
  const api = createPluginAPIHandler({ getServerVersion: () => "11.0.0" }, { pluginId: hello });
  const server = await serveGrpc({ handlers: [api], listen: { path: `${folder}/api.sock` } });
  return { [Symbol.asyncDispose]: () => server.stop({ graceMs: 0 }) };
}

function inPages(output: string, folder: string, blocks: readonly Block[]): string {
  let text = output.replaceAll(`file://${folder}/`, "").replaceAll(`${folder}/`, "");
  text = text.replaceAll(/^Check .*\n/gm, "");
  // `deno test` shows some files relative to where it runs.
  text = text.replaceAll(/(?<=^|[\s(])\.\//gm, "");
  for (const block of blocks) text = text.replaceAll(pathOf(block), block.page);
  return text;
}
