/** The alphabet of z-base-32, which Mattermost writes its ids in. */
const alphabet = "ybndrfg8ejkmcpqxot1uwisza345h769";

/** Every id has this many characters: 128 random bits, five a character. */
export const idLength = 26;

const idPattern = /^[a-z0-9]{26}$/;

/**
 * Makes a new id: 26 characters of z-base-32, as Mattermost's `model.NewId`.
 *
 * @param random Fills the bytes given to it; the default is the system's cryptographic source.
 * @returns A 26-character id.
 */
export function newId(
  random: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  let id = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += alphabet[(held >> bits) & 31];
    }
  }
  return id + alphabet[(held << (5 - bits)) & 31];
}

/** Whether a text has the form of an id: 26 lower-case letters and digits. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}
