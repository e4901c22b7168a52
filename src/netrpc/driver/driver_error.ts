/**
 * Go's `error` among the results of the database's driver.
 *
 * @see Mattermost's `encodableError` in server/public/plugin/client_rpc.go
 * @module
 */
import { DriverError, type DriverErrorKind } from "../../transport/database_driver.ts";
import { type Anything, gobAnything } from "../gob/anything.ts";
import type { GobType } from "../gob/gob_type.ts";
import { gobInterface } from "../gob/interfaces.ts";
import { gobMapped } from "../gob/mapped.ts";
import { gobInt, gobString, gobUint } from "../gob/scalars.ts";
import { gobStruct } from "../gob/structs.ts";

/** `plugin.ErrorString`'s codes, by their numbers. */
const kinds: readonly DriverErrorKind[] = [
  "other",
  "EOF",
  "ErrNoRows",
  "ErrConnDone",
  "ErrTxDone",
  "ErrSkip",
  "ErrBadConn",
];

/** A type of errors, only read. */
function readAs<A>(type: GobType<A>, read: (value: A) => DriverError): GobType<DriverError | null> {
  return gobMapped<A, DriverError | null>(type, {
    zero: null,
    isZero: (error) => error === null,
    read,
    write() {
      throw new TypeError("errors of the database's driver are not sent by plugins");
    },
  });
}

const errorString = readAs(
  gobStruct("ErrorString", { Code: gobInt, Err: gobString }),
  ({ Code, Err }) => new DriverError(Err, kinds[Code] ?? "other"),
);

const postgresError = readAs(
  gobStruct("Error", {
    Severity: gobString,
    Code: gobString,
    Message: gobString,
    Detail: gobString,
    Hint: gobString,
    Position: gobString,
    Schema: gobString,
    Table: gobString,
    Column: gobString,
    Constraint: gobString,
  }),
  (error) =>
    new DriverError(error.Message, "other", {
      code: error.Code,
      detail: error.Detail,
      hint: error.Hint,
      severity: error.Severity,
      position: error.Position,
      schema: error.Schema,
      table: error.Table,
      column: error.Column,
      constraint: error.Constraint,
    }),
);

const mysqlError = readAs(
  gobStruct("MySQLError", { Number: gobUint, Message: gobString }),
  (error) => new DriverError(error.Message, "other", { code: String(error.Number) }),
);

const appError = readAs(
  gobStruct("AppError", { Message: gobString, DetailedError: gobString }),
  (error) => new DriverError(error.Message, "other", { detail: error.DetailedError }),
);

const otherError = readAs<Anything>(
  gobAnything,
  (value) => new DriverError(`the database failed: ${JSON.stringify(value)}`),
);

/** Go's `error`; null is nil. */
export const gobDriverError: GobType<DriverError | null> = gobInterface<DriverError | null>({
  goName: "error",
  nil: null,
  named(name) {
    switch (name) {
      case "*plugin.ErrorString":
        return errorString;
      case "*pq.Error":
        return postgresError;
      case "*mysql.MySQLError":
        return mysqlError;
      case "*model.AppError":
        return appError;
      default:
        return otherError;
    }
  },
  choose: () => undefined,
});
