/** What a server makes of signatures of bundles. @module */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { signBundle } from "../../../src/bundle/signature.ts";
import { randomFrom } from "../../support/seed.ts";
import type { Check, CheckStage } from "../check.ts";
import { buildSignatureChecker } from "../environment/signature_checker.ts";

/** Uploads take no signature, so the code is asked that a server runs for plugins beside it. */
export const signature: readonly Check<CheckStage>[] = [{
  name: "the server's own code takes the signature of a bundle, and of nothing else",
  // Built for the first time, it takes as long as the server.
  seconds: 900,
  only: "deno",
  async run() {
    const { generateKey } = await import("openpgp");
    const checker = await buildSignatureChecker();
    const folder = await Deno.makeTempDir({ prefix: "e2e-signature-" });
    const at = (name: string) => `${folder}/${name}`;
    const check = async (archive: string, key: string) => {
      const args = [at(key), at(archive), at("archive.sig")];
      const { code, stderr } = await new Deno.Command(checker, { args }).output();
      return { code, err: new TextDecoder().decode(stderr) };
    };
    try {
      const bytes = randomFrom(1).bytes(50_000);
      await Deno.writeFile(at("archive"), bytes);
      await Deno.writeFile(at("changed"), bytes.with(100, (bytes[100] ?? 0) ^ 1));
      for (
        const kind of [{ type: "rsa", rsaBits: 2048 }, { type: "ecc", curve: "nistP256" }] as const
      ) {
        const userIDs = [{ name: "Author" }];
        const { privateKey, publicKey } = await generateKey({ userIDs, ...kind });
        const other = await generateKey({ userIDs, ...kind });
        await Deno.writeTextFile(at("key"), publicKey);
        await Deno.writeTextFile(at("other"), other.publicKey);
        const passphrase = () => Promise.resolve(undefined);
        const signed = await signBundle({ bytes, privateKey, passphrase });
        await Deno.writeTextFile(at("archive.sig"), signed);
        assertEquals(await check("archive", "key"), { code: 0, err: "" });
        assertStringIncludes((await check("changed", "key")).err, "invalid signature");
        assertStringIncludes((await check("archive", "other")).err, "signature made by unknown");
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
}];
