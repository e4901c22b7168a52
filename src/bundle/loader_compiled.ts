/**
 * The program that a compiled plugin begins with: what a launcher and the loader for net/rpc do
 * elsewhere. It reads what the host says in the environment, listens, shakes hands, gives back the
 * permissions that only it needed, imports the author's bundle and serves its default export.
 *
 * @module
 */
import { giveBack } from "./compiled/give_back.ts";
import { HOST_VARIABLES, parseCompiledArguments } from "./compiled/compiled_arguments.ts";
import { takeSlot } from "./compiled/socket_slots.ts";
import { isStartedByHost } from "../process/cookie.ts";
import { isLogLevel, type LogLevel } from "../process/log_level.ts";
import { fail, startWith } from "./prepare_plugin.ts";
import { serveNetrpcPlugin } from "./serve_netrpc.ts";

async function main(): Promise<void> {
  let socket = "";
  let beforePlugin: (() => void) | undefined;
  const started = startWith(() => {
    const { sockets, variables, kinds } = parseCompiledArguments(Deno.args);
    const cookie = Deno.env.get(HOST_VARIABLES.cookie);
    const apiTarget = Deno.env.get(HOST_VARIABLES.apiTarget) || undefined;
    if (isStartedByHost(cookie) && apiTarget === undefined) {
      const slot = takeSlot(sockets);
      socket = slot.socket;
      beforePlugin = () => giveBack(slot, variables, kinds);
    }
    return {
      cookie,
      apiTarget,
      socket,
      plugin: beside("plugin.js"),
      manifest: beside("../plugin.json"),
      logLevel: logLevel(Deno.env.get(HOST_VARIABLES.logLevel) || "debug"),
    };
  });
  if (started.transport.kind !== "netrpc") {
    fail(
      started.logger,
      `the host speaks gRPC (${HOST_VARIABLES.apiTarget} is set), and a compiled plugin speaks ` +
        "net/rpc only, as Mattermost servers do: have the host start server/launch of the bundle",
    );
  }
  await serveNetrpcPlugin({ ...started, beforePlugin }, socket);
}

function logLevel(given: string): LogLevel {
  if (isLogLevel(given)) return given;
  throw new Error(`${HOST_VARIABLES.logLevel}=${given} is no level of the log`);
}

/** The path of a file that is embedded beside this one. */
function beside(path: string): string {
  return decodeURIComponent(new URL(path, import.meta.url).pathname);
}

await main();
