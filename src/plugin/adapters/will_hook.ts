/**
 * Hooks that are asked before something is done.
 *
 * @module
 */
import {
  create,
  type DescField,
  type DescMessage,
  type DescMethodUnary,
  isFieldSet,
  type Message,
  type MessageInitShape,
  type MessageShape,
} from "@bufbuild/protobuf";
import { messageFrom } from "../../api/message_from_init.ts";
import type { PluginHookName } from "../hooks.ts";
import type { WillHookName } from "../hook_names.ts";
import { type Answering, type Asking, type HookAdapter, untyped } from "./hook_adapter.ts";
import { readOutcome } from "./read_outcome.ts";

/** The answers of hooks that give a reason. */
type WithReason = Message & { rejectionReason: string };

/** What a "will" hook does beside allowing and rejecting. */
export interface WillOptions<Input extends DescMessage, Output extends DescMessage> {
  /** The answer for a replacement; absent where there is nothing to replace. */
  readonly replaced?: (
    replacement: unknown,
    answering: Answering & { readonly request: MessageShape<Input> },
  ) => MessageInitShape<Output> | Promise<MessageInitShape<Output>>;
  /** The reason that stands for "say nothing"; absent where the hook does not offer it. */
  readonly dismissal?: string;
  /** The person on whose behalf the call is made. */
  readonly userId?: (request: MessageShape<Input>) => string;
}

/** A hook that is asked before something is done, and answers with a reason against it. */
export function will<
  Name extends WillHookName & PluginHookName,
  Input extends DescMessage,
  Output extends DescMessage,
>(
  name: Name,
  method: MessageShape<Output> extends WithReason ? DescMethodUnary<Input, Output> : never,
  payload: Asking<Name, Input>["payload"],
  options: WillOptions<Input, Output> = {},
): HookAdapter {
  const unary = method as DescMethodUnary;
  const { replaced, dismissal, userId } = options;
  const offers = { replace: replaced !== undefined, dismiss: dismissal !== undefined };
  const refuse = (rejectionReason: string) => create(unary.output, { rejectionReason } as never);
  return {
    method: unary,
    ...untyped({ payload, ...(userId === undefined ? {} : { userId }) }),
    refuse,
    async answer(result, answering) {
      const outcome = readOutcome(result, name, offers);
      switch (outcome.outcome) {
        case "allow":
          return create(unary.output);
        case "reject":
          return refuse(outcome.reason);
        case "dismiss":
          return refuse(dismissal ?? "");
        case "replace": {
          const asked = answering as Answering & { readonly request: MessageShape<Input> };
          return create(unary.output, await replaced?.(outcome.replacement, asked) as never);
        }
      }
    },
  };
}

/**
 * The replacement as a message.
 *
 * @param schema what it must be
 * @param replacement what the author passed to `replace()`
 * @param hook the hook's name, for error texts
 * @throws {TypeError} when it is not a whole message
 * @throws {ValidationError} naming the field that does not fit
 */
export function wholeMessage<Schema extends DescMessage>(
  schema: Schema,
  replacement: unknown,
  hook: string,
): MessageShape<Schema> {
  if (
    typeof replacement === "object" && replacement !== null && !Array.isArray(replacement) &&
    !("$typeName" in replacement)
  ) {
    throw new TypeError(
      `${hook}: replace() needs the whole ${schema.name}, since fields that are left out are empty ` +
        "afterwards. Spread what the hook was given: replace({ ...it, field: value })",
    );
  }
  return messageFrom(schema, replacement, `${hook}: replace(${schema.name})`);
}

/**
 * The usual replacement: a message in a field of the answer for the message in a field of the
 * request.
 */
export function replaces<Schema extends DescMessage, Field extends string>(
  hook: string,
  schema: Schema,
  original: string,
  field: Field,
): (replacement: unknown, answering: Answering) => { [Key in Field]: MessageShape<Schema> } {
  return (replacement, answering) => {
    const message = wholeMessage(schema, replacement, hook);
    if (answering.keepsCleared) {
      const before =
        (answering.request as unknown as Record<string, Message | undefined>)[original];
      const cleared = before === undefined ? [] : clearedFields(schema, before, message);
      if (cleared.length > 0) {
        answering.cannotCarry(
          `it empties ${cleared.join(", ")}, which this server keeps as it was: its protocol can ` +
            "change these, but not take them away",
        );
      }
    }
    return { [field]: message } as { [Key in Field]: MessageShape<Schema> };
  };
}

/** `FeatureSet_FieldPresence.EXPLICIT`. */
const EXPLICIT = 1;

/**
 * What `before` has, `after` lacks, and gob cannot say: messages and optional fields, which are Go's
 * pointers, and keys of maps. Any other field is sent even when it is empty.
 */
function clearedFields(schema: DescMessage, before: Message, after: Message): readonly string[] {
  const values = (message: Message, { localName }: DescField) =>
    (message as unknown as Record<string, object | undefined>)[localName];
  return schema.fields.flatMap((field) => {
    if (!isFieldSet(before as never, field)) return [];
    if (field.fieldKind === "map" || isObject(field)) {
      const has = values(after, field) ?? {};
      return Object.keys(values(before, field) ?? {})
        .filter((key) => !Object.hasOwn(has, key))
        .map((key) => `${field.localName}.${key}`);
    }
    const isPointer = field.presence === EXPLICIT;
    return isPointer && !isFieldSet(after as never, field) ? [field.localName] : [];
  });
}

function isObject(field: DescField): boolean {
  return field.fieldKind === "message" && field.message.typeName === "google.protobuf.Struct";
}
