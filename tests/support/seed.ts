/**
 * Random values that come out the same on every run: the seed is fixed unless `TEST_SEED` gives
 * another one, and it is printed, so that a failure can be run again.
 *
 * @module
 */

/** Numbers that look random and depend on the seed alone. */
export interface Random {
  /** The seed that they come from. */
  readonly seed: number;
  /** The next number, at least 0 and below 1. */
  next(): number;
  /** The next whole number, at least `low` and at most `high`. */
  integer(low: number, high: number): number;
  /** One of the items. */
  pick<T>(items: readonly [T, ...T[]]): T;
  /** So many bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** The seed of this run, from `TEST_SEED` if that is set. */
export function testSeed(): number {
  const text = Deno.env.get("TEST_SEED") || "1";
  const seed = Number(text);
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new Error(`TEST_SEED is "${text}"; set it to a whole number from 0, such as 42.`);
}

/** Begins a row of random values for a test and prints the seed under the test's title. */
export function seededRandom(title: string, seed: number = testSeed()): Random {
  console.log(`seed of ${title}: ${seed}`);
  return randomFrom(seed);
}

/** The same without printing. */
export function randomFrom(seed: number): Random {
  // Weyl sequence with a mixing step (splitmix32): short, and even for neighbouring seeds.
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const next = () => word() / 2 ** 32;
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    seed,
    next,
    integer,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    bytes: (length) => Uint8Array.from({ length }, () => word() & 0xff),
  };
}
