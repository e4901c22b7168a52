/**
 * Checks of what authors pass, before anything is sent.
 *
 * @module
 */
import { shown } from "../../api/mismatch.ts";
import type { DriverValue } from "../../transport/database_driver.ts";
import { unfit } from "./database_error.ts";

/** What would begin or end a transaction behind the back of the one who counts them. */
const TRANSACTION = /^\s*(BEGIN|START\s+TRANSACTION|COMMIT|END|ROLLBACK(?!.*\bTO\b)|ABORT)\b/is;

/** Checks a statement. @throws {ValidationError} */
export function checkSQL(sql: unknown, method: string): string {
  if (typeof sql !== "string") {
    throw unfit(method, `the statement: expected text, got ${shown(sql)}`);
  }
  const [, word] = TRANSACTION.exec(sql) ?? [];
  if (word !== undefined) {
    throw unfit(
      method,
      `${word.toUpperCase()} by hand would leave a connection of the server in a state that nobody ` +
        "expects; use database.transaction(async (tx) => { … }), which commits when the function " +
        "returns and takes everything back when it throws",
    );
  }
  return sql;
}

/** What is sent for an author's arguments. @throws {ValidationError} */
export function driverValues(args: unknown, method: string): DriverValue[] {
  if (!Array.isArray(args)) {
    throw unfit(method, `the arguments: expected an array, got ${shown(args)}`);
  }
  return args.map((value: unknown, index) => {
    const wrong = (what: string) => unfit(method, `argument ${index + 1}: ${what}`);
    switch (typeof value) {
      case "string":
      case "number":
      case "boolean":
        return value;
      case "bigint":
        if (BigInt.asIntN(64, value) === value) return value;
        throw wrong(`expected an integer of 64 bits, got ${value}; pass it as text`);
      case "undefined":
        throw wrong("expected a value, got undefined; write null for NULL");
    }
    if (value === null || value instanceof Uint8Array) return value;
    if (value instanceof Date) {
      if (!Number.isNaN(value.getTime())) return value.toISOString();
      throw wrong("expected a time, got an invalid Date");
    }
    throw wrong(
      `expected text, a number, a bigint, a boolean, bytes, a Date or null, got ${shown(value)}` +
        (typeof value === "object" ? "; pass JSON as JSON.stringify(value)" : ""),
    );
  });
}
