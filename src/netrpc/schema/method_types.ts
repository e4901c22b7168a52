/**
 * What net/rpc sends for a method: structs of its parameters and of its results, as the messages of
 * the contract.
 *
 * @module
 */

import type { DescField, DescMessage, Message } from "@bufbuild/protobuf";
import { apiMethods } from "../../../gen/api_methods.ts";
import { gobApi, gobHooks } from "../../../gen/gob_schema.ts";
import { hookMethods } from "../../../gen/hook_methods.ts";
import type { MethodInfo } from "../../../gen/method_info.ts";
import type { PluginAPI } from "../../../gen/plugin_api.ts";
import type { HookName } from "../../../gen/plugin_hooks.ts";
import { widePairs } from "../../contract/wide_integers.ts";
import { decodedInto } from "../../contract/decoded_into.ts";
import type { GobType } from "../gob/gob_type.ts";
import { propertyField, type StructField, structType } from "../gob/structs.ts";
import { gobAppError, gobError } from "./app_error.ts";
import { fieldType } from "./field_type.ts";
import { freshMessage } from "./fresh_message.ts";
import { goMessage } from "./go_message.ts";
import { type GoType, parseGoType, pointee } from "./go_type.ts";
import { jsonBytes, wrappedJsonBytes } from "./json_bytes.ts";
import { logPairs } from "./log_pairs.ts";
import { replacing } from "./replacing.ts";
import { supersededSteps } from "./superseded_steps.ts";
import { wideField } from "./wide_field.ts";

/** The structs of a method. */
export interface MethodTypes {
  /** The method's name; on the wire it follows `Plugin.`. */
  readonly goName: string;
  /** The arguments, as the request's message. */
  readonly args: GobType<Message>;
  /** The results, as the response's message. */
  readonly returns: GobType<Message>;
}

const made = new Map<MethodInfo, MethodTypes>();

/**
 * The structs of an API method. The arguments of those with streams are not here.
 *
 * @throws {Error} for methods whose structs are written by hand.
 *
 * @example
 * ```ts ignore
 * const { goName, args, returns } = apiTypes("getUser");
 * const user = await client.call(`Plugin.${goName}`, args, request, returns);
 * ```
 */
export function apiTypes(name: keyof PluginAPI): MethodTypes {
  return typesOf(apiMethods[name], gobApi);
}

/**
 * The structs of a hook. The arguments of those with streams are not here.
 *
 * @throws {Error} for hooks whose structs are written by hand.
 */
export function hookTypes(name: HookName): MethodTypes {
  return typesOf(hookMethods[name], gobHooks);
}

function typesOf(info: MethodInfo, text: string): MethodTypes {
  const known = made.get(info);
  if (known) return known;
  const { goName, method } = info;
  const [args, returns] = valuesOf(goName, text);
  const types: MethodTypes = {
    goName,
    args: messageStruct(`Z_${goName}Args`, method.input, args),
    returns: messageStruct(`Z_${goName}Returns`, method.output, returns, decodedInto.has(goName)),
  };
  made.set(info, types);
  return types;
}

const indexes = new Map<string, Map<string, string>>();

/** The line of a method: the texts of its arguments and results. */
function valuesOf(goName: string, text: string): readonly [args: string, returns: string] {
  let index = indexes.get(text);
  if (!index) {
    index = new Map(
      text.trim().split("\n").map((line) => [line.slice(0, line.indexOf("\t")), line]),
    );
    indexes.set(text, index);
  }
  const line = index.get(goName);
  if (line === undefined) {
    throw new Error(`The structs of ${goName} are written by hand: it streams, or says more.`);
  }
  const [, args = "", returns = ""] = line.split("\t");
  return [args, returns];
}

function messageStruct(
  goName: string,
  desc: DescMessage,
  values: string,
  isReplacing = false,
): GobType<Message> {
  const list = values === "" ? [] : values.split("|").map(parseValue);
  return structType<Message>({
    goName,
    fields: () =>
      list.map((value, at) => {
        const field = valueField(letterOf(at), value, desc);
        return isReplacing && at === 0 ? { ...field, type: replacing(field.type) } : field;
      }),
    fresh: freshMessage(desc),
    ...supersededSteps(desc),
  });
}

interface Value {
  readonly path: string;
  readonly type: GoType;
  readonly goType: string;
}

function parseValue(text: string): Value {
  const space = text.indexOf(" ");
  const goType = text.slice(space + 1);
  return { path: text.slice(0, space), goType, type: parseGoType(goType) };
}

/** Go's generator of the transport calls parameters and results A, B, C and so on. */
function letterOf(at: number): string {
  return String.fromCharCode("A".charCodeAt(0) + at);
}

function valueField(letter: string, { path, type, goType }: Value, desc: DescMessage): StructField {
  if (path === ".") return wholeMessage(letter, type, desc);
  const [outer = "", inner] = path.replace("#", "").split("/");
  const field = fieldNamed(desc, outer);
  const pair = widePairs(desc).find(({ narrow }) => narrow === outer);
  if (pair) return wideField(letter, pair);
  return propertyField(letter, codecOf(path, goType, type, field, inner), outer);
}

function codecOf(
  path: string,
  goType: string,
  type: GoType,
  field: DescField,
  inner: string | undefined,
): GobType<unknown> {
  if (goType === "error") return gobError as GobType<unknown>;
  if (goType === "*model.AppError") return gobAppError as GobType<unknown>;
  if (goType === "[]any") return logPairs() as GobType<unknown>;
  if (!path.startsWith("#")) return fieldType(type, field);
  return (inner === undefined ? jsonBytes(type) : wrappedJsonBytes(type, field, inner)) as GobType<
    unknown
  >;
}

/** The parameter is a struct whose fields are the request's own. */
function wholeMessage(letter: string, type: GoType, desc: DescMessage): StructField {
  const struct = pointee(type);
  if (struct.kind !== "named") throw new Error(`${desc.name} stands for no ${struct.kind}.`);
  const inner = goMessage(struct.name, desc);
  return {
    goName: letter,
    type: inner as GobType<unknown>,
    get: (target) => target,
    readerFor: (types, id) => inner.intoFor(types, id),
  };
}

function fieldNamed(desc: DescMessage, localName: string): DescField {
  const field = desc.fields.find((one) => one.localName === localName);
  if (!field) throw new Error(`gen/gob_schema.ts is stale: ${desc.name} has no ${localName}.`);
  return field;
}
