import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { bundlePlugin } from "./bundle.ts";
import { BundleError } from "./deno_bundle.ts";
import { ManifestError } from "./manifest_error.ts";
import { readManifest } from "./manifest.ts";

const LOADER = new URL("../../tests/sandbox/probe_loader.js", import.meta.url);

/** Bundles a plugin with these files; gives the bundle and its manifest, and takes them away. */
async function bundled(plugin: string, manifest: string) {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmd-" }));
  try {
    await Deno.writeTextFile(`${folder}/plugin.ts`, plugin);
    await Deno.writeTextFile(`${folder}/plugin.yaml`, manifest);
    const { folder: out, warnings } = await bundlePlugin({
      entry: `${folder}/plugin.ts`,
      outDir: `${folder}/out`,
      loader: LOADER,
    });
    return { warnings, manifest: await readManifest(out) };
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replaceAll(`${folder}/`, "");
    throw error;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const head = "id: com.example.b\nversion: 1.0.0\n";

/** A plugin that writes to stdout as it is loaded, too. */
const declaring = `import { definePlugin, section, setting } from "@mattermost-deno/plugin";
console.log("declared manifest: loading");
export default definePlugin({
  settings: {
    greeting: setting.text({ label: "Greeting", default: "Hello", help: "The word." }),
    mail: section({ title: "Mail", settings: { port: setting.number({ label: "Port" }) } }),
  },
});
`;

const schema = {
  settings: [{
    key: "greeting",
    display_name: "Greeting",
    type: "text",
    help_text: "The word.",
    default: "Hello",
  }],
  sections: [{
    key: "mail",
    title: "Mail",
    settings: [{ key: "port", display_name: "Port", type: "number" }],
  }],
};

Deno.test("the settings that a plugin declares become the manifest's settings_schema", async () => {
  const { manifest, warnings } = await bundled(declaring, head);
  assertEquals(manifest.settings_schema as unknown, schema);
  assertEquals(warnings, []);
});

Deno.test("a settings_schema written by hand may say the same", async () => {
  const written = `${head}settings_schema: ${JSON.stringify({ ...schema, footer: "" })}\n`;
  const { manifest } = await bundled(declaring, written);
  assertEquals(manifest.settings_schema as unknown, schema);
});

Deno.test("a settings_schema that differs is refused with its place and what to do", async () => {
  const written = `${head}settings_schema:
  settings:
    - key: greeting
      type: text
      display_name: Greeting
      help_text: The word.
      default: Hi
`;
  const error = await assertRejects(() => bundled(declaring, written), ManifestError);
  assertEquals(
    error.message,
    'plugin.yaml:9:16: settings_schema.settings[0].default: it is "Hi", but the plugin declares ' +
      '"Hello". Take settings_schema out of the manifest, since bundling writes it from what the ' +
      "plugin declares, or make both say the same. They also differ here:\n" +
      '  settings_schema.sections: the section "mail", which the plugin declares, is missing',
  );
});

Deno.test("a plugin that declares no settings keeps what its manifest says", async () => {
  const plugin = `import { definePlugin } from "@mattermost-deno/plugin";
export default definePlugin({});
`;
  const { manifest } = await bundled(
    plugin,
    `${head}settings_schema: { settings: [{ key: word, type: text }] }\n`,
  );
  assertEquals(manifest.settings_schema, { settings: [{ key: "word", type: "text" }] });
  assertEquals((await bundled(plugin, head)).manifest.settings_schema, undefined);
});

Deno.test("a plugin that needs a permission to be loaded is bundled, and its author warned", async () => {
  const { manifest, warnings } = await bundled(
    `Deno.env.get("HOME");\n${declaring}`,
    `${head}settings_schema: { settings: [{ key: word, type: text }] }\n`,
  );
  assertEquals(manifest.settings_schema, { settings: [{ key: "word", type: "text" }] });
  assertEquals(warnings.length, 1);
  assertStringIncludes(warnings[0] ?? "", "do this in onActivate instead");
  assertStringIncludes(warnings[0] ?? "", 'NotCapable: Requires env access to "HOME"');
});

Deno.test("a plugin that no server could load is refused when it is bundled", async () => {
  const wrong = declaring.replace("settings:", "seting:");
  const error = await assertRejects(() => bundled(wrong, head), BundleError);
  assertStringIncludes(error.message, "plugin.ts cannot be loaded, so no server could start it:");
  assertStringIncludes(
    error.message,
    'TypeError: definePlugin(): there is no "seting"; did you mean "settings"?',
  );
  // The line of the author's own file.
  assertMatch(error.message, /^ {4}at (?:\S+\/)?plugin\.ts:3:16$/m);
  for (const text of ["Deno.exit(0);\n", "await new Promise(() => {});\n"]) {
    await assertRejects(() => bundled(text + declaring, head), BundleError, "cannot be loaded");
  }
});

Deno.test("a file that exports no plugin is refused when it is bundled", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmd-" }));
  try {
    await Deno.writeTextFile(`${folder}/plugin.yaml`, head);
    const nothing = declaring.replace("export default ", "");
    for (const plugin of [nothing, "export default { hooks: {} };\n"]) {
      await Deno.writeTextFile(`${folder}/plugin.ts`, plugin);
      const bundle = () => bundlePlugin({ entry: `${folder}/plugin.ts`, outDir: `${folder}/out` });
      const { message } = await assertRejects(bundle, BundleError);
      assertEquals(
        message.replace(`${folder}/`, ""),
        "plugin.ts: the default export must be what definePlugin() returns, or no server could " +
          "start it. Write: export default definePlugin({ … }), with definePlugin from " +
          '"@mattermost-deno/plugin".',
      );
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("messages that cannot be read are found when the plugin is bundled", async () => {
  const plugin = `import { definePlugin } from "@mattermost-deno/plugin";
export default definePlugin({
  translations: { en: { count: "{n, plural, one {# todo}}" }, de: { count: "{n}" } },
});
`;
  const { message } = await assertRejects(() => bundled(plugin, head), BundleError);
  assertEquals(
    message,
    "plugin.ts: definePlugin(): translations.en.count: a plural or select has no choice " +
      'other {…}: "{n, plural, one {# todo}}"',
  );
  await bundled(plugin.replace("}}", "} other {# todos}}"), head);
});
