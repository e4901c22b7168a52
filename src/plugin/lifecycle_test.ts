import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { jsonBytes } from "../../tests/support/fake_plugin_api.ts";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import type { PluginConfig } from "./hook_context.ts";
import { allow } from "./outcomes.ts";

/** A server whose settings a test can change. */
function settings(first: object) {
  const now = { value: first };
  return {
    now,
    answers: { loadPluginConfiguration: () => ({ configJson: jsonBytes(now.value) }) },
  };
}

Deno.test("onConfigurationChange runs with the settings before onActivate, and on every change", async () => {
  const events: [string, string, PluginConfig][] = [];
  const note = (event: string) => (context: { hook: string; config: PluginConfig }) => {
    events.push([event, context.hook, context.config]);
  };
  const { now, answers } = settings({ word: "a" });
  const host = plugin({
    onActivate: note("activate"),
    onConfigurationChange: note("change"),
    onDeactivate: note("deactivate"),
    hooks: {
      userWillLogIn: (_user, context) => {
        note("login")(context);
        return allow();
      },
    },
  }, answers);
  await host.call("onActivate");
  now.value = { word: "b" };
  await host.call("userWillLogIn");
  await host.call("onConfigurationChange");
  await host.call("userWillLogIn");
  await host.call("onDeactivate");
  assertEquals(events, [
    ["change", "onConfigurationChange", { word: "a" }],
    ["activate", "onActivate", { word: "a" }],
    ["login", "userWillLogIn", { word: "a" }],
    ["change", "onConfigurationChange", { word: "b" }],
    ["login", "userWillLogIn", { word: "b" }],
    ["deactivate", "onDeactivate", { word: "b" }],
  ]);
});

Deno.test("a host that calls onConfigurationChange first is not asked twice", async () => {
  let changes = 0;
  const host = plugin({ onConfigurationChange: () => void changes++ });
  await host.call("onConfigurationChange");
  await host.call("onActivate");
  assertEquals(changes, 1);
});

Deno.test("settings are frozen, all the way down", async () => {
  let config: PluginConfig = {};
  const { answers } = settings({ list: [{ a: 1 }] });
  const host = plugin({ onActivate: (context) => void (config = context.config) }, answers);
  await host.call("onActivate");
  const { list } = config as unknown as { list: [{ a: number }] };
  assertThrows(() => void (list[0].a = 2), TypeError);
  assertThrows(() => list.push({ a: 3 }), TypeError);
});

Deno.test("a call keeps the settings that it began with", async () => {
  const go = Promise.withResolvers<void>();
  const seen: PluginConfig[] = [];
  const { now, answers } = settings({ word: "a" });
  const host = plugin({
    hooks: {
      messageHasBeenPosted: async (_post, { config }) => {
        await go.promise;
        seen.push(config);
      },
    },
  }, answers);
  await host.call("onActivate");
  const before = host.call("messageHasBeenPosted");
  now.value = { word: "b" };
  await host.call("onConfigurationChange");
  const after = host.call("messageHasBeenPosted");
  go.resolve();
  await Promise.all([before, after]);
  assertEquals(seen, [{ word: "a" }, { word: "b" }]);
});

Deno.test("the settings that were asked for last win, whichever answer comes first", async () => {
  const answers: ((value: object) => void)[] = [];
  const words: unknown[] = [];
  const host = plugin({
    hooks: {
      userWillLogIn: (_user, { config }) => {
        words.push(config["word"]);
        return allow();
      },
    },
  }, {
    loadPluginConfiguration: () =>
      new Promise<object>((resolve) =>
        answers.push((value) => resolve({ configJson: jsonBytes(value) }))
      ),
  });
  const first = host.call("onConfigurationChange");
  const second = host.call("onConfigurationChange");
  while (answers.length < 2) await Promise.resolve();
  answers[1]?.({ word: "new" });
  await second;
  answers[0]?.({ word: "old" });
  await first;
  await host.call("userWillLogIn");
  assertEquals(words, ["new"]);
});

Deno.test("an error in onConfigurationChange is logged, and does not keep the plugin from starting", async () => {
  let activated = false;
  const host = plugin({
    onConfigurationChange: () => {
      throw new Error("bad setting");
    },
    onActivate: () => void (activated = true),
  });
  assertEquals((await host.call("onActivate")).error, undefined);
  assertEquals(activated, true);
  assertEquals(host.lines.map(({ level, message }) => [level, message]), [
    ["error", "onConfigurationChange failed: bad setting"],
  ]);
  const { error } = await host.call("onConfigurationChange");
  assertEquals([error?.id, error?.message], [
    "plugin.on_configuration_change.error",
    "bad setting",
  ]);
});

for (const name of ["onActivate", "onDeactivate"] as const) {
  Deno.test(`a throw in ${name} is the error of its answer`, async () => {
    const host = plugin({
      [name]: () => {
        throw new Error("not today");
      },
    });
    const { error } = await host.call(name);
    assertEquals([error?.message, error?.detailedError, error?.statusCode], [
      "not today",
      "not today",
      500,
    ]);
    assertEquals(host.lines[0]?.level, "error");
  });
}

Deno.test("a plugin does not start with settings that could not be read", async () => {
  let activated = false;
  const host = plugin({ onActivate: () => void (activated = true) }, {
    loadPluginConfiguration: { error: { id: "a.b", message: "no database", statusCode: 500 } },
  });
  const { error } = await host.call("onActivate");
  assertEquals([error?.id, error?.message, activated], ["a.b", "no database", false]);
});

Deno.test("a server without plugin settings starts the plugin with none, and says so", async () => {
  let config: PluginConfig | undefined;
  const host = plugin({ onActivate: (context) => void (config = context.config) }, {
    loadPluginConfiguration: { error: { message: "not here", statusCode: 501 } },
  });
  await host.call("onActivate");
  assertEquals(config, {});
  assertEquals(host.lines.map(({ level }) => level), ["warn"]);
});

Deno.test("saving settings from onConfigurationChange does not wait for itself", async () => {
  let changes = 0;
  const { now, answers } = settings({ n: 0 });
  const host = plugin({
    onConfigurationChange: async ({ api, config }) => {
      changes++;
      if (config["n"] === 0) await api.savePluginConfig({ config: { n: 1 } });
    },
  }, {
    ...answers,
    // As Mattermost does it: the listeners have run when the call returns.
    savePluginConfig: async (request: { config: object }) => {
      now.value = request.config;
      await host.call("onConfigurationChange");
      return {};
    },
  });
  await host.call("onConfigurationChange");
  assertEquals(changes, 2);
});

Deno.test("the plugin that lacks the functions of its life still answers them", async () => {
  const host = plugin({});
  for (const name of ["onActivate", "onConfigurationChange", "onDeactivate"] as const) {
    assertEquals((await host.call(name)).error, undefined);
  }
  await assertRejects(() => host.call("onInstall"));
});
