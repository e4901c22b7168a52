import { assertEquals, assertStrictEquals } from "@std/assert";
import { plugin as servePlugin } from "../../tests/support/plugin_under_test.ts";
import { definePlugin } from "../define/define_plugin.ts";
import type { Feature, FeatureHost, RunningFeature } from "./feature.ts";
import type { PluginFunctions, ServedDefinition } from "./plugin_definition.ts";

/** A plugin with features of the test's own. */
function plugin(functions: PluginFunctions, ...features: readonly RunningFeature[]) {
  const hosts: FeatureHost[] = [];
  const declared = features.map((running, index): Feature => ({
    name: `feature ${index + 1}`,
    start(host) {
      hosts.push(host);
      return running;
    },
  }));
  const definition = definePlugin(functions) as ServedDefinition;
  const served = servePlugin({}, {}, { definition, features: declared });
  return { ...served, hosts };
}

Deno.test("a feature's property is made once for each context, when it is asked for", async () => {
  let made = 0;
  const seen: unknown[] = [];
  const { call } = plugin(
    {
      hooks: {
        userHasBeenCreated(_user, context) {
          const { kv } = context;
          seen.push(kv, context.kv, { ...context }.kv);
        },
      },
    },
    { context: { kv: ({ hook }) => ({ made: ++made, hook }), bot: () => undefined } },
  );
  await call("userHasBeenCreated");
  await call("userHasBeenCreated");
  const expected = [1, 1, 1, 2, 2, 2].map((n) => ({ made: n, hook: "userHasBeenCreated" }));
  assertEquals(seen, expected);
  assertStrictEquals(seen[0], seen[1]);
});

Deno.test("features begin before the plugin, are completed after it, and end in reverse before it", async () => {
  const done: string[] = [];
  const feature = (name: string): RunningFeature => ({
    activate: () => Promise.resolve(void done.push(`${name} activate`)),
    activated: () => Promise.resolve(void done.push(`${name} activated`)),
    deactivate: () => Promise.resolve(void done.push(`${name} deactivate`)),
  });
  const { call } = plugin(
    {
      onActivate: () => void done.push("onActivate"),
      onDeactivate: () => void done.push("onDeactivate"),
    },
    feature("a"),
    feature("b"),
  );
  await call("onActivate");
  await call("onDeactivate");
  assertEquals(done, [
    "a activate",
    "b activate",
    "onActivate",
    "a activated",
    "b activated",
    "b deactivate",
    "a deactivate",
    "onDeactivate",
  ]);
});

Deno.test("features hear of new settings before the author; one that cannot take them is logged", async () => {
  const done: string[] = [];
  const { call, lines } = plugin(
    { onConfigurationChange: () => void done.push("onConfigurationChange") },
    { configured: () => Promise.reject(new Error("not these")) },
    { configured: ({ hook }) => Promise.resolve(void done.push(`second: ${hook}`)) },
  );
  await call("onConfigurationChange");
  assertEquals(done, ["second: onConfigurationChange", "onConfigurationChange"]);
  assertEquals(lines.map(({ level, message }) => [level, message]), [
    ["error", "feature 1 could not take the new settings: not these"],
  ]);
});

Deno.test("a plugin that cannot start ends what its features began", async () => {
  const done: string[] = [];
  const { call, lines } = plugin({
    onActivate() {
      throw new Error("no licence");
    },
  }, {
    deactivate: () => Promise.resolve(void done.push("a")),
  }, {
    deactivate: () => Promise.reject(new Error("stuck")),
  });
  const { error } = await call("onActivate") as { error?: { message: string } };
  assertEquals(error?.message.includes("no licence"), true);
  assertEquals(done, ["a"]);
  assertEquals(
    lines.filter(({ level }) => level === "error").map(({ message }) => message)[0],
    "feature 2 could not be ended: stuck",
  );
});

Deno.test("a command goes to the features in turn, and to the author if none knows it", async () => {
  const { call } = plugin(
    { hooks: { executeCommand: ({ command }) => `author: ${command}` } },
    { executeCommand: ({ command }) => command === "/a" ? "first" : null },
    { executeCommand: ({ command }) => command === "/b" ? { text: "second" } : null },
  );
  const say = async (command: string) =>
    (await call("executeCommand", { args: { command } }) as { response?: { text: string } })
      .response?.text;
  assertEquals([await say("/a"), await say("/b"), await say("/c")], [
    "first",
    "second",
    "author: /c",
  ]);
});

Deno.test("a plugin of features alone tells the server which hooks they need", async () => {
  const { call } = plugin({}, { executeCommand: () => null, routes: { a: () => new Response() } });
  const { hooks } = await call("implemented") as { hooks: string[] };
  assertEquals(hooks.slice(3), ["ExecuteCommand", "ServeHTTP"]);
  assertEquals(await call("executeCommand", { args: { command: "/a" } }) as unknown, {
    $typeName: "mattermost.pluginapi.v1.ExecuteCommandResponse",
  });
});

Deno.test("requests below the features' path never reach the author, others always do", async () => {
  const { http } = plugin(
    { hooks: { serveHTTP: (request) => new Response(`author ${new URL(request.url).pathname}`) } },
    { routes: { actions: (request) => new Response(`feature ${new URL(request.url).pathname}`) } },
  );
  const get = async (url: string) => {
    const { init, body } = await http({ url });
    return `${init.statusCode} ${await new Response(body).text()}`;
  };
  assertEquals(await get("/_plugin/actions/done?x=/y"), "200 feature /_plugin/actions/done");
  assertEquals(await get("/_plugin/actions"), "200 feature /_plugin/actions");
  assertEquals(await get("/_plugins/actions"), "200 author /_plugins/actions");
  assertEquals(await get("/x/_plugin/actions"), "200 author /x/_plugin/actions");
  assertEquals(
    await get("/_plugin/dialogs"),
    '404 {"id":"plugin.not_found","message":"Paths that begin with /_plugin/ belong to the ' +
      'plugin\'s declarations; none of them has this one.","status_code":404}',
  );
});

Deno.test("a plugin without routes and without serveHTTP answers as a server does for it", async () => {
  const { http } = plugin({}, { routes: { a: () => new Response() } });
  const { init, body } = await http({ url: "/other" });
  assertEquals([init.statusCode, await new Response(body).text()], [404, "404 page not found\n"]);
});

Deno.test("settings are what the last feature with an opinion makes of them, and are frozen", async () => {
  let seen: unknown;
  const { call } = plugin(
    { onConfigurationChange: ({ config }) => void (seen = config) },
    { config: (stored) => ({ ...stored, made: { deep: true } }) },
    {},
  );
  await call("onConfigurationChange");
  assertEquals(seen, { made: { deep: true } });
  assertEquals(Object.isFrozen((seen as { made: object }).made), true);
});

Deno.test("work of a feature's own has a context with the settings and the features", async () => {
  const { call, hosts, lines } = plugin({}, { context: { kv: () => "the store" } });
  await call("onActivate");
  const context = hosts[0]!.contextOf("job digest", AbortSignal.abort("over"));
  assertEquals([context.hook, context.kv as unknown, context.config, context.userId], [
    "job digest",
    "the store",
    {},
    null,
  ]);
  assertEquals(context.signal.reason, "over");
  context.log.info("works");
  assertEquals(lines.at(-1)?.fields, { hook: "job digest" });
});
