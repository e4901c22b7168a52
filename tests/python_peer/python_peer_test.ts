/**
 * A plugin in Python over plain grpcio, with stubs made from the wire table alone, under our host: what
 * the table promises to other languages.
 *
 * @module
 */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { NotFoundError, PluginAPIError } from "../../src/api/errors.ts";
import {
  consumedPosts,
  type PluginLogEntry,
  type RunningPlugin,
  startProcess,
  willHookOutcome,
} from "../../src/host/mod.ts";
import { fromFileUrl } from "../../tools/paths.ts";
import { pythonVenv } from "../../tools/python_venv.ts";
import { needing, skippedBecause } from "../support/needs.ts";

const here = (name: string) => fromFileUrl(new URL(name, import.meta.url));

interface Peer {
  readonly plugin: RunningPlugin;
  readonly log: PluginLogEntry[];
  readonly commands: string[];
}

/** Starts the peer with a folder of fresh stubs, and ends it. */
async function withPeer(
  python: string,
  apiListen: "unix" | "tcp",
  work: (peer: Peer) => Promise<void>,
): Promise<PluginLogEntry[]> {
  const stubs = await Deno.makeTempDir({ prefix: "python-peer-" });
  const log: PluginLogEntry[] = [];
  try {
    const { success, stderr } = await new Deno.Command(python, {
      args: [here("make_stubs.py"), here("../contract/wire.tsv"), stubs],
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const values = new Map<string, Uint8Array>();
    const commands: string[] = [];
    await using plugin = await startProcess({
      id: "com.example.python-peer",
      command: python,
      args: [here("plugin.py")],
      env: { PYTHONPATH: stubs, PYTHONDONTWRITEBYTECODE: "1", GRPC_VERBOSITY: "ERROR" },
      apiListen,
      stop: { shutdownMs: 100 },
      log: (entry) => log.push(entry),
      api: {
        registerCommand: ({ command }) => void commands.push(command?.trigger ?? ""),
        kvSet: ({ key, value }) => void values.set(key, value),
        kvGet: ({ key }) => values.get(key) ?? null,
        getUser({ userId }) {
          if (userId === "u".repeat(26)) return { id: userId, username: "ada" };
          throw new NotFoundError({
            id: "app.user.missing_account.const",
            message: `There is no user ${userId}.`,
            where: "GetUser",
          });
        },
      },
    });
    await work({ plugin, log, commands });
  } finally {
    await Deno.remove(stubs, { recursive: true });
  }
  return log;
}

const text = (log: readonly PluginLogEntry[]) =>
  log.map(({ level, message }) => `${level} ${message}`).join("\n");

async function definition(): Promise<Deno.TestDefinition> {
  let python = "";
  const test: Deno.TestDefinition = {
    name: "a Python plugin made from the wire table alone runs under our host",
    async fn(context) {
      await context.step(
        "over TCP and unix sockets, activated in order, ended in order",
        async () => {
          for (const apiListen of ["tcp", "unix"] as const) {
            const log = await withPeer(python, apiListen, ({ plugin, commands }) => {
              assertEquals(plugin.status, "Running");
              assertEquals(commands, ["peer"]);
              assertEquals([...plugin.implemented].includes("messageWillBePosted"), true);
              return Promise.resolve();
            });
            const said = text(log);
            for (
              const line of [
                "warn the plugin implements a hook that is not known",
                "info a missing user is app.user.missing_account.const 404: There is no user zzz",
                "info a method that the host lacks is 501",
                "info deactivated after OnConfigurationChange, OnActivate",
              ]
            ) assertStringIncludes(said, line);
          }
        },
      );
      await withPeer(python, "unix", async (peer) => {
        await context.step("it rejects, edits and leaves posts", () => posts(peer));
        await context.step("it answers commands with words and with errors", () => commands(peer));
        await context.step("it serves HTTP that streams both ways", () => http(peer));
      });
    },
  };
  const checked = await needing(["python3"], test);
  if (checked.ignore) return checked;
  try {
    python = await pythonVenv();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return skippedBecause(reason.split("\n")[0] ?? reason, test);
  }
  return test;
}

async function posts({ plugin }: Peer): Promise<void> {
  const ask = async (message: string) => {
    const post = {
      message,
      id: "p".repeat(26),
      props: { of: "ours", n: 1.5 },
      createAt: 2n ** 60n,
    };
    const { modifiedPost, rejectionReason } = await plugin.strictHooks.messageWillBePosted({
      post,
    });
    return { modifiedPost, outcome: willHookOutcome(post, modifiedPost as never, rejectionReason) };
  };
  assertEquals((await ask("a secret")).outcome, { kind: "rejected", reason: "That is a secret." });
  const untouched = await ask("nothing");
  assertEquals(untouched.modifiedPost, null);
  assertEquals(untouched.outcome.kind, "go-on");
  const { modifiedPost } = await ask("my colour 🎨");
  assertEquals(modifiedPost?.message, "my color 🎨");
  assertEquals(modifiedPost?.props, { of: "ours", n: 1.5 });
  assertEquals(modifiedPost?.createAt, 2n ** 60n);

  const original = [{ message: "hide me" }, { message: "show me" }];
  const answer = await plugin.strictHooks.messagesWillBeConsumed({ posts: original });
  assertEquals(consumedPosts(original as never, answer).length, 1);
  // A peer that does not know `postsReplaced` cannot take every post away.
  const all = [{ message: "hide me" }];
  const none = await plugin.strictHooks.messagesWillBeConsumed({ posts: all });
  assertEquals(consumedPosts(all as never, none), all as never);
}

async function commands({ plugin, log }: Peer): Promise<void> {
  const args = { userId: "u".repeat(26), command: "/peer" };
  const answer = await plugin.hooks.executeCommand({ args });
  assertEquals([answer?.text, answer?.responseType], ["Hello, ada!", "ephemeral"]);
  const failed = await assertRejects(
    () => plugin.hooks.executeCommand({ args: { ...args, command: "/peer fail" } }),
    PluginAPIError,
  ) as PluginAPIError;
  assertEquals([failed.id, failed.message, failed.statusCode, failed.detailedError], [
    "peer.command.app_error",
    "The peer fails when it is told to.",
    418,
    "told to",
  ]);
  const crashed = await assertRejects(
    () => plugin.hooks.executeCommand({ args: { ...args, command: "/peer crash" } }),
    PluginAPIError,
  ) as PluginAPIError;
  assertEquals(crashed.id, "plugin.grpc.execute_command.error");
  assertStringIncludes(crashed.message, "the peer crashed");
  assertStringIncludes(text(log), "failed in the hook ExecuteCommand");
}

async function http({ plugin }: Peer): Promise<void> {
  const userId = "u".repeat(26);
  let feed: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => void (feed = controller),
  });
  const send = (piece: string) => feed?.enqueue(new TextEncoder().encode(piece));
  const answering = plugin.fetch(
    new Request("http://localhost/plugins/peer/a/b?c=d", {
      method: "POST",
      body,
      headers: { "mattermost-user-id": "forged", "x-twice": "one" },
    }),
    { userId, mount: "/plugins/peer" },
  );
  send("first");
  const response = await answering;
  assertEquals(response.status, 201);
  assertEquals(response.headers.get("x-request"), "POST /a/b?c=d");
  assertEquals(response.headers.get("x-request-uri"), "/plugins/peer/a/b?c=d");
  assertEquals(response.headers.get("x-saw-mattermost-user-id"), userId);
  assertEquals(response.headers.get("x-saw-x-twice"), "one");
  assertEquals(response.headers.getSetCookie(), ["a=1", "b=2"]);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (const piece of ["first", "second", "third"]) {
    if (piece !== "first") send(piece);
    assertEquals((await reader.read()).value, piece.toUpperCase());
  }
  feed?.close();
  assertEquals((await reader.read()).done, true);

  const large = new Uint8Array(1024 * 1024).fill(97);
  const whole = await plugin.fetch(
    new Request("http://localhost/", { method: "PUT", body: large }),
  );
  assertEquals(whole.headers.get("x-saw-mattermost-user-id"), null);
  assertEquals((await whole.bytes()).every((byte) => byte === 65), true);
}

Deno.test(await definition());
