import type { JsonObject } from "@bufbuild/protobuf";
import { invalid } from "./app_error.ts";
import { readConfig, siteUrl } from "./config.ts";
import { fetchAsClient, fetchLocally } from "./plugin_http.ts";
import type { Server } from "./server.ts";

/**
 * Sends what a user has done to where a post or a dialog says, and gives the answer's text.
 *
 * A path below `/plugins/` leads to a plugin, with nothing but the user's id in the headers; its
 * status does not matter, and of its writes only the last one is kept, as on a real server. A URL is
 * called over HTTP and must answer with 200.
 *
 * @throws {ValidationError} When nobody can be reached there.
 */
export async function callIntegration(
  server: Server,
  rawUrl: string,
  userId: string,
  body: JsonObject,
): Promise<string> {
  const path = cleaned(rawUrl);
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  if (/^\/?plugins\//.test(path)) {
    return await lastWrite(await fetchLocally(server, path.replace(/^\/?/, "/"), userId, bytes));
  }
  return await overHttp(server, rawUrl, userId, bytes);
}

/** The refusal of whatever a user has clicked that leads nowhere. */
export function cannotAct(where: string, message: string, cause?: unknown): Error {
  return invalid(where, "api.post.do_action.action_integration.app_error", message, { cause });
}

async function overHttp(
  server: Server,
  rawUrl: string,
  userId: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const where = "DoActionRequest";
  const url = URL.parse(rawUrl);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw cannotAct(
      where,
      `The integration's URL "${rawUrl}" leads nowhere: it is neither "/plugins/…" nor http(s).`,
    );
  }
  const seconds = readConfig(server).ServiceSettings.OutgoingIntegrationRequestsTimeout ?? 30;
  const request = new Request(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept": "application/json" },
    body,
    signal: AbortSignal.timeout(seconds * 1000),
  });
  let response: Response;
  try {
    const own = URL.parse(siteUrl(server));
    response = url.hostname === own?.hostname && url.pathname.startsWith("/plugins")
      ? await fetchAsClient(server, request, { userId })
      : await fetch(request);
  } catch (cause) {
    throw cannotAct(where, `The integration at ${url} cannot be reached.`, cause);
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw cannotAct(where, `The integration at ${url} answered with ${response.status}, not 200.`);
  }
  return await response.text();
}

/** What a plugin has written last. */
async function lastWrite({ body }: Response): Promise<string> {
  let last: Uint8Array = new Uint8Array();
  for await (const bytes of body ?? []) last = bytes;
  return new TextDecoder().decode(last);
}

/** A path without `.`, `..` and doubled slashes, as Go's `path.Clean`. */
function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !path.startsWith("/")) parts.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}
