import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { bundlePlugin } from "../../src/bundle/mod.ts";
import {
  consumedPosts,
  HostError,
  type PluginLogEntry,
  type RunningPlugin,
  startPlugin,
  type StartPluginOptions,
  startProcess,
} from "../../src/host/mod.ts";
import { beside, events, isAlive } from "./support.ts";

interface Sandboxed {
  readonly bundle: string;
  readonly sockets: string;
  readonly start: (options?: Partial<StartPluginOptions>) => Promise<RunningPlugin>;
  readonly said: (text: string) => Promise<PluginLogEntry>;
}

/** Bundles the plugin into a folder of its own and removes everything afterwards. */
async function withBundle(work: (sandboxed: Sandboxed) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  // Short: the launcher makes a folder in a folder, and the path of a socket has a limit.
  const sockets = await Deno.makeTempDir({ prefix: "f-" });
  const log = events<PluginLogEntry>();
  const started: RunningPlugin[] = [];
  try {
    const { folder: bundle } = await bundlePlugin({
      entry: beside("sandboxed/plugin.ts"),
      outDir: `${folder}/bundle`,
    });
    await work({
      bundle,
      sockets,
      said: (text) => log.until(({ message }) => message.includes(text)),
      async start(options = {}) {
        const plugin = await startPlugin({
          bundle,
          socketParent: sockets,
          api: { getServerVersion: () => "10.11.0" },
          log: log.push,
          ...options,
        });
        started.push(plugin);
        return plugin;
      },
    });
  } finally {
    for (const plugin of started) await plugin.stop();
    await Deno.remove(folder, { recursive: true });
    await Deno.remove(sockets, { recursive: true });
  }
}

const names = (folder: string) => Array.fromAsync(Deno.readDir(folder), ({ name }) => name);

Deno.test("a bundle runs in its sandbox: configuration, API, hooks, HTTP, and nothing is left after it", async () => {
  await withBundle(async ({ start, said, sockets }) => {
    const plugin = await start({ config: { colour: "blue" } });
    assertEquals((await said("active")).fields, {
      version: "10.11.0",
      config: { colour: "blue" },
      hook: "onActivate",
    });
    assertEquals(plugin.status, "Running");
    const post = async (message: string) =>
      await plugin.strictHooks.messageWillBePosted({ post: { message } });
    assertEquals((await post("reject")).rejectionReason, "rejected on purpose");
    assertEquals((await post("allow")).modifiedPost, null);
    assertEquals((await post("four")).modifiedPost?.message, "4");
    const error = await assertRejects(() => post("throw"), HostError) as HostError;
    assertStringIncludes(error.message, "thrown on purpose");
    // A plugin of ours can take every post away.
    const answer = await plugin.strictHooks.messagesWillBeConsumed({
      posts: [{ message: "hide" }],
    });
    assertEquals(consumedPosts([{ message: "hide" }] as never, answer), []);
    const response = await plugin.fetch(new Request("http://x/", { method: "POST", body: "echo" }));
    assertEquals(await response.text(), "echo");
    const { pid } = plugin;
    await plugin.stop();
    await said("inactive");
    assertEquals(isAlive(pid), false);
    assertEquals(await names(sockets), []);
  });
});

Deno.test("a post of 5 MiB and 200 hooks at once go through the sandbox", async () => {
  await withBundle(async ({ start }) => {
    const { strictHooks } = await start();
    const message = "x".repeat(5 * 1024 * 1024);
    const large = await strictHooks.messageWillBePosted({ post: { message } });
    assertEquals(large.modifiedPost?.message, `${message.length}`);
    const answers = await Promise.all(
      Array.from(
        { length: 200 },
        (_, length) => strictHooks.messageWillBePosted({ post: { message: "x".repeat(length) } }),
      ),
    );
    assertEquals(
      answers.map(({ modifiedPost }) => modifiedPost?.message),
      Array.from({ length: 200 }, (_, length) => `${length}`),
    );
  });
});

Deno.test("the bundle's launcher, run as any program, is the same plugin", async () => {
  await withBundle(async ({ bundle, sockets }) => {
    const log = events<PluginLogEntry>();
    const plugin = await startProcess({
      id: "com.example.sandboxed",
      command: `${bundle}/server/launch`,
      configurationFirst: false,
      socketParent: sockets,
      api: { getServerVersion: () => "10.11.0", loadPluginConfiguration: () => ({}) },
      log: log.push,
    });
    const { modifiedPost } = await plugin.strictHooks.messageWillBePosted({
      post: { message: "abc" },
    });
    assertEquals(modifiedPost?.message, "3");
    await plugin.stop();
    assertEquals(await names(sockets), []);
  });
});

Deno.test("neither the launcher nor the loader of the bundle is ever run", async () => {
  await withBundle(async ({ start, bundle }) => {
    await Deno.writeTextFile(`${bundle}/server/launch`, "#!/bin/sh\nexit 66\n");
    await Deno.writeTextFile(`${bundle}/server/loader.js`, "Deno.exit(67);\n");
    const plugin = await start();
    assertEquals(plugin.status, "Running");
  });
});

Deno.test("the plugin gets the variables that its manifest declares and no others", async () => {
  await withBundle(async ({ start }) => {
    const plugin = await start({
      environment: { SANDBOXED_DECLARED: "declared", SANDBOXED_SECRET: "secret" },
    });
    const read = async (name: string) =>
      (await plugin.hooks.executeCommand({ args: { command: `/env ${name}` } }))?.text;
    assertEquals(await read("SANDBOXED_DECLARED"), "declared");
    assertEquals(await read("SANDBOXED_SECRET"), "nothing");
    const environ = await Deno.readTextFile(`/proc/${plugin.pid}/environ`);
    assertEquals(environ.includes("secret"), false);
  });
});

Deno.test("a bundle that is none, or that asks for what no manifest can ask, is refused", async () => {
  await withBundle(async ({ start, bundle, sockets }) => {
    for (
      const [break_, text] of [
        [() => Deno.writeTextFile(`${bundle}/server/launch.json`, "{"), "not JSON"],
        [() => Deno.remove(`${bundle}/server/launch.json`), "no bundle of a Deno plugin"],
      ] as const
    ) {
      await break_();
      const error = await assertRejects(() => start(), HostError) as HostError;
      assertEquals(error.code, "CANNOT_EXECUTE");
      assertStringIncludes(error.message, bundle);
      assertStringIncludes(error.message, text);
    }
    assertEquals(await names(sockets), []);
  });
});

Deno.test("a plugin that blocks its event loop is ended and started again", async () => {
  await withBundle(async ({ start, said }) => {
    const plugin = await start({
      health: { timeoutMs: 200 },
      restart: { backOffMs: 1 },
      stop: { shutdownMs: 50, terminateMs: 50 },
    });
    const { pid } = plugin;
    const posting = plugin.hooks.messageWillBePosted({ post: { message: "spin" } });
    await said("spinning");
    await plugin.checkHealth();
    assertEquals(await posting, { modifiedPost: null, rejectionReason: "" });
    assertEquals(isAlive(pid), false);
    assertEquals(plugin.status, "Running");
    assertEquals(
      (await plugin.strictHooks.messageWillBePosted({ post: { message: "abc" } })).modifiedPost
        ?.message,
      "3",
    );
  });
});

Deno.test("when its host is killed the plugin ends by itself, and the next start sweeps what is left", async () => {
  await withBundle(async ({ bundle, sockets, start, said }) => {
    const host = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", beside("host_program.ts"), bundle, sockets],
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = host.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const { pid } = JSON.parse((await reader.read()).value ?? "{}") as { pid: number };
    assertEquals(isAlive(pid), true);
    const [left = ""] = await names(sockets);
    // The connection lives as long as the plugin does: its end is what is waited for.
    const connection = await Deno.connect({
      transport: "unix",
      path: `${sockets}/${left}/plugin.sock`,
    });
    host.kill("SIGKILL");
    await host.status;
    await connection.readable.pipeTo(new WritableStream()).catch(() => {}); // It may be reset.
    await reader.cancel();
    // The operating system closes a process's sockets before it reports its end.
    while (isAlive(pid)) await Deno.stat("/proc");
    assertEquals((await names(sockets)).includes(left), true);
    const plugin = await start();
    await said("removed what killed runs left behind");
    assertEquals((await names(sockets)).includes(left), false);
    await plugin.stop();
    assertEquals(await names(sockets), []);
  });
});
