/** Asking a plugin whether it is well, with go-plugin's health service. @module */

import { create } from "@bufbuild/protobuf";
import {
  Health,
  HealthCheckRequestSchema,
  HealthCheckResponse_ServingStatus,
} from "../../gen/grpc/health/v1/health_pb.ts";
import type { Transport } from "../transport/transport.ts";

/** How often and how patiently a plugin's health is checked. */
export interface HealthOptions {
  /** Milliseconds between checks. Default: 30,000, as Mattermost. */
  readonly intervalMs?: number;
  /** Milliseconds within which one ping must be answered. Default: 10,000. */
  readonly timeoutMs?: number;
  /** Pings in a row that must fail before the plugin counts as failed. Default: 3, as Mattermost. */
  readonly attempts?: number;
}

/** One ping: resolves when the plugin answers and does not say that it is not serving. */
export async function ping(transport: Transport, timeoutMs: number): Promise<void> {
  const request = create(HealthCheckRequestSchema, { service: "plugin" });
  const { status } = await transport.call(Health.method.check, request, { timeoutMs });
  if (status === HealthCheckResponse_ServingStatus.NOT_SERVING) {
    throw new Error("the plugin says that it is not serving");
  }
}

/** Pings until one is answered, at most `attempts` times; the last error is thrown. */
export async function checkHealth(
  transport: Transport,
  { attempts = 3, timeoutMs = 10_000 }: HealthOptions = {},
): Promise<void> {
  for (let attempt = 1;; attempt++) {
    try {
      return await ping(transport, timeoutMs);
    } catch (error) {
      if (attempt >= attempts) throw error;
    }
  }
}
