/**
 * What a peer may send at most.
 *
 * @module
 */

/** Bounds of a decoder. What goes beyond one is an error, found before memory is spent on it. */
export interface GobLimits {
  /** Bytes of one value, all of its messages together. */
  readonly maxBytes: number;
  /** How deep values may lie in values. */
  readonly maxDepth: number;
  /** Types that a peer may define on one stream. */
  readonly maxTypes: number;
  /** Elements of all lists and maps of one value, and fields of all its structs, together. */
  readonly maxElements: number;
  /** Messages that one value may be cut into, beside definitions of types. */
  readonly maxCuts: number;
}

/** The bounds where nothing else is said. */
export const defaultLimits: GobLimits = {
  maxBytes: 128 * 1024 * 1024,
  maxDepth: 200,
  maxTypes: 5000,
  maxElements: 8_000_000,
  maxCuts: 64,
};
