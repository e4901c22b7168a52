import { assertEquals } from "@std/assert";
import { bundledPackages, modulesIn } from "./bundled_packages.ts";
import { createSbom } from "./sbom.ts";

Deno.test("packages are found in the names of modules, each version once", () => {
  assertEquals(
    bundledPackages([
      "plugin.ts",
      "npm:yaml@2.9.1/dist/index.js",
      "npm:yaml@2.9.1/dist/compose.js",
      "npm:@scope/thing@1.0.0-rc.1_2/a.js",
      "https://jsr.io/@std/cli/1.0.9/mod.ts",
      "https://example.com/script.js",
      "node_modules/.deno/hono@4.13.19/node_modules/hono/dist/hono.js",
      "web/node_modules/.deno/@a+b@2.0.0_x@1.0.0/node_modules/@a/b/index.js",
    ]).map(({ registry, name, version }) => `${registry}:${name}@${version}`),
    [
      "jsr:@std/cli@1.0.9",
      "npm:@a/b@2.0.0",
      "npm:@scope/thing@1.0.0-rc.1",
      "npm:hono@4.13.19",
      "npm:yaml@2.9.1",
    ],
  );
});

Deno.test("the modules of a bundle stand in its comments and in the names of CommonJS modules", () => {
  const code = [
    "// npm:yaml@2.9.1/dist/index.js",
    'var require_a = __commonJS({\n  "npm:long@5.3.2/umd/index.js"(exports) {',
    "// https://jsr.io/@std/cli/1.0.9/mod.ts",
    "// src/mine.ts",
    "  // npm:not@1.0.0/inside",
  ].join("\n");
  assertEquals(modulesIn(code), [
    "npm:yaml@2.9.1/dist/index.js",
    "https://jsr.io/@std/cli/1.0.9/mod.ts",
    "npm:long@5.3.2/umd/index.js",
  ]);
});

Deno.test("licences come from package.json in Deno's cache, as an id, an expression or a name", async () => {
  const npmCache = await Deno.makeTempDir({ prefix: "npm-" });
  try {
    const licences: [string, unknown][] = [
      ["id", "MIT"],
      ["expression", "(MIT OR Apache-2.0)"],
      ["words", "SEE LICENSE IN FILE"],
      ["object", { type: "ISC" }],
      ["none", undefined],
    ];
    for (const [name, license] of licences) {
      await Deno.mkdir(`${npmCache}/registry/${name}/1.0.0`, { recursive: true });
      const file = `${npmCache}/registry/${name}/1.0.0/package.json`;
      await Deno.writeTextFile(file, JSON.stringify({ license }));
    }
    const input = {
      manifest: { id: "com.example.x", version: "1.0.0" },
      modules: ["missing", ...licences.map(([name]) => name)].map((name) =>
        `npm:${name}@1.0.0/x.js`
      ),
      hasUnknownParts: true,
      programs: [{ registry: "npm", name: "@deno/linux-x64-glibc", version: "2.9.6" }],
      programLicence: { id: "MIT", copyright: "Copyright 2018-2026 the Deno authors", text: "…" },
      npmCache,
    } as const;
    const text = await createSbom(input);
    const sbom = JSON.parse(text);
    const found = Object.fromEntries(
      sbom.components.map((
        { name, licenses }: { name: string; licenses?: unknown[] },
      ) => [name, licenses?.[0]]),
    );
    assertEquals(found, {
      plugin: { license: { id: "Apache-2.0" } },
      expression: { expression: "(MIT OR Apache-2.0)" },
      id: { license: { id: "MIT" } },
      missing: undefined,
      none: undefined,
      object: { license: { id: "ISC" } },
      words: { license: { name: "SEE LICENSE IN FILE" } },
      "linux-x64-glibc": { license: { id: "MIT" } },
    });
    const { type, copyright, externalReferences } = sbom.components.at(-1);
    assertEquals([type, copyright], ["application", "Copyright 2018-2026 the Deno authors"]);
    assertEquals(externalReferences, [{ type: "license", url: "server/LICENSE-deno.txt" }]);
    assertEquals(sbom.compositions, [
      { aggregate: "incomplete", assemblies: ["pkg:generic/com.example.x@1.0.0"] },
      { aggregate: "unknown", assemblies: ["pkg:npm/%40deno/linux-x64-glibc@2.9.6"] },
    ]);
    assertEquals(await createSbom(input), text);
  } finally {
    await Deno.remove(npmCache, { recursive: true });
  }
});
