/**
 * The context of one call.
 *
 * @module
 */
import type { Message } from "@bufbuild/protobuf";
import type { RequestContext } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { PluginContext } from "../../gen/mattermost/pluginapi/v1/hooks_common_pb.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { type APIScope, scopedAPI } from "../api/scoped_api.ts";
import type { Database } from "./database/database.ts";
import type { FeatureProperty } from "./feature.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Logger } from "./logger.ts";

/** What all contexts of a plugin have in common. */
export interface PluginFacts {
  /** The server. */
  readonly api: PluginAPI;
  /** The server's log. */
  readonly log: Logger;
  /** The server's database, for what is done in a scope. */
  readonly databaseIn: (scope: APIScope) => Database;
  /** The plugin's id. */
  readonly pluginId: string;
  /** Makes a property of a context that one of the plugin's features gives. */
  readonly feature: (name: FeatureProperty, context: object) => unknown;
}

/** What is known about one call. */
export interface CallFacts {
  /** The hook's name. */
  readonly hook: string;
  /** Aborted when nobody waits for the answer. */
  readonly signal: AbortSignal;
  /** What the API calls of the hook are cancelled by; emptied when the hook is over. */
  readonly scope: APIScope;
  /** The settings of now. */
  readonly config: object;
  /** Who does it, where the payload says so. */
  readonly userId: string;
}

type WithContexts = Message & {
  context?: RequestContext | undefined;
  pluginContext?: PluginContext | undefined;
};

/**
 * The context of a call.
 *
 * @param request the request, which may say where it comes from
 * @param extra what this kind of hook knows in addition
 */
export function callContext<Extra extends object>(
  plugin: PluginFacts,
  request: Message,
  call: CallFacts,
  extra: Extra,
): HookContext & Extra {
  const { context: own, pluginContext: origin } = request as WithContexts;
  const { feature } = plugin;
  const requestId = origin?.requestId || own?.requestId || null;
  // Made when they are asked for: many hooks look at their payload and are done.
  let api: PluginAPI | undefined;
  let database: Database | undefined;
  let log: Logger | undefined;
  const context = {
    get api() {
      return api ??= scopedAPI(plugin.api, call.scope);
    },
    get database() {
      return database ??= plugin.databaseIn(call.scope);
    },
    get log() {
      return log ??= plugin.log.with({
        hook: call.hook,
        ...(requestId === null ? {} : { request_id: requestId }),
      });
    },
    // Written out, since a literal's own getters cost a hook next to nothing; each is made once.
    get assets() {
      return feature("assets", this);
    },
    get bot() {
      return feature("bot", this);
    },
    get button() {
      return feature("button", this);
    },
    get jobs() {
      return feature("jobs", this);
    },
    get kv() {
      return feature("kv", this);
    },
    get menu() {
      return feature("menu", this);
    },
    get mutex() {
      return feature("mutex", this);
    },
    get openDialogFor() {
      return feature("openDialogFor", this);
    },
    get publish() {
      return feature("publish", this);
    },
    get t() {
      return feature("t", this);
    },
    get translateFor() {
      return feature("translateFor", this);
    },
    config: call.config as PluginConfig,
    pluginId: plugin.pluginId,
    hook: call.hook,
    signal: call.signal,
    requestId,
    sessionId: origin?.sessionId || own?.sessionId || null,
    userId: call.userId || own?.userId || null,
    ipAddress: origin?.ipAddress || null,
    userAgent: origin?.userAgent || null,
    acceptLanguage: origin?.acceptLanguage || null,
    connectionId: origin?.connectionId || null,
  };
  // The features' properties have no types here: the rooms above implement them.
  return Object.assign(context as unknown as HookContext, extra);
}
