/** Builds one plugin and packs it for upload. @module */
import { packBundle } from "../../src/bundle/archive/pack_bundle.ts";
import { bundlePlugin, type NativeOptions } from "../../src/bundle/mod.ts";
import { fromFileUrl } from "../../tools/paths.ts";
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

/** What to pack. */
export interface PluginSource {
  readonly language: Language;
  /** The plugin in TypeScript, with its manifest beside it; the one in Go has the same manifest. */
  readonly entry: URL;
  /** The folder of the one in Go, below `go_plugin/`; `""` where there is none. */
  readonly goName: string;
  /** What differs from the manifest. */
  readonly changes?: { readonly version?: string; readonly server?: unknown };
  /** What the one in TypeScript brings for servers without a shell or without Deno. */
  readonly native?: NativeOptions | undefined;
}

/** Builds and packs a plugin; what lies about meanwhile goes into `folder`. */
export async function packPlugin(
  source: PluginSource,
  folder: string,
  signal: AbortSignal,
): Promise<Archive> {
  const { language, entry } = source;
  const manifest: { readonly id: string; readonly version: string } = {
    ...JSON.parse(await Deno.readTextFile(new URL("plugin.json", entry))),
    ...source.changes,
  };
  const parent = `${folder}/${language}-${manifest.version}`;
  const place = `${parent}/${manifest.id}`;
  await Deno.mkdir(place, { recursive: true });
  if (language === "go") await layOutGo(source.goName, manifest, place, signal);
  else await layOutDeno(entry, manifest, place, source.native);
  const file = `${place}.tar.gz`;
  await using draft = await packBundle({ folder: place, id: manifest.id, file, signal });
  await draft.keep();
  return { id: manifest.id, version: manifest.version, bytes: await Deno.readFile(file) };
}

async function layOutDeno(
  entry: URL,
  manifest: object,
  place: string,
  native: NativeOptions = {},
): Promise<void> {
  const file = `${place}.json`;
  await Deno.writeTextFile(file, JSON.stringify(manifest));
  await bundlePlugin({ entry: fromFileUrl(entry), manifest: file, outDir: place, ...native });
}

async function layOutGo(
  name: string,
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
