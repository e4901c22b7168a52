/**
 * What stands between a hook's messages and the function that an author wrote.
 *
 * @module
 */
import {
  create,
  type DescMessage,
  type DescMethodUnary,
  type Message,
  type MessageInitShape,
  type MessageShape,
} from "@bufbuild/protobuf";
import type { AppError } from "../../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { HookContext } from "../hook_context.ts";
import type { Hooks, PluginHookName } from "../hooks.ts";

/** What an adapter knows about the call when it writes the answer. */
export interface Answering {
  /** The request. */
  readonly request: Message;
  /** Notes, once for each hook and note, that the protocol cannot carry what the plugin decided. */
  readonly cannotCarry: (note: string) => void;
  /** Whether the host decodes a replacement into the original, where cleared fields stay. */
  readonly keepsCleared: boolean;
}

/** One hook with one request and one answer. */
export interface HookAdapter {
  /** The hook's method. */
  readonly method: DescMethodUnary;
  /** The arguments of the author's function, without the context. */
  readonly payload: (request: Message) => readonly unknown[];
  /** The answer for what the author's function returned; throws for what it must not return. */
  readonly answer: (result: unknown, answering: Answering) => Message | Promise<Message>;
  /** The person on whose behalf the call is made, where the request says so. */
  readonly userId?: ((request: Message) => string) | undefined;
  /** The answer that refuses; only in hooks that can. */
  readonly refuse?: ((reason: string) => Message) | undefined;
  /** The answer that carries an error; only in hooks whose Go function returns one. */
  readonly fail?: ((error: AppError) => Message) | undefined;
}

/** The arguments of a hook, without the context. */
export type Payload<Name extends PluginHookName> =
  Parameters<Extract<Hooks[Name], (...args: never) => unknown>> extends
    [...infer Arguments, HookContext] ? Arguments : never;

/** What a hook returns, without the promise. */
export type Returned<Name extends PluginHookName> = Awaited<
  ReturnType<Extract<Hooks[Name], (...args: never) => unknown>>
>;

/** The parts that every kind of hook has. */
export interface Asking<Name extends PluginHookName, Input extends DescMessage> {
  /** The arguments of the author's function. */
  readonly payload: (request: MessageShape<Input>) => readonly [...Payload<Name>];
  /** The person on whose behalf the call is made. */
  readonly userId?: (request: MessageShape<Input>) => string;
}

/** The same functions, for requests whose type is not known. */
export function untyped<Name extends PluginHookName, Input extends DescMessage>(
  asking: Asking<Name, Input>,
): Pick<HookAdapter, "payload" | "userId"> {
  return asking as unknown as Pick<HookAdapter, "payload" | "userId">;
}

/** A message that the host should have sent; one without fields if it did not. */
export function given<Schema extends DescMessage>(
  message: MessageShape<Schema> | undefined,
  schema: Schema,
): MessageShape<Schema> {
  return message ?? create(schema);
}

/** A hook that is only told about something. */
export function told<
  Name extends PluginHookName,
  Input extends DescMessage,
  Output extends DescMessage,
>(
  _name: Name,
  method: DescMethodUnary<Input, Output>,
  payload: Asking<Name, Input>["payload"],
  userId?: Asking<Name, Input>["userId"],
): HookAdapter {
  return {
    method,
    ...untyped({ payload, ...(userId === undefined ? {} : { userId }) }),
    answer: () => create(method.output),
  };
}

/** An answer with an error in it. */
type WithError = Message & { error?: AppError | undefined };

/** A hook whose Go function returns an error: a throw is that error. */
export function failing<
  Name extends PluginHookName,
  Input extends DescMessage,
  Output extends DescMessage,
>(
  _name: Name,
  method: MessageShape<Output> extends WithError ? DescMethodUnary<Input, Output> : never,
  payload: Asking<Name, Input>["payload"],
  answer: (result: Returned<Name>) => MessageInitShape<Output>,
  userId?: Asking<Name, Input>["userId"],
): HookAdapter {
  const { output } = method as DescMethodUnary;
  return {
    method: method as DescMethodUnary,
    ...untyped({ payload, ...(userId === undefined ? {} : { userId }) }),
    answer: (result) => create(output, answer(result as Returned<Name>) as never),
    fail: (error) => create(output, { error } as never),
  };
}

/** A hook that answers with a value. */
export function answering<
  Name extends PluginHookName,
  Input extends DescMessage,
  Output extends DescMessage,
>(
  _name: Name,
  method: DescMethodUnary<Input, Output>,
  payload: Asking<Name, Input>["payload"],
  answer: (result: Returned<Name>) => MessageInitShape<Output>,
): HookAdapter {
  return {
    method,
    ...untyped({ payload }),
    answer: (result) => create(method.output, answer(result as Returned<Name>)),
  };
}
