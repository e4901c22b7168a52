/**
 * A plugin that is served over net/rpc in the test's own process.
 *
 * @module
 */
import { createPluginAPI } from "../../src/api/create_plugin_api.ts";
import { apiConnectionSlot, netrpcTransport, serveNetrpc } from "../../src/netrpc/mod.ts";
import { serveSession } from "../../src/netrpc/server/serve_netrpc.ts";
import type { YamuxConnection } from "../../src/netrpc/yamux/connection.ts";
import { openYamux } from "../../src/netrpc/yamux/mod.ts";
import { asPluginDefinition } from "../../src/plugin/plugin_definition.ts";
import { createPluginHandler } from "../../src/plugin/create_plugin_handler.ts";
import { definePlugin, httpExchange, replace } from "../../mod.ts";
import type { PluginAPI } from "../../mod.ts";
import { type Events, events } from "../faults/support.ts";
import { memoryPair } from "../yamux/memory_pair.ts";

/** The plugin, listening. */
export interface ServedPlugin extends AsyncDisposable {
  readonly path: string;
  readonly api: PluginAPI;
  /** What went wrong and nobody was told. */
  readonly errors: Events<string>;
  /** Numbers of hosts, as they changed. */
  readonly hosts: Events<number>;
  connect(): Promise<Deno.UnixConn>;
  /** A connection in memory, on which each side reads at most so many bytes at a time. */
  connectInMemory(cut: number): YamuxConnection;
  /** What the plugin's `serveHTTP` said about its body, and about its answer. */
  readonly outcomes: Events<string>;
}

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** Serves a plugin whose filter reads a value over the API and puts it behind the message. */
export async function servePlugin(): Promise<ServedPlugin> {
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  const path = `${folder}/socket`;
  const slot = apiConnectionSlot();
  const transport = netrpcTransport(slot);
  const api = createPluginAPI(transport);
  const outcomes = events<string>();
  const definition = definePlugin({
    hooks: {
      serveHTTP: httpExchange(async ({ body, signal, respond }) => {
        let taken = 0;
        try {
          for await (const bytes of body ?? []) taken += bytes.length;
          outcomes.push(`taken ${taken}`);
        } catch (error) {
          outcomes.push(`broken at ${taken}: ${(error as Error).message}`);
        }
        const out = await respond({ status: 200 });
        signal.addEventListener("abort", () => outcomes.push("aborted"));
        try {
          while (true) await out.write(new Uint8Array(10_000));
        } catch (error) {
          outcomes.push(`not sent: ${(error as Error).message}`);
        }
      }),
      async messageWillBePosted(post, context) {
        const value = await context.api.kvGet({ key: post.message });
        return replace({ ...post, message: `${post.message} ${new TextDecoder().decode(value!)}` });
      },
    },
  });
  const [errors, hosts] = [events<string>(), events<number>()];
  const serving = {
    handler: createPluginHandler({
      definition: asPluginDefinition(definition, "the served plugin"),
      api,
      pluginId: "com.example.served",
      log: log as never,
      protocol: "netrpc",
    }),
    slot,
    onQuit() {},
    onConnections: hosts.push,
    onError: errors.push,
  };
  const server = serveNetrpc({ ...serving, path });
  return {
    path,
    api,
    errors,
    hosts,
    outcomes,
    connectInMemory(cut) {
      const [plugin, host] = memoryPair({ cut: () => cut });
      const session = openYamux(plugin, { side: "server" });
      serveSession(session, serving, () => {})
        .catch((error: Error) => errors.push(error.message))
        .finally(() => session.close());
      return host;
    },
    connect: () => Deno.connect({ transport: "unix", path }),
    async [Symbol.asyncDispose]() {
      server.stop();
      await transport.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
