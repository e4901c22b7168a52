/**
 * Go's signed varints (`binary.PutVarint`): the number zigzagged, seven bits a byte.
 *
 * @module
 */

/** The bytes of a number from 0 to 2^31 - 1. */
export function putVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value * 2;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return new Uint8Array(bytes);
}

/** Reads such numbers out of bytes that come in pieces. */
export function varintReader(): { push(bytes: Uint8Array): number[] } {
  let value = 0;
  let scale = 1;
  return {
    push(bytes) {
      const numbers: number[] = [];
      for (const byte of bytes) {
        value += (byte & 0x7f) * scale;
        scale *= 0x80;
        if (byte >= 0x80) {
          if (scale > Number.MAX_SAFE_INTEGER) throw new RangeError("a varint is too long");
          continue;
        }
        numbers.push(value % 2 === 0 ? value / 2 : -(value + 1) / 2);
        value = 0;
        scale = 1;
      }
      return numbers;
    },
  };
}
