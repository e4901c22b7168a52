/**
 * The seam between a plugin's SQL and whatever carries it to the server's database: Mattermost's
 * `plugin.Driver`, with Go's errors told apart.
 *
 * @see https://pkg.go.dev/github.com/mattermost/mattermost/server/public/plugin#Driver
 * @module
 */

/** A value of a row, or an argument of a statement. Integers are bigint only beyond 2^53. */
export type DriverValue = string | number | bigint | boolean | Uint8Array | null;

/** A column of rows. */
export interface DriverColumn {
  /** Its name. */
  readonly name: string;
  /** The database's name of its type, such as `TEXT`; empty where it has none. */
  readonly type: string;
}

/** What a statement did that gives no rows. */
export interface DriverResult {
  /** How many rows it changed; null where the database does not say. */
  readonly rowsAffected: number | bigint | null;
  /** The id of the row that was inserted last; null where the database does not say. */
  readonly lastInsertId: number | bigint | null;
}

/** How a transaction isolates itself: Go's `sql.IsolationLevel`. */
export interface DriverTransaction {
  /** Go's number of the level; 0 is the database's default. */
  readonly isolation: number;
  /** Whether it only reads. */
  readonly readOnly: boolean;
}

/**
 * The driver. Connections, transactions, statements and rows are named by ids, each of which must be
 * closed once and never used again: a server panics when it is given an id that it does not know.
 */
export interface DatabaseDriver {
  /** Takes a connection out of the server's pool. */
  connect(master: boolean): Promise<string>;
  /** Gives it back; what is open on it must be closed before. */
  closeConnection(connection: string): Promise<void>;
  /** Runs a statement that gives rows. */
  query(connection: string, sql: string, args: readonly DriverValue[]): Promise<string>;
  /** Runs a statement that gives none. */
  exec(connection: string, sql: string, args: readonly DriverValue[]): Promise<DriverResult>;
  /** Begins a transaction. */
  begin(connection: string, options: DriverTransaction): Promise<string>;
  /** Commits it. */
  commit(transaction: string): Promise<void>;
  /** Takes it back. */
  rollback(transaction: string): Promise<void>;
  /** Prepares a statement. */
  prepare(connection: string, sql: string): Promise<string>;
  /** Runs a prepared statement that gives rows. */
  queryPrepared(statement: string, args: readonly DriverValue[]): Promise<string>;
  /** Runs a prepared statement that gives none. */
  execPrepared(statement: string, args: readonly DriverValue[]): Promise<DriverResult>;
  /** Forgets a prepared statement. */
  closeStatement(statement: string): Promise<void>;
  /** The columns of rows. @throws {DriverError} where one's values cannot be carried */
  columns(rows: string): Promise<readonly DriverColumn[]>;
  /** The next row, as long as there are columns; null at the end. */
  next(rows: string, columns: number): Promise<readonly DriverValue[] | null>;
  /** Closes rows, whether they were read to the end or not. */
  closeRows(rows: string): Promise<void>;
}

/** What kind of failure it is: the errors that `database/sql` knows by name, or another. */
export type DriverErrorKind =
  | "EOF"
  | "ErrNoRows"
  | "ErrConnDone"
  | "ErrTxDone"
  | "ErrSkip"
  | "ErrBadConn"
  | "other";

/** What a database says about a failure; what it did not say is empty. */
export interface DriverErrorFacts {
  /** Its code: five characters of SQLSTATE from PostgreSQL, a number from MySQL. */
  readonly code?: string;
  /** More about it. */
  readonly detail?: string;
  /** What may help. */
  readonly hint?: string;
  /** How severe it is, such as `ERROR`. */
  readonly severity?: string;
  /** Where in the statement it is, in characters counted from 1. */
  readonly position?: string;
  /** The schema that it is about. */
  readonly schema?: string;
  /** The table that it is about. */
  readonly table?: string;
  /** The column that it is about. */
  readonly column?: string;
  /** The constraint that was violated. */
  readonly constraint?: string;
}

/** A failure that the database or its driver reported. */
export class DriverError extends Error {
  override readonly name = "DriverError";
  /** What kind of failure it is. */
  readonly kind: DriverErrorKind;
  /** What the database says about it. */
  readonly facts: DriverErrorFacts;

  /**
   * @param message what went wrong
   * @param kind what kind of failure it is
   * @param facts what the database says about it
   */
  constructor(message: string, kind: DriverErrorKind = "other", facts: DriverErrorFacts = {}) {
    super(message);
    this.kind = kind;
    this.facts = facts;
  }
}
