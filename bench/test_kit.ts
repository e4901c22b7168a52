/**
 * The test kit and what authors declare, in this process, without Go: how long a test's server takes
 * to start, a command from its caller to the plugin and back, and updates of one key at once.
 *
 * `deno run -A tools/run.ts run -A bench/test_kit.ts` measures this alone.
 *
 * @module
 */
import { definePlugin } from "../mod.ts";
import { testPlugin } from "../src/testing/mod.ts";
import { type Samples, table } from "./table.ts";

const rounds = 5;
const updates = 200;

const plugin = definePlugin({
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "hi" } }),
  hooks: {
    executeCommand: () => "hello",
    serveHTTP: async (_request, { kv }) => {
      const add = () => kv.update<number>("count", (old = 0) => old + 1, { attempts: 1000 });
      await Promise.all(Array.from({ length: updates }, add));
      return new Response(String(await kv.get("count")));
    },
  },
});

/** Measures, in so many rounds; by transport and line. */
export async function measureTestKit(): Promise<Samples> {
  const samples: Record<string, Record<string, number[]>> = {};
  for (const transport of ["memory", "netrpc"] as const) {
    const lines: Record<string, number[]> = samples[transport] = {};
    const add = (line: string, value: number) => (lines[line] ??= []).push(value);
    const start = performance.now();
    await using _first = await testPlugin(plugin, { transport });
    add("test kit start, the first (ms)", performance.now() - start);
    for (let round = 0; round < rounds; round++) {
      add(
        "test kit start (ms)",
        await per(20, async () => {
          await (await testPlugin(plugin, { transport })).stop();
        }),
      );
      await using t = await testPlugin(plugin, { transport });
      const { users: { ada }, channel } = t;
      const command = { userId: ada.id, channelId: channel.id, command: "/hi" };
      add("command round trip (ms)", await per(200, () => t.mattermost.execute(command)));
      const begin = performance.now();
      const count = await (await t.fetch("/")).text();
      if (count !== String(updates)) throw new Error(`${updates} updates made it ${count}`);
      add("kv.update, 200 at once (ms each)", (performance.now() - begin) / updates);
    }
  }
  return samples;
}

async function per(times: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let time = 0; time < times; time++) await work();
  return (performance.now() - start) / times;
}

if (import.meta.main) {
  console.log(table(await measureTestKit(), ["memory", "netrpc"]));
}
