/**
 * Streams of this side on their way to being accepted. A peer resets streams beyond its backlog, so
 * only so many are announced at a time; the others wait.
 *
 * @module
 */
import { createDeadlines } from "./deadlines.ts";
import type { YamuxSettings } from "./options.ts";
import type { StreamState } from "./stream.ts";
import { YamuxError } from "./yamux_error.ts";

/** Streams that the peer has not accepted yet. */
export interface Openings {
  /** A new stream; it is told when it may be announced. */
  add(stream: StreamState): void;
  /** The stream was accepted, or is gone. */
  delete(stream: StreamState): void;
  /** Those which the peer has not heard of. */
  readonly waiting: ReadonlySet<StreamState>;
  /** Nothing is opened any more. */
  clear(): void;
}

/** Makes the list of a session; `allow` is called when a stream may be announced. */
export function createOpenings(
  settings: YamuxSettings,
  allow: (stream: StreamState) => void,
): Openings {
  const waiting = new Set<StreamState>();
  const announced = new Set<StreamState>();
  const late = createDeadlines<StreamState>(
    settings.clock,
    settings.openTimeoutMs,
    (stream) => {
      const why = `the peer has not accepted stream ${stream.id} in ${settings.openTimeoutMs} ms`;
      stream.abort(new YamuxError("TIMEOUT", why));
    },
  );
  const announce = () => {
    for (const stream of waiting) {
      if (announced.size >= settings.maxUnacceptedStreams) return;
      waiting.delete(stream);
      announced.add(stream);
      late.add(stream);
      allow(stream);
    }
  };
  return {
    add(stream) {
      waiting.add(stream);
      announce();
    },
    delete(stream) {
      if (waiting.delete(stream) || !announced.delete(stream)) return;
      late.delete(stream);
      announce();
    },
    waiting,
    clear() {
      waiting.clear();
      announced.clear();
      late.clear();
    },
  };
}
