import type { DescMethod, Message } from "@bufbuild/protobuf";
import { apiMethods } from "../../../gen/api_methods.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import type { PluginAPIHandlers } from "../../../gen/plugin_api_handlers.ts";
import { fromAppError, isFailure } from "../../api/app_error.ts";
import { NotImplementedError, PluginAPIError } from "../../api/errors.ts";
import { DISMISS_POST_REASON } from "../../host/mod.ts";
import type { Transport } from "../../transport/transport.ts";
import { textOf } from "../../transport/text_of.ts";

/** A call between the server and a plugin that is over. */
export interface TracedCall {
  /** Who called: the server a hook, or the plugin the API. */
  readonly kind: "hook" | "api";
  /** The name of the hook or method. */
  readonly name: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** What came of it, in words. */
  readonly outcome: string;
  /** Whether it failed. */
  readonly failed: boolean;
}

/** Hears of every call when it is over. */
export type TraceListener = (call: TracedCall) => void;

/** The way to a plugin, with a listener for the hooks that are called over it. */
export function traceHooks(transport: Transport, listener: TraceListener): Transport {
  const follow = async <T>(
    method: DescMethod,
    work: () => Promise<T>,
    outcomeOf: (answer: T) => Outcome,
  ): Promise<T> => {
    if (method.parent.typeName !== PluginHooks.typeName) return await work();
    // The question which hooks there are is no hook.
    if (method.localName === "implemented") return await work();
    return await timed("hook", method.localName, listener, work, outcomeOf);
  };
  return {
    protocol: transport.protocol,
    call: (method, request, options) =>
      follow(
        method,
        () => transport.call(method, request, options),
        (answer) => outcomeOfAnswer(answer, method.localName),
      ),
    exchange: (method, init, body, options) =>
      follow(
        method,
        () => transport.exchange(method, init, body, options),
        ({ init }) => ({ text: `answered ${fieldsOf(init)["statusCode"]}`, failed: false }),
      ),
    supports: (method) => transport.supports(method),
    close: () => transport.close(),
  };
}

/** The plugin API, with a listener for the calls; what it lacks is heard of, too. */
export function traceAPI(api: PluginAPIHandlers, listener: TraceListener): PluginAPIHandlers {
  const traced: Record<string, unknown> = {};
  for (const { name, goName } of Object.values(apiMethods)) {
    const method = api[name as keyof PluginAPIHandlers] as Method | undefined;
    const run: Method = method ?? (() => {
      throw new NotImplementedError({
        id: "plugin_api.not_implemented.app_error",
        where: goName,
        message: `The embedded Mattermost has no ${goName}; a real server has.`,
        method: name,
      });
    });
    traced[name] = (...args: unknown[]) =>
      // deno-lint-ignore require-await -- what it throws at once is a rejection, too
      timed("api", name, listener, async () => run.apply(api, args), () => ({
        text: "ok",
        failed: false,
      }));
  }
  return traced as PluginAPIHandlers;
}

type Method = (...args: unknown[]) => unknown;

interface Outcome {
  readonly text: string;
  readonly failed: boolean;
}

async function timed<T>(
  kind: TracedCall["kind"],
  name: string,
  listener: TraceListener,
  work: () => Promise<T>,
  outcomeOf: (answer: T) => Outcome,
): Promise<T> {
  const start = performance.now();
  const tell = ({ text, failed }: Outcome) =>
    listener({ kind, name, ms: performance.now() - start, outcome: text, failed });
  try {
    const answer = await work();
    tell(outcomeOf(answer));
    return answer;
  } catch (error) {
    tell({ text: failureText(error), failed: true });
    throw error;
  }
}

function failureText(error: unknown): string {
  const status = error instanceof PluginAPIError ? ` (${error.statusCode})` : "";
  return `failed: ${textOf(error)}${status}`;
}

/** What a hook made of what it was asked, by the fields that answers have. */
function outcomeOfAnswer(answer: Message, hook: string): Outcome {
  const fields = fieldsOf(answer);
  const error = fields["error"] as Parameters<typeof isFailure>[0];
  if (isFailure(error)) return { text: failureText(fromAppError(error, hook)), failed: true };
  const reason = fields["rejectionReason"];
  if (reason === DISMISS_POST_REASON) return { text: "dismissed", failed: false };
  if (typeof reason === "string" && reason !== "") {
    return { text: `rejected: ${reason}`, failed: false };
  }
  const changed = Object.entries(fields).some(([name, value]) =>
    name.startsWith("modified") && typeof value === "object" && value !== null
  );
  return { text: changed ? "changed" : "ok", failed: false };
}

function fieldsOf(message: Message): Record<string, unknown> {
  return message as unknown as Record<string, unknown>;
}
