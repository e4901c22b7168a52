import type { HTTPContext } from "@mattermost-deno/plugin";

/** Sends the request's body back as it comes, with the status and the headers that it was asked for. */
export function echo(request: Request, context: HTTPContext): Response {
  const status = Number(new URL(request.url).searchParams.get("status"));
  const headers = new Headers();
  headers.append("X-Probe-Back", request.headers.get("X-Probe") ?? "");
  headers.append("Set-Cookie", "a=1");
  headers.append("Set-Cookie", "b=2");
  headers.set("X-Context", `${context.requestId} ${context.sessionId} ${context.userId}`);
  const body = [101, 204, 205, 304].includes(status) ? null : request.body;
  return new Response(body, { status, headers });
}
