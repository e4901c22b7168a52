/** `deploy` is as strict as `verify`, in the same sentences, and uploads what it has checked. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { damagedArchives } from "../../tests/archives/damaged_archives.ts";
import { damagedBundles } from "../../tests/archives/damaged_bundles.ts";
import { writeWholeBundle } from "../../tests/archives/whole_bundle.ts";
import { asking, deployScene, packBeside, SMALL_ID } from "../../tests/support/deploy_scene.ts";
import { seededRandom } from "../../tests/support/seed.ts";
import { writeChecksums } from "../bundle/checksums.ts";
import { verifyBundle } from "../bundle/verify_bundle.ts";
import { openPluginArchive } from "./server/plugin_archive.ts";
import { printable } from "./printable.ts";

const never = new AbortController().signal;

Deno.test("every kind of damaged archive is refused in the sentence of verify, and nothing is asked", async () => {
  const random = seededRandom("damaged archives for deploy");
  await deployScene({}, async (s) => {
    const file = `${s.folder}/archive.tar.gz`;
    // Limits are those of verify, which an archive for a test does not reach.
    const kinds = damagedArchives.filter(({ says }) =>
      !/larger than|more than 100/.test(says.source)
    );
    assert(kinds.length > 55, String(kinds.length));
    for (const { name, says, make } of kinds) {
      await Deno.writeFile(file, (await make(random)).bytes);
      const [sentence = ""] = (await verifyBundle(file)).problems;
      assertMatch(sentence, says, name);
      for (const words of [[], ["--any-launcher"]]) {
        const { code, err } = await s.run(["deploy", "--yes", ...words, file]);
        const said = `error: ${file}: ${
          printable(sentence)
        }. Do not deploy it; bundle the plugin again\n`;
        assertEquals([code, err], [1, said], name);
      }
    }
    assertEquals(s.state.requests, []);
  });
});

// One of each kind of sentence: that all are found is verify's own test.
const CHANGED = [
  "a flipped bit in server/plugin.js",
  "a flipped bit in server/launch.json",
  "server/loader.js is missing",
  "server/extra.js was added",
  "another launcher, with its checksum",
  "a host more than the manifest says",
  "another program on one platform",
];

Deno.test("a changed bundle is refused in the sentences of verify, with the way out", async () => {
  const random = seededRandom("changed bundles for deploy");
  for (const wanted of CHANGED) {
    const kind = damagedBundles.find(({ name }) => name === wanted);
    assert(kind !== undefined, wanted);
    await deployScene({}, async (s) => {
      await kind.damage(s.bundle, random);
      const archive = await packBeside(s.bundle);
      const { problems } = await verifyBundle(archive);
      assert(problems.some((problem) => kind.says.test(problem)), `${wanted}: ${problems}`);
      const { code, err } = await s.run(["deploy", "--yes", archive]);
      const lines = problems.map((problem) => `  ${problem}\n`).join("");
      assertEquals(code, 1, wanted);
      assertStringIncludes(err, `error: ${archive} is not as bundling makes it:\n${lines}`, wanted);
      assertStringIncludes(err, "--any-launcher deploys it all the same");
      assertEquals(s.state.requests, [], wanted);
    });
  }
});

Deno.test("a launcher that is not marked as a program in the archive is refused", async () => {
  await deployScene({}, async (s) => {
    await Deno.rename(s.bundle, `${s.folder}/${SMALL_ID}`);
    await Deno.chmod(`${s.folder}/${SMALL_ID}/server/launch`, 0o644);
    const tar = new Deno.Command("tar", { args: ["-czf", "x.tar.gz", SMALL_ID], cwd: s.folder });
    assertEquals((await tar.output()).code, 0);
    const { code, err } = await s.run(["deploy", "--yes", `${s.folder}/x.tar.gz`]);
    assertEquals(code, 1);
    assertStringIncludes(err, "server/launch: it is not executable, so no server can start it");
  });
});

Deno.test("what is no bundle for Deno is deployed only if that is said, and named as what it is", async () => {
  const manifest = { server: { executable: "server/plugin-linux-amd64" } };
  await deployScene({ manifest }, async (s) => {
    await Deno.remove(`${s.bundle}/server`, { recursive: true });
    await Deno.mkdir(`${s.bundle}/server`);
    await Deno.writeTextFile(`${s.bundle}/server/plugin-linux-amd64`, "\x7fELF");
    const archive = await packBeside(s.bundle);
    const { code, err } = await s.run(["deploy", "--yes", archive]);
    assertEquals(code, 1);
    assertStringIncludes(err, "server/launch.json: it cannot be read, so this is no bundle");
    const forced = await s.run(["deploy", "--yes", "--any-launcher", archive]);
    assertEquals(forced.code, 0, forced.err);
    assertMatch(forced.err, /the server executes server\/plugin-linux-amd64, without any sandbox/);
  });
});

Deno.test("a link in a bundle's folder is refused, and a loader of another version is warned of", async () => {
  await deployScene({}, async (s) => {
    await Deno.writeTextFile(`${s.bundle}/server/loader.js`, "// another one\n");
    await writeChecksums(s.bundle);
    const warned = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(warned.code, 0, warned.err);
    assertStringIncludes(warned.err, "warning: server/loader.js: it is not the loader of this");
    s.state.requests.length = 0;
    await Deno.symlink("/etc", `${s.bundle}/assets`);
    const { code, err } = await s.run(["deploy", "--yes", "--any-launcher", s.bundle]);
    assertEquals(code, 1);
    assertStringIncludes(err, '"assets": neither a file nor a folder; a bundle may hold no links');
    assertEquals(s.state.requests, []);
  });
});

Deno.test("a plugin's own texts can neither move the cursor nor look like lines of deploy", async () => {
  const name = "Nice\x1b[1A\x1b[2K\n  may do nothing \u202eti";
  await deployScene({ manifest: { name, ...asking({ run: ["/bin/\x9bx"] }) } }, async (s) => {
    const words = ["deploy", "--yes", "--undo-sandbox=run", s.bundle];
    const { err } = await s.run(words);
    assertStringIncludes(err, " (Nice?[1A?[2K?  may do nothing ?ti), ");
    assertStringIncludes(err, "  may run /bin/?x\n");
    const refused = await s.run(["deploy", "--yes", `${s.bundle}\x1b[2K`]);
    assertStringIncludes(refused.err, `error: ${s.bundle}?[2K cannot be read`);
    for (const text of [err, refused.err]) {
      for (const sign of ["\x1b", "\x9b", "\u202e"]) assert(!text.includes(sign), text);
    }
  });
});

Deno.test("what is uploaded is what was checked, read once", async () => {
  await deployScene({}, async (s) => {
    await Deno.remove(s.bundle, { recursive: true });
    await writeWholeBundle(s.bundle);
    const file = await packBeside(s.bundle);
    const whole = await Deno.readFile(file);
    const archive = await openPluginArchive(file, never);
    assertEquals([archive.problems, archive.warnings], [[], []]);
    assertEquals(archive.bytes, whole);
    // A folder gives the bytes that bundling packs.
    assertEquals((await openPluginArchive(s.bundle, never)).bytes, whole);
  });
});
