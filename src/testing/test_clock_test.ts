import { assertEquals, assertRejects } from "@std/assert";
import { computersClock, movableClock, turn } from "./test_clock.ts";

const start = Date.UTC(2026, 0, 1);

Deno.test("what becomes due on the way is done in its order, at its time", async () => {
  const { clock, control, dispose } = movableClock(start, turn);
  const seen: [string, number][] = [];
  const note = (what: string) => () => void seen.push([what, clock.now() - start]);
  clock.after(300, note("late"));
  clock.after(100, () => {
    note("early")();
    clock.after(50, note("from early"));
  });
  const end = clock.every(120, note("again"));
  const cancel = clock.after(10, note("never"));
  cancel();
  await control.advance(299);
  end();
  assertEquals(seen, [["early", 100], ["again", 120], ["from early", 150], ["again", 240]]);
  await control.advance(1000);
  assertEquals(seen.slice(4), [["late", 300]]);
  assertEquals(control.now(), start + 1299);
  dispose();
});

Deno.test("what waits a moment goes on by the computer's clock", async () => {
  const { clock, dispose } = movableClock(start, turn);
  await new Promise<void>((resolve) => void clock.after(5, resolve));
  assertEquals(clock.now(), start + 5);
  dispose();
});

Deno.test("after its end nothing is waited for", async () => {
  const { clock, control, dispose } = movableClock(start, turn);
  let done = false;
  clock.after(1, () => done = true);
  dispose();
  clock.after(1, () => done = true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assertEquals(done, false);
  await assertRejects(() => control.advance(NaN), TypeError, "milliseconds are expected");
});

Deno.test("a clock that is the computer's cannot be set or moved", async () => {
  const { control } = computersClock(undefined);
  await assertRejects(() => control.advance(1), TypeError, "leave `sandbox` out");
  await assertRejects(async () => await computersClock(start), TypeError, "startAt");
});
