import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findManifestFaults } from "../../src/bundle/manifest_findings.ts";
import { MANIFEST_SCHEMA_URL } from "../../src/bundle/manifest_schema.ts";
import { manifestShape } from "../../src/bundle/manifest_table.ts";
import type { Shape } from "../../src/bundle/manifest_shape.ts";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO } from "../../src/cli/memory_io.ts";

const page = await Deno.readTextFile(new URL("../../docs/manifest.md", import.meta.url));

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))]
    .map((match) => match[1] ?? "");
}

Deno.test("the page about the manifest has every name, and its manifests are good", () => {
  const fields = (shape: Shape | undefined) => Object.entries(shape?.fields ?? {});
  for (const [name, shape] of fields(manifestShape)) {
    if (page.includes(`| \`${name}\` `)) continue;
    for (const [inner] of fields(shape)) assertStringIncludes(page, `| \`${name}.${inner}\` `);
  }
  const { server } = manifestShape.fields ?? {};
  for (const [name] of fields(server?.fields?.["permissions"])) {
    assertStringIncludes(page, `| \`${name}\` `);
  }
  const texts = [...blocks("json").map((text) => ["json", text]), [
    "yaml",
    blocks("yaml")[0] ?? "",
  ]];
  assertEquals(texts.length, 4);
  for (const [ending, text = ""] of texts) {
    assertEquals(findManifestFaults(`plugin.${ending}`, text).findings, [], text);
  }
  assertEquals(page.split(MANIFEST_SCHEMA_URL).length, 3, "this version's schema, twice");
});

Deno.test("check prints what the page about the manifest shows", async () => {
  const folder = await Deno.makeTempDir({ prefix: "manifest-page-" });
  try {
    await Deno.writeTextFile(
      `${folder}/plugin.json`,
      `{
  "id": "com.example.greeter",
  "version": "v1.0",
  "server": {
    "runtime": "deno",
    "permissions": {
      "net": ["https://api.example.com"],
      "memroy": 128
    }
  }
}`,
    );
    await Deno.writeTextFile(
      `${folder}/plugin.ts`,
      'import { definePlugin } from "@mattermost-deno/plugin";\nexport default definePlugin({});\n',
    );
    const io = createMemoryIO();
    assertEquals(await main(["check", folder], io), 1);
    const printed = io.stdout().replaceAll(`${folder}/`, "");
    const [shown = ""] = blocks("text");
    assert(printed === shown, `${printed}\n${shown}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("check finds in the page's plugin what the page shows", async () => {
  const folder = await Deno.makeTempDir({ prefix: "manifest-page-" });
  try {
    const id = "com.example.greeter";
    await Deno.writeTextFile(
      `${folder}/plugin.json`,
      JSON.stringify({ id, version: "1.0.0", min_server_version: "9.5.0" }),
    );
    await Deno.writeTextFile(`${folder}/plugin.ts`, blocks("ts")[0] ?? "");
    const io = createMemoryIO();
    assertEquals(await main(["check", folder], io), 0);
    assertEquals(io.stdout().replaceAll(`${folder}/`, ""), blocks("text")[1]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
