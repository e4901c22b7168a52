/**
 * The server's database driver over net/rpc.
 *
 * @see Mattermost's `dbRPCClient` in server/public/plugin/db_rpc.go
 * @module
 */
import {
  type DatabaseDriver,
  type DriverColumn,
  DriverError,
  type DriverResult,
  type DriverValue,
} from "../../transport/database_driver.ts";
import type { ApiConnectionSlot } from "../api/api_connection.ts";
import { toTransportError } from "../api/netrpc_transport.ts";
import { gobBool, gobString, type GobType } from "../gob/types.ts";
import {
  columnsReturn,
  connArgs,
  errorReturn,
  idReturn,
  resultReturn,
  rowReturn,
  rowScanArgs,
  rowsColumnArgs,
  stmtArgs,
  stmtQueryArgs,
  txArgs,
} from "./driver_types.ts";
import { exactInteger } from "./driver_value.ts";

/** Calls the driver over whatever connection the slot holds. */
export function netrpcDriver(slot: ApiConnectionSlot): DatabaseDriver {
  const call = async <A, R>(
    name: string,
    args: GobType<A>,
    value: A,
    result: GobType<R>,
  ): Promise<R> => {
    try {
      return await slot.get().driver.call(`Plugin.${name}`, args, value, result);
    } catch (error) {
      throw toTransportError(error, name);
    }
  };
  const forId = async <A>(name: string, args: GobType<A>, value: A): Promise<string> => {
    const { A, B } = await call(name, args, value, idReturn);
    if (B !== null) throw B;
    return A;
  };
  const onId = async (name: string, id: string): Promise<void> => {
    const { A } = await call(name, gobString, id, errorReturn);
    if (A !== null) throw A;
  };
  const forResult = async <A>(name: string, args: GobType<A>, value: A): Promise<DriverResult> => {
    const { A, B } = await call(name, args, value, resultReturn);
    if (B !== null) throw B;
    return {
      rowsAffected: A.RowsAffectedError === null ? exactInteger(A.RowsAffected) : null,
      lastInsertId: A.LastIDError === null ? exactInteger(A.LastID) : null,
    };
  };

  return {
    connect: (master) => forId("Conn", gobBool, master),
    closeConnection: (id) => onId("ConnClose", id),
    query: (id, sql, args) => forId("ConnQuery", connArgs, { A: id, B: sql, C: named(args) }),
    exec: (id, sql, args) => forResult("ConnExec", connArgs, { A: id, B: sql, C: named(args) }),
    begin: (id, { isolation, readOnly }) =>
      forId("Tx", txArgs, { A: id, B: { Isolation: isolation, ReadOnly: readOnly } }),
    commit: (id) => onId("TxCommit", id),
    rollback: (id) => onId("TxRollback", id),
    prepare: (id, sql) => forId("Stmt", stmtArgs, { A: id, B: sql }),
    queryPrepared: (id, args) => forId("StmtQuery", stmtQueryArgs, { A: id, B: named(args) }),
    execPrepared: (id, args) => forResult("StmtExec", stmtQueryArgs, { A: id, B: named(args) }),
    closeStatement: (id) => onId("StmtClose", id),
    async columns(id) {
      const { A: names } = await call("RowsColumns", gobString, id, columnsReturn);
      const columns = await Promise.all(names.map(async (name, index): Promise<DriverColumn> => ({
        name,
        type: await call(
          "RowsColumnTypeDatabaseTypeName",
          rowsColumnArgs,
          { A: id, B: index },
          gobString,
        ),
      })));
      for (const column of columns) refuseTime(column);
      return columns;
    },
    async next(id, columns) {
      // The server fills the list that it is sent: as many nils as there are columns.
      const wanted = new Array<DriverValue>(columns).fill(null);
      const { A, B } = await call("RowsNext", rowScanArgs, { A: id, B: wanted }, rowReturn);
      if (A === null) return B;
      if (A.kind === "EOF") return null;
      throw A;
    },
    closeRows: (id) => onId("RowsClose", id),
  };
}

function named(args: readonly DriverValue[]) {
  return args.map((Value, index) => ({ Name: "", Ordinal: index + 1, Value }));
}

/** Types whose values drivers give as `time.Time`. */
const timeTypes: ReadonlySet<string> = new Set([
  "TIMESTAMPTZ",
  "TIMESTAMP",
  "DATE",
  "TIME",
  "TIMETZ",
  "DATETIME",
]);

/**
 * Mattermost has not registered `time.Time` with gob: when it must send one, its encoder fails in
 * the middle of the answer, and it closes the driver's connection for good.
 */
function refuseTime({ name, type }: DriverColumn): void {
  if (!timeTypes.has(type)) return;
  throw new DriverError(
    `the column "${name}" is of type ${type}, which Mattermost cannot send to plugins; select it ` +
      `as text, as in CAST(${name} AS TEXT) (PostgreSQL) or CAST(${name} AS CHAR) (MySQL)`,
  );
}
