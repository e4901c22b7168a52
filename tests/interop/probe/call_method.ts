import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { DescMessage, Message } from "@bufbuild/protobuf";
import { type PluginAPI, PluginAPIError } from "@mattermost-deno/plugin";
import { apiMethods } from "../../../gen/api_methods.ts";
import type { MethodInfo } from "../../../gen/method_info.ts";
import type { PluginHTTPRequest } from "../../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { SideChannel } from "./side_channel.ts";

// The probe walks the tables of methods, so it handles every message alike.
type Fields = Record<string, unknown>;
type Method = (request: unknown) => Promise<unknown>;

/**
 * Calls the API method that the Go program names, with the request that it prepared, and says back
 * what the author's code got: the result, or the error, as the response message.
 */
export async function callMethod(
  goName: string,
  api: PluginAPI,
  channel: SideChannel,
): Promise<void> {
  const info = Object.values(apiMethods).find((method) => method.goName === goName);
  if (info === undefined) throw new Error(`there is no API method ${goName}`);
  const request = fromBinary(info.method.input, await channel.read("request"));
  const method = (api as unknown as Record<string, Method>)[info.name];
  if (method === undefined) throw new Error(`the API client has no ${info.name}`);
  let response: Message;
  try {
    response = await toResponse(info, await method(toArgument(info, request)));
  } catch (error) {
    if (!(error instanceof PluginAPIError)) throw error;
    await channel.say("error name", error.name);
    const { id, message, detailedError, requestId, statusCode, where } = error;
    const fields = { id, message, detailedError, requestId, statusCode, where };
    response = create(info.method.output, { error: fields } as Fields);
  }
  await channel.say("result", toBinary(info.method.output as DescMessage, response));
}

/** The request as an author writes it: JSON parsed, bytes that may stream as a stream. */
export function toArgument(info: MethodInfo, request: Message): unknown {
  if (info.name === "pluginHTTP") return toRequest(request as PluginHTTPRequest);
  const fields: Fields = { ...request };
  for (const { field, inner, property } of info.requestJson) {
    const holder = inner === null ? fields[field] : (fields[field] as Fields)[inner];
    delete fields[field];
    fields[property] = JSON.parse(new TextDecoder().decode(holder as Uint8Array));
  }
  if (info.body) {
    const bytes = fields[info.body.field] as Uint8Array<ArrayBuffer>;
    delete fields[info.body.field];
    fields[info.body.property] = new Blob([bytes]).stream();
  }
  return info.requestJson.length > 0 || info.body ? withoutTypeName(fields) : fields;
}

function withoutTypeName({ $typeName: _, ...fields }: Fields): Fields {
  return fields;
}

function toRequest(message: PluginHTTPRequest): Request {
  const headers = new Headers();
  for (const { key, values } of message.headerList) {
    for (const value of values) headers.append(key, value);
  }
  const body = message.method === "GET" ? null : message.body as Uint8Array<ArrayBuffer>;
  // A Request needs a whole URL; the server looks at its path alone.
  return new Request(new URL(message.url, "http://localhost"), {
    method: message.method,
    headers,
    body,
    redirect: "manual",
  });
}

export async function toResponse(info: MethodInfo, result: unknown): Promise<Message> {
  if (info.name === "pluginHTTP") return await fromResponse(info, result as Response);
  const fields: Fields = {};
  for (const { field, inner, property, json } of info.results) {
    let value = info.results.length === 1 ? result : (result as Fields)[property];
    if (json && value !== null) value = new TextEncoder().encode(JSON.stringify(value));
    if (value !== null) fields[field] = inner === null ? value : { [inner]: value };
  }
  return create(info.method.output, fields);
}

async function fromResponse(info: MethodInfo, response: Response): Promise<Message> {
  const headerList = new Map<string, string[]>();
  for (const [key, value] of response.headers) {
    headerList.set(key, [...headerList.get(key) ?? [], value]);
  }
  return create(info.method.output, {
    statusCode: response.status,
    headerList: [...headerList].map(([key, values]) => ({ key, values })),
    body: new Uint8Array(await response.arrayBuffer()),
  } as Fields);
}
