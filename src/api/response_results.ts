/**
 * From an answer to what an API method returns.
 *
 * @module
 */
import type { DescField, DescMessage, JsonObject, Message } from "@bufbuild/protobuf";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { MethodInfo, ResultInfo } from "../../gen/method_info.ts";
import { preferNew } from "../contract/superseded_fields.ts";
import { fromAppError, isFailure } from "./app_error.ts";
import { PluginAPIError } from "./errors.ts";

/** Reads an answer: gives the results, or throws the error that it holds. */
export type ReadResponse = (response: Message) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/** What reads the answers of one method. */
export function responseReader(info: MethodInfo, schema: DescMessage): ReadResponse {
  const fails = schema.fields.some((field) => field.localName === "error");
  const readers = info.results.map((result) => ({
    property: result.property,
    read: resultReader(info, schema, result),
  }));
  return (response) => {
    preferNew(schema, response);
    const fields = response as unknown as Fields;
    if (fails) {
      const error = fields["error"] as AppError | undefined;
      if (isFailure(error)) throw fromAppError(error, info.name);
    }
    const [first] = readers;
    if (first === undefined) return undefined;
    if (readers.length === 1) return first.read(fields);
    return Object.fromEntries(readers.map(({ property, read }) => [property, read(fields)]));
  };
}

function resultReader(
  info: MethodInfo,
  schema: DescMessage,
  result: ResultInfo,
): (fields: Fields) => unknown {
  const { field, inner, nullable } = result;
  const desc = schema.fields.find((each) => each.localName === field);
  if (desc === undefined) throw new TypeError(`${schema.name} has no field ${field}`);
  if (result.json) {
    // Go decodes "nothing" into a configuration that stays as it is: an empty one.
    const nothing = info.name === "loadPluginConfiguration" ? {} : undefined;
    return (fields) => {
      const outer = fields[field];
      const bytes = inner === null ? outer : (outer as Fields | undefined)?.[inner];
      const value = parseJson(info, result.property, bytes as Uint8Array | undefined) ?? nothing;
      if (value !== undefined) return value;
      return orNull(info, result, undefined);
    };
  }
  if (isJsonStruct(desc)) return (fields) => (fields[field] as JsonObject | undefined) ?? {};
  if (nullable && desc.fieldKind === "scalar") {
    return (fields) => {
      const value = fields[field];
      return value === undefined || (value instanceof Uint8Array && value.length === 0)
        ? null
        : value;
    };
  }
  return (fields) => fields[field] ?? orNull(info, result, undefined);
}

function isJsonStruct(desc: DescField): boolean {
  return desc.fieldKind === "message" && desc.message.typeName === "google.protobuf.Struct";
}

function orNull(info: MethodInfo, result: ResultInfo, cause: unknown): null {
  if (result.nullable) return null;
  throw new PluginAPIError({
    message: `${info.name}: the server reported success but sent no ${result.property}, ` +
      "which the plugin API does not allow",
    id: "plugin.broken_answer",
    method: info.name,
    cause,
  });
}

/** The parsed JSON; undefined where there is none. */
function parseJson(info: MethodInfo, property: string, bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) ?? undefined;
  } catch (cause) {
    throw new PluginAPIError({
      message: `${info.name}: the server sent a ${property} that is not JSON`,
      id: "plugin.broken_answer",
      method: info.name,
      cause,
    });
  }
}
