/** Calling a plugin's hooks, typed, with and without the host's failure policy. @module */

import { create, type DescMethodUnary, type Message } from "@bufbuild/protobuf";
import { hookMethods } from "../../gen/hook_methods.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import type { AppError } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import {
  type ServeHTTPRequestInitSchema,
  ServeHTTPResponseInitSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { HookName, PluginHookCallOptions, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { fromAppError, isFailure } from "../api/app_error.ts";
import { PluginAPIError } from "../api/errors.ts";
import { messageFrom } from "../api/message_from_init.ts";
import { fillSuperseded, preferNew } from "../contract/superseded_fields.ts";
import type { Transport, TransportCallOptions } from "../transport/transport.ts";
import { TransportError } from "../transport/transport_error.ts";
import { hookDefault, hookRequest, hookResult } from "./hook_messages.ts";
import { HostError } from "./host_error.ts";
import { textOf } from "../transport/text_of.ts";
import type { HostLog } from "./plugin_log.ts";

/**
 * The hooks of a plugin without the host's failure policy: a hook that the plugin does not implement,
 * that fails or runs out of time throws a {@link HostError}; an error that the plugin answers with is
 * a `PluginAPIError`.
 */
export type StrictHooksClient = PluginHooksClient;

/** A plugin that serves now. */
export interface HookConnection {
  readonly transport: Transport;
  readonly implemented: ReadonlySet<HookName>;
  readonly stderrTail: () => readonly string[];
  readonly endBehind: (error: unknown) => Promise<string | null>;
}

/** What the clients are made of. */
export interface HookClientOptions {
  /** The plugin's id, for texts. */
  readonly plugin: string;
  /** Milliseconds for a unary hook, unless a call says otherwise. */
  readonly timeoutMs: number;
  /** For what fails. */
  readonly log: HostLog;
  /** The plugin's connection; null while it does not run. */
  readonly connection: () => HookConnection | null;
}

interface Body {
  readonly init: unknown;
  readonly body: ReadableStream<Uint8Array> | null;
}

/** Makes both clients of one plugin. */
export function createHookClients(options: HookClientOptions): {
  readonly hooks: PluginHooksClient;
  readonly strictHooks: StrictHooksClient;
} {
  const strict: Record<string, unknown> = {};
  const lenient: Record<string, unknown> = {};
  for (const [name, info] of Object.entries(hookMethods)) {
    const hook = name as HookName;
    const call = (request: unknown, callOptions: PluginHookCallOptions = {}) =>
      info.stream
        ? exchangeHook(hook, info, request as Body, callOptions, options)
        : callHook(hook, info, request, callOptions, options);
    strict[name] = call;
    lenient[name] = withPolicy(hook, info, call, options);
  }
  return {
    hooks: lenient as unknown as PluginHooksClient,
    strictHooks: strict as unknown as StrictHooksClient,
  };
}

/** Calls a hook that takes one message. */
async function callHook(
  hook: HookName,
  info: MethodInfo,
  request: unknown,
  callOptions: PluginHookCallOptions,
  options: HookClientOptions,
): Promise<unknown> {
  const message = hookRequest(info, request);
  const connection = connectionFor(hook, info, options);
  const method = info.method as DescMethodUnary;
  fillSuperseded(method.input, message);
  const { signal, timeoutMs = options.timeoutMs } = callOptions;
  let answer: Message;
  try {
    answer = await connection.transport.call(method, message, {
      timeoutMs,
      signal,
    });
  } catch (error) {
    throw await failed(info, error, { timeoutMs, signal }, connection, options);
  }
  preferNew(method.output, answer);
  const { error } = answer as { error?: AppError };
  if (isFailure(error)) throw fromAppError(error, hook);
  return hookResult(info, answer);
}

/** Calls a hook that has bodies beside its messages. */
async function exchangeHook(
  hook: HookName,
  info: MethodInfo,
  { init, body }: Body,
  { signal, timeoutMs }: PluginHookCallOptions,
  options: HookClientOptions,
): Promise<unknown> {
  const field = info.method.input.field.init;
  if (!field?.message) throw new TypeError(`${info.goName} has no envelope`);
  const message = messageFrom<typeof ServeHTTPRequestInitSchema>(
    field.message as typeof ServeHTTPRequestInitSchema,
    init,
    `hooks.${hook}(request).init`,
  );
  let connection: HookConnection | undefined;
  try {
    connection = connectionFor(hook, info, options);
    return await connection.transport.exchange(info.method, message, body, { signal, timeoutMs });
  } catch (error) {
    await body?.cancel(error).catch(() => {}); // It may be locked by what failed.
    throw connection
      ? await failed(info, error, { timeoutMs, signal }, connection, options)
      : error;
  }
}

function connectionFor(
  hook: HookName,
  info: MethodInfo,
  { plugin, connection }: HookClientOptions,
): HookConnection {
  const found = connection();
  if (!found) {
    throw new HostError("NOT_RUNNING", "is not running", {
      plugin,
      expected: `a running plugin to call ${info.goName}`,
    });
  }
  // Nobody lists the question itself.
  if (hook !== "implemented" && !found.implemented.has(hook)) {
    throw new HostError("HOOK_NOT_IMPLEMENTED", `does not implement ${info.goName}`, { plugin });
  }
  return found;
}

async function failed(
  info: MethodInfo,
  cause: unknown,
  { timeoutMs, signal }: TransportCallOptions,
  connection: HookConnection,
  { plugin }: HookClientOptions,
): Promise<HostError> {
  const late = cause instanceof TransportError && cause.code === "DEADLINE_EXCEEDED";
  const end = signal?.aborted ? null : await connection.endBehind(cause);
  const expected = timeoutMs === undefined ? "an answer" : `an answer within ${timeoutMs} ms`;
  return new HostError("HOOK_FAILED", `failed in the hook ${info.goName}`, {
    plugin,
    // A plugin that has said what failed has answered.
    expected: late || end !== null ? expected : undefined,
    actual: late ? "none in time" : end ?? textOf(cause),
    stderr: end === null ? [] : connection.stderrTail(),
    cause,
  });
}

/**
 * What Mattermost does about failures: go on as if the plugin had not been there and log it, except
 * where the hook's own result is an error. A caller who gives up gets the reason of the abort.
 */
function withPolicy(
  hook: HookName,
  info: MethodInfo,
  call: (request: unknown, options?: PluginHookCallOptions) => Promise<unknown>,
  { plugin, log }: HookClientOptions,
): (request: unknown, options?: PluginHookCallOptions) => Promise<unknown> {
  return async (request, options) => {
    try {
      return await call(request, options);
    } catch (error) {
      options?.signal?.throwIfAborted();
      if (!(error instanceof HostError)) throw error;
      const missing = error.code === "HOOK_NOT_IMPLEMENTED";
      if (missing && hook === "onSharedChannelsPing") return true;
      if (missing && info.stream) return notFound(plugin, info);
      if (missing) return hookDefault(info);
      log("error", error.message, {
        hook: info.goName,
        code: error.code,
        ...error.code === "HOOK_FAILED" && !hasSaid(error.cause) ? { uncaught: hook } : {},
      });
      if (info.fails) throw asServerError(info, error);
      if (info.stream) throw error;
      return hookDefault(info);
    }
  };
}

/** Whether the plugin has logged by itself what failed, or was not meant to answer any more. */
function hasSaid(cause: unknown): boolean {
  return cause instanceof TransportError &&
    (cause.code === "UNKNOWN" || cause.code === "CANCELLED");
}

function notFound(plugin: string, info: MethodInfo) {
  const text = `Plugin "${plugin}" does not implement ${info.goName}.\n`;
  return {
    init: create(ServeHTTPResponseInitSchema, {
      statusCode: 404,
      headers: [{ key: "Content-Type", values: ["text/plain; charset=utf-8"] }],
    }),
    body: new Blob([text]).stream(),
  };
}

/** The error that a Mattermost host makes of a hook that could not be called. */
function asServerError(info: MethodInfo, cause: HostError): PluginAPIError {
  const snake = info.goName.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_");
  return new PluginAPIError({
    id: `plugin.grpc.${snake.toLowerCase()}.error`,
    where: info.goName,
    message: cause.message,
    statusCode: 500,
    method: info.name,
    cause,
  });
}
