/** The plugins to try, packed for upload: ours in TypeScript, or the same in Go. @module */
import { type Archive, type Language, packPlugin } from "./pack_plugin.ts";

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

const HELLO = {
  goName: "hello",
  entry: new URL("../../examples/hello/plugin.ts", import.meta.url),
};
const EXERCISER = {
  goName: "exerciser",
  entry: new URL("plugin/plugin.ts", import.meta.url),
};

/** Builds and packs the plugins; what lies about meanwhile goes into `folder`. */
export async function packPlugins(
  language: Language,
  folder: string,
  signal: AbortSignal,
): Promise<PluginArchives> {
  return {
    language,
    hello: await packPlugin({ ...HELLO, language }, folder, signal),
    newerHello: await packPlugin({ ...HELLO, language, version: "1.1.0" }, folder, signal),
    exerciser: await packPlugin({ ...EXERCISER, language }, folder, signal),
  };
}
