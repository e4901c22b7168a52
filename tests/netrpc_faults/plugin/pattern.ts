/** Bytes that tell their own place, so that none can be lost or swapped unseen. @module */

/** The byte at a place. */
export function byteAt(place: number): number {
  return (place * 31 + (place >>> 8) * 7 + (place >>> 16)) & 0xff;
}

/** So many bytes from a place on. */
export function pattern(from: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = byteAt(from + at);
  return bytes;
}

/** Takes the bytes in their order and says where they differ. */
export function patternCheck(): { take(bytes: Uint8Array): void; readonly result: string } {
  let place = 0;
  let wrong = -1;
  return {
    take(bytes) {
      for (let at = 0; at < bytes.length && wrong < 0; at++) {
        if (bytes[at] !== byteAt(place + at)) wrong = place + at;
      }
      place += bytes.length;
    },
    get result() {
      return wrong < 0 ? `${place} bytes, all right` : `${place} bytes, wrong at ${wrong}`;
    },
  };
}
