/**
 * Values that nobody wants.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import type { GobReader } from "./gob_type.ts";
import {
  enter,
  type GobInput,
  inputError,
  readBigUint,
  readCount,
  readUint,
  skipBytes,
} from "./input.ts";
import { readInterfaceHead } from "./interface_head.ts";
import { senderTypeName, type SenderTypes } from "./sender_types.ts";
import { BYTES, COMPLEX, INTERFACE, TEXT, type WireType } from "./wire_type.ts";

const WHAT = "a value to be skipped";

/** Gives what skips values of a sender's type. */
export function skipperFor(types: SenderTypes, id: number): GobReader<void> {
  const known = types.skippers.get(id);
  if (known) return known;
  let made: GobReader<void> | undefined;
  // A type may contain itself.
  const later: GobReader<void> = (input) => (made ??= compile(types, id))(input);
  types.skippers.set(id, later);
  return later;
}

function compile(types: SenderTypes, id: number): GobReader<void> {
  if (id > 0 && id <= INTERFACE) return basic(id);
  const type = types.defined.get(id);
  if (!type) throw new GobError(`the stream defines no type ${id}`, senderTypeName(types, id));
  return composite(types, type);
}

function basic(id: number): GobReader<void> {
  switch (id) {
    case TEXT:
    case BYTES:
      return (input) => skipBytes(input, WHAT);
    case COMPLEX:
      return (input) => {
        readBigUint(input, WHAT);
        readBigUint(input, WHAT);
      };
    case INTERFACE:
      return skipInterface;
    default:
      return (input) => {
        readBigUint(input, WHAT);
      };
  }
}

function composite(types: SenderTypes, type: WireType): GobReader<void> {
  switch (type.kind) {
    case "array":
    case "slice": {
      const skip = skipperFor(types, type.elem);
      return (input) => {
        enter(input, WHAT);
        for (let left = readCount(input, WHAT); left > 0; left--) skip(input);
        input.depth--;
      };
    }
    case "map": {
      const skipKey = skipperFor(types, type.key);
      const skipElem = skipperFor(types, type.elem);
      return (input) => {
        enter(input, WHAT);
        for (let left = readCount(input, WHAT); left > 0; left--) {
          skipKey(input);
          skipElem(input);
        }
        input.depth--;
      };
    }
    case "struct": {
      const fields = type.fields.map((field) => skipperFor(types, field.type));
      return (input) => skipStruct(input, type.name, fields);
    }
    default:
      return (input) => skipBytes(input, WHAT);
  }
}

function skipStruct(input: GobInput, name: string, fields: readonly GobReader<void>[]): void {
  enter(input, name);
  let at = -1;
  for (;;) {
    const step = readUint(input, name);
    if (step === 0) break;
    at += step;
    const skip = fields[at];
    if (!skip) {
      throw inputError(input, name, `field ${at} came, but its type has ${fields.length}`);
    }
    skip(input);
  }
  input.depth--;
}

function skipInterface(input: GobInput): void {
  const head = readInterfaceHead(input);
  if (head === undefined) return;
  enter(input, head.name);
  skipperFor(input.types, head.id)(input);
  input.depth--;
}
