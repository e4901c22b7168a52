/** Where two pieces of bytes first differ, the end of one of them included; undefined if nowhere. */
export function firstDifference(first: Uint8Array, second: Uint8Array): number | undefined {
  const length = Math.max(first.length, second.length);
  for (let at = 0; at < length; at++) if (first[at] !== second[at]) return at;
  return undefined;
}
