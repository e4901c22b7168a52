// The loader of the launcher's tests: shakes hands as the real one does, tells what the plugin's
// default export gives, and stays until it is told to end.
import net from "node:net";
import { pathToFileURL } from "node:url";

const value = (name) => {
  const flag = `--${name}=`;
  return Deno.args.find((arg) => arg.startsWith(flag))?.slice(flag.length);
};
const plugin = await import(pathToFileURL(value("plugin")).href);
const told = await Promise.resolve(plugin.default()).catch((error) => error.message);
const socket = value("socket");
const server = net.createServer((connection) => connection.end());
server.listen(socket, () => console.log(JSON.stringify({ socket, told, pid: Deno.pid })));
Deno.addSignalListener("SIGTERM", () => server.close(() => Deno.exit(0)));
