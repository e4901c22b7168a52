/**
 * The API of a test: the server's own, with what the test puts in the place of some methods, and
 * with failures on order.
 *
 * @module
 */
import { apiMethods } from "../../gen/api_methods.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { PluginAPIError } from "../api/errors.ts";
import { orMeant } from "../api/option_names.ts";

/** How an API method fails. */
export interface FailOptions {
  /** How many calls fail; those after them work again. Default: 1. */
  readonly times?: number | undefined;
  /** What the plugin's call rejects with. Default: an error of status 500. */
  readonly error?: PluginAPIError | undefined;
}

/** An API whose methods can be made to fail. */
export interface FailingAPI {
  /** What answers the plugin. */
  readonly handlers: PluginAPIHandlers;
  /** Has the next calls of a method fail. */
  fail(method: keyof PluginAPI, options?: FailOptions): void;
  /** How many calls have begun so far. */
  begun(): number;
  /** How many of them are under way. */
  open(): number;
}

interface Plan {
  left: number;
  readonly error: PluginAPIError;
}

type Method = (request: unknown, context: unknown) => unknown;

/** Puts the test's methods before the server's, and its failures before both. */
export function failingAPI(own: PluginAPIHandlers, server: PluginAPIHandlers): FailingAPI {
  const names = Object.keys(apiMethods);
  for (const name of Object.keys(own)) checkName(name, names, "api");
  const plans = new Map<string, Plan>();
  let begun = 0;
  let open = 0;
  const handlers: Record<string, Method> = {};
  for (const name of names as (keyof PluginAPIHandlers)[]) {
    const owner = own[name] === undefined ? server : own;
    const method = owner[name] as Method | undefined;
    handlers[name] = async (request, context) => {
      begun++;
      open++;
      try {
        const plan = plans.get(name);
        if (plan !== undefined && plan.left > 0) {
          plan.left--;
          throw plan.error;
        }
        if (method === undefined) throw notEmbedded(name);
        return await method.call(owner, request, context);
      } finally {
        open--;
      }
    };
  }
  return {
    handlers: handlers as PluginAPIHandlers,
    fail(method, { times = 1, error } = {}) {
      checkName(method, names, "fail()");
      if (!(times >= 0)) {
        throw new TypeError(`fail("${method}"): times is ${String(times)}; a number is expected`);
      }
      plans.set(method, { left: times, error: error ?? defaultError(method) });
    },
    begun: () => begun,
    open: () => open,
  };
}

function checkName(name: string, names: readonly string[], where: string): void {
  if (names.includes(name)) return;
  throw new TypeError(`${where}: there is no API method "${name}"${orMeant(name, names)}`);
}

function defaultError(method: string): PluginAPIError {
  return new PluginAPIError({
    id: "plugin.testing.failure.app_error",
    message: `The test has ${method} fail.`,
    where: method,
  });
}

function notEmbedded(method: string): PluginAPIError {
  return new PluginAPIError({
    id: "plugin_api.not_implemented.app_error",
    message: `The embedded Mattermost has no ${method}. Give the test one of its own: ` +
      `testPlugin(plugin, { api: { ${method}: (request) => … } }).`,
    where: method,
    statusCode: 501,
  });
}
