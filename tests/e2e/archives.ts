/** The plugins to try, packed for upload: ours in TypeScript, or the same in Go. @module */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { capture } from "../../tools/capture.ts";
import { fromFileUrl, toFileUrl } from "../../tools/paths.ts";
import { goBuild } from "./environment/go_build.ts";

/** What the plugins are written in. The Go ones show what a check expects of any plugin. */
export type Language = "deno" | "go";

/** A plugin, packed. */
export interface Archive {
  readonly id: string;
  readonly version: string;
  /** The bytes of a `.tar.gz`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All of them. */
export interface PluginArchives {
  readonly language: Language;
  /** The example that people read first. */
  readonly hello: Archive;
  /** The example in a later version. */
  readonly newerHello: Archive;
  /** What the example does not do. */
  readonly exerciser: Archive;
}

interface Source {
  readonly name: "hello" | "exerciser";
  /** The plugin in TypeScript, with its manifest beside it. */
  readonly entry: URL;
  /** A version other than the manifest's. */
  readonly version?: string;
}

const HELLO = new URL("../../examples/hello/plugin.ts", import.meta.url);
const EXERCISER = new URL("plugin/plugin.ts", import.meta.url);

/** Builds and packs the plugins; what lies about meanwhile goes into `folder`. */
export async function packPlugins(
  language: Language,
  folder: string,
  signal: AbortSignal,
): Promise<PluginArchives> {
  const pack = async (source: Source) => {
    const manifest = JSON.parse(
      await Deno.readTextFile(new URL("plugin.json", source.entry)),
    ) as { id: string; version: string; server: unknown };
    if (source.version !== undefined) manifest.version = source.version;
    const place = `${folder}/${manifest.version}/${manifest.id}`;
    await Deno.mkdir(place, { recursive: true });
    if (language === "go") await layOutGo(source.name, manifest, place, signal);
    else await layOutDeno(source.entry, manifest, place);
    const file = `${place}.tar.gz`;
    const { success, output } = await capture(
      "tar",
      ["-czf", file, manifest.id],
      toFileUrl(`${folder}/${manifest.version}/`),
    );
    if (!success) throw new Error(`the plugin could not be packed:\n${output}`);
    return { id: manifest.id, version: manifest.version, bytes: await Deno.readFile(file) };
  };
  return {
    language,
    hello: await pack({ name: "hello", entry: HELLO }),
    newerHello: await pack({ name: "hello", entry: HELLO, version: "1.1.0" }),
    exerciser: await pack({ name: "exerciser", entry: EXERCISER }),
  };
}

async function layOutDeno(entry: URL, manifest: object, place: string): Promise<void> {
  const file = `${place}.json`;
  await Deno.writeTextFile(file, JSON.stringify(manifest));
  await bundlePlugin({ entry: fromFileUrl(entry), manifest: file, outDir: place });
}

async function layOutGo(
  name: Source["name"],
  manifest: object,
  place: string,
  signal: AbortSignal,
): Promise<void> {
  const { path } = await goBuild({
    module: new URL("go_plugin/", import.meta.url),
    package: `./${name}`,
    name,
    signal,
  });
  await Deno.mkdir(`${place}/server`);
  await Deno.copyFile(path, `${place}/server/plugin`);
  await Deno.chmod(`${place}/server/plugin`, 0o755);
  const server = { executable: "server/plugin" };
  await Deno.writeTextFile(`${place}/plugin.json`, JSON.stringify({ ...manifest, server }));
}
