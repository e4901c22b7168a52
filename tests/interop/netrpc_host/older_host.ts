/**
 * The host code of an older version, for checks that know the current one.
 *
 * @module
 */
import { type DescMessage, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { base64Decode, base64Encode } from "@bufbuild/protobuf/wire";
import { apiMethods } from "../../../gen/api_methods.ts";
import { hookMethods } from "../../../gen/hook_methods.ts";
import type { MethodInfo } from "../../../gen/method_info.ts";
import type { GoHost, HostCommand, HostReply } from "./go_host.ts";
import { fillNewer, type Versions, withoutGone } from "./version_gap.ts";

/** A host, and how many fields of a newer version the plugin has sent to it. */
export interface OlderHost {
  readonly host: GoHost;
  newerFields(): number;
}

/**
 * What the plugin sends to it has values in fields that it lacks, and none in those that only it has.
 */
export function olderHost(host: GoHost, versions: Versions): OlderHost {
  let filled = 0;
  const same = versions.older.version === versions.current.version;
  const withNewer = (desc: DescMessage, bytes: string): string => {
    if (same) return bytes;
    const message: Message = fromBinary(desc, base64Decode(bytes));
    filled += fillNewer(versions, desc, message);
    return base64Encode(toBinary(desc, message));
  };
  return {
    host: {
      pid: host.pid,
      log: () => host.log(),
      async run(command) {
        const { request, answer, name } = command;
        const api = infoOf(apiMethods, name)?.method.input;
        const hook = infoOf(hookMethods, name)?.method.output;
        const reply = await host.run({
          ...command,
          ...api && request && { request: withNewer(api, request) },
          ...hook && answer && { answer: withNewer(hook, answer) },
        });
        return withoutGoneFields(versions, command, reply);
      },
      [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
    },
    newerFields: () => filled,
  };
}

function infoOf(
  table: Readonly<Record<string, MethodInfo>>,
  goName: string | undefined,
): MethodInfo | undefined {
  return Object.values(table).find((info) => info.goName === goName);
}

/** What the plugin is to send cannot have them: it knows no type for them. */
function withoutGoneFields(
  versions: Versions,
  { op, kind, name }: HostCommand,
  reply: HostReply,
): HostReply {
  if (op !== "random" || reply.json === undefined) return reply;
  const methods = versions.older[kind === "results" ? "hooks" : "api"];
  const go = methods.find((method) => method.name === name);
  const types = (kind === "results" ? go?.results : go?.params) ?? [];
  const json = reply.json.map((one, at) => withoutGone(versions, types[at]?.type ?? "", one));
  return { ...reply, json };
}
