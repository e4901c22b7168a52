/**
 * One connection of the server's database, with whatever is open on it.
 *
 * @module
 */
import {
  type DatabaseDriver,
  DriverError,
  type DriverResult,
  type DriverTransaction,
  type DriverValue,
} from "../../transport/database_driver.ts";
import { type Row, rowReader } from "./read_row.ts";

/** Rows that are being read. */
export interface OpenRows {
  /** The next one; undefined at the end. */
  next(): Promise<Row | undefined>;
  /** Closes them; may be called again. */
  close(): Promise<void>;
}

/** A connection. What is asked of it is done one after another, as databases need it. */
export interface Connection {
  /** Begins a transaction; there may be one. */
  begin(options: DriverTransaction): Promise<void>;
  /** Commits it. */
  commit(): Promise<void>;
  /** Runs a statement without rows. */
  exec(sql: string, args: readonly DriverValue[]): Promise<DriverResult>;
  /** Runs a statement with rows. */
  open(sql: string, args: readonly DriverValue[]): Promise<OpenRows>;
  /**
   * Closes the rows, takes the transaction back and gives the connection back. What is asked
   * afterwards rejects with the reason. May be called again.
   */
  close(reason: unknown): Promise<void>;
}

/** Rows on the wire, and those of them that were read before they were asked for. */
interface Cursor {
  readonly rows: string;
  readonly statement: string | undefined;
  read: (values: readonly DriverValue[]) => Row;
  columns: number;
  readonly kept: Row[];
  failure: unknown;
  over: boolean;
}

/** Works on a connection that was opened under this id. */
export function connectionOf(driver: DatabaseDriver, id: string): Connection {
  let last: Promise<unknown> = Promise.resolve();
  let current: Cursor | undefined;
  let transaction: string | undefined;
  let closing: Promise<void> | undefined;
  let closedBecause: unknown;

  /** Waits for its turn. */
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work);
    last = run.catch(ignore);
    return run;
  };
  const turn = <T>(work: () => Promise<T>): Promise<T> =>
    after(() => closing === undefined ? work() : Promise.reject(closedBecause));

  /** Each id is closed once: what may be closed is forgotten before. */
  const finish = async (cursor: Cursor) => {
    if (cursor.over) return;
    cursor.over = true;
    if (current === cursor) current = undefined;
    await driver.closeRows(cursor.rows).catch(ignore);
    if (cursor.statement !== undefined) await driver.closeStatement(cursor.statement).catch(ignore);
  };

  const fetch = async (cursor: Cursor): Promise<Row | undefined> => {
    try {
      const values = await driver.next(cursor.rows, cursor.columns);
      if (values !== null) return cursor.read(values);
      await finish(cursor);
      return undefined;
    } catch (error) {
      await finish(cursor);
      throw error;
    }
  };

  /** Makes way for another statement: databases answer one after another. */
  const keepRest = async () => {
    const cursor = current;
    if (cursor === undefined) return;
    try {
      for (let row; (row = await fetch(cursor)) !== undefined;) cursor.kept.push(row);
    } catch (error) {
      cursor.failure = error; // It is for the one who reads these rows.
    }
  };

  const prepared = async <T>(sql: string, run: (statement: string) => Promise<T>) => {
    const statement = await driver.prepare(id, sql);
    try {
      return { statement, result: await run(statement) };
    } catch (error) {
      await driver.closeStatement(statement).catch(ignore);
      throw error;
    }
  };

  const start = async (sql: string, args: readonly DriverValue[]): Promise<Cursor> => {
    const cursor = { read: unread, columns: 0, kept: [], failure: undefined, over: false };
    try {
      return { ...cursor, rows: await driver.query(id, sql, args), statement: undefined };
    } catch (error) {
      if (!isKind(error, "ErrSkip")) throw error;
      const { statement, result } = await prepared(sql, (st) => driver.queryPrepared(st, args));
      return { ...cursor, rows: result, statement };
    }
  };

  return {
    begin: (options) =>
      turn(async () => {
        transaction = await driver.begin(id, options);
      }),

    commit: () =>
      turn(async () => {
        if (current !== undefined) await finish(current);
        const committed = transaction as string;
        transaction = undefined;
        await driver.commit(committed);
      }),

    exec: (sql, args) =>
      turn(async () => {
        await keepRest();
        try {
          return await driver.exec(id, sql, args);
        } catch (error) {
          if (!isKind(error, "ErrSkip")) throw error;
          const { statement, result } = await prepared(sql, (st) => driver.execPrepared(st, args));
          await driver.closeStatement(statement).catch(ignore);
          return result;
        }
      }),

    open: (sql, args) =>
      turn(async () => {
        await keepRest();
        const cursor = await start(sql, args);
        current = cursor;
        try {
          const columns = await driver.columns(cursor.rows);
          cursor.read = rowReader(columns);
          cursor.columns = columns.length;
        } catch (error) {
          await finish(cursor);
          throw error;
        }
        return {
          next: () =>
            turn(async () => {
              const kept = cursor.kept.shift();
              if (kept !== undefined) return kept;
              if (cursor.failure !== undefined) throw cursor.failure;
              return cursor.over ? undefined : await fetch(cursor);
            }),
          close: () => after(() => finish(cursor)),
        };
      }),

    close(reason) {
      if (closing !== undefined) return closing;
      closedBecause = reason;
      return closing = after(async () => {
        if (current !== undefined) await finish(current);
        if (transaction !== undefined) await driver.rollback(transaction).catch(ignore);
        await driver.closeConnection(id).catch(ignore);
      });
    },
  };
}

/** Whether the driver says this. */
export function isKind(error: unknown, kind: DriverError["kind"]): boolean {
  return error instanceof DriverError && error.kind === kind;
}

/** Before the columns are known. */
function unread(): Row {
  return {};
}

/** What fails while things are given back is nothing to whoever has what they asked for. */
function ignore(): void {}
