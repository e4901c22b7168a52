/** An endpoint that calls any method of the API. @module */
import {
  ChannelType,
  type HTTPContext,
  json,
  type PluginAPI,
  PluginAPIError,
  TeamType,
} from "@mattermost-deno/plugin";

interface Call {
  readonly method: keyof PluginAPI;
  /** The arguments by name. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** JSON has Go's letters for these types. */
const LETTERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  team: { O: TeamType.OPEN, I: TeamType.INVITE },
  channel: { O: ChannelType.OPEN, P: ChannelType.PRIVATE },
};

/** Calls a method and gives its result as REST would, or the error's name and text. */
export async function call({ method, request }: Call, { api }: HTTPContext): Promise<Response> {
  const methods = api as unknown as Record<string, (request: unknown) => Promise<unknown>>;
  try {
    return Response.json(asRest(await methods[method]?.(withEnums(request))) ?? null);
  } catch (error) {
    if (!(error instanceof PluginAPIError)) throw error;
    return new Response(`${error.name}: ${error.message}`, { status: 502 });
  }
}

function withEnums(request: Call["request"]): Call["request"] {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => {
      const letters = LETTERS[name];
      if (letters === undefined) return [name, value];
      const object = value as { readonly type: string };
      return [name, { ...object, type: letters[object.type] }];
    }),
  );
}

function asRest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRest);
  if (value instanceof Uint8Array) return value.toBase64(); // As Go writes bytes.
  const isMessage = typeof value === "object" && value !== null && "$typeName" in value;
  return isMessage ? json(value as Parameters<typeof json>[0]) : value;
}
