/** What publishing takes of the folder of launchers, which git ignores. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { capture } from "../../tools/capture.ts";
import { toFileUrl } from "../../tools/paths.ts";
import { publishedBytes } from "../../tools/publish_dry_run.ts";
import { ROOT } from "../../tools/std_source.ts";
import { needing } from "../support/needs.ts";

Deno.test(
  await needing(["git"], {
    name: "publishing takes the launchers though git ignores them, and leaves out what it should",
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "publish-" });
      try {
        const { name, version, license, publish } = JSON.parse(
          await Deno.readTextFile(new URL("deno.json", ROOT)),
        );
        const config = { name, version, license, publish, exports: "./mod.ts" };
        const launcher = crypto.getRandomValues(new Uint8Array(2048));
        const files: Record<string, string | Uint8Array> = {
          "deno.json": JSON.stringify(config),
          ".gitignore": await Deno.readTextFile(new URL(".gitignore", ROOT)),
          "mod.ts": "/** @module */\nexport const one = 1;\n",
          "mod_test.ts": "export {};\n",
          "tools/launcher.ts": "export {};\n",
          "examples/x.ts": "export {};\n",
          ".cache/x.json": "{}",
          "launchers/sha256.json": "{}",
          "launchers/linux-amd64/launch.gz": launcher,
          "launchers/windows-arm64/launch.exe.gz": launcher,
        };
        for (const [path, content] of Object.entries(files)) {
          const file = `${folder}/${path}`;
          await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
          await Deno.writeFile(
            file,
            typeof content === "string" ? new TextEncoder().encode(content) : content,
          );
        }
        const cwd = toFileUrl(`${folder}/`);
        assert((await capture("git", ["init", "--quiet"], cwd)).success);
        const { success, output } = await capture(
          Deno.execPath(),
          ["publish", "--dry-run", "--allow-dirty"],
          cwd,
        );
        assert(success, output);
        const taken = [...output.matchAll(/ file:\S+?\/publish-[^/]+\/(\S+) \(/g)]
          .map(([, path]) => path).sort();
        assertEquals(taken, [
          "deno.json",
          "launchers/linux-amd64/launch.gz",
          "launchers/sha256.json",
          "launchers/windows-arm64/launch.exe.gz",
          "mod.ts",
        ]);
        assertMatch(output, /launch\.gz \(2KB\)/);
        assert(publishedBytes(output) > 4096, output);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  }),
);
