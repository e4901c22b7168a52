/**
 * Several streams for one call.
 *
 * @module
 */
import type { DuplexStream } from "../duplex_stream.ts";
import type { MuxBroker } from "./mux_broker.ts";

/** A stream for each number. */
type Dialed<Ids extends readonly number[]> = { [K in keyof Ids]: DuplexStream };

/**
 * Opens the streams with these numbers at once; all of them, or none.
 *
 * @throws {Error} of the first that cannot be opened, when the others are closed
 */
export async function dialAll<const Ids extends readonly number[]>(
  broker: MuxBroker,
  ids: Ids,
): Promise<Dialed<Ids>> {
  const opened = await Promise.allSettled(ids.map((id) => broker.dial(id)));
  const failed = opened.find(({ status }) => status === "rejected");
  if (failed === undefined) {
    return opened.map((one) => (one as PromiseFulfilledResult<DuplexStream>).value) as Dialed<Ids>;
  }
  for (const one of opened) if (one.status === "fulfilled") one.value.reset();
  throw (failed as PromiseRejectedResult).reason;
}
