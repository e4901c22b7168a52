/**
 * Writes `gen/gob_schema.ts`: what gob needs to know of Go's types, as text that costs nothing until
 * it is read.
 *
 * @module
 */

import type { DescField, DescMessage, Registry } from "@bufbuild/protobuf";
import { contractMessages, fieldFor, goStructOf } from "./go_fields.ts";
import type { GoField, GoSchema } from "./go_schema.ts";
import { namedType, namesIn, parseGoType } from "./go_type.ts";
import { gobArgs, gobReturns, type GobValue, writtenByHand } from "./gob_params.ts";
import { jsonBlobs } from "./json_blobs.ts";
import type { Method } from "./methods.ts";
import { byCode, generatedModule, imports } from "./source.ts";

/** Types that net/rpc has and no method names. */
const TRANSPORT_TYPES = ["plugin.HTTPRequestSubset"];

/** Writes the module. */
export function writeGobSchema(
  protos: Registry,
  schema: GoSchema,
  methods: { readonly api: readonly Method[]; readonly hooks: readonly Method[] },
): string {
  const pairs = messagePairs(protos, schema);
  const all = [...methods.api, ...methods.hooks].filter(({ go }) => !writtenByHand.has(go.name));
  const roots = [
    ...all.flatMap((method) => [...gobArgs(schema, method), ...gobReturns(schema, method)])
      .filter(({ goType }) => goType !== "error")
      .flatMap(({ goType }) => namesIn(parseGoType(goType))),
    ...pairs.map(({ goStruct }) => goStruct),
    ...Object.values(jsonBlobs).flatMap(({ goType }) => goType ?? []),
    ...schema.registered.flatMap(({ type }) => namesIn(parseGoType(type))),
    ...TRANSPORT_TYPES,
  ];
  const body = [
    constant("gobTypes", TYPES, typeLines(schema, roots)),
    constant("gobMessages", MESSAGES, pairs.map((pair) => messageLine(schema, pair))),
    constant("gobApi", METHODS, methods.api.flatMap((method) => methodLine(schema, method) ?? [])),
    constant(
      "gobHooks",
      METHODS,
      methods.hooks.flatMap((method) => methodLine(schema, method) ?? []),
    ),
    constant(
      "gobRegistered",
      REGISTERED,
      schema.registered.map(({ name, type }) => `${name}\t${short(type)}`),
    ),
  ].join("\n");
  const about = "What gob needs to know of Go's types, one entry a line. It is text, so that it " +
    "costs\nnothing until it is read.";
  return generatedModule(about, imports(), body);
}

const TYPES =
  `Go's types. A struct has its fields behind the first tab: name, type, json tag, with ` +
  `"+" before\nan embedded one. Another type has "=" and what it is made of, or "!" and how its ` +
  `values encode\nthemselves. \`any\` is the empty interface.`;
const MESSAGES = `Messages and the Go structs that they stand for: the message, the struct, then ` +
  `for each field of\nthe struct the field of the message by its local name; "-" where it has ` +
  `none, "*" where the\nmessage has the fields of an embedded struct itself.`;
const METHODS = `Methods: Go's name, the parameters, the results. Each value is the message's ` +
  `field by its local\nname and Go's type; "." is the message itself. "#" before a field says ` +
  `that it holds the value's\nJSON, behind a "/" in a field of the message in it.`;
const REGISTERED = "Types that Go registered for values in interfaces: the name that travels, " +
  "and the type.";

function constant(name: string, about: string, lines: readonly string[]): string {
  const text = lines.map((line) => line.replaceAll("\\", "\\\\").replaceAll("`", "\\`"));
  const doc = about.split("\n").map((line) => ` * ${line}`).join("\n");
  return `/**\n${doc}\n */\nexport const ${name} = \`\n${text.join("\n")}\n\`;\n`;
}

/** As reflection writes it, but for the empty interface. */
function short(type: string): string {
  return type.replaceAll("interface {}", "any");
}

/** A message and the struct that it stands for. */
export interface Pair {
  readonly message: DescMessage;
  readonly goStruct: string;
}

/** Messages with their structs, and with the structs embedded in those. */
export function messagePairs(protos: Registry, schema: GoSchema): readonly Pair[] {
  const made: Pair[] = [];
  const add = (message: DescMessage, goStruct: string): void => {
    made.push({ message, goStruct });
    for (const field of namedType(schema, goStruct).fields ?? []) {
      if (isFlattened(message, goStruct, field)) add(message, field.type.replace("*", ""));
    }
  };
  for (const message of contractMessages(protos)) {
    const goStruct = goStructOf(schema, message);
    // Those of HTTP itself do not travel: the transport has its own.
    if (goStruct !== undefined && !goStruct.startsWith("http.")) add(message, goStruct);
  }
  return made;
}

function isFlattened(message: DescMessage, goStruct: string, field: GoField): boolean {
  return field.embedded === true && fieldFor(message, goStruct, field) === undefined;
}

/** The field of a message that holds a field of a struct. */
export function messageFieldOf(
  message: DescMessage,
  goStruct: string,
  field: GoField,
): DescField | undefined {
  return isFlattened(message, goStruct, field) ? undefined : fieldFor(message, goStruct, field);
}

function messageLine(schema: GoSchema, { message, goStruct }: Pair): string {
  const fields = sendableFields(schema, goStruct).map((field) =>
    isFlattened(message, goStruct, field)
      ? "*"
      : messageFieldOf(message, goStruct, field)?.localName ?? "-"
  );
  return [message.name, goStruct, ...fields].join("\t");
}

/** Every type that is reached, by its name. */
function typeLines(schema: GoSchema, roots: readonly string[]): string[] {
  const seen = new Set(roots);
  const lines: string[] = [];
  for (const name of seen) {
    lines.push(typeLine(schema, name));
    const type = namedType(schema, name);
    if (type.gob) continue;
    const inner = type.kind === "struct"
      ? sendableFields(schema, name).map((field) => field.type)
      : [type.elem, type.key].filter((part) => part !== undefined);
    for (const text of inner) namesIn(parseGoType(text)).forEach((found) => seen.add(found));
  }
  return lines.sort(byCode);
}

function typeLine(schema: GoSchema, name: string): string {
  const type = namedType(schema, name);
  if (type.gob) return `${name}!${type.gob.replace("*", "")}`;
  switch (type.kind) {
    case "struct":
      return [
        name,
        ...sendableFields(schema, name).map((field) =>
          `${field.embedded ? "+" : ""}${field.name} ${short(field.type)}${
            field.json === undefined ? "" : ` ${field.json}`
          }`
        ),
      ].join("\t");
    case "slice":
      return `${name}=[]${short(type.elem ?? "")}`;
    case "map":
      return `${name}=map[${type.key}]${short(type.elem ?? "")}`;
    default:
      return `${name}=${type.kind}`;
  }
}

/** Packages whose values are of no use outside Go's process; nothing of ours has a place for them. */
const ELSEWHERE = new Set(["crypto/tls", "crypto/x509", "mime/multipart", "net/http"]);

/** The fields that gob sends and that somebody reads. */
export function sendableFields(schema: GoSchema, goStruct: string): readonly GoField[] {
  return (namedType(schema, goStruct).fields ?? []).filter(({ type }) =>
    namesIn(parseGoType(type)).every((name) => {
      const { kind, package: from } = namedType(schema, name);
      return kind !== "func" && kind !== "chan" && kind !== "interface" &&
        (name === "http.Header" || !ELSEWHERE.has(from));
    })
  );
}

function methodLine(schema: GoSchema, method: Method): string | undefined {
  const { name } = method.go;
  if (writtenByHand.has(name)) return undefined;
  const values = (list: readonly GobValue[]) => list.map(valueText).join("|");
  return [name, values(gobArgs(schema, method)), values(gobReturns(schema, method))].join("\t");
}

function valueText({ field, json, goType }: GobValue): string {
  const path = field === null
    ? "."
    : json === null
    ? field.localName
    : `#${field.localName}${json.inner === null ? "" : `/${json.inner.localName}`}`;
  return `${path} ${short(goType)}`;
}
