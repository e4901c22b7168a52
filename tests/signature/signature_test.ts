import { assertEquals, assertNotEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { checkSignature, signBundle } from "../../src/bundle/signature.ts";
import { needing } from "../support/needs.ts";
import { seededRandom } from "../support/seed.ts";
import { buildChecker } from "./check_with_go.ts";

interface Signed extends AsyncDisposable {
  readonly folder: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fingerprint: string;
}

const KINDS = ["rsa", "ecc"] as const;

/** A file of random bytes with its signature and the public key beside it, armored and not. */
async function signedFile(kind: typeof KINDS[number]): Promise<Signed> {
  const { generateKey, readKey, readSignature } = await import("openpgp");
  const folder = await Deno.makeTempDir({ prefix: "signed-" });
  const { privateKey, publicKey } = await generateKey({
    userIDs: [{ name: "Author", email: "author@example.com" }],
    ...kind === "rsa" ? { type: "rsa", rsaBits: 2048 } : { type: "ecc", curve: "nistP384" },
  });
  const bytes = seededRandom(`a signed file (${kind})`).bytes(100_000);
  const signature = await signBundle({ bytes, privateKey, passphrase: () => fail() });
  const key = await readKey({ armoredKey: publicKey });
  await Deno.writeFile(`${folder}/file`, bytes);
  await Deno.writeTextFile(`${folder}/file.sig`, signature);
  await Deno.writeTextFile(`${folder}/key.asc`, publicKey);
  const binary = (await readSignature({ armoredSignature: signature })).write();
  await Deno.writeFile(`${folder}/binary.sig`, binary as Uint8Array);
  await Deno.writeFile(`${folder}/key.gpg`, key.write());
  const changed = bytes.slice();
  changed[5_000]! ^= 1;
  await Deno.writeFile(`${folder}/changed`, changed);
  return {
    folder,
    bytes,
    fingerprint: key.getFingerprint().toUpperCase(),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

function fail(): never {
  throw new Error("an open key asks for nothing");
}

async function run(program: string, args: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await new Deno.Command(program, { args, env }).output();
  const text = new TextDecoder();
  return { code, out: text.decode(stdout).trim(), err: text.decode(stderr).trim() };
}

Deno.test("signatures and keys are read armored and binary; one flipped bit is noticed", async () => {
  for (const kind of KINDS) {
    await using signed = await signedFile(kind);
    const { folder, bytes } = signed;
    for (const [key, sig] of [["key.asc", "file.sig"], ["key.gpg", "binary.sig"]]) {
      const publicKey = await Deno.readFile(`${folder}/${key}`);
      const signature = await Deno.readFile(`${folder}/${sig}`);
      const by = await checkSignature({ bytes, signature, publicKey });
      assertEquals(by.fingerprint.toUpperCase(), signed.fingerprint);
      assertEquals(by.users, ["Author <author@example.com>"]);
      await assertRejects(
        async () =>
          await checkSignature({
            bytes: await Deno.readFile(`${folder}/changed`),
            signature,
            publicKey,
          }),
        TypeError,
        "the archive was changed after it was signed",
      );
    }
    await assertRejects(
      () => checkSignature({ bytes, signature: bytes, publicKey: bytes }),
      TypeError,
      "the public key cannot be read as OpenPGP",
    );
  }
});

Deno.test(
  await needing(["go"], {
    name: "the Go library that Mattermost checks signatures with takes ours",
    async fn() {
      const checker = await buildChecker();
      for (const kind of KINDS) {
        await using signed = await signedFile(kind);
        const at = (name: string) => `${signed.folder}/${name}`;
        for (const [key, sig] of [["key.asc", "file.sig"], ["key.gpg", "binary.sig"]] as const) {
          const good = await run(checker, [at(key), at("file"), at(sig)]);
          assertEquals(good, { code: 0, out: signed.fingerprint, err: "" });
          const changed = await run(checker, [at(key), at("changed"), at(sig)]);
          assertEquals(changed.code, 1);
          assertStringIncludes(changed.err, "invalid signature");
        }
      }
    },
  }),
);

Deno.test(
  await needing(["gpg"], {
    name: "gpg takes our signatures, and we take gpg's keys and signatures",
    async fn() {
      await using signed = await signedFile("rsa");
      const { folder } = signed;
      const home = `${folder}/gnupg`;
      await Deno.mkdir(home, { mode: 0o700 });
      const gpg = (...args: string[]) =>
        run("gpg", ["--batch", "--homedir", home, "--pinentry-mode", "loopback", ...args]);
      try {
        assertEquals((await gpg("--import", `${folder}/key.asc`)).code, 0);
        const good = await gpg("--verify", `${folder}/file.sig`, `${folder}/file`);
        assertEquals(good.code, 0, good.err);
        assertNotEquals(
          (await gpg("--verify", `${folder}/file.sig`, `${folder}/changed`)).code,
          0,
        );

        const user = "Other <other@example.com>";
        const made = await gpg(
          "--passphrase",
          "s3cret",
          "--quick-gen-key",
          user,
          "rsa2048",
          "sign",
        );
        assertEquals(made.code, 0, made.err);
        const secret = await gpg("--passphrase", "s3cret", "--armor", "--export-secret-keys", user);
        const open = await gpg("--armor", "--export", user);
        const publicKey = new TextEncoder().encode(open.out);
        const signature = await signBundle({
          bytes: signed.bytes,
          privateKey: secret.out,
          passphrase: () => Promise.resolve("s3cret"),
        });
        await Deno.writeTextFile(`${folder}/ours.sig`, signature);
        const ours = await gpg("--verify", `${folder}/ours.sig`, `${folder}/file`);
        assertEquals(ours.code, 0, ours.err);

        const theirs = `${folder}/theirs.sig`;
        const args = ["--passphrase", "s3cret", "--local-user", user, "--output", theirs];
        const signing = await gpg(...args, "--detach-sign", `${folder}/file`);
        assertEquals(signing.code, 0, signing.err);
        const by = await checkSignature({
          bytes: signed.bytes,
          signature: await Deno.readFile(theirs),
          publicKey,
        });
        assertEquals(by.users, [user]);
      } finally {
        // gpg leaves a program running that keeps keys.
        await run("gpgconf", ["--homedir", home, "--kill", "all"]);
      }
    },
  }),
);
