/**
 * The rule of superseded fields, for one message at a time: gob carries the new fields only.
 *
 * @module
 */

import type { DescMessage, Message } from "@bufbuild/protobuf";
import { supersededFields } from "../../contract/superseded_fields.ts";
import type { Target } from "../gob/structs.ts";

/** What a codec does after reading and before writing. */
export interface SupersededSteps {
  /** Writes the old fields from the new ones. */
  readonly finish?: (message: Message) => void;
  /** Writes the new fields where only the old ones are set. */
  readonly prepare?: (message: Message) => void;
}

/** The steps for messages of a type; none where it has no superseded fields. */
export function supersededSteps(desc: DescMessage): SupersededSteps {
  const rows = supersededFields.filter(({ schema }) => schema.typeName === desc.typeName);
  if (rows.length === 0) return {};
  return {
    finish(message) {
      for (const row of rows) if (row.isSet(message)) row.fill?.(message);
    },
    prepare(message) {
      for (const row of rows) {
        if (row.isSet(message)) continue;
        const value = row.derive(message);
        if (value !== undefined) (message as unknown as Target)[row.field] = value;
      }
    },
  };
}
