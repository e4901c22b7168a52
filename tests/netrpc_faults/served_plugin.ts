/**
 * A plugin that is served over net/rpc in the test's own process.
 *
 * @module
 */
import { createPluginAPI } from "../../src/api/create_plugin_api.ts";
import { apiConnectionSlot, netrpcTransport, serveNetrpc } from "../../src/netrpc/mod.ts";
import { createPluginHandler } from "../../src/plugin/create_plugin_handler.ts";
import { definePlugin, replace } from "../../mod.ts";
import type { PluginAPI } from "../../mod.ts";
import { type Events, events } from "../faults/support.ts";

/** The plugin, listening. */
export interface ServedPlugin extends AsyncDisposable {
  readonly path: string;
  readonly api: PluginAPI;
  /** What went wrong and nobody was told. */
  readonly errors: Events<string>;
  /** Numbers of hosts, as they changed. */
  readonly hosts: Events<number>;
  connect(): Promise<Deno.UnixConn>;
}

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** Serves a plugin whose filter reads a value over the API and puts it behind the message. */
export async function servePlugin(): Promise<ServedPlugin> {
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  const path = `${folder}/socket`;
  const slot = apiConnectionSlot();
  const transport = netrpcTransport(slot);
  const api = createPluginAPI(transport);
  const definition = definePlugin({
    hooks: {
      async messageWillBePosted(post, context) {
        const value = await context.api.kvGet({ key: post.message });
        return replace({ ...post, message: `${post.message} ${new TextDecoder().decode(value!)}` });
      },
    },
  });
  const [errors, hosts] = [events<string>(), events<number>()];
  const server = serveNetrpc({
    handler: createPluginHandler({
      definition,
      api,
      pluginId: "com.example.served",
      log: log as never,
      protocol: "netrpc",
    }),
    slot,
    path,
    onQuit() {},
    onConnections: hosts.push,
    onError: errors.push,
  });
  return {
    path,
    api,
    errors,
    hosts,
    connect: () => Deno.connect({ transport: "unix", path }),
    async [Symbol.asyncDispose]() {
      server.stop();
      await transport.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
