import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { pluginOn } from "../../tests/support/plugin_on_server.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { apiOf, noon, setUp } from "../embedded/setup_test.ts";
import type { Bot } from "../plugin/context/bot.ts";
import { movableClock, turn } from "../testing/test_clock.ts";

const todo = { username: "todo", displayName: "Todo", description: "Remembers" };

function refusal(bot: unknown): string {
  return assertThrows(() => definePlugin({ bot } as never), TypeError).message;
}

Deno.test("the bot is there before onActivate runs, and every context knows it", async () => {
  await using s = setUp();
  const seen: Bot[] = [];
  const running = pluginOn(s.mattermost, {
    bot: todo,
    onActivate: async ({ bot, api }) => {
      seen.push({ ...bot });
      assertEquals((await api.getUser({ userId: bot.userId })).isBot, true);
    },
    hooks: { userHasBeenCreated: (_user, { bot }) => void seen.push({ ...bot }) },
  });
  assertEquals(await running.activate(), undefined);
  await running.call("userHasBeenCreated", { user: {} });
  const bot = await s.api.getBot({ botUserId: seen[0]?.userId ?? "" });
  assertEquals(
    { username: bot.username, displayName: bot.displayName, description: bot.description },
    todo,
  );
  assertEquals(seen, Array(2).fill({ userId: bot.userId, username: "todo" }));
});

Deno.test("a bot that is declared differently is renamed, and stays the same account", async () => {
  await using s = setUp();
  const ids: string[] = [];
  const onActivate = ({ bot }: { bot: Bot }) => void ids.push(bot.userId);
  await pluginOn(s.mattermost, { bot: todo, onActivate }).activate();
  await pluginOn(s.mattermost, { bot: { username: "tasks" }, onActivate }).activate();
  assertEquals(ids[0], ids[1]);
  const bot = await s.api.getBot({ botUserId: ids[0] ?? "" });
  assertEquals([bot.username, bot.displayName, bot.description], ["tasks", "tasks", ""]);
});

Deno.test("a bot that is there already is taken over, with the names that are declared", async () => {
  await using s = setUp();
  const old = await s.api.createBot({ bot: { username: "todo", displayName: "Old" } });
  let userId = "";
  const running = pluginOn(s.mattermost, {
    bot: todo,
    onActivate: ({ bot }) => void (userId = bot.userId),
  });
  assertEquals(await running.activate(), undefined);
  assertEquals(userId, old.userId);
  assertEquals((await s.api.getBot({ botUserId: userId })).displayName, "Todo");
});

Deno.test("a person with the bot's name keeps the plugin from starting", async () => {
  await using s = setUp();
  let started = false;
  const running = pluginOn(s.mattermost, {
    bot: { username: "bob" },
    onActivate: () => void (started = true),
  });
  const error = await running.activate();
  assertEquals(
    error?.message,
    'The plugin needs the bot "@bob", but a person\'s account has that name. Rename one of them: ' +
      "the account in the System Console, or the bot where the plugin declares it.",
  );
  assertEquals(started, false);
});

Deno.test("a disabled bot stays disabled, and the log says what to do", async () => {
  await using s = setUp();
  let userId = "";
  const options = { bot: todo, onActivate: ({ bot }: { bot: Bot }) => void (userId = bot.userId) };
  await pluginOn(s.mattermost, options).activate();
  await s.api.updateBotActive({ botUserId: userId, active: false });
  const running = pluginOn(s.mattermost, options);
  assertEquals(await running.activate(), undefined);
  assertEquals(
    running.lines.filter(({ level }) => level === "warn").map(({ message }) => message),
    [
      'the bot "@todo" is disabled; enable it in the System Console, under Integrations',
    ],
  );
  assert((await s.api.getBot({ botUserId: userId, includeDeleted: true })).deleteAt > 0n);
});

Deno.test("the image is sent once, and again when it has changed", async () => {
  await using s = setUp();
  const bundleFolder = await Deno.makeTempDir({ prefix: "mmdeno-bot-" });
  try {
    await Deno.mkdir(`${bundleFolder}/assets`);
    const images: number[][] = [];
    let fails = true;
    const setProfileImage: PluginAPI["setProfileImage"] = ({ data }) => {
      if (fails) return Promise.reject(new Error("no space left"));
      images.push([...data ?? []]);
      return Promise.resolve();
    };
    const start = async () => {
      const bot = { ...todo, image: "bot.png" };
      const running = pluginOn(s.mattermost, { bot }, { setProfileImage }, { bundleFolder });
      return { error: (await running.activate())?.message, lines: running.lines };
    };
    assertStringIncludes((await start()).error ?? "", 'there is no "bot.png"');
    await Deno.writeFile(`${bundleFolder}/assets/bot.png`, new Uint8Array([1]));
    // A server that does not take it is asked again the next time.
    const { error, lines } = await start();
    assertEquals(error, undefined);
    assertEquals(lines.map(({ message }) => message), [
      'the bot\'s image "bot.png" could not be set: no space left',
    ]);
    fails = false;
    await start();
    await start();
    await Deno.writeFile(`${bundleFolder}/assets/bot.png`, new Uint8Array([2]));
    await start();
    await start();
    assertEquals(images, [[1], [2]]);
  } finally {
    await Deno.remove(bundleFolder, { recursive: true });
  }
});

Deno.test("nodes that start at the same time make the bot one after the other, and only once", async () => {
  await using s = setUp();
  const { clock, control, dispose } = movableClock(noon, turn);
  let making = 0;
  let ended = 0;
  const ensureBotUser: PluginAPI["ensureBotUser"] = async (request) => {
    assertEquals(++making, 1, "nobody else makes it meanwhile");
    await turn();
    const id = await apiOf(s.mattermost, "com.example.test").ensureBotUser(request);
    making--;
    return id;
  };
  const ids: string[] = [];
  const nodes = [1, 2, 3].map(() =>
    pluginOn(
      s.mattermost,
      { bot: todo, onActivate: ({ bot }) => void ids.push(bot.userId) },
      { ensureBotUser },
      { clock },
    )
  );
  const starts = nodes.map((node) => node.activate().finally(() => ended++));
  while (ended < nodes.length) await control.advance(1000);
  dispose();
  assertEquals(await Promise.all(starts), [undefined, undefined, undefined]);
  assertEquals([ids.length, new Set(ids).size], [3, 1]);
});

Deno.test("a plugin without a bot is told so when it asks for one", async () => {
  await using s = setUp();
  const texts: string[] = [];
  await pluginOn(s.mattermost, {
    onActivate: ({ bot }) => {
      for (const name of ["userId", "username"] as const) {
        texts.push(assertThrows(() => bot[name], TypeError).message);
      }
    },
  }).activate();
  const rest = 'the plugin declares no bot; add bot: { username: "…" } to definePlugin()';
  assertEquals(texts, [`bot.userId: ${rest}`, `bot.username: ${rest}`]);
});

Deno.test("before it is there, the bot has a name but no id", async () => {
  await using s = setUp();
  const seen: string[] = [];
  await pluginOn(s.mattermost, {
    bot: todo,
    onConfigurationChange: ({ bot }) => {
      seen.push(bot.username, assertThrows(() => bot.userId, TypeError).message);
    },
  }).activate();
  assertEquals(seen, [
    "todo",
    "bot.userId: the bot is not there yet; it is made before onActivate runs",
  ]);
});

Deno.test("a declaration that no server would take is refused", () => {
  assertEquals(
    refusal("todo"),
    'definePlugin(): bot: expected { username: "…" }, got "todo"',
  );
  assertEquals(
    refusal({ userName: "todo" }),
    'definePlugin(): bot: there is no "userName"; did you mean "username"?',
  );
  assertEquals(
    refusal({ username: "Todo" }),
    'definePlugin(): bot.username: expected 1 to 64 of a-z, 0-9, ".", "-" and "_", got "Todo"',
  );
  assertEquals(
    refusal({ username: "system" }),
    'definePlugin(): bot.username: "system" is reserved by Mattermost',
  );
  assertEquals(
    refusal({ username: "todo", displayName: 5 }),
    "definePlugin(): bot.displayName: expected a text, got the number 5",
  );
  assertEquals(
    refusal({ username: "todo", description: "x".repeat(1025) }),
    "definePlugin(): bot.description: expected at most 1024 characters, got 1025",
  );
  assertStringIncludes(
    refusal({ username: "todo", image: "../logo.png" }),
    'definePlugin(): bot.image: expected a path below the folder "assets"',
  );
});
