/**
 * What one row of the table of superseded fields is.
 *
 * @module
 */

import {
  type DescField,
  type DescMessage,
  isFieldSet,
  type Message,
  type MessageShape,
} from "@bufbuild/protobuf";

/** A field that took the place of one or several older ones, which other peers still use. */
export interface SupersededField {
  /** The message. */
  readonly schema: DescMessage;
  /** The new field, by its local name. */
  readonly field: string;
  /** The old fields, by their local names. */
  readonly old: readonly string[];
  /** Why the old fields cannot hold what Go has. */
  readonly reason: string;
  /** Whether the new field holds something. */
  isSet(message: Message): boolean;
  /** Writes the old fields from the new one. Absent where nothing sensible can be written. */
  readonly fill?: (message: Message) => void;
  /** The new field's value by the old ones; undefined where they say nothing. */
  readonly derive: (message: Message) => unknown;
}

/** How values go between new and old. Leave out a direction that does not exist. */
interface Conversion<M, New, Old extends keyof M> {
  /** The old values for a new one. */
  readonly toOld?: (value: New) => Pick<M, Old>;
  /** The new value for the old ones; undefined where they say nothing. */
  readonly toNew?: (old: M) => New | undefined;
}

/** Makes a row; the types see to it that fields exist and values fit. */
export function row<
  Desc extends DescMessage,
  New extends Exclude<keyof MessageShape<Desc> & string, "$typeName" | "$unknown">,
  Old extends Exclude<keyof MessageShape<Desc> & string, "$typeName" | "$unknown">,
>(
  schema: Desc,
  field: New,
  old: readonly Old[],
  reason: string,
  conversion: Conversion<
    Required<MessageShape<Desc>>,
    NonNullable<MessageShape<Desc>[New]>,
    Old
  >,
): SupersededField {
  type Whole = Required<MessageShape<Desc>>;
  type Value = NonNullable<MessageShape<Desc>[New]>;
  const { toOld, toNew } = conversion;
  // Looked for when it is first needed: a plugin process needs few of these messages.
  let desc: DescField | undefined;
  const fieldDesc = (): DescField => {
    desc ??= schema.fields.find((candidate) => candidate.localName === field);
    if (!desc) throw new Error(`${schema.typeName} has no field ${field}.`);
    return desc;
  };
  return {
    schema,
    field,
    old,
    reason,
    isSet: (message) => isFieldSet(message, fieldDesc()),
    ...(toOld && {
      fill: (message: Message) => {
        Object.assign(message, toOld((message as MessageShape<Desc>)[field] as Value));
      },
    }),
    derive: (message) => toNew?.(message as Whole),
  };
}
