/**
 * The API client against servers that are not as they should be: a raw gRPC server, which sends any
 * bytes, any status, or nothing.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  status,
} from "@grpc/grpc-js";
import { assertEquals, assertInstanceOf, assertRejects, assertStringIncludes } from "@std/assert";
import { create, toBinary } from "@bufbuild/protobuf";
import { GetUserResponseSchema } from "../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";
import { createPluginAPI } from "../../src/api/create_plugin_api.ts";
import {
  AlreadyExistsError,
  NotFoundError,
  NotImplementedError,
  PermissionDeniedError,
  PluginAPIError,
  TimeoutError,
  UnavailableError,
  ValidationError,
} from "../../src/api/errors.ts";
import { connectGrpc } from "../../src/grpc/connect_grpc.ts";
import type { PluginAPI } from "../../gen/plugin_api.ts";

type Reply = (
  answer: (error: { code: number; details: string } | null, bytes?: Uint8Array) => void,
) => void;

/** Serves GetUser as told, on a socket, for as long as `work` takes. */
async function withServer(
  reply: Reply,
  work: (api: PluginAPI, restart: (next: Reply) => Promise<void>) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "faults-" });
  const target = `unix:${folder}/api.sock`;
  let server = await serve(target, reply);
  const transport = connectGrpc(target);
  try {
    await work(createPluginAPI(transport), async (next) => {
      server.forceShutdown();
      await Deno.remove(`${folder}/api.sock`).catch(() => {}); // grpc-js may have removed it.
      server = await serve(target, next);
    });
  } finally {
    await transport.close();
    server.forceShutdown();
    await Deno.remove(folder, { recursive: true });
  }
}

async function serve(target: string, reply: Reply): Promise<Server> {
  const server = new Server();
  const definition: ServiceDefinition = {
    getUser: {
      path: "/mattermost.pluginapi.v1.PluginAPI/GetUser",
      requestStream: false,
      responseStream: false,
      requestSerialize: (bytes: Buffer) => bytes,
      requestDeserialize: (bytes: Buffer) => bytes,
      responseSerialize: (bytes: Buffer) => bytes,
      responseDeserialize: (bytes: Buffer) => bytes,
    },
  };
  server.addService(definition, {
    getUser: ((_, callback) =>
      reply((error, bytes) =>
        callback(error, bytes && Buffer.from(bytes))
      )) satisfies handleUnaryCall<Buffer, Buffer>,
  });
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(
      target,
      ServerCredentials.createInsecure(),
      (error) => error ? reject(error) : resolve(),
    );
  });
  return server;
}

const user: Reply = (answer) =>
  answer(
    null,
    toBinary(GetUserResponseSchema, create(GetUserResponseSchema, { user: { id: "u" } })),
  );

async function failure(api: PluginAPI, options = {}): Promise<PluginAPIError> {
  const error = await assertRejects(() => api.getUser({ userId: "u" }, options), PluginAPIError);
  assertInstanceOf(error, PluginAPIError);
  assertEquals((error as PluginAPIError).method, "getUser");
  return error as PluginAPIError;
}

Deno.test("a server that stalls is left at the time limit, and serves the next call", async () => {
  const stalled: (() => void)[] = [];
  let reply: Reply = (answer) => stalled.push(() => user(answer));
  await withServer((answer) => reply(answer), async (api) => {
    const error = await failure(api, { timeoutMs: 100 });
    assertInstanceOf(error, TimeoutError);
    assertStringIncludes(error.message, "100 ms");
    for (const late of stalled) late();
    reply = user;
    assertEquals((await api.getUser({ userId: "u" })).id, "u");
  });
});

Deno.test("a server that answers with bytes that are no message gives an error that says so", async () => {
  const malformed = [
    new Uint8Array([0xff, 0xff, 0xff, 0xff]),
    new Uint8Array([0x12, 0x7f, 1, 2]), // A user that is longer than what there is.
    new Uint8Array([0x12, 0x03, 0x0a, 0x01, 0xff]), // Text that is not UTF-8.
  ];
  for (const bytes of malformed) {
    await withServer((answer) => answer(null, bytes), async (api) => {
      const error = await failure(api);
      assertEquals(error.statusCode, 500);
      assertStringIncludes(error.message, "GetUser");
    });
  }
});

Deno.test("a server that reports success without a result gives an error that says so", async () => {
  await withServer((answer) => answer(null, new Uint8Array()), async (api) => {
    assertStringIncludes((await failure(api)).message, "sent no user");
  });
});

Deno.test("an error inside of the answer and one as a status come to the same", async () => {
  const kinds = [
    [400, status.INVALID_ARGUMENT, ValidationError],
    [403, status.PERMISSION_DENIED, PermissionDeniedError],
    [404, status.NOT_FOUND, NotFoundError],
    [409, status.ALREADY_EXISTS, AlreadyExistsError],
    [501, status.UNIMPLEMENTED, NotImplementedError],
    [503, status.UNAVAILABLE, UnavailableError],
    [500, status.INTERNAL, PluginAPIError],
  ] as const;
  const id = "app.user.missing_account.const";
  const message = "Unable to find the user.";
  for (const [statusCode, code, kind] of kinds) {
    const embedded = create(GetUserResponseSchema, {
      error: { id, message, statusCode, where: "GetUser", detailedError: "d" },
    });
    const replies: Reply[] = [
      (answer) => answer(null, toBinary(GetUserResponseSchema, embedded)),
      (answer) => answer({ code, details: `${id}: ${message}` }),
    ];
    for (const reply of replies) {
      await withServer(reply, async (api) => {
        const error = await failure(api);
        assertInstanceOf(error, kind);
        assertEquals([error.id, error.message, error.statusCode], [id, message, statusCode]);
      });
    }
  }
});

Deno.test("a server that goes away in the middle of a call fails it, and the next call finds the new one", async () => {
  const asked = Promise.withResolvers<void>();
  await withServer(() => asked.resolve(), async (api, restart) => {
    const failing = failure(api);
    await asked.promise;
    await restart(user);
    // grpc-js cancels what is under way before it closes.
    assertEquals((await failing).statusCode, 499);
    // A call that begins in the very moment in which the connection ends may fail, as unavailable.
    const next = await api.getUser({ userId: "u" }).catch((error: unknown) => {
      assertInstanceOf(error, UnavailableError);
      return api.getUser({ userId: "u" });
    });
    assertEquals(next.id, "u");
  });
});

Deno.test("a server that is not there gives an error that says where it was looked for", async () => {
  const transport = connectGrpc("unix:/nowhere/api.sock", { connectTimeoutMs: 200 });
  try {
    const error = await failure(createPluginAPI(transport));
    assertInstanceOf(error, UnavailableError);
    assertStringIncludes(error.message, "/nowhere/api.sock");
  } finally {
    await transport.close();
  }
});
