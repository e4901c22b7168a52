/**
 * What goes wrong with gob.
 *
 * @module
 */

/**
 * Bytes that are no gob, values that do not fit the wanted type, or values that gob cannot hold.
 * `offset` counts the bytes of the stream before the place, where bytes were read.
 */
export class GobError extends Error {
  override readonly name = "GobError";
  /** Bytes of the stream before the place; undefined where a value was to be written. */
  readonly offset: number | undefined;
  /** What was wrong, without type and place. */
  readonly reason: string;
  /** The Go type that was being read or written. */
  readonly goType: string;

  /** Makes the error; the message is to say what was wrong and what was expected. */
  constructor(message: string, goType: string, offset?: number) {
    super(
      offset === undefined
        ? `gob: ${goType}: ${message}`
        : `gob: ${goType} at byte ${offset} of the stream: ${message}`,
    );
    this.reason = message;
    this.offset = offset;
    this.goType = goType;
  }
}
