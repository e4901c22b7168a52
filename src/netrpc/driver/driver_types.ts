/**
 * The arguments and results of the database driver's methods, as Go has them.
 *
 * @see Mattermost's server/public/plugin/db_rpc.go
 * @module
 */
import { gobBool, gobInt, gobInt64, gobSlice, gobString, gobStruct } from "../gob/types.ts";
import { gobDriverError } from "./driver_error.ts";
import { gobDriverValue } from "./driver_value.ts";

const namedValue = gobStruct("NamedValue", {
  Name: gobString,
  Ordinal: gobInt,
  Value: gobDriverValue,
});

const namedValues = gobSlice(namedValue);

/** The arguments of `ConnQuery` and `ConnExec`. */
export const connArgs = gobStruct("Z_DbConnArgs", { A: gobString, B: gobString, C: namedValues });

/** The arguments of `StmtQuery` and `StmtExec`. */
export const stmtQueryArgs = gobStruct("Z_DbStmtQueryArgs", { A: gobString, B: namedValues });

/** The arguments of `Stmt`. */
export const stmtArgs = gobStruct("Z_DbStmtArgs", { A: gobString, B: gobString });

/** The arguments of `Tx`. */
export const txArgs = gobStruct("Z_DbTxArgs", {
  A: gobString,
  B: gobStruct("TxOptions", { Isolation: gobInt, ReadOnly: gobBool }),
});

/** The arguments of `RowsNext`. */
export const rowScanArgs = gobStruct("Z_DbRowScanArg", {
  A: gobString,
  B: gobSlice(gobDriverValue),
});

/** The arguments of what is asked about one column. */
export const rowsColumnArgs = gobStruct("Z_DbRowsColumnArg", { A: gobString, B: gobInt });

/** An id, or an error. */
export const idReturn = gobStruct("Z_DbStrErrReturn", { A: gobString, B: gobDriverError });

/** An error, or none. */
export const errorReturn = gobStruct("Z_DbErrReturn", { A: gobDriverError });

/** What a statement without rows has done, or an error. */
export const resultReturn = gobStruct("Z_DbResultContErrReturn", {
  A: gobStruct("ResultContainer", {
    LastID: gobInt64,
    LastIDError: gobDriverError,
    RowsAffected: gobInt64,
    RowsAffectedError: gobDriverError,
  }),
  B: gobDriverError,
});

/** The names of columns. */
export const columnsReturn = gobStruct("Z_DbStrSliceReturn", { A: gobSlice(gobString) });

/** A row, or an error. */
export const rowReturn = gobStruct("Z_DbRowScanReturn", {
  A: gobDriverError,
  B: gobSlice(gobDriverValue),
});
