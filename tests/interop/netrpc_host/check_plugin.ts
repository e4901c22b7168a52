/**
 * Runs the probe plugin under the real host code and compares every value that travels.
 *
 * @module
 */
import { create, type DescMessage, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { base64Decode, base64Encode } from "@bufbuild/protobuf/wire";
import { apiMethods } from "../../../gen/api_methods.ts";
import { hookMethods } from "../../../gen/hook_methods.ts";
import { AppErrorSchema } from "../../../gen/mattermost/pluginapi/v1/common_pb.ts";
import type { MethodInfo } from "../../../gen/method_info.ts";
import { fillSuperseded, preferNew } from "../../../src/contract/superseded_fields.ts";
import type { GoMethod, GoSchema } from "../../../tools/gen/go_schema.ts";
import { canonical, difference, errorDifference, messageOf, payloadFields } from "./compare.ts";
import type { GoHost } from "./go_host.ts";

/** Told of every check: its name, and what is wrong, if anything is. */
export type Check = (name: string, problem: string | undefined) => void;

/** Methods that have no random values: they are tried by tests of their own. */
export const ownTests: ReadonlySet<string> = new Set([
  "ServeHTTP",
  "ServeMetrics",
  "OnActivate",
  "OnDeactivate",
  "OnConfigurationChange",
  "Implemented",
  "LoadPluginConfiguration",
  "PluginHTTP",
]);

/** Hooks whose answer Go decodes into what it has sent. */
export const decodedInto: ReadonlySet<string> = new Set([
  "MessageWillBePosted",
  "ChannelMemberWillBeAdded",
  "TeamMemberWillBeAdded",
  "FileWillBeUploaded",
]);

/**
 * There Go's pointers stay where the answer has none, and so do keys of maps, at every depth: Go
 * decodes elements of lists into those that are there, too.
 */
export function keepWhatStays(desc: DescMessage, sent: Message, answer: Message): void {
  const before = sent as unknown as Record<string, unknown>;
  const after = answer as unknown as Record<string, unknown>;
  for (const field of desc.fields) {
    const { localName } = field;
    const [was, is] = [before[localName], after[localName]];
    const isMap = field.fieldKind === "map" || field.message?.name === "Struct";
    if (isMap) after[localName] = { ...was as object, ...is as object };
    else if (field.fieldKind === "list" && field.message) {
      const { message } = field;
      const [had, has] = [was as Message[], is as Message[]];
      // A longer list is a new one.
      if (has.length > had.length) continue;
      has.forEach((one, at) => keepWhatStays(message, had[at] as Message, one));
    } else if (field.fieldKind === "message") {
      if (is === undefined) after[localName] = was;
      else if (was !== undefined) keepWhatStays(field.message, was as Message, is as Message);
    } else if (field.presence === EXPLICIT && !localName.endsWith("Int64")) {
      after[localName] ??= was;
    }
  }
}

/** `FeatureSet_FieldPresence.EXPLICIT`. */
const EXPLICIT = 1;

interface Plan {
  readonly kind: string;
  readonly reason?: string;
}

/** All hooks that `schema` has, each with every kind of answer, so many times. */
export async function checkHooks(
  host: GoHost,
  schema: GoSchema,
  rounds: number,
  seed: number,
  check: Check,
): Promise<void> {
  for (const info of Object.values(hookMethods) as readonly MethodInfo[]) {
    if (ownTests.has(info.goName)) continue;
    const go = schema.hooks.find(({ name }) => name === info.goName);
    if (go === undefined) continue;
    for (const kind of kindsOf(info)) {
      for (let round = 0; round < rounds; round++) {
        const name = `${info.goName} answered with "${kind}"`;
        try {
          await checkHook(
            host,
            schema,
            info,
            go,
            kind,
            seed + round,
            (part, problem) => check(`${name}, ${part}`, problem),
          );
        } catch (error) {
          check(name, (error as Error).message);
        }
      }
    }
  }
}

export function kindsOf(info: MethodInfo): readonly string[] {
  const fields = info.method.output.fields.map(({ name }) => name);
  if (fields.includes("rejection_reason")) {
    return [
      "allow",
      "reject",
      ...(fields.length > 1 ? ["replace"] : []),
      ...(info.goName === "MessageWillBePosted" ? ["dismiss"] : []),
    ];
  }
  if (fields.length === 0) return ["none"];
  if (info.goName === "ConfigurationWillBeSaved") return ["allow", "replace", "error"];
  if (fields.includes("error")) return [fields.length === 1 ? "none" : "value", "error"];
  return ["value"];
}

async function checkHook(
  host: GoHost,
  schema: GoSchema,
  info: MethodInfo,
  go: GoMethod,
  kind: string,
  seed: number,
  check: Check,
): Promise<void> {
  const { input, output } = info.method as { input: DescMessage; output: DescMessage };
  const safe = speaksJson(info);
  const made = await host.run({ op: "random", kind: "results", name: info.goName, seed, safe });
  const resultTypes = go.results.map(({ type }) => type);
  const streams = info.goName === "FileWillBeUploaded";
  const content = base64Encode(new Uint8Array(50_000).fill(seed + 1));
  const answer = messageOf(
    schema,
    output,
    withContent(streams, payloadOf(resultTypes, made.args ?? []), content),
    withContent(streams, payloadOf(resultTypes, made.json ?? []), null),
  );
  const plan: Plan = { kind, reason: `reason ${seed}` };
  makeAcceptable(answer as Message & Record<string, unknown>);
  if (kind === "error") {
    Object.assign(answer, {
      error: create(AppErrorSchema, {
        id: "app.probe.error",
        message: `probe ${seed}`,
        detailedError: "details",
        statusCode: 418,
        where: "Probe",
      }),
    });
  }
  const bytes = base64Encode(toBinary(output, answer));
  const reply = await host.run({ op: "hook", name: info.goName, plan, answer: bytes, seed, safe });
  if (reply.error) return check("called", reply.error);
  if (streams) {
    const [info, reason, written] = reply.results ?? [];
    const [infoJson, reasonJson] = reply.resultsJson ?? [];
    Object.assign(reply, {
      results: [info, written, reason],
      resultsJson: [infoJson, null, reasonJson],
    });
    resultTypes.splice(1, 0, "[]uint8");
  }

  const withContext = go.params.map(({ type }) => type === "*plugin.Context");
  const args = (reply.args ?? []).filter((_, at) => !withContext[at])
    .slice(0, payloadFields(input).length);
  const argTexts = (reply.json ?? []).filter((_, at) => !withContext[at]);
  const want = messageOf(schema, input, args, argTexts);
  const saw = fromBinary(input, base64Decode(reply.saw ?? ""));
  (saw as { pluginContext?: unknown }).pluginContext = undefined;
  for (const message of [want, saw]) normal(input, message);
  check("what the plugin saw", difference(canonical(input, want), canonical(input, saw)));
  check("what the host got", answered(schema, info, resultTypes, kind, plan, answer, want, reply));
}

/** Some results are checked before they are sent: a count, and the names of files. */
export function makeAcceptable(answer: Message & Record<string, unknown>): void {
  if (typeof answer["deletedCount"] === "bigint" && answer["deletedCount"] < 0n) {
    answer["deletedCount"] = 7n;
  }
  for (const file of answer["files"] as { filename: string }[] ?? []) file.filename ||= "name";
}

function answered(
  schema: GoSchema,
  info: MethodInfo,
  types: readonly string[],
  kind: string,
  plan: Plan,
  answer: Message,
  request: Message,
  reply: Awaited<ReturnType<GoHost["run"]>>,
): string | undefined {
  const { output } = info.method as { output: DescMessage };
  const results = reply.results ?? [];
  const failure = results.find((_, at) => isErrorType(types[at] ?? ""));
  if (kind === "error") {
    const text = JSON.stringify(failure ?? null);
    return text.includes(plan.reason?.replace("reason", "probe") ?? "")
      ? undefined
      : `want the plugin's error, got ${text}`;
  }
  if (failure !== undefined && failure !== null) {
    return `want no error, got ${JSON.stringify(failure)}`;
  }
  const got = messageOf(
    schema,
    output,
    payloadOf(types, results),
    payloadOf(types, reply.resultsJson ?? []),
  ) as Message & Record<string, unknown>;
  const wanted = expectation(info, kind, plan, answer, request, got);
  if (wanted === undefined) return undefined;
  for (const message of [wanted, got]) normal(output, message);
  return difference(canonical(output, wanted), canonical(output, got));
}

/** What the host must have got: the answer, or what the server takes for no change. */
function expectation(
  info: MethodInfo,
  kind: string,
  plan: Plan,
  answer: Message,
  request: Message,
  got: Message & Record<string, unknown>,
): Message & Record<string, unknown> | undefined {
  const { output } = info.method as { output: DescMessage };
  const [modified] = payloadFields(output);
  const wanted = create(output) as Message & Record<string, unknown>;
  const hasReason = output.fields.some(({ localName }) => localName === "rejectionReason");
  switch (kind) {
    case "none":
      return wanted;
    case "value":
      return answer as Message & Record<string, unknown>;
    case "reject":
      wanted["rejectionReason"] = plan.reason;
      // Some hooks give the host its own value back with a reason; the reason decides.
      if (modified && modified.localName !== "rejectionReason") {
        got[modified.localName] = undefined;
      }
      return wanted;
    case "allow":
      if (modified && modified.localName !== "rejectionReason" && got[modified.localName]) {
        const [first] = payloadFields(info.method.input as DescMessage);
        wanted[modified.localName] = (request as unknown as Record<string, unknown>)[
          first?.localName ?? ""
        ];
      }
      return wanted;
    case "dismiss":
      if (typeof got["rejectionReason"] !== "string" || got["rejectionReason"] === "") {
        return wanted;
      }
      return undefined;
    default: {
      const replaced = { ...answer } as Message & Record<string, unknown>;
      const [first] = payloadFields(info.method.input as DescMessage);
      const sent = (request as unknown as Record<string, Message>)[first?.localName ?? ""];
      if (decodedInto.has(info.goName) && modified?.message && sent) {
        keepWhatStays(modified.message, sent, replaced[modified.localName] as Message);
      }
      if (hasReason) replaced["rejectionReason"] = "";
      return replaced;
    }
  }
}

/** All API methods that `schema` has, each so many times. */
export async function checkMethods(
  host: GoHost,
  schema: GoSchema,
  rounds: number,
  seed: number,
  check: Check,
): Promise<void> {
  for (const info of Object.values(apiMethods) as readonly MethodInfo[]) {
    if (ownTests.has(info.goName)) continue;
    const go = schema.api.find(({ name }) => name === info.goName);
    if (go === undefined) continue;
    for (let round = 0; round < rounds; round++) {
      try {
        await checkMethod(
          host,
          schema,
          info,
          go,
          seed + round,
          (part, problem) => check(`${info.goName}, ${part}`, problem),
        );
      } catch (error) {
        check(info.goName, (error as Error).message);
      }
    }
  }
}

async function checkMethod(
  host: GoHost,
  schema: GoSchema,
  info: MethodInfo,
  go: GoMethod,
  seed: number,
  check: Check,
): Promise<void> {
  const { input, output } = info.method as { input: DescMessage; output: DescMessage };
  const safe = speaksJson(info);
  const made = await host.run({ op: "random", kind: "args", name: info.goName, seed, safe });
  const values = [...made.args ?? []];
  // What streams is bytes in the unary request.
  go.params.forEach(({ type }, at) => {
    if (type === "io.Reader") values[at] = base64Encode(new Uint8Array(100_000).fill(seed));
  });
  const request = messageOf(schema, input, values, made.json ?? []);
  fillSuperseded(input, request);
  const reply = await host.run({
    op: "call",
    name: info.goName,
    request: base64Encode(toBinary(input, request)),
    seed,
    safe,
  });
  if (reply.error) return check("called", reply.error);
  if (reply.args === undefined && go.params.length > 0) return check("called", "it was not called");
  const got = messageOf(schema, input, reply.args ?? [], reply.json ?? []);
  for (const message of [request, got]) normal(input, message);
  check("what the server saw", difference(canonical(input, request), canonical(input, got)));

  const types = go.results.map(({ type }) => type);
  const failure = (reply.results ?? []).find((_, at) => isErrorType(types[at] ?? "")) as
    | Record<string, unknown>
    | null
    | undefined;
  const result = fromBinary(output, base64Decode(reply.result ?? "")) as
    & Message
    & Record<string, unknown>;
  if (failure) {
    check(
      "the error that the plugin got",
      errorDifference(failure, result["error"] as Record<string, unknown> | undefined),
    );
    return;
  }
  if (result["error"]) {
    const { message } = result["error"] as { message: string };
    // A result that Go never gives as nil is an error where it is nil; the stub gives such.
    if (message.includes("reported success but sent no ")) return;
    return check("what the plugin got", `an error: ${message}`);
  }
  const want = messageOf(
    schema,
    output,
    payloadOf(types, reply.results ?? []),
    payloadOf(types, reply.resultsJson ?? []),
  );
  for (const message of [want, result]) normal(output, message);
  check("what the plugin got", difference(canonical(output, want), canonical(output, result)));
}

/** JSON holds integers up to 2^53. */
export function speaksJson({ method, requestJson, results }: MethodInfo): boolean {
  const names = [...method.input.fields, ...method.output.fields].flatMap((field) =>
    field.fieldKind === "message" && field.message.fields.length === 1
      ? [field.localName, ...field.message.fields.map(({ localName }) => localName)]
      : [field.localName]
  );
  return requestJson.length > 0 || results.some(({ json }) => json) ||
    names.some((name) => name.endsWith("Json"));
}

/** The results with the bytes that are written beside them, where the message has them. */
export function withContent(streams: boolean, values: unknown[], content: unknown): unknown[] {
  return streams ? [values[0], content, values[1]] : values;
}

export function payloadOf(types: readonly string[], values: readonly unknown[]): unknown[] {
  return values.filter((_, at) => !isErrorType(types[at] ?? ""));
}

export function isErrorType(type: string): boolean {
  return type === "error" || type === "*model.AppError";
}

/** Both forms of a superseded field, so that either side may have filled one of them. */
export function normal(desc: DescMessage, message: Message): void {
  preferNew(desc, message);
  fillSuperseded(desc, message);
}
