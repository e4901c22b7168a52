/**
 * Go structs that messages carry as JSON.
 *
 * @module
 */

import { create, type DescField, type JsonValue, type Message } from "@bufbuild/protobuf";
import type { GobType } from "../gob/gob_type.ts";
import { gobMapped } from "../gob/mapped.ts";
import type { Target } from "../gob/structs.ts";
import { type GoType, pointee } from "./go_type.ts";
import { jsonText, parseJson } from "./json_text.ts";
import { jsonType } from "./json_type.ts";

/** Structs whose pointers to basic values are never nil: the server fills in its defaults. */
const WITHOUT_NIL: ReadonlySet<string> = new Set(["model.Config", "model.License"]);

const decoder = new TextDecoder();

/** A Go value as the bytes of its JSON; no bytes for nil. */
export function jsonBytes(type: GoType): GobType<Uint8Array> {
  const bare = pointee(type);
  const nilIsZero = bare.kind === "named" && WITHOUT_NIL.has(bare.name);
  return gobMapped<JsonValue, Uint8Array>(jsonType(bare, { nilIsZero }), {
    zero: new Uint8Array(),
    isZero: (bytes) => bytes.length === 0 || isNull(bytes),
    read: jsonText,
    write: (bytes) =>
      parseJson(bytes, bare.kind === "named" ? bare.name : bare.kind, (json) => json),
  });
}

function isNull(bytes: Uint8Array): boolean {
  return bytes.length === 4 && decoder.decode(bytes) === "null";
}

/** The same inside the one field of a message. */
export function wrappedJsonBytes(type: GoType, field: DescField, inner: string): GobType<Message> {
  const { message } = field;
  if (!message) throw new Error(`${field.parent.name}.${field.name} is no message.`);
  const bytes = jsonBytes(type);
  const bytesIn = (value: Message) => (value as unknown as Target)[inner] as Uint8Array;
  return gobMapped<Uint8Array, Message>(bytes, {
    zero: create(message),
    isZero: (value) => bytes.isZero(bytesIn(value)),
    read: (value) => create(message, { [inner]: value }),
    write: bytesIn,
  });
}
