import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { type Database, DatabaseError, type DatabaseTransaction } from "../../mod.ts";
import {
  PluginAPIError,
  TimeoutError,
  UnavailableError,
  ValidationError,
} from "../../src/api/errors.ts";
import { createDatabase } from "../../src/plugin/database/create_database.ts";
import {
  type FakeAnswer,
  type FakeDatabase,
  fakeDatabase,
  type FakeError,
  settled,
} from "./fake_database.ts";

const numbers = (count: number): FakeAnswer => ({
  columns: [["n", "INT8"]],
  rows: Array.from({ length: count }, (_, n) => [n + 1]),
});

const bad: FakeError = { name: "*plugin.ErrorString", Code: 6, Err: "driver: bad connection" };
const skip: FakeError = { name: "*plugin.ErrorString", Code: 5, Err: "driver: skip fast-path" };
const taken: FakeError = {
  name: "*pq.Error",
  Severity: "ERROR",
  Code: "23505",
  Message: "duplicate key value",
  Detail: "Key (id)=(2) already exists.",
  Constraint: "votes_pkey",
} as FakeError;

/** Works on a database that answers so; afterwards nothing may be open, nor any id have been wrong. */
async function using<T>(
  answers: Parameters<typeof fakeDatabase>[0],
  work: (database: Database, fake: FakeDatabase) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const fake = fakeDatabase(answers);
  try {
    const result = await work(createDatabase(fake.driver).scoped({ signal }), fake);
    assertEquals(fake.open(), []);
    assertEquals(fake.panics, []);
    return result;
  } finally {
    fake.end();
  }
}

Deno.test("rows are objects of the columns' names, with every kind of value", async () => {
  const columns = [
    ["small", "INT8"],
    ["large", "INT8"],
    ["part", "FLOAT8"],
    ["yes", "BOOL"],
    ["text", "TEXT"],
    ["nothing", "TEXT"],
    ["data", "BYTEA"],
    ["doc", "JSONB"],
    ["__proto__", "TEXT"],
  ] as const;
  const values = [
    -7,
    2n ** 53n,
    0.5,
    false,
    "",
    null,
    new Uint8Array([0, 255]),
    new TextEncoder().encode('{"ä":1}'),
    "harmless",
  ];
  await using(() => ({ columns, rows: [values] }), async (database) => {
    const [row = {}] = await Array.fromAsync(database.query("SELECT"));
    assertEquals(Object.keys(row), columns.map(([name]) => name));
    assertEquals(Object.values(row), [...values.slice(0, 7), '{"ä":1}', "harmless"]);
    assertEquals(Object.getPrototypeOf(row), Object.prototype);
  });
});

Deno.test("arguments arrive as Go's values, and times as text", async () => {
  await using(() => ({ affected: 3 }), async (database, fake) => {
    const at = new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 250));
    const bytes = new Uint8Array([1, 2]);
    const same = ["ä", 5, -0.5, 2n ** 62n, true, null, bytes];
    const args = [...same, at, 1e300, NaN];
    assertEquals(await database.exec("UPDATE", args), { rowsAffected: 3, lastInsertId: null });
    assertEquals(fake.lastArgs(), [...same, "2024-02-29T12:30:15.250Z", 1e300, NaN]);
  });
});

Deno.test("arguments and statements that cannot be sent are refused before anything is", async () => {
  await using(() => ({}), async (database, fake) => {
    const refused: [unknown, unknown, string][] = [
      ["x", [undefined], "argument 1: expected a value, got undefined; write null for NULL"],
      ["x", [1, {}], "argument 2: expected text, a number, a bigint"],
      ["x", [["a"]], "pass JSON as JSON.stringify(value)"],
      ["x", [2n ** 63n], "expected an integer of 64 bits"],
      ["x", [new Date(NaN)], "an invalid Date"],
      ["x", "a", 'the arguments: expected an array, got "a"'],
      [5, [], "the statement: expected text, got the number 5"],
      [" begin", [], "BEGIN by hand"],
      ["START  TRANSACTION READ ONLY", [], "use database.transaction"],
      ["commit;", [], "COMMIT by hand"],
      ["ROLLBACK", [], "ROLLBACK by hand"],
    ];
    for (const [sql, args, text] of refused) {
      const run = () => database.exec(sql as string, args as never);
      const error = await assertRejects(run, ValidationError, text);
      assertStringIncludes(error.message, "database.exec");
    }
    assertEquals(fake.calls, []);
    await database.exec("ROLLBACK TO SAVEPOINT one");
    await database.exec("ENDANGER everything");
  });
});

Deno.test("a loop over rows that is left early closes them and gives the connection back", async () => {
  await using(() => numbers(100), async (database, fake) => {
    for await (const { n } of database.query<{ n: number }>("SELECT")) if (n === 3) break;
    assertEquals(fake.open(), []);
    assertEquals(fake.calls.filter((call) => call.startsWith("RowsNext")).length, 3);
    assertEquals(fake.calls.slice(-2), ["RowsClose rows2", "ConnClose conn1"]);
    const thrown = async () => {
      for await (const _row of database.query("SELECT")) throw new Error("enough");
    };
    await assertRejects(thrown, Error, "enough");
    assertEquals(fake.open(), []);
  });
});

Deno.test("rows that nobody asks for are not asked for", async () => {
  await using(() => numbers(1), async (database, fake) => {
    await database.query("SELECT").return();
    assertEquals(fake.calls, []);
  });
});

Deno.test("the database's errors say what it said, at once, late and from MySQL", async () => {
  const mysql: FakeError = { name: "*mysql.MySQLError", Number: 1062, Message: "Duplicate entry" };
  const other: FakeError = { name: "*plugin.ErrorString", Code: 0, Err: "pq: odd" };
  const answers: Record<string, FakeAnswer> = {
    pq: { error: taken },
    mysql: { error: mysql },
    late: { ...numbers(2), lateError: taken },
    other: { error: other },
  };
  await using((sql) => answers[sql] ?? {}, async (database) => {
    const error = await assertRejects(() => database.exec("pq"), DatabaseError);
    const { code, message, detail, constraint, severity, method, table } = error;
    assertEquals({ code, message, detail, constraint, severity, method, table }, {
      code: "23505",
      message: "duplicate key value",
      detail: "Key (id)=(2) already exists.",
      constraint: "votes_pkey",
      severity: "ERROR",
      method: "database.exec",
      table: "",
    });
    assert(error instanceof PluginAPIError);
    const fromMySQL = await assertRejects(() => database.exec("mysql"), DatabaseError);
    assertEquals([fromMySQL.code, fromMySQL.message], ["1062", "Duplicate entry"]);
    const seen: unknown[] = [];
    const late = async () => {
      for await (const row of database.query("late")) seen.push(row);
    };
    assertEquals((await assertRejects(late, DatabaseError)).code, "23505");
    assertEquals(seen, [{ n: 1 }, { n: 2 }]);
    await assertRejects(() => database.exec("other"), DatabaseError, "pq: odd");
  });
});

Deno.test("columns that cannot be told apart, or carried, are refused with what to write", async () => {
  const answers: Record<string, FakeAnswer> = {
    same: { columns: [["id", "TEXT"], ["id", "TEXT"]], rows: [["a", "b"]] },
    time: { columns: [["at", "TIMESTAMPTZ"]], rows: [["never sent"]] },
  };
  await using((sql) => answers[sql] ?? {}, async (database, fake) => {
    const same = () => Array.fromAsync(database.query("same"));
    await assertRejects(same, DatabaseError, 'two columns are called "id"');
    const time = () => Array.fromAsync(database.query("time"));
    await assertRejects(time, DatabaseError, "CAST(at AS TEXT)");
    assert(!fake.calls.some((call) => call.startsWith("RowsNext")));
  });
});

Deno.test("a transaction commits what its function has done, and gives what it returns", async () => {
  await using(() => numbers(2), async (database, fake) => {
    const result = await database.transaction(async (tx) => {
      await tx.exec("INSERT");
      return await Array.fromAsync(tx.query("SELECT"));
    }, { isolation: "serializable" });
    assertEquals(result, [{ n: 1 }, { n: 2 }]);
    assertEquals(fake.calls.slice(0, 4), [
      "Conn true",
      "Tx conn1",
      "Tx isolation 6, read and write",
      "ConnExec conn1",
    ]);
    assertEquals(fake.calls.slice(-2), ["TxCommit tx2", "ConnClose conn1"]);
  });
});

Deno.test("a transaction whose function throws is taken back, and the error is the same", async () => {
  await using((sql) => sql === "INSERT" ? { error: taken } : {}, async (database, fake) => {
    const own = new Error("as you wish");
    const thrown = await database.transaction(() => Promise.reject(own)).catch((error) => error);
    assert(thrown === own);
    assertEquals(fake.calls.slice(-2), ["TxRollback tx2", "ConnClose conn1"]);
    const refused = () => database.transaction((tx) => tx.exec("INSERT"));
    assertEquals((await assertRejects(refused, DatabaseError)).method, "tx.exec");
    assertEquals(fake.calls.slice(-2), ["TxRollback tx4", "ConnClose conn3"]);
  });
});

Deno.test("on a replica a transaction only reads, unless it is told otherwise", async () => {
  await using(() => numbers(1), async (database, fake) => {
    await Array.fromAsync(database.query("SELECT", [], { replica: true }));
    await database.transaction(() => Promise.resolve(), { replica: true });
    await database.transaction(() => Promise.resolve(), { replica: true, readOnly: false });
    assertEquals(fake.calls.filter((call) => /^(Conn |Tx iso)/.test(call)), [
      "Conn false",
      "Conn false",
      "Tx isolation 0, read only",
      "Conn false",
      "Tx isolation 0, read and write",
    ]);
    const odd = () => database.transaction(() => Promise.resolve(), { isolation: "none" as never });
    await assertRejects(odd, ValidationError, 'isolation: expected one of "read uncommitted"');
  });
});

Deno.test("inside of a loop over rows a transaction may run other statements", async () => {
  await using(() => numbers(3), async (database, fake) => {
    await database.transaction(async (tx) => {
      const seen: number[] = [];
      for await (const { n } of tx.query<{ n: number }>("outer")) {
        await tx.exec("UPDATE", [n]);
        for await (const inner of tx.query<{ n: number }>("inner")) seen.push(10 * n + inner.n);
      }
      assertEquals(seen, [11, 12, 13, 21, 22, 23, 31, 32, 33]);
    });
    const exec = fake.calls.indexOf("ConnExec conn1");
    const closed = fake.calls.indexOf("RowsClose rows3");
    assert(closed < exec, "the connection was asked while its rows were open");
  });
});

Deno.test("statements of a transaction that are not awaited run one after another", async () => {
  let running = 0;
  const answers = async (): Promise<FakeAnswer> => {
    assertEquals(++running, 1);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    running--;
    return { affected: 1 };
  };
  await using(answers, async (database) => {
    await database.transaction(async (tx) => {
      await Promise.all(Array.from({ length: 20 }, () => tx.exec("UPDATE")));
    });
  });
});

Deno.test("what a transaction gave is of no use after its end", async () => {
  await using(() => numbers(5), async (database) => {
    let kept: DatabaseTransaction | undefined;
    let rows: AsyncGenerator<object> | undefined;
    await database.transaction(async (tx) => {
      kept = tx;
      rows = tx.query("SELECT");
      await rows.next();
    });
    await assertRejects(() => kept!.exec("UPDATE"), PluginAPIError, "database.transaction is over");
    await assertRejects(() => rows!.next(), PluginAPIError, "is over");
  });
});

Deno.test("statements that the driver wants prepared are, and are forgotten", async () => {
  const answers = (sql: string): FakeAnswer =>
    sql.startsWith("prepared: ") ? { ...numbers(2), affected: 4 } : { error: skip };
  await using(answers, async (database, fake) => {
    assertEquals((await database.exec("UPDATE", [1])).rowsAffected, 4);
    assertEquals(await Array.fromAsync(database.query("SELECT", ["a"])), [{ n: 1 }, { n: 2 }]);
    assertEquals(fake.lastArgs(), ["a"]);
    for await (const _row of database.query("SELECT")) break;
  });
});

Deno.test("a connection that the database has ended is replaced by another, but not for ever", async () => {
  let left = 2;
  await using(() => left-- > 0 ? { error: bad } : { affected: 1 }, async (database, fake) => {
    assertEquals((await database.exec("UPDATE")).rowsAffected, 1);
    assertEquals(fake.calls.filter((call) => call === "Conn true").length, 3);
    left = 100;
    await assertRejects(() => database.exec("UPDATE"), DatabaseError, "bad connection");
    assertEquals(left, 79);
    left = 1;
    // Inside of a transaction it is over with what was done before.
    const inside = () => database.transaction((tx) => tx.exec("UPDATE"));
    await assertRejects(inside, DatabaseError, "bad connection");
  });
});

Deno.test("who stops waiting hears so at once, and what is open is given back when it can be", async () => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<FakeAnswer>();
  await using(() => answered, async (database, fake) => {
    const stop = new AbortController();
    const { signal } = stop;
    const waiting = [
      () => Array.fromAsync(database.query("SELECT", [], { signal })),
      () => database.exec("UPDATE", [], { signal }),
      () => database.transaction((tx) => tx.exec("UPDATE"), { signal }),
    ].map((run) => assertRejects(run, PluginAPIError, "enough"));
    await settled(fake);
    stop.abort(new Error("enough"));
    await Promise.all(waiting);
    assert(fake.open().length > 0);
    const before = fake.calls.length;
    await assertRejects(() => database.exec("UPDATE", [], { signal }), PluginAPIError, "enough");
    assertEquals(fake.calls.length, before);
    const late = () => database.exec("UPDATE", [], { signal: AbortSignal.timeout(1) });
    await assertRejects(late, TimeoutError);
    answer(numbers(3));
    await settled(fake);
    assert(fake.calls.some((call) => call.startsWith("TxRollback")));
  });
});

Deno.test("when a hook's call is cancelled, what it has open is given back, in a loop too", async () => {
  const hook = new AbortController();
  await using(() => numbers(5), async (database, fake) => {
    const rows = database.query("SELECT");
    await rows.next();
    const { promise, resolve } = Promise.withResolvers<void>();
    const transaction = database.transaction(async (tx) => {
      await tx.exec("UPDATE");
      resolve();
      await new Promise(() => {});
    });
    await promise;
    hook.abort(new Error("the server gave up"));
    await assertRejects(() => transaction, PluginAPIError, "the server gave up");
    await settled(fake);
    assertEquals(fake.open(), []);
    await assertRejects(() => rows.next(), PluginAPIError, "the server gave up");
  }, hook.signal);
});

Deno.test("when the connection to the server is lost, statements say so", async () => {
  const fake = fakeDatabase(() => new Promise(() => {}));
  const database = createDatabase(fake.driver).scoped({ signal: undefined });
  const waiting = assertRejects(() => database.exec("UPDATE"), UnavailableError);
  await settled(fake);
  fake.end();
  await waiting;
  await assertRejects(() => Array.fromAsync(database.query("SELECT")), UnavailableError);
  assertEquals(fake.panics, []);
});
