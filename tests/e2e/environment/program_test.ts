import { assertEquals, assertRejects } from "@std/assert";
import { type Program, startProgram } from "./program.ts";

function start(script: string): Program {
  return startProgram({
    name: "the shell",
    command: "/bin/sh",
    args: ["-c", script],
    cwd: "/",
    env: { PATH: "/usr/bin:/bin" },
  });
}

Deno.test("a program is awaited until it says what it shall say, on either output", async () => {
  const program = start("echo one; echo two >&2; read line");
  await program.says(/^one$/m, 10_000);
  await program.says(/^two$/m, 10_000);
  await program.end("SIGTERM", 10_000);
  assertEquals(program.isRunning(), false);
});

Deno.test("waiting for one that ends fails with what it said", async () => {
  const program = start("echo its last words; exit 3");
  await assertRejects(
    () => program.says(/never/, 10_000),
    Error,
    "the shell ended:\nits last words",
  );
  await program.endsWithin(10_000);
  assertEquals(program.isRunning(), false);
});

Deno.test("one that ignores the signal is killed when the time is over", async () => {
  const program = start("trap '' TERM; echo ready; while :; do read line < /dev/zero; done");
  await program.says(/ready/, 10_000);
  await program.end("SIGTERM", 100);
  assertEquals(program.isRunning(), false);
});
