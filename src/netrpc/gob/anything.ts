/**
 * Values of types that only the sender knows, read as its definitions say.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import type { GobReader, GobType } from "./gob_type.ts";
import {
  enter,
  inputError,
  readBigInt,
  readBigUint,
  readBytes,
  readCount,
  readFloat,
  readText,
  readUint,
} from "./input.ts";
import { readInterfaceHead } from "./interface_head.ts";
import { putOwn } from "./put_own.ts";
import { cachedReader, senderTypeName, type SenderTypes } from "./sender_types.ts";
import { BOOL, BYTES, COMPLEX, FLOAT, INT, INTERFACE, TEXT, UINT } from "./wire_type.ts";

/** What becomes of a value: JSON, with bytes in base64 and structs as objects of Go's field names. */
export type Anything = string | number | boolean | null | Anything[] | { [key: string]: Anything };

const WHAT = "interface value";

/** Reads whatever comes; it cannot write. Integers beyond 2^53 lose precision. */
export const gobAnything: GobType<Anything> = {
  goName: WHAT,
  isStruct: false,
  zero: () => null,
  isZero: (value) => value === null,
  write() {
    throw new GobError("a value without a Go type cannot be sent", WHAT);
  },
  idIn() {
    throw new GobError("a value without a Go type cannot be sent", WHAT);
  },
  readerFor: (types, id) => cachedReader(types, gobAnything, id, () => compile(types, id)),
};

function compile(types: SenderTypes, id: number): GobReader<Anything> {
  switch (id) {
    case BOOL:
      return (input) => readUint(input, WHAT) !== 0;
    case INT:
      return (input) => Number(readBigInt(input, WHAT));
    case UINT:
      return (input) => Number(readBigUint(input, WHAT));
    case FLOAT:
      return (input) => readFloat(input, WHAT);
    case BYTES:
      return (input) => readBytes(input, WHAT).toBase64();
    case TEXT:
      return (input) => readText(input, WHAT);
    case COMPLEX:
      return (input) => [readFloat(input, WHAT), readFloat(input, WHAT)];
    case INTERFACE:
      return readInterface;
    default:
      return compileOwn(types, id);
  }
}

const readInterface: GobReader<Anything> = (input) => {
  const head = readInterfaceHead(input);
  if (head === undefined) return null;
  enter(input, head.name);
  const value = gobAnything.readerFor(input.types, head.id)(input);
  input.depth--;
  return value;
};

function compileOwn(types: SenderTypes, id: number): GobReader<Anything> {
  const type = types.defined.get(id);
  if (!type) throw new GobError(`the stream defines no type ${id}`, senderTypeName(types, id));
  // When it is needed: a sender may define long chains of types, and types that contain themselves.
  const readerOf = (inner: number): GobReader<Anything> => {
    let read: GobReader<Anything> | undefined;
    return (input) => (read ??= gobAnything.readerFor(types, inner))(input);
  };
  switch (type.kind) {
    case "slice":
    case "array": {
      const read = readerOf(type.elem);
      return (input) => {
        enter(input, type.name);
        const made: Anything[] = [];
        for (let left = readCount(input, type.name); left > 0; left--) made.push(read(input));
        input.depth--;
        return made;
      };
    }
    case "map": {
      const readKey = readerOf(type.key);
      const readElem = readerOf(type.elem);
      return (input) => {
        enter(input, type.name);
        const made: { [key: string]: Anything } = {};
        for (let left = readCount(input, type.name); left > 0; left--) {
          const key = readKey(input);
          putOwn(made, typeof key === "string" ? key : JSON.stringify(key), readElem(input));
        }
        input.depth--;
        return made;
      };
    }
    case "struct": {
      const fields = type.fields.map(({ name, type: inner }) => ({ name, read: readerOf(inner) }));
      return (input) => {
        enter(input, type.name);
        const made: { [key: string]: Anything } = {};
        let at = -1;
        for (let step; (step = readUint(input, type.name)) !== 0;) {
          const field = fields[at += step];
          if (!field) {
            throw inputError(input, type.name, `field ${at} came; its type has ${fields.length}`);
          }
          putOwn(made, field.name, field.read(input));
        }
        input.depth--;
        return made;
      };
    }
    default:
      return (input) => readBytes(input, type.name).toBase64();
  }
}
