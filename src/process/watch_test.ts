import { assertEquals } from "@std/assert";
import { fakeClock } from "../../tests/process/fake_clock.ts";
import { watchHost } from "./host_watch.ts";
import { type LoopDelay, trackLoopDelay } from "./loop_delay.ts";

function watching() {
  const clock = fakeClock();
  const gone: string[] = [];
  let parent = 100;
  const watch = watchHost({
    clock,
    parentPid: () => parent,
    onGone: (why) => gone.push(why),
  });
  return { clock, gone, watch, adopt: (pid: number) => parent = pid };
}

Deno.test("a host that ends is noticed within a second, and said once", () => {
  const { clock, gone, watch, adopt } = watching();
  watch.connections(1);
  clock.advance(5000);
  assertEquals(gone, []);
  adopt(1);
  clock.advance(1000);
  assertEquals(gone, ["the host, process 100, has ended (the parent process is now 1)"]);
  clock.advance(120_000);
  assertEquals(gone.length, 1);
});

Deno.test("a lost connection makes the watch look at once, and alone ends nothing", () => {
  const { clock, gone, watch, adopt } = watching();
  watch.connections(1);
  watch.connections(0);
  assertEquals(gone, []);
  watch.connections(1);
  adopt(1);
  watch.connections(0);
  assertEquals(gone.length, 1);
  clock.advance(120_000);
  assertEquals(gone.length, 1);
});

Deno.test("a host that never connects is given a minute", () => {
  const { clock, gone } = watching();
  clock.advance(59_999);
  assertEquals(gone, []);
  clock.advance(1);
  assertEquals(gone, ["no host has connected within 60000 ms"]);
});

Deno.test("a stopped watch says nothing any more", () => {
  const { clock, gone, watch, adopt } = watching();
  watch.stop();
  adopt(1);
  watch.connections(0);
  clock.advance(120_000);
  assertEquals(gone, []);
});

Deno.test("a blocked event loop is reported with the hooks that ran meanwhile, and no others", () => {
  const clock = fakeClock();
  const delays: LoopDelay[] = [];
  const tracker = trackLoopDelay({ clock, onDelay: (delay) => delays.push(delay) });
  const leaveWaiting = tracker.enter("ServeHTTP");
  clock.advance(1000);
  tracker.enter("UserHasLoggedIn")();
  clock.advance(100);
  const leaveBlocking = tracker.enter("MessageHasBeenPosted");
  const leaveTwin = tracker.enter("MessageHasBeenPosted");
  clock.block(900, () => {
    leaveBlocking();
    leaveBlocking();
    leaveTwin();
  });
  assertEquals(delays, [{ delayMs: 750, running: ["MessageHasBeenPosted", "ServeHTTP"] }]);
  clock.advance(10_000);
  assertEquals(delays.length, 1);
  leaveWaiting();
  clock.advance(250);
  clock.block(5000);
  assertEquals(delays.at(-1), { delayMs: 4750, running: [] });
  tracker.stop();
  clock.block(5000);
  assertEquals(delays.length, 2);
});
