/**
 * What carries a session.
 *
 * @module
 */

/** A reliable connection in both directions; every `Deno.Conn` is one. */
export interface YamuxConnection {
  /** Reads into `into`; gives how many bytes came, or null at the end of the connection. */
  read(into: Uint8Array): Promise<number | null>;
  /** Writes a part of `bytes` or all of it; gives how many bytes were taken. */
  write(bytes: Uint8Array): Promise<number>;
  /** Ends both directions; reads and writes under way settle. */
  close(): void;
}
