import { create } from "@bufbuild/protobuf";
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { ValidationError } from "../api/errors.ts";
import { ManifestSchema } from "../contract/mod.ts";
import { apiOf, inProcessPlugin, setUp } from "./setup_test.ts";

const manifest = create(ManifestSchema, {
  id: "com.example.first",
  settingsSchema: {
    settings: [
      { key: "Greeting", default: { kind: { case: "stringValue", value: "Hello" } } },
      { key: "Bare" },
    ],
    sections: [{
      settings: [{ key: "Limit", default: { kind: { case: "numberValue", value: 3 } } }],
    }],
  },
});

Deno.test("settings have lower-case names and the manifest's defaults, which are not saved", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin(manifest.id, {}, { manifest }));
  const api = apiOf(s.mattermost, manifest.id);
  assertEquals(await api.loadPluginConfiguration(), { greeting: "Hello", bare: null, limit: 3 });
  assertEquals(await api.getPluginConfig(), {});
  await api.savePluginConfig({ config: { Greeting: "Hi", Extra: { Nested: [1] } } });
  assertEquals(await api.loadPluginConfiguration(), {
    greeting: "Hi",
    bare: null,
    limit: 3,
    extra: { Nested: [1] },
  });
  assertEquals(await api.getPluginConfig(), { Greeting: "Hi", Extra: { Nested: [1] } });
});

Deno.test("a change calls every plugin's onConfigurationChange; saving the same does not", async () => {
  await using s = setUp();
  const heard: string[] = [];
  for (const id of ["one", "two"]) {
    await s.mattermost.attachPlugin(inProcessPlugin(id, {
      onConfigurationChange: () => Promise.resolve(void heard.push(id)),
    }));
  }
  heard.length = 0;
  await s.mattermost.setPluginConfig("one", { colour: "red" });
  assertEquals(heard, ["one", "two"]);
  await s.mattermost.setPluginConfig("one", { colour: "red" });
  assertEquals(heard, ["one", "two"]);
});

Deno.test("being enabled is a change of the configuration, which the plugin hears of", async () => {
  await using s = setUp();
  let heard = 0;
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    onConfigurationChange: () => Promise.resolve(void heard++),
  }));
  assertEquals(heard, 1);
  assertEquals((await s.api.getConfig()).PluginSettings.PluginStates?.["p"], { Enable: true });
  await s.mattermost.removePlugin("p");
  assertEquals((await s.api.getConfig()).PluginSettings.PluginStates?.["p"], { Enable: false });
});

Deno.test("a plugin can change a configuration before it is saved, or refuse it", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("p", {
    configurationWillBeSaved({ newConfig }) {
      if (newConfig.TeamSettings.SiteName === "bad") return Promise.reject(new Error("Ugly name"));
      newConfig.TeamSettings.SiteName += "!";
      return Promise.resolve(newConfig);
    },
  }));
  const config = await s.api.getConfig();
  await s.api.saveConfig({
    config: { ...config, TeamSettings: { ...config.TeamSettings, SiteName: "Acme" } },
  });
  assertEquals((await s.api.getConfig()).TeamSettings.SiteName, "Acme!");
  const error = await assertRejects(
    () =>
      s.api.saveConfig({
        config: { ...config, TeamSettings: { ...config.TeamSettings, SiteName: "bad" } },
      }),
    ValidationError,
  );
  assertEquals(error.id, "app.save_config.plugin_hook_error");
  assertStringIncludes(error.message, "Ugly name");
  assertEquals((await s.api.getConfig()).TeamSettings.SiteName, "Acme!");
});

Deno.test("log lines keep their level, their plugin and their fields", async () => {
  await using s = setUp();
  const value = { kind: { case: "numberValue", value: 3 } } as const;
  await s.api.logWarn({ msg: "careful", keyValuePairs: [{ key: "count", value }] });
  assertEquals(
    s.events.map((event) =>
      event.type === "log" && [event.level, event.pluginId, event.message, event.fields]
    ),
    [
      ["warn", "com.example.first", "careful", { count: 3 }],
    ],
  );
});

Deno.test("a plugin's event for clients has the plugin's name in front", async () => {
  await using s = setUp();
  await s.api.publishWebSocketEvent({ event: "tick", payload: { n: 1 } });
  const [event] = s.events;
  assertEquals(event?.type === "custom" && [event.event, event.payload], [
    "custom_com.example.first_tick",
    { n: 1 },
  ]);
});
