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
  /** Sends bytes; resolves when the peer's window has taken them all. */
  write(bytes: Uint8Array): Promise<void>;
  /** Says that no more bytes follow; reading goes on. */
  closeWrite(): void;
  /** Ends both directions; what was written still arrives. */
  close(): void;
  /** Breaks the stream off; the peer sees an error instead of an end. */
  reset(): void;
}
