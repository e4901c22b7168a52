/**
 * Numbers for streams, none of which is used twice.
 *
 * @module
 */
import { MAX_UINT32 } from "./frame.ts";
import { YamuxError } from "./yamux_error.ts";

/**
 * Gives the numbers of one side: odd ones to the client, even ones to the server.
 *
 * @param first where to begin, of the right kind; the first one by default
 */
export function streamIds(side: "client" | "server", first?: number): () => number {
  let next = first ?? (side === "client" ? 1 : 2);
  return () => {
    if (next > MAX_UINT32) {
      throw new YamuxError(
        "IDS_EXHAUSTED",
        "this session has opened 2,147,483,647 streams and has no number left for another one; " +
          "open a new connection",
      );
    }
    const id = next;
    next += 2;
    return id;
  };
}

/** Whether a stream with this number is one that the peer of `side` may open. */
export function isPeerId(side: "client" | "server", id: number): boolean {
  return id !== 0 && (id % 2 === 1) === (side === "server");
}
