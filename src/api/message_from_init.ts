/**
 * From what an author writes to a message that can be sent: nested plain objects become messages, and
 * anything that would fail (or silently become something else) on the way is refused here, by name.
 *
 * @module
 */
import {
  create,
  type DescEnum,
  type DescField,
  type DescMessage,
  type MessageShape,
  ScalarType,
} from "@bufbuild/protobuf";
import { isWrapperDesc } from "@bufbuild/protobuf/wkt";
import { ValidationError } from "./errors.ts";
import { jsonFrom } from "./json_from_init.ts";
import { nearestName } from "./nearest_name.ts";
import { Mismatch, shown } from "./mismatch.ts";

/** Turns the value of one field; throws a {@link Mismatch}. */
type Convert = (value: unknown, depth: number) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/** Far above what the contract needs; what is deeper is circular. */
const maxDepth = 100;

/**
 * Builds the message. `init` may be a complete message, a plain object, or any mix of both; it is not
 * changed.
 *
 * @param schema the message's descriptor
 * @param init what the author wrote
 * @param where how error texts call it: `api.createPost(request)`
 * @throws {ValidationError} naming the field, what was expected and what was there
 */
export function messageFrom<Schema extends DescMessage>(
  schema: Schema,
  init: unknown,
  where: string,
): MessageShape<Schema> {
  try {
    return compiled(schema)(init, 0) as MessageShape<Schema>;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    throw new ValidationError({
      message: `${[where, ...error.path].join(".").replaceAll(".[", "[")}: ${error.text}`,
      id: "plugin.invalid_argument",
    });
  }
}

const converters = new WeakMap<DescMessage, Convert>();

function compiled(schema: DescMessage): Convert {
  let convert = converters.get(schema);
  if (convert === undefined) {
    convert = compile(schema);
    converters.set(schema, convert);
  }
  return convert;
}

function compile(schema: DescMessage): Convert {
  const members = new Map<string, Convert>();
  for (const member of schema.members) {
    members.set(
      member.localName,
      member.kind === "oneof" ? oneof(member.fields) : field(member),
    );
  }
  const name = schema.name;
  return (init, depth) => {
    if (typeof init !== "object" || init === null || Array.isArray(init)) {
      throw new Mismatch(`expected ${article(name)} as an object, got ${shown(init)}`);
    }
    if (depth > maxDepth) throw new Mismatch(`nested more than ${maxDepth} deep; is it circular?`);
    const message = create(schema) as unknown as Record<string, unknown>;
    const source = init as Fields;
    for (const key of Object.keys(source)) {
      const convert = members.get(key);
      const value = source[key];
      if (convert === undefined) {
        special(schema, message, key, value, members);
      } else if (value !== undefined) {
        try {
          const converted = convert(value, depth + 1);
          if (converted !== undefined) message[key] = converted;
        } catch (error) {
          throw error instanceof Mismatch ? error.under(key) : error;
        }
      }
    }
    return message;
  };
}

/** The keys of an init that are no fields. */
function special(
  schema: DescMessage,
  message: Record<string, unknown>,
  key: string,
  value: unknown,
  members: ReadonlyMap<string, Convert>,
): void {
  if (key === "$typeName") {
    if (value === schema.typeName) return;
    throw new Mismatch(`expected ${article(schema.name)}, got a message of type ${shown(value)}`);
  }
  if (key === "$unknown") {
    // Fields of a newer server: whoever hands a message back must not lose them.
    message[key] = value;
    return;
  }
  const near = nearestName(key, [...members.keys()]);
  const known = near !== undefined
    ? `did you mean "${near}"?`
    : members.size === 0
    ? "it has no fields"
    : `its fields are ${[...members.keys()].join(", ")}`;
  throw new Mismatch(`${schema.name} has no field "${key}"; ${known}`);
}

function field(desc: DescField): Convert {
  switch (desc.fieldKind) {
    case "scalar":
      return scalar(desc.scalar);
    case "enum":
      return enumeration(desc.enum);
    case "message":
      return absentIfNull(messageField(desc, desc.message, desc.oneof === undefined));
    case "list":
      return list(element(desc, desc.listKind));
    case "map":
      return map(element(desc, desc.mapKind));
  }
}

/** Clients often have `null` at hand where a message may be absent. */
function absentIfNull(convert: Convert): Convert {
  return (value, depth) => value === null ? undefined : convert(value, depth);
}

function element(
  desc: DescField & { fieldKind: "list" | "map" },
  kind: "scalar" | "enum" | "message",
): Convert {
  switch (kind) {
    case "scalar":
      return scalar(desc.scalar as ScalarType);
    case "enum":
      return enumeration(desc.enum as DescEnum);
    case "message":
      return messageField(desc, desc.message as DescMessage, false);
  }
}

function messageField(desc: DescField, message: DescMessage, singular: boolean): Convert {
  if (message.typeName === "google.protobuf.Struct") {
    // Inside of a Value, protobuf-es wants the message itself.
    if (desc.parent.typeName !== "google.protobuf.Value") return (value) => jsonFrom(value, true);
  }
  if (singular && isWrapperDesc(message)) return scalar(message.fields[0].scalar);
  let convert: Convert | undefined;
  return (value, depth) => (convert ??= compiled(message))(value, depth);
}

function oneof(fields: readonly DescField[]): Convert {
  const cases = new Map(fields.map((each) => [each.localName, field(each)]));
  return (value, depth) => {
    const given = value as { case?: unknown; value?: unknown } | null;
    if (typeof given !== "object" || given === null) {
      throw new Mismatch(`expected { case, value }, got ${shown(value)}`);
    }
    if (given.case === undefined) return { case: undefined };
    const convert = typeof given.case === "string" ? cases.get(given.case) : undefined;
    if (convert === undefined) {
      throw new Mismatch(`expected a case of ${[...cases.keys()].join(", ")}`).under("case");
    }
    try {
      return { case: given.case, value: convert(given.value, depth) };
    } catch (error) {
      throw error instanceof Mismatch ? error.under("value") : error;
    }
  };
}

function list(convert: Convert): Convert {
  return (value, depth) => {
    if (!Array.isArray(value)) throw new Mismatch(`expected an array, got ${shown(value)}`);
    return value.map((item, index) => {
      try {
        return convert(item, depth);
      } catch (error) {
        throw error instanceof Mismatch ? error.under(`[${index}]`) : error;
      }
    });
  };
}

function map(convert: Convert): Convert {
  return (value, depth) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new Mismatch(`expected an object, got ${shown(value)}`);
    }
    const result: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      try {
        // Not an assignment: a user's key may be `__proto__`.
        Object.defineProperty(result, key, {
          value: convert(item, depth),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      } catch (error) {
        throw error instanceof Mismatch ? error.under(key) : error;
      }
    }
    return result;
  };
}

function scalar(type: ScalarType): Convert {
  switch (type) {
    case ScalarType.STRING:
      return (value) => {
        if (typeof value === "string") return value;
        throw new Mismatch(`expected a string, got ${shown(value)}`);
      };
    case ScalarType.BOOL:
      return (value) => {
        if (typeof value === "boolean") return value;
        throw new Mismatch(`expected true or false, got ${shown(value)}`);
      };
    case ScalarType.BYTES:
      return bytes;
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return (value) => {
        if (typeof value === "number") return value;
        throw new Mismatch(`expected a number, got ${shown(value)}`);
      };
    case ScalarType.INT64:
    case ScalarType.SINT64:
    case ScalarType.SFIXED64:
      return long(-(2n ** 63n), 2n ** 63n - 1n);
    case ScalarType.UINT64:
    case ScalarType.FIXED64:
      return long(0n, 2n ** 64n - 1n);
    case ScalarType.UINT32:
    case ScalarType.FIXED32:
      return integer(0, 2 ** 32 - 1);
    default:
      return integer(-(2 ** 31), 2 ** 31 - 1);
  }
}

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  const help = typeof value === "string"
    ? "; write new TextEncoder().encode(text)"
    : value instanceof ArrayBuffer
    ? "; write new Uint8Array(buffer)"
    : "";
  throw new Mismatch(`expected a Uint8Array, got ${shown(value)}${help}`);
}

function integer(least: number, most: number): Convert {
  return (value) => {
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    throw new Mismatch(`expected a whole number from ${least} to ${most}, got ${shown(value)}`);
  };
}

function long(least: bigint, most: bigint): Convert {
  return (value) => {
    if (typeof value === "bigint" && value >= least && value <= most) return value;
    const help = typeof value === "number" && Number.isSafeInteger(value)
      ? `; write ${value}n, or BigInt(value)`
      : "";
    throw new Mismatch(`expected a bigint from ${least} to ${most}, got ${shown(value)}${help}`);
  };
}

function enumeration(desc: DescEnum): Convert {
  const check = integer(-(2 ** 31), 2 ** 31 - 1);
  return (value, depth) => {
    if (typeof value === "number") return check(value, depth);
    const names = desc.values.map((each) => `${desc.name}.${each.localName}`);
    throw new Mismatch(`expected one of ${names.join(", ")}, got ${shown(value)}`);
  };
}

function article(name: string): string {
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}
