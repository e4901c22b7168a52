import { BUNDLE_LAYOUT, bundlePlugin, type UndoingPermission } from "../../bundle/mod.ts";
import { dirname } from "../../bundle/paths.ts";
import { textOf } from "../../transport/text_of.ts";
import { deploy, installArchive } from "../deploy_command.ts";
import { followLog } from "../logs_command.ts";
import { formatLine, lastLines } from "../server/log_lines.ts";
import { openPluginArchive } from "../server/plugin_archive.ts";
import { ServerError } from "../server/server_error.ts";
import type { ServerWork } from "../server/with_server.ts";
import { checkTypesBehind } from "./background_types.ts";
import { followInputs } from "./follow_inputs.ts";
import { createRefusalDisplay } from "./refusal_display.ts";
import { temporaryFolder } from "../../bundle/temporary_folder.ts";
import { watchChanges } from "./watch_changes.ts";

/** What is put on the server. */
export interface ServerDevOptions {
  /** The plugin's file, absolute and without links. */
  readonly entry: string;
  /** The manifest, or the folder that holds it, absolute. */
  readonly manifest: string;
  /** The folders whose files make the plugin. */
  readonly folders: readonly string[];
  /** The permissions that undo the sandbox and that the plugin gets all the same. */
  readonly undoSandbox: readonly UndoingPermission[];
  /** Whether a person is asked before the first time, and when the permissions change. */
  readonly ask: boolean;
}

/**
 * Puts a plugin onto a server with every save, and shows what the server's log says of it, until
 * Ctrl-C. Gives the exit code.
 *
 * @throws {ServerError} where the first deployment fails
 */
export async function runOnServer(options: ServerDevOptions, work: ServerWork): Promise<number> {
  const { connection, io } = work;
  const { paint } = io;
  await using temporary = await temporaryFolder("dev");
  using changes = watchChanges(options.folders);
  await using types = checkTypesBehind(options.entry, temporary.path, io);
  const follow = followInputs(changes);
  const refusals = createRefusalDisplay(io, dirname(options.manifest));
  let [count, sums, permissions] = [0, "", ""];
  let warned: ReadonlySet<string> = new Set();

  /** Gives the plugin's id; undefined where nothing was deployed. */
  async function put(): Promise<string | undefined> {
    count++;
    const { folder, manifest, plan, warnings, inputs } = await bundlePlugin({
      entry: options.entry,
      manifest: options.manifest,
      outDir: `${temporary.path}/bundle-${count}`,
      undoSandbox: options.undoSandbox,
      usualLaunchers: true,
    });
    try {
      await follow({ inputs });
      io.signal.throwIfAborted();
      const newSums = await Deno.readTextFile(`${folder}/${BUNDLE_LAYOUT.checksums}`);
      if (newSums === sums) {
        io.err(paint.dim("saved; the bundle is the same"));
        return manifest.id;
      }
      for (const warning of warnings) {
        if (!warned.has(warning)) io.err(`${paint.yellow("warning")}: ${warning}`);
      }
      warned = new Set(warnings);
      const archive = await openPluginArchive(folder, io.signal);
      refusals.begin({ folder, plan });
      const wanted = JSON.stringify(plan.permissions);
      const code = wanted === permissions
        ? await installArchive(work, archive, false)
        : await deploy(work, archive, options.ask, false);
      // What was refused, or does not run, is tried again with the next save.
      if (code !== 0) return undefined;
      [sums, permissions] = [newSums, wanted];
      return manifest.id;
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }

  const log = await lastLines(connection, 50).catch((error) => {
    if (!(error instanceof ServerError)) throw error;
    io.err(`${paint.yellow("warning")}: the log is not shown: ${error.message}`);
    return undefined;
  });
  const id = await put();
  if (id === undefined) return 1;
  types.begin();
  const following = log === undefined ? Promise.resolve() : followLog(work, id, log, (line) => {
    io.out(formatLine(line, paint));
    const texts = Object.values(line.fields ?? {}).filter((value) => typeof value === "string");
    refusals.look(texts.join("\n"));
  }).catch((error) => {
    if (!io.signal.aborted) {
      io.err(`${paint.yellow("warning")}: the log is not shown any more: ${textOf(error)}`);
    }
  });
  const stop = () => changes[Symbol.dispose]();
  io.signal.addEventListener("abort", stop, { once: true });
  if (io.signal.aborted) stop();
  for await (const _save of changes) {
    types.stop();
    let failed: string | undefined;
    try {
      await put();
    } catch (error) {
      if (io.signal.aborted) break;
      failed = textOf(error);
      await follow({ reason: failed });
      io.err(`${paint.red("error")}: ${failed}`);
      io.err("What the server has goes on.");
    }
    types.begin(failed);
  }
  await following;
  return 0;
}
