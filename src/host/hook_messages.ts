/** Hook calls as messages: requests from what a host writes, results from what a plugin answers. @module */

import { create, type DescField, type Message } from "@bufbuild/protobuf";
import { ScalarType } from "@bufbuild/protobuf";
import type { MethodInfo, ResultInfo } from "../../gen/method_info.ts";
import { messageFrom } from "../api/message_from_init.ts";
import { packJson, parseJsonField } from "./json_fields.ts";

/**
 * The request of a hook.
 *
 * @throws {ValidationError} naming the field that does not fit
 */
export function hookRequest(info: MethodInfo, request: unknown): Message {
  const init = packJson((request ?? {}) as Record<string, unknown>, info.requestJson);
  return messageFrom(info.method.input, init, `hooks.${info.name}(request)`);
}

/** The results in an answer: none, one value, or an object of several, as the table says. */
export function hookResult(info: MethodInfo, answer: Message): unknown {
  const fields = answer as unknown as Readonly<Record<string, unknown>>;
  return results(info, (result) => {
    const value = result.json
      ? parseJsonField(fields[result.field], result.inner)
      : fields[result.field];
    const isEmpty = value === undefined || value instanceof Uint8Array && value.length === 0;
    // Without presence on the wire, empty bytes are all that says null.
    return isEmpty && result.nullable ? null : value ?? emptyResult(info, result);
  });
}

/** What a hook gives when nobody answered: nothing changed, nothing rejected, nothing found. */
export function hookDefault(info: MethodInfo): unknown {
  return results(info, (result) => result.nullable ? null : emptyResult(info, result));
}

function results(info: MethodInfo, valueOf: (result: ResultInfo) => unknown): unknown {
  const [first, ...others] = info.results;
  if (first === undefined) return undefined;
  if (others.length === 0) return valueOf(first);
  return Object.fromEntries(info.results.map((result) => [result.property, valueOf(result)]));
}

function emptyResult(info: MethodInfo, result: ResultInfo): unknown {
  if (result.json) return {};
  const field = info.method.output.field[result.field];
  return field && emptyValue(field);
}

function emptyValue(field: DescField): unknown {
  switch (field.fieldKind) {
    case "list":
      return [];
    case "map":
      return {};
    case "message":
      return create(field.message);
    case "enum":
      return 0;
    case "scalar":
      return emptyScalar(field.scalar);
  }
}

function emptyScalar(type: ScalarType): unknown {
  switch (type) {
    case ScalarType.STRING:
      return "";
    case ScalarType.BOOL:
      return false;
    case ScalarType.BYTES:
      return new Uint8Array();
    case ScalarType.INT64:
    case ScalarType.UINT64:
    case ScalarType.SINT64:
    case ScalarType.FIXED64:
    case ScalarType.SFIXED64:
      return 0n;
    default:
      return 0;
  }
}
