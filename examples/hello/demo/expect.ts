/** Something in the demo that did not come out as it must. */
export class Surprise extends Error {
  override readonly name = "Surprise";
}

let passed = 0;

/** How many expectations have held so far. */
export function expectationsHeld(): number {
  return passed;
}

/** Expects two values to have the same JSON. */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  if (got !== wanted) throw new Surprise(`${what}: expected ${wanted}, but it was ${got}.`);
  passed++;
}

/** Expects something to be so. */
export function expectThat(what: string, holds: boolean, found: string): void {
  if (!holds) throw new Surprise(`${what}, but ${found}.`);
  passed++;
}

/** Expects work to be refused with a text that matches; gives the whole text. */
export async function expectRefusal(
  what: string,
  work: Promise<unknown>,
  pattern: RegExp,
): Promise<string> {
  let result: unknown;
  try {
    result = await work;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    expectThat(
      `${what}: expected a refusal like ${pattern}`,
      pattern.test(said),
      `it was: ${said}`,
    );
    return said;
  }
  throw new Surprise(`${what}: expected a refusal, but it went through: ${Deno.inspect(result)}.`);
}
