/** Where in a manifest something is wrong. */
export interface ManifestPlace {
  /** The manifest's path. */
  readonly file: string;
  /** The value's path inside it, such as `server.permissions.net[1]`; empty for the whole. */
  readonly path: string;
  /** The line, counted from 1, where it is known. */
  readonly line?: number | undefined;
  /** The column, counted from 1, where it is known. */
  readonly column?: number | undefined;
}

/**
 * A manifest cannot be used. Its message names the file, the line and column, the value's path,
 * what was expected and what to do.
 */
export class ManifestError extends Error implements ManifestPlace {
  /** Tells the error from others, also across copies of this package. */
  override readonly name = "ManifestError";
  /** The manifest's path. */
  readonly file: string;
  /** The value's path inside it. */
  readonly path: string;
  /** The line, counted from 1, where it is known. */
  readonly line: number | undefined;
  /** The column, counted from 1, where it is known. */
  readonly column: number | undefined;

  /** What is wrong, without the place. */
  readonly reason: string;

  /** Makes the error for one place; `reason` is the rest of the sentence. */
  constructor(place: ManifestPlace, reason: string, options?: ErrorOptions) {
    const position = place.line === undefined ? "" : `:${place.line}:${place.column ?? 1}`;
    const path = place.path === "" ? "" : ` ${place.path}:`;
    super(`${place.file}${position}:${path} ${reason}`, options);
    this.reason = reason;
    this.file = place.file;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
  }
}
