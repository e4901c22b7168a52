/**
 * Tests of a plugin, in the test's own process: no server, no child process, no sockets. Messages
 * take the way that they take in production, up to the transport, which is memory here.
 *
 * @example A test of a message filter
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { definePlugin, allow, reject } from "@mattermost-deno/plugin";
 * import { startTestPlugin } from "@mattermost-deno/plugin/testing";
 *
 * const plugin = definePlugin({
 *   hooks: {
 *     messageWillBePosted: (post) =>
 *       post.message.includes("hunter2") ? reject("That looks like a password.") : allow(),
 *   },
 * });
 *
 * Deno.test("passwords are refused", async () => {
 *   await using running = await startTestPlugin(plugin);
 *   const { rejectionReason } = await running.hooks.messageWillBePosted({
 *     post: { message: "my password is hunter2" },
 *   });
 *   assertEquals(rejectionReason, "That looks like a password.");
 * });
 * ```
 *
 * @module
 */
export {
  startTestPlugin,
  type TestLogLine,
  type TestPlugin,
  type TestPluginOptions,
} from "./start_test_plugin.ts";
