/**
 * An archive cannot be read, or holds something that no bundle may hold. The message names the
 * entry and says what is wrong with it.
 */
export class ArchiveError extends Error {
  /** Tells the error from others, also across copies of this package. */
  override readonly name = "ArchiveError";
  /** The entry's name as the archive has it; undefined where the archive as a whole is meant. */
  readonly entry: string | undefined;

  /** Makes the error; `reason` is the rest of the sentence after the entry's name. */
  constructor(entry: string | undefined, reason: string, options?: ErrorOptions) {
    super(entry === undefined ? reason : `${shown(entry)}: ${reason}`, options);
    this.entry = entry;
  }
}

/** A name as a message may hold it: what it contains must not reach a terminal as it is. */
function shown(name: string): string {
  const text = JSON.stringify(name);
  return text.length > 200 ? `${text.slice(0, 200)}…"` : text;
}
