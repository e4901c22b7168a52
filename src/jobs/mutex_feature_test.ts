import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import { fakeKV } from "../../tests/support/fake_kv.ts";
import { manualClock } from "../../tests/support/manual_clock.ts";
import type { HeldMutex } from "../plugin/context/mutex.ts";

/** The server's calls for keys, as messages. */
function kvAnswers(server: ReturnType<typeof fakeKV>) {
  const node = server.node();
  return {
    kVSetWithOptions: async (request: object) => ({
      success: await node.kvSetWithOptions(request),
    }),
  };
}

function setUp(held: HeldMutex[]) {
  const clock = manualClock();
  const server = fakeKV(clock.now);
  const running = plugin(
    {
      hooks: {
        async executeCommand({ command }, { mutex }) {
          if (command === "/keep") {
            held.push(await mutex("m"));
            return { text: "kept" };
          }
          if (command === "/try") return { text: String((await mutex.try("m")) !== undefined) };
          await using lock = await mutex("m");
          return { text: `${lock.name} ${server.keys()} ${lock.signal.aborted}` };
        },
      },
    },
    kvAnswers(server),
    { clock },
  );
  const run = async (command: string) => {
    const answer = await running.call("executeCommand", { args: { command } });
    return answer.response?.text;
  };
  return { clock, server, running, run };
}

Deno.test("a hook has a lock for as long as its block lasts", async () => {
  const { server, run } = setUp([]);
  assertEquals(await run("/use"), "m mutex_m false");
  assertEquals(server.keys(), []);
});

Deno.test("a lock outlives the hook that asked for it, until the plugin is deactivated", async () => {
  const held: HeldMutex[] = [];
  const { clock, server, running, run } = setUp(held);
  await run("/keep");
  await clock.pass(60_000);
  assertEquals(server.keys(), ["mutex_m"]);
  assertEquals(await run("/try"), "false");
  await running.call("onDeactivate");
  assertEquals(server.keys(), []);
  const [lock] = held;
  assert(lock !== undefined && lock.signal.aborted);
  assertStringIncludes(String(lock.signal.reason), "the plugin is being deactivated");
  await running.call("onActivate");
  assertEquals(await run("/try"), "true", "there are locks again when it is active again");
});

Deno.test("a caller who has gone away ends the waiting", async () => {
  const { clock, server, running } = setUp([]);
  server.put("mutex_m", "another node");
  const gone = new AbortController();
  const waiting = running.call("executeCommand", { args: { command: "/use" } }, {
    signal: gone.signal,
  });
  waiting.catch(() => {});
  await clock.pass(2000);
  assertEquals(clock.waiting, 1);
  gone.abort();
  await clock.pass(0);
  assertEquals(clock.waiting, 0, "nothing waits for the next attempt");
});
