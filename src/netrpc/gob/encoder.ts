/**
 * Writes one stream of gob.
 *
 * @module
 */

import type { GobType } from "./gob_type.ts";
import {
  closeCounted,
  type GobOutput,
  openCounted,
  prefixLength,
  writeInt,
  writeUint,
} from "./output.ts";
import { createTypeTable } from "./type_table.ts";
import { writeWireType } from "./wire_type.ts";

/** Writes values; keeps which types the peer was told. */
export interface GobEncoder {
  /**
   * The bytes to send for a value: definitions of types that are new to the stream, then the value,
   * each message with its length. They belong to the caller. They must be sent: later values rely on
   * the definitions in them.
   *
   * @throws {GobError} where the value does not fit its type; the stream then stays as it was.
   */
  encode<T>(type: GobType<T>, value: T): Uint8Array;
}

const START_BYTES = 4096;
/** A buffer that grew beyond this is given back after the value. */
const KEEP_BYTES = 256 * 1024;
/** Room in front of a value for the length of its message. */
const PREFIX = 5;

/**
 * Starts writing a stream.
 *
 * @example
 * ```ts ignore
 * const encoder = createGobEncoder();
 * await connection.write(encoder.encode(gobString, "hello"));
 * ```
 */
export function createGobEncoder(): GobEncoder {
  const types = createTypeTable();
  const value = newOutput(types);
  const definitions = newOutput(types);
  return {
    encode(type, given) {
      value.length = PREFIX;
      value.depth = 0;
      value.keepZeros = false;
      try {
        writeInt(value, type.idIn(types));
        if (!type.isStruct) writeUint(value, 0);
        type.write(value, given);
      } catch (error) {
        types.forgetFresh();
        throw error;
      }
      definitions.length = 0;
      for (const [id, described] of types.takeFresh()) {
        const start = openCounted(definitions);
        writeInt(definitions, -id);
        writeWireType(definitions, described, id);
        closeCounted(definitions, start);
      }
      const start = prefixValue(value);
      const made = new Uint8Array(definitions.length + value.length - start);
      if (definitions.length > 0) made.set(definitions.bytes.subarray(0, definitions.length));
      made.set(value.bytes.subarray(start, value.length), definitions.length);
      if (value.bytes.length > KEEP_BYTES) value.bytes = new Uint8Array(START_BYTES);
      return made;
    },
  };
}

function newOutput(types: GobOutput["types"]): GobOutput {
  return { bytes: new Uint8Array(START_BYTES), length: 0, depth: 0, keepZeros: false, types };
}

/** Writes the length of the message right before its bytes; gives where it begins. */
function prefixValue(out: GobOutput): number {
  const end = out.length;
  const count = end - PREFIX;
  const start = PREFIX - prefixLength(count);
  out.length = start;
  writeUint(out, count);
  out.length = end;
  return start;
}
