import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { bundlePlugin } from "./bundle.ts";
import { BundleError } from "./deno_bundle.ts";

const LOADER = new URL("../../tests/sandbox/probe_loader.js", import.meta.url);

const PLUGIN = {
  "plugin.json": '{ "id": "com.example.w", "version": "1.0.0" }',
  "plugin.ts": "export default {};\n",
};

const SOURCES = {
  "webapp/src/index.tsx": `import React, { useState } from "react";
import { useSelector } from "react-redux";
import { twice } from "./twice.ts";
import "./style.css";

function Badge({ text }: { text: string }) {
  const [count] = useState<number>(twice(21));
  return <b title={text}>{useSelector(String)}<i>{count}</i></b>;
}
window.registerPlugin("com.example.w", { initialize: () => <Badge key="k" text="hi" />, React });
declare global {
  interface Window {
    registerPlugin(id: string, plugin: object): void;
  }
}
`,
  "webapp/src/twice.ts": "export const twice = (n: number): number => 2 * n;\n",
  "webapp/src/style.css": "b { color: red }\n",
};

/** Bundles a plugin that has these files; gives what is in the bundle. */
async function bundle<Result>(
  files: Readonly<Record<string, string>>,
  look: (
    bundle: { folder: string; manifest: unknown; inputs: readonly string[] },
  ) => Promise<Result> | Result,
): Promise<Result> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdeno-webapp-test-" }));
  try {
    for (const [name, text] of Object.entries({ ...PLUGIN, ...files })) {
      const path = `${folder}/${name}`;
      await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
      await Deno.writeTextFile(path, text);
    }
    const bundled = await bundlePlugin({
      entry: `${folder}/plugin.ts`,
      outDir: `${folder}/out`,
      loader: LOADER,
    });
    return await look(bundled);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const script = ({ folder }: { folder: string }) =>
  Deno.readTextFile(`${folder}/webapp/dist/main.js`);

type Element = { type: unknown; props: Record<string, unknown>; children: unknown[] };

/** What a page has: a React that makes plain objects, and a head that keeps what is added. */
function page() {
  const styles: string[] = [];
  const registered: { id: string; plugin: { initialize(): Element; React: object } }[] = [];
  const React = {
    Fragment: "fragment",
    useState: (value: unknown) => [value],
    createElement: (
      type: unknown,
      props: Record<string, unknown> | null,
      ...children: unknown[]
    ): Element => ({ type, props: props ?? {}, children }),
  };
  const window = {
    React,
    ReactRedux: { useSelector: () => "selected" },
    registerPlugin: (id: string, plugin: { initialize(): Element; React: object }) =>
      registered.push({ id, plugin }),
  };
  const document = {
    createElement: () => ({
      set textContent(css: string) {
        styles.push(css);
      },
    }),
    head: { appendChild: (element: unknown) => element },
  };
  return {
    styles,
    registered,
    React,
    window,
    run: (code: string) => new Function("window", "document", code)(window, document),
  };
}

for (
  const [jsx, config] of Object.entries({
    "as Deno does by default": {},
    "by React's runtime": { "deno.json": '{ "compilerOptions": { "jsx": "react-jsx" } }' },
  })
) {
  Deno.test(`a web app is built into one script, with JSX compiled ${jsx}`, () =>
    bundle({ ...SOURCES, ...config }, async (bundled) => {
      const { styles, registered, React, run } = page();
      run(await script(bundled));
      const [one] = registered;
      assert(one !== undefined, "it registers itself");
      const { id, plugin } = one;
      assertEquals(id, "com.example.w");
      assert(plugin.React === React, "the page's React, not another");
      const { type, props, children } = plugin.initialize();
      assertEquals(props["text"], "hi");
      assertEquals(props["key"], "k");
      assertEquals(children, []);
      const badge = (type as (props: object) => Element)(props);
      assertEquals([badge.type, badge.props["title"], badge.children[0]], ["b", "hi", "selected"]);
      const inner = badge.children[1] as Element;
      assertEquals(inner.type, "i");
      assertEquals([...inner.children, inner.props["children"]].find((one) => one), 42);
      assertEquals(styles, ["b{color:red}"]);
      assertEquals(
        (bundled.manifest as { webapp: unknown }).webapp,
        { bundle_path: "webapp/dist/main.js" },
      );
      // The server publishes the whole folder.
      const names = (await Array.fromAsync(Deno.readDir(`${bundled.folder}/webapp/dist`)))
        .map(({ name }) => name);
      assertEquals(names, ["main.js"]);
      assertEquals(
        (await Array.fromAsync(Deno.readDir(`${bundled.folder}/webapp`))).map(({ name }) => name),
        ["dist"],
      );
      const inputs = bundled.inputs.map((path) => path.replace(/^.*?\/(?=webapp\/)/, ""));
      for (const source of ["src/index.tsx", "src/twice.ts", "src/style.css", "dist/main.js"]) {
        assert(inputs.includes(`webapp/${source}`), inputs.join("\n"));
      }
    }));
}

Deno.test("a library that the server's web app does not have is named", () =>
  bundle(SOURCES, async (bundled) => {
    const { window, run } = page();
    const { ReactRedux: _, ...older } = window;
    Object.assign(window, { ReactRedux: undefined, ...older });
    const code = await script(bundled);
    let text = "";
    try {
      run(code);
    } catch (error) {
      text = (error as Error).message;
    }
    assertEquals(
      text,
      "this Mattermost has no react-redux for plugins: window.ReactRedux is missing",
    );
  }));

Deno.test("the same web app gives the same script, wherever it lies", async () => {
  assertEquals(await bundle(SOURCES, script), await bundle(SOURCES, script));
});

Deno.test("packages of the web app's own package.json are built in, with the shared React", () =>
  bundle({
    "webapp/package.json": '{ "dependencies": { "badge": "1.0.0" } }',
    "webapp/node_modules/badge/package.json":
      '{ "name": "badge", "version": "1.0.0", "main": "index.js" }',
    "webapp/node_modules/badge/index.js":
      'const React = require("react"); exports.badge = () => React.createElement("b");',
    "webapp/src/index.js":
      'import { badge } from "badge"; window.registerPlugin("x", { initialize: badge });',
  }, async (bundled) => {
    const { registered, run } = page();
    run(await script(bundled));
    assertEquals(registered[0]?.plugin.initialize().type, "b");
  }));

Deno.test("a script that is there already is taken as it is, with its folder", () =>
  bundle({
    ...SOURCES,
    "webapp/dist/main.js": "built elsewhere",
    "webapp/dist/logo.svg": "<svg/>",
  }, async (bundled) => {
    assertEquals(await script(bundled), "built elsewhere");
    assertEquals(await Deno.readTextFile(`${bundled.folder}/webapp/dist/logo.svg`), "<svg/>");
  }));

Deno.test("a manifest that names the usual script has it built; another one is copied", async () => {
  const named = (path: string) => ({
    "plugin.json": JSON.stringify({
      id: "com.example.w",
      version: "1.0.0",
      webapp: { bundle_path: path },
    }),
  });
  const built = await bundle({ ...SOURCES, ...named("webapp/dist/main.js") }, script);
  assertStringIncludes(built, "com.example.w");
  await bundle(
    { ...SOURCES, ...named("web/app.js"), "web/app.js": "other" },
    async ({ folder }) => {
      assertEquals(await Deno.readTextFile(`${folder}/web/app.js`), "other");
      assertEquals(await Deno.stat(`${folder}/webapp`).catch(() => "none"), "none");
    },
  );
});

Deno.test("a plugin without a web app has none in its bundle", () =>
  bundle({}, async ({ folder, manifest }) => {
    assertEquals((manifest as { webapp?: unknown }).webapp, undefined);
    assertEquals(await Deno.stat(`${folder}/webapp`).catch(() => "none"), "none");
  }));

Deno.test("a web app that cannot be built says where", async () => {
  const broken = { "webapp/src/index.ts": 'import "./missing.ts";\n' };
  const error = await assertRejects(() => bundle(broken, () => {}), BundleError);
  assertStringIncludes(error.message, "webapp/src/index.ts cannot be bundled:");
  assertStringIncludes(error.message, "missing.ts");
  const empty = await assertRejects(
    () => bundle({ "webapp/main.js": "" }, () => {}),
    TypeError,
  );
  assertStringIncludes(
    empty.message,
    "webapp: there is neither dist/main.js nor src/index.tsx, src/index.ts, src/index.jsx, " +
      "src/index.js; write one of them, or name the script in the manifest: webapp.bundle_path",
  );
});

Deno.test("the folder assets is packed, whether the manifest names it or not", () =>
  bundle({ "assets/i18n/de.json": "{}" }, async ({ folder }) => {
    assertEquals(await Deno.readTextFile(`${folder}/assets/i18n/de.json`), "{}");
  }));
