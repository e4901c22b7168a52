/**
 * Lets the plugin call what its server does not have yet.
 *
 * @module
 */
import { create, type DescMessage, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { base64Decode, base64Encode } from "@bufbuild/protobuf/wire";
import { apiMethods } from "../../../gen/api_methods.ts";
import type { MethodInfo } from "../../../gen/method_info.ts";
import type { GoSchema } from "../../../tools/gen/go_schema.ts";
import type { Check } from "./check_plugin.ts";
import type { GoHost } from "./go_host.ts";

/** Every method that `schema` lacks fails with the version that brought it; gives how many. */
export async function checkMissingMethods(
  host: GoHost,
  schema: GoSchema,
  check: Check,
): Promise<number> {
  const there = new Set(schema.api.map(({ name }) => name));
  const missing = (Object.values(apiMethods) as readonly MethodInfo[])
    .filter(({ goName }) => !there.has(goName));
  for (const info of missing) {
    const { input, output } = info.method as { input: DescMessage; output: DescMessage };
    const { error, errorName, result } = await host.run({
      op: "call",
      name: info.goName,
      request: base64Encode(toBinary(input, emptyRequest(info))),
    });
    const { error: got } = fromBinary(output, base64Decode(result ?? "")) as {
      error?: { statusCode: number; message: string };
    };
    const wanted = `${info.name}: UNIMPLEMENTED: rpc: can't find method Plugin.${info.goName} ` +
      `(it came with Mattermost ${info.since}; this server may be older, or may not offer it)`;
    const right = errorName === "NotImplementedError" && got?.statusCode === 501 &&
      got.message === wanted;
    check(
      `${info.goName}, which the server lacks`,
      right ? undefined : `${error ?? errorName ?? "no error"}: ${JSON.stringify(got ?? null)}`,
    );
  }
  return missing.length;
}

/** A request whose messages are there and empty; JSON has to be some. */
function emptyRequest({ method, requestJson }: MethodInfo): Message {
  const request = create(method.input as DescMessage);
  const fields = request as unknown as Record<string, unknown>;
  for (const { fieldKind, localName, message } of method.input.fields) {
    if (fieldKind === "message") fields[localName] = create(message as DescMessage);
  }
  const empty = new TextEncoder().encode("{}");
  for (const { field, inner } of requestJson) {
    if (inner === null) fields[field] = empty;
    else (fields[field] as Record<string, unknown>)[inner] = empty;
  }
  return request;
}
