/** A fetch handler beside a handler of the lower level. @module */
import type { HTTPExchange } from "@mattermost-deno/plugin";

/** Answers an exchange by a fetch handler, both bodies streaming. */
export async function fetchThrough(
  exchange: HTTPExchange,
  handle: (request: Request) => Promise<Response>,
): Promise<void> {
  const request = new Request(new URL(exchange.url, "http://plugin"), {
    method: exchange.method,
    headers: exchange.headers.map(([name, value]): [string, string] => [name, value]),
    body: exchange.method === "GET" ? null : exchange.body as BodyInit | null,
    signal: exchange.signal,
  });
  const response = await handle(request);
  const writer = await exchange.respond({ status: response.status, headers: response.headers });
  for await (const chunk of response.body ?? []) await writer.write(chunk);
  await writer.close();
}
