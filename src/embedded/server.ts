import type { JsonValue } from "@bufbuild/protobuf";
import type { CommandRegistry } from "./command_registry.ts";
import type { EventBus, LogLevel } from "./events.ts";
import type { PluginRegistry } from "./plugin_registry.ts";
import type { Database } from "./store/database.ts";
import type { Tables } from "./store/tables.ts";

/**
 * What every subject of an embedded Mattermost works on: its state, its clock, and the way to its
 * plugins and listeners. The subjects are functions of this; nothing else is shared between them.
 */
export interface Server {
  /** The database, for what is not a message of a table. */
  readonly database: Database;
  /** The tables of messages. */
  readonly tables: Tables;
  /** The time, in Unix milliseconds. */
  readonly now: () => number;
  /** Makes a 26-character id. */
  readonly newId: () => string;
  /** 32 bytes that nobody else knows: they sign trigger ids and encrypt the cookies of actions. */
  readonly secret: Uint8Array;
  /** Where listeners hear what happens. */
  readonly events: EventBus;
  /** The active plugins, in the order of their installation. */
  readonly plugins: PluginRegistry;
  /** The slash commands that plugins have registered. */
  readonly commands: CommandRegistry;
  /** What plugins are told of the client who asks; absent where none does. */
  readonly origin?: ClientOrigin;
  /** Work that nobody awaits, such as hooks that only tell; `settled()` waits for it. */
  readonly background: BackgroundWork;
}

/** What plugins are told of the client whose request leads to a hook. */
export interface ClientOrigin {
  /** The session in which the user is logged in. */
  readonly sessionId: string;
  /** The client's address. */
  readonly ipAddress: string;
}

/** Work under way that its starter does not await. */
export interface BackgroundWork {
  /** Starts work; what it throws becomes an error line of the log. */
  run(work: () => Promise<void>): void;
  /** Resolves when no work is under way, work that was started meanwhile included. */
  settled(): Promise<void>;
}

/** Writes a line of the server's log: tells the listeners. */
export function log(
  server: Pick<Server, "events" | "now">,
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, JsonValue>> = {},
  pluginId = "",
): void {
  server.events.emit({ type: "log", at: server.now(), level, pluginId, message, fields });
}

/** Keeps count of the work under way. */
export function createBackgroundWork(onError: (error: unknown) => void): BackgroundWork {
  const underWay = new Set<Promise<void>>();
  return {
    run(work) {
      const running = work().catch(onError).finally(() => underWay.delete(running));
      underWay.add(running);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
