/**
 * Asking a peer whether it has a streaming method, without any effect.
 *
 * @module
 */
import type { DescMethod } from "@bufbuild/protobuf";
import { errorFromStart, type GrpcChannel } from "./channel.ts";
import { errorFromStatus, statusNumber } from "./status.ts";
import { methodPath } from "./wire_bytes.ts";

const unreachable = new Set([
  statusNumber("UNAVAILABLE"),
  statusNumber("DEADLINE_EXCEEDED"),
  statusNumber("CANCELLED"),
]);

/**
 * Opens the stream and closes it without a message. A peer that has the method answers
 * `INVALID_ARGUMENT`, or whatever it makes of a missing head; one that lacks it, `UNIMPLEMENTED`.
 */
export function probeMethod(
  channel: GrpcChannel,
  method: DescMethod,
  deadline: number,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    try {
      const call = channel.start(methodPath(method), deadline, {
        onMessage: () => call.read(),
        onStatus(status) {
          if (unreachable.has(status.code)) reject(errorFromStatus(status));
          else resolve(status.code !== statusNumber("UNIMPLEMENTED"));
        },
      });
      call.halfClose();
      call.read();
    } catch (error) {
      reject(errorFromStart(error));
    }
  });
}
