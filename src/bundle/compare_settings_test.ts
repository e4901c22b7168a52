import { assertEquals } from "@std/assert";
import { definePlugin } from "../define/define_plugin.ts";
import { asPluginDefinition } from "../plugin/plugin_definition.ts";
import { section } from "../settings/section.ts";
import { setting } from "../settings/setting_kinds.ts";
import { compareManifestSettings } from "./compare_settings.ts";
import type { ManifestSetting, ManifestSettingsSchema } from "./manifest_types.ts";

const { manifest } = asPluginDefinition(
  definePlugin({
    settingsPage: { header: "Before" },
    settings: {
      greeting: setting.text({ label: "Greeting", default: "Hello" }),
      loud: setting.bool({ label: "Loud" }),
      mail: section({ title: "Mail", settings: { host: setting.text({ label: "Host" }) } }),
    },
  }),
  "test",
);
const declared = manifest?.settings_schema as ManifestSettingsSchema;

function differences(written: ManifestSettingsSchema): string[] {
  return compareManifestSettings(written, declared)
    .map(({ path, text }) => `${path.join(".")}: ${text}`);
}

const greeting: ManifestSetting = {
  key: "greeting",
  type: "text",
  display_name: "Greeting",
  default: "Hello",
};
const loud: ManifestSetting = { key: "loud", type: "bool", display_name: "Loud" };
const host: ManifestSetting = { key: "host", type: "text", display_name: "Host" };
const same: ManifestSettingsSchema = {
  header: "Before",
  settings: [greeting, loud],
  sections: [{ key: "mail", title: "Mail", settings: [host] }],
};

Deno.test("a manifest that says the same has no differences, whatever it has that says nothing", () => {
  assertEquals(differences(declared), []);
  assertEquals(differences(same), []);
  assertEquals(
    differences({
      ...same,
      footer: "",
      settings: [{ ...greeting, help_text: "", secret: false, options: [] }, loud],
    }),
    [],
  );
});

Deno.test("every difference is named with its place", () => {
  assertEquals(
    differences({
      footer: "After",
      settings: [
        { ...loud, default: true },
        { ...greeting, type: "longtext", default: "Hi", help_text: "Say it" },
      ],
      sections: [{ key: "mail", title: "Post", settings: [{ ...host, placeholder: "mx" }] }],
    }),
    [
      'settings_schema.footer: it is "After", but the plugin declares nothing',
      'settings_schema.header: nothing is here, but the plugin declares "Before"',
      "settings_schema.settings.0.default: it is true, but the plugin declares nothing",
      'settings_schema.settings.1.type: it is "longtext", but the plugin declares "text"',
      'settings_schema.settings.1.default: it is "Hi", but the plugin declares "Hello"',
      'settings_schema.settings.1.help_text: it is "Say it", but the plugin declares nothing',
      'settings_schema.sections.0.title: it is "Post", but the plugin declares "Mail"',
      'settings_schema.sections.0.settings.0.placeholder: it is "mx", but the plugin declares nothing',
    ].sort((a, b) => order(a) - order(b)),
  );
});

/** Fields of the page first, then settings, then sections, as they are compared. */
function order(line: string): number {
  return line.includes("sections") ? 2 : line.includes("settings.") ? 1 : 0;
}

Deno.test("settings that are missing, are too many or stand in another place or order are named", () => {
  assertEquals(
    differences({ ...same, settings: [{ ...greeting, key: "Greeting" }] }),
    [
      'settings_schema.settings.0: the plugin declares no setting "Greeting" here, but one "greeting"',
      'settings_schema.settings: the setting "greeting", which the plugin declares, is missing',
      'settings_schema.settings: the setting "loud", which the plugin declares, is missing',
    ],
  );
  assertEquals(differences({ ...same, settings: [loud, greeting] }), [
    'settings_schema.settings: the order is "loud", "greeting", but the plugin declares ' +
    '"greeting", "loud"',
  ]);
  assertEquals(
    differences({ header: "Before", settings: [greeting, loud, host] }),
    [
      'settings_schema.settings.2: the plugin declares no setting "host" here',
      'settings_schema.sections: the section "mail", which the plugin declares, is missing',
    ],
  );
});
