import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { NotFoundError, UnavailableError, ValidationError } from "../api/errors.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { allow, reject, replace } from "../plugin/outcomes.ts";
import { section } from "../settings/section.ts";
import { setting } from "../settings/setting_kinds.ts";
import { testPlugin } from "./test_plugin.ts";

const filter = definePlugin({
  hooks: {
    messageWillBePosted: (post) =>
      post.message === "no"
        ? reject("Not that.")
        : replace({ ...post, message: `${post.message}!` }),
  },
});

Deno.test("people post; what a plugin makes of it is stored, what it refuses is an error", async () => {
  await using t = await testPlugin(filter);
  const post = await t.post("hello", { as: t.users.ben });
  assertEquals([post.message, post.userId], ["hello!", t.users.ben.id]);
  assertEquals(t.posts().map(({ message }) => message), ["hello!"]);
  await assertRejects(() => t.post("no"), ValidationError, "Not that.");
});

Deno.test("who is not in the channel cannot post there; a wrong name is answered with the near one", async () => {
  await using t = await testPlugin(filter);
  await assertRejects(() => t.post("hi", { as: "mallory" }), Error, "create_post");
  await assertRejects(() => t.post("hi", { as: "adda" }), TypeError, 'did you mean "ada"?');
});

Deno.test("a command's answer is there, and what its caller alone saw", async () => {
  const plugin = definePlugin({
    onActivate: ({ api }) => api.registerCommand({ command: { trigger: "hi" } }),
    hooks: {
      executeCommand: async ({ userId, channelId }, { api }) => {
        await api.sendEphemeralPost({ userId, post: { channelId, message: "psst" } });
        return `Hello, ${(await api.getUser({ userId })).username}!`;
      },
    },
  });
  await using t = await testPlugin(plugin);
  const { text, ephemeral } = await t.command("/hi there", { as: t.users.ben });
  assertEquals(text, "Hello, ben!");
  assertEquals(ephemeral.map(({ message }) => message), ["psst", "Hello, ben!"]);
  assertEquals(t.ephemeralPosts("ada"), []);
  await assertRejects(() => t.command("/ho"), NotFoundError, "/ho");
});

Deno.test("requests reach serveHTTP with the user whom the server has checked", async () => {
  const plugin = definePlugin({
    hooks: {
      serveHTTP: (request, { userId }) =>
        Response.json([request.method, new URL(request.url).pathname, userId]),
    },
  });
  await using t = await testPlugin(plugin);
  const forged = { headers: { "Mattermost-User-Id": t.users.admin.id } };
  assertEquals(await (await t.fetch("/a/b?c", forged)).json(), ["GET", "/a/b", null]);
  const response = await t.fetch("/a", { as: t.users.ada, method: "POST", body: "x" });
  assertEquals(await response.json(), ["POST", "/a", t.users.ada.id]);
  await assertRejects(async () => await t.fetch("a"), TypeError, "/status");
});

Deno.test("settings change, a restart keeps what is stored, and both are heard of", async () => {
  const heard: unknown[] = [];
  const plugin = definePlugin({
    onActivate: async ({ api, config }) => {
      const key = { key: "starts" };
      const old = Number(new TextDecoder().decode(await api.kvGet(key) ?? undefined));
      await api.kvSet({ ...key, value: new TextEncoder().encode(String(old + 1)) });
      heard.push(["activate", config["word"]]);
    },
    onConfigurationChange: ({ config }) => heard.push(config["word"]),
    onDeactivate: () => heard.push("end"),
  });
  await using t = await testPlugin(plugin, { settings: { Word: "one" } });
  assertEquals(heard, ["one", ["activate", "one"], "one"]);
  await t.configure({ Word: "two" });
  assertEquals(heard.at(-1), "two");
  heard.length = 0;
  await t.restart();
  assertEquals(heard.slice(0, 3), ["end", "two", ["activate", "two"]]);
  assertEquals(new TextDecoder().decode(await t.api.kvGet({ key: "starts" }) ?? undefined), "2");
});

Deno.test("methods of the test's own and failures on order stand before the server's", async () => {
  const plugin = definePlugin({
    hooks: {
      serveHTTP: async (_request, { api }) => {
        const { username } = await api.getUser({ userId: "x" });
        try {
          await api.kvSet({ key: "k", value: new Uint8Array([1]) });
          return new Response(username);
        } catch (error) {
          return new Response(String((error as Error).message), { status: 500 });
        }
      },
    },
  });
  await using t = await testPlugin(plugin, { api: { getUser: () => ({ username: "double" }) } });
  t.fail("kvSet");
  assertEquals(await (await t.fetch("/")).text(), "The test has kvSet fail.");
  assertEquals(await (await t.fetch("/")).text(), "double");
  t.fail("kvSet", { times: 2, error: new UnavailableError({ message: "Later." }) });
  assertEquals([(await t.fetch("/")).status, (await t.fetch("/")).status], [500, 500]);
  assertEquals((await t.fetch("/")).status, 200);
  assertEquals((await t.api.getUser({ userId: t.users.ada.id })).username, "ada");
});

Deno.test("a method that does not exist is not planned for", async () => {
  await assertRejects(
    () => testPlugin(filter, { api: { getUsr: () => ({}) } as never }),
    TypeError,
    'there is no API method "getUsr"; did you mean "getUser"?',
  );
  await using t = await testPlugin(filter);
  try {
    t.fail("kvGett" as never);
  } catch (error) {
    assertStringIncludes(String(error), '"kvGet"');
  }
});

Deno.test("values expire by the test's clock", async () => {
  await using t = await testPlugin(filter, { startAt: Date.UTC(2026, 0, 1) });
  const value = new Uint8Array([1]);
  await t.api.kvSetWithExpiry({ key: "k", value, expireInSeconds: 60n });
  await t.clock.advance(59_999);
  assertEquals(await t.api.kvGet({ key: "k" }), value);
  await t.clock.advance(1);
  assertEquals(await t.api.kvGet({ key: "k" }), null);
  assertEquals(t.clock.now(), Date.UTC(2026, 0, 1) + 60_000);
  await assertRejects(() => t.clock.advance(-1), TypeError, "0 or more");
});

Deno.test("log lines, failures of hooks among them, and events are kept", async () => {
  const plugin = definePlugin({
    hooks: {
      messageHasBeenPosted: async (post, { api, log }) => {
        log.info("seen", { message: post.message });
        await api.publishWebSocketEvent({ event: "seen", payload: { id: post.id } });
      },
      messageWillBePosted: (post) => {
        if (post.message === "throw") throw new Error("a defect");
        return allow();
      },
    },
  });
  await using t = await testPlugin(plugin);
  const post = await t.post("throw");
  await t.settled();
  assert(t.log.some(({ level, message }) => level === "error" && message.includes("a defect")));
  assertEquals(t.takeErrors().length, 1);
  assert(t.log.some(({ message, fields }) => message === "seen" && fields["message"] === "throw"));
  const [custom] = t.events.filter((event) => event.type === "custom");
  assertEquals(custom?.event, "custom_com.example.test_seen");
  assertEquals(custom?.payload, { id: post.id });
});

Deno.test("what onActivate throws is what starting rejects with, and what is no plugin is refused", async () => {
  const failing = definePlugin({
    onActivate: () => {
      throw new Error("no database");
    },
  });
  await assertRejects(() => testPlugin(failing), Error, "no database");
  await assertRejects(() => testPlugin({} as never), TypeError, "definePlugin()");
});

Deno.test("options and settings that do not exist are refused, with the names that do", async () => {
  await assertRejects(
    () => testPlugin(filter, { setings: {} } as never),
    TypeError,
    'testPlugin(): there is no option "setings"; did you mean "settings"?',
  );
  const limited = definePlugin({
    settings: {
      limit: setting.number({ label: "Limit", default: 3 }),
      general: section({
        title: "General",
        settings: { tone: setting.text({ label: "Tone", key: "Voice" }) },
      }),
    },
  });
  await assertRejects(
    () => testPlugin(limited, { settings: { limt: 4 } }),
    TypeError,
    'testPlugin(): settings: the plugin declares no setting that is stored as "limt"; ' +
      'did you mean "limit"?',
  );
  await using t = await testPlugin(limited, { settings: { Limit: 4, voice: "deep" } });
  await assertRejects(
    () => t.configure({ tone: "deep" }),
    TypeError,
    'configure(): the plugin declares no setting that is stored as "tone"; ' +
      "it knows limit, Voice",
  );
  await assertRejects(
    () => t.until(() => true, { timeoutMs: 1 } as never),
    TypeError,
    "until(): timeoutMs: expected milliseconds, got an object",
  );
});

Deno.test("what a test has stored is there when the plugin starts, and what the plugin stores is seen", async () => {
  const plugin = definePlugin({
    onActivate: async ({ kv, log }) => {
      log.info("found", { word: await kv.get("word"), n: await kv.sub("n:").get<number>("1") });
      await kv.set("word", "new");
    },
  });
  await using t = await testPlugin(plugin, {
    users: ["cleo"],
    prepare: async ({ kv, api, users, channel }) => {
      await kv.set("word", "old");
      await kv.sub("n:").set("1", 1);
      await api.createPost({
        post: { userId: users.cleo.id, channelId: channel.id, message: "hi" },
      });
    },
  });
  const line = t.log.find(({ message }) => message === "found");
  assertEquals([line?.fields["word"], line?.fields["n"]], ["old", 1]);
  assertEquals(await t.kv.get("word"), "new");
  assertEquals(t.posts().map(({ message }) => message), ["hi"]);
  await assertRejects(
    () =>
      testPlugin(plugin, {
        prepare: () => {
          throw new Error("not prepared");
        },
      }),
    Error,
    "not prepared",
  );
});

Deno.test("the server's line about a hook that threw says what it threw, and of no time that passed", async () => {
  const plugin = definePlugin({
    hooks: {
      messageHasBeenPosted() {
        throw new Error("no database");
      },
    },
  });
  await using t = await testPlugin(plugin);
  await t.post("hello");
  await t.settled();
  const line = t.log.find(({ fields }) => fields["code"] === "HOOK_FAILED");
  assertEquals(
    line?.message,
    'Plugin "com.example.test" failed in the hook MessageHasBeenPosted. Got: UNKNOWN: plugin ' +
      '"com.example.test": messageHasBeenPosted failed: no database.',
  );
  assertEquals(t.takeErrors().map(({ what }) => what), ["messageHasBeenPosted"]);
});

Deno.test("what cannot be encoded fails as over a wire", async () => {
  const plugin = definePlugin({
    hooks: { messageWillBePosted: (post) => replace({ ...post, createAt: "now" as never }) },
  });
  await using t = await testPlugin(plugin);
  assertEquals((await t.post("kept")).message, "kept");
  assertStringIncludes(t.takeErrors()[0]?.message ?? "", "createAt");
});

Deno.test("people upload files, which plugins see before they are kept", async () => {
  const plugin = definePlugin({
    hooks: {
      fileWillBeUploaded: async ({ info, content }) => {
        const text = await new Response(content).text();
        if (text.includes("secret")) return reject("Not that file.");
        return replace({ info: { ...info, name: "n" } });
      },
    },
  });
  for (const transport of ["memory", "netrpc"] as const) {
    await using t = await testPlugin(plugin, { transport });
    const file = await t.upload({ name: "a.txt", content: "hello" }, { as: "ben" });
    assertEquals([file.name, file.size, file.creatorId], ["n", 5n, t.users.ben.id]);
    const post = await t.post({ message: "look", files: [file] }, { as: "ben" });
    assertEquals(post.fileIds, [file.id]);
    await assertRejects(
      () => t.upload({ name: "b.txt", content: "my secret" }),
      ValidationError,
      "Not that file.",
    );
  }
});

Deno.test("a test that has ended says so", async () => {
  const t = await testPlugin(filter);
  await t.stop();
  await assertRejects(() => t.post("late"), Error, "The embedded Mattermost has ended");
});

Deno.test("plugins are told of the session in which people do things, and of none where no one does", async () => {
  const seen: (string | null)[] = [];
  const plugin = definePlugin({
    onActivate: ({ api }) => api.registerCommand({ command: { trigger: "hi" } }),
    hooks: {
      messageWillBePosted: (_post, { sessionId }) => {
        seen.push(sessionId);
        return allow();
      },
      executeCommand: (_args, { sessionId }) => void seen.push(sessionId),
      serveHTTP: (_request, { sessionId }) => {
        seen.push(sessionId);
        return new Response();
      },
    },
  });
  await using t = await testPlugin(plugin);
  await t.post("x");
  await t.command("/hi");
  await t.fetch("/", { as: "ada" });
  const [session = null] = new Set(seen);
  assertEquals(seen, [session, session, session]);
  assertEquals((await t.api.getSession({ sessionId: session! })).userId, t.users.ada.id);
  const { ben } = t.users;
  await t.api.createPost({ post: { userId: ben.id, channelId: t.channel.id, message: "y" } });
  await t.fetch("/");
  assertEquals(seen.slice(3), [null, null]);
});

Deno.test("a manifest that is none is said to be", async () => {
  for (
    const [manifest, text] of [
      ["plugin.json", "is none"],
      [{ name: "x" }, "needs an id"],
      [{ id: 1 }, "manifest: "],
    ] as const
  ) {
    await assertRejects(() => testPlugin(filter, { manifest }), TypeError, text);
  }
  await using t = await testPlugin(filter, {
    manifest: {
      id: "com.example.own",
      settings_schema: { settings: [{ key: "Word", type: "text", default: "d" }] },
    },
  });
  assertEquals(t.pluginId, "com.example.own");
  assertEquals(await t.api.loadPluginConfiguration(), { word: "d" });
});
