/** Calls any method of the API, arguments and result as JSON. @module */
import { fromJson, type JsonValue } from "@bufbuild/protobuf";
import { json, type PluginAPI, PluginAPIError } from "@mattermost-deno/plugin";
import { apiMethods } from "../../../gen/api_methods.ts";

/** A call, as it is sent to the plugin. */
export interface Call {
  readonly method: keyof PluginAPI;
  /** The arguments by name, as protobuf has them in JSON: bytes in base64. */
  readonly request: Readonly<Record<string, JsonValue>>;
}

/** Calls the method; gives its value, or what an author sees of its error. */
export async function call({ method, request }: Call, api: PluginAPI): Promise<Response> {
  const info = apiMethods[method];
  const methods = api as unknown as Record<string, (request: unknown) => Promise<unknown>>;
  // Settings have types of their own, which are JSON already.
  const message = info.requestJson.length > 0 ? request : fromJson(info.method.input, request);
  try {
    return Response.json({ value: plain(await methods[method]?.(message)) ?? null });
  } catch (error) {
    if (!(error instanceof PluginAPIError)) throw error;
    const { name, id, statusCode, message } = error;
    return Response.json({ error: { name, id, status: statusCode }, message });
  }
}

/** Messages as REST has them, bytes as text. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Uint8Array) return `text: ${new TextDecoder().decode(value)}`;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  if ("$typeName" in value) return json(value as Parameters<typeof json>[0]);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
}
