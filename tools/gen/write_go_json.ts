/**
 * Writes `gen/go_json.ts`: interfaces for the JSON that travels as bytes, from the Go types that
 * are marshalled.
 *
 * @module
 */

import type { GoSchema } from "./go_schema.ts";
import { jsonFields } from "./go_struct.ts";
import { type GoType, namedType, parseGoType, underlying } from "./go_type.ts";
import { jsonBlobs } from "./json_blobs.ts";
import { byCode, generatedModule, type Imports, imports } from "./source.ts";

const ABOUT = `The JSON that travels as bytes inside messages, as Go's encoding/json writes it.

A field that is optional here is a pointer, or left out when empty, in Go; an older server does not
know the newer ones. Lists and maps are null where Go's are nil. Times are RFC 3339 strings, bytes
are base64. Numbers beyond 2^53 lose precision.`;

/** Packages whose types need more than their own name. */
const PREFIXES: Readonly<Record<string, string>> = { saml2: "SAML", types: "SAMLXML", xml: "XML" };

/** The interface's name for a Go type. */
export function jsonTypeName(goName: string): string {
  const [pkg = "", name = ""] = goName.split(".");
  return `${PREFIXES[pkg] ?? ""}${name}`;
}

/** Writes the module. */
export function writeGoJson(schema: GoSchema): string {
  const needed = imports();
  const queue = Object.values(jsonBlobs).flatMap(({ goType }) => goType ?? []);
  const written = new Map<string, string>();
  for (let goName = queue.shift(); goName !== undefined; goName = queue.shift()) {
    if (written.has(goName)) continue;
    written.set(goName, writeInterface(schema, goName, needed, queue));
  }
  const names = [...written.keys()].map(jsonTypeName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two Go types would be called ${twice} in gen/go_json.ts.`);
  const body = [...written].sort(([a], [b]) => byCode(jsonTypeName(a), jsonTypeName(b)))
    .map(([, text]) => text).join("\n");
  return generatedModule(ABOUT, needed, body);
}

function writeInterface(
  schema: GoSchema,
  goName: string,
  needed: Imports,
  queue: string[],
): string {
  const members = jsonFields(schema, goName).map((field) => {
    const type = parseGoType(field.type);
    const optional = field.omitEmpty || type.kind === "pointer";
    const written = tsType(schema, type, needed, queue, !field.omitEmpty);
    return `  /** Go: \`${field.type}\`. */\n  ${field.key}${optional ? "?" : ""}: ${written};\n`;
  });
  return `/** Go's \`${goName}\` as JSON. */\nexport interface ${jsonTypeName(goName)} {\n${
    members.join("")
  }}\n`;
}

function tsType(
  schema: GoSchema,
  type: GoType,
  needed: Imports,
  queue: string[],
  nil: boolean,
): string {
  if (type.kind === "named") {
    if (type.name === "time.Time") return "string";
    if (type.name === "json.RawMessage") return jsonValue(needed);
    const named = namedType(schema, type.name);
    // Marshallers of their own are fine where they write what the type looks like anyway.
    if (named.json && named.kind === "struct") {
      throw new Error(`${type.name} marshals itself; gen/go_json.ts cannot tell how.`);
    }
    if (named.kind === "struct") {
      queue.push(type.name);
      return jsonTypeName(type.name);
    }
  }
  const inner = underlying(schema, type);
  const elem = (of: GoType) => tsType(schema, of, needed, queue, true);
  const orNull = nil ? " | null" : "";
  switch (inner.kind) {
    case "pointer":
      return `${tsType(schema, inner.elem, needed, queue, false)}${orNull}`;
    case "slice":
    case "array": {
      if (inner.elem.kind === "basic" && inner.elem.name === "uint8") return `string${orNull}`;
      const text = elem(inner.elem);
      return `${/^[A-Za-z0-9]+$/.test(text) ? text : `(${text})`}[]${orNull}`;
    }
    case "map":
      return `{ [key: string]: ${elem(inner.elem)} }${orNull}`;
    case "any":
      return jsonValue(needed);
    case "basic":
      return inner.name === "string" ? "string" : inner.name === "bool" ? "boolean" : "number";
    default:
      throw new Error(`gen/go_json.ts cannot write the Go type ${JSON.stringify(type)}.`);
  }
}

function jsonValue(needed: Imports): string {
  return needed.type("@bufbuild/protobuf", "JsonValue");
}
