import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { asking, deployScene as scene, SMALL_ID as id } from "../../tests/support/deploy_scene.ts";
import { SMALL_MANIFEST } from "../../tests/support/small_bundle.ts";
import { bundlePlugin } from "../bundle/mod.ts";

Deno.test("deploy packs a bundle's folder, uploads it, enables it and says that it runs", async () => {
  await scene({ manifest: asking({ net: ["api.example.com:443"] }) }, async (s) => {
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
