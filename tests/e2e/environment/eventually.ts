/** Waiting for what another program does in its own time. @module */

/**
 * Asks until there is a value, and gives it. What a server does after it has answered cannot be
 * awaited, only asked for.
 *
 * @throws {Error} naming what was waited for, when the time is over.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  withinMs = 15_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  while (true) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`there is not, after ${withinMs} ms, ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
