/** A host that runs a plugin until it is killed: its arguments are the bundle and the folder for sockets. */
import { startPlugin } from "../../src/host/mod.ts";

const [bundle = "", socketParent = ""] = Deno.args;
const plugin = await startPlugin({
  bundle,
  socketParent,
  api: { getServerVersion: () => "10.11.0" },
});
console.log(JSON.stringify({ pid: plugin.pid }));
await plugin.ended;
