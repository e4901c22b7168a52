/**
 * The plugin's settings, as snapshots.
 *
 * @module
 */
import type { PluginAPI, PluginAPICallOptions } from "../../gen/plugin_api.ts";
import { NotImplementedError } from "../api/errors.ts";
import type { PluginConfig } from "./hook_context.ts";
import type { Logger } from "./logger.ts";

/** The settings of now, and a way to read them anew. */
export interface PluginSettings {
  /** The settings as they were last read, as authors see them. */
  readonly current: object;
  /** Whether they have been read at all. */
  readonly loaded: boolean;
  /** Reads them from the server; what is read later wins, whichever answer comes first. */
  load(options: PluginAPICallOptions): Promise<void>;
}

const none: PluginConfig = Object.freeze({});

/**
 * The settings of a plugin, none until they are read.
 *
 * @param asAuthorsSeeThem makes of what the server has what contexts have
 */
export function pluginSettings(
  api: PluginAPI,
  log: Logger,
  asAuthorsSeeThem: (stored: PluginConfig) => object,
): PluginSettings {
  let current: object = none;
  let asked = 0;
  let answered = 0;
  return {
    get current() {
      return current;
    },
    get loaded() {
      return answered > 0;
    },
    async load(options) {
      const turn = ++asked;
      const read = await readSettings(api, log, options);
      if (turn > answered) {
        answered = turn;
        current = deepFreeze(asAuthorsSeeThem(read));
      }
    },
  };
}

async function readSettings(
  api: PluginAPI,
  log: Logger,
  options: PluginAPICallOptions,
): Promise<PluginConfig> {
  try {
    return await api.loadPluginConfiguration({}, options);
  } catch (error) {
    if (!(error instanceof NotImplementedError)) throw error;
    log.warn("this server has no plugin settings; the plugin runs with none");
    return none;
  }
}

/** Freezes data, and leaves alone what a schema may have made: a pattern or a map would break. */
function deepFreeze<Value>(value: Value): Value {
  if (!isData(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

function isData(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
}
