/**
 * Every field of every Go struct that the methods reach has its place: in a message, or, below what
 * travels as JSON, in `gen/go_json.ts`.
 *
 * @module
 */

import type { DescMessage, Registry } from "@bufbuild/protobuf";
import { fieldFor, messagesFor } from "../gen/go_fields.ts";
import type { GoMethod, GoSchema } from "../gen/go_schema.ts";
import { flatFields, jsonFields } from "../gen/go_struct.ts";
import { namesIn, parseGoType } from "../gen/go_type.ts";
import { jsonBlobs } from "../gen/json_blobs.ts";
import { jsonTypeName } from "../gen/write_go_json.ts";
import { misfit } from "./can_hold.ts";
import type { ExceptionBook } from "./exceptions.ts";
import type { Outcome } from "./outcome.ts";

/** Types that are values of their own; their insides are nobody's business. */
const OPAQUE = new Set(["time.Time", "json.RawMessage"]);

/** Compares every struct. `goJson` is the text of `gen/go_json.ts`. */
export function checkGoTypes(
  protos: Registry,
  schema: GoSchema,
  book: ExceptionBook,
  goJson: string,
): Outcome[] {
  const blobs = new Set(Object.values(jsonBlobs).flatMap(({ goType }) => goType ?? []));
  const stop = (name: string) => OPAQUE.has(name) || book.covers(name);
  // ProductLimits is both: JSON in one method, a message in a hook.
  const inMessages = reached(
    schema,
    [...schema.api, ...schema.hooks],
    (name) => stop(name) || (blobs.has(name) && messagesFor(protos, schema, name).length === 0),
  );
  const inJson = closure(schema, [...blobs], stop);
  return [
    ...checkMessages(protos, schema, [...inMessages], book),
    checkJson(schema, [...inJson], book, goJson),
  ];
}

function checkMessages(
  protos: Registry,
  schema: GoSchema,
  structs: readonly string[],
  book: ExceptionBook,
): Outcome[] {
  const without: string[] = [];
  const gaps: string[] = [];
  let count = 0;
  let absent = 0;
  for (const goName of structs) {
    const messages = messagesFor(protos, schema, goName);
    if (messages.length === 0) without.push(`${goName} has no message`);
    const fields = flatFields(schema, goName);
    count += fields.length;
    for (const field of fields) {
      const problems = messages.flatMap((message) => problem(schema, goName, message, field) ?? []);
      if (messages.length > 0 && problems.length === 0) continue;
      const key = [`${goName}.${field.name}`, field.type.replace("*", "")].find(book.covers);
      if (key === undefined) gaps.push(...problems);
      else if (book.isAbsent(key)) absent++;
    }
  }
  return [
    {
      name: "messages",
      ours: structs.length - without.length,
      theirs: structs.length,
      gaps: without,
    },
    { name: "fields", ours: count - gaps.length - absent, theirs: count, gaps },
  ];
}

function problem(
  schema: GoSchema,
  goName: string,
  message: DescMessage,
  field: { readonly name: string; readonly type: string; readonly json?: string },
): string | undefined {
  const found = fieldFor(message, goName, field);
  if (!found) return `${goName}.${field.name} has no field in ${message.name}`;
  const why = misfit(schema, field.type, found);
  return why && `${goName}.${field.name}: in ${message.name}, ${why}`;
}

function checkJson(
  schema: GoSchema,
  structs: readonly string[],
  book: ExceptionBook,
  goJson: string,
): Outcome {
  const written = members(goJson);
  const gaps: string[] = [];
  let count = 0;
  let absent = 0;
  for (const goName of structs) {
    const keys = new Map(jsonFields(schema, goName).map(({ goName, key }) => [goName, key]));
    const have = written.get(jsonTypeName(goName));
    for (const field of flatFields(schema, goName)) {
      count++;
      const key = keys.get(field.name);
      const hasIt = key !== undefined && have?.has(`${key} ${field.type}`);
      if (hasIt) continue;
      const name = `${goName}.${field.name} in JSON`;
      if (book.covers(name)) {
        if (book.isAbsent(name)) absent++;
      } else gaps.push(`${name}: ${jsonTypeName(goName)} in gen/go_json.ts has no place for it`);
    }
  }
  return { name: "fields in JSON", ours: count - gaps.length - absent, theirs: count, gaps };
}

/** The members of every interface: key and Go type. */
function members(goJson: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (
    const [, name = "", body = ""] of goJson.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)
  ) {
    const rows = body.matchAll(/\/\*\* Go: `(.*)`\. \*\/\n {2}(\w+)\??:/g);
    found.set(name, new Set([...rows].map(([, type, key]) => `${key} ${type}`)));
  }
  return found;
}

function reached(
  schema: GoSchema,
  methods: readonly GoMethod[],
  stop: (name: string) => boolean,
): Set<string> {
  const types = methods.flatMap(({ params, results }) => [...params, ...results])
    .map(({ type }) => parseGoType(type));
  return closure(schema, types.flatMap(namesIn), stop);
}

/** The structs among these types and below them. */
function closure(
  schema: GoSchema,
  names: readonly string[],
  stop: (name: string) => boolean,
): Set<string> {
  const seen = new Set<string>(names);
  const structs = new Set<string>();
  for (const name of seen) {
    if (stop(name)) continue;
    const type = schema.types[name];
    if (!type) throw new Error(`gen/go_schema.json describes no type ${name}.`);
    if (type.kind === "struct") {
      structs.add(name);
      for (const field of flatFields(schema, name)) {
        namesIn(parseGoType(field.type)).forEach((inner) => seen.add(inner));
      }
    }
    for (const part of [type.elem, type.key]) {
      if (part !== undefined) namesIn(parseGoType(part)).forEach((inner) => seen.add(inner));
    }
  }
  return structs;
}
