/**
 * What net/rpc needs of a yamux stream.
 *
 * @module
 */

/** Bytes both ways, each with an end of its own. */
export interface DuplexStream {
  /**
   * The next bytes, or null at their end. The peer may send more only as fast as they are read.
   * Rejects when the stream was reset or the connection is lost.
   */
  read(): Promise<Uint8Array | null>;
  /**
   * Gives bytes to `callback` in the turn in which they arrive, and at last null: the end, or, with
   * an error, the break. What it was given counts as read. It takes the place of `read()`.
   */
  onData(callback: (bytes: Uint8Array | null, error?: Error) => void): void;
  /** Sends bytes; resolves when the peer's window has taken them all. */
  write(bytes: Uint8Array): Promise<void>;
  /** Says that no more bytes follow; reading goes on. */
  closeWrite(): void;
  /** Ends both directions; what was written still arrives. */
  close(): void;
  /** Breaks the stream off; the peer sees an error instead of an end. */
  reset(): void;
}
