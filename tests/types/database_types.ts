/**
 * What statements take and give. Compiled, never run: a line that should not compile and does is an
 * error, as is the opposite.
 *
 * @module
 */
import {
  type Database,
  DatabaseError,
  definePlugin,
  type PluginAPIError,
  type SQLResult,
  type SQLValue,
} from "../../mod.ts";
import { type Equal, expectType } from "./equal.ts";

interface Person {
  readonly id: string;
  readonly createat: number;
}

/** Statements that should, and statements that should not, compile. */
export async function statements(database: Database): Promise<void> {
  const find = "SELECT id, createat FROM Users WHERE Username = $1";
  for await (const row of database.query<Person>(find, ["ada"])) {
    expectType<Equal<typeof row, Person>>();
    // @ts-expect-error a row has no such column
    console.log(row.username);
  }
  for await (const row of database.query(find, ["ada"], { replica: true })) {
    expectType<Equal<typeof row, Record<string, SQLValue>>>();
  }
  const people: Person[] = await Array.fromAsync(database.query<Person>(find));
  expectType<Equal<Awaited<ReturnType<Database["exec"]>>, SQLResult>>();
  const { signal } = new AbortController();
  const args = ["text", 1, 2n, true, null, new Uint8Array(), new Date()] as const;
  await database.exec("UPDATE", args, { signal });
  const count = await database.transaction(async (tx) => {
    await tx.exec("DELETE");
    return (await Array.fromAsync(tx.query<Person>(find))).length + people.length;
  }, { isolation: "serializable", readOnly: true });
  expectType<Equal<typeof count, number>>();

  // @ts-expect-error JSON goes as text
  await database.exec("UPDATE", [{ a: 1 }]);
  // @ts-expect-error null is NULL, undefined is nothing
  await database.exec("UPDATE", [undefined]);
  // @ts-expect-error arguments are a list
  await database.exec("UPDATE", "text");
  // @ts-expect-error what writes goes to the master
  await database.exec("UPDATE", [], { replica: true });
  // @ts-expect-error there is no such level
  await database.transaction(() => Promise.resolve(), { isolation: "snapshot" });
  // @ts-expect-error a transaction has no transactions in it
  await database.transaction((tx) => tx.transaction(() => Promise.resolve()));
  // @ts-expect-error a function that ends at once would end before its statements
  await database.transaction(() => 5);
  // @ts-expect-error rows are objects, never plain values
  database.query<string>(find);
  // @ts-expect-error rows come one by one, as an iterator
  const _all: Person[] = await database.query<Person>(find);
}

/** What a caught error says. */
export function caught(error: unknown): string {
  if (!(error instanceof DatabaseError)) return "";
  expectType<Equal<typeof error.code, string>>();
  const known: PluginAPIError = error;
  return known.message + error.detail + error.constraint;
}

export default definePlugin({
  onActivate: async ({ database }) => {
    expectType<Equal<typeof database, Database>>();
    await database.exec("CREATE TABLE IF NOT EXISTS votes (n INT)");
  },
});
