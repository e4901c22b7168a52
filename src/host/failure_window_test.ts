import { assertEquals } from "@std/assert";
import { failureWindow } from "./failure_window.ts";

const minute = 60_000;

Deno.test("the third failure within 60 minutes is the last, and each restart waits longer", () => {
  const failed = failureWindow();
  assertEquals(failed(0), { kind: "restart", delayMs: 1000 });
  assertEquals(failed(30 * minute), { kind: "restart", delayMs: 2000 });
  assertEquals(failed(60 * minute), { kind: "give-up", failures: 3 });
});

Deno.test("failures of long ago are forgotten", () => {
  const failed = failureWindow();
  for (let time = 0; time < 10; time++) {
    assertEquals(failed(time * 31 * minute).kind, "restart", `failure ${time}`);
  }
});

Deno.test("the limit, the window and the back-off can be set", () => {
  const failed = failureWindow({ limit: 4, windowMs: 100, backOffMs: 10 });
  assertEquals([0, 1, 2, 3].map((now) => failed(now)), [
    { kind: "restart", delayMs: 10 },
    { kind: "restart", delayMs: 20 },
    { kind: "restart", delayMs: 40 },
    { kind: "give-up", failures: 4 },
  ]);
});
