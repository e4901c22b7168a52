/**
 * What goes wrong with a session or with one of its streams.
 *
 * @module
 */

/**
 * - `PROTOCOL`: the peer has sent what yamux does not allow; the session is over.
 * - `CONNECTION`: reading or writing the connection failed; the session is over.
 * - `SESSION_ENDED`: the session ended under a stream or a call; `cause` says why, if not normally.
 * - `RESET`: the stream was broken off, by the peer or by this side.
 * - `CLOSED`: something was asked of a stream, or of its half, after this side had closed it.
 * - `GO_AWAY`: the peer takes no new streams.
 * - `IDS_EXHAUSTED`: the session has used all of its stream numbers; open a new connection.
 * - `TIMEOUT`: the peer did not answer in time.
 * - `OVERLOADED`: the peer asks on without reading the answers; the session is over.
 */
export type YamuxErrorCode =
  | "PROTOCOL"
  | "CONNECTION"
  | "SESSION_ENDED"
  | "RESET"
  | "CLOSED"
  | "GO_AWAY"
  | "IDS_EXHAUSTED"
  | "TIMEOUT"
  | "OVERLOADED";

/** A failure of a session or of a stream. */
export class YamuxError extends Error {
  override readonly name = "YamuxError";
  /** What kind of failure it is. */
  readonly code: YamuxErrorCode;

  /** Makes the error; the message is to say what happened and what was expected. */
  constructor(code: YamuxErrorCode, message: string, options?: ErrorOptions) {
    super(`yamux: ${message}`, options);
    this.code = code;
  }
}
