/**
 * The line in which a step says what came of it, for people and for `tools/ci.ts`:
 * `result: 12 passed, 0 failed, 1 skipped`.
 *
 * @module
 */

/** How many things were tried, and what came of them. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Nothing tried yet. */
export const NOTHING: Result = { passed: 0, failed: 0, skipped: 0 };

/** Both together. */
export function sum(one: Result, other: Result): Result {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** The line itself. */
export function resultLine({ passed, failed, skipped }: Result): string {
  return `result: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

const LINE = /^result: (\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/**
 * The last such line in a program's output; undefined when there is none. Earlier ones may come
 * from programs that were tried out on the way.
 */
export function readResult(output: string): Result | undefined {
  for (const line of output.split(/\r?\n/).reverse()) {
    const match = LINE.exec(withoutColours(line).trim());
    if (!match) continue;
    return {
      passed: Number(match[1]),
      failed: Number(match[2]),
      skipped: Number(match[3] ?? 0),
    };
  }
  return undefined;
}

function withoutColours(text: string): string {
  // deno-lint-ignore no-control-regex -- colours begin with the control character ESC
  return text.replaceAll(/\x1b\[[0-9;]*m/g, "");
}
