/** Scenarios about the plugin's HTTP endpoints. @module */
import type { Scenarios } from "../play.ts";
import { PLUGIN_ID } from "../target.ts";

const own = `/plugins/${PLUGIN_ID}`;

async function told(response: Response): Promise<unknown> {
  const type = response.headers.get("Content-Type");
  const text = await response.text();
  const body = type?.includes("json") ? JSON.parse(text) : text;
  return { status: response.status, type, body };
}

export const http: Scenarios = {
  "an endpoint is told who asks": async ({ as }) => await told(await as("ada").fetch(`${own}/who`)),
  "an endpoint is told that nobody is logged in": async ({ nobody }) =>
    await told(await nobody.fetch(`${own}/who`)),
  "nobody says that they are somebody, or a plugin": async ({ ids, nobody }) => {
    const headers = { "Mattermost-User-Id": ids.ada, "Mattermost-Plugin-ID": "com.example.other" };
    return await told(await nobody.fetch(`${own}/who`, { headers }));
  },
  "a login that is none goes to the plugin": async ({ nobody }) => {
    const headers = { Authorization: "Bearer nothing" };
    return await told(await nobody.fetch(`${own}/who`, { headers }));
  },
  "an endpoint gets method, path, query, body and headers": async ({ as }) =>
    await told(
      await as("ada").fetch(`${own}/some/path%20here?one=1&two=%C3%BC`, {
        method: "POST",
        body: "größe",
        headers: { "X-Own": "kept", "Content-Type": "text/plain", Referer: "http://elsewhere" },
      }),
    ),
  "an endpoint's status goes to the client": async ({ as }) =>
    await told(await as("ada").fetch(`${own}/x?status=418`)),
  "an endpoint at the plugin's root": async ({ as }) => await told(await as("ada").fetch(own)),
  "an endpoint at the plugin's root with a slash": async ({ as }) =>
    await told(await as("ada").fetch(`${own}/`)),
  "an endpoint that breaks": async ({ as }) => {
    const response = await as("ada").fetch(`${own}/throw`);
    await response.body?.cancel();
    return response.status;
  },
  "a plugin that is not there has no endpoints": async ({ as }) => {
    const response = await as("ada").fetch("/plugins/com.example.absent/x");
    await response.body?.cancel();
    return response.status;
  },
  "a plugin's id in capitals is no plugin's": async ({ as }) => {
    const response = await as("ada").fetch("/plugins/Com.Example.Scenarios/x");
    await response.body?.cancel();
    return response.status;
  },
  "a public file that is not there": async ({ nobody }) => {
    const response = await nobody.fetch(`${own}/public/none.txt`);
    await response.body?.cancel();
    return response.status;
  },
  "a plugin asks itself over HTTP": async ({ as }) =>
    await told(await as("ada").fetch(`${own}/relay?to=/${PLUGIN_ID}/asked?x=1`)),
  "a plugin asks one that is not there": async ({ as }) => {
    const response = await as("ada").fetch(`${own}/relay?to=/com.example.absent/x`);
    await response.body?.cancel();
    return response.status;
  },
  "a plugin asks nobody": async ({ as }) => {
    const response = await as("ada").fetch(`${own}/relay?to=/`);
    await response.body?.cancel();
    return response.status;
  },
};
