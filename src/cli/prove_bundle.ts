/**
 * Starts a bundle from its archive as a server does, so that what is handed out is known to start.
 *
 * @module
 */
import { unpackBundle } from "../bundle/archive/unpack_bundle.ts";
import { BUNDLE_LAYOUT } from "../bundle/bundle_layout.ts";
import { compiledPlatform } from "../bundle/compiled/compiled_path.ts";
import { DENO_PATH_VARIABLE } from "../bundle/launcher_posix.ts";
import { readManifest } from "../bundle/manifest.ts";
import { runningPlatform } from "../bundle/platforms.ts";
import { temporaryFolder } from "../bundle/temporary_folder.ts";
import { connectGrpc } from "../grpc/connect_grpc.ts";
import { askImplemented } from "../host/activation.ts";
import { createPluginAPIHandler } from "../host/api_handler.ts";
import { serveAPI } from "../host/api_server.ts";
import { settlesWithin, systemClock } from "../host/clock.ts";
import { HostError } from "../host/host_error.ts";
import { PLUGIN_COOKIE } from "../host/plugin_cookie.ts";
import { describeEnd, type PluginChild, spawnChild } from "../host/plugin_child.ts";
import { shakeHands } from "../host/shake_hands.ts";
import { makeSocketFolder, type SocketFolder } from "../host/socket_folder.ts";
import { connectNetrpcPlugin } from "../netrpc/host/connect_plugin.ts";
import type { Transport } from "../transport/transport.ts";

/** One start of a bundle. */
export interface BundleStart {
  /** How host and plugin spoke. */
  readonly protocol: "gRPC" | "net/rpc";
  /** What was executed, a path in the bundle. */
  readonly program: string;
  /** Milliseconds from the launcher to the plugin's answer. */
  readonly ms: number;
  /** The hooks that the plugin named. */
  readonly hooks: readonly string[];
}

const HANDSHAKE_MS = 20_000;
const CALL_MS = 10_000;
const END_MS = 5_000;

/**
 * Unpacks an archive into a folder that is removed in the end, and starts it twice by its launcher:
 * once over net/rpc, once over gRPC. Where it is compiled for this machine, that program is started
 * over net/rpc, which is all that it speaks. The plugin shakes hands and names its hooks; it is not
 * activated, since that may reach out to wherever it reaches out to.
 *
 * @throws {ArchiveError} if the archive cannot be unpacked.
 * @throws {HostError} if it does not start; the message holds what it said.
 */
export async function proveBundle(
  archive: string,
  signal: AbortSignal,
): Promise<readonly BundleStart[]> {
  await using temporary = await temporaryFolder("prove");
  const { folder } = await unpackBundle(archive, temporary.path, undefined, signal);
  const { id, server } = await readManifest(folder);
  // As a server on this machine chooses.
  const native = server?.executables?.[runningPlatform()?.go ?? ""] ?? BUNDLE_LAYOUT.launcher;
  const overGrpc = compiledPlatform(native) === undefined ? native : BUNDLE_LAYOUT.launcher;
  signal.throwIfAborted();
  const first = await start(native, folder, id, "net/rpc", signal);
  signal.throwIfAborted();
  return [first, await start(overGrpc, folder, id, "gRPC", signal)];
}

async function start(
  program: string,
  folder: string,
  plugin: string,
  protocol: BundleStart["protocol"],
  signal: AbortSignal,
): Promise<BundleStart> {
  const begin = performance.now();
  const handler = createPluginAPIHandler({}, { pluginId: plugin, log: () => {} });
  await using stack = new AsyncDisposableStack();
  const sockets = await makeSocketFolder(plugin);
  stack.defer(() => sockets.remove());
  const api = protocol === "gRPC"
    ? await serveAPI(handler, { path: sockets.apiSocket })
    : undefined;
  if (api !== undefined) stack.defer(() => api.close());
  const child = spawnChild({
    plugin,
    command: {
      command: `${folder}/${program}`,
      args: [],
      cwd: folder,
      env: environment(sockets, api?.target),
    },
    clock: systemClock,
    onStderr: () => {},
    onStdout: () => {},
  });
  stack.defer(() => end(child));
  const interrupt = () => child.kill("SIGKILL");
  signal.addEventListener("abort", interrupt, { once: true });
  stack.defer(() => signal.removeEventListener("abort", interrupt));
  const hooks = await withLastWords(child, plugin, async () => {
    const transport = protocol === "gRPC"
      ? await reachGrpc(child, plugin, sockets)
      : await reachNetrpc(child, plugin, handler);
    stack.defer(() => transport.close());
    const named = await askImplemented(transport, { timeoutMs: CALL_MS, log: () => {} });
    return [...named].sort();
  });
  return { protocol, program, ms: performance.now() - begin, hooks };
}

/** Where the plugin's end broke the connection, its last words say why. */
async function withLastWords<T>(
  child: PluginChild,
  plugin: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    const ended = await child.endBehindLoss();
    if (ended === null) throw cause;
    throw new HostError("EXITED", "ended before it named its hooks", {
      plugin,
      expected: "a plugin that can be loaded",
      actual: describeEnd(ended),
      stderr: child.stderrTail(),
      cause,
    });
  }
}

async function reachGrpc(
  child: PluginChild,
  plugin: string,
  sockets: SocketFolder,
): Promise<Transport> {
  const { address } = await shakeHands(child, {
    plugin,
    timeoutMs: HANDSHAKE_MS,
    socketFolder: sockets.path,
    clock: systemClock,
  });
  return connectGrpc(`unix:${address}`);
}

async function reachNetrpc(
  child: PluginChild,
  plugin: string,
  api: ReturnType<typeof createPluginAPIHandler>,
): Promise<Transport> {
  const first = await child.firstLine(HANDSHAKE_MS);
  const line = first.kind === "line" ? first.line : undefined;
  const [, path] = /^1\|1\|unix\|(.+)\|netrpc$/.exec(line ?? "") ?? [];
  if (path === undefined) {
    // Its last words say why.
    await end(child);
    throw new HostError("BAD_HANDSHAKE", "did not shake hands over net/rpc", {
      plugin,
      expected: 'a handshake line such as "1|1|unix|/path/to/plugin.sock|netrpc"',
      actual: line === undefined ? "nothing" : JSON.stringify(line),
      stderr: child.stderrTail(),
    });
  }
  const connection = await Deno.connect({ transport: "unix", path });
  return await connectNetrpcPlugin(connection, { api, onError: () => {} });
}

/** What a server's own environment has, as far as starting needs it. */
function environment(sockets: SocketFolder, apiTarget: string | undefined): Record<string, string> {
  const env: Record<string, string> = {
    MATTERMOST_PLUGIN: PLUGIN_COOKIE,
    PLUGIN_UNIX_SOCKET_DIR: sockets.path,
    [DENO_PATH_VARIABLE]: Deno.execPath(),
  };
  if (apiTarget !== undefined) env.MATTERMOST_PLUGIN_API_TARGET = apiTarget;
  for (const name of ["PATH", "HOME", "LANG", "TMPDIR"]) {
    const value = Deno.env.get(name);
    if (value !== undefined) env[name] = value;
  }
  return env;
}

async function end(child: PluginChild): Promise<void> {
  child.kill("SIGTERM");
  if (!await settlesWithin(child.ended, END_MS, systemClock)) child.kill("SIGKILL");
  await child.ended;
}
