/**
 * What a check of the parity report found.
 *
 * @module
 */

/** One check. */
export interface Outcome {
  /** What was checked, as a short noun. */
  readonly name: string;
  /** What we have of it, and what there should be. */
  readonly ours: number;
  readonly theirs: number;
  /** Every gap, each a sentence; none where the check passed. */
  readonly gaps: readonly string[];
}
