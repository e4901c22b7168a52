/** What declared settings become, as Mattermost's own Go code reads it. */
import { assertEquals } from "@std/assert";
import { compareManifestSettings } from "../../src/bundle/mod.ts";
import { declareSettings } from "../../src/settings/declared_settings.ts";
import { section } from "../../src/settings/section.ts";
import type { SettingDeclarations, SettingsPage } from "../../src/settings/setting.ts";
import { setting } from "../../src/settings/setting_kinds.ts";
import { buildGoProgram } from "../support/go_program.ts";
import { runProgram } from "../support/run_program.ts";
import { needing } from "../support/needs.ts";

/** The program beside this file. */
const sources = ["go.mod", "go.sum", "main.go"].map((name) =>
  new URL(`go/${name}`, import.meta.url)
);

/** What the Go program says of these manifests. */
async function askGo(manifests: readonly unknown[]): Promise<{ error: string; settings: never }[]> {
  const input = manifests.map((it) => JSON.stringify(it) + "\n").join("");
  const answer = await runProgram(
    await buildGoProgram("manifest", sources),
    [],
    new TextEncoder().encode(input),
  );
  return answer.trim().split("\n").map((line) => JSON.parse(line));
}

const label = "It";
const common = { label, help: "**Help**", hosting: "on-prem" } as const;
const typed = { ...common, placeholder: "here" } as const;

const everything: SettingDeclarations = {
  text: setting.text({ ...typed, default: "x" }),
  emptyText: setting.text({ label }),
  longText: setting.longText({ ...typed, default: "a\nb", secret: true }),
  secret: setting.secret({ ...typed, key: "Old_Secret" }),
  username: setting.username({ ...typed, default: "ada" }),
  number: setting.number({ ...typed, default: 0, min: 0 }),
  fraction: setting.number({ label, default: 0.5, fractions: true }),
  bool: setting.bool({ ...common, default: true }),
  noBool: setting.bool({ label }),
  dropdown: setting.dropdown({ ...common, options: ["a", { value: "b", label: "B" }] }),
  radio: setting.radio({ ...common, options: ["a", "b"], default: "b" }),
  generated: setting.generated({ ...typed, regenerateHelp: "Careful.", secret: true }),
  custom: setting.custom({ ...typed, default: { list: [1, null, "x"] }, secret: true }),
  section: section({
    title: "Section",
    subtitle: "Below",
    header: "# Header",
    footer: "Footer",
    custom: true,
    fallback: true,
    settings: { inside: setting.text({ label }), more: setting.radio({ label, options: ["a"] }) },
  }),
  empty: section({ settings: {} }),
};

const page: SettingsPage = { header: "# Header", footer: "Footer" };

const manifestWith = (settings_schema: unknown) => ({
  id: "com.example.manifest",
  name: "Manifest",
  version: "1.0.0",
  settings_schema,
});

Deno.test(
  await needing(["go"], {
    name: "Mattermost takes every kind of setting as valid, and understands all that it says",
    async fn() {
      const { schema } = declareSettings(everything, page);
      if (schema === undefined) throw new Error("nothing is declared");
      const [ours, wrong] = await askGo([
        manifestWith(schema),
        manifestWith({ settings: [{ key: "a", type: "text", options: [{ value: "a" }] }] }),
      ]);
      assertEquals(ours?.error, "");
      assertEquals(compareManifestSettings(ours?.settings as never, schema), []);
      assertEquals(/should not set Options/.test(wrong?.error ?? ""), true, wrong?.error);
    },
  }),
);
