import { toJson } from "@bufbuild/protobuf";
import type { JsonValue } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { KeyValuePair } from "../contract/mod.ts";
import type { LogLevel } from "./events.ts";
import { log, type Server } from "./server.ts";

/** The API methods that write lines of the server's log, under the plugin's name. */
export function loggingMethods(server: Server, pluginId: string): PluginAPIHandlers {
  const write =
    (level: LogLevel) =>
    ({ msg, keyValuePairs }: { msg: string; keyValuePairs: readonly KeyValuePair[] }) =>
      log(server, level, msg, fields(keyValuePairs), pluginId);
  return {
    logDebug: write("debug"),
    logInfo: write("info"),
    logWarn: write("warn"),
    logError: write("error"),
  };
}

function fields(pairs: readonly KeyValuePair[]): Record<string, JsonValue> {
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key, value ? toJson(ValueSchema, value) as JsonValue : null]),
  );
}
