import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { HostError, type HostErrorCode, type StartProcessOptions } from "../../src/host/mod.ts";
import { isAlive, manualClock, startFake } from "./support.ts";

/** A shell script as a plugin. */
function script(text: string, options: Partial<StartProcessOptions> = {}) {
  return startFake([], { command: "/bin/sh", args: ["-c", text], ...options });
}

async function refused(
  start: Promise<unknown>,
  code: HostErrorCode,
  ...texts: string[]
): Promise<HostError> {
  // The types of assertRejects ask for a constructor, which an error class always is.
  const error = await assertRejects(() => start, HostError) as HostError;
  assertEquals(error.code, code, error.message);
  for (const text of ['"com.example.fake"', ...texts]) assertStringIncludes(error.message, text);
  return error;
}

Deno.test("a plugin that prints rubbish instead of a handshake is refused, with its last lines", async () => {
  await refused(
    script('echo "loading the model" >&2; echo "Hello!"; sleep 100'),
    "BAD_HANDSHAKE",
    "a handshake line",
    '"Hello!"',
    "loading the model",
  );
});

Deno.test("a plugin that writes endless rubbish without a line's end is refused and ended", async () => {
  await refused(script("exec yes | tr -d '\\n'"), "BAD_HANDSHAKE", '"yyyy');
});

Deno.test("a plugin that ends at once is refused with its exit code and its last lines", async () => {
  const error = await refused(
    script('for n in $(seq 50); do echo "line $n" >&2; done; exit 3'),
    "EXITED",
    "exit code 3",
    "line 50",
  );
  assertEquals(error.stderr.length, 20);
  assertEquals(error.stderr[0], "line 31");
});

Deno.test("a plugin that ends by a signal says which", async () => {
  await refused(script("kill -9 $$"), "EXITED", "SIGKILL");
});

Deno.test("a plugin that hangs before its handshake is ended after ten seconds", async () => {
  const clock = manualClock();
  let pid = 0;
  const start = script("echo $$ >&2; exec sleep 1000", {
    clock,
    log: ({ message }) => {
      pid = Number(message);
      clock.advance(9_999);
      assertEquals(isAlive(pid), true);
      clock.advance(1);
    },
  });
  await refused(start, "HANDSHAKE_TIMEOUT", "within 10000 ms", String(pid));
  assertEquals(isAlive(pid), false);
});

Deno.test("a plugin that closes its stdout and runs on is refused and ended", async () => {
  const clock = manualClock();
  let pid = 0;
  const start = script("echo $$ >&2; exec >&-; exec sleep 1000", {
    clock,
    log: ({ message }) => pid = Number(message),
  });
  await Promise.all([
    refused(start, "EXITED", "the end of its stdout while it ran on"),
    clock.timer(1000).then(() => clock.advance(1000)),
  ]);
  assertEquals(isAlive(pid), false);
});

for (
  const [title, line, code, ...texts] of [
    ["another core version", "2|1|unix|/x|grpc", "WRONG_VERSION", "core protocol version 1"],
    ["another plugin protocol", "1|5|unix|/x|grpc", "WRONG_VERSION", "plugin protocol version 1"],
    ["net/rpc", "1|1|unix|/x|netrpc", "WRONG_PROTOCOL", '"grpc"', '"netrpc"'],
    ["an address elsewhere", "1|1|tcp|203.0.113.7:80|grpc", "WRONG_ADDRESS", "203.0.113.7:80"],
  ] as const
) {
  Deno.test(`a plugin that offers ${title} is refused`, async () => {
    await refused(script(`echo '${line}'; exec sleep 1000`), code, ...texts);
  });
}

Deno.test("a plugin that listens nowhere is refused", async () => {
  await refused(
    script('echo "1|1|unix|$PLUGIN_UNIX_SOCKET_DIR/none.sock|grpc"; exec sleep 1000', {
      handshakeTimeoutMs: 500,
    }),
    "UNREACHABLE",
    "does not answer where it says that it listens",
    "none.sock",
  );
});

Deno.test("a file that is not executable, or not there, is refused with what to do", async () => {
  const file = await Deno.makeTempFile();
  try {
    await Deno.chmod(file, 0o600);
    await refused(startFake([], { command: file }), "CANNOT_EXECUTE", file, "chmod +x");
  } finally {
    await Deno.remove(file);
  }
  await refused(startFake([], { command: `${file}-gone` }), "CANNOT_EXECUTE", `${file}-gone`);
});

Deno.test("an error in the activation fails the start with the plugin's own words", async () => {
  await refused(startFake(["--fail-activation"]), "ACTIVATION_FAILED", "the moon is wrong");
});

Deno.test("a plugin that ends during its activation is refused with its exit code", async () => {
  await refused(startFake(["--exit-in-activation"]), "EXITED", "activation", "exit code 9");
});

Deno.test("a plugin gets nothing of the host's environment but what is harmless", async () => {
  Deno.env.set("FAULTS_SECRET", "of the host");
  try {
    const error = await refused(
      script("env >&2; exit 1", { env: { OWN: "its own" } }),
      "EXITED",
      "MATTERMOST_PLUGIN_API_TARGET=unix:/",
      "OWN=its own",
    );
    assertEquals(error.message.includes("of the host"), false);
  } finally {
    Deno.env.delete("FAULTS_SECRET");
  }
});
