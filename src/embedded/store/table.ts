import {
  type DescMessage,
  fromJsonString,
  type MessageShape,
  toJsonString,
} from "@bufbuild/protobuf";
import type { Database, Row, SqlValue } from "./database.ts";

/** Messages of one type, kept in one table of the database. */
export interface Table<D extends DescMessage> {
  /** Adds a message. Throws when its key, or another unique column, is taken. */
  insert(message: MessageShape<D>): void;
  /** Adds a message, or puts it in the place of the one with the same key. */
  put(message: MessageShape<D>): void;
  /** The message with this key (the table's key columns, in their order). */
  get(...key: SqlValue[]): MessageShape<D> | undefined;
  /** Removes the message with this key; tells whether there was one. */
  remove(...key: SqlValue[]): boolean;
  /** The first message of a query; `clauses` is what follows the table's name: `WHERE x = ?`. */
  first(clauses: string, ...values: SqlValue[]): MessageShape<D> | undefined;
  /** The messages of a query. */
  all(clauses: string, ...values: SqlValue[]): MessageShape<D>[];
  /** How many rows a query has; `clauses` without order and limit. */
  count(clauses: string, ...values: SqlValue[]): number;
}

/** What a table's columns hold, beside the message itself. */
export interface TableDefinition<D extends DescMessage> {
  /** The table's name in `schema.ts`. */
  readonly name: string;
  /** The type of its messages. */
  readonly schema: D;
  /** The columns that name a message. */
  readonly key: readonly string[];
  /** What each column holds of a message. */
  readonly columns: Readonly<Record<string, (message: MessageShape<D>) => SqlValue>>;
}

/** Opens a table of `schema.ts` for messages of one type. */
export function openTable<D extends DescMessage>(
  database: Database,
  { name, schema, key, columns }: TableDefinition<D>,
): Table<D> {
  const names = Object.keys(columns);
  const readers = Object.values(columns);
  const places = [...names, "message"].map(() => "?").join(", ");
  const insertSql = `INSERT INTO ${name} (${names.join(", ")}, message) VALUES (${places})`;
  const updated = names.filter((column) => !key.includes(column)).concat("message")
    .map((column) => `${column} = excluded.${column}`).join(", ");
  // An upsert, not REPLACE: the row keeps its `seq`, and with it its place in the order.
  const putSql = `${insertSql} ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${updated}`;
  const keyClauses = `WHERE ${key.map((column) => `${column} = ?`).join(" AND ")}`;

  const row = (message: MessageShape<D>): SqlValue[] => [
    ...readers.map((read) => read(message)),
    toJsonString(schema, message),
  ];
  const parse = (found: Row): MessageShape<D> => fromJsonString(schema, String(found["message"]));
  const first = (clauses: string, ...values: SqlValue[]) => {
    const found = database.first(`SELECT message FROM ${name} ${clauses}`, ...values);
    return found && parse(found);
  };

  return {
    insert: (message) => void database.run(insertSql, ...row(message)),
    put: (message) => void database.run(putSql, ...row(message)),
    get: (...values) => first(keyClauses, ...values),
    remove: (...values) => database.run(`DELETE FROM ${name} ${keyClauses}`, ...values) > 0,
    first,
    all: (clauses, ...values) =>
      database.all(`SELECT message FROM ${name} ${clauses}`, ...values).map(parse),
    count: (clauses, ...values) =>
      Number(database.first(`SELECT count(*) AS n FROM ${name} ${clauses}`, ...values)?.["n"]),
  };
}
