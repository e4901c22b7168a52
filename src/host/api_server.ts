/** The plugin API on an address for one plugin. @module */

import { serveGrpc } from "../grpc/serve_grpc.ts";
import type { Handler } from "../transport/transport.ts";

/** A listening plugin API. */
export interface APIServer {
  /** What the plugin is given: `unix:PATH` or `127.0.0.1:PORT`. */
  readonly target: string;
  /** Ends it; calls under way get a moment to finish. */
  close(): Promise<void>;
}

// The plugin is gone when its API server is closed, so nobody waits for what is still under way.
const GRACE_MS = 0;

/**
 * Serves the API for one plugin: on a socket in its own folder, or, for plugins that know nothing but
 * TCP, on a free port of 127.0.0.1, where any user of this machine could call it.
 */
export async function serveAPI(
  handler: Handler,
  listen: { readonly path: string } | "tcp",
): Promise<APIServer> {
  const server = await serveGrpc({
    handlers: [handler],
    listen: listen === "tcp" ? { port: 0 } : listen,
  });
  return { target: server.target, close: () => server.stop({ graceMs: GRACE_MS }) };
}
