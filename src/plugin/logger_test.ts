import { assertEquals } from "@std/assert";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import { loggerTo } from "./logger.ts";

Deno.test("a child logger has its own fields and its parent's, and the line's win", () => {
  const lines: unknown[] = [];
  const log = loggerTo((...line) => lines.push(line));
  const child = log.with({ job: "digest", try: 1 });
  const grandchild = child.with({ try: 2, team: "acme" });
  log.debug("a");
  child.info("b", { count: 3 });
  grandchild.warn("c");
  grandchild.error("d", { team: "other" });
  assertEquals(lines, [
    ["debug", "a", {}],
    ["info", "b", { job: "digest", try: 1, count: 3 }],
    ["warn", "c", { job: "digest", try: 2, team: "acme" }],
    ["error", "d", { job: "digest", try: 2, team: "other" }],
  ]);
});

Deno.test("a hook's child logger still names the hook", async () => {
  const running = plugin({
    hooks: {
      userHasBeenCreated: (user, { log }) => log.with({ username: user.username }).info("hello"),
    },
  });
  await running.call("userHasBeenCreated", { user: { username: "ada" } });
  assertEquals(running.lines, [
    { level: "info", message: "hello", fields: { hook: "userHasBeenCreated", username: "ada" } },
  ]);
});
