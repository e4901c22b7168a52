import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { EmptySchema as NothingSchema } from "@bufbuild/protobuf/wkt";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  Health,
  HealthCheckRequestSchema,
  HealthCheckResponse_ServingStatus as ServingStatus,
  HealthCheckResponseSchema,
} from "../../gen/grpc/health/v1/health_pb.ts";
import { ConnInfoSchema, GRPCBroker } from "../../gen/hashicorp/go_plugin/grpc_broker_pb.ts";
import { EmptySchema, GRPCController } from "../../gen/hashicorp/go_plugin/grpc_controller_pb.ts";
import { GRPCStdio } from "../../gen/hashicorp/go_plugin/grpc_stdio_pb.ts";
import { rawCall } from "../../tests/transport/raw_grpc.ts";
import { TransportError } from "../transport/transport_error.ts";
import { openChannel } from "./channel.ts";
import { connectGrpc } from "./connect_grpc.ts";
import { goPluginHealthNames, goPluginServices } from "./go_plugin_services.ts";
import { type HealthService, healthService } from "./health.ts";
import { type GrpcServer, serveGrpc } from "./serve_grpc.ts";
import { methodPath } from "./wire_bytes.ts";

async function withServices(
  use: (server: GrpcServer, health: HealthService, shutdowns: () => number) => Promise<void>,
): Promise<void> {
  let shutdowns = 0;
  const health = healthService(goPluginHealthNames);
  const server = await serveGrpc({
    handlers: [],
    listen: { port: 0 },
    background: [health, goPluginServices(() => shutdowns++)],
  });
  try {
    await use(server, health, () => shutdowns);
  } finally {
    await server.stop({ graceMs: 0 });
  }
}

/** Opens a stream with one message; gives the next message, or the status number at its end. */
async function openStream(target: string, path: string, first: Uint8Array) {
  const channel = openChannel(target);
  await channel.ready(2000, undefined);
  const waiting: ((value: Uint8Array | number) => void)[] = [];
  const arrived: (Uint8Array | number)[] = [];
  const arrive = (value: Uint8Array | number) => {
    const next = waiting.shift();
    if (next === undefined) arrived.push(value);
    else next(value);
  };
  const call = channel.start(path, Infinity, {
    onMessage: arrive,
    onStatus: ({ code }) => arrive(code),
  });
  call.send(first, () => {});
  return {
    next(): Promise<Uint8Array | number> {
      call.read();
      const value = arrived.shift();
      return value !== undefined
        ? Promise.resolve(value)
        : new Promise((resolve) => waiting.push(resolve));
    },
    halfClose: () => call.halfClose(),
    close: () => channel.close(),
  };
}

Deno.test("health says SERVING for the names that go-plugin asks for, NOT_FOUND for others", async () => {
  await withServices(async (server, health) => {
    const transport = connectGrpc(server.target);
    const check = (service: string) =>
      transport.call(Health.method.check, create(HealthCheckRequestSchema, { service }));
    try {
      for (const name of ["plugin", ""]) {
        assertEquals((await check(name)).status, ServingStatus.SERVING);
      }
      const unknown = await assertRejects(() => check("other"), TransportError);
      assertEquals(unknown.code, "NOT_FOUND");
      assertStringIncludes(unknown.message, "other");
      health.setServing(false);
      assertEquals((await check("plugin")).status, ServingStatus.NOT_SERVING);
    } finally {
      await transport.close();
    }
  });
});

Deno.test("who watches the health is told of every change and of the end", async () => {
  await withServices(async (server, health) => {
    const watch = async (service: string) => {
      const request = create(HealthCheckRequestSchema, { service });
      const stream = await openStream(
        server.target,
        methodPath(Health.method.watch),
        toBinary(HealthCheckRequestSchema, request),
      );
      stream.halfClose();
      return stream;
    };
    const status = (value: Uint8Array | number) =>
      typeof value === "number" ? value : fromBinary(HealthCheckResponseSchema, value).status;
    const known = await watch("plugin");
    const unknown = await watch("other");
    assertEquals(status(await known.next()), ServingStatus.SERVING);
    assertEquals(status(await unknown.next()), ServingStatus.SERVICE_UNKNOWN);
    health.setServing(false);
    assertEquals(status(await known.next()), ServingStatus.NOT_SERVING);
    health.setServing(true);
    assertEquals(status(await known.next()), ServingStatus.SERVING);
    const stopped = server.stop({ graceMs: 1000 });
    assertEquals(status(await known.next()), ServingStatus.NOT_SERVING);
    assertEquals([await known.next(), await unknown.next()], [0, 0]);
    known.close();
    unknown.close();
    await stopped;
  });
});

Deno.test("Shutdown is answered, and then the owner is told", async () => {
  await withServices(async (server, _health, shutdowns) => {
    const transport = connectGrpc(server.target);
    try {
      await transport.call(GRPCController.method.shutdown, create(EmptySchema));
      assertEquals(shutdowns(), 1);
    } finally {
      await transport.close();
    }
    const { code, details } = await rawCall(server.target, GRPCController.method.shutdown, []);
    assertEquals([code, shutdowns()], [3, 1]);
    assertStringIncludes(details, "GRPCController/Shutdown takes one message");
  });
});

Deno.test("stdio and broker streams stay open until the server stops, and end well", async () => {
  await withServices(async (server) => {
    const stdio = await openStream(
      server.target,
      methodPath(GRPCStdio.method.streamStdio),
      toBinary(NothingSchema, create(NothingSchema)),
    );
    const knock = create(ConnInfoSchema, { serviceId: 7, knock: { knock: true } });
    const broker = await openStream(
      server.target,
      methodPath(GRPCBroker.method.startStream),
      toBinary(ConnInfoSchema, knock),
    );
    const answer = await broker.next();
    assert(typeof answer !== "number");
    const refusal = fromBinary(ConnInfoSchema, answer);
    assertEquals([refusal.serviceId, refusal.knock?.ack], [7, true]);
    assertStringIncludes(refusal.knock?.error ?? "", "brokers no connections");
    const ends = [stdio.next(), broker.next()];
    const stopped = server.stop({ graceMs: 1000 });
    assertEquals(await Promise.all(ends), [0, 0]);
    stdio.close();
    broker.close();
    await stopped;
  });
});
