import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { schema, schemaVersion } from "./schema.ts";

/** A value that a statement takes. */
export type SqlValue = SQLInputValue;

/** A row as SQLite gives it, by column name. */
export type Row = Readonly<Record<string, SqlValue>>;

/**
 * The database of an embedded Mattermost. Every call is synchronous, so that what happens within
 * one function, without `await`, happens at once as far as other callers can tell.
 */
export interface Database {
  /** Runs a statement that changes rows; returns how many. */
  run(sql: string, ...values: SqlValue[]): number;
  /** The first row of a query, or undefined. */
  first(sql: string, ...values: SqlValue[]): Row | undefined;
  /** All rows of a query. */
  all(sql: string, ...values: SqlValue[]): Row[];
  /**
   * Runs `work` as one transaction: all of it or, when it throws, nothing. Within another
   * transaction it joins that one. `work` must not be asynchronous.
   */
  transaction<T>(work: () => T): T;
  /** Closes the database. Closing it again does nothing. */
  close(): void;
}

/**
 * Opens the database and brings its tables into being.
 *
 * @param path A file, made if it is not there, or `":memory:"` for one that ends with the process.
 * @throws {Error} When the file was written by another version of this package, or is no database.
 */
export function openDatabase(path: string): Database {
  const sqlite = new DatabaseSync(path);
  try {
    prepareSchema(sqlite, path);
  } catch (error) {
    sqlite.close();
    throw error;
  }

  const statements = new Map<string, StatementSync>();
  let open = true;
  const statement = (sql: string): StatementSync => {
    if (!open) {
      throw new Error("The embedded Mattermost has ended; nothing can be asked of it any more.");
    }
    let known = statements.get(sql);
    if (!known) {
      known = sqlite.prepare(sql);
      statements.set(sql, known);
    }
    return known;
  };
  let depth = 0;

  return {
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    first: (sql, ...values) => statement(sql).get(...values) as Row | undefined,
    all: (sql, ...values) => statement(sql).all(...values) as Row[],
    transaction(work) {
      if (depth > 0) return work();
      // IMMEDIATE takes the write lock at once: two processes on one file then wait for each other
      // instead of both reading and one failing when it writes.
      sqlite.exec("BEGIN IMMEDIATE");
      depth++;
      try {
        const result = work();
        sqlite.exec("COMMIT");
        return result;
      } catch (error) {
        sqlite.exec("ROLLBACK");
        throw error;
      } finally {
        depth--;
      }
    },
    close() {
      if (!open) return;
      open = false;
      statements.clear();
      sqlite.close();
    },
  };
}

function prepareSchema(sqlite: DatabaseSync, path: string): void {
  let version: unknown;
  try {
    version = sqlite.prepare("PRAGMA user_version").get()?.["user_version"];
    if (version === 0) {
      const tables = sqlite.prepare("SELECT count(*) AS n FROM sqlite_master").get()?.["n"];
      if (tables !== 0) version = "none";
    }
  } catch (cause) {
    throw new Error(
      `Cannot open the embedded Mattermost's database "${path}": it is not an SQLite file. ` +
        `Name another file, or leave the path out to keep the data in memory.`,
      { cause },
    );
  }
  if (version === 0) {
    sqlite.exec(schema);
    sqlite.exec(`PRAGMA user_version = ${schemaVersion}`);
    version = schemaVersion;
  }
  if (version !== schemaVersion) {
    throw new Error(
      `Cannot use the database "${path}": its layout is version ${version}, this package needs ` +
        `version ${schemaVersion}. Remove the file to start afresh, or name another one.`,
    );
  }
  // A second process on the same file waits this many milliseconds instead of failing at once.
  sqlite.exec("PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = OFF");
  if (path !== ":memory:") sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
}
