import { assertEquals } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import type { PluginConfig } from "../plugin/hook_context.ts";
import { jsonBytes } from "../../tests/support/fake_plugin_api.ts";
import { plugin } from "../../tests/support/plugin_under_test.ts";
import type { PluginOptions } from "../define/define_plugin.ts";
import { section } from "./section.ts";
import type { SettingDeclarations } from "./setting.ts";
import { setting } from "./setting_kinds.ts";

/** A plugin with these settings, and how an administrator changes them. */
async function started(
  settings: SettingDeclarations,
  stored: JsonObject,
  hooks: PluginOptions["hooks"] = {},
) {
  let current = stored;
  const seen: PluginConfig[] = [];
  const onConfigurationChange = ({ config }: { config: object }) =>
    void seen.push(config as PluginConfig);
  const plugged = plugin({ settings, onConfigurationChange, hooks } as PluginOptions, {
    loadPluginConfiguration: () => ({ configJson: jsonBytes(current) }),
  });
  await plugged.call("onConfigurationChange");
  return {
    ...plugged,
    seen,
    async change(next: JsonObject) {
      current = next;
      await plugged.call("onConfigurationChange");
    },
  };
}

const declared = {
  greeting: setting.text({ label: "Greeting", default: "Hello" }),
  maxItems: setting.number({ label: "Items", default: 10, min: 1, max: 100 }),
  old: setting.bool({ label: "Old", key: "Old_Name" }),
  mail: section({ settings: { port: setting.number({ label: "Port" }) } }),
};

const until = 'until an administrator changes PluginSettings.Plugins["com.example.test"]';

Deno.test("config has the declaration's names, its types and its defaults, and is frozen", async () => {
  const { seen, change, lines } = await started(declared, {});
  assertEquals(seen[0], { greeting: "Hello", maxItems: 10, old: false, port: null });
  assertEquals(Object.isFrozen(seen[0]), true);
  await change({ greeting: "", maxitems: "12", old_name: "true", port: 25, unknown: 1 });
  assertEquals(seen[1], { greeting: "", maxItems: 12, old: true, port: 25 });
  await change({ Greeting: "Ahoy", maxItems: null, Old_Name: null });
  assertEquals(seen[2], { greeting: "Ahoy", maxItems: 10, old: false, port: null });
  assertEquals(lines, []);
});

Deno.test("a value that does not fit is one line in the log, until it is another one", async () => {
  const { seen, change, lines } = await started(declared, { maxitems: "many" });
  const maxItems = 'the setting "maxItems" does not fit: expected a whole number from 1 to 100, ' +
    `found "many"; its default, 10, is used ${until}.maxitems`;
  assertEquals(lines, [{ level: "warn", message: maxItems, fields: {} }]);
  assertEquals(seen[0]?.["maxItems"], 10);

  await change({ maxitems: "many", greeting: "Hi" });
  assertEquals(lines.length, 1);
  await change({ maxitems: 500, port: "x", old_name: "maybe" });
  assertEquals(lines.slice(1).map(({ message }) => message), [
    'the setting "maxItems" does not fit: expected a whole number from 1 to 100, found the number ' +
    `500; its default, 10, is used ${until}.maxitems`,
    'the setting "old" does not fit: expected true or false, found "maybe"; its default, false, ' +
    `is used ${until}.old_name`,
    'the setting "port" does not fit: expected a whole number, found "x"; it counts as not set ' +
    `${until}.port`,
  ]);
  await change({});
  await change({ maxitems: "many" });
  assertEquals(lines.length, 5);
});

Deno.test("secrets are masked from the first line on, and after they were changed", async () => {
  const settings = {
    token: setting.secret({
      label: "Token",
      validate: (value) => value.includes(" ") ? `${value} has a space` : undefined,
    }),
    hook: setting.generated({ label: "Hook" }),
    keys: setting.custom({ label: "Keys", secret: true }),
    pin: setting.secret({ label: "Pin" }),
    open: setting.text({ label: "Open" }),
  };
  const first = { token: "first secret", hook: "generated", keys: [{ a: "inside" }], open: "open" };
  const said = "first secret, second, generated, inside, 123, open";
  const { seen, change, lines, call } = await started(settings, { ...first, pin: "123" }, {
    executeCommand(_args, { log }) {
      log.info(said, { said: [said] });
      throw new Error(said);
    },
  });
  const { keys, hook, open } = first;
  assertEquals(seen[0], { token: "", hook, keys, pin: "123", open });
  assertEquals(lines.map(({ message }) => message), [
    'the setting "token" does not fit: ******** has a space, found a text of 12 characters; it ' +
    `counts as not set ${until}.token`,
  ]);
  await change({ token: "second" });
  assertEquals(seen[1]?.["token"], "second");
  const { error } = await call("executeCommand", { args: { command: "/x" } });
  const masked = "********, ********, ********, ********, 123, open";
  assertEquals(error?.message, masked);
  assertEquals(lines[1]?.message, masked);
  assertEquals(lines[1]?.fields["said"], [masked]);
  assertEquals(lines[2]?.message, `executeCommand failed: ${masked}`);
  assertEquals(/second|generated|inside|first secret/.test(JSON.stringify(lines)), false);
});

Deno.test("a plugin that declares no settings sees them as the server has them", async () => {
  const { seen, lines } = await started({}, { greeting: "Hello", limit: "12" });
  assertEquals(seen, [{ greeting: "Hello", limit: "12" }]);
  assertEquals(lines, []);
});

Deno.test("what a schema makes is not frozen where that would break it", async () => {
  const settings = {
    word: setting.text({
      label: "Word",
      validate: {
        "~standard": {
          version: 1,
          vendor: "test",
          validate: (value) => ({
            value: { pattern: new RegExp(String(value), "g"), list: [[1]] },
          }),
        },
      },
    }),
  };
  const { seen } = await started(settings, { word: "a" });
  const { pattern, list } = seen[0]?.["word"] as unknown as { pattern: RegExp; list: unknown[] };
  assertEquals([pattern.test("aa"), pattern.lastIndex], [true, 1]);
  assertEquals([Object.isFrozen(list), Object.isFrozen(list[0])], [true, true]);
});
