/**
 * Codecs of structs.
 *
 * @module
 */

import { GobError } from "./gob_error.ts";
import { type GobReader, type GobType, wrongType } from "./gob_type.ts";
import { enter, type GobInput, inputError, readUint, spend } from "./input.ts";
import { enterValue, writeUint } from "./output.ts";
import { cachedReader, type SenderTypes } from "./sender_types.ts";
import { skipperFor } from "./skip.ts";

/** The object that stands for a struct while its fields are read or written one by one. */
export type Target = Record<string, unknown>;

/** Reads a field's value into the object. */
export type FieldReader = (input: GobInput, target: Target) => void;

/** How a field of a Go struct lies in the object. */
export interface StructField {
  readonly goName: string;
  readonly type: GobType<unknown>;
  /** The value to send; undefined where there is none. */
  readonly get: (target: Target) => unknown;
  /**
   * Whether zero values are sent, as Go's encoder never does and its decoder takes: a pointer to
   * false then arrives as that and not as nil.
   */
  readonly keepZero?: boolean;
  /** Called before a value is read whose sender knows the field. */
  readonly preset?: ((target: Target) => void) | undefined;
  /** Gives what reads a sender's type into the object; called once for each type. */
  readonly readerFor: (types: SenderTypes, id: number) => FieldReader;
}

/** A struct's codec: its fields can be read into an object that exists already. */
export interface StructType<T> extends GobType<T> {
  /** Reads all fields that came into the object. */
  intoFor(types: SenderTypes, id: number): FieldReader;
}

/** What a struct's codec is made of. */
export interface StructParts<T> {
  /** Go's name without the package, which is how gob calls it. */
  readonly goName: string;
  /** Called on first use: a struct may contain itself. */
  readonly fields: () => readonly StructField[];
  /** A new object with the zero value of every field. */
  readonly fresh: () => T;
  /** What reads a field that only the sender has; without it such fields are skipped. */
  readonly unknown?: ((name: string, types: SenderTypes, id: number) => FieldReader) | undefined;
  /** Called when all fields of a value were read. */
  readonly finish?: (value: T) => void;
  /** Called before a value is written. */
  readonly prepare?: (value: T) => void;
}

/** Makes the codec. */
export function structType<T>(parts: StructParts<T>): StructType<T> {
  const { goName, fresh, finish, prepare } = parts;
  let fields: readonly StructField[] | undefined;
  const ensureFields = () => fields ??= parts.fields();
  const type: StructType<T> = {
    goName,
    isStruct: true,
    zero: fresh,
    isZero: () => false,
    write(out, value) {
      const list = fields ?? ensureFields();
      prepare?.(value);
      enterValue(out, goName);
      let last = -1;
      for (let at = 0; at < list.length; at++) {
        const field = list[at] as StructField;
        const one = field.get(value as Target);
        if (one === undefined || one === null) continue;
        if (field.type.isZero(one) && field.keepZero !== true && !out.keepZeros) continue;
        writeUint(out, at - last);
        last = at;
        field.type.write(out, one);
      }
      writeUint(out, 0);
      out.depth--;
    },
    idIn: (types) =>
      types.idOf(type, () => ({
        kind: "struct",
        name: goName,
        fields: ensureFields().map((field) => ({
          name: field.goName,
          type: field.type.idIn(types),
        })),
      })),
    intoFor: (types, id) => readInto(types, id, { ...parts, fields: ensureFields }),
    readerFor: (types, id) =>
      cachedReader(types, type, id, (): GobReader<T> => {
        const into = type.intoFor(types, id);
        return (input) => {
          const made = fresh();
          into(input, made as Target);
          finish?.(made);
          return made;
        };
      }),
  };
  return type;
}

/** Follows the sender's order of fields; the reader of each is compiled when it first comes. */
function readInto(
  types: SenderTypes,
  id: number,
  { goName, fields: list, unknown }: Pick<StructParts<never>, "goName" | "fields" | "unknown">,
): FieldReader {
  const fields = list();
  const sent = types.defined.get(id);
  if (sent?.kind !== "struct") throw wrongType(types, id, goName);
  const count = sent.fields.length;
  const readers: (FieldReader | undefined)[] = new Array(count).fill(undefined);
  const compile = (input: GobInput, at: number): FieldReader => {
    const { name, type } = sent.fields[at] as { name: string; type: number };
    const ours = fields.find((field) => field.goName === name);
    return readers[at] = compiledAt(input, `${goName}.${name}`, () => {
      if (ours) return ours.readerFor(types, type);
      return unknown ? unknown(name, types, type) : skipperFor(types, type);
    });
  };
  const presets = fields.flatMap(({ goName: name, preset }) =>
    preset && sent.fields.some((field) => field.name === name) ? [preset] : []
  );
  // An object costs memory for every field, sent or not.
  const cells = fields.length + 1;
  return (input, target) => {
    enter(input, goName);
    spend(input, goName, cells);
    for (const preset of presets) preset(target);
    let at = -1;
    for (;;) {
      const step = readUint(input, goName);
      if (step === 0) break;
      at += step;
      if (at >= count) {
        throw inputError(input, goName, `field ${at} came, but the sender's type has ${count}`);
      }
      (readers[at] ?? compile(input, at))(input, target);
    }
    input.depth--;
  };
}

/** Compiles; an error then also says where the value is. */
export function compiledAt<T>(input: GobInput, goType: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof GobError && error.offset === undefined) {
      throw inputError(input, goType, error.reason);
    }
    throw error;
  }
}

/** A field whose value lies in a property as it is. */
export function propertyField(
  goName: string,
  type: GobType<unknown>,
  property: string = goName,
): StructField {
  return {
    goName,
    type,
    get: (target) => target[property],
    readerFor(types, id) {
      const read = type.readerFor(types, id);
      return (input, target) => {
        target[property] = read(input);
      };
    },
  };
}

/** The fields of a struct by their Go names; a function where the struct contains itself. */
export type StructShape = Readonly<Record<string, GobType<unknown>>>;

/** The object that stands for a struct of that shape. */
export type StructOf<S extends StructShape> = {
  -readonly [K in keyof S]: S[K] extends GobType<infer T> ? T : never;
};

/**
 * A struct as a plain object with Go's names of fields. What was not sent has its zero value.
 *
 * @example
 * ```ts ignore
 * const request = gobStruct("Request", { ServiceMethod: gobString, Seq: gobUint });
 * createGobEncoder().encode(request, { ServiceMethod: "Plugin.GetUser", Seq: 1 });
 * ```
 */
export function gobStruct<S extends StructShape>(
  goName: string,
  shape: S,
): StructType<StructOf<S>> {
  const entries = Object.entries(shape);
  return structType<StructOf<S>>({
    goName,
    fields: () => entries.map(([name, type]) => propertyField(name, type)),
    fresh: () => {
      const made: Target = {};
      for (const [name, type] of entries) made[name] = type.zero();
      return made as StructOf<S>;
    },
  });
}

/** The same type where empty values are sent too, as Go does for maps that are not nil. */
export function sentEmpty<T>(type: GobType<T>): GobType<T> {
  return { ...type, isZero: () => false };
}

/**
 * A pointer to a struct, as a value that may be null. Gob itself knows no pointers; nil is left out.
 * Inside lists and maps Go refuses nil, and so does this.
 */
export function gobPointer<T>(elem: GobType<T>): GobType<T | null> {
  return {
    goName: `*${elem.goName}`,
    isStruct: elem.isStruct,
    zero: () => null,
    isZero: (value) => value === null || elem.isZero(value),
    write(out, value) {
      if (value === null) throw new GobError("nil cannot be sent here", `*${elem.goName}`);
      elem.write(out, value);
    },
    idIn: (types) => elem.idIn(types),
    readerFor: (types, id) => elem.readerFor(types, id),
  };
}
