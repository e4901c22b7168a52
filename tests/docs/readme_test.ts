/** What README.md says of a bundle is so of the plugin that it shows, with the webapp of its page. */
import { assert, assertEquals } from "@std/assert";
import { BUNDLE_LAYOUT } from "../../src/bundle/bundle_layout.ts";
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { DENO_PATH_VARIABLE } from "../../src/bundle/launcher_posix.ts";
import { fencesOf, pages } from "./pages.ts";

const all = (await pages()).flatMap(fencesOf);

/** The one block of a page that has this text. */
function block(page: string, has: string): string {
  const [found, ...more] = all.filter((fence) => fence.page === page && fence.code.includes(has));
  assert(
    found && more.length === 0,
    `${page} has ${more.length + (found ? 1 : 0)} blocks "${has}"`,
  );
  return found.code;
}

Deno.test("the README's plugin gives the bundle that the README lists, and the webapp is built", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "readme-" }));
  try {
    const files = {
      "plugin.ts": block("README.md", 'hunter2") ? reject('),
      "plugin.json": block("README.md", 'assets/words.txt"]'),
      "assets/words.txt": "hunter2\n",
      "webapp/src/index.tsx": block("docs/webapp.md", "window.registerPlugin"),
    };
    for (const [name, text] of Object.entries(files)) {
      await Deno.mkdir(`${folder}/${name}`.replace(/[^/]*$/, ""), { recursive: true });
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const bundled = await bundlePlugin({
      entry: `${folder}/plugin.ts`,
      outDir: `${folder}/dist/x`,
    });
    const listed = block("README.md", "server/checksums.json").trimEnd().split("\n")
      .map((line) => line.split(" ")[0] ?? "");
    // The command line adds native launchers and their licence, where it has them.
    for (const path of [`${BUNDLE_LAYOUT.launcher}-linux-*`, BUNDLE_LAYOUT.goLicence]) {
      const native = listed.indexOf(path);
      assert(native >= 0);
      listed.splice(native, 1);
    }
    assertEquals(
      (await filesIn(bundled.folder)).filter((path) => !path.startsWith("webapp/")).toSorted(),
      listed.toSorted(),
    );
    const webapp = await Deno.readTextFile(`${bundled.folder}/webapp/dist/main.js`);
    assert(webapp.includes("custom_com.example.todo_todoChanged"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function filesIn(folder: string, below = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(`${folder}/${below}`)) {
    if (isDirectory) found.push(...await filesIn(folder, `${below}${name}/`));
    else found.push(below + name);
  }
  return found;
}

Deno.test("the README names the variable that the launcher reads", () => {
  assert(block("README.md", "[Service]").includes(`Environment=${DENO_PATH_VARIABLE}=`));
});
