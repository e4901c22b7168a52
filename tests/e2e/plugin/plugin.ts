/**
 * A plugin for the end-to-end test alone: what `examples/hello` does not do. The one in
 * `go_plugin/exerciser` does the same in Go.
 */
import {
  allow,
  definePlugin,
  httpExchange,
  type PluginAPI,
  reject,
  replace,
} from "@mattermost-deno/plugin";
import { local, tree } from "./commands.ts";
import { fetchThrough } from "./fetch_through.ts";
import { observed } from "./observed.ts";
import { answer } from "./routes.ts";
import { echoInCapitals } from "./websocket_echo.ts";

export default definePlugin({
  onConfigurationChange({ config, log }) {
    log.info(`settings seen: ${config["word"]}`);
  },

  onActivate({ config }) {
    if (config["failactivation"] === true) {
      throw new Error("the settings say that it shall not start");
    }
  },

  onDeactivate({ log }) {
    log.info("goodbye");
  },

  commands: { tree, local },

  hooks: {
    ...observed,

    async messageWillBePosted(post, { api }) {
      if (post.message === "throw, please") throw new Error("as you wish");
      if (post.message !== "count me") return allow();
      return replace({ ...post, message: `counted ${await countUp(api)}` });
    },

    async fileWillBeUploaded({ info, content }) {
      if (info.name.endsWith(".exe")) return reject("Programs are not welcome.");
      if (info.name !== "secret.txt") return allow();
      const text = await new Response(content).text();
      return replace({
        info: { ...info, name: "loud.txt" },
        content: new TextEncoder().encode(text.toUpperCase()),
      });
    },

    serveHTTP: httpExchange((exchange, context) =>
      new URL(exchange.url, "http://plugin").pathname === "/websocket"
        ? echoInCapitals(exchange)
        : fetchThrough(exchange, (request) => answer(request, context))
    ),
  },
});

/** Adds one to a number in the key-value store, whoever else does so at the same time. */
async function countUp(api: PluginAPI): Promise<number> {
  const key = "counted";
  while (true) {
    const oldValue = await api.kvGet({ key }) ?? new Uint8Array();
    const count = Number(new TextDecoder().decode(oldValue)) + 1;
    const newValue = new TextEncoder().encode(String(count));
    if (await api.kvCompareAndSet({ key, oldValue, newValue })) return count;
  }
}
