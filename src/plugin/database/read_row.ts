/**
 * Rows as authors see them.
 *
 * @module
 */
import {
  type DriverColumn,
  DriverError,
  type DriverValue,
} from "../../transport/database_driver.ts";
import type { SQLValue } from "./database.ts";

/** A row by its columns' names. */
export type Row = Readonly<Record<string, SQLValue>>;

const BINARY = /^(?:BYTEA|(?:TINY|MEDIUM|LONG)?BLOB|(?:VAR)?BINARY|BIT|GEOMETRY)$/;
const NUMBER = /^(?:(?:UNSIGNED )?(?:TINY|SMALL|MEDIUM|BIG)?INT|YEAR|FLOAT|DOUBLE)$/;

const decoder = new TextDecoder();

/**
 * Makes what turns a row's values into an object. Drivers give bytes for all that they do not know,
 * and MySQL's for nearly everything: they are text unless the column is binary.
 *
 * @throws {DriverError} when two columns have the same name
 */
export function rowReader(
  columns: readonly DriverColumn[],
): (values: readonly DriverValue[]) => Row {
  const names = new Set<string>();
  for (const { name } of columns) {
    if (names.has(name)) {
      throw new DriverError(
        `two columns are called "${name}"; give one of them another name with AS`,
      );
    }
    names.add(name);
  }
  const readers = columns.map(({ name, type }) => [name, valueReader(type)] as const);
  return (values) =>
    // Defines properties, whatever they are called.
    Object.fromEntries(readers.map(([name, read], index) => [name, read(values[index] ?? null)]));
}

function valueReader(type: string): (value: DriverValue) => SQLValue {
  if (BINARY.test(type)) return (value) => value;
  return (value) => {
    if (!(value instanceof Uint8Array)) return value;
    const text = decoder.decode(value);
    if (!NUMBER.test(type)) return text;
    const number = Number(text);
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? BigInt(text) : number;
  };
}
