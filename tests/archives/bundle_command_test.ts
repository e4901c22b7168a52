import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO } from "../../src/cli/memory_io.ts";
import { draftPrefix } from "../../src/bundle/draft_names.ts";
import { needing } from "../support/needs.ts";
import { seededRandom } from "../support/seed.ts";

const ID = "com.example.packed";
const ARCHIVE = `${ID}-1.2.3.tar.gz`;

const PLUGIN = `import { definePlugin } from "@mattermost-deno/plugin";
import { parse } from "npm:yaml@2.9.1";
import { greeting } from "./greeting.ts";

export default definePlugin({
  hooks: {
    messageWillBePosted(_context, post) {
      post.message = greeting(parse(post.message));
    },
  },
});
`;

interface Project extends AsyncDisposable {
  readonly folder: string;
  /** What bundling left beside the plugin's own files, sorted. */
  written(): Promise<string[]>;
}

async function project(inside = "", plugin: string = PLUGIN): Promise<Project> {
  const root = await Deno.realPath(await Deno.makeTempDir({ prefix: "bundle-" }));
  const folder = `${root}${inside}`;
  await Deno.mkdir(`${folder}/assets/deep`, { recursive: true });
  await Deno.writeTextFile(`${folder}/plugin.ts`, plugin);
  await Deno.writeTextFile(
    `${folder}/greeting.ts`,
    "export const greeting = (text: string): string => `Hello, ${text}`;\n",
  );
  await Deno.writeTextFile(`${folder}/assets/deep/${"long-".repeat(25)}ä.txt`, "text");
  const manifest = { id: ID, name: "Packed", version: "1.2.3", server: { runtime: "deno" } };
  await Deno.writeTextFile(`${folder}/plugin.json`, JSON.stringify(manifest));
  return {
    folder,
    written: async () => {
      const entries = await Array.fromAsync(Deno.readDir(`${folder}/dist`));
      return entries.map(({ name }) => name).sort();
    },
    async [Symbol.asyncDispose]() {
      await Deno.remove(root, { recursive: true });
    },
  };
}

async function run(words: readonly string[], env: Record<string, string> = {}) {
  const io = createMemoryIO({ env });
  const code = await main(words, io);
  return { code, out: io.stdout(), err: io.stderr() };
}

/** Bundles, without what needs Go here. */
function bundle(folder: string, ...words: string[]) {
  const out = ["--out", `${folder}/dist/${ID}`, "--no-native-launcher"];
  return run(["bundle", `${folder}/plugin.ts`, ...out, ...words]);
}

Deno.test("the same plugin on two paths gives the same archive, byte for byte", async () => {
  await using first = await project();
  await using second = await project("/somewhere/else entirely");
  const archives: Uint8Array[] = [];
  for (const { folder } of [first, second]) {
    const { code, err } = await bundle(folder, "--no-prove");
    assertEquals([code, err], [0, ""]);
    archives.push(await Deno.readFile(`${folder}/dist/${ARCHIVE}`));
    // Whatever this disk says of modes and times does not count.
    await Deno.chmod(`${folder}/dist/${ID}/server/launch`, 0o600);
    await Deno.chmod(`${folder}/assets/deep`, 0o700);
    await bundle(folder, "--no-prove");
    archives.push(await Deno.readFile(`${folder}/dist/${ARCHIVE}`));
  }
  for (const archive of archives) assertEquals(archive, archives[0]);
});

Deno.test("bundle packs, starts the archive over both protocols, and says what it found", async () => {
  await using source = await project();
  const { code, out, err } = await bundle(source.folder);
  assertEquals([code, err], [0, ""]);
  assertMatch(out, /^com\.example\.packed 1\.2\.3: \S+\n/);
  assertMatch(out, /\d+ KiB of the 100 MiB that a server takes by default\n/);
  assertMatch(out, /SHA-256 [0-9a-f]{64}\n/);
  assertMatch(out, /starts over net\/rpc in \d+ ms; hooks: .*messageWillBePosted/);
  assertMatch(out, /starts over gRPC in \d+ ms; hooks: .*messageWillBePosted/);
  assertEquals(await source.written(), [ID, ARCHIVE]);
  const verified = await run(["verify", `${source.folder}/dist/${ARCHIVE}`]);
  assertEquals([verified.code, verified.err], [0, ""]);
  assertMatch(verified.out, /^com\.example\.packed 1\.2\.3: 10 files, .* as bundling wrote them\n/);
  const sbom = JSON.parse(
    await Deno.readTextFile(`${source.folder}/dist/${ID}/sbom.cdx.json`),
  );
  const parts = sbom.components.map(
    ({ purl, licenses }: { purl: string; licenses?: [{ license?: { id: string } }] }) =>
      `${purl} ${licenses?.[0].license?.id}`,
  );
  assert(parts.includes("pkg:npm/yaml@2.9.1 ISC"), parts.join("\n"));
  assert(parts.includes("pkg:npm/%40grpc/grpc-js@1.14.7 Apache-2.0"), parts.join("\n"));
});

Deno.test("--json says the same for scripts", async () => {
  await using source = await project();
  const { out } = await bundle(source.folder, "--no-prove", "--json");
  const { archive, bytes, fitsUpload, starts, sha256 } = JSON.parse(out);
  assertEquals(archive, `${source.folder}/dist/${ARCHIVE}`);
  assertEquals([bytes, fitsUpload, starts], [(await Deno.stat(archive)).size, true, []]);
  const verified = JSON.parse((await run(["verify", archive, "--json"])).out);
  assertEquals([verified.ok, verified.id, verified.problems], [true, ID, []]);
  assertMatch(sha256, /^[0-9a-f]{64}$/);
});

Deno.test("a plugin that does not start gives no archive, and the older one stays", async () => {
  await using source = await project();
  await bundle(source.folder, "--no-prove");
  const before = await Deno.readFile(`${source.folder}/dist/${ARCHIVE}`);
  // While it is bundled, loading works: there is no cookie then.
  const broken = PLUGIN.replace(
    "export default",
    'if (import.meta.url.includes("/server/")) throw new Error("not on a server");\nexport default',
  );
  await Deno.writeTextFile(`${source.folder}/plugin.ts`, broken);
  const { code, err } = await bundle(source.folder);
  assertEquals(code, 1);
  assertStringIncludes(err, "the bundle does not start, so no archive was written");
  assertStringIncludes(err, "not on a server");
  assertEquals(await source.written(), [ID, ARCHIVE]);
  assertEquals(await Deno.readFile(`${source.folder}/dist/${ARCHIVE}`), before);
});

Deno.test("what killed runs left beside the archive goes away, and what others write stays", async () => {
  await using source = await project();
  const ended = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
  await ended.status;
  const mine = draftPrefix("");
  const killed = mine.replace(`-${Deno.pid}-`, `-${ended.pid}-`);
  const dist = `${source.folder}/dist`;
  await Deno.mkdir(`${dist}/.${ID}${killed}1/server`, { recursive: true });
  await Deno.writeTextFile(`${dist}/.${ARCHIVE}${killed}2`, "half of it");
  await Deno.writeTextFile(`${dist}/.${ARCHIVE}${mine}3`, "still being written");
  assertEquals((await bundle(source.folder, "--no-prove")).code, 0);
  assertEquals(await source.written(), [`.${ARCHIVE}${mine}3`, ID, ARCHIVE]);
});

Deno.test("Ctrl-C at any moment leaves no half-written file and nothing running", async () => {
  await using source = await project();
  const out = ["--out", `${source.folder}/dist/${ID}`, "--no-native-launcher"];
  const words = ["bundle", `${source.folder}/plugin.ts`, ...out];
  const interrupted = async (moment: number) => {
    const controller = new AbortController();
    const io = createMemoryIO({ signal: controller.signal });
    let looks = 0;
    // Each look at the signal is a moment at which it may have come.
    const signal = new Proxy(controller.signal, {
      get(target, name) {
        if (looks++ === moment) controller.abort(new Error("interrupted"));
        const value = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const code = await main(words, { ...io, signal });
    return { code, looks, err: io.stderr(), written: await source.written() };
  };
  const whole = await interrupted(Infinity);
  assertEquals([whole.code, whole.written], [0, [ID, ARCHIVE]]);
  assert(whole.looks >= 15, String(whole.looks));
  await Deno.remove(`${source.folder}/dist/${ARCHIVE}`);
  const random = seededRandom("moments of Ctrl-C");
  const middle = Array.from({ length: 4 }, () => random.integer(1, whole.looks - 4));
  for (const moment of [0, ...middle, whole.looks - 3, whole.looks - 2, whole.looks - 1]) {
    const { code, err, written } = await interrupted(moment);
    assertEquals([code, err], [130, "interrupted\n"], `moment ${moment} of ${whole.looks}`);
    assertEquals(written, [ID], `moment ${moment}`);
  }
});

Deno.test(
  await needing(["unshare"], {
    name: "a full disk is said, and nothing half-written is left on it",
    async fn() {
      await using source = await project();
      await Deno.mkdir(`${source.folder}/dist`);
      // The folder fits, the archive does not, and then not even the folder.
      for (const size of ["3600k", "900k"]) {
        const script = `mount -t tmpfs -o size=${size} tmpfs dist || { echo no mount; exit 9; }
          "$@"; code=$?; ls -A dist; exit $code`;
        const root = new URL("../../", import.meta.url).pathname;
        const { code, stdout, stderr } = await new Deno.Command("unshare", {
          args: [
            ...["-rm", "sh", "-c", script, "sh", Deno.execPath(), "run", "-A"],
            ...[`${root}tools/run.ts`, "run", "-A", `${root}src/cli/mod.ts`],
            ...["bundle", "plugin.ts", "--no-prove", "--no-native-launcher"],
          ],
          cwd: source.folder,
        }).output();
        const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
        if (out === "no mount\n") return;
        assertEquals(code, 1, err);
        assertStringIncludes(err ?? "", "there is no room on that disk; free some");
        assertEquals(out, size === "900k" ? "" : `${ID}\n`);
      }
    },
  }),
);

Deno.test("a signature is checked by verify, and is none of another archive or key", async () => {
  await using source = await project();
  const keys = await makeKeys(source.folder);
  const signed = await bundle(source.folder, "--no-prove", "--sign-key", keys.secret);
  assertEquals([signed.code, signed.err], [0, ""]);
  const archive = `${source.folder}/dist/${ARCHIVE}`;
  assertEquals(await source.written(), [ID, ARCHIVE, `${ARCHIVE}.sig`]);
  const good = await run(["verify", archive, "--public-key", keys.open]);
  assertEquals([good.code, good.err], [0, ""]);
  assertStringIncludes(good.out, "signed by Author <author@example.com>");
  assertStringIncludes((await run(["verify", archive])).out, "was not checked: give its author's");

  const others = await makeKeys(source.folder, "other");
  const other = await run(["verify", archive, "--public-key", others.open]);
  assertEquals(other.code, 1);
  assertStringIncludes(other.err, "the signature is not one of this archive by that key");

  await Deno.writeTextFile(`${source.folder}/greeting.ts`, "export const greeting = String;\n");
  await Deno.copyFile(`${archive}.sig`, `${source.folder}/old.sig`);
  await bundle(source.folder, "--no-prove");
  assertEquals(await source.written(), [ID, ARCHIVE], "an older signature is taken away");
  const old = ["--signature", `${source.folder}/old.sig`, "--public-key", keys.open];
  const stale = await run(["verify", archive, ...old]);
  assertEquals(stale.code, 1);
  assertStringIncludes(stale.err, "the signature is not one of this archive by that key");
});

Deno.test("a key that is locked, or that Mattermost cannot use, is refused before anything is written", async () => {
  await using source = await project();
  const locked = await makeKeys(source.folder, "locked", { passphrase: "s3cret" });
  const without = await bundle(source.folder, "--no-prove", "--sign-key", locked.secret);
  assertEquals(without.code, 1);
  assertStringIncludes(without.err, "is locked; set MM_SIGN_PASSPHRASE");
  const out = ["--out", `${source.folder}/dist/${ID}`, "--no-native-launcher"];
  const words = ["bundle", `${source.folder}/plugin.ts`, ...out];
  const sign = [...words, "--no-prove", "--sign-key", locked.secret];
  const wrong = await run(sign, { MM_SIGN_PASSPHRASE: "wrong" });
  assertStringIncludes(wrong.err, "does not unlock the signing key");
  const edwards = await makeKeys(source.folder, "ed", { type: "curve25519" });
  const unknown = await bundle(source.folder, "--no-prove", "--sign-key", edwards.secret);
  assertStringIncludes(unknown.err, "Mattermost cannot check signatures of");
  assertStringIncludes(unknown.err, "make an RSA key: gpg");
  assertEquals(await source.written(), [ID]);
  const right = await run(sign, { MM_SIGN_PASSPHRASE: "s3cret" });
  assertEquals([right.code, right.err], [0, ""]);
  assertNotEquals(await source.written(), [ID]);
});

/** Keys in files: for signing, and for checking. */
async function makeKeys(
  folder: string,
  name = "author",
  options: { passphrase?: string; type?: "rsa" | "ecc" | "curve25519" } = {},
): Promise<{ secret: string; open: string }> {
  const { generateKey } = await import("openpgp");
  const { type = "ecc", passphrase } = options;
  const { privateKey, publicKey } = await generateKey({
    userIDs: [{ name: "Author", email: "author@example.com" }],
    ...type === "ecc"
      ? { type, curve: "nistP256" }
      : type === "rsa"
      ? { type, rsaBits: 2048 }
      : { type },
    ...passphrase === undefined ? {} : { passphrase },
  });
  const [secret, open] = [`${folder}/${name}.key.asc`, `${folder}/${name}.asc`];
  await Deno.writeTextFile(secret, privateKey);
  await Deno.writeTextFile(open, publicKey);
  return { secret, open };
}
