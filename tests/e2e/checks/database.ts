/** Checks of the server's database, as plugins reach it. @module */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Check } from "../check.ts";
import { disablePlugin, enablePlugin } from "../client/plugins.ts";
import type { Stage } from "../stage.ts";

type Work = Readonly<Record<string, unknown>>;

/** Has the plugin run SQL. */
async function sql({ ada }: Stage, work: Work): Promise<unknown> {
  const response = await ada.fetch("/plugins/com.example.exerciser/sql", {
    method: "POST",
    body: JSON.stringify(work),
  });
  const text = await response.text();
  assertEquals(response.status, 200, text);
  return JSON.parse(text);
}

const query = (stage: Stage, text: string, ...args: unknown[]) =>
  sql(stage, { do: "query", sql: [text], args });
const exec = (stage: Stage, text: string, ...args: unknown[]) =>
  sql(stage, { do: "exec", sql: [text], args });

/** How many transactions are left open on the server's connections. */
const OPEN = "SELECT count(*) AS n FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'";

export const database: readonly Check[] = [
  {
    name: "the plugin reads the server's database: a user by the name",
    async run(stage) {
      const { id, username } = stage.ada;
      const find = "SELECT id, email FROM Users WHERE Username = $1";
      assertEquals(await query(stage, find, username), [{ id, email: `${username}@example.com` }]);
      assertEquals(await query(stage, find, "nobody"), []);
    },
  },
  {
    name: "every kind of value comes out of the server's database as it went in",
    async run(stage) {
      const row = await query(
        stage,
        `SELECT $1::bigint AS whole, $2::float8 AS part, $3::bool AS yes, $4::text AS text,
          $5::text AS nothing, $6::jsonb AS json, 12.50::numeric AS exact, 7::smallint AS small,
          'a'::bpchar AS fixed, ARRAY[1, 2] AS list, 'x'::name AS name`,
        -42,
        1.5,
        true,
        "Grüße, 世界 🌍",
        null,
        '{"a": [1, null]}',
      );
      assertEquals(row, [{
        whole: -42,
        part: 1.5,
        yes: true,
        text: "Grüße, 世界 🌍",
        nothing: null,
        json: '{"a": [1, null]}',
        exact: "12.50",
        small: 7,
        fixed: "a",
        list: "{1,2}",
        name: "x",
      }]);
    },
  },
  {
    name: "statements tell how much of the database they changed, and their errors have a code",
    async run(stage) {
      await exec(stage, "DROP TABLE IF EXISTS e2e_notes");
      await exec(stage, "CREATE TABLE e2e_notes (id INT PRIMARY KEY, text TEXT)");
      assertEquals(await exec(stage, "INSERT INTO e2e_notes VALUES (1, $1), (2, $2)", "a", "b"), 2);
      assertEquals(await exec(stage, "UPDATE e2e_notes SET text = 'c' WHERE id > 5"), 0);
      assertEquals(await exec(stage, "INSERT INTO e2e_notes VALUES (2, 'again')"), {
        error: {
          code: "23505",
          message: 'duplicate key value violates unique constraint "e2e_notes_pkey"',
          detail: "Key (id)=(2) already exists.",
          constraint: "e2e_notes_pkey",
        },
      });
      const { error } = await query(stage, "SELEC 1") as { error: { code: string } };
      assertEquals(error.code, "42601");
      const late = await query(stage, "SELECT 1 / (3 - n) AS q FROM generate_series(1, 5) n");
      assertMatch(JSON.stringify(late), /22012.*division by zero/);
    },
  },
  {
    name: "a transaction of the database is there for all or for nobody",
    async run(stage) {
      const insert = "INSERT INTO e2e_notes VALUES (10, 'x')";
      const count = async () => await query(stage, "SELECT count(*) AS n FROM e2e_notes");
      const steps = ["SAVEPOINT one", insert, "ROLLBACK TO one", insert];
      assertEquals(await sql(stage, { do: "transaction", sql: steps, fail: true }), "taken back");
      assertEquals(await count(), [{ n: 2 }]);
      assertEquals(await sql(stage, { do: "transaction", sql: steps }), "committed");
      assertEquals(await count(), [{ n: 3 }]);
      const twice = await sql(stage, {
        do: "transaction",
        sql: [insert.replace("10", "11"), insert],
      });
      assertMatch(JSON.stringify(twice), /23505/);
      assertEquals(await count(), [{ n: 3 }]);
      assertEquals(await query(stage, OPEN), [{ n: 0 }]);
    },
  },
  {
    name: "one question to the database for every row of another, in the same transaction",
    only: "deno",
    async run(stage) {
      const found = await sql(stage, {
        do: "nested",
        sql: ["SELECT n FROM generate_series(1, 300) n", "SELECT $1::int * 2 AS twice"],
      });
      assertEquals(found, Array.from({ length: 300 }, (_, n) => ({ twice: (n + 1) * 2 })));
    },
  },
  {
    name: "500 loops over rows of the database that are left early leave no connection taken",
    async run(stage) {
      const left = await sql(stage, {
        do: "leave",
        sql: ["SELECT n FROM generate_series(1, 1000) n"],
        times: 500,
      });
      assertEquals(left, 500);
      const busy = "SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' " +
        "AND query LIKE '%generate_series(1, 1000)%' AND pid <> pg_backend_pid()";
      assertEquals(await query(stage, busy), [{ n: 0 }]);
      assertEquals(await query(stage, OPEN), [{ n: 0 }]);
    },
  },
  {
    name: "8 MiB go to the database and come back in one value",
    async run(stage) {
      const text = "0123456789abcdef".repeat(512 * 1024);
      const found = await query(stage, "SELECT length($1) AS n, $1::text AS text", text);
      const [row] = found as { n: number; text: string }[];
      assertEquals(row?.n, text.length);
      assert(row?.text === text, "the value is another one");
    },
  },
  {
    name: "200 questions to the database at once each get their own answer",
    async run(stage) {
      const times = 200;
      const text = "SELECT $1::int AS n, pg_sleep(0.01)::text AS slept";
      const found = await sql(stage, { do: "repeat", sql: [text], times }) as { n: number }[];
      assertEquals(found.map(({ n }) => n), Array.from({ length: times }, (_, n) => n));
    },
  },
  {
    name: "times of the database are refused before they break the connection",
    only: "deno",
    async run(stage) {
      const { error } = await query(stage, "SELECT now() AS moment") as {
        error: { message: string };
      };
      assertMatch(error.message, /"moment" is of type TIMESTAMPTZ.*CAST\(moment AS TEXT\)/);
      assertEquals(await query(stage, "SELECT 1 AS one"), [{ one: 1 }]);
    },
  },
  {
    name: "a plugin that is disabled leaves nothing open in the database",
    only: "deno",
    async run(stage) {
      const { admin, archives: { exerciser } } = stage;
      const held = await sql(stage, {
        do: "hold",
        sql: ["SELECT n FROM generate_series(1, 1000) n"],
      });
      assertEquals(held, "held");
      assertEquals(await query(stage, OPEN), [{ n: 1 }]);
      await disablePlugin(admin, exerciser.id);
      await enablePlugin(admin, exerciser.id);
      assertEquals(await query(stage, OPEN), [{ n: 0 }]);
    },
  },
  {
    name: "the table of the database is removed",
    async run(stage) {
      assertEquals(await exec(stage, "DROP TABLE e2e_notes"), 0);
    },
  },
];
