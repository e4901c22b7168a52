/**
 * The test kit: a plugin on a Mattermost server, all of it in the test's own process. No server, no
 * child process, no sockets, no permissions. Messages take the way that they take in production, up
 * to the transport, which is memory here.
 *
 * @example A test of a message filter
 * ```ts
 * import { assertEquals, assertRejects } from "@std/assert";
 * import { allow, definePlugin, reject } from "@mattermost-deno/plugin";
 * import { testPlugin } from "@mattermost-deno/plugin/testing";
 *
 * const plugin = definePlugin({
 *   hooks: {
 *     messageWillBePosted: (post) =>
 *       post.message.includes("hunter2") ? reject("That looks like a password.") : allow(),
 *   },
 * });
 *
 * Deno.test("passwords are refused", async () => {
 *   await using t = await testPlugin(plugin);
 *   await assertRejects(() => t.post("it is hunter2"), Error, "That looks like a password.");
 *   assertEquals(t.posts().length, 0);
 * });
 * ```
 *
 * @module
 */
export {
  type SandboxOptions,
  type TestKit,
  testPlugin,
  type TestPluginKitOptions,
} from "./test_plugin.ts";
export type {
  ActOptions,
  CommandResult,
  TestClient,
  TestFetchOptions,
  TestFile,
  TestPostInput,
} from "./client.ts";
export type { ActionsClient, Choice, ClickResult } from "./actions.ts";
export type { DialogsClient, OpenedDialog, SubmitOptions, SubmitResult } from "./dialogs.ts";
export type { Person } from "./person.ts";
export type { UndoingPermission } from "../bundle/mod.ts";
export type { PluginFailure } from "./failures.ts";
export type { FailOptions } from "./planned_failures.ts";
export type { Seeded, SeededName, TestUsers } from "./seed.ts";
export type { TestClock } from "./test_clock.ts";
export type { TestLogLine } from "./test_log.ts";
export type { TestServer } from "./test_server.ts";
export { startTestPlugin, type TestPlugin, type TestPluginOptions } from "./start_test_plugin.ts";
export type {
  ActivePlugin,
  ClientActions,
  ClientEvent,
  ClientIdentity,
  CommandInput,
  DialogAnswer,
  DialogOption,
  DialogSubmission,
  EmbeddedEvent,
  EmbeddedMattermost,
  EventListener,
  Events,
  InstallPluginOptions,
  LogEvent,
  LogLevel,
  NewFile,
  PluginFacts,
  PostActionInput,
  PostActionResult,
  PostInput,
  WebSocketClient,
} from "../embedded/mod.ts";
export type { HostOptions, PluginFetchOptions, RunningPlugin } from "../host/mod.ts";
