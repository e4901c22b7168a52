/**
 * The same API method with the same arguments and the same answer of the server, under both hosts.
 *
 * @module
 */
import { type DescMessage, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { base64Decode, base64Encode } from "@bufbuild/protobuf/wire";
import { apiMethods } from "../../gen/api_methods.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { PluginAPIError } from "../../src/api/errors.ts";
import { fillSuperseded } from "../../src/contract/superseded_fields.ts";
import { hookResult } from "../../src/host/hook_messages.ts";
import type { GoMethod, GoSchema } from "../../tools/gen/go_schema.ts";
import { isErrorType, normal, payloadOf, speaksJson } from "../interop/netrpc_host/check_plugin.ts";
import { canonical, messageOf } from "../interop/netrpc_host/compare.ts";
import type { TwoHosts } from "./two_hosts.ts";

type Fields = Record<string, unknown>;

/** An API that answers every method with what the test has put in. */
export interface PlannedAPI {
  readonly handlers: PluginAPIHandlers;
  /** What the next call gets: a value, or an error to throw. */
  plan: () => unknown;
}

/** Keys of the test's own go to the store. */
export function plannedAPI(store: Map<string, Uint8Array>): PlannedAPI {
  const api = { plan: () => undefined as unknown, handlers: {} as PluginAPIHandlers };
  const handlers = api.handlers as Record<string, (request: Fields) => unknown>;
  for (const name of Object.keys(apiMethods)) handlers[name] = () => api.plan();
  handlers["kvGet"] = ({ key }) => isOwn(key) ? store.get(key) ?? null : api.plan();
  handlers["kvSet"] = ({ key, value }) =>
    isOwn(key) ? void store.set(key, value as Uint8Array) : api.plan();
  delete handlers["loadPluginConfiguration"]; // The host's own, from its settings.
  return api;
}

function isOwn(key: unknown): key is string {
  return typeof key === "string" && key.startsWith("interop:");
}

/** Whether Go's method has an error to give. */
export function canFail(schema: GoSchema, { goName }: MethodInfo): boolean {
  const method = schema.api.find(({ name }) => name === goName);
  return method?.results.some(({ type }) => isErrorType(type)) ?? false;
}

/**
 * What the author's code got over each transport; undefined where the random answer of this seed is
 * not of the wanted kind, or is nil where Go has never nil.
 */
export async function bothResults(
  hosts: TwoHosts,
  schema: GoSchema,
  info: MethodInfo,
  seed: number,
  kind: "value" | "error",
): Promise<{ netrpc: unknown; grpc: unknown } | undefined> {
  const { input, output } = info.method as { input: DescMessage; output: DescMessage };
  const go = schema.api.find(({ name }) => name === info.goName) as GoMethod;
  const types = go.results.map(({ type }) => type);
  const safe = speaksJson(info);
  const made = await hosts.go.run({ op: "random", kind: "args", name: info.goName, seed, safe });
  const values = [...made.args ?? []];
  go.params.forEach(({ type }, at) => {
    if (type === "io.Reader") values[at] = base64Encode(new Uint8Array(100_000).fill(seed));
  });
  const request = messageOf(schema, input, values, made.json ?? []);
  fillSuperseded(input, request);
  const bytes = toBinary(input, request);
  const reply = await hosts.go.run({
    op: "call",
    name: info.goName,
    request: base64Encode(bytes),
    seed,
    safe,
  });
  if (reply.error) throw new Error(`${info.goName}: ${reply.error}`);
  const results = reply.results ?? [];
  const failed = results.find((one, at) => one !== null && isErrorType(types[at] ?? ""));
  if ((failed === undefined) !== (kind === "value")) return undefined;
  const netrpc = resultOf(output, base64Decode(reply.result ?? ""));
  if (/reported success but sent no /.test(JSON.stringify(netrpc))) return undefined;

  const answer = failed ? undefined : messageOf(
    schema,
    output,
    payloadOf(types, results),
    payloadOf(types, reply.resultsJson ?? []),
  );
  if (answer) normal(output, answer);
  hosts.api.plan = () => {
    if (answer === undefined) throw failureOf(failed as Fields);
    return hookResult(info, answer);
  };
  hosts.store.set("interop:request", bytes);
  hosts.store.delete("interop:result");
  await hosts.ours.strictHooks.executeCommand({
    args: { command: `/interop-call ${info.goName}` },
  });
  const got = hosts.store.get("interop:result");
  if (got === undefined) throw new Error(`${info.goName} was not called over gRPC`);
  const grpc = resultOf(output, got);
  // A plain error of Go's has a text alone, to which our host adds a general id; and it adds the
  // method to every error that names no place.
  const { Id, Where } = (failed ?? {}) as Fields;
  const { error = {} } = grpc as { error?: Fields };
  if (failed && Id === undefined && error["id"] === "plugin_api.app_error") delete error["id"];
  if (failed && !Where && error["where"] === info.goName) delete error["where"];
  return { netrpc, grpc };
}

function failureOf(error: Fields): PluginAPIError {
  return new PluginAPIError({
    id: String(error["Id"] ?? ""),
    message: String(error["Message"]),
    detailedError: String(error["DetailedError"] ?? ""),
    requestId: String(error["RequestId"] ?? ""),
    where: String(error["Where"] ?? ""),
    ...(error["StatusCode"] === undefined ? {} : { statusCode: Number(error["StatusCode"]) }),
  });
}

function resultOf(output: DescMessage, bytes: Uint8Array): unknown {
  const message: Message = fromBinary(output, bytes);
  normal(output, message);
  return canonical(output, message);
}
