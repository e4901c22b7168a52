/**
 * Which field of a request holds a parameter of Go's method, and which of a response a result.
 *
 * @module
 */

import type { DescField, DescMessage } from "@bufbuild/protobuf";
import { misfit } from "../parity/can_hold.ts";
import { goStructOf, plain, successorOf } from "./go_fields.ts";
import type { GoSchema } from "./go_schema.ts";
import type { JsonPlace, Method } from "./methods.ts";
import { jsonPlace } from "./methods.ts";

/** One value of the structs that net/rpc sends for a method. */
export interface GobValue {
  /** The field of the message; null where the message itself stands for the value. */
  readonly field: DescField | null;
  /** The JSON that the field carries. */
  readonly json: JsonPlace | null;
  readonly goType: string;
}

/** Methods whose arguments are no list of their parameters: those are written by hand. */
export const argsByHand: ReadonlySet<string> = new Set([
  "OnActivate",
  "InstallPlugin",
  "UploadData",
  "ReceiveSharedChannelAttachmentSyncMsg",
]);

/** Methods whose arguments and results are both written by hand. */
export const writtenByHand: ReadonlySet<string> = new Set([
  "Implemented",
  "ServeHTTP",
  "ServeMetrics",
  "FileWillBeUploaded",
  "PluginHTTP",
]);

/** Its result is what Go writes into its parameter: the JSON, as it is. */
const CONFIGURATION = "LoadPluginConfiguration";

/** Types that messages hold otherwise than by a field that fits; the codecs know how. */
const PAIRS = "[]interface {}";
const PERMISSION = "*model.Permission";

/** The parameters of a method, in order. */
export function gobArgs(schema: GoSchema, { go, rpc, service }: Method): readonly GobValue[] {
  if (argsByHand.has(go.name) || go.name === CONFIGURATION) return [];
  const taken = new Set<DescField>();
  return go.params.map(({ name = "", type }) => {
    if (goStructOf(schema, rpc.input) === type.replace("*", "")) {
      return { field: null, json: null, goType: type };
    }
    const { fields } = rpc.input;
    // A permission is its id: the server looks at nothing else of it.
    const wanted = type === PERMISSION ? `${name}_id` : name;
    const byName = fields.find((field) => plain(field.name) === plain(wanted));
    const fitting = fields.filter((field) => !taken.has(field) && !misfit(schema, type, field));
    const field = (byName && successorOf(byName)) ?? byName ??
      (fitting.length === 1 ? fitting[0] : undefined);
    if (!field) {
      throw new Error(`${service}.${go.name}: ${rpc.input.name} has no place for ${name}`);
    }
    taken.add(field);
    return value(schema, `${service}.${go.name}.${name}`, field, type);
  });
}

/** The results of a method, in order; an error has the field of the response's error. */
export function gobReturns(schema: GoSchema, { go, rpc, service }: Method): readonly GobValue[] {
  const free = rpc.output.fields.filter((field) =>
    !isError(field) && !isOwnFlag(rpc.output, field)
  );
  if (go.name === CONFIGURATION) {
    return [{ field: free[0] ?? null, json: null, goType: "[]uint8" }];
  }
  const error = rpc.output.fields.find(isError);
  return go.results.map(({ type }) => {
    const field = type === "error" || type === "*model.AppError" ? error : free.shift();
    if (!field) {
      throw new Error(`${service}.${go.name}: ${rpc.output.name} has no place for ${type}`);
    }
    return value(schema, `${service}.${go.name} -> ${type}`, field, type);
  });
}

function value(schema: GoSchema, what: string, field: DescField, goType: string): GobValue {
  const json = jsonPlace(field);
  const why = json || goType === PAIRS || goType === "error" || goType === PERMISSION
    ? undefined
    : misfit(schema, goType, field);
  if (why) throw new Error(`${what}: ${why}`);
  return { field, json, goType };
}

function isError(field: DescField): boolean {
  return field.name === "error" && field.message?.name === "AppError";
}

/** Flags that say what no Go result says; they come after the results. */
function isOwnFlag(message: DescMessage, field: DescField): boolean {
  return message.name === "MessagesWillBeConsumedResponse" && field.name === "posts_replaced";
}
