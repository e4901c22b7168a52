/**
 * A plugin for the test with two servers: a job, a counter, and a section that one node at a time may
 * be in. The one in `go_plugin/cluster` has the same section in Go.
 */
import { definePlugin, type HookContext } from "@mattermost-deno/plugin";
import type { Run, Stay } from "../records.ts";

/** Tells this process from the plugin's process on the other server. */
const node = crypto.randomUUID().slice(0, 8);

export default definePlugin({
  jobs: {
    tick: {
      every: "1s",
      async run(_, { kv }) {
        const run: Run = { node, at: Date.now() };
        await kv.update<readonly Run[]>("runs", (runs = []) => [...runs, run]);
      },
    },
  },

  hooks: {
    async serveHTTP(request, context) {
      const { pathname, searchParams } = new URL(request.url);
      const times = Number(searchParams.get("times") ?? 1);
      switch (pathname) {
        case "/runs":
          return Response.json(await context.kv.get<readonly Run[]>("runs") ?? []);
        case "/count":
          return Response.json(await countUp(times, context));
        case "/stays":
          return Response.json(await stay(times, context));
        default:
          return new Response("404 page not found\n", { status: 404 });
      }
    },
  },
});

/** Adds one, many times at once; gives what it was after each. */
async function countUp(times: number, { kv }: HookContext): Promise<unknown> {
  const add = () => kv.update<number>("count", (old = 0) => old + 1);
  return await Promise.all(Array.from({ length: times }, add));
}

/** Goes into the section, again and again; gives when it was there. */
async function stay(times: number, { mutex }: HookContext): Promise<readonly Stay[]> {
  const stays: Stay[] = [];
  for (let n = 0; n < times; n++) {
    await using _held = await mutex("section");
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 30));
    stays.push({ node, from, until: Date.now() });
  }
  return stays;
}
