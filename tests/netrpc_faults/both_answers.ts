/**
 * The same hook with the same input, under both hosts.
 *
 * @module
 */
import { create, type DescMessage, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { base64Decode, base64Encode } from "@bufbuild/protobuf/wire";
import { AppErrorSchema } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { MethodInfo } from "../../gen/method_info.ts";
import type { GoMethod, GoSchema } from "../../tools/gen/go_schema.ts";
import { PluginAPIError } from "../../src/api/errors.ts";
import {
  decodedInto,
  isErrorType,
  keepWhatStays,
  makeAcceptable,
  normal,
  payloadOf,
  speaksJson,
  withContent,
} from "../interop/netrpc_host/check_plugin.ts";
import { canonical, difference, messageOf, payloadFields } from "../interop/netrpc_host/compare.ts";
import { toArgument, toResponse } from "../interop/probe/call_method.ts";
import type { TwoHosts } from "./two_hosts.ts";

type Fields = Record<string, unknown>;

/** What an author's code saw and what the host got, over one transport, as canonical JSON. */
export interface Answers {
  readonly saw: unknown;
  readonly got: unknown;
  readonly failure: unknown;
}

/** One hook with one kind of answer, with the values of a seed. */
export interface Round {
  readonly info: MethodInfo;
  readonly kind: string;
  readonly seed: number;
}

/** Calls the hook over net/rpc with Go's random values, then over gRPC with the same. */
export async function bothAnswers(
  hosts: TwoHosts,
  schema: GoSchema,
  { info, kind, seed }: Round,
): Promise<{ netrpc: Answers; grpc: Answers }> {
  const { input, output } = info.method as { input: DescMessage; output: DescMessage };
  const goMethod = schema.hooks.find(({ name }) => name === info.goName) as GoMethod;
  const types = goMethod.results.map(({ type }) => type);
  const safe = speaksJson(info);
  const streams = info.goName === "FileWillBeUploaded";
  const content = streams ? base64Encode(new Uint8Array(50_000).fill(seed)) : null;

  const made = await hosts.go.run({ op: "random", kind: "results", name: info.goName, seed, safe });
  const answer = messageOf(
    schema,
    output,
    withContent(streams, payloadOf(types, made.args ?? []), content),
    withContent(streams, payloadOf(types, made.json ?? []), null),
  ) as Message & Fields;
  makeAcceptable(answer);
  if (kind === "error") answer["error"] = create(AppErrorSchema, failure(seed));
  const plan = { kind, reason: `reason ${seed}` };
  const bytes = toBinary(output, answer);

  const reply = await hosts.go.run({
    op: "hook",
    name: info.goName,
    plan,
    answer: base64Encode(bytes),
    seed,
    safe,
  });
  if (reply.error) throw new Error(reply.error);
  const isContext = goMethod.params.map(({ type }) => type === "*plugin.Context");
  const sent = messageOf(
    schema,
    input,
    (reply.args ?? []).filter((_, at) => !isContext[at]).slice(0, payloadFields(input).length),
    (reply.json ?? []).filter((_, at) => !isContext[at]),
  );
  normal(input, sent);
  const sawOf = (message: Uint8Array) => {
    const saw = fromBinary(input, message) as Message & Fields;
    saw["pluginContext"] = undefined;
    normal(input, saw);
    return canonical(input, saw);
  };

  const results = reply.results ?? [];
  const [first, reason, written] = results;
  const [firstJson, reasonJson] = reply.resultsJson ?? [];
  const goResult = messageOf(
    schema,
    output,
    streams ? [first, written, reason] : payloadOf(types, results),
    streams ? [firstJson, null, reasonJson] : payloadOf(types, reply.resultsJson ?? []),
  );
  normal(output, goResult);
  if (kind !== "replace") withoutUnchanged(info, sent, goResult as Message & Fields);
  const failed = results.find((one, at) => one !== null && isErrorType(types[at] ?? ""));
  const netrpc = {
    saw: sawOf(base64Decode(reply.saw ?? "")),
    got: failed ? null : canonical(output, goResult),
    failure: failed ? failureOfGo(failed as Fields) : null,
  };

  hosts.store.set("interop:plan", new TextEncoder().encode(JSON.stringify(plan)));
  hosts.store.set("interop:answer", bytes);
  hosts.store.delete("interop:saw");
  const strict = hosts.ours.strictHooks as unknown as Record<string, (a: unknown) => unknown>;
  let got: unknown = null;
  let ourFailure: unknown = null;
  try {
    const result = await strict[info.name]?.(toArgument(info, sent));
    const message = await toResponse(info, result) as Message & Fields;
    // Over net/rpc a list is always the one to take; gRPC has to say so.
    if ("postsReplaced" in message) message["postsReplaced"] = false;
    if (kind === "replace") asGoKeepsIt(info, sent, message);
    normal(output, message);
    got = canonical(output, message);
  } catch (error) {
    if (!(error instanceof PluginAPIError)) throw error;
    const { id, message, detailedError, statusCode, where } = error;
    ourFailure = { id, message, detailedError, statusCode, where };
  }
  const saw = sawOf(hosts.store.get("interop:saw") ?? new Uint8Array());
  return { netrpc, grpc: { saw, got, failure: ourFailure } };
}

/** The error that the plugin throws. */
function failure(seed: number) {
  return {
    id: "app.probe.error",
    message: `probe ${seed}`,
    detailedError: "details",
    statusCode: 418,
    where: "Probe",
  };
}

/** Go's `AppError`, or the text of an `error`. */
function failureOfGo(error: Fields): unknown {
  return {
    id: error["Id"],
    message: error["Message"],
    detailedError: error["DetailedError"],
    statusCode: Number(error["StatusCode"]),
    where: error["Where"],
  };
}

/** Go says "nothing changed" with what it has sent, where gRPC says nothing. */
function withoutUnchanged(info: MethodInfo, sent: Message, message: Message & Fields): void {
  const [modified, first] = changing(info);
  if (modified === undefined || first === undefined) return;
  const [was, is] = [(sent as Message & Fields)[first.localName], message[modified.localName]];
  if (was === undefined || is === undefined) return;
  const [before, after] = [was, is].map((one) => canonical(first.message, one as Message));
  if (difference(before, after) === undefined) message[modified.localName] = undefined;
}

/** What Go does when it decodes a replacement into what it has sent. */
function asGoKeepsIt(info: MethodInfo, sent: Message, message: Message & Fields): void {
  const [modified, first] = changing(info);
  if (modified === undefined || first === undefined || !decodedInto.has(info.goName)) return;
  const was = (sent as Message & Fields)[first.localName] as Message | undefined;
  const is = message[modified.localName] as Message | undefined;
  if (was && is) keepWhatStays(modified.message, was, is);
}

/** The field for a changed value, and the one in which it was sent. */
function changing(info: MethodInfo) {
  const [modified] = payloadFields(info.method.output);
  const [first] = payloadFields(info.method.input);
  if (modified?.fieldKind !== "message" || first?.fieldKind !== "message") return [];
  return modified.message === first.message ? [modified, first] as const : [];
}
