/**
 * A plugin on a Mattermost server, all of it in the test's process.
 *
 * @module
 */
import { create, fromJson, type JsonObject, type JsonValue } from "@bufbuild/protobuf";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { shown } from "../api/mismatch.ts";
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { checkOptionNames } from "../api/option_names.ts";
import type { UndoingPermission } from "../bundle/mod.ts";
import { type Manifest, ManifestSchema } from "../contract/mod.ts";
import { createEmbeddedMattermost } from "../embedded/embedded_mattermost.ts";
import type { EmbeddedEvent } from "../embedded/events.ts";
import { createPluginAPIHandler } from "../host/api_handler.ts";
import { hostLog } from "../host/plugin_log.ts";
import {
  asPluginDefinition,
  type PluginDefinition,
  type ServedDefinition,
} from "../plugin/plugin_definition.ts";
import type { Awaitable } from "../plugin/hook_types.ts";
import { pluginStore } from "../store/store_feature.ts";
import { connectMemory } from "../transport/memory.ts";
import type { Declarations } from "../define/declarations.ts";
import { checkMessages } from "../translations/check_messages.ts";
import { checkSettings } from "./check_settings.ts";
import { createClient, type TestClient } from "./client.ts";
import { keepFailures, type PluginFailure, readErrorsOption } from "./failures.ts";
import { startInMemory } from "./memory_plugin.ts";
import { failingAPI, type FailOptions } from "./planned_failures.ts";
import { seed } from "./seed.ts";
import { sandboxBundle } from "./sandbox_bundle.ts";
import { computersClock, movableClock, quietFor, type TestClock, turn } from "./test_clock.ts";
import { testLogger, type TestLogLine } from "./test_log.ts";
import type { TestServer } from "./test_server.ts";

/** How a plugin runs in its sandbox. */
export interface SandboxOptions {
  /** The plugin's file, a URL or a path. Default: the file that called `definePlugin`. */
  readonly entry?: string | URL | undefined;
  /**
   * The permissions that undo the sandbox and that the plugin gets all the same: each that its
   * manifest asks for, and no other. Default: none.
   */
  readonly undoSandbox?: readonly UndoingPermission[] | undefined;
}

/** How a plugin is tested. Everything has a default. */
export interface TestPluginKitOptions<Names extends string = never> {
  /** API methods that take the place of the server's. */
  readonly api?: PluginAPIHandlers | undefined;
  /** The plugin's settings, as an administrator has saved them. Default: none. */
  readonly settings?: JsonObject | undefined;
  /**
   * The plugin's manifest, as its `plugin.json` has it: its id, the defaults of its settings.
   * Default: one with the id `com.example.test`.
   */
  readonly manifest?: unknown;
  /** More accounts, by username; they are in the team and in the channel. */
  readonly users?: readonly Names[] | undefined;
  /**
   * Called before the plugin starts for the first time: for what it finds then, such as what an older
   * version has stored.
   */
  readonly prepare?: ((server: TestServer<Names>) => Awaitable<unknown>) | undefined;
  /** Where the clock stands at first, in Unix milliseconds. Default: the computer's time. */
  readonly startAt?: number | undefined;
  /** The folder of the plugin's assets, as in its bundle. Default: there is none. */
  readonly bundleFolder?: string | undefined;
  /**
   * Whether the plugin runs as on a server: bundled, in a process of its own, with the permissions of
   * its manifest, over gRPC. That takes about a second, and all permissions for the test. The clock
   * is the computer's then. An object names the plugin's file, where it cannot be found. Default: it
   * runs in the test's process.
   */
  readonly sandbox?: boolean | SandboxOptions | undefined;
  /**
   * What carries messages between the plugin and the server in the test's process: memory, or
   * "netrpc", the protocol of stock Mattermost servers, with what it cannot say. In the sandbox that
   * is how a stock server runs the plugin: its launcher is executed. Default: memory, and gRPC in the
   * sandbox.
   */
  readonly transport?: "memory" | "netrpc" | undefined;
  /**
   * What becomes of errors that the plugin threw and that nobody caught, such as those of a hook, a
   * command, a job or a button: a server logs them and goes on. "throw" has the end of the test throw
   * those that it has not taken with {@linkcode TestKit.takeErrors}. Default: "throw".
   */
  readonly errors?: "throw" | "ignore" | undefined;
}

/** A plugin on a server, in a test. */
export interface TestKit<Names extends string = never>
  extends TestServer<Names>, TestClient, AsyncDisposable {
  /** The plugin's id. */
  readonly pluginId: string;
  /** The plugin's hooks, called alone; a failure is thrown, where a server would pass it over. */
  readonly hooks: PluginHooksClient;
  /** The time, of the server and of the plugin. */
  readonly clock: TestClock;
  /** What the plugin, and the server about it, logged; oldest first. */
  readonly log: readonly TestLogLine[];
  /**
   * What clients were told over their WebSockets, oldest first. A plugin's own events have the type
   * `custom`.
   */
  readonly events: readonly EmbeddedEvent[];
  /**
   * What the plugin threw and nobody caught since the last look, oldest first: for tests that expect
   * it. What is not taken is thrown by {@linkcode TestKit.stop}, which `await using` calls. Errors
   * with which a call of the test rejected are not among them: the test has them already.
   */
  takeErrors(): readonly PluginFailure[];
  /** Has the plugin's next calls of an API method fail. */
  fail(method: keyof PluginAPI, options?: FailOptions): void;
  /**
   * Saves the plugin's settings, all of them, as an administrator does; the plugin hears of it.
   * What its `onConfigurationChange` throws is among {@linkcode TestKit.takeErrors}.
   *
   * @throws {TypeError} for one that the plugin does not declare, if it declares any
   */
  configure(settings: JsonObject): Promise<void>;
  /**
   * Deactivates the plugin and starts it again; what the server has stays.
   *
   * @throws {PluginAPIError} with what `onDeactivate` or `onActivate` threw
   */
  restart(): Promise<void>;
  /** Resolves when no hook is under way that nobody waits for, such as `messageHasBeenPosted`. */
  settled(): Promise<void>;
  /**
   * Resolves when `condition` gives true: for what the plugin does in its own time.
   *
   * @throws {Error} when it does not within 5 seconds, or `timeoutMs`
   */
  until(condition: () => boolean | Promise<boolean>, timeoutMs?: number): Promise<void>;
  /**
   * Deactivates the plugin and ends the server. May be called again.
   *
   * @throws {PluginAPIError} with what `onDeactivate` threw
   * @throws {Error} with what the plugin threw before, and the test has not taken
   */
  stop(): Promise<void>;
}

/**
 * Starts a Mattermost server with a team, a channel and a few accounts in the test's own process, and
 * a plugin on it. No sockets, no files, no permissions.
 *
 * @param plugin what `definePlugin` returned
 * @throws {TypeError} when `plugin` is not what `definePlugin` returns, or an option is wrong
 * @throws {PluginAPIError} with what `onActivate` threw
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { definePlugin, replace } from "@mattermost-deno/plugin";
 * import { testPlugin } from "@mattermost-deno/plugin/testing";
 *
 * const plugin = definePlugin({
 *   hooks: {
 *     messageWillBePosted: (post) => replace({ ...post, message: post.message.toUpperCase() }),
 *   },
 * });
 *
 * Deno.test("everybody shouts", async () => {
 *   await using t = await testPlugin(plugin);
 *   const post = await t.post("hello", { as: t.users.ada });
 *   assertEquals(post.message, "HELLO");
 * });
 * ```
 */
export async function testPlugin<const Names extends string = never>(
  plugin: PluginDefinition,
  options: TestPluginKitOptions<Names> = {},
): Promise<TestKit<Names>> {
  const definition = asPluginDefinition(plugin, "testPlugin()");
  checkOptionNames("testPlugin()", options, optionNames);
  const { sandbox = false, transport = "memory" } = options;
  if (transport !== "memory" && transport !== "netrpc") {
    throw new TypeError(`transport: "memory" or "netrpc" is expected, not ${shown(transport)}`);
  }
  const failures = keepFailures(
    readErrorsOption("testPlugin()", options.errors),
    sandbox !== false,
  );
  checkSettings("testPlugin(): settings", options.settings, definition);
  const { texts } = (definition.declared ?? {}) as Partial<Declarations>;
  if (texts !== undefined) await checkMessages(texts);
  const { entry, undoSandbox }: SandboxOptions = typeof sandbox === "object" ? sandbox : {};
  const bundle = sandbox === false ? null : await sandboxBundle({
    definition: plugin,
    entry,
    manifest: options.manifest,
    undoSandbox,
  });
  const manifest = readManifest(bundle?.manifest ?? options.manifest, definition);
  const pluginId = manifest.id;
  const rest = async (): Promise<void> => {
    let [quiet, last] = [0, api.begun()];
    while (quiet < (api.open() === 0 ? 4 : 40)) {
      await turn();
      quiet = api.begun() === last ? quiet + 1 : 0;
      last = api.begun();
    }
  };
  const time = bundle
    ? computersClock(options.startAt)
    : movableClock(options.startAt ?? Date.now(), rest);
  const { clock } = time;
  const mattermost = createEmbeddedMattermost({ now: () => clock.now() });
  const facts = { manifest, bundlePath: bundle?.folder ?? options.bundleFolder };
  const serverAPI = mattermost.api(pluginId, facts);
  const api = failingAPI(options.api ?? {}, serverAPI);

  const log: TestLogLine[] = [];
  const keep = ({ level, message, fields }: TestLogLine) => {
    const line = { level, message, fields };
    log.push(line);
    failures.see(line);
  };
  const seeded = seed(mattermost, options.users ?? []);
  await mattermost.settled();
  const events: EmbeddedEvent[] = [];
  mattermost.events.subscribe((event) => {
    if (event.type !== "log") events.push(event);
    else if (event.pluginId === pluginId || event.pluginId === "") keep(event);
  });

  const ownAPI = createPluginAPI(connectMemory([createPluginAPIHandler(serverAPI, { pluginId })]));
  const kv = pluginStore({ api: ownAPI, clock });
  const server: TestServer<Names> = { ...seeded, mattermost, api: ownAPI, kv };

  let strictHooks: PluginHooksClient;
  const start = async () => {
    if (bundle && transport === "netrpc") {
      const { launchPlugin } = await import("./launched_plugin.ts");
      const started = await launchPlugin({
        manifest,
        folder: bundle.folder,
        api: api.handlers,
        hostLog: hostLog(keep, pluginId, () => clock.now()),
        sink: keep,
      });
      strictHooks = failures.telling(started.strictHooks);
      await mattermost.attachPlugin(started.active);
      return;
    }
    if (bundle) {
      const running = await mattermost.installPlugin(bundle.folder, {
        api: api.handlers,
        undoSandbox,
      });
      strictHooks = failures.telling(running.strictHooks);
      return;
    }
    const run = transport === "netrpc"
      ? (await import("./netrpc_plugin.ts")).startOverNetrpc
      : startInMemory;
    const started = await run({
      definition,
      manifest,
      api: api.handlers,
      clock,
      logger: testLogger(keep),
      hostLog: hostLog(keep, pluginId, () => clock.now()),
      sink: keep,
      bundleFolder: options.bundleFolder,
    });
    strictHooks = failures.telling(started.strictHooks);
    await mattermost.attachPlugin(started.active);
  };
  let stopping: Promise<void> | undefined;
  const end = () =>
    mattermost.stop().finally(() => time.dispose()).catch((error) => {
      throw error instanceof AggregateError && error.errors.length === 1 ? error.errors[0] : error;
    });
  // What ended with an error has thrown it, once.
  const stop = () => {
    if (stopping) return stopping.catch(() => {});
    return stopping = failures.end(async () => {
      await rest();
      await end();
    });
  };
  try {
    if (options.settings) await mattermost.setPluginConfig(pluginId, options.settings);
    await options.prepare?.(server);
    await start();
  } catch (error) {
    await end();
    throw error;
  }

  const settled = async () => {
    await mattermost.settled();
    await rest();
    // The lines of another process come on their own way.
    if (bundle) await quietFor(20, () => log.length);
  };
  return {
    ...failures.telling(createClient({ mattermost, pluginId, seeded, events, settled })),
    ...server,
    pluginId,
    get hooks() {
      return strictHooks;
    },
    clock: time.control,
    log,
    events,
    takeErrors: failures.take,
    fail: api.fail,
    async configure(settings) {
      checkSettings("configure()", settings, definition);
      await failures.told(() => mattermost.setPluginConfig(pluginId, settings));
    },
    restart: () =>
      failures.told(async () => {
        await mattermost.removePlugin(pluginId);
        await start();
      }),
    settled,
    async until(condition, timeoutMs = 5000) {
      if (typeof timeoutMs !== "number" || !(timeoutMs >= 0)) {
        throw new TypeError(`until(): timeoutMs: expected milliseconds, got ${shown(timeoutMs)}`);
      }
      const end = performance.now() + timeoutMs;
      while (!await condition()) {
        if (performance.now() > end) {
          throw new Error(`until(): ${timeoutMs} ms have passed, and it is not so: ${condition}`);
        }
        await rest();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

const optionNames: readonly (keyof TestPluginKitOptions)[] = [
  "api",
  "settings",
  "manifest",
  "users",
  "prepare",
  "startAt",
  "bundleFolder",
  "sandbox",
  "transport",
  "errors",
];

const defaultManifest = { id: "com.example.test", name: "Test", version: "0.1.0" };

function readManifest(given: unknown, { manifest: declared }: ServedDefinition): Manifest {
  if (given !== undefined && (typeof given !== "object" || given === null)) {
    throw new TypeError(`manifest: ${shown(given)} is none; give what a plugin.json has`);
  }
  const parts = JSON.parse(JSON.stringify(declared ?? {}));
  if (given === undefined && Object.keys(parts).length === 0) {
    return create(ManifestSchema, defaultManifest);
  }
  const json = { ...given ?? defaultManifest, ...parts } as JsonValue;
  let manifest: Manifest;
  try {
    manifest = fromJson(ManifestSchema, json, { ignoreUnknownFields: true });
  } catch (error) {
    throw new TypeError(`manifest: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  if (manifest.id === "") throw new TypeError("manifest: it needs an id, as a plugin.json has it");
  return manifest;
}
