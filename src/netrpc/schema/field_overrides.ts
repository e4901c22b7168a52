/**
 * Fields that are sent otherwise than their types say: all of them.
 *
 * @module
 */

import type { DescField } from "@bufbuild/protobuf";
import type { Value } from "@bufbuild/protobuf/wkt";
import { valueFromJson, valueToJson } from "../../contract/json_value.ts";
import type { GobType } from "../gob/gob_type.ts";
import type { StructField, Target } from "../gob/structs.ts";
import { gobTypedAny, typed } from "./any_type.ts";

/** As which registered type a value of Go's empty interface is sent; undefined: as its JSON. */
type TypeOf = (target: Target) => string | undefined;

/** The server asserts these types: another one would be a panic there. */
const TYPED_BY_NEIGHBOUR: Readonly<Record<string, TypeOf>> = {
  "model.AutocompleteArg.Data": ({ type }) => AUTOCOMPLETE[String(type)],
  "model.PostEmbed.Data": ({ type }) => type === "permalink" ? "*model.PreviewPost" : undefined,
};

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  TextInput: "*model.AutocompleteTextArg",
  StaticList: "*model.AutocompleteStaticListArg",
  DynamicList: "*model.AutocompleteDynamicListArg",
};

/** The server refuses nil there, and an author who has nothing to add leaves the field out. */
const NEVER_NIL: ReadonlySet<string> = new Set(["model.AutocompleteArg.Data"]);

/** The field's own codec, if it is in the table. */
export function fieldOverride(goField: string, { localName }: DescField): StructField | undefined {
  const typeOf = TYPED_BY_NEIGHBOUR[goField];
  if (!typeOf) return undefined;
  return {
    goName: goField.slice(goField.lastIndexOf(".") + 1),
    type: gobTypedAny as GobType<unknown>,
    get(target) {
      const value = target[localName] as Value | undefined;
      if (value === undefined && !NEVER_NIL.has(goField)) return undefined;
      const json = value === undefined ? {} : valueToJson(value);
      const name = json === null ? undefined : typeOf(target);
      return name === undefined ? json : typed(name, json);
    },
    readerFor(types, id) {
      const read = gobTypedAny.readerFor(types, id);
      return (input, target) => {
        const json = read(input);
        if (json !== null) target[localName] = valueFromJson(json as never);
      };
    },
  };
}
