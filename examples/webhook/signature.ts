/** Signatures of webhooks: `sha256=` and the HMAC of the body, in hexadecimal digits. */

/** Makes the signature of a body. */
export async function signatureOf(secret: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  return `sha256=${
    new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(secret), body)).toHex()
  }`;
}

/** Whether a body was signed with the secret. It takes as long whatever digit is wrong. */
export async function isSignedBy(
  secret: string,
  body: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<boolean> {
  const digits = /^sha256=([0-9a-f]{64})$/.exec(signature)?.[1];
  if (digits === undefined) return false;
  return await crypto.subtle.verify("HMAC", await keyOf(secret), Uint8Array.fromHex(digits), body);
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = new TextEncoder().encode(secret);
  return await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign", "verify"]);
}
