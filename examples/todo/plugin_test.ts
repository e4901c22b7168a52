import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { testPlugin } from "@mattermost-deno/plugin/testing";
import todo from "./plugin.ts";

Deno.test("a todo that is added is posted by the bot, with a button that ticks it off", async () => {
  await using t = await testPlugin(todo);
  assertEquals((await t.command("/todo add buy milk")).text, "Added as #1.");
  const [post] = t.posts();
  assertEquals(post?.message, "#1");
  const { post: ticked } = await t.click(post!, "Done", { as: "ben" });
  assertEquals(ticked?.message, "~~#1 buy milk~~ Done by @ben.");
  assertEquals((await t.command("/todo list")).text, "Nothing is to be done here.");
});

Deno.test("two who tick off the same todo: the second one is told", async () => {
  await using t = await testPlugin(todo);
  await t.command("/todo add buy milk");
  const [post] = t.posts();
  const results = await Promise.all(
    (["ada", "ben"] as const).map(async (as) => {
      const { ephemeral } = await t.click(post!, "Done", { as });
      return ephemeral.map(({ message }) => message);
    }),
  );
  assertEquals(results.flat(), ["Somebody was faster."]);
  assertEquals((await t.command("/todo list")).text, "Nothing is to be done here.");
});

Deno.test("todos that are added at the same time all get numbers of their own", async () => {
  await using t = await testPlugin(todo);
  const texts = Array.from({ length: 20 }, (_, n) => `thing ${n}`);
  const answers = await Promise.all(texts.map((text) => t.command(`/todo add ${text}`)));
  const numbers = answers.map(({ text }) => Number(/#(\d+)/.exec(text)?.[1]));
  assertEquals(numbers.sort((a, b) => a - b), texts.map((_, n) => n + 1));
});

Deno.test("a dialog asks for a todo, and says what is wrong with it", async () => {
  await using t = await testPlugin(todo);
  const { dialog } = await t.command("/todo form");
  assertEquals(dialog?.title, "New todo");
  await t.submit(dialog!, { text: "buy milk", urgent: false });
  assertStringIncludes((await t.command("/todo list")).text, "- #1 buy milk");
  const again = await t.submit(dialog!, { text: "buy milk", urgent: false });
  assertEquals(again.errors, { text: "It is there already." });
});

Deno.test("the digest of the day names what is open, unless the settings say no", async () => {
  await using t = await testPlugin(todo);
  await t.command("/todo add buy milk");
  await t.clock.advance(24 * 3_600_000);
  await t.until(() => t.posts().length > 1);
  assertEquals(t.posts().at(-1)?.message, "**To be done here: 1**\n- #1 buy milk");
  await t.configure({ digest: false });
  await t.clock.advance(24 * 3_600_000);
  await t.settled();
  assertEquals(t.posts().length, 2);
});

Deno.test("a reminder comes when it is time, and not for what is done", async () => {
  await using t = await testPlugin(todo);
  await t.command("/todo add buy milk");
  await t.command("/todo add buy bread");
  await t.command("/todo remind 1 10");
  await t.command("/todo remind 2 10");
  await t.click(t.posts()[1]!, "Done");
  await t.clock.advance(10 * 60_000);
  await t.until(() => t.posts().length > 2);
  assertEquals(t.posts().slice(2).map(({ message }) => message), ["@ada: #1 buy milk"]);
});

Deno.test("a banned message is refused", async () => {
  await using t = await testPlugin(todo);
  await assertRejects(() => t.post("it is hunter2"), Error, "Password?");
});

Deno.test("the open todos of a channel are for its members", async () => {
  await using t = await testPlugin(todo);
  await t.command("/todo add buy milk");
  const path = `/?channel=${t.channel.id}`;
  assertEquals((await t.fetch(path)).status, 401);
  assertEquals((await t.fetch(path, { as: "mallory" })).status, 403);
  const [first] = await (await t.fetch(path, { as: "ada" })).json();
  assertEquals(first, { number: 1, text: "buy milk", done: false });
});
