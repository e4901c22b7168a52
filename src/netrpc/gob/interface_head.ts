/**
 * What stands before a value in an interface: the name and the type of what it holds.
 *
 * @module
 */

import { type GobInput, inputError, readInt, readUint } from "./input.ts";
import { readName } from "./names.ts";
import { addSenderType } from "./sender_types.ts";
import { FIRST_OWN_ID, readWireType } from "./wire_type.ts";

/** Thrown where a value goes on in a message that has not come; no error. */
export const NEED_MORE: unique symbol = Symbol("gob: the value goes on in a further message");

/** Name and type. */
export interface InterfaceHead {
  /** The name under which Go registered the type. */
  readonly name: string;
  readonly id: number;
}

const WHAT = "interface value";

/** Reads the name and the type; undefined for nil. The value follows. */
export function readInterfaceHead(input: GobInput): InterfaceHead | undefined {
  const name = readName(input, WHAT);
  if (name === "") return undefined;
  const id = readTypeSequence(input);
  // The number of the value's bytes, for those who have no use for it.
  readUint(input, name);
  if (id < FIRST_OWN_ID || input.types.defined.get(id)?.kind !== "struct") {
    if (readUint(input, name) !== 0) {
      throw inputError(input, name, "a zero byte was expected before a value that is no struct");
    }
  }
  return { name, id };
}

/** Reads definitions of types, wherever messages end between them, and the id of the value. */
function readTypeSequence(input: GobInput): number {
  for (;;) {
    if (input.at === input.end) nextMessage(input);
    const id = readInt(input, WHAT);
    if (id >= 0) return id;
    const offset = input.base + input.at;
    const type = readWireType(input);
    addSenderType(input.types, -id, type, input.limits.maxTypes, offset);
    // Inside a message the number of the bytes that follow stands here.
    if (input.at < input.end) readUint(input, WHAT);
  }
}

function nextMessage(input: GobInput): void {
  const end = input.moreEnds[input.entered];
  if (end === undefined) throw NEED_MORE;
  input.entered++;
  input.end = end;
}
