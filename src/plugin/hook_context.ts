/**
 * What every hook knows beside its payload.
 *
 * @module
 */
import type { JsonValue } from "@bufbuild/protobuf";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { Assets } from "./context/assets.ts";
import type { Bot } from "./context/bot.ts";
import type { EventPublisher } from "./context/events.ts";
import type { MakeButton, MakeMenu, OpenDialogFor } from "./context/interactive.ts";
import type { JobScheduler } from "./context/job_scheduler.ts";
import type { AcquireMutex } from "./context/mutex.ts";
import type { Store } from "./context/store.ts";
import type { Translator } from "./context/translate.ts";
import type { Database } from "./database/database.ts";
import type { Logger } from "./logger.ts";

/**
 * The plugin's settings as an administrator has set them, defaults included. Mattermost gives the
 * names in lower case. Frozen: it never changes while a call runs.
 */
export type PluginConfig = Readonly<Record<string, JsonValue>>;

/**
 * What a hook knows about the call that it answers; the last argument of every hook.
 *
 * @typeParam Config the settings that the plugin's definition declares; without a declaration they
 * are JSON by name. It also carries, for the types alone, which events and texts are declared.
 */
export interface HookContext<Config extends object = PluginConfig>
  extends EventPublisher<Config>, Translator<Config> {
  /**
   * The server. Calls that are made with it while the hook runs are cancelled when the hook's own
   * call is; pass a `signal` of your own to a call that shall outlive it.
   */
  readonly api: PluginAPI;
  /**
   * The server's own database, by SQL; only for plugins whose manifest asks for it, under
   * `server.permissions`, with `"database": true`, and only on a stock Mattermost server.
   */
  readonly database: Database;
  /** The server's log; its lines name the hook and the request. */
  readonly log: Logger;
  /** The settings as they were when the call came in. */
  readonly config: Config;
  /** The plugin's own keys and values, in the server's database. */
  readonly kv: Store;
  /** The plugin's bot account, which the definition's `bot` declares. */
  readonly bot: Bot;
  /** The files that come with the plugin, in its bundle's folder `assets`. */
  readonly assets: Assets;
  /** Waits for a lock that all nodes of a cluster share. */
  readonly mutex: AcquireMutex;
  /** Schedules what the definition's `jobs` declares. */
  readonly jobs: JobScheduler;
  /** Makes a button that leads to one of the definition's `actions`. */
  readonly button: MakeButton;
  /** Makes a menu that leads to one of the definition's `actions`. */
  readonly menu: MakeMenu;
  /**
   * Gives what opens dialogs with a trigger id, for hooks that get one of their own; commands,
   * actions and dialogs have `openDialog`.
   */
  readonly openDialogFor: OpenDialogFor;
  /** The plugin's id, as its manifest has it. */
  readonly pluginId: string;
  /** The hook that runs, such as `messageWillBePosted`. */
  readonly hook: string;
  /**
   * Aborted when nobody waits for the answer any more: the server gave up, the client went away, or
   * the connection is lost. Pass it to `fetch` and to whatever else takes long.
   */
  readonly signal: AbortSignal;
  /** The id of the request that led to this call; null where there was none. */
  readonly requestId: string | null;
  /** The session of the person who made that request; null where there was none. */
  readonly sessionId: string | null;
  /**
   * The person on whose behalf this happens, where the server says so: the caller of an HTTP
   * request, of a command, of a WebSocket connection; else null. Mattermost has checked who it is.
   */
  readonly userId: string | null;
  /** Where that request came from; null where it is not known. */
  readonly ipAddress: string | null;
  /** What that request came from, as the client says it; null where it is not known. */
  readonly userAgent: string | null;
  /** The languages that the client prefers, as in HTTP's `Accept-Language`; null if unknown. */
  readonly acceptLanguage: string | null;
  /** The WebSocket connection of the client that made the request; null where it is not known. */
  readonly connectionId: string | null;
}
