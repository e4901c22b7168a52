/**
 * Integers of Go that are wider than the int32 of the wire: `<name>_int64` beside `<name>`.
 *
 * @module
 */

import type { DescField, DescMessage, Message } from "@bufbuild/protobuf";

const MIN = -(2n ** 31n);
const MAX = 2n ** 31n - 1n;

/** The nearest value that an int32 can hold. */
export function saturate(value: bigint): number {
  return Number(value < MIN ? MIN : value > MAX ? MAX : value);
}

/** An int32 field and its wide companion, by their local names. */
export interface WidePair {
  readonly narrow: string;
  readonly wide: string;
}

/** The pairs of a message: every optional int64 called like another field plus `_int64`. */
export function widePairs(schema: DescMessage): readonly WidePair[] {
  return schema.fields.flatMap((wide) => {
    const narrow = narrowOf(schema, wide);
    return narrow ? [{ narrow: narrow.localName, wide: wide.localName }] : [];
  });
}

/** The int32 field that `wide` accompanies, if it is such a companion. */
export function narrowOf(schema: DescMessage, wide: DescField): DescField | undefined {
  if (!wide.name.endsWith("_int64")) return undefined;
  const name = wide.name.slice(0, -"_int64".length);
  return schema.fields.find((field) => field.name === name);
}

/**
 * Makes the int32 say as much of the wide value as it can. Whoever sets the wide field means it, so
 * it wins.
 */
export function narrow(message: Message, { narrow, wide }: WidePair): void {
  const fields = message as unknown as Record<string, unknown>;
  const value = fields[wide];
  if (typeof value === "bigint") fields[narrow] = saturate(value);
}
