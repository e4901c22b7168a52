import { assertEquals, assertInstanceOf, assertRejects, assertStringIncludes } from "@std/assert";
import { PluginAPIError } from "../../src/api/errors.ts";
import { HostError } from "../../src/host/mod.ts";
import { startFake } from "./support.ts";

Deno.test("a plugin that is killed in the middle of a hook fails open, with its end and its last lines in the log", async () => {
  await using fake = await startFake([], { restart: false });
  const { plugin } = fake;
  const posting = plugin.hooks.messageWillBePosted({ post: { message: "hang" } });
  await fake.said("posting hang");
  Deno.kill(plugin.pid, "SIGKILL");
  assertEquals(await posting, { modifiedPost: null, rejectionReason: "" });
  const { message, level } = await fake.said("failed in the hook MessageWillBePosted");
  assertEquals(level, "error");
  for (const text of ["com.example.fake", "SIGKILL", "posting hang", "30000 ms"]) {
    assertStringIncludes(message, text);
  }
});

Deno.test("a plugin that ends itself in a hook gives a strict caller its exit code and last lines", async () => {
  await using fake = await startFake([], { restart: false });
  const error = await assertRejects(
    () => fake.plugin.strictHooks.messageWillBePosted({ post: { message: "exit" } }),
    HostError,
  ) as HostError;
  assertEquals(error.code, "HOOK_FAILED");
  assertStringIncludes(error.message, "exit code 7");
  assertEquals(error.stderr.at(-1), "[INFO] posting exit");
});

Deno.test("a hook that never returns fails open at its deadline, and is cancelled in the plugin", async () => {
  await using fake = await startFake([], { hookTimeoutMs: 100 });
  const { hooks, strictHooks } = fake.plugin;
  const post = { message: "hang" };
  assertEquals(await hooks.messageWillBePosted({ post }), {
    modifiedPost: null,
    rejectionReason: "",
  });
  await fake.said("within 100 ms. Got: none in time");
  await fake.said("aborted");
  const error = await assertRejects(
    () => strictHooks.messageWillBePosted({ post }, { timeoutMs: 50 }),
    HostError,
  ) as HostError;
  assertStringIncludes(error.message, "within 50 ms");
  // The plugin is as well as before.
  assertEquals(
    (await hooks.messageWillBePosted({ post: { message: "abc" } })).modifiedPost?.message,
    "3",
  );
});

Deno.test("a caller who gives up on a hook gets its own reason at once", async () => {
  await using fake = await startFake();
  const giveUp = new AbortController();
  const posting = fake.plugin.hooks.messageWillBePosted(
    { post: { message: "hang" } },
    { signal: giveUp.signal },
  );
  await fake.said("posting hang");
  giveUp.abort(new Error("the user has left"));
  await assertRejects(() => posting, Error, "the user has left");
  await fake.said("aborted");
});

Deno.test("a hook that throws fails open with its text in the log", async () => {
  await using fake = await startFake();
  assertEquals(await fake.plugin.hooks.messageWillBePosted({ post: { message: "throw" } }), {
    modifiedPost: null,
    rejectionReason: "",
  });
  await fake.said("the hook is broken");
});

Deno.test("a post of 5 MiB goes there and back", async () => {
  await using fake = await startFake();
  const message = "é".repeat(5 * 1024 * 1024 / 2);
  const { modifiedPost } = await fake.plugin.strictHooks.messageWillBePosted({
    post: { message, id: "p", props: { big: message } },
  });
  assertEquals(modifiedPost?.message, `${message.length}`);
  assertEquals(modifiedPost?.props, { big: message });
});

Deno.test("200 hooks at once are each answered with their own answer", async () => {
  await using fake = await startFake();
  const answers = await Promise.all(
    Array.from(
      { length: 200 },
      (_, length) =>
        fake.plugin.strictHooks.messageWillBePosted({ post: { message: "x".repeat(length) } }),
    ),
  );
  assertEquals(
    answers.map(({ modifiedPost }) => modifiedPost?.message),
    Array.from({ length: 200 }, (_, length) => `${length}`),
  );
});

Deno.test("hooks that the plugin lacks leave things as they are, without a call", async () => {
  await using fake = await startFake();
  const { hooks, strictHooks } = fake.plugin;
  assertEquals(await hooks.messageWillBeUpdated({ newPost: {} }), {
    modifiedPost: null,
    rejectionReason: "",
  });
  assertEquals(await hooks.messagesWillBeConsumed({ posts: [{ id: "a" }] }), {
    posts: [],
    postsReplaced: false,
  });
  assertEquals(await hooks.onSharedChannelsPing({}), true);
  assertEquals(await hooks.runDataRetention({ nowTime: 1n, batchSize: 2n }), 0n);
  assertEquals(await hooks.channelHasBeenCreated({ channel: {} }), undefined);
  const error = await assertRejects(
    () => strictHooks.messageWillBeUpdated({ newPost: {} }),
    HostError,
  ) as HostError;
  assertEquals(error.code, "HOOK_NOT_IMPLEMENTED");
});

Deno.test("an error that a plugin answers with keeps its message", async () => {
  await using fake = await startFake();
  const error = await assertRejects(
    () => fake.plugin.hooks.executeCommand({ args: { command: "/x" } }),
    PluginAPIError,
  );
  assertInstanceOf(error, PluginAPIError);
  assertEquals((error as PluginAPIError).message, "only the text");
  assertEquals((error as PluginAPIError).statusCode, 400);
});

Deno.test("a request that does not fit is refused by the name of its field, before any call", async () => {
  await using fake = await startFake();
  await assertRejects(
    () => fake.plugin.hooks.messageWillBePosted({ post: { message: 5 as never } }),
    PluginAPIError,
    "hooks.messageWillBePosted(request).post.message: expected a string",
  );
});

Deno.test("after the end of the plugin hooks leave things as they are, and strict callers learn it", async () => {
  await using fake = await startFake();
  const { plugin } = fake;
  await plugin.stop();
  assertEquals(await plugin.hooks.messageWillBePosted({ post: { message: "x" } }), {
    modifiedPost: null,
    rejectionReason: "",
  });
  const error = await assertRejects(
    () => plugin.strictHooks.messageWillBePosted({ post: { message: "x" } }),
    HostError,
  ) as HostError;
  assertEquals(error.code, "NOT_RUNNING");
  const failure = await assertRejects(
    () => plugin.hooks.executeCommand({ args: { command: "/x" } }),
    PluginAPIError,
  ) as PluginAPIError;
  assertEquals(failure.id, "plugin.grpc.execute_command.error");
});
