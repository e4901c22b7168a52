/**
 * The plugin beside this file under the host code of a real server.
 *
 * @module
 */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { fromFileUrl } from "../../tools/paths.ts";
import { buildHost } from "../interop/netrpc_host/build_host.ts";
import { type GoHost, type HostReply, startGoHost } from "../interop/netrpc_host/go_host.ts";

const id = "com.mattermost-deno.faults";
let made: Promise<{ program: string; plugins: string }> | undefined;

/** Builds the host program and the bundle, once for a test file. */
async function make(): Promise<{ program: string; plugins: string }> {
  const plugins = await Deno.makeTempDir({ prefix: "faults-" });
  addEventListener("unload", () => Deno.removeSync(plugins, { recursive: true }));
  const entry = fromFileUrl(new URL("plugin/plugin.ts", import.meta.url));
  const [program] = await Promise.all([
    buildHost(),
    bundlePlugin({ entry, outDir: `${plugins}/${id}` }),
  ]);
  return { program, plugins };
}

/** A server with the plugin, activated and reachable over HTTP. */
export interface GoSide extends AsyncDisposable {
  readonly host: GoHost;
  /** Where the server's HTTP requests for the plugin arrive. */
  readonly port: number;
  /** The hooks that the plugin has. */
  readonly implemented: readonly string[];
  /** The plugin's process. */
  readonly pid: number;
  /** Gives the text of the answer to a request. */
  get(path: string): Promise<string>;
  /** Waits until the plugin has noted something, and gives its outcome. */
  noted(name: string): Promise<string>;
  /** What lies in the folder for sockets. */
  sockets(): string[];
}

/** What a server says and logs whose environment has these variables, when it starts the plugin. */
export async function logOfStart(
  environment: Record<string, string>,
): Promise<{ readonly error: string; readonly log: string }> {
  const { program, plugins } = await (made ??= make());
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  try {
    const host = startGoHost(program, plugins, id, { TMPDIR: folder, ...environment });
    const { error = "" } = await host.run({ op: "activate" });
    await host[Symbol.asyncDispose]();
    return { error, log: host.log() };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Starts a server and activates the plugin. */
export async function startGoSide(): Promise<GoSide> {
  const { program, plugins } = await (made ??= make());
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  const host = startGoHost(program, plugins, id, { TMPDIR: folder });
  const dispose = async () => {
    await host[Symbol.asyncDispose]();
    await Deno.remove(folder, { recursive: true });
  };
  try {
    const { error, names = [] } = await activated(host);
    if (error) throw new Error(`${error}\n${host.log()}`);
    const { address = "" } = await host.run({ op: "listen" });
    const get = async (path: string) => await (await fetch(`http://${address}${path}`)).text();
    return {
      host,
      implemented: names,
      port: Number(address.split(":")[1]),
      pid: Number(await get("/pid")),
      get,
      noted: (name) => get(`/wait?name=${encodeURIComponent(name)}`),
      sockets: () => [...Deno.readDirSync(folder)].map(({ name }) => name),
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Activates the plugin. A server gives it three seconds, which a busy machine may not have. */
export async function activated(host: GoHost): Promise<HostReply> {
  let reply = await host.run({ op: "activate" });
  for (let tries = 2; tries > 0 && /timeout while waiting/.test(reply.error ?? ""); tries--) {
    console.log("the machine was too busy for the plugin to start in time: once more");
    reply = await host.run({ op: "activate" });
  }
  return reply;
}
