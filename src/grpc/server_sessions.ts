/**
 * What grpc-js leaves out for the connections of its server.
 *
 * @module
 */
import http2 from "node:http2";
import { endLater } from "./goaway.ts";
import { receiveWindowBytes } from "./limits.ts";

/**
 * Runs `create`, which makes an HTTP/2 server through `http2.createServer`, so that this server
 * grants a window of 1 MiB per stream and per connection (grpc-js sets it in its client only, and
 * HTTP/2's own 64 KiB makes the sender wait for every 64 KiB of an upload), and so that a GOAWAY of
 * a client does no harm. Nothing outside of `create` is touched, since it is synchronous.
 */
export function withServerSessions<T>(create: () => T): T {
  const original = http2.createServer;
  const replacement = (options: http2.ServerOptions): http2.Http2Server => {
    const server = original({
      ...options,
      settings: { ...options.settings, initialWindowSize: receiveWindowBytes },
    });
    server.prependListener("session", (session) => {
      endLater(session);
      // Deno's session may be destroyed already; the window is then of no use to anybody.
      if (!session.destroyed) session.setLocalWindowSize(receiveWindowBytes);
    });
    return server;
  };
  http2.createServer = replacement as typeof http2.createServer;
  try {
    return create();
  } finally {
    http2.createServer = original;
  }
}
