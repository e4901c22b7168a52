/**
 * The services that a go-plugin host expects of every plugin, beside the health service: broker,
 * stdio and controller.
 *
 * @see https://github.com/hashicorp/go-plugin
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  type ConnInfo,
  ConnInfoSchema,
  GRPCBroker,
} from "../../gen/hashicorp/go_plugin/grpc_broker_pb.ts";
import { EmptySchema, GRPCController } from "../../gen/hashicorp/go_plugin/grpc_controller_pb.ts";
import { GRPCStdio } from "../../gen/hashicorp/go_plugin/grpc_stdio_pb.ts";
import { answerAtOnce, openStreams } from "./background_call.ts";
import type { BackgroundService } from "./serve_grpc.ts";
import { methodPath } from "./wire_bytes.ts";

/** The names under which a go-plugin host asks for a plugin's health: its own, and none. */
export const goPluginHealthNames: readonly string[] = ["plugin", ""];

/**
 * Serves broker, stdio and controller.
 *
 * - The broker's stream is accepted and stays open; a plugin of this package announces no listeners
 *   and refuses to take part in the host's.
 * - The stdio stream stays open and silent: output becomes log lines on stderr, where hosts of every
 *   version look.
 * - `Shutdown` is answered, then `onShutdown` is called.
 */
export function goPluginServices(onShutdown: () => void): BackgroundService {
  const broker = openStreams(GRPCBroker.method.startStream, (stream, message) => {
    const { serviceId, knock } = message as ConnInfo;
    if (knock?.knock !== true || knock.ack) return;
    const error = "this plugin brokers no connections";
    stream.send(create(ConnInfoSchema, { serviceId, knock: { knock: true, ack: true, error } }));
  });
  const stdio = openStreams(GRPCStdio.method.streamStdio, () => {});
  const { shutdown } = GRPCController.method;

  return {
    methods: new Map([
      [methodPath(GRPCBroker.method.startStream), broker.method],
      [methodPath(GRPCStdio.method.streamStdio), stdio.method],
      [methodPath(shutdown), answerAtOnce(shutdown, () => create(EmptySchema), onShutdown)],
    ]),
    onStop() {
      broker.closeAll();
      stdio.closeAll();
    },
  };
}
