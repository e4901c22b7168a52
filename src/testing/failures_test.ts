import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { defineAction } from "../interactions/action.ts";
import { subcommand } from "../commands/subcommand.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { startTestPlugin } from "./start_test_plugin.ts";
import { testPlugin } from "./test_plugin.ts";
import type { PluginFailure } from "./failures.ts";

const fail = (text: string) => () => {
  throw new Error(text);
};

const done = defineAction("done", fail("the button"));
const declared = definePlugin({
  actions: [done],
  commands: {
    todo: subcommand({ description: "x", run: fail("the command") }),
    ask: subcommand({
      description: "x",
      async run(_, { api, button, channelId, userId }) {
        const props = { attachments: [{ actions: [button(done, { label: "Done" })] }] };
        await api.createPost({ post: { userId, channelId, message: "?", props } });
      },
    }),
  },
  jobs: { digest: { every: "1h", retries: 0, run: fail("the job") } },
});

const plugin = definePlugin({
  hooks: { messageHasBeenPosted: fail("a defect"), serveHTTP: fail("the request") },
});

const short = (failures: readonly PluginFailure[]) =>
  failures.map(({ what, message }) => [what, message]);

Deno.test("a hook that threw fails the test at its end, with its name, the error and its stack", async () => {
  const t = await testPlugin(plugin);
  await t.post("hello");
  const error = await assertRejects(() => t.stop(), Error);
  assertStringIncludes(error.message, "caught this: messageHasBeenPosted: a defect\n");
  assertStringIncludes(error.message, "t.takeErrors()");
  assertStringIncludes(error.message, import.meta.url);
  await t.stop(); // It has been said.
});

Deno.test("what a test takes it expects: of hooks, requests, commands, jobs and buttons", async () => {
  await using t = await testPlugin(plugin);
  await t.post("hello");
  await t.settled();
  assertEquals(short(t.takeErrors()), [["messageHasBeenPosted", "a defect"]]);
  assertEquals(t.takeErrors(), []);
  assertEquals((await t.fetch("/x?y")).status, 500);
  assertEquals(short(t.takeErrors()), [["serveHTTP (GET /x)", "the request"]]);
  await using other = await testPlugin(declared);
  await other.command("/todo");
  await other.command("/ask");
  await other.click(other.posts().at(-1)!, "Done");
  const taken = other.takeErrors();
  assertEquals(short(taken), [
    ["job digest", "the job"],
    ["/todo", "the command"],
    ['the action "done"', "the button"],
  ]);
  for (const { error } of taken) assertStringIncludes(error, import.meta.url);
});

Deno.test("several errors are all named, beside what onDeactivate threw", async () => {
  const ends = definePlugin({
    onDeactivate: fail("no end"),
    hooks: { messageWillBePosted: fail("one"), messageHasBeenPosted: fail("two") },
  });
  const t = await testPlugin(ends);
  await t.post("hello");
  const error = await assertRejects(() => t.stop(), AggregateError);
  assertEquals(error.errors.length, 2);
  assertStringIncludes(error.errors[0].message, "no end");
  assertStringIncludes(error.errors[1].message, "messageWillBePosted: one (and 1 more)");
  assertStringIncludes(error.errors[1].message, "messageHasBeenPosted:\n  Error: two");
  const alone = await testPlugin(definePlugin({ onDeactivate: fail("no end") }));
  const only = await assertRejects(() => alone.stop(), Error, "no end");
  assert(!(only instanceof AggregateError));
});

Deno.test("an error with which a call rejects is told once", async () => {
  const throws = definePlugin({
    onActivate: ({ api }) => api.registerCommand({ command: { trigger: "hi" } }),
    hooks: { executeCommand: fail("not now"), messageHasBeenPosted: fail("unseen") },
  });
  for (const transport of ["memory", "netrpc"] as const) {
    const t = await testPlugin(throws, { transport });
    await assertRejects(() => t.command("/hi"), Error, "not now");
    await assertRejects(
      () => t.hooks.executeCommand({ args: { command: "/hi" } }),
      Error,
      "not now",
    );
    await assertRejects(() => t.hooks.messageHasBeenPosted({ post: {} }), Error, "unseen");
    assertEquals(t.takeErrors(), []);
    await t.stop();
  }
});

Deno.test("a test may ignore errors, and what is neither is refused", async () => {
  await using t = await testPlugin(plugin, { errors: "ignore" });
  await t.post("hello");
  await assertRejects(
    () => testPlugin(plugin, { errors: "ignroe" as never }),
    TypeError,
    'testPlugin(): errors: "throw" or "ignore" is expected, not "ignroe"',
  );
});

Deno.test("the small kit fails of errors, too", async () => {
  const running = await startTestPlugin(plugin);
  const response = await running.fetch(new Request("http://x/a"));
  assertEquals(response.status, 500);
  await response.body?.cancel();
  await assertRejects(() => running.hooks.messageHasBeenPosted({ post: {} }), Error, "a defect");
  await assertRejects(
    () => running.stop(),
    Error,
    "caught this: serveHTTP (GET /a): the request\n",
  );
  await using other = await startTestPlugin(plugin);
  await (await other.fetch(new Request("http://x/a"))).body?.cancel();
  assertEquals(short(other.takeErrors()), [["serveHTTP (GET /a)", "the request"]]);
});

Deno.test("a failing test whose plugin threw as well shows both errors", async () => {
  const file = await Deno.makeTempFile({ suffix: "_test.ts" });
  const here = (path: string) => JSON.stringify(import.meta.resolve(path));
  try {
    await Deno.writeTextFile(
      file,
      `import { definePlugin } from ${here("../define/define_plugin.ts")};
import { testPlugin } from ${here("./test_plugin.ts")};
const plugin = definePlugin({ hooks: { messageHasBeenPosted: () => { throw new Error("a defect"); } } });
Deno.test("both", async () => {
  await using t = await testPlugin(plugin);
  await t.post("hello");
  throw new Error("the test's own");
});
`,
    );
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "tools/run.ts", "test", "--no-check", "--config=deno.json", file],
      cwd: new URL("../../", import.meta.url),
      env: { NO_COLOR: "1" },
    }).output();
    const said = new TextDecoder().decode(stdout);
    assertStringIncludes(said, "caught this: messageHasBeenPosted: a defect\n");
    assertStringIncludes(said, "Caused by: Error: the test's own");
  } finally {
    await Deno.remove(file);
  }
});
