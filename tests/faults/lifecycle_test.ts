import { assertEquals, assertStringIncludes } from "@std/assert";
import { isAlive, manualClock, startFake } from "./support.ts";

function steps(fake: Awaited<ReturnType<typeof startFake>>): string[] {
  return fake.log.all.filter(({ source, level }) => source === "plugin" && level === "info")
    .map(({ message }) => message);
}

function statuses(fake: Awaited<ReturnType<typeof startFake>>): string[] {
  return fake.statuses.all.map(({ status }) => status);
}

Deno.test("a plugin is activated after its configuration and ended in order, and nothing is left", async () => {
  await using fake = await startFake();
  const { plugin } = fake;
  assertEquals(plugin.status, "Running");
  assertEquals((await fake.leftovers()).length, 1);
  const { pid } = plugin;
  await plugin.stop();
  assertEquals(steps(fake), ["OnConfigurationChange", "activating", "OnDeactivate", "shutdown"]);
  assertEquals(statuses(fake), ["Starting", "Running", "Stopping", "NotRunning"]);
  assertEquals(isAlive(pid), false);
  assertEquals(await fake.leftovers(), []);
  assertEquals(await plugin.ended, null);
  await plugin.stop(); // Again, without harm.
});

Deno.test("the folder of its sockets can be entered by this user alone", async () => {
  await using fake = await startFake();
  const [name] = await fake.leftovers();
  assertEquals((await Deno.stat(`${fake.folder}/${name}`)).mode! & 0o777, 0o700);
});

Deno.test("a plugin without a controller, or one that ignores it, gets SIGTERM", async () => {
  for (const flag of ["--no-controller", "--ignore-shutdown"]) {
    await using fake = await startFake([flag], { stop: { shutdownMs: 50 } });
    await fake.plugin.stop();
    assertEquals(steps(fake).at(-1), "SIGTERM", flag);
    assertEquals(await fake.leftovers(), []);
  }
});

Deno.test("a plugin that ignores everything gets SIGKILL", async () => {
  await using fake = await startFake(["--ignore-shutdown", "--ignore-sigterm"], {
    stop: { shutdownMs: 50, terminateMs: 50 },
  });
  const { pid } = fake.plugin;
  await fake.plugin.stop();
  assertEquals(isAlive(pid), false);
  await fake.said("gets SIGKILL");
  assertEquals(await fake.leftovers(), []);
});

Deno.test("a plugin that crashes is restarted with back-off, and the third failure is the last", async () => {
  const clock = manualClock();
  await using fake = await startFake([], { clock });
  const { plugin } = fake;
  const pids = [plugin.pid];
  for (const delay of [1000, 2000]) {
    Deno.kill(plugin.pid, "SIGKILL");
    await clock.timer(delay);
    assertEquals(plugin.status, "Starting");
    assertEquals(await fake.leftovers(), []);
    const before = fake.statuses.all.length;
    clock.advance(delay);
    await fake.statuses.until((change) =>
      change.status === "Running" && fake.statuses.all.indexOf(change) >= before
    );
    pids.push(plugin.pid);
    const { modifiedPost } = await plugin.strictHooks.messageWillBePosted({
      post: { message: "abcd" },
    });
    assertEquals(modifiedPost?.message, "4");
  }
  Deno.kill(plugin.pid, "SIGKILL");
  const error = await plugin.ended;
  assertEquals(plugin.status, "FailedToStayRunning");
  assertStringIncludes(error!.message, "SIGKILL");
  assertEquals(new Set(pids).size, 3);
  assertEquals(statuses(fake), [
    "Starting",
    "Running",
    "Starting",
    "Running",
    "Starting",
    "Running",
    "Stopping",
    "FailedToStayRunning",
  ]);
  assertEquals(await fake.leftovers(), []);
});

Deno.test("three pings in a row without success restart the plugin", async () => {
  const clock = manualClock();
  await using fake = await startFake([], { clock, health: { timeoutMs: 2000 } });
  const { plugin } = fake;
  clock.advance(30_000); // A check that passes, after which the next one is set.
  const { pid } = plugin;
  await plugin.checkHealth();
  assertEquals(plugin.pid, pid);
  Deno.kill(pid, "SIGUSR1"); // From here on it says that it is not serving.
  await fake.said("unwell");
  const checking = plugin.checkHealth();
  await clock.timer(1000);
  const { error } = await fake.statuses.until(({ error }) => error !== null);
  assertStringIncludes(error!.message, "not serving");
  clock.advance(1000);
  await checking;
  assertEquals(plugin.status, "Running");
  assertEquals(plugin.pid === pid, false);
});

Deno.test("a plugin that is stopped while it waits for its restart stays stopped", async () => {
  const clock = manualClock();
  await using fake = await startFake([], { clock });
  Deno.kill(fake.plugin.pid, "SIGKILL");
  await clock.timer(1000);
  await fake.plugin.stop();
  assertEquals(fake.plugin.status, "NotRunning");
  assertEquals(await fake.leftovers(), []);
});

Deno.test("log lines arrive with their levels, stdout after the handshake as debug", async () => {
  await using fake = await startFake();
  const line = await fake.said("something after the handshake");
  assertEquals([line.level, line.source, line.pluginId], ["debug", "plugin", "com.example.fake"]);
  const unknown = await fake.said("a hook that is not known");
  assertEquals([unknown.level, unknown.source, unknown.fields], ["warn", "host", {
    name: "Unheard",
  }]);
});
