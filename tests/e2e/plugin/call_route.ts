/** An endpoint that calls any method of the API. @module */
import { type HTTPContext, json, type PluginAPI } from "@mattermost-deno/plugin";

interface Call {
  readonly method: keyof PluginAPI;
  /** The arguments by name. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** Calls a method and gives its result as REST would. */
export async function call({ method, request }: Call, { api }: HTTPContext): Promise<Response> {
  const methods = api as unknown as Record<string, (request: unknown) => Promise<unknown>>;
  return Response.json(asRest(await methods[method]?.(request)));
}

function asRest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRest);
  if (value instanceof Uint8Array) return value.toBase64(); // As Go writes bytes.
  const isMessage = typeof value === "object" && value !== null && "$typeName" in value;
  return isMessage ? json(value as Parameters<typeof json>[0]) : value;
}
