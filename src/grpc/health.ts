/**
 * The standard health service.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 * @module
 */
import { create } from "@bufbuild/protobuf";
import {
  Health,
  type HealthCheckRequest,
  HealthCheckResponse_ServingStatus as ServingStatus,
  HealthCheckResponseSchema,
} from "../../gen/grpc/health/v1/health_pb.ts";
import { TransportError } from "../transport/transport_error.ts";
import { answerAtOnce, type OpenStream, openStreams } from "./background_call.ts";
import type { BackgroundService } from "./serve_grpc.ts";
import { methodPath } from "./wire_bytes.ts";

/** A health service. */
export interface HealthService extends BackgroundService {
  /** Says whether the server takes calls; those who watch are told. Stopping says no by itself. */
  setServing(serving: boolean): void;
}

/** Serves the health of `services`; the empty name stands for the server as a whole. */
export function healthService(services: readonly string[]): HealthService {
  let status = ServingStatus.SERVING;
  const answer = () => create(HealthCheckResponseSchema, { status });
  const watchers = new Set<OpenStream>();

  const watch = openStreams(Health.method.watch, (stream, request) => {
    const { service } = request as HealthCheckRequest;
    if (services.includes(service)) {
      watchers.add(stream);
      stream.send(answer());
    } else {
      stream.send(create(HealthCheckResponseSchema, { status: ServingStatus.SERVICE_UNKNOWN }));
    }
  }, (stream) => watchers.delete(stream));

  const setServing = (serving: boolean) => {
    const now = serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    if (now === status) return;
    status = now;
    for (const stream of watchers) stream.send(answer());
  };

  return {
    methods: new Map([
      [
        methodPath(Health.method.check),
        answerAtOnce(Health.method.check, (request) => {
          const { service } = request as HealthCheckRequest;
          if (services.includes(service)) return answer();
          throw new TransportError("NOT_FOUND", `no service ${JSON.stringify(service)} here`);
        }),
      ],
      [methodPath(Health.method.watch), watch.method],
    ]),
    setServing,
    onStop() {
      setServing(false);
      watch.closeAll();
    },
  };
}
