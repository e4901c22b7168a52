/** A loader that shakes hands as the real one does and then tells how it was started. */
import net from "node:net";

const args = new Map(
  Deno.args.map((arg): [string, string] => {
    const at = arg.indexOf("=");
    return [arg.slice(2, at), arg.slice(at + 1)];
  }),
);
const socket = `${args.get("socket-dir")}/plugin.sock`;
const plugin = await import(`file://${encodeURI(args.get("plugin") ?? "")}`);
const server = net.createServer((connection) => connection.end());
server.listen(socket, () => {
  console.log(`1|1|unix|${socket}|grpc`);
  console.error(JSON.stringify({ args: Deno.args, pid: Deno.pid, plugin: plugin.default }));
  if (!args.has("cookie")) server.close();
});
Deno.addSignalListener("SIGTERM", () => server.close(() => Deno.exit(0)));
