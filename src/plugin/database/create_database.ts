/**
 * The database over a driver.
 *
 * @module
 */
import type { APIScope } from "../../api/scoped_api.ts";
import type { DatabaseDriver, DriverValue } from "../../transport/database_driver.ts";
import { TransportError } from "../../transport/transport_error.ts";
import { shown } from "../../api/mismatch.ts";
import { checkSQL, driverValues } from "./check_statement.ts";
import type { OpenRows } from "./connection.ts";
import { type Acquired, connections } from "./connections.ts";
import type {
  Database,
  DatabaseTransaction,
  SQLArgument,
  SQLIsolation,
  SQLOptions,
  SQLTransactionOptions,
} from "./database.ts";
import { toDatabaseError, unfit } from "./database_error.ts";
import { untilAborted } from "./until_aborted.ts";

/** A plugin's database. */
export interface PluginDatabase {
  /** As a hook sees it: what it begins is cancelled with the hook. */
  scoped(scope: APIScope): Database;
  /** Gives back all that is open. */
  closeAll(): Promise<void>;
}

/** Go's `sql.IsolationLevel`. */
const isolations: Readonly<Record<SQLIsolation, number>> = {
  "read uncommitted": 1,
  "read committed": 2,
  "repeatable read": 4,
  "serializable": 6,
};

/** The database that a driver reaches. */
export function createDatabase(driver: DatabaseDriver): PluginDatabase {
  const pool = connections(driver);

  const scoped = (scope: APIScope): Database => ({
    query<Row extends object>(
      sql: string,
      args: readonly SQLArgument[] = [],
      { replica = false, signal = scope.signal }: SQLTransactionOptions = {},
    ) {
      const method = "database.query";
      return asked(method, async function* () {
        const statement = checked(sql, args, method);
        const acquired = await pool.acquire(
          { replica, signal },
          (connection) => connection.open(...statement),
        );
        try {
          yield* rowsOf<Row>(acquired.first, acquired.within);
        } finally {
          await acquired.release(over(method));
        }
      });
    },

    async exec(sql, args = [], { signal = scope.signal } = {}) {
      const method = "database.exec";
      return await told(method, async () => {
        const statement = checked(sql, args, method);
        const { first, release } = await pool.acquire(
          { replica: false, signal },
          (connection) => connection.exec(...statement),
        );
        await release(over(method));
        return first;
      });
    },

    async transaction(work, options = {}) {
      const method = "database.transaction";
      if (typeof work !== "function") {
        throw unfit(method, `expected a function, got ${shown(work)}`);
      }
      return await told(method, async () => {
        const { replica = false, signal = scope.signal, readOnly = replica } = options;
        const isolation = isolationOf(options.isolation, method);
        const acquired = await pool.acquire(
          { replica, signal },
          (connection) => connection.begin({ isolation, readOnly }),
        );
        try {
          const result = await acquired.within(work(transactionOn(acquired)));
          await acquired.within(acquired.connection.commit());
          return result;
        } finally {
          // Takes back what was not committed.
          await acquired.release(over(method));
        }
      });
    },
  });

  return { scoped, closeAll: pool.closeAll };
}

/** What an author's function gets. */
function transactionOn({ connection, within }: Acquired<unknown>): DatabaseTransaction {
  return {
    query<Row extends object>(
      sql: string,
      args: readonly SQLArgument[] = [],
      { signal }: SQLOptions = {},
    ) {
      const method = "tx.query";
      return asked(method, async function* () {
        const both = <R>(answer: Promise<R>) => within(untilAborted(answer, signal));
        const opening = connection.open(...checked(sql, args, method));
        let rows: OpenRows;
        try {
          rows = await both(opening);
        } catch (error) {
          opening.then((late) => late.close(), () => {});
          throw error;
        }
        try {
          yield* rowsOf<Row>(rows, both);
        } finally {
          const closed = rows.close();
          if (!signal?.aborted) await within(closed);
        }
      });
    },

    exec: (sql, args = [], { signal } = {}) =>
      told(
        "tx.exec",
        async () =>
          await within(
            untilAborted(connection.exec(...checked(sql, args, "tx.exec")), signal),
          ),
      ),
  };
}

async function* rowsOf<Row extends object>(
  rows: OpenRows,
  within: <R>(work: Promise<R>) => Promise<R>,
): AsyncGenerator<Row, void, undefined> {
  // The type is the author's word.
  for (let row; (row = await within(rows.next())) !== undefined;) yield row as Row;
}

function checked(sql: unknown, args: unknown, method: string): [string, DriverValue[]] {
  return [checkSQL(sql, method), driverValues(args, method)];
}

function isolationOf(isolation: SQLIsolation | undefined, method: string): number {
  if (isolation === undefined) return 0;
  if (Object.hasOwn(isolations, isolation)) return isolations[isolation];
  const known = Object.keys(isolations).map((each) => `"${each}"`).join(", ");
  throw unfit(method, `isolation: expected one of ${known}, got ${shown(isolation)}`);
}

/** What those hear who use a connection that they have no more. */
function over(method: string): TransportError {
  return new TransportError("FAILED_PRECONDITION", `${method} is over; its rows and tx with it`);
}

/** Lets errors out as authors know them. */
async function told<T>(method: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toDatabaseError(error, method);
  }
}

async function* asked<Row>(
  method: string,
  rows: () => AsyncGenerator<Row, void, undefined>,
): AsyncGenerator<Row, void, undefined> {
  try {
    yield* rows();
  } catch (error) {
    throw toDatabaseError(error, method);
  }
}
