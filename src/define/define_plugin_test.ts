import { assertEquals, assertStrictEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { hookMethods } from "../../gen/hook_methods.ts";
import { hookNames, willHookNames } from "../plugin/hook_names.ts";
import { httpExchange } from "../plugin/http_exchange.ts";
import { allow } from "../plugin/outcomes.ts";
import { asPluginDefinition } from "../plugin/plugin_definition.ts";
import { definePlugin } from "./define_plugin.ts";

function refusal(plugin: unknown): string {
  return assertThrows(() => definePlugin(plugin as never), TypeError).message;
}

Deno.test("a definition is frozen, and has what was written", () => {
  const onActivate = () => {};
  const userWillLogIn = () => allow();
  const plugin = definePlugin({
    onActivate,
    hooks: { userWillLogIn },
    failClosed: ["userWillLogIn"],
  });
  assertStrictEquals(plugin.onActivate, onActivate);
  assertStrictEquals(plugin.hooks.userWillLogIn, userWillLogIn);
  assertEquals(plugin.failClosed, ["userWillLogIn"]);
  for (const part of [plugin, plugin.hooks, plugin.failClosed]) {
    assertEquals(Object.isFrozen(part), true);
  }
  assertEquals(definePlugin({}).hooks, {});
});

Deno.test("the hooks are those of the contract, less the four of a plugin's life", () => {
  const life = ["implemented", "onActivate", "onDeactivate", "onConfigurationChange"];
  assertEquals(
    [...hookNames].sort(),
    Object.keys(hookMethods).filter((name) => !life.includes(name)).sort(),
  );
  assertEquals(hookNames.length, 47);
});

Deno.test("exactly the hooks that answer with a reason, or may refuse a configuration, are will hooks", () => {
  const withReason = Object.values(hookMethods)
    .filter(({ method }) => method.output.fields.some(({ name }) => name === "rejection_reason"))
    .map(({ name }) => name);
  assertEquals([...willHookNames].sort(), [...withReason, "configurationWillBeSaved"].sort());
});

Deno.test("a name that does not exist is refused, with the one that was meant", () => {
  assertEquals(
    refusal({ hooks: { messageWillBePost: () => allow() } }),
    'definePlugin(): there is no hook "messageWillBePost"; did you mean "messageWillBePosted"?',
  );
  assertEquals(
    refusal({ onActivated: () => {} }),
    'definePlugin(): there is no "onActivated"; did you mean "onActivate"?',
  );
  assertStringIncludes(
    refusal({ frobnicate: 1 }),
    'definePlugin(): there is no "frobnicate"; it knows onActivate, onDeactivate, ' +
      "onConfigurationChange, hooks, failClosed, settings, settingsPage, ",
  );
});

Deno.test("a name in the wrong place is sent to the right one", () => {
  assertEquals(
    refusal({ serveHTTP: () => new Response() }),
    'definePlugin(): "serveHTTP" is a hook: write it inside of hooks: { serveHTTP: … }',
  );
  assertEquals(
    refusal({ hooks: { onActivate: () => {} } }),
    'definePlugin(): "onActivate" belongs beside hooks, not inside of it: ' +
      "definePlugin({ onActivate: … })",
  );
});

Deno.test("a value of the wrong kind is refused by name", () => {
  assertEquals(refusal(undefined), "definePlugin(): expected an object, got undefined");
  assertEquals(
    refusal({ hooks: [] }),
    "definePlugin(): hooks: expected an object, got an array of 0",
  );
  assertEquals(
    refusal({ onActivate: "now" }),
    'definePlugin(): onActivate: expected a function, got "now"',
  );
  assertEquals(
    refusal({ hooks: { userHasLoggedIn: {} } }),
    "definePlugin(): userHasLoggedIn: expected a function, got an object",
  );
  assertEquals(
    refusal({ hooks: { serveHTTP: { fetch() {} } } }),
    "definePlugin(): serveHTTP: expected a function, got an object",
  );
  definePlugin({ hooks: { serveHTTP: httpExchange(async () => {}) } });
});

Deno.test("failClosed takes will hooks that the plugin has", () => {
  assertEquals(
    refusal({ failClosed: ["messageHasBeenPosted"] }),
    'definePlugin(): failClosed: "messageHasBeenPosted" cannot refuse; did you mean ' +
      '"messageWillBePosted"?',
  );
  assertEquals(
    refusal({ failClosed: ["userWillLogIn"] }),
    'definePlugin(): failClosed names "userWillLogIn", which is not among the plugin\'s hooks',
  );
  assertEquals(
    refusal({ failClosed: "userWillLogIn" }),
    'definePlugin(): failClosed: expected an array, got "userWillLogIn"',
  );
  assertEquals(
    refusal({ failClosed: [5] }),
    "definePlugin(): failClosed: expected the name of a hook, got the number 5",
  );
});

Deno.test("a file's default export is recognised, also from another copy of the package", async () => {
  const copy = await import(`${import.meta.resolve("./define_plugin.ts")}?copy`);
  const plugin = copy.definePlugin({});
  assertStrictEquals(asPluginDefinition(plugin, "plugin.js"), plugin);
});

Deno.test("any other default export is refused, naming the file and what to write", () => {
  const text = (value: unknown) =>
    assertThrows(() => asPluginDefinition(value, "plugin.js"), TypeError).message;
  assertEquals(
    text(undefined),
    "plugin.js: the default export must be what definePlugin() returns, but there is none. Write: " +
      'export default definePlugin({ hooks: { … } }), with definePlugin from "@mattermost-deno/plugin".',
  );
  assertEquals(text({ hooks: {} }).includes("but it is an object."), true);
});
