/**
 * Codecs of slices, arrays and maps.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import { type GobType, wrongType } from "./gob_type.ts";
import { enter, readCount } from "./input.ts";
import { enterValue, writeUint } from "./output.ts";
import { readName } from "./names.ts";
import { putOwn } from "./put_own.ts";
import { cachedReader } from "./sender_types.ts";

/** A slice. Nil and empty are the same, as they are for gob. */
export function gobSlice<T>(elem: GobType<T>): GobType<T[]> {
  return listType(`[]${elem.goName}`, elem, undefined);
}

/** An array of a fixed length; it must be given whole. */
export function gobArray<T>(elem: GobType<T>, length: number): GobType<T[]> {
  return listType(`[${length}]${elem.goName}`, elem, length);
}

function listType<T>(goName: string, elem: GobType<T>, length: number | undefined): GobType<T[]> {
  const type: GobType<T[]> = {
    goName,
    isStruct: false,
    zero: () => length === undefined ? [] : Array.from({ length }, () => elem.zero()),
    isZero: (value) => length === undefined && value.length === 0,
    write(out, value) {
      if (length !== undefined && value.length !== length) {
        throw new GobError(`${value.length} elements were given, ${length} are needed`, goName);
      }
      enterValue(out, goName);
      writeUint(out, value.length);
      for (const one of value) elem.write(out, one);
      out.depth--;
    },
    idIn(types) {
      // Found by what it is made of: one definition does for all that say the same.
      const id = elem.idIn(types);
      return types.idOf(
        `[${length ?? ""}]${id}`,
        () =>
          length === undefined
            ? { kind: "slice", name: goName, elem: id }
            : { kind: "array", name: goName, elem: id, length },
      );
    },
    readerFor: (types, id) =>
      cachedReader(types, type, id, () => {
        const sent = types.defined.get(id);
        const fits = length === undefined
          ? sent?.kind === "slice"
          : sent?.kind === "array" && sent.length === length;
        if (!fits || !(sent?.kind === "slice" || sent?.kind === "array")) {
          throw wrongType(types, id, goName);
        }
        const read = elem.readerFor(types, sent.elem);
        return (input) => {
          enter(input, goName);
          const count = readCount(input, goName);
          if (length !== undefined && count !== length) {
            throw new GobError(
              `${count} elements came, ${length} were expected`,
              goName,
              input.base + input.at,
            );
          }
          const made: T[] = [];
          for (let left = count; left > 0; left--) made.push(read(input));
          input.depth--;
          return made;
        };
      }),
  };
  return type;
}

/** A map whose keys a JavaScript object can have as its own: strings, or numbers written out. */
export interface GobKey<K> {
  readonly type: GobType<K>;
  readonly toName: (key: K) => string;
  readonly fromName: (name: string) => K;
  /** Whether keys are the names themselves. */
  readonly isText?: true;
}

/** A map with strings as keys, as an object. Nil and empty are the same. */
export function gobMap<V>(
  key: GobType<string>,
  elem: GobType<V>,
): GobType<{ [key: string]: V }> {
  return gobMapOf({ type: key, toName: same, fromName: same, isText: true }, elem);
}

function same(name: string): string {
  return name;
}

/** A map with other keys. */
export function gobMapOf<K, V>(key: GobKey<K>, elem: GobType<V>): GobType<{ [key: string]: V }> {
  const goName = `map[${key.type.goName}]${elem.goName}`;
  const type: GobType<{ [key: string]: V }> = {
    goName,
    isStruct: false,
    zero: () => ({}),
    isZero: (value) => {
      for (const name in value) if (Object.hasOwn(value, name)) return false;
      return true;
    },
    write(out, value) {
      enterValue(out, goName);
      const names = Object.keys(value);
      writeUint(out, names.length);
      for (const name of names) {
        key.type.write(out, key.fromName(name));
        elem.write(out, value[name] as V);
      }
      out.depth--;
    },
    idIn(types) {
      const keyId = key.type.idIn(types);
      const id = elem.idIn(types);
      return types.idOf(
        `map[${keyId}]${id}`,
        () => ({ kind: "map", name: goName, key: keyId, elem: id }),
      );
    },
    readerFor: (types, id) =>
      cachedReader(types, type, id, () => {
        const sent = types.defined.get(id);
        if (sent?.kind !== "map") throw wrongType(types, id, goName);
        const readKey = key.type.readerFor(types, sent.key);
        const readElem = elem.readerFor(types, sent.elem);
        return (input) => {
          enter(input, goName);
          const made: { [key: string]: V } = {};
          for (let left = readCount(input, goName); left > 0; left--) {
            const name = key.isText ? readName(input, goName) : key.toName(readKey(input));
            putOwn(made, name, readElem(input));
          }
          input.depth--;
          return made;
        };
      }),
  };
  return type;
}
