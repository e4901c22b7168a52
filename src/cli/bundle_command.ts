import { bundlePlugin } from "../bundle/mod.ts";
import { readManifest } from "../bundle/manifest.ts";
import { dirname, resolve } from "../bundle/paths.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage_error.ts";

/** `bundle`: bundles the one plugin that is named, and says what was written. */
export const bundleCommand: Command = {
  name: "bundle",
  summary: "Turn a plugin and its manifest into a folder that a host can start",
  usage: "[options] <plugin.ts>",
  options: [
    {
      name: "out",
      value: "folder",
      help: "The folder to write. Default: dist/<id of the plugin>",
    },
    {
      name: "manifest",
      value: "path",
      help: "plugin.json, plugin.yaml or plugin.yml, or the folder that holds it. Default: the " +
        "folder of the plugin's file",
    },
  ],
  async run(args, io) {
    const [entry, ...more] = args.words;
    if (entry === undefined) throw new UsageError("bundle needs the plugin's file");
    if (more.length > 0) {
      throw new UsageError(`bundle takes one plugin's file, and got ${args.words.length}`);
    }
    const manifest = args.text("manifest") ?? dirname(resolve(entry));
    const outDir = args.text("out") ?? `dist/${(await readManifest(manifest)).id}`;
    const bundle = await bundlePlugin({ entry, manifest, outDir });
    io.out(`${bundle.manifest.id} ${bundle.manifest.version}: ${bundle.folder}`);
    for (const warning of bundle.warnings) io.err(`${io.paint.yellow("warning")}: ${warning}`);
    const { permissions } = bundle.plan;
    for (const [name, values] of Object.entries(permissions)) {
      if (Array.isArray(values) && values.length > 0) {
        io.out(`  may ${name}: ${values.join(", ")}`);
      }
    }
    if (permissions.database) io.out("  may use the server's database");
    return 0;
  },
};
