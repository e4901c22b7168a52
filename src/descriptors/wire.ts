/**
 * protobuf's wire format, in strings that have one character for each byte. Parts of a string cost
 * nothing, and names can be taken out of it as they are.
 *
 * @module
 */

/** What base64 stands for: as `atob()`, which takes Deno three times as long. */
export function bytesOf(base64: string): string {
  const bytes = Uint8Array.fromBase64(base64);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += MAX_ARGUMENTS) {
    // Spread would take the bytes one by one.
    const some = bytes.subarray(at, at + MAX_ARGUMENTS) as unknown as number[];
    parts.push(String.fromCharCode.apply(null, some));
  }
  return parts.join("");
}

const MAX_ARGUMENTS = 8192;

/**
 * Visits the fields of a message: their numbers, and integers as numbers of 32 bits, anything else
 * as bytes.
 *
 * @throws {Error} for what no descriptor has, and where the bytes end too early.
 */
export function eachField(
  bytes: string,
  visit: (number: number, value: number | string) => void,
): void {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes.charCodeAt(at++);
      // Negative numbers have 64 bits, of which the upper ones say nothing new.
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw new Error("A descriptor is cut short, or holds an integer that is too long.");
  };
  while (at < bytes.length) {
    const tag = varint();
    const number = tag >>> 3;
    switch (tag & 7) {
      case 0:
        visit(number, varint());
        break;
      case 2: {
        const length = varint();
        const from = at;
        at += length;
        if (length < 0 || at > bytes.length) throw new Error("A descriptor is cut short.");
        visit(number, bytes.slice(from, at));
        break;
      }
      default:
        throw new Error(`A descriptor has a field of wire type ${tag & 7}.`);
    }
  }
}

/** The bytes as text. @throws {Error} where it is not ASCII, which names in descriptors are. */
export function asciiText(bytes: string): string {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes.charCodeAt(at) > 127) throw new Error("A name in a descriptor is not ASCII.");
  }
  return bytes;
}
