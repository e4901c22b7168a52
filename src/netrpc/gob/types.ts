/**
 * The codecs of Go's types, in one place.
 *
 * @module
 */

export type { GobType } from "./gob_type.ts";
export { GobError } from "./gob_error.ts";
export {
  gobBool,
  gobBytes,
  gobFloat,
  gobInt,
  gobInt64,
  gobString,
  gobUint,
  gobUint64,
} from "./scalars.ts";
export { gobArray, gobMap, gobMapOf, gobSlice } from "./lists.ts";
export { gobPointer, gobStruct, type StructOf, type StructShape } from "./structs.ts";
export { gobInterface, type InterfaceParts, type Registered } from "./interfaces.ts";
export { gobTime, gobTimeMilliseconds, type GoTime } from "./go_time.ts";
export { gobBigInt, gobURL } from "./go_types.ts";
