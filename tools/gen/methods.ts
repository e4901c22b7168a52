/**
 * The methods of a service as our API shows them: names, results, JSON, streams.
 *
 * @module
 */

import type { DescField, DescMessage, DescMethod, Registry } from "@bufbuild/protobuf";
import { lowerFirstRun } from "../../src/contract/names.ts";
import type { GoMethod, GoSchema } from "./go_schema.ts";
import { type JsonBlob, jsonBlobs } from "./json_blobs.ts";
import { nullableResults } from "./results.ts";
import { serviceNamed } from "./shapes.ts";

/** JSON in a message: in the field itself, or in the one field of a message around it. */
export interface JsonPlace {
  readonly field: DescField;
  readonly property: string;
  /** The field inside the wrapping message; null where `field` itself holds the bytes. */
  readonly inner: DescField | null;
  readonly blob: JsonBlob;
}

/** One result. */
export interface Result {
  readonly field: DescField;
  readonly property: string;
  /** When it is null; undefined where it never is. */
  readonly nullWhen: string | undefined;
  readonly json: JsonPlace | null;
}

/** One method of the plugin API, or one hook. */
export interface Method {
  readonly service: "PluginAPI" | "PluginHooks";
  readonly name: string;
  readonly go: GoMethod;
  readonly rpc: DescMethod;
  /** The rpc with a byte stream beside the message, if there is one. */
  readonly stream: DescMethod | null;
  readonly requestJson: readonly JsonPlace[];
  readonly results: readonly Result[];
}

/** Every method of Go's interface, in its order, joined with its rpc. */
export function methodsOf(
  protos: Registry,
  schema: GoSchema,
  service: "PluginAPI" | "PluginHooks",
): readonly Method[] {
  const rpcs = new Map(serviceNamed(protos, service).methods.map((rpc) => [rpc.name, rpc]));
  const take = (name: string): DescMethod | undefined => {
    const rpc = rpcs.get(name);
    rpcs.delete(name);
    return rpc;
  };
  const methods = (service === "PluginAPI" ? schema.api : schema.hooks).map((listed): Method => {
    // Go's comments have an 11.00 among their 11.0s.
    const go = { ...listed, since: listed.since.replace(/\.0+$/, ".0") };
    const rpc = take(go.name);
    if (!rpc) throw new Error(`proto/ has no rpc ${service}.${go.name}, which Go has.`);
    const streams = rpc.methodKind !== "unary";
    return {
      service,
      name: lowerFirstRun(go.name),
      go,
      rpc,
      stream: streams ? rpc : take(`${go.name}Stream`) ?? null,
      requestJson: rpc.input.fields.flatMap((field) => jsonPlace(field) ?? []),
      results: streams ? [] : resultsOf(service, rpc),
    };
  });
  if (rpcs.size > 0) {
    throw new Error(`Go has no method for the rpcs ${[...rpcs.keys()].join(", ")} of ${service}.`);
  }
  return methods;
}

function resultsOf(service: string, rpc: DescMethod): Result[] {
  return rpc.output.fields.filter((field) => !isError(field)).map((field) => {
    const json = jsonPlace(field);
    return {
      field,
      property: json?.property ?? field.localName,
      nullWhen: nullableResults[`${service}.${rpc.name}.${field.name}`],
      json,
    };
  });
}

function isError(field: DescField): boolean {
  return field.name === "error" && field.message?.name === "AppError";
}

/** Keys of the tables that no rpc uses; they are mistakes. */
export function unusedTableKeys(protos: Registry): string[] {
  const used = new Set<string>();
  for (const service of ["PluginAPI", "PluginHooks"] as const) {
    for (const rpc of serviceNamed(protos, service).methods) {
      for (const field of rpc.output.fields) used.add(`${service}.${rpc.name}.${field.name}`);
    }
  }
  const fields = new Set<string>();
  for (const type of protos) {
    if (type.kind !== "message") continue;
    for (const field of type.fields) fields.add(`${type.name}.${field.name}`);
  }
  return [
    ...Object.keys(nullableResults).filter((key) => !used.has(key)),
    ...Object.keys(jsonBlobs).filter((key) => !fields.has(key)),
  ];
}

/** The JSON that a field carries, or null. */
export function jsonPlace(field: DescField): JsonPlace | null {
  const direct = blobOf(field);
  if (direct) return { field, property: direct.property, inner: null, blob: direct };
  const inner = field.fieldKind === "message" ? soleField(field.message) : undefined;
  const blob = inner && blobOf(inner);
  return inner && blob ? { field, property: field.localName, inner, blob } : null;
}

function soleField(message: DescMessage): DescField | undefined {
  return message.fields.length === 1 ? message.fields[0] : undefined;
}

function blobOf(field: DescField): JsonBlob | undefined {
  const key = `${field.parent.name}.${field.name}`;
  const blob = jsonBlobs[key];
  if (!blob && field.name.endsWith("_json")) {
    throw new Error(`${key} looks like JSON, but tools/gen/json_blobs.ts does not list it.`);
  }
  return blob;
}
