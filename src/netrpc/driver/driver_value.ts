/**
 * Go's `driver.Value` in an interface: what a row consists of, and what a statement is given.
 *
 * @module
 */
import type { DriverValue } from "../../transport/database_driver.ts";
import { GobError } from "../gob/gob_error.ts";
import type { GobType } from "../gob/gob_type.ts";
import { gobInterface, type Registered } from "../gob/interfaces.ts";
import { gobMapped } from "../gob/mapped.ts";
import { gobBool, gobBytes, gobFloat, gobInt64, gobString, gobUint64 } from "../gob/scalars.ts";

/** An integer as a number where that is exact, else as a bigint. */
export function exactInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const integer: GobType<number | bigint> = gobMapped<bigint, number | bigint>(gobInt64, {
  zero: 0,
  isZero: (value) => value === 0 || value === 0n,
  read: exactInteger,
  write: BigInt,
});

const unsigned: GobType<number | bigint> = gobMapped<bigint, number | bigint>(gobUint64, {
  zero: 0,
  isZero: (value) => value === 0 || value === 0n,
  read: exactInteger,
  write: BigInt,
});

/** The names under which gob itself registers Go's basic types. `time.Time` is not among them. */
const byName: ReadonlyMap<string, GobType<DriverValue>> = new Map<string, unknown>([
  ...["int64", "int", "int32", "int16", "int8"].map((name) => [name, integer] as const),
  ...["uint64", "uint", "uint32", "uint16", "uint8"].map((name) => [name, unsigned] as const),
  ["float64", gobFloat],
  ["float32", gobFloat],
  ["bool", gobBool],
  ["string", gobString],
  ["[]uint8", gobBytes],
]) as ReadonlyMap<string, GobType<DriverValue>>;

/** Go's `driver.Value`; null is nil. */
export const gobDriverValue: GobType<DriverValue> = gobInterface<DriverValue>({
  goName: "driver.Value",
  nil: null,
  named(name) {
    const type = byName.get(name);
    if (type !== undefined) return type;
    throw new GobError(`a value of type ${name} is none that rows have`, "driver.Value");
  },
  choose(value) {
    const name = nameFor(value);
    return name === undefined ? undefined : registered(name);
  },
});

function nameFor(value: DriverValue): string | undefined {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "bigint":
      return "int64";
    case "number":
      return Number.isSafeInteger(value) ? "int64" : "float64";
    default:
      return value === null ? undefined : "[]uint8";
  }
}

function registered(name: string): Registered<DriverValue> {
  return { name, type: byName.get(name) as GobType<DriverValue> };
}
