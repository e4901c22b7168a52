/**
 * One bundle under two hosts: a real server's host code over net/rpc, and ours over gRPC.
 *
 * @module
 */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { type RunningPlugin, startPlugin } from "../../src/host/mod.ts";
import { fromFileUrl } from "../../tools/paths.ts";
import { buildHost } from "../interop/netrpc_host/build_host.ts";
import { type GoHost, startGoHost } from "../interop/netrpc_host/go_host.ts";
import { type PlannedAPI, plannedAPI } from "./api_answers.ts";
import { activated } from "./go_side.ts";

const id = "com.mattermost-deno.probe";
const entry = fromFileUrl(new URL("../interop/probe/plugin.ts", import.meta.url));

/** The probe under both hosts. */
export interface TwoHosts extends AsyncDisposable {
  readonly go: GoHost;
  /** Where the Go host takes HTTP requests for the plugin. */
  readonly address: string;
  readonly ours: RunningPlugin;
  /** Our host's key-value store. */
  readonly store: Map<string, Uint8Array>;
  /** Our host's API. */
  readonly api: PlannedAPI;
  /** What our host has logged. */
  readonly log: readonly string[];
}

/** Builds and starts all of it. */
export async function startTwoHosts(): Promise<TwoHosts> {
  await using started = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  started.defer(() => Deno.remove(folder, { recursive: true }));
  const bundle = `${folder}/plugins/${id}`;
  const sockets = `${folder}/sockets`;
  await Deno.mkdir(sockets);
  const [program] = await Promise.all([buildHost(), bundlePlugin({ entry, outDir: bundle })]);

  const go = startGoHost(program, `${folder}/plugins`, id, { TMPDIR: sockets });
  started.use(go);
  const { error } = await activated(go);
  if (error) throw new Error(`${error}\n${go.log()}`);
  const { address = "" } = await go.run({ op: "listen" });

  const store = new Map<string, Uint8Array>();
  const api = plannedAPI(store);
  const log: string[] = [];
  const ours = await startPlugin({
    bundle,
    socketParent: sockets,
    config: { setting: "from the host" },
    log: ({ message }) => void log.push(message),
    api: api.handlers,
  });
  started.use(ours);
  const owned = started.move();
  return {
    go,
    address,
    ours,
    store,
    api,
    log,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
