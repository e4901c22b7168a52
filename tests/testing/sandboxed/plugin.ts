/** A plugin for the tests of the sandbox: it tells which process it runs in. */
import { definePlugin } from "@mattermost-deno/plugin";

export default definePlugin({
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "where" } }),
  hooks: {
    executeCommand: async (_args, { api, log }) => {
      log.info("asked");
      await api.kvSet({ key: "asked", value: new Uint8Array([1]) });
      return { text: `${typeof Deno === "undefined" ? 0 : Deno.pid}`, type: "custom_where" };
    },
    serveHTTP: async (request) => {
      if (request.url.endsWith("/forgotten")) {
        Promise.reject(new Error("nobody waits for this"));
        throw new Error("a defect");
      }
      if (request.url.endsWith("/exit")) Deno.exit(3);
      try {
        return new Response(await Deno.readTextFile("/etc/hostname"));
      } catch (error) {
        return new Response((error as Error).name, { status: 403 });
      }
    },
  },
});
