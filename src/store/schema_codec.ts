/**
 * JSON that a validator has checked.
 *
 * @module
 */
import { shown } from "../api/mismatch.ts";
import type { Codec, StandardSchema, StandardSchemaIssue } from "../plugin/context/store_codec.ts";
import { codec } from "./codecs.ts";

/**
 * The codec of a schema. What is stored is the input as JSON; it is checked in the form in which it
 * will be read, so that nothing is written that could not be read again.
 */
export function schemaCodec<Input, Output>(
  schema: StandardSchema<Input, Output>,
): Codec<Output, Input> {
  const checked = async (bytes: Uint8Array, what = ""): Promise<Output> => {
    const result = await schema["~standard"].validate(await codec.json.decode(bytes));
    if (result.issues !== undefined) {
      throw new TypeError(`${what}does not fit its schema: ${result.issues.map(said).join("; ")}`);
    }
    return result.value;
  };
  return {
    async encode(value) {
      const bytes = await codec.json.encode(value);
      await checked(bytes, "value: ");
      return bytes;
    },
    decode: (bytes) => checked(bytes),
  };
}

function said({ message, path = [] }: StandardSchemaIssue): string {
  const names = path.map((part) => String(typeof part === "object" ? part.key : part));
  return names.length === 0 ? message : `${names.join(".")}: ${message}`;
}

/**
 * The codec that `kv.typed` was given, or that of the schema.
 *
 * @throws {TypeError} for what is neither
 */
export function codecOf<Value, Input>(
  type: StandardSchema<Input, Value> | Codec<Value, Input>,
): Codec<Value, Input> {
  // Some validators are functions.
  const known = (typeof type === "object" && type !== null) || typeof type === "function";
  if (known && "~standard" in type) return schemaCodec(type);
  if (known && typeof type.encode === "function" && typeof type.decode === "function") return type;
  throw new TypeError(
    "kv.typed(): expected a codec, such as codec.bytes, or a validator that follows the Standard " +
      `Schema, got ${shown(type)}`,
  );
}
