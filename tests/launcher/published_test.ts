/** The published package brings its native launchers: nobody needs Go or a checkout. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { BUNDLE_PLATFORMS, type BundlePlatform } from "../../src/bundle/mod.ts";
import { findNpmCache } from "../../src/bundle/deno_bundle.ts";
import { nativeLauncher } from "../../src/bundle/native_launcher.ts";
import { dirname } from "../../src/bundle/paths.ts";
import { type BuiltLauncher, packLaunchers } from "../../tools/launcher.ts";
import { toFileUrl } from "../../tools/paths.ts";
import { needing } from "../support/needs.ts";
import { ownPlatform } from "./native_bundle.ts";
import { serveRegistry } from "./registry.ts";

const ID = "com.example.published";

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";

export default definePlugin({ onActivate() {} });
`;

/** This machine's launcher, and for the other platform something that is only carried along. */
async function launchers(folder: string): Promise<BuiltLauncher[]> {
  const built: BuiltLauncher[] = [];
  for (const platform of ["linux-x64", "linux-arm64"] satisfies BundlePlatform[]) {
    const names = BUNDLE_PLATFORMS[platform];
    if (names.platform === ownPlatform().platform) {
      built.push({ names, path: await nativeLauncher(names) });
    } else {
      await Deno.writeTextFile(`${folder}/other`, "\x7fELF for another processor");
      built.push({ names, path: `${folder}/other` });
    }
  }
  return built;
}

/** A cache for Deno that has what is not ours already: packages from npm, and the bundler. */
async function makeDenoDir(folder: string): Promise<void> {
  await Deno.mkdir(folder);
  const before = dirname(await findNpmCache());
  for (const name of ["npm", "dl"]) {
    await Deno.mkdir(`${before}/${name}`, { recursive: true });
    await Deno.symlink(`${before}/${name}`, `${folder}/${name}`);
  }
}

Deno.test(
  await needing(["go"], {
    name:
      "from a registry, bundle brings the published launchers, starts one, and verify knows them",
    ignore: Deno.build.os !== "linux",
    async fn() {
      const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "published-" }));
      try {
        await packLaunchers(await launchers(root), "go1.0", toFileUrl(`${root}/launchers/`));
        await using registry = await serveRegistry(`${root}/launchers`);
        await makeDenoDir(`${root}/deno`);
        await Deno.mkdir(`${root}/plugin`);
        await Deno.writeTextFile(`${root}/plugin/plugin.ts`, PLUGIN);
        const manifest = { id: ID, name: "P", version: "1.0.0", server: { runtime: "deno" } };
        await Deno.writeTextFile(`${root}/plugin/plugin.json`, JSON.stringify(manifest));
        /** The command line as its users run it, on a machine without any program but Deno. */
        const cli = async (...words: string[]) => {
          const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
            args: ["run", "--quiet", "-A", "--no-lock", registry.cli, ...words],
            cwd: `${root}/plugin`,
            env: {
              DENO_DIR: `${root}/deno`,
              JSR_URL: registry.url,
              HOME: root,
              XDG_CACHE_HOME: `${root}/cache`,
              NO_COLOR: "1",
              PATH: "/nonexistent",
            },
            stdin: "null",
          }).output();
          const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
          assertEquals(code, 0, `${out}${err}`);
          return { out: out ?? "", err: err ?? "" };
        };

        const bundled = await cli("bundle", "plugin.ts");
        assertEquals(bundled.err, "");
        assertMatch(bundled.out, /starts over net\/rpc in \d+ ms/);
        const { server } = JSON.parse(
          await Deno.readTextFile(`${root}/plugin/dist/${ID}/plugin.json`),
        );
        assertEquals(server.executables, {
          "linux-amd64": "server/launch-linux-amd64",
          "linux-arm64": "server/launch-linux-arm64",
        });
        const launcher = server.executables[ownPlatform().go];
        assertEquals(
          await Deno.readFile(`${root}/plugin/dist/${ID}/${launcher}`),
          await Deno.readFile(await nativeLauncher(ownPlatform())),
        );

        const before = registry.asked.length;
        const verified = await cli("verify", `dist/${ID}-1.0.0.tar.gz`);
        assertEquals(verified.err, "");
        assertStringIncludes(verified.out, "as bundling wrote them");
        const fetched = registry.asked.slice(before).filter((path) => path.includes("/launchers/"));
        assertEquals(fetched, [], "they are kept");
        assert(registry.asked.some((path) => path.endsWith("/linux-arm64/launch.gz")));
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  }),
);
