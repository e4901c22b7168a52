import { assertEquals } from "@std/assert";
import { startTestPlugin } from "@mattermost-deno/plugin/testing";
import hello from "./plugin.ts";

Deno.test("a message with a password is refused, and a typo is corrected", async () => {
  await using plugin = await startTestPlugin(hello, { api: { registerCommand() {} } });
  const posting = async (message: string) => {
    const { modifiedPost, rejectionReason } = await plugin.hooks.messageWillBePosted({
      post: { message },
    });
    return rejectionReason || modifiedPost?.message;
  };
  assertEquals(await posting("my password is hunter2"), "That looks like a password.");
  assertEquals(await posting("teh end"), "the end");
  assertEquals(await posting("fine"), undefined);
});

Deno.test("the command greets its caller, with the greeting of the settings, and counts", async () => {
  const saved = new Map<string, Uint8Array>();
  await using plugin = await startTestPlugin(hello, {
    api: {
      registerCommand() {},
      loadPluginConfiguration: () => ({ greeting: "Ahoy" }),
      getUser: ({ userId }) => ({ id: userId, username: "ada" }),
      kvGet: ({ key }) => saved.get(key) ?? null,
      kvCompareAndSet: ({ key, newValue }) => {
        saved.set(key, newValue);
        return true;
      },
    },
  });
  const say = async (command: string) =>
    (await plugin.hooks.executeCommand({ args: { command, userId: "u" } }))?.text;
  assertEquals(await say("/hello"), "Ahoy, @ada! (Greeting number 1.)");
  assertEquals(await say("/hello --to world"), "Ahoy, world! (Greeting number 2.)");
});

Deno.test("the endpoint counts down for who is logged in", async () => {
  await using plugin = await startTestPlugin(hello, { api: { registerCommand() {} } });
  const url = "http://localhost/countdown?from=2";
  const response = await plugin.fetch(new Request(url), { userId: "u".repeat(26) });
  assertEquals(await response.text(), "2\n1\nGo!\n");
  assertEquals((await plugin.fetch(new Request(url))).status, 401);
});
