/**
 * A server's database driver, in memory: it answers net/rpc as Mattermost's `dbRPCServer` does, and
 * knows what is open. What would make a server panic is noted.
 *
 * @module
 */
import { apiConnectionSlot } from "../../src/netrpc/api/api_connection.ts";
import { gobDriverValue } from "../../src/netrpc/driver/driver_value.ts";
import {
  gobBool,
  gobInt,
  gobInt64,
  gobInterface,
  gobSlice,
  gobString,
  gobStruct,
  type GobType,
  gobUint,
} from "../../src/netrpc/gob/types.ts";
import { rpcClient } from "../../src/netrpc/rpc/rpc_client.ts";
import { type RpcMethod, rpcMethod, serveRpc } from "../../src/netrpc/rpc/rpc_server.ts";
import type { DatabaseDriver, DriverValue } from "../../src/transport/database_driver.ts";
import { netrpcDriver } from "../../src/netrpc/mod.ts";
import { streamPair } from "./stream_pair.ts";

/** An error as Go's driver returns it. */
export type FakeError =
  | { readonly name: "*plugin.ErrorString"; readonly Code: number; readonly Err: string }
  | { readonly name: "*mysql.MySQLError"; readonly Number: number; readonly Message: string }
  | { readonly name: "*pq.Error"; readonly Code: string; readonly Message: string };

/** What a statement gives. */
export interface FakeAnswer {
  /** Names and types. */
  readonly columns?: readonly (readonly [string, string])[];
  readonly rows?: readonly DriverValue[][];
  readonly affected?: number;
  /** What it fails with, at once. */
  readonly error?: FakeError;
  /** What it fails with after its rows. */
  readonly lateError?: FakeError;
}

/** The database. */
export interface FakeDatabase {
  readonly driver: DatabaseDriver;
  /** What was called, as in `ConnExec conn1 DELETE …`. */
  readonly calls: readonly string[];
  /** The arguments of the last statement. */
  readonly lastArgs: () => readonly DriverValue[];
  /** The ids of what is open. */
  readonly open: () => string[];
  /** Calls with an id that is not open. */
  readonly panics: readonly string[];
  /** Ends the connection. */
  readonly end: () => void;
}

type Answers = (sql: string, args: readonly DriverValue[]) => FakeAnswer | Promise<FakeAnswer>;

const errorTypes: Readonly<Record<FakeError["name"], GobType<FakeError>>> = {
  "*plugin.ErrorString": gobStruct("ErrorString", { Code: gobInt, Err: gobString }),
  "*mysql.MySQLError": gobStruct("MySQLError", { Number: gobUint, Message: gobString }),
  "*pq.Error": gobStruct(
    "Error",
    Object.fromEntries(
      ["Severity", "Code", "Message", "Detail", "Hint", "Where", "Table", "Constraint", "File"]
        .map((name) => [name, gobString]),
    ),
  ),
} as unknown as Record<FakeError["name"], GobType<FakeError>>;

const gobError = gobInterface<FakeError | null>({
  goName: "error",
  nil: null,
  named: (name) => errorTypes[name as FakeError["name"]] as GobType<FakeError | null>,
  choose: (error) =>
    error === null
      ? undefined
      : { name: error.name, type: errorTypes[error.name] as GobType<FakeError | null> },
});

const named = gobStruct("NamedValue", { Name: gobString, Ordinal: gobInt, Value: gobDriverValue });
const id = gobString;
const withArgs = gobStruct("Z_DbConnArgs", { A: id, B: gobString, C: gobSlice(named) });
const ofStatement = gobStruct("Z_DbStmtQueryArgs", { A: id, B: gobSlice(named) });
const forId = gobStruct("Z_DbStrErrReturn", { A: id, B: gobError });
const forError = gobStruct("Z_DbErrReturn", { A: gobError });
const forResult = gobStruct("Z_DbResultContErrReturn", {
  A: gobStruct("ResultContainer", {
    LastID: gobInt64,
    LastIDError: gobError,
    RowsAffected: gobInt64,
    RowsAffectedError: gobError,
  }),
  B: gobError,
});

const noLastId = { name: "*plugin.ErrorString", Code: 0, Err: "no LastInsertId" } as const;
const result = (affected: number, error: FakeError | null) => ({
  A: { LastID: 0n, LastIDError: noLastId, RowsAffected: BigInt(affected), RowsAffectedError: null },
  B: error,
});

/** Starts one that answers statements so. */
export function fakeDatabase(answers: Answers): FakeDatabase {
  const calls: string[] = [];
  const panics: string[] = [];
  const open = new Map<string, { answer?: FakeAnswer; at: number; sql?: string }>();
  let made = 0;
  let lastArgs: readonly DriverValue[] = [];
  const make = (kind: string, more: { answer?: FakeAnswer; sql?: string } = {}) => {
    const name = `${kind}${++made}`;
    open.set(name, { at: 0, ...more });
    return { A: name, B: null };
  };
  const used = (method: string, name: string) => {
    calls.push(`${method} ${name}`);
    const found = open.get(name);
    if (found === undefined) panics.push(`${method} ${name}`);
    return found ?? { at: 0 };
  };
  const end = (method: string) =>
    rpcMethod({
      args: id,
      result: forError,
      answer(name) {
        used(method, name);
        open.delete(name);
        return { A: null };
      },
    });
  const ask = async (sql: string, args: readonly { Ordinal: number; Value: DriverValue }[]) => {
    if (args.some(({ Ordinal }, index) => Ordinal !== index + 1)) panics.push("ordinals are wrong");
    lastArgs = args.map(({ Value }) => Value);
    return await answers(sql, lastArgs);
  };

  const methods: Record<string, RpcMethod> = {
    Conn: rpcMethod({
      args: gobBool,
      result: forId,
      answer(master) {
        calls.push(`Conn ${master}`);
        return make("conn");
      },
    }),
    ConnClose: end("ConnClose"),
    ConnQuery: rpcMethod({
      args: withArgs,
      result: forId,
      async answer({ A, B, C }) {
        used("ConnQuery", `${A}`);
        const answer = await ask(B, C);
        return answer.error ? { A: "", B: answer.error } : make("rows", { answer });
      },
    }),
    ConnExec: rpcMethod({
      args: withArgs,
      result: forResult,
      async answer({ A, B, C }) {
        used("ConnExec", A);
        const answer = await ask(B, C);
        return result(answer.affected ?? 0, answer.error ?? null);
      },
    }),
    Tx: rpcMethod({
      args: gobStruct("Z_DbTxArgs", {
        A: id,
        B: gobStruct("TxOptions", { Isolation: gobInt, ReadOnly: gobBool }),
      }),
      result: forId,
      answer({ A, B }) {
        used("Tx", A);
        calls.push(`Tx isolation ${B.Isolation}, ${B.ReadOnly ? "read only" : "read and write"}`);
        return make("tx");
      },
    }),
    TxCommit: end("TxCommit"),
    TxRollback: end("TxRollback"),
    Stmt: rpcMethod({
      args: gobStruct("Z_DbStmtArgs", { A: id, B: gobString }),
      result: forId,
      answer({ A, B }) {
        used("Stmt", A);
        return make("stmt", { sql: B });
      },
    }),
    StmtClose: end("StmtClose"),
    StmtQuery: rpcMethod({
      args: ofStatement,
      result: forId,
      async answer({ A, B }) {
        const { sql = "" } = used("StmtQuery", A);
        const answer = await ask(`prepared: ${sql}`, B);
        return answer.error ? { A: "", B: answer.error } : make("rows", { answer });
      },
    }),
    StmtExec: rpcMethod({
      args: ofStatement,
      result: forResult,
      async answer({ A, B }) {
        const { sql = "" } = used("StmtExec", A);
        const answer = await ask(`prepared: ${sql}`, B);
        return result(answer.affected ?? 0, answer.error ?? null);
      },
    }),
    RowsColumns: rpcMethod({
      args: id,
      result: gobStruct("Z_DbStrSliceReturn", { A: gobSlice(gobString) }),
      answer: (name) => ({
        A: (used("RowsColumns", name).answer?.columns ?? []).map(([column]) => column),
      }),
    }),
    RowsColumnTypeDatabaseTypeName: rpcMethod({
      args: gobStruct("Z_DbRowsColumnArg", { A: id, B: gobInt }),
      result: gobString,
      answer: ({ A, B }) => open.get(A)?.answer?.columns?.[B]?.[1] ?? "",
    }),
    RowsNext: rpcMethod({
      args: gobStruct("Z_DbRowScanArg", { A: id, B: gobSlice(gobDriverValue) }),
      result: gobStruct("Z_DbRowScanReturn", { A: gobError, B: gobSlice(gobDriverValue) }),
      answer({ A, B }): { A: FakeError | null; B: DriverValue[] } {
        const cursor = used("RowsNext", A);
        const { rows = [], columns = [], lateError } = cursor.answer ?? {};
        // Go fills the list that it is given, and no more of it than there is.
        if (B.length !== columns.length) panics.push(`RowsNext with ${B.length} places`);
        const row = rows[cursor.at++];
        if (row !== undefined) return { A: null, B: row };
        const eof: FakeError = { name: "*plugin.ErrorString", Code: 1, Err: "EOF" };
        return { A: lateError ?? eof, B };
      },
    }),
    RowsClose: end("RowsClose"),
  };

  const [near, far] = streamPair();
  const driver = rpcClient(near);
  serveRpc(far, {
    find: (name) => methods[name.replace("Plugin.", "")],
    onError: (what) => panics.push(what),
  }).catch((error: unknown) => panics.push(String(error)));
  const slot = apiConnectionSlot();
  slot.set({ client: driver, driver, broker: undefined as never });
  return {
    driver: netrpcDriver(slot),
    calls,
    lastArgs: () => lastArgs,
    open: () => [...open.keys()],
    panics,
    end: () => driver.close(),
  };
}

/** Lets everything that is under way come to its end. */
export async function settled(fake: FakeDatabase): Promise<void> {
  for (let calls = -1; calls !== fake.calls.length;) {
    calls = fake.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
