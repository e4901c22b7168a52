/** What authors declare, on the test kit. */
import { assertEquals } from "@std/assert";
import { definePlugin } from "../../mod.ts";
import { testPlugin } from "./test_plugin.ts";

Deno.test("jobs run when the clock comes to their time, once for each period", async () => {
  const runs: number[] = [];
  const plugin = definePlugin({
    jobs: {
      digest: {
        every: "1h",
        run: async (_job, { kv }) => {
          await kv.update<number>("runs", (old = 0) => old + 1);
          runs.push(runs.length);
        },
      },
    },
  });
  await using t = await testPlugin(plugin, { startAt: Date.UTC(2026, 0, 1, 12, 30) });
  await t.clock.advance(0);
  const first = runs.length;
  await t.clock.advance(5 * 3600 * 1000);
  assertEquals(runs.length, first + 5);
});

Deno.test("updates that collide go on by the computer's clock, without the test's moving", async () => {
  const plugin = definePlugin({
    hooks: {
      serveHTTP: async (_request, { kv }) => {
        const add = () => kv.update<number>("n", (old = 0) => old + 1);
        await Promise.all(Array.from({ length: 10 }, add));
        return new Response(String(await kv.get("n")));
      },
    },
  });
  await using t = await testPlugin(plugin);
  assertEquals(await (await t.fetch("/")).text(), "10");
});
