/**
 * A plugin process without a plugin: the process room over hooks that answer with nothing. `noise`
 * makes it write to stdout, fail in a timer and leave a rejection alone.
 *
 * @module
 */
import process from "node:process";
import { create } from "@bufbuild/protobuf";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { redirectConsole } from "../../src/process/console_redirect.ts";
import { parseLoaderArguments } from "../../src/process/loader_arguments.ts";
import { createLogger } from "../../src/process/logger.ts";
import { runPluginServer } from "../../src/process/run_plugin_server.ts";
import { takeStdout } from "../../src/process/stdout.ts";
import { watchUncaught } from "../../src/process/uncaught.ts";

const args = parseLoaderArguments(Deno.args);
const logger = createLogger({ module: "probe", level: args.logLevel });
const stdout = takeStdout(logger);
redirectConsole(logger);
const uncaught = watchUncaught(logger);

if (args.plugin === "noise") {
  console.log("early", { answer: 42n });
  Deno.stdout.writeSync(new TextEncoder().encode("written to stdout\n"));
  process.stdout.write("written by Node\n");
  Promise.reject(new Error("nobody handles this", { cause: new TypeError("the cause") }));
}
if (args.plugin === "broken") {
  queueMicrotask(() => {
    throw new Error("thrown while starting");
  });
}
await new Promise((resolve) => setTimeout(resolve, 0));

const reason = await runPluginServer({
  handlers: [{
    service: PluginHooks,
    call: (method) => Promise.resolve(create(method.output)),
    exchange: () => Promise.reject(new Error("not asked for")),
  }],
  logger,
  handshake: stdout.handshake,
  socket: args.socket,
  onServing() {
    uncaught.started();
    if (args.plugin === "noise") {
      setTimeout(() => {
        throw new Error("thrown by a timer");
      });
    }
  },
});
logger.info("ended", { reason });
Deno.exit(0);
