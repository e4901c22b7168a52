import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { Session } from "../contract/mod.ts";
import { publicFile } from "./public_files.ts";
import { log, type Server } from "./server.ts";
import { clientSession, sessionOfToken } from "./sessions.ts";

/** Who sends an HTTP request, as the server has checked. */
export interface ClientIdentity {
  /** The 26-character id of the user who is logged in; nobody without it. */
  readonly userId?: string;
}

/** The API method by which plugins send HTTP requests to each other. */
export function pluginHTTPMethods(server: Server, pluginId: string): PluginAPIHandlers {
  return {
    pluginHTTP: (request) => fetchFromPlugin(server, request, pluginId),
  };
}

/**
 * Sends a client's request to the plugin that its path names: `/plugins/<id>/…`. What only the
 * server may say (who the user is, which plugin asks) and what is the server's business alone (its
 * session, the referring page) is taken out, as on a real server.
 */
export async function fetchAsClient(
  server: Server,
  request: Request,
  { userId: given }: ClientIdentity,
): Promise<Response> {
  const session = given === undefined ? sessionOf(server, request) : clientSession(server, given);
  const userId = session?.userId;
  const url = new URL(request.url);
  const [, plugins, id = "", ...rest] = url.pathname.split("/");
  const plugin = plugins === "plugins" ? server.plugins.get(id) : undefined;
  if (!plugin) return missing();
  if (rest[0] === "public") return await publicFile(plugin.bundlePath, rest.slice(1)) ?? missing();
  url.searchParams.delete("access_token");
  const headers = new Headers(request.headers);
  headers.delete("Referer");
  if (userId !== undefined) headers.delete("Authorization");
  const cookies = (headers.get("Cookie") ?? "").split(/;\s*/)
    .filter((cookie) => cookie !== "" && !cookie.startsWith("MMAUTHTOKEN="));
  if (cookies.length > 0) headers.set("Cookie", cookies.join("; "));
  else headers.delete("Cookie");
  return await plugin.fetch(new Request(new Request(url, request), { headers }), {
    mount: `/plugins/${id}`,
    userId,
    context: {
      requestId: server.newId(),
      sessionId: session?.id ?? "",
      ipAddress: "127.0.0.1",
      acceptLanguage: request.headers.get("Accept-Language") ?? "",
      userAgent: request.headers.get("User-Agent") ?? "",
    },
  });
}

/**
 * Sends what a user has clicked to the plugin that the path names, `/plugins/<id>/…`, from within the
 * server: the plugin learns who the user is and nothing else.
 */
export async function fetchLocally(
  server: Server,
  path: string,
  userId: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const url = new URL(path, "http://localhost");
  const id = url.pathname.split("/")[2] ?? "";
  const plugin = server.plugins.get(id);
  if (!plugin) return missing();
  // There is no host: the request did not come over a connection.
  const request = new Request(url, { method: "POST", body, headers: { Host: "" } });
  return await plugin.fetch(request, {
    mount: `/plugins/${id}`,
    userId,
    context: { requestId: server.newId(), sessionId: clientSession(server, userId).id },
  });
}

/**
 * Who is logged in with a request: by a bearer token, a cookie, or a parameter. One who is not
 * reaches the plugin all the same, as nobody; so does a cookie that another site may have sent.
 */
function sessionOf(server: Server, request: Request): Session | undefined {
  const [, bearer] =
    /^(?:bearer|token) +(\S+)$/i.exec(request.headers.get("Authorization") ?? "") ??
      [];
  const [, cookie] = /(?:^|;\s*)MMAUTHTOKEN=([^;]*)/.exec(request.headers.get("Cookie") ?? "") ??
    [];
  const token = bearer ?? cookie ?? new URL(request.url).searchParams.get("access_token");
  const session = token ? sessionOfToken(server, token) : undefined;
  const byCookie = bearer === undefined && cookie !== undefined;
  if (!session || !byCookie || request.method === "GET") return session;
  const sent = request.headers.get("X-CSRF-Token");
  const isOwn = sent !== null
    ? sent === session.props["csrf"]
    : request.headers.get("X-Requested-With") === "XMLHttpRequest";
  return isOwn ? session : undefined;
}

/** Sends a plugin's request to another plugin: the path is `/<id>/…`. */
async function fetchFromPlugin(
  server: Server,
  request: Request,
  sourcePluginId: string,
): Promise<Response> {
  const [, id = "", ...rest] = new URL(request.url).pathname.split("/");
  if (rest.length === 0 || id === "") {
    return new Response(
      `The URL must have the form /<plugin id>/<path>; this is ${new URL(request.url).pathname}.`,
      { status: 400 },
    );
  }
  const plugin = server.plugins.get(id);
  if (!plugin) {
    log(
      server,
      "error",
      `The plugin ${sourcePluginId} sent a request to the plugin ${id}, which ` +
        `is not installed.`,
      {},
      sourcePluginId,
    );
    return missing();
  }
  return await plugin.fetch(request, {
    mount: `/${id}`,
    sourcePluginId,
    // A plugin may act for anybody; the header says who that is, and the receiver that it did.
    userId: request.headers.get("Mattermost-User-Id") ?? undefined,
    context: { requestId: server.newId(), userAgent: request.headers.get("User-Agent") ?? "" },
  });
}

function missing(): Response {
  return new Response("404 page not found\n", { status: 404 });
}
