/**
 * @module
 */

/**
 * Listens for SIGTERM and ignores SIGINT: from a terminal that reaches the host too, which ends its
 * plugins in its own order. Returns what ends the listening.
 */
export function listenForSignals(onTerminate: () => void): () => void {
  const ignore = () => {};
  Deno.addSignalListener("SIGTERM", onTerminate);
  Deno.addSignalListener("SIGINT", ignore);
  return () => {
    Deno.removeSignalListener("SIGTERM", onTerminate);
    Deno.removeSignalListener("SIGINT", ignore);
  };
}
