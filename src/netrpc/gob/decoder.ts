/**
 * Reads one stream of gob.
 *
 * @module
 */

import { createMessageQueue, type GobMessage } from "./chunks.ts";
import { GobError } from "./gob_error.ts";
import type { GobReader, GobType } from "./gob_type.ts";
import { type GobInput, inputError, readInt, readUint } from "./input.ts";
import { NEED_MORE } from "./interface_head.ts";
import { defaultLimits, type GobLimits } from "./limits.ts";
import { addSenderType, createSenderTypes } from "./sender_types.ts";
import { skipperFor } from "./skip.ts";
import { compiledAt } from "./structs.ts";
import { readWireType } from "./wire_type.ts";

/** Reads values from bytes that come in pieces of any size; keeps the types that the peer defines. */
export interface GobDecoder {
  /** Takes bytes of the stream. They must not change until the values in them were read. */
  push(bytes: Uint8Array): void;
  /**
   * The next value; undefined where bytes of it are still missing. Always ask for the same type
   * until the value is there.
   *
   * @throws {GobError} where the bytes are wrong, or are another type's. The value is then lost, and
   * the next call reads the one after it, unless the lengths of messages are wrong: then every
   * further call throws.
   */
  decode<T>(type: GobType<T>): { readonly value: T } | undefined;
  /** Skips the next value, whatever its type; false where bytes of it are still missing. */
  skip(): boolean;
}

/**
 * Starts reading a stream.
 *
 * @example
 * ```ts ignore
 * const decoder = createGobDecoder();
 * for await (const chunk of connection.readable) {
 *   decoder.push(chunk);
 *   for (let next; (next = decoder.decode(gobString));) console.log(next.value);
 * }
 * ```
 */
export function createGobDecoder(limits: Partial<GobLimits> = {}): GobDecoder {
  const all: GobLimits = { ...defaultLimits, ...limits };
  const queue = createMessageQueue(all.maxBytes);
  const types = createSenderTypes();
  /** The messages of a value that was cut; the first begins with the id of its type. */
  let pending: GobMessage[] = [];
  let broken: GobError | undefined;

  const nextMessage = (): GobMessage | undefined => {
    if (broken) throw broken;
    try {
      return queue.next();
    } catch (error) {
      if (error instanceof GobError) broken = error;
      throw error;
    }
  };
  const inputOf = (messages: readonly GobMessage[]): GobInput => {
    const [only] = messages as [GobMessage];
    const input: GobInput = {
      bytes: only.bytes,
      at: 0,
      end: only.bytes.length,
      moreEnds: [],
      entered: 0,
      base: only.offset,
      depth: 0,
      elements: all.maxElements,
      types,
      limits: all,
    };
    if (messages.length > 1) joinInto(input, messages, all.maxBytes);
    return input;
  };
  /** Collects the messages of the next value, as far as they are here and surely belong to it. */
  const collect = (): boolean => {
    while (true) {
      const message = nextMessage();
      if (!message) return false;
      if (!beginsWithDefinition(message)) {
        pending.push(message);
        return true;
      }
      if (pending.length > 0) pending.push(message);
      else define(inputOf([message]));
    }
  };
  const define = (input: GobInput): void => {
    const id = -readInt(input, "definition of a type");
    const type = readWireType(input);
    if (input.at < input.end) {
      throw inputError(input, "definition of a type", `${input.end - input.at} bytes follow it`);
    }
    addSenderType(types, id, type, all.maxTypes, input.base);
  };
  const read = <T>(readerFor: (id: number) => GobReader<T>): { readonly value: T } | undefined => {
    let cuts = 0;
    while (collect()) {
      const known = types.defined.size;
      const input = inputOf(pending);
      try {
        const value = readWhole(input, readerFor);
        pending = [];
        return { value };
      } catch (error) {
        if (error !== NEED_MORE) {
          pending = [];
          throw placed(error, input);
        }
        forgetSince(types.defined, known);
        if (++cuts > all.maxCuts) {
          pending = [];
          throw inputError(input, "value", `it is cut into more than ${all.maxCuts} parts`);
        }
      }
    }
    return undefined;
  };
  return {
    push: queue.push,
    decode: (type) => read((id) => type.readerFor(types, id)),
    skip: () => read((id) => skipperFor(types, id)) !== undefined,
  };
}

/** Says where an error arose that does not know it itself. */
function placed(error: unknown, input: GobInput): unknown {
  return error instanceof GobError && error.offset === undefined
    ? inputError(input, error.goType, error.reason)
    : error;
}

function readWhole<T>(input: GobInput, readerFor: (id: number) => GobReader<T>): T {
  const id = readInt(input, "value");
  const reader = compiledAt(input, "value", () => readerFor(id));
  if (input.types.defined.get(id)?.kind !== "struct" && readUint(input, "value") !== 0) {
    throw inputError(input, "value", "a zero byte was expected before a value that is no struct");
  }
  const value = reader(input);
  const left = input.bytes.length - input.at;
  if (left > 0) throw inputError(input, "value", `${left} bytes follow it in its message`);
  return value;
}

/** A definition begins with a negative id: gob has the sign in the lowest bit. */
function beginsWithDefinition({ bytes }: GobMessage): boolean {
  const first = bytes[0] ?? 0;
  const lowest = first < 128 ? first : bytes[256 - first] ?? 0;
  return (lowest & 1) === 1;
}

/** Lets the input go through several messages, one after another. */
function joinInto(input: GobInput, messages: readonly GobMessage[], maxBytes: number): void {
  const length = messages.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (length > maxBytes) {
    throw inputError(input, "value", `it has ${length} bytes; ${maxBytes} are the most`);
  }
  input.bytes = new Uint8Array(length);
  const ends: number[] = [];
  let filled = 0;
  for (const { bytes } of messages) {
    input.bytes.set(bytes, filled);
    ends.push(filled += bytes.length);
  }
  input.moreEnds = ends.slice(1);
}

/** Undoes what an attempt added; a Map keeps the order in which keys came. */
function forgetSince(defined: Map<number, unknown>, known: number): void {
  for (const id of [...defined.keys()].slice(known)) defined.delete(id);
}
