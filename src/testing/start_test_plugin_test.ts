import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { NotImplementedError, PluginAPIError } from "../api/errors.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { allow, reject } from "../plugin/outcomes.ts";
import { startTestPlugin } from "./start_test_plugin.ts";

Deno.test("a test calls hooks, and the plugin calls the API that the test gave", async () => {
  const plugin = definePlugin({
    hooks: {
      messageWillBePosted: (post) => post.message === "no" ? reject("No.") : allow(),
      executeCommand: async (_args, { api }) => `Server ${await api.getServerVersion()}`,
    },
  });
  await using running = await startTestPlugin(plugin, {
    api: { getServerVersion: () => "10.11.0" },
  });
  const { rejectionReason } = await running.hooks.messageWillBePosted({ post: { message: "no" } });
  assertEquals(rejectionReason, "No.");
  const response = await running.hooks.executeCommand({ args: { command: "/version" } });
  assertEquals(response?.text, "Server 10.11.0");
});

Deno.test("a changed setting reaches onConfigurationChange and the next hook", async () => {
  const seen: unknown[] = [];
  const plugin = definePlugin({
    onConfigurationChange: ({ config }) => seen.push(config["word"]),
    hooks: { executeCommand: (_args, { config }) => String(config["word"]) },
  });
  await using running = await startTestPlugin(plugin, { config: { word: "one" } });
  await running.configure({ word: "two" });
  assertEquals(seen, ["one", "two"]);
  const response = await running.hooks.executeCommand({ args: { command: "/word" } });
  assertEquals(response?.text, "two");
});

Deno.test("an API method that the test did not give is named", async () => {
  let caught: unknown;
  const plugin = definePlugin({
    onActivate: async ({ api }) => {
      await api.getServerVersion().catch((error) => caught = error);
    },
  });
  await using _running = await startTestPlugin(plugin);
  assert(caught instanceof NotImplementedError);
  assertStringIncludes(caught.message, "GetServerVersion");
});

Deno.test("what onActivate throws is what starting rejects with", async () => {
  const plugin = definePlugin({
    onActivate: () => {
      throw new Error("there is no token in the settings");
    },
  });
  const error = await assertRejects(() => startTestPlugin(plugin), PluginAPIError);
  assertStringIncludes(error.message, "there is no token in the settings");
});

Deno.test("a request reaches serveHTTP with the user that the test names", async () => {
  const plugin = definePlugin({
    hooks: {
      serveHTTP: async (request, { userId }) => new Response(`${userId}: ${await request.text()}`),
    },
  });
  await using running = await startTestPlugin(plugin);
  const request = new Request("http://localhost/x", { method: "POST", body: "hello" });
  const response = await running.fetch(request, { userId: "u".repeat(26) });
  assertEquals(await response.text(), `${"u".repeat(26)}: hello`);
});

Deno.test("log lines of hooks are kept with their fields", async () => {
  const plugin = definePlugin({ onActivate: ({ log }) => log.info("ready", { answer: 42 }) });
  await using running = await startTestPlugin(plugin);
  const line = running.log.find(({ message }) => message === "ready");
  assertEquals(line?.level, "info");
  assertEquals(line?.fields["answer"], 42);
});

Deno.test("stopping runs onDeactivate once", async () => {
  let count = 0;
  const plugin = definePlugin({ onDeactivate: () => count++ });
  const running = await startTestPlugin(plugin);
  await running.stop();
  await running.stop();
  assertEquals(count, 1);
});
