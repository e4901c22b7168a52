/**
 * Go structs as JSON objects: the keys of their json tags, what `omitempty` leaves out, embedded
 * structs flattened.
 *
 * @module
 */

import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import { gobAnything } from "../gob/anything.ts";
import { GobError } from "../gob/gob_error.ts";
import type { GobType } from "../gob/gob_type.ts";
import { putOwn } from "../gob/put_own.ts";
import type { SenderTypes } from "../gob/sender_types.ts";
import {
  type FieldReader,
  type StructField,
  type StructType,
  structType,
  type Target,
} from "../gob/structs.ts";
import { type GoField, goNamed, type GoType, pointee, shortName, underlying } from "./go_type.ts";
import { type JsonOptions, jsonType } from "./json_type.ts";

const made = new Map<string, StructType<JsonObject>>();

/** The codec of a struct. */
export function jsonStruct(name: string, options: JsonOptions): StructType<JsonObject> {
  const key = `${name} ${options.nilIsZero}`;
  const known = made.get(key);
  if (known) return known;
  const type = structType<JsonObject>({
    goName: shortName(name),
    fields: () => fieldsOf(name).flatMap((field) => structField(field, options) ?? []),
    fresh: () => freshObject(name, options),
    unknown: fieldsOf(name).every(({ tagged }) => !tagged) ? keepField : undefined,
  });
  const checked: StructType<JsonObject> = {
    ...type,
    write(out, value) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new GobError(`${JSON.stringify(value)} where an object is needed`, type.goName);
      }
      type.write(out, value);
    },
  };
  made.set(key, checked);
  return checked;
}

/**
 * Settings that only this server has: where a struct has no json tags, Go's names are the keys. They
 * can be read; to be sent back they lack a type.
 */
function keepField(name: string, types: SenderTypes, id: number): FieldReader {
  const read = gobAnything.readerFor(types, id);
  return (input, target) => putOwn(target, name, read(input));
}

function fieldsOf(name: string): readonly GoField[] {
  const type = goNamed(name);
  if (type.kind !== "struct") throw new Error(`${name} is no struct, and its JSON is not known.`);
  return type.fields.filter((field) => field.key !== null);
}

/** Whether the struct shows the field's own fields as its own. */
function isFlattened(field: GoField): boolean {
  return field.embedded && !field.tagged;
}

function structField(field: GoField, options: JsonOptions): StructField {
  const key = field.key as string;
  const type = jsonType(field.type, options);
  if (isFlattened(field)) {
    const inner = type as unknown as StructType<JsonObject>;
    return {
      goName: field.name,
      type: inner as GobType<unknown>,
      get: (target) => target,
      readerFor: (types, id) => inner.intoFor(types, id),
    };
  }
  const isPointer = field.type.kind === "pointer";
  // What json may leave out may be nil in Go as well.
  const zeroed = options.nilIsZero && isPointer && isBasic(field.type) && !field.omitEmpty;
  return {
    goName: field.name,
    type: type as GobType<unknown>,
    keepZero: isPointer,
    preset: zeroed ? (target) => target[key] = type.zero() : undefined,
    get: (target) => Object.hasOwn(target, key) ? target[key] : undefined,
    readerFor(types, id) {
      const read = type.readerFor(types, id);
      const put = (target: Target, value: unknown) => putOwn(target, key, value);
      if (!field.omitEmpty || isPointer) return (input, target) => put(target, read(input));
      return (input, target) => {
        const value = read(input);
        if (!isEmpty(value)) put(target, value);
      };
    },
  };
}

/** What `omitempty` leaves out and gob does not: lists and maps without elements. */
function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function isBasic(type: GoType): boolean {
  return underlying(pointee(type)).kind === "basic";
}

/** What Go shows of a zero struct. */
function freshObject(name: string, options: JsonOptions): JsonObject {
  const object: JsonObject = {};
  for (const field of fieldsOf(name)) {
    if (isFlattened(field)) {
      const inner = pointee(field.type);
      if (inner.kind === "named") Object.assign(object, freshObject(inner.name, options));
    } else if (!field.omitEmpty || isStruct(field.type)) {
      putOwn(object, field.key as string, zeroJson(field.type, options));
    }
  }
  return object;
}

/** By value: `omitempty` never takes a struct for empty. */
function isStruct(type: GoType): boolean {
  return type.kind === "named" && goNamed(type.name).kind !== "other";
}

/** Lists are empty and not null: gob sends neither, and the server's are mostly empty. */
function zeroJson(type: GoType, options: JsonOptions): JsonValue {
  return type.kind === "pointer" || type.kind === "any" ? null : jsonType(type, options).zero();
}
