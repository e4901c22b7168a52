/**
 * The fields of a log line: Go has keys and values in turns, the contract pairs.
 *
 * @module
 */

import { create, type JsonValue } from "@bufbuild/protobuf";
import {
  type KeyValuePair,
  KeyValuePairSchema,
} from "../../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { valueFromJson, valueToJson } from "../../contract/json_value.ts";
import type { GobType } from "../gob/gob_type.ts";
import { gobSlice } from "../gob/lists.ts";
import { gobMapped } from "../gob/mapped.ts";
import { gobAny } from "./any_type.ts";

/** Keys and values in turns as pairs; a last key without a value has null. */
export function logPairs(): GobType<KeyValuePair[]> {
  return gobMapped<JsonValue[], KeyValuePair[]>(gobSlice(gobAny), {
    zero: [],
    isZero: (pairs) => pairs.length === 0,
    read(turns) {
      const pairs: KeyValuePair[] = [];
      for (let at = 0; at < turns.length; at += 2) {
        const key = turns[at] ?? "";
        pairs.push(create(KeyValuePairSchema, {
          key: typeof key === "string" ? key : JSON.stringify(key),
          value: valueFromJson(turns[at + 1] ?? null),
        }));
      }
      return pairs;
    },
    write: (pairs) =>
      pairs.flatMap(({ key, value }) => [key, value === undefined ? null : valueToJson(value)]),
  });
}
