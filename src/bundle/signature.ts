import type * as OpenPGP from "openpgp";

/**
 * Signatures of bundles, as Mattermost checks them: detached, OpenPGP, over the whole `.tar.gz`, in
 * a file beside it with `.sig` at its end. The library is loaded when it is needed.
 *
 * @module
 */

/** The ending of a signature's file, after the archive's whole name. */
export const SIGNATURE_ENDING = ".sig";

// Mattermost uses golang.org/x/crypto/openpgp, which knows these algorithms of public keys.
const KNOWN_TO_MATTERMOST = ["rsaEncryptSign", "rsaSign", "dsa", "ecdsa"];
const CURVES = ["nistP256", "nistP384", "nistP521"];

const MAKE_ONE =
  'make an RSA key: gpg --quick-generate-key "You <you@example.com>" rsa4096 sign; ' +
  "export it: gpg --armor --export-secret-keys you@example.com";

/** What to sign, and with what. */
export interface SignOptions {
  /** The archive. */
  readonly bytes: Uint8Array;
  /** The private key, armored. */
  readonly privateKey: string;
  /** Asked for what the private key is locked with, if it is. */
  passphrase(): Promise<string | undefined>;
}

/**
 * Signs an archive.
 *
 * @returns the signature, armored
 * @throws {TypeError} if the key is none, is locked, or if Mattermost could not use it.
 */
export async function signBundle(options: SignOptions): Promise<string> {
  const openpgp = await import("openpgp");
  let key: OpenPGP.PrivateKey;
  try {
    key = await openpgp.readPrivateKey({ armoredKey: options.privateKey });
  } catch (cause) {
    throw new TypeError(
      `the signing key is no armored OpenPGP private key (${
        (cause as Error).message
      }); ${MAKE_ONE}`,
      { cause },
    );
  }
  if (!key.isDecrypted()) key = await unlock(openpgp, key, await options.passphrase());
  const signing = await key.getSigningKey().catch((cause: Error) => {
    throw new TypeError(`the signing key cannot sign: ${cause.message}`, { cause });
  });
  refuseUnknown(signing.getAlgorithmInfo());
  const message = await openpgp.createMessage({ binary: options.bytes });
  return await openpgp.sign({
    message,
    signingKeys: key,
    detached: true,
    format: "armored",
    config: {
      nonDeterministicSignaturesViaNotation: false,
      showComment: false,
      showVersion: false,
      // Newer servers refuse SHA-1, and all know this.
      preferredHashAlgorithm: openpgp.enums.hash.sha512,
    },
  });
}

async function unlock(
  openpgp: typeof OpenPGP,
  privateKey: OpenPGP.PrivateKey,
  passphrase: string | undefined,
): Promise<OpenPGP.PrivateKey> {
  if (passphrase === undefined) {
    throw new TypeError("the signing key is locked; set MM_SIGN_PASSPHRASE to its passphrase");
  }
  try {
    return await openpgp.decryptKey({ privateKey, passphrase });
  } catch (cause) {
    throw new TypeError("the passphrase does not unlock the signing key", { cause });
  }
}

function refuseUnknown({ algorithm, curve }: { algorithm: string; curve?: string }): void {
  const isKnown = KNOWN_TO_MATTERMOST.includes(algorithm) &&
    (curve === undefined || CURVES.includes(curve));
  if (isKnown) return;
  throw new TypeError(
    `Mattermost cannot check signatures of ${algorithm}${curve ? ` on ${curve}` : ""}, only RSA, ` +
      `DSA and ECDSA on NIST's curves; ${MAKE_ONE}`,
  );
}

/** What to check. */
export interface CheckSignatureOptions {
  /** The archive. */
  readonly bytes: Uint8Array;
  /** The signature, armored or binary. */
  readonly signature: Uint8Array;
  /** Public keys, armored or binary: one of them must have made it. */
  readonly publicKey: Uint8Array;
}

/**
 * Checks an archive's signature.
 *
 * @returns who signed, and when in Unix milliseconds
 * @throws {TypeError} if the key or the signature cannot be read, or the signature is not one of
 *   this archive by that key.
 */
export async function checkSignature(
  options: CheckSignatureOptions,
): Promise<
  { readonly fingerprint: string; readonly users: readonly string[]; readonly at: number }
> {
  const openpgp = await import("openpgp");
  const keys = await readEither(
    "the public key",
    options.publicKey,
    (armoredKeys) => openpgp.readKeys({ armoredKeys }),
    (binaryKeys) => openpgp.readKeys({ binaryKeys }),
  );
  const signature = await readEither(
    "the signature",
    options.signature,
    (armoredSignature) => openpgp.readSignature({ armoredSignature }),
    (binarySignature) => openpgp.readSignature({ binarySignature }),
  );
  const message = await openpgp.createMessage({ binary: options.bytes });
  const { signatures } = await openpgp.verify({
    message,
    signature,
    verificationKeys: keys,
    expectSigned: false,
  });
  let reason = "there is none in that file";
  for (const { keyID, verified, signature } of signatures) {
    try {
      await verified;
    } catch (error) {
      reason = (error as Error).message;
      continue;
    }
    const key = keys.find((key) => key.getKeys(keyID).length > 0);
    const { packets: [packet] } = await signature;
    return {
      fingerprint: key?.getFingerprint() ?? keyID.toHex(),
      users: key?.getUserIDs() ?? [],
      at: packet?.created?.getTime() ?? 0,
    };
  }
  throw new TypeError(
    `the signature is not one of this archive by that key: ${reason}; the archive was changed after ` +
      "it was signed, or somebody else signed it",
  );
}

async function readEither<T>(
  what: string,
  bytes: Uint8Array,
  armored: (text: string) => Promise<T>,
  binary: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  const text = new TextDecoder().decode(bytes);
  try {
    return await (/^-----BEGIN PGP/m.test(text) ? armored(text) : binary(bytes));
  } catch (cause) {
    throw new TypeError(`${what} cannot be read as OpenPGP: ${(cause as Error).message}`, {
      cause,
    });
  }
}
