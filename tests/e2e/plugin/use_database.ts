/** An endpoint that works on the server's database by SQL, and says what came of it. @module */
import { type Database, DatabaseError, type HTTPContext } from "@mattermost-deno/plugin";

interface Thing {
  readonly id: number;
  readonly name: string;
}

/** Makes a table, works on it and removes it. */
export async function useDatabase({ database }: HTTPContext): Promise<Response> {
  await database.exec(
    `CREATE TABLE e2e_things (id INT PRIMARY KEY, name TEXT, large BIGINT, share FLOAT8, yes BOOL,
      data BYTEA, doc JSONB, at TIMESTAMPTZ, nothing TEXT)`,
  );
  try {
    return Response.json({
      types: await types(database),
      transactions: await transactions(database),
      twice: await twice(database),
      rows: await manyRows(database),
      users: await Array.fromAsync(database.query("SELECT username FROM users ORDER BY username")),
    });
  } finally {
    await database.exec("DROP TABLE e2e_things");
  }
}

/** Every kind of value, there and back. */
async function types(database: Database): Promise<unknown> {
  const at = new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 250));
  const { rowsAffected } = await database.exec(
    "INSERT INTO e2e_things VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [1, "größe 🦊", 2n ** 60n, 1.25, true, new Uint8Array([0, 255, 7]), '{"a":[1]}', at, null],
  );
  // Mattermost cannot send times of the database to plugins; its own are numbers.
  const columns = "id, name, large, share, yes, data, doc, CAST(at AS TEXT) AS at, nothing";
  const [row] = await Array.fromAsync(
    database.query(`SELECT ${columns} FROM e2e_things WHERE id = $1`, [1]),
  );
  const written = Object.entries(row ?? {}).map(([name, value]) => {
    if (typeof value === "bigint") return [name, `${value}n`];
    return [name, value instanceof Uint8Array ? [...value] : value];
  });
  const time = Date.parse(String(row?.["at"])) === at.getTime();
  return { rowsAffected, row: { ...Object.fromEntries(written), at: time } };
}

/** One that commits, and one that throws. */
async function transactions(database: Database): Promise<unknown> {
  const insert = "INSERT INTO e2e_things (id, name) VALUES ($1, $2)";
  const kept = await database.transaction(async (tx) => {
    await tx.exec(insert, [2, "kept"]);
    const rows = await Array.fromAsync(tx.query<Thing>("SELECT id FROM e2e_things ORDER BY id"));
    return rows.map(({ id }) => id);
  });
  const thrown = await database.transaction(async (tx) => {
    await tx.exec(insert, [3, "taken back"]);
    throw new Error("changed my mind");
  }).catch((error: Error) => error.message);
  const after = await Array.fromAsync(
    database.query<Thing>("SELECT id FROM e2e_things ORDER BY id"),
  );
  return { kept, thrown, after: after.map(({ id }) => id) };
}

/** What the database refuses. */
async function twice(database: Database): Promise<unknown> {
  return await database.exec("INSERT INTO e2e_things (id) VALUES (1)").then(
    () => "it was taken",
    (error) => error instanceof DatabaseError ? error.code : String(error),
  );
}

/** Loops that are left early give their connections back: the server has fewer than there are loops. */
async function manyRows(database: Database): Promise<unknown> {
  const all = "SELECT n FROM generate_series(1, 5000) AS n";
  let sum = 0;
  for await (const { n } of database.query<{ n: number }>(all)) sum += n;
  let left = 0;
  for (let loop = 0; loop < 60; loop++) {
    for await (const { n } of database.query<{ n: number }>(all)) {
      left += n;
      break;
    }
  }
  const atOnce = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const [row] = await Array.fromAsync(
        database.query<{ twice: number }>("SELECT 2 * $1::int AS twice", [n]),
      );
      return row?.twice === 2 * n;
    }),
  );
  return { sum, left, atOnce: atOnce.every((right) => right) };
}
