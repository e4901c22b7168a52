/**
 * A plugin as a transport sees it: the calls of a host lead to the author's functions.
 *
 * @module
 */
import { create, type DescMethod } from "@bufbuild/protobuf";
import {
  ImplementedRequestSchema,
  ImplementedResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PluginHooks } from "../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import type { DatabaseDriver } from "../transport/database_driver.ts";
import { decodedInto } from "../contract/decoded_into.ts";
import type { Handler, Transport } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { type Clock, systemClock } from "../process/clock.ts";
import { createSecretMask, type SecretMask } from "../process/secret_mask.ts";
import { type HookAdapter, hookAdapters } from "./adapters/mod.ts";
import { callContext, type PluginFacts } from "./call_context.ts";
import { createDatabase, type PluginDatabase } from "./database/create_database.ts";
import { refusedDatabase, unavailable, undeclared } from "./database/refused_database.ts";
import type { Feature } from "./feature.ts";
import type { HookContext } from "./hook_context.ts";
import { maskedLogger, maskedLogMethods } from "./masked.ts";
import { hookNames } from "./hook_names.ts";
import type { Hooks } from "./hooks.ts";
import { lifecycleSteps } from "./lifecycle.ts";
import type { ServedDefinition } from "./plugin_definition.ts";
import { pluginSettings } from "./plugin_settings.ts";
import { type HookRunner, type HookSteps, runHook } from "./run_hook.ts";
import { serveHTTP, type ServeHTTPExchange } from "./serve_http.ts";
import { startFeatures } from "./start_features.ts";
import { withFeatures } from "./with_features.ts";

/** What a plugin's handler needs. */
export interface PluginHandlerOptions extends Pick<PluginFacts, "api" | "log" | "pluginId"> {
  /** The plugin. */
  readonly definition: ServedDefinition;
  /** What its declarations add, in the order of their start. Default: nothing. */
  readonly features?: readonly Feature[] | undefined;
  /** Which protocol the host speaks. Default: "grpc". */
  readonly protocol?: Transport["protocol"] | undefined;
  /**
   * What reaches the server's database; "undeclared" where the plugin has not asked for it. Default:
   * nothing does.
   */
  readonly database?: DatabaseDriver | "undeclared" | undefined;
  /**
   * Told when a hook starts; the function that it returns is called when the hook ends. For what
   * watches whether a hook blocks the event loop.
   */
  readonly hookStarted?: ((hook: string) => () => void) | undefined;
  /** The folder that the plugin was installed from. Default: there is none. */
  readonly bundleFolder?: string | undefined;
  /** What features measure time by. Default: the computer's. */
  readonly clock?: Clock | undefined;
  /**
   * Keeps the texts that no log may show, for a log that masks them already. Default: what the
   * handler logs is masked here.
   */
  readonly secrets?: SecretMask | undefined;
}

type Author = (...args: unknown[]) => unknown;

/**
 * The handler of a plugin's hooks, for any transport.
 *
 * `Implemented` names the hooks that the plugin has, and always the three of its life, since the
 * settings are kept up to date even for a plugin that does not ask. The settings are read before
 * `onConfigurationChange`, which runs before `onActivate` and then on every change.
 *
 * @example
 * ```ts ignore
 * const api = createPluginAPI(transport);
 * const handler = createPluginHandler({ definition, api, pluginId: "com.example.hello", log });
 * ```
 */
export function createPluginHandler(options: PluginHandlerOptions): Handler {
  const { definition, pluginId, protocol } = options;
  const secrets = options.secrets ?? createSecretMask();
  const log = options.secrets === undefined ? maskedLogger(options.log, secrets) : options.log;
  const api = maskedLogMethods(options.api, secrets);
  const database = pluginDatabase(options);
  const features = startFeatures(options.features ?? [], {
    api,
    log,
    pluginId,
    clock: options.clock ?? systemClock,
    bundleFolder: options.bundleFolder ?? null,
    contextOf: (work, signal) => backgroundContext(runner, work, signal),
    maskSecrets: secrets.add,
  });
  const settings = pluginSettings(api, log, features.config);
  const runner: HookRunner = {
    api,
    log,
    pluginId,
    secrets,
    hookStarted: options.hookStarted,
    settings,
    databaseIn: database.scoped,
    feature: features.property,
  };
  const hooks = withFeatures(definition.hooks, features);
  const steps = new Map<string, HookSteps>(
    Object.entries(lifecycleSteps(definition, settings, features, database.closeAll)),
  );
  const failClosed = new Set<string>(definition.failClosed);
  for (const adapter of Object.values(hookAdapters)) {
    const name = adapter.method.localName;
    const author = (hooks as Readonly<Record<string, unknown>>)[name];
    if (author === undefined) continue;
    steps.set(
      name,
      hookSteps(
        adapter,
        author as Author,
        protocol === "netrpc" && decodedInto.has(adapter.method.name),
        failClosed.has(name),
      ),
    );
  }

  return {
    service: PluginHooks,

    async call(method, request, call) {
      if (method.localName === "implemented") {
        return create(ImplementedResponseSchema, { hooks: implementedNames(hooks) });
      }
      const known = steps.get(method.localName);
      if (known === undefined) throw unimplemented(method, pluginId);
      return await runHook(runner, method, request, call, known);
    },

    async exchange(method, exchange) {
      const name = (["serveHTTP", "serveMetrics"] as const).find((each) =>
        each === method.localName
      );
      const author = name === undefined ? undefined : hooks[name];
      if (name === undefined || author === undefined) throw unimplemented(method, pluginId);
      // The transport has read it as this method's message.
      await serveHTTP(runner, name, author, exchange as ServeHTTPExchange);
    },
  };
}

/** The database, or what says why there is none. */
function pluginDatabase({ database, protocol = "grpc" }: PluginHandlerOptions): PluginDatabase {
  if (typeof database === "object") return createDatabase(database);
  const refused = refusedDatabase(database === undefined ? unavailable(protocol) : undeclared);
  return { scoped: () => refused, closeAll: () => Promise.resolve() };
}

/** The context of work that no call of the server leads to. */
function backgroundContext(runner: HookRunner, work: string, signal: AbortSignal): HookContext {
  return callContext(runner, create(ImplementedRequestSchema), {
    hook: work,
    signal,
    scope: { signal },
    config: runner.settings.current,
    userId: "",
  }, {});
}

/** The steps of a hook that the author has written. */
function hookSteps(
  adapter: HookAdapter,
  author: Author,
  keepsCleared: boolean,
  failClosed: boolean,
): HookSteps {
  const name = adapter.method.localName;
  const noted = new Set<string>();
  return {
    async work(request, contextOf) {
      const context = contextOf();
      return await adapter.answer(await author(...adapter.payload(request), context), {
        request,
        keepsCleared,
        cannotCarry(note) {
          if (noted.has(note)) return;
          noted.add(note);
          context.log.warn(`${name}: ${note}. This is said once.`);
        },
      });
    },
    userId: adapter.userId,
    refuse: failClosed ? adapter.refuse : undefined,
    fail: adapter.fail,
  };
}

/** The Go names of what the plugin has. */
function implementedNames(hooks: Hooks): string[] {
  const { method } = PluginHooks;
  return [
    method.onActivate.name,
    method.onDeactivate.name,
    method.onConfigurationChange.name,
    ...hookNames
      .filter((name) => hooks[name] !== undefined)
      .map((name) => method[name].name),
  ];
}

function unimplemented(method: DescMethod, pluginId: string): TransportError {
  return new TransportError(
    "UNIMPLEMENTED",
    `plugin "${pluginId}" does not implement ${method.name}`,
  );
}
