/** An endpoint that runs SQL on the server's database. @module */
import {
  type Database,
  DatabaseError,
  type DatabaseTransaction,
  type HTTPContext,
  type SQLArgument,
} from "@mattermost-deno/plugin";

/** What to do: one statement, or, as a transaction, several. */
interface Work {
  readonly do: "query" | "exec" | "transaction" | "nested" | "leave" | "repeat" | "hold";
  readonly sql: readonly string[];
  readonly args?: readonly SQLArgument[];
  /** Take the transaction back at its end. */
  readonly fail?: boolean;
  /** How often. */
  readonly times?: number;
}

/** Runs it, and tells what came of it. */
export async function runSQL(work: Work, { database }: HTTPContext): Promise<Response> {
  try {
    return new Response(JSON.stringify(await run(work, database), asJSON));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { code, message, detail, constraint } = error;
    return Response.json({ error: { code, message, detail, constraint } });
  }
}

/** Go's JSON has bytes in base64 too. */
function asJSON(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return value instanceof Uint8Array ? value.toBase64() : value;
}

async function run({ do: kind, sql, args, fail, times = 1 }: Work, database: Database) {
  const [first = "", second = ""] = sql;
  switch (kind) {
    case "query":
      return await Array.fromAsync(database.query(first, args));
    case "exec":
      return (await database.exec(first, args)).rowsAffected;
    case "transaction":
      return await transact(database, sql, fail ?? false);
    case "nested":
      return await database.transaction((tx) => nest(tx, first, second), { readOnly: true });
    case "leave":
      for (let left = times; left > 0; left--) {
        for await (const _row of database.query(first)) break;
      }
      return times;
    case "hold":
      return await hold(database, first);
    case "repeat":
      return (await Promise.all(
        Array.from({ length: times }, (_, n) => Array.fromAsync(database.query(first, [n]))),
      )).flat();
  }
}

/** Runs statements in one transaction; the plugin itself may take it back. */
async function transact(database: Database, sql: readonly string[], fail: boolean) {
  const back = new Error("as you wish");
  try {
    return await database.transaction(async (tx) => {
      for (const each of sql) await tx.exec(each);
      if (fail) throw back;
      return "committed";
    }, { isolation: "serializable" });
  } catch (error) {
    if (error === back) return "taken back";
    throw error;
  }
}

/** Asks something else for every row. */
async function nest(tx: DatabaseTransaction, outer: string, inner: string) {
  const found: unknown[] = [];
  for await (const row of tx.query<Record<string, SQLArgument>>(outer)) {
    found.push(...await Array.fromAsync(tx.query(inner, Object.values(row))));
  }
  return found;
}

/** Leaves a transaction and rows open for ever. */
async function hold(database: Database, sql: string) {
  const rows = database.query(sql);
  await rows.next();
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
  database.transaction(async (tx) => {
    await tx.exec(sql);
    resolve();
    await new Promise(() => {});
  }).catch(reject);
  await begun;
  return "held";
}
