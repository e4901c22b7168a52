import { fromJson, type JsonValue } from "@bufbuild/protobuf";
import {
  BUNDLE_LAYOUT,
  type BundledPlugin,
  bundlePlugin,
  type UndoingPermission,
} from "../../bundle/mod.ts";
import { type Manifest, ManifestSchema } from "../../contract/mod.ts";
import type { EmbeddedMattermost } from "../../embedded/mod.ts";
import type { RunningPlugin } from "../../host/mod.ts";
import { textOf } from "../../transport/text_of.ts";
import { traceAPI, traceHooks, type TraceListener } from "./trace.ts";

/** What became of a change. */
export type Update =
  /** It runs. */
  | { readonly state: "live"; readonly bundle: BundledPlugin }
  /** The bundle is the same as before, and goes on running. */
  | { readonly state: "same"; readonly bundle: BundledPlugin }
  /** It cannot be bundled; what ran before goes on. */
  | { readonly state: "unbundled"; readonly reason: string }
  /** It does not start; nothing runs. */
  | { readonly state: "stopped"; readonly bundle: BundledPlugin; readonly reason: string };

/** A plugin that is bundled and started anew with each change. */
export interface LivePlugin {
  /** The bundle that was started last, whether it runs or not. */
  readonly bundle: BundledPlugin | undefined;
  /** Its manifest, as the contract has it. */
  readonly manifest: Manifest | undefined;
  /** Whether it runs. */
  readonly runs: boolean;
  /** Bundles what the files hold now, and has it take the place of what runs. */
  update(signal: AbortSignal): Promise<Update>;
  /** Resolves when no plugin takes another's place right now. */
  settled(): Promise<void>;
}

/** What a live plugin is made from. */
export interface LivePluginOptions {
  readonly entry: string;
  /** The manifest, or the folder that holds it. */
  readonly manifest: string;
  /** A folder for the bundles. */
  readonly temporary: string;
  /** The permissions that undo the sandbox and that the plugin gets all the same. */
  readonly undoSandbox: readonly UndoingPermission[];
  readonly mattermost: EmbeddedMattermost;
  readonly onCall: TraceListener;
  /** Called before a bundle is started. */
  readonly onStart: (start: PluginStart) => void;
}

/** A bundle that is about to run. */
export interface PluginStart {
  readonly bundle: BundledPlugin;
  /** The file into which Deno writes the permissions that it is asked for. */
  readonly auditFile: string;
}

/** Makes one; nothing runs before the first update. */
export function createLivePlugin(options: LivePluginOptions): LivePlugin {
  const { entry, mattermost, temporary, onCall, undoSandbox } = options;
  let bundle: BundledPlugin | undefined;
  let manifest: Manifest | undefined;
  let running: RunningPlugin | undefined;
  let [count, sums] = [0, ""];
  // One that was given up after several crashes is still installed.
  const runs = () => running !== undefined && running.status !== "FailedToStayRunning";
  let swapping: Promise<void> = Promise.resolve();

  async function swap(next: BundledPlugin): Promise<string | undefined> {
    const before = bundle;
    const auditFile = `${temporary}/audit-${count}.jsonl`;
    bundle = next;
    manifest = toManifest(next);
    const { id } = next.manifest;
    try {
      if (running !== undefined) await remove(mattermost, running.id);
      running = undefined;
      options.onStart({ bundle: next, auditFile });
      running = await mattermost.installPlugin(next.folder, {
        undoSandbox,
        auditFile,
        api: traceAPI(mattermost.api(id, { manifest, bundlePath: next.folder }), onCall),
        host: { wrapTransport: (transport) => traceHooks(transport, onCall) },
      });
      return undefined;
    } catch (error) {
      return textOf(error);
    } finally {
      if (before !== undefined) await Deno.remove(before.folder, { recursive: true });
    }
  }

  return {
    get bundle() {
      return bundle;
    },
    get manifest() {
      return manifest;
    },
    get runs() {
      return runs();
    },
    settled: () => swapping,
    async update(signal) {
      let made: BundledPlugin;
      try {
        count++;
        made = await bundlePlugin({
          entry,
          manifest: options.manifest,
          outDir: `${temporary}/bundle-${count}`,
          undoSandbox,
          usualLaunchers: true,
        });
      } catch (error) {
        return { state: "unbundled", reason: textOf(error) };
      }
      signal.throwIfAborted();
      const newSums = await Deno.readTextFile(`${made.folder}/${BUNDLE_LAYOUT.checksums}`);
      if (runs() && newSums === sums) {
        await Deno.remove(made.folder, { recursive: true });
        return { state: "same", bundle: made };
      }
      sums = newSums;
      const swapped = swap(made);
      swapping = swapped.then(() => {});
      const reason = await swapped;
      if (reason !== undefined) return { state: "stopped", bundle: made, reason };
      return { state: "live", bundle: made };
    },
  };
}

/** Stops a plugin, which may have removed itself. */
async function remove(mattermost: EmbeddedMattermost, id: string): Promise<void> {
  const { getPlugins } = mattermost.api(id);
  const installed = await getPlugins?.({} as never, {} as never) ?? [];
  if (installed.some((plugin) => plugin.id === id)) await mattermost.removePlugin(id);
}

function toManifest({ manifest }: BundledPlugin): Manifest {
  return fromJson(ManifestSchema, manifest as unknown as JsonValue, { ignoreUnknownFields: true });
}
