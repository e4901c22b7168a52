/**
 * All connections of the server's database that a plugin has taken.
 *
 * @module
 */
import type { DatabaseDriver } from "../../transport/database_driver.ts";
import { TransportError } from "../../transport/transport_error.ts";
import { type Connection, connectionOf, isKind } from "./connection.ts";
import { abortError, untilAborted } from "./until_aborted.ts";

/** What is wanted of a connection. */
export interface ConnectionWish {
  readonly replica: boolean;
  /** Gives the connection back at once when it is aborted. */
  readonly signal: AbortSignal | undefined;
}

/** A connection, and what was first done on it. */
export interface Acquired<T> {
  readonly connection: Connection;
  readonly first: T;
  /** Waits for something on the connection, as long as the signal allows. */
  within<R>(work: Promise<R>): Promise<R>;
  /** Gives the connection back. */
  release(reason: unknown): Promise<void>;
}

/** The connections. */
export interface Connections {
  /** Takes a connection and does something on it. */
  acquire<T>(wish: ConnectionWish, first: (connection: Connection) => Promise<T>): Promise<
    Acquired<T>
  >;
  /** Closes all that are open; waits for what is under way, but not for ever. */
  closeAll(): Promise<void>;
}

/**
 * How often a connection that the database has ended is replaced by another: after a restart of the
 * database, the server's pool holds as many such as it keeps idle, 20 unless it is set up otherwise.
 */
const REPLACEMENTS = 20;

/** Half of what a server that shuts down gives its plugins to end, in milliseconds. */
const CLOSING_MS = 5000;

/** Takes connections through a driver. */
export function connections(driver: DatabaseDriver): Connections {
  const open = new Set<Connection>();

  const connect = async ({ replica, signal }: ConnectionWish): Promise<Connection> => {
    if (signal?.aborted) throw abortError(signal);
    const opening = driver.connect(!replica).then((id) => {
      const connection = connectionOf(driver, id);
      open.add(connection);
      return connection;
    });
    try {
      return await untilAborted(opening, signal);
    } catch (error) {
      // It may still come; nobody waits for it then.
      opening.then((connection) => end(connection, error), () => {});
      throw error;
    }
  };

  const end = async (connection: Connection, reason: unknown) => {
    await connection.close(reason);
    open.delete(connection);
  };

  const attempt = async <T>(
    wish: ConnectionWish,
    first: (connection: Connection) => Promise<T>,
  ): Promise<Acquired<T>> => {
    const { signal } = wish;
    const connection = await connect(wish);
    const onAbort = () => void end(connection, abortError(signal as AbortSignal));
    signal?.addEventListener("abort", onAbort, { once: true });
    const within = <R>(work: Promise<R>) => untilAborted(work, signal);
    const release = async (reason: unknown) => {
      signal?.removeEventListener("abort", onAbort);
      const ended = end(connection, reason);
      // Whoever has aborted does not wait for the database.
      if (!signal?.aborted) await ended;
    };
    try {
      return { connection, first: await within(first(connection)), within, release };
    } catch (error) {
      await release(error);
      throw error;
    }
  };

  return {
    async acquire(wish, first) {
      for (let left = REPLACEMENTS;; left--) {
        try {
          return await attempt(wish, first);
        } catch (error) {
          // Drivers say so only where the statement has not run.
          if (left === 0 || !isKind(error, "ErrBadConn")) throw error;
        }
      }
    },

    async closeAll() {
      const reason = new TransportError("UNAVAILABLE", "the plugin is being stopped");
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, CLOSING_MS);
      const closed = Promise.all([...open].map((connection) => end(connection, reason)));
      await Promise.race([closed, late]);
      clearTimeout(timer);
    },
  };
}
