import { assertEquals, assertRejects } from "@std/assert";
import { testPlugin } from "@mattermost-deno/plugin/testing";
import hello from "./plugin.ts";

Deno.test("a message with a password is refused, and a typo is corrected", async () => {
  await using t = await testPlugin(hello);
  await assertRejects(
    () => t.post("my password is hunter2"),
    Error,
    "That looks like a password.",
  );
  assertEquals((await t.post("teh end")).message, "the end");
  assertEquals((await t.post("fine")).message, "fine");
});

Deno.test("the command greets its caller, with the greeting of the settings, and counts", async () => {
  await using t = await testPlugin(hello, { settings: { greeting: "Ahoy" } });
  const say = async (command: string) => (await t.command(command, { as: t.users.ada })).text;
  assertEquals(await say("/hello"), "Ahoy, @ada! (Greeting number 1.)");
  assertEquals(await say("/hello --to world"), "Ahoy, world! (Greeting number 2.)");
});

Deno.test("the endpoint counts down for who is logged in", async () => {
  await using t = await testPlugin(hello);
  const response = await t.fetch("/countdown?from=2", { as: t.users.ada });
  assertEquals(await response.text(), "2\n1\nGo!\n");
  assertEquals((await t.fetch("/countdown?from=2")).status, 401);
});
