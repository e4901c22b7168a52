/**
 * Go's empty interface, as JSON.
 *
 * @module
 */

import type { JsonValue } from "@bufbuild/protobuf";
import { gobRegistered } from "../../../gen/gob_schema.ts";
import { gobAnything } from "../gob/anything.ts";
import { GobError } from "../gob/gob_error.ts";
import type { GobType } from "../gob/gob_type.ts";
import { gobInterface, type Registered } from "../gob/interfaces.ts";
import { gobMap, gobSlice } from "../gob/lists.ts";
import { gobBool, gobFloat, gobString } from "../gob/scalars.ts";
import { parseGoType } from "./go_type.ts";
import { jsonType } from "./json_type.ts";

const REGISTERED = Symbol("the name under which Go registered the type");

/** A value that is to be sent as a type which Go registered, where JSON alone does not say which. */
export interface TypedValue {
  readonly [REGISTERED]: string;
  readonly value: JsonValue;
}

/** Says as what a value is to be sent. */
export function typed(name: string, value: JsonValue): TypedValue {
  return { [REGISTERED]: name, value };
}

const types = new Map<string, GobType<JsonValue>>();
let registered: Map<string, string> | undefined;

/** What reads values that were registered under a name: as their JSON, or, unknown, as they come. */
function named(name: string): GobType<JsonValue> {
  const known = types.get(name);
  if (known) return known;
  registered ??= new Map(
    gobRegistered.trim().split("\n").map((line) => line.split("\t") as [string, string]),
  );
  const goType = registered.get(name);
  if (goType === undefined) return gobAnything;
  const made = jsonType(parseGoType(goType));
  types.set(name, made);
  return made;
}

/** Values of Go's empty interface, as their JSON; null is nil. */
export const gobAny: GobType<JsonValue> = gobInterface<JsonValue>({
  goName: "interface {}",
  nil: null,
  named,
  choose,
});

/** The same, for values that may say as what they are to be sent. */
export const gobTypedAny: GobType<JsonValue | TypedValue> = gobInterface<JsonValue | TypedValue>({
  goName: "interface {}",
  nil: null,
  named,
  choose(value) {
    if (!isTyped(value)) return choose(value);
    const name = value[REGISTERED];
    const type = named(name);
    return {
      name,
      type: {
        ...type,
        write: (out, given) => type.write(out, (given as TypedValue).value),
      },
    };
  },
});

function isTyped(value: JsonValue | TypedValue): value is TypedValue {
  return typeof value === "object" && value !== null && REGISTERED in value;
}

const TEXT: Registered<JsonValue> = { name: "string", type: gobString as GobType<JsonValue> };
const BOOL: Registered<JsonValue> = { name: "bool", type: gobBool as GobType<JsonValue> };
const NUMBER: Registered<JsonValue> = { name: "float64", type: gobFloat as GobType<JsonValue> };
const LIST: Registered<JsonValue> = {
  name: "[]interface {}",
  type: gobSlice(gobAny) as GobType<JsonValue>,
};
const OBJECT: Registered<JsonValue> = {
  name: "map[string]interface {}",
  type: gobMap(gobString, gobAny) as GobType<JsonValue>,
};

/** Go's own readers of JSON make the same of it. */
function choose(value: JsonValue): Registered<JsonValue> | undefined {
  switch (typeof value) {
    case "string":
      return TEXT;
    case "boolean":
      return BOOL;
    case "number":
      return NUMBER;
    case "undefined":
      return undefined;
    case "object":
      return value === null ? undefined : Array.isArray(value) ? LIST : OBJECT;
    default:
      throw new GobError(
        `a ${typeof value} is no JSON; use strings, numbers, booleans, null, lists and objects`,
        "interface {}",
      );
  }
}
