/**
 * One method of the plugin API as a function.
 *
 * @module
 */
import type { DescMethod, DescMethodUnary } from "@bufbuild/protobuf";
import type { MethodInfo } from "../../gen/method_info.ts";
import type { PluginAPICallOptions } from "../../gen/plugin_api.ts";
import type { Transport, TransportCallOptions } from "../transport/transport.ts";
import { asStream, type Bytes, checkBytes, collect } from "./byte_stream.ts";
import { requestBuilder } from "./request_message.ts";
import { responseReader } from "./response_results.ts";
import { toPluginAPIError } from "./to_plugin_api_error.ts";

/** A method of the plugin API, whatever its types. */
export type APICall = (request: unknown, options?: PluginAPICallOptions) => Promise<unknown>;

/** The method, called with one message and answered with one. */
export function unaryCall(
  transport: Transport,
  info: MethodInfo,
  limits: TransportCallOptions,
): APICall {
  const method = unary(info.method);
  const where = `api.${info.name}`;
  const build = requestBuilder(method.input, info.requestJson, where);
  const read = responseReader(info, method.output);
  return async (request, options) => {
    const message = build(request);
    const effective = callOptions(limits, options);
    try {
      return read(await transport.call(method, message, effective));
    } catch (error) {
      throw toPluginAPIError(error, info.name, { since: info.since, ...effective });
    }
  };
}

/**
 * The method, called with bytes beside the message: streamed where the server has the streaming rpc,
 * else gathered into one message.
 */
export function uploadCall(
  transport: Transport,
  info: MethodInfo & Required<Pick<MethodInfo, "stream" | "body">>,
  limits: TransportCallOptions,
): APICall {
  const { stream, body } = info;
  const head = stream.input.fields.find((field) => field.localName === "init")?.message;
  if (head === undefined) throw new TypeError(`${stream.input.name} has no init`);
  const where = `api.${info.name}`;
  const method = unary(info.method);
  const buildHead = requestBuilder(head, info.requestJson, where);
  const buildWhole = requestBuilder(method.input, info.requestJson, where);
  const readStreamed = responseReader(info, stream.output);
  const readWhole = responseReader(info, method.output);

  return async (request, options) => {
    const { [body.property]: given, ...rest } = (request ?? {}) as Record<string, unknown>;
    const bytes = checkBytes(given, `${where}.${body.property}`);
    const init = buildHead(rest);
    const effective = callOptions(limits, options);
    try {
      if (await transport.supports(stream)) {
        const answer = await transport.exchange(stream, init, asStream(bytes), effective);
        return readStreamed(answer.init);
      }
      const whole = buildWhole({ ...rest, [body.field]: await collect(bytes) });
      return readWhole(await transport.call(method, whole, effective));
    } catch (error) {
      await abandon(bytes, error);
      throw toPluginAPIError(error, info.name, { since: info.since, ...effective });
    }
  };
}

/** Whoever fills the stream must learn that nobody reads it. */
async function abandon(bytes: Bytes, reason: unknown): Promise<void> {
  if (bytes instanceof Uint8Array || bytes.locked) return;
  await bytes.cancel(reason).catch(() => {});
}

/** The transport's options for a call: the author's where given, else the client's. */
export function callOptions(
  limits: TransportCallOptions,
  options: PluginAPICallOptions | undefined,
): TransportCallOptions {
  return options === undefined ? limits : {
    signal: options.signal ?? limits.signal,
    timeoutMs: options.timeoutMs ?? limits.timeoutMs,
  };
}

/** The method, known to be unary. */
export function unary(method: DescMethod): DescMethodUnary {
  if (method.methodKind !== "unary") throw new TypeError(`${method.name} is not unary`);
  return method as DescMethodUnary;
}
