import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  ServeHTTPRequestInitSchema,
  ServeHTTPRequestSchema,
  ServeHTTPResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
import { KVGetRequestSchema } from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import {
  addChunk,
  addFlag,
  announcesNoBody,
  type EnvelopeLayout,
  envelopeLayout,
  openEnvelope,
  readEnvelope,
  sealEnvelope,
} from "./envelope.ts";

const request = envelopeLayout(ServeHTTPRequestSchema) as EnvelopeLayout;
const response = envelopeLayout(ServeHTTPResponseSchema) as EnvelopeLayout;
const init = create(ServeHTTPRequestInitSchema, { method: "PUT", url: "/a?b", contentLength: 3n });

Deno.test("an envelope that is written here reads the same with protobuf-es, at every size", () => {
  const head = toBinary(ServeHTTPRequestInitSchema, init);
  for (const size of [1, 127, 128, 16_383, 16_384, 65_536, 3_000_000]) {
    const chunk = new Uint8Array(size).fill(9);
    const envelope = openEnvelope(request, head, chunk);
    addFlag(envelope, request.completeNumber);
    assertEquals(
      fromBinary(ServeHTTPRequestSchema, sealEnvelope(envelope)),
      create(ServeHTTPRequestSchema, { init, bodyChunk: chunk, bodyComplete: true }),
    );
  }
});

Deno.test("a chunk and flags may be added to an open envelope", () => {
  const envelope = openEnvelope(response, undefined, undefined);
  addChunk(response, envelope, new Uint8Array(100_000));
  addFlag(envelope, response.flushNumber);
  addFlag(envelope, response.completeNumber);
  assertEquals(
    fromBinary(ServeHTTPResponseSchema, sealEnvelope(envelope)),
    create(ServeHTTPResponseSchema, {
      bodyChunk: new Uint8Array(100_000),
      bodyComplete: true,
      flush: true,
    }),
  );
});

Deno.test("an envelope of protobuf-es is read, fields that are not known are passed over", () => {
  const bytes = toBinary(
    ServeHTTPResponseSchema,
    create(ServeHTTPResponseSchema, {
      init: { statusCode: 201 },
      bodyChunk: new Uint8Array([1, 2]),
      flush: true,
    }),
  );
  // Field 99 as a string, field 98 as a number.
  const more = new Uint8Array([...bytes, 0x9a, 0x06, 1, 65, 0x90, 0x06, 5]);
  const read = readEnvelope(response, more);
  assertEquals(read.init, create(response.initDesc, { statusCode: 201 }));
  assertEquals(read.chunk, new Uint8Array([1, 2]));
  assertEquals([read.complete, read.flush], [false, true]);
});

Deno.test("reading does not copy a chunk, and an empty one counts as none", () => {
  const bytes = sealEnvelope(openEnvelope(request, undefined, new Uint8Array(10)));
  assert(readEnvelope(request, bytes).chunk?.buffer === bytes.buffer);
  const empty = sealEnvelope(openEnvelope(request, undefined, new Uint8Array()));
  assertEquals(readEnvelope(request, empty).chunk, undefined);
});

Deno.test("bytes that are no envelope are refused", () => {
  for (const bytes of [[0x0a, 0xff], [0x12, 5, 1], [0x07], [0xff, 0xff]]) {
    assertThrows(() => readEnvelope(request, new Uint8Array(bytes)), Error);
  }
});

Deno.test("a message without init and body_chunk is no envelope", () => {
  assertEquals(envelopeLayout(KVGetRequestSchema), null);
});

Deno.test("only a head with content_length 0 announces that no body follows", () => {
  const of = (contentLength: bigint) => create(ServeHTTPRequestInitSchema, { contentLength });
  assertEquals(
    [0n, 1n, -1n].map((length) => announcesNoBody(request, of(length))),
    [true, false, false],
  );
});
