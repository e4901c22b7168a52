import { findManifest } from "../bundle/manifest_source.ts";
import { dirname, resolve } from "../bundle/paths.ts";
import type { Command, CommandArgs } from "./command.ts";
import { pluginFile } from "./plugin_file.ts";
import { SERVER_OPTIONS, withServer } from "./server/with_server.ts";
import { namedPermissions, UNDO_OPTION } from "./undo_option.ts";
import { UsageError } from "./usage_error.ts";

/** `dev`: runs a plugin while it is written. */
export const devCommand: Command = {
  name: "dev",
  summary: "Run a plugin while you write it: each save is live at once",
  usage: "[options] [plugin.ts]",
  description:
    `Bundles the plugin as it would be deployed and runs it in its sandbox on a Mattermost server inside
this process, with a channel and the people admin, ada and ben. Lines that you type are what
they do there; "help" lists them. Hooks, API calls and the log are shown as they happen. A saved
change takes the plugin's place, and the server keeps what it has.
With --server a real server gets the plugin with each save, and its log is shown.
Without a terminal the lines are read from stdin, and its end is the end.`,
  options: [
    {
      name: "manifest",
      value: "path",
      help: "plugin.json, plugin.yaml or plugin.yml, or the folder that holds it. Default: the " +
        "folder of the plugin's file",
    },
    { name: "keep", help: "Keep the server's state in .mattermost-dev.sqlite beside the plugin" },
    {
      name: "trace",
      value: "calls",
      choices: ["hooks", "api", "all"],
      help: "Which calls are shown. Default: all",
    },
    { name: "quiet", short: "q", help: "Show no calls, and of the log only warnings and errors" },
    { name: "server", help: "Use a real server, which the options below name" },
    {
      name: "yes",
      short: "y",
      help: "With --server: do not ask before the first deployment and for new permissions",
    },
    UNDO_OPTION,
    ...SERVER_OPTIONS,
  ],
  examples: [
    { words: "", help: "Run plugin.ts" },
    { words: "src/plugin.ts --keep --trace hooks", help: "Keep the state; show the hooks alone" },
    { words: "--server --yes", help: "Put each save onto the server of the environment" },
  ],
  async run(args, io) {
    const [given = "plugin.ts", ...more] = args.words;
    if (more.length > 0) {
      throw new UsageError(`dev takes one plugin's file, and got ${args.words.length}`);
    }
    checkOptions(args);
    const entry = await pluginFile(given, "dev");
    const manifest = await findManifest(resolve(args.text("manifest") ?? dirname(entry)));
    const folders = [dirname(entry), await Deno.realPath(dirname(manifest))];
    const plugin = { entry, manifest, folders, undoSandbox: namedPermissions(args) };
    if (args.flag("server")) {
      const ask = !args.flag("yes");
      if (ask && !io.isTerminal) {
        throw new UsageError("nobody is there to be asked; add --yes to --server");
      }
      const { runOnServer } = await import("./dev/run_on_server.ts");
      return await withServer(args, io, (work) => runOnServer({ ...plugin, ask }, work));
    }
    const quiet = args.flag("quiet");
    const trace = quiet ? "none" : args.text("trace") as "hooks" | "api" | "all" ?? "all";
    // Loaded here: the server inside is larger than all other commands together.
    const { runDev } = await import("./dev/run_dev.ts");
    return await runDev({ ...plugin, keep: args.flag("keep"), quiet, trace }, io);
  },
};

/** Refuses options that mean nothing together. */
function checkOptions(args: CommandArgs): void {
  if (args.flag("quiet") && args.text("trace") !== undefined) {
    throw new UsageError("--quiet shows no calls, and --trace says which: take one of them");
  }
  if (args.flag("server")) {
    for (const name of ["keep", "quiet"]) {
      if (args.flag(name)) throw new UsageError(`--${name} says nothing together with --server`);
    }
    if (args.text("trace") !== undefined) {
      throw new UsageError("--trace says nothing together with --server, which shows no calls");
    }
    return;
  }
  for (const name of SERVER_OPTIONS.map(({ name }) => name)) {
    if (args.text(name) !== undefined) throw new UsageError(`--${name} needs --server`);
  }
  if (args.flag("yes")) throw new UsageError("--yes needs --server");
}
