import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { startFakeMattermost } from "../../tests/support/fake_mattermost.ts";
import type { FakeMattermost, FakeState } from "../../tests/support/fake_mattermost.ts";
import { SMALL_MANIFEST } from "../../tests/support/small_bundle.ts";
import { writeWholeBundle } from "../../tests/archives/whole_bundle.ts";
import { writeChecksums } from "../bundle/checksums.ts";
import { bundlePlugin, type Manifest } from "../bundle/mod.ts";
import type { Progress } from "./command_io.ts";
import { main } from "./main.ts";
import { createMemoryIO, type MemoryIO, type MemoryIOOptions } from "./memory_io.ts";

const { id } = SMALL_MANIFEST;

interface Scene {
  readonly server: FakeMattermost;
  readonly state: FakeState;
  readonly folder: string;
  readonly bundle: string;
  /** Runs the command line; `--yes` must be said. */
  readonly run: (words: readonly string[], options?: MemoryIOOptions) => Promise<Ran>;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly io: MemoryIO;
}

async function scene(
  changes: Partial<FakeState> & { readonly manifest?: Partial<Manifest> },
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const { manifest, ...state } = changes;
  const folder = await Deno.makeTempDir({ prefix: "deploy-test-" });
  try {
    await using server = startFakeMattermost(state);
    const bundle = `${folder}/bundle`;
    await writeWholeBundle(bundle, manifest);
    await play({
      server,
      state: server.state,
      folder,
      bundle,
      async run(words, options = {}) {
        const io = createMemoryIO({
          ...options,
          env: {
            MM_SERVICESETTINGS_SITEURL: server.url,
            MM_ADMIN_TOKEN: server.state.token,
            XDG_STATE_HOME: folder,
            ...options.env,
          },
        });
        const code = await main(words, io);
        return { code, out: io.stdout(), err: io.stderr(), io };
      },
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("deploy packs a bundle's folder, uploads it, enables it and says that it runs", async () => {
  await scene({ manifest: { server: server({ net: ["api.example.com:443"] }) } }, async (s) => {
    const { code, out, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals([code, out], [0, `${id} 1.0.0 is running on ${s.server.url}\n`], err);
    assertStringIncludes(err, "may connect to api.example.com:443");
    assertStringIncludes(err, "is not installed there yet");
    assertEquals(s.state.plugins.map(({ id, version, state }) => [id, version, state]), [[
      id,
      "1.0.0",
      2,
    ]]);
  });
});

Deno.test("deploy shows the API methods and hooks that a plugin uses", async () => {
  await scene({}, async (s) => {
    await bundlePlugin({ entry: "examples/hello/plugin.ts", outDir: `${s.folder}/hello` });
    const { code, err } = await s.run(["deploy", "--yes", `${s.folder}/hello`]);
    assertEquals(code, 0, err);
    assertStringIncludes(
      err,
      "calls getUser, kvCompareAndSet, kvGet, registerCommand of the plugin API",
    );
    assertMatch(err, /has the hooks .*\bmessageWillBePosted\b/);
  });
});

Deno.test("deploy takes a .tar.gz, too, and writes JSON for scripts", async () => {
  await scene({}, async (s) => {
    const tar = new Deno.Command("tar", { args: ["-czf", "x.tar.gz", "bundle"], cwd: s.folder });
    assertEquals((await tar.output()).code, 0);
    const { code, out } = await s.run(["deploy", "--yes", "--json", `${s.folder}/x.tar.gz`]);
    assertEquals(code, 0);
    assertEquals(JSON.parse(out), { id, version: "1.0.0", server: s.server.url, running: true });
  });
});

Deno.test("deploy shows what changes since the installed version", async () => {
  await scene({}, async (s) => {
    await s.run(["deploy", "--yes", s.bundle]);
    const newer = `${s.folder}/newer`;
    await writeWholeBundle(newer, {
      version: "1.1.0",
      server: server({ net: ["new.example.com"] }),
      settings_schema: { settings: [{ key: "Greeting", type: "text", display_name: "Greeting" }] },
    });
    const { code, err } = await s.run(["deploy", "--yes", newer]);
    assertEquals(code, 0, err);
    assertStringIncludes(err, "updates 1.0.0 to 1.1.0");
    assertStringIncludes(err, "may now connect to new.example.com");
    assertStringIncludes(err, "adds the setting Greeting");
    const back = await s.run(["deploy", "--yes", s.bundle]);
    assertStringIncludes(back.err, "goes back from 1.1.0 to 1.0.0");
    assertStringIncludes(back.err, "may no longer connect to new.example.com");
    assertStringIncludes(back.err, "drops the setting Greeting");
  });
});

Deno.test("deploy says that it does not know the permissions of what others deployed", async () => {
  const plugins = [{ id, version: "0.9.0", state: 2, error: "" }];
  await scene({ plugins }, async (s) => {
    const { err } = await s.run(["deploy", "--yes", s.bundle]);
    assertStringIncludes(err, "what else changes is not known: the server keeps neither");
    assertStringIncludes(err, "this 0.9.0 was not deployed from this machine");
  });
});

Deno.test("deploy asks, and a no changes nothing", async () => {
  await scene({}, async (s) => {
    const { code, err, io } = await s.run(["deploy", s.bundle], { answers: ["n"] });
    assertEquals([code, io.questions], [1, ["Deploy it?"]]);
    assertStringIncludes(err, "Nothing was changed.");
    assertEquals(s.state.requests.filter((call) => !call.startsWith("GET ")), []);
    assertEquals((await s.run(["deploy", s.bundle], { answers: ["y"] })).code, 0);
  });
});

Deno.test("deploy without --yes where nobody can be asked is misuse", async () => {
  await scene({}, async (s) => {
    const { code, err } = await s.run(["deploy", s.bundle]);
    assertEquals(code, 2);
    assertStringIncludes(err, "add --yes");
    assertEquals(s.state.requests, []);
  });
});

Deno.test("a changed launcher is not deployed, unless that is said", async () => {
  await scene({}, async (s) => {
    const launcher = `${s.bundle}/server/launch`;
    const text = await Deno.readTextFile(launcher);
    await Deno.writeTextFile(launcher, text.replace("--no-prompt", "--yes-prompt"));
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 1);
    assertMatch(err, /server\/launch: it is not the launcher .* differs from byte \d+, line \d+/);
    assertEquals(s.state.requests, []);
    const forced = await s.run(["deploy", "--yes", "--any-launcher", s.bundle]);
    assertEquals(forced.code, 0);
    assertStringIncludes(forced.err, "warning: server/launch: it is not the launcher");
  });
});

Deno.test("a plugin's file that was changed after bundling is not deployed", async () => {
  await scene({}, async (s) => {
    await Deno.writeTextFile(`${s.bundle}/server/plugin.js`, "export default [];\n");
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 1);
    assertStringIncludes(
      err,
      "server/plugin.js: its content was changed or damaged after bundling",
    );
    assertEquals(s.state.requests, []);
  });
});

Deno.test("a launch.json that grants more than the manifest declares is not deployed", async () => {
  await scene({}, async (s) => {
    await Deno.mkdir(`${s.folder}/other`);
    await writeWholeBundle(`${s.folder}/other`, { server: server({ net: ["evil.example.com"] }) });
    for (const file of ["server/launch.json", "server/launch"]) {
      await Deno.copyFile(`${s.folder}/other/${file}`, `${s.bundle}/${file}`);
    }
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 1);
    assertMatch(
      err,
      /server\/launch\.json: permissions is .*evil.*, and by plugin\.json it must be/,
    );
  });
});

Deno.test("a damaged archive is not uploaded", async () => {
  await scene({}, async (s) => {
    const tar = new Deno.Command("tar", { args: ["-czf", "x.tar.gz", "bundle"], cwd: s.folder });
    await tar.output();
    const bytes = await Deno.readFile(`${s.folder}/x.tar.gz`);
    await Deno.writeFile(`${s.folder}/cut.tar.gz`, bytes.subarray(0, bytes.length - 100));
    await Deno.writeTextFile(`${s.folder}/text.tar.gz`, "no archive");
    for (const name of ["cut.tar.gz", "text.tar.gz"]) {
      const { code, err } = await s.run(["deploy", "--yes", `${s.folder}/${name}`]);
      assertEquals(code, 1);
      assertStringIncludes(err, name);
      assertStringIncludes(err, "bundle the plugin again");
    }
    assertEquals(s.state.requests, []);
  });
});

Deno.test("a plugin that does not start: the server's error, its log, and exit code 1", async () => {
  const startError =
    "unable to start plugin: fork/exec /mm/plugins/com.example.small/server/launch: " +
    "no such file or directory";
  await scene({ startError }, async (s) => {
    const { code, out, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals([code, out], [1, ""]);
    assertStringIncludes(err, `error: ${id} 1.0.0 failed to start: ${startError}`);
    assertMatch(err, /The server's log says:\n {2}2026-01-02 .* error Unable to activate plugin/);
    assertStringIncludes(err, "bundle the plugin with native launchers, which need none");
    assertEquals(err.includes("Server is listening"), false);
  });
});

Deno.test("a plugin that does not start, where the log may not be read", async () => {
  await scene({ startError: "it broke", mayReadLog: false }, async (s) => {
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 1);
    assertStringIncludes(err, "failed to start: it broke");
    assertStringIncludes(err, "The server's log cannot be read here: the account may not read the");
  });
});

Deno.test("a server that is too old for the plugin is named before anything is sent", async () => {
  await scene({ manifest: { min_server_version: "10.1.0" } }, async (s) => {
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 1);
    assertStringIncludes(err, `needs Mattermost 10.1.0 or newer, and ${s.server.url} is 9.9.0`);
    assertEquals(s.state.plugins, []);
  });
});

for (
  const [setting, value, text] of [
    ["EnableUploads", false, "set PluginSettings.EnableUploads to true"],
    ["RequirePluginSignature", true, "takes signed plugins only"],
    ["Enable", false, "set PluginSettings.Enable to true"],
  ] as const
) {
  Deno.test(`deploy where PluginSettings.${setting} is ${value} says what to set`, async () => {
    await scene({}, async (s) => {
      s.state.config.PluginSettings[setting] = value;
      const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
      assertEquals(code, 1);
      assertStringIncludes(err, text);
      assertEquals(s.state.requests.includes("POST /plugins"), false);
    });
  });
}

Deno.test("an upload that is larger than MaxFileSize is not begun", async () => {
  await scene({}, async (s) => {
    s.state.config.FileSettings["MaxFileSize"] = 100;
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 1);
    assertMatch(err, /the upload has .* and http:\S+ takes 100 bytes at most: raise/);
    assertEquals(s.state.requests.includes("POST /plugins"), false);
  });
});

for (
  const [what, status, body, text] of [
    [
      "too large, said by a proxy",
      413,
      "<html>Request Entity Too Large</html>",
      "client_max_body_size",
    ],
    [
      "too large, said by the server",
      400,
      "http: request body too large",
      "FileSettings.MaxFileSize",
    ],
    [
      "disabled",
      501,
      '{"id":"app.plugin.upload_disabled.app_error","message":"Uploads have been disabled."}',
      "PluginSettings.EnableUploads",
    ],
    [
      "damaged on its way",
      400,
      '{"id":"app.plugin.extract.app_error","message":"An error occurred extracting the bundle."}',
      "cannot unpack the archive",
    ],
    [
      "refused for no known reason",
      500,
      '{"id":"x.y","message":"The disk is full."}',
      "The disk is full.",
    ],
  ] as const
) {
  Deno.test(`an upload that is ${what} fails with what to do`, async () => {
    await scene({ refuseUpload: { status, body } }, async (s) => {
      const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
      assertEquals(code, 1);
      assertStringIncludes(err, text);
      assertEquals(s.state.requests.some((call) => call.endsWith("/enable")), false);
    });
  });
}

for (
  const [what, from, text] of [
    [
      "as it begins",
      1,
      /The upload was cut off after .* of .*, of which the server installs nothing: /,
    ],
    [
      "as it ends",
      Infinity,
      /The server may have got the whole upload of .*, and may still install it: /,
    ],
  ] as const
) {
  Deno.test(`Ctrl-C during the upload, ${what}, says what the server has`, async () => {
    const plugins = [{ id, version: "0.9.0", state: 2, error: "" }];
    await scene({ plugins }, async (s) => {
      // Random, so that it does not compress to one chunk.
      await Deno.mkdir(`${s.bundle}/assets`);
      for (let n = 0; n < 4; n++) {
        const noise = crypto.getRandomValues(new Uint8Array(65_536));
        await Deno.writeFile(`${s.bundle}/assets/noise${n}`, noise);
      }
      await writeChecksums(s.bundle);
      const ctrlC = new AbortController();
      s.state.onUploadBytes = () => new Promise(() => {});
      const io = createMemoryIO({
        env: { MM_SERVICESETTINGS_SITEURL: s.server.url, MM_ADMIN_TOKEN: s.state.token },
        signal: ctrlC.signal,
      });
      let updates = 0;
      const watched = {
        ...io,
        progress: (): Progress => ({
          update(text) {
            updates += 1;
            if (updates >= from || text.startsWith("Waiting")) {
              ctrlC.abort(new Error("interrupted"));
            }
          },
          [Symbol.dispose]() {},
        }),
      };
      assertEquals(await main(["deploy", "--yes", s.bundle], watched), 130);
      assertMatch(io.stderr(), text);
      assertStringIncludes(
        io.stderr(),
        `${s.server.url} now has ${id} 0.9.0, running.\ninterrupted\n`,
      );
    });
  });
}

Deno.test("a server that does not say what became of the upload is not waited for without end", async () => {
  await scene({}, async (s) => {
    s.state.onUploadBytes = () => new Promise(() => {});
    const { code, err } = await s.run(["deploy", "--yes", "--timeout=0.3", s.bundle]);
    assertEquals(code, 1);
    assertStringIncludes(err, "did not say within 0.3 s what became of it");
  });
});

Deno.test("a folder that is no bundle says what to name", async () => {
  await scene({}, async (s) => {
    await Deno.writeTextFile(`${s.folder}/plugin.json`, JSON.stringify(SMALL_MANIFEST));
    const folder = await s.run(["deploy", "--yes", s.folder]);
    assertEquals(folder.code, 1);
    assertStringIncludes(folder.err, "is no bundle: there is no server/launch.json in it");
    const nothing = await s.run(["deploy", "--yes", `${s.folder}/nothing`]);
    assertStringIncludes(nothing.err, "cannot be read: name a bundle's folder or its .tar.gz");
  });
});

function server(
  permissions: NonNullable<Manifest["server"]>["permissions"],
): NonNullable<Manifest["server"]> {
  return { ...SMALL_MANIFEST.server, ...permissions === undefined ? {} : { permissions } };
}
