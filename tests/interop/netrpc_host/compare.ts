/**
 * Compares Go values, described field by field, with messages.
 *
 * @module
 */
import {
  create,
  type DescField,
  type DescMessage,
  fromJson,
  type JsonValue,
  type Message,
  toJson,
} from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { base64Decode } from "@bufbuild/protobuf/wire";
import type { GoSchema } from "../../../tools/gen/go_schema.ts";
import { goStructOf } from "../../../tools/gen/go_fields.ts";
import { fieldValue, type GoValue, messageFromGo } from "../../contract/message_from_go.ts";

const utf8 = new TextEncoder();

/** The fields of a request or response that stand for Go's parameters or results, in order. */
export function payloadFields(desc: DescMessage): readonly DescField[] {
  return desc.fields.filter((field) =>
    !["context", "pluginContext", "error", "postsReplaced"].includes(field.localName) &&
    field.proto.options?.deprecated !== true && !/(Int64|Optional)$/.test(field.localName)
  );
}

/** The message whose payload the Go values are. */
export function messageOf(
  schema: GoSchema,
  desc: DescMessage,
  values: readonly unknown[],
  texts: readonly unknown[],
): Message {
  if (goStructOf(schema, desc) !== undefined && values.length === 1) {
    return messageFromGo(schema, desc, values[0] as GoValue);
  }
  const message = create(desc);
  const fields = message as unknown as Record<string, unknown>;
  const wanted = payloadFields(desc);
  if (wanted.length !== values.length) {
    throw new Error(
      `${desc.name} has ${wanted.map(({ localName }) => localName).join(", ")} for ` +
        `${values.length} Go values`,
    );
  }
  wanted.forEach((field, at) => {
    const value = values[at] as GoValue | undefined;
    if (value === undefined || value === null) return;
    const blob = jsonBlob(schema, field);
    if (field.localName === "permissionId" && typeof value === "object") {
      // Go passes the whole permission; its id says which.
      fields[field.localName] = (value as { Id: string }).Id;
      return;
    }
    if (field.fieldKind === "list" && field.message?.name === "KeyValuePair") {
      fields[field.localName] = keyValuePairs(field.message, value as readonly unknown[]);
      return;
    }
    if (blob !== undefined) fields[field.localName] = blob(texts[at]);
    else fields[field.localName] = fieldValue(schema, field, value);
  });
  return message;
}

/** Go's list of keys and values in turn; a key is sent as its text. */
function keyValuePairs(desc: DescMessage, values: readonly unknown[]): Message[] {
  const pairs: Message[] = [];
  for (let at = 0; at < values.length; at += 2) {
    pairs.push(
      create(
        desc,
        {
          key: String(values[at]),
          value: fromJson(ValueSchema, (values[at + 1] ?? null) as JsonValue),
        } as never,
      ),
    );
  }
  return pairs;
}

/** What makes a field's value of JSON, where the field carries that. */
function jsonBlob(
  schema: GoSchema,
  field: DescField,
): ((value: unknown) => unknown) | undefined {
  const bytes = (value: unknown) => utf8.encode(JSON.stringify(value));
  if (field.localName.endsWith("Json") && field.fieldKind === "scalar") return bytes;
  if (field.fieldKind !== "message" || goStructOf(schema, field.message) !== undefined) {
    return undefined;
  }
  const [inner] = field.message.fields;
  if (!inner?.localName.endsWith("Json") || field.message.fields.length !== 1) return undefined;
  return (value) => create(field.message, { [inner.localName]: bytes(value) });
}

/** A message without what gob cannot tell: zero values are absent. JSON in bytes is parsed. */
export function canonical(desc: DescMessage, message: Message): unknown {
  return withoutZeros(parseBlobs(toJson(desc, message)));
}

function parseBlobs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parseBlobs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key.endsWith("Json") && typeof one === "string" && one !== ""
        ? JSON.parse(new TextDecoder().decode(base64Decode(one)))
        : parseBlobs(one),
    ]),
  );
}

function withoutZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutZeros);
  if (typeof value !== "object" || value === null) return value;
  return sorted(Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, withoutZeros(one)] as const)
      .filter(([, one]) => !isZero(one)),
  ));
}

function isZero(value: unknown): boolean {
  if (value === null || value === "" || value === 0 || value === false || value === "0") {
    return true;
  }
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map((
      [key, one],
    ) => [key, sorted(one)]),
  );
}

/** Where two canonical values differ; undefined if nowhere. */
export function difference(want: unknown, got: unknown, path = ""): string | undefined {
  if (Object.is(want, got)) return undefined;
  const objects = [want, got].every((one) => typeof one === "object" && one !== null);
  if (!objects || Array.isArray(want) !== Array.isArray(got)) {
    return `${path || "the value"}: want ${shown(want)}, got ${shown(got)}`;
  }
  const [a, b] = [want as Record<string, unknown>, got as Record<string, unknown>];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[key], b[key], path === "" ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Whether the plugin got Go's error; undefined if so. A plain error of Go's has a text alone; there
 * may be more around it.
 */
export function errorDifference(
  failure: Record<string, unknown>,
  error: Record<string, unknown> | undefined,
): string | undefined {
  const right = String(error?.["message"] ?? "").includes(String(failure["Message"])) &&
    (failure["Id"] === undefined ||
      ["Id", "DetailedError", "RequestId", "StatusCode", "Where"].every((name) =>
        String(error?.[`${name.charAt(0).toLowerCase()}${name.slice(1)}`]) === failure[name]
      ));
  return right
    ? undefined
    : `want ${JSON.stringify(failure)}, got ${JSON.stringify(error ?? null)}`;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 200);
}
