/**
 * The wire table (`tests/contract/wire.tsv`): what other implementations of the contract speak.
 *
 * @module
 */

import { type DescField, type DescMethod, type Registry, ScalarType } from "@bufbuild/protobuf";
import { contractMessages } from "../gen/go_fields.ts";
import { PACKAGE } from "../gen/shapes.ts";
import type { Outcome } from "./outcome.ts";

/** The table, by kind of row. Keys say what the row is about, values what it says. */
export interface WireTable {
  readonly messages: ReadonlySet<string>;
  /** `Message.field` to `number type label`. */
  readonly fields: ReadonlyMap<string, string>;
  /** `Enum.VALUE` to its number. */
  readonly values: ReadonlyMap<string, string>;
  /** `Service.Method` to `Request Response mode`. */
  readonly rpcs: ReadonlyMap<string, string>;
}

/** Parses the table. */
export function parseWire(text: string): WireTable {
  const messages = new Set<string>();
  const fields = new Map<string, string>();
  const values = new Map<string, string>();
  const rpcs = new Map<string, string>();
  for (const line of text.split("\n").filter((line) => line !== "")) {
    const [kind = "", first = "", ...rest] = line.split("\t");
    if (kind === "message") messages.add(first);
    else if (kind === "field") fields.set(`${first}.${rest[0]}`, rest.slice(1).join(" "));
    else if (kind === "value") values.set(`${first}.${rest[0]}`, rest.slice(1).join(" "));
    else if (kind === "rpc") rpcs.set(`${first}.${rest[0]}`, rest.slice(1).join(" "));
    else if (!["file", "enum", "service"].includes(kind)) throw new Error(`wire.tsv: ${kind}?`);
  }
  return { messages, fields, values, rpcs };
}

/** Our descriptors as such a table. */
export function wireTableOf(protos: Registry): WireTable {
  const messages = new Set<string>();
  const fields = new Map<string, string>();
  const values = new Map<string, string>();
  const rpcs = new Map<string, string>();
  for (const message of contractMessages(protos)) {
    messages.add(message.name);
    for (const field of message.fields) {
      const words = [field.number, typeName(field), label(field)];
      fields.set(`${message.name}.${field.name}`, words.join(" "));
    }
  }
  for (const type of protos) {
    if (type.kind === "enum" && type.file.proto.package === PACKAGE) {
      for (const { name, number } of type.values) values.set(`${type.name}.${name}`, `${number}`);
    }
    if (type.kind === "service" && type.file.proto.package === PACKAGE) {
      for (const rpc of type.methods) {
        const words = [rpc.input.name, rpc.output.name, mode(rpc)];
        rpcs.set(`${type.name}.${rpc.name}`, words.join(" "));
      }
    }
  }
  return { messages, fields, values, rpcs };
}

function typeName(field: DescField): string {
  if (field.fieldKind === "map") {
    return `map<${ScalarType[field.mapKey].toLowerCase()},${named(field)}>`;
  }
  return named(field);
}

function named(field: DescField): string {
  const type = field.message ?? field.enum;
  if (type) return type.typeName.replace(`${PACKAGE}.`, "");
  return field.scalar === undefined ? "" : ScalarType[field.scalar].toLowerCase();
}

function label(field: DescField): string {
  if (field.fieldKind === "map") return "map";
  if (field.fieldKind === "list") return "repeated";
  if (field.oneof) return `oneof:${field.oneof.name}`;
  return field.proto.proto3Optional ? "optional" : "-";
}

function mode({ methodKind }: DescMethod): string {
  return methodKind === "bidi_streaming" ? "bidi" : methodKind.replace("_streaming", "");
}

/** Every row of the wire table must be in ours, word by word. */
export function checkWire(wire: WireTable, ours: WireTable): Outcome[] {
  const compare = (
    name: string,
    wanted: ReadonlyMap<string, string>,
    had: ReadonlyMap<string, string>,
  ): Outcome => {
    const gaps = [...wanted].flatMap(([key, says]) => {
      const has = had.get(key);
      if (has === says) return [];
      return [
        `${key} is "${says}" on the wire, ${has === undefined ? "missing" : `"${has}"`} here`,
      ];
    });
    return { name, ours: wanted.size - gaps.length, theirs: wanted.size, gaps };
  };
  const present = (names: ReadonlySet<string>) =>
    new Map([...names].map((name) => [name, "a message"]));
  return [
    compare("wire rpcs", wire.rpcs, ours.rpcs),
    compare("wire messages", present(wire.messages), present(ours.messages)),
    compare("wire fields", wire.fields, ours.fields),
    compare("wire enum values", wire.values, ours.values),
  ];
}

/** The smallest number of a field that we added to a message of the wire. */
export const FIRST_ADDED = 100;

/** What we added to a message of the wire must be numbered so that the wire can grow below it. */
export function checkNumbering(wire: WireTable, protos: Registry): Outcome {
  const added = contractMessages(protos).filter(({ name }) => wire.messages.has(name))
    .flatMap(({ fields }) => fields)
    .filter(({ parent, name }) => !wire.fields.has(`${parent.name}.${name}`));
  const gaps = added.filter(({ number }) => number < FIRST_ADDED).map(({ parent, name, number }) =>
    `${parent.name}.${name} is not of the wire, but numbered ${number}: below ${FIRST_ADDED}`
  );
  return {
    name: `added fields from ${FIRST_ADDED}`,
    ours: added.length - gaps.length,
    theirs: added.length,
    gaps,
  };
}
