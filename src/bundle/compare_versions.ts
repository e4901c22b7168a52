/**
 * Orders versions as semver does, as far as numbers and "before a release" go: below 0 where the first
 * is older.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => {
    const [core = "", pre] = text.split("+")[0]?.split(/-(.*)/s) ?? [];
    return { numbers: core.split(".").map((part) => Number.parseInt(part, 10) || 0), pre };
  });
  for (let at = 0; at < 3; at++) {
    const difference = (a?.numbers[at] ?? 0) - (b?.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a?.pre === b?.pre) return 0;
  if (a?.pre === undefined) return 1;
  if (b?.pre === undefined) return -1;
  return comparePre(a.pre, b.pre);
}

function comparePre(one: string, other: string): number {
  const [a, b] = [one.split("."), other.split(".")];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    if (x === y) continue;
    const [m, n] = [x, y].map((part) => /^\d+$/.test(part) ? Number(part) : undefined);
    if (m !== undefined && n !== undefined) return m - n;
    if (m !== undefined) return -1;
    if (n !== undefined) return 1;
    return x < y ? -1 : 1;
  }
  return 0;
}
