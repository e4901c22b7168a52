/**
 * One rule for fields that took the place of older ones: writers fill both, readers prefer the new
 * one where it is set. The fields are listed in `superseded_table.ts`; integers that are wider than
 * the wire's follow the same rule by their names (`wide_integers.ts`).
 *
 * @module
 */

import type { DescField, DescMessage, Message } from "@bufbuild/protobuf";
import type { SupersededField } from "./superseded_row.ts";
import { supersededFields } from "./superseded_table.ts";
import { narrow, type WidePair, widePairs } from "./wide_integers.ts";

export { type SupersededField, supersededFields };

/**
 * Makes a message ready to be sent to any peer: writes the old fields from the new ones. Where only
 * an old field was set, the new one is written from it. Changes the message itself and the messages
 * in it; messages that contain no such fields are not walked.
 *
 * @example
 * ```ts ignore
 * const group = create(GroupSchema, { nameOptional: "staff" });
 * fillSuperseded(GroupSchema, group);
 * group.name; // "staff"
 * ```
 */
export function fillSuperseded(schema: DescMessage, message: Message): void {
  walk(planOf(schema), message, fill);
}

/**
 * Makes a received message ready to be read: where a peer set only the old fields, the new ones are
 * written from them, so that readers need to look at the new ones alone. Old fields stay as they
 * came. Changes the message itself and the messages in it; messages that contain no such fields are
 * not walked.
 *
 * @example
 * ```ts ignore
 * const group = create(GroupSchema, { name: "staff" });
 * preferNew(GroupSchema, group);
 * group.nameOptional; // "staff"
 * ```
 */
export function preferNew(schema: DescMessage, message: Message): void {
  walk(planOf(schema), message, prefer);
}

/** The value of a new field, or what the old fields say where it is not set. */
export function newestValue(field: SupersededField, message: Message): unknown {
  const value = (message as unknown as Record<string, unknown>)[field.field];
  return field.isSet(message) ? value : field.derive(message) ?? value;
}

function fill(plan: Plan, message: Message): void {
  for (const field of plan.fields) {
    if (field.isSet(message)) field.fill?.(message);
    else derive(field, message);
  }
  for (const pair of plan.wide) narrow(message, pair);
}

function prefer(plan: Plan, message: Message): void {
  for (const field of plan.fields) {
    if (!field.isSet(message)) derive(field, message);
  }
  for (const pair of plan.wide) narrow(message, pair);
}

function derive(field: SupersededField, message: Message): void {
  const value = field.derive(message);
  if (value !== undefined) (message as unknown as Record<string, unknown>)[field.field] = value;
}

/** What is to be done with messages of one type. */
interface Plan {
  readonly fields: readonly SupersededField[];
  readonly wide: readonly WidePair[];
  /** Fields whose messages have, or contain, superseded fields. */
  readonly nested: readonly NestedField[];
}

interface NestedField {
  readonly name: string;
  readonly kind: "message" | "list" | "map";
  readonly schema: DescMessage;
}

const NOTHING: Plan = { fields: [], wide: [], nested: [] };
const plans = new WeakMap<DescMessage, Plan>();

function planOf(schema: DescMessage): Plan {
  const known = plans.get(schema);
  if (known) return known;
  const made = concerned(schema) ? makePlan(schema) : NOTHING;
  plans.set(schema, made);
  return made;
}

function makePlan(schema: DescMessage): Plan {
  return {
    fields: ownFields(schema),
    wide: widePairs(schema),
    nested: schema.fields.flatMap((field) => {
      const inner = messageIn(field);
      if (!inner || !concerned(inner)) return [];
      const kind = field.fieldKind === "list" || field.fieldKind === "map"
        ? field.fieldKind
        : "message";
      return [{ name: field.localName, kind, schema: inner }];
    }),
  };
}

function ownFields(schema: DescMessage): SupersededField[] {
  return supersededFields.filter((field) => field.schema.typeName === schema.typeName);
}

/** Whether a message has superseded fields, or can contain a message that has. */
function concerned(schema: DescMessage): boolean {
  const seen = new Set<DescMessage>([schema]);
  for (const next of seen) {
    if (widePairs(next).length > 0 || ownFields(next).length > 0) return true;
    for (const field of next.fields) {
      const inner = messageIn(field);
      if (inner) seen.add(inner);
    }
  }
  return false;
}

function messageIn(field: DescField): DescMessage | undefined {
  const inner = field.message;
  return inner?.file.name.startsWith("google/protobuf/") ? undefined : inner;
}

function walk(plan: Plan, message: Message, act: (plan: Plan, message: Message) => void): void {
  if (plan === NOTHING) return;
  act(plan, message);
  for (const { name, kind, schema } of plan.nested) {
    const value = (message as unknown as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    const inner = planOf(schema);
    if (kind === "message") walk(inner, value as Message, act);
    else for (const one of Object.values(value)) walk(inner, one as Message, act);
  }
}
