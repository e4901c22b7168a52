/**
 * The server's database, as plugins reach it.
 *
 * @module
 */

/**
 * What a statement can be given for a placeholder. Integers (a `number` without a fraction, or a
 * `bigint` of 64 bits) go as such, other numbers as floating point, `Uint8Array` as bytes, a `Date`
 * as text in ISO 8601, which databases read as a time. Pass JSON as `JSON.stringify(value)`.
 */
export type SQLArgument = string | number | bigint | boolean | Uint8Array | Date | null;

/**
 * What a row's column holds. Integers are `number` as far as that is exact, and `bigint` beyond 2^53.
 * Binary columns are `Uint8Array`; what has no type of its own here (JSON, decimals, UUIDs, arrays)
 * is the database's text. Mattermost's own times are integers: Unix milliseconds.
 */
export type SQLValue = string | number | bigint | boolean | Uint8Array | null;

/** How to run one statement. */
export interface SQLOptions {
  /** Cancels the waiting; what the statement holds is given back as soon as the database is done. */
  readonly signal?: AbortSignal | undefined;
}

/** How to run one query outside of a transaction. */
export interface SQLQueryOptions extends SQLOptions {
  /**
   * Whether to ask a replica, where the server has one: it may be behind by moments. Default: false,
   * the master.
   */
  readonly replica?: boolean | undefined;
}

/** What a statement did that gives no rows. */
export interface SQLResult {
  /** How many rows it changed; null where the database does not say. */
  readonly rowsAffected: number | bigint | null;
  /** The id of the row that was inserted last; null on PostgreSQL, which has `RETURNING` instead. */
  readonly lastInsertId: number | bigint | null;
}

/** How isolated a transaction is from others. */
export type SQLIsolation =
  | "read uncommitted"
  | "read committed"
  | "repeatable read"
  | "serializable";

/** How to run a transaction. */
export interface SQLTransactionOptions extends SQLQueryOptions {
  /** How isolated it is. Default: as the database is set up, mostly "read committed". */
  readonly isolation?: SQLIsolation | undefined;
  /** Whether it only reads; the database then refuses to write. Default: true on a replica. */
  readonly readOnly?: boolean | undefined;
}

/** What runs inside a transaction. It ends with the function that was given it. */
export interface DatabaseTransaction {
  /**
   * Asks for rows; nothing is sent until the first is asked for. Statements of a transaction run one
   * after another: one that comes while rows are still being read first reads those to their end,
   * and keeps them.
   *
   * @param sql the statement, with `$1`, `$2` (PostgreSQL) or `?` (MySQL) for what is given
   * @param args what stands for the placeholders
   * @throws {DatabaseError} with what the database says
   * @throws {ValidationError} when an argument cannot be sent
   */
  query<Row extends object = Record<string, SQLValue>>(
    sql: string,
    args?: readonly SQLArgument[],
    options?: SQLOptions,
  ): AsyncGenerator<Row, void, undefined>;

  /**
   * Runs a statement that gives no rows.
   *
   * @param sql the statement, with `$1`, `$2` (PostgreSQL) or `?` (MySQL) for what is given
   * @param args what stands for the placeholders
   * @throws {DatabaseError} with what the database says
   * @throws {ValidationError} when an argument cannot be sent
   */
  exec(sql: string, args?: readonly SQLArgument[], options?: SQLOptions): Promise<SQLResult>;
}

/**
 * The server's own database, by SQL, over the server's connections: what Go plugins have as
 * `plugin.Driver`. Mattermost promises nothing about its tables, which change between versions: use
 * the plugin API where it has what you need.
 *
 * The manifest must ask for it, so that an administrator can see it: `"database": true` in
 * `server.permissions`. It works on a stock Mattermost server; elsewhere every call rejects with a
 * `NotImplementedError`.
 *
 * Each statement takes a connection of the server's pool and gives it back, also when a loop over
 * rows is left early or something throws. Connections are shared with the server, so do not leave
 * behind what outlives a statement (`SET`, `LISTEN`, session locks).
 *
 * @example
 * ```ts
 * import { DatabaseError, definePlugin } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   async onActivate({ database }) {
 *     await database.exec("CREATE TABLE IF NOT EXISTS votes (userid VARCHAR(26) PRIMARY KEY, n INT)");
 *   },
 *   hooks: {
 *     async executeCommand({ userId }, { database, log }) {
 *       try {
 *         const total = await database.transaction(async (tx) => {
 *           await tx.exec("INSERT INTO votes (userid, n) VALUES ($1, 1)", [userId]);
 *           const [{ sum = 0 } = {}] = await Array.fromAsync(
 *             tx.query<{ sum: number }>("SELECT sum(n) AS sum FROM votes"),
 *           );
 *           return sum;
 *         }, { isolation: "serializable" });
 *         return `Counted. ${total} votes so far.`;
 *       } catch (error) {
 *         if (error instanceof DatabaseError && error.code === "23505") return "You have voted.";
 *         throw error;
 *       } finally {
 *         for await (const { username } of database.query("SELECT username FROM users LIMIT 3")) {
 *           log.debug("somebody", { username });
 *         }
 *       }
 *     },
 *   },
 * });
 * ```
 */
export interface Database {
  /**
   * Asks for rows, which come one by one; nothing is sent until the first is asked for. Leaving the
   * loop early closes them; an iterator that is driven by hand must be ended with `return()`. While
   * rows are read they occupy a connection, so read them without long waits in between.
   * `Array.fromAsync(database.query(…))` gives them all at once.
   *
   * Rows are objects of the columns' names, which PostgreSQL writes in lower case unless they were
   * quoted; give columns of the same name others with `AS`. The type of rows is the author's word: it
   * is not checked.
   *
   * @param sql the statement, with `$1`, `$2` (PostgreSQL) or `?` (MySQL) for what is given
   * @param args what stands for the placeholders
   * @throws {DatabaseError} with what the database says, also in the midst of rows
   * @throws {ValidationError} when an argument cannot be sent
   * @throws {PermissionDeniedError} when the manifest does not ask for the database
   * @throws {NotImplementedError} on a host that gives plugins no database
   *
   * @example
   * ```ts
   * import type { Database } from "@mattermost-deno/plugin";
   *
   * export async function idOf(database: Database, name: string): Promise<string | null> {
   *   const rows = database.query<{ id: string }>("SELECT id FROM Users WHERE Username = $1", [name]);
   *   for await (const { id } of rows) return id;
   *   return null;
   * }
   * ```
   */
  query<Row extends object = Record<string, SQLValue>>(
    sql: string,
    args?: readonly SQLArgument[],
    options?: SQLQueryOptions,
  ): AsyncGenerator<Row, void, undefined>;

  /**
   * Runs a statement that gives no rows, on the master. `BEGIN` and its like are refused: use
   * `transaction`.
   *
   * @param sql the statement, with `$1`, `$2` (PostgreSQL) or `?` (MySQL) for what is given
   * @param args what stands for the placeholders
   * @throws {DatabaseError} with what the database says
   * @throws {ValidationError} when an argument cannot be sent
   * @throws {PermissionDeniedError} when the manifest does not ask for the database
   * @throws {NotImplementedError} on a host that gives plugins no database
   */
  exec(sql: string, args?: readonly SQLArgument[], options?: SQLOptions): Promise<SQLResult>;

  /**
   * Runs a function in a transaction: commits when it returns, takes everything back when it throws,
   * and throws the same again. Statements of `database` itself are not part of it, only those of
   * `tx`. Databases may end a transaction for the sake of another (code `40001`): try again then.
   *
   * @param work what to do in it
   * @returns what the function returned
   * @throws {DatabaseError} with what the database says, also about the commit
   * @throws {PermissionDeniedError} when the manifest does not ask for the database
   * @throws {NotImplementedError} on a host that gives plugins no database
   */
  transaction<Result>(
    work: (tx: DatabaseTransaction) => Promise<Result>,
    options?: SQLTransactionOptions,
  ): Promise<Result>;
}
