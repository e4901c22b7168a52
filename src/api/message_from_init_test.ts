import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { create, equals, fromBinary, toBinary } from "@bufbuild/protobuf";
import { CommandSchema } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { FileInfoSchema } from "../../gen/mattermost/pluginapi/v1/file_pb.ts";
import {
  LogInfoRequestSchema,
  PluginKVSetOptionsSchema,
} from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";
import { ProductLimitsSchema } from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import { PostListSchema, PostSchema } from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import { TeamSchema } from "../../gen/mattermost/pluginapi/v1/team_pb.ts";
import type { DescMessage } from "@bufbuild/protobuf";
import { ValidationError } from "./errors.ts";
import { messageFrom } from "./message_from_init.ts";

function refusal(schema: DescMessage, init: unknown): string {
  return assertThrows(() => messageFrom(schema, init, "api.f"), ValidationError).message;
}

Deno.test("a plain object becomes a message, with everything inside", () => {
  const message = messageFrom(PostListSchema, {
    order: ["a"],
    posts: { a: { id: "a", createAt: 5n, props: { from: { bot: true }, list: [1, null] } } },
  }, "x");
  assertEquals(
    equals(
      PostListSchema,
      message,
      create(PostListSchema, {
        order: ["a"],
        posts: { a: { id: "a", createAt: 5n, props: { from: { bot: true }, list: [1, null] } } },
      }),
    ),
    true,
  );
});

Deno.test("a message that is spread may hold plain objects, and is copied", () => {
  const post = create(PostSchema, { id: "p", fileIds: ["f"], props: { a: 1 } });
  const changed = messageFrom(PostSchema, {
    ...post,
    metadata: { priority: { requestedAck: true } },
  }, "x");
  const sent = fromBinary(PostSchema, toBinary(PostSchema, changed));
  assertEquals([sent.id, sent.fileIds, sent.props], ["p", ["f"], { a: 1 }]);
  assertEquals(sent.metadata?.priority?.requestedAck, true);
  changed.fileIds.push("g");
  assertEquals(post.fileIds, ["f"]);
});

Deno.test("fields of a newer server survive", () => {
  const newer = new Uint8Array([
    ...toBinary(TeamSchema, create(TeamSchema, { id: "t" })),
    0xa0,
    0x3f,
    7,
  ]);
  const team = fromBinary(TeamSchema, newer);
  const copy = messageFrom(TeamSchema, { ...team, name: "n" }, "x");
  assertStrictEquals(copy.$unknown?.[0]?.no, 1012);
});

Deno.test("undefined, and null for a message, are as if left out", () => {
  const post = messageFrom(PostSchema, { message: undefined, metadata: null }, "x");
  assertEquals([post.message, post.metadata], ["", undefined]);
});

Deno.test("a wrapped number is written as a number", () => {
  const limits = messageFrom(ProductLimitsSchema, { messages: { history: 5 } }, "x");
  assertEquals(limits.messages?.history, 5);
  assertEquals(
    refusal(ProductLimitsSchema, { messages: { history: 5n } }),
    "api.f.messages.history: expected a whole number from -2147483648 to 2147483647, got 5n",
  );
});

Deno.test("a name that does not exist is refused, with the one that was meant", () => {
  assertEquals(
    refusal(PostSchema, { mesage: "x" }),
    'api.f: Post has no field "mesage"; did you mean "message"?',
  );
  assertEquals(
    refusal(PostSchema, { metadata: { priority: { requested_ack: true } } }),
    'api.f.metadata.priority: PostPriority has no field "requested_ack"; did you mean "requestedAck"?',
  );
  assertEquals(
    refusal(PluginKVSetOptionsSchema, { xyz: 1 }),
    'api.f: PluginKVSetOptions has no field "xyz"; its fields are atomic, oldValue, expireInSeconds',
  );
});

Deno.test("a value of the wrong type is refused by name, with what to write instead", () => {
  const cases: [DescMessage, unknown, string][] = [
    [PostSchema, 5, "api.f: expected a Post as an object, got the number 5"],
    [PostSchema, [], "api.f: expected a Post as an object, got an array of 0"],
    [PostSchema, { message: 5 }, "api.f.message: expected a string, got the number 5"],
    [PostSchema, { message: null }, "api.f.message: expected a string, got null"],
    [PostSchema, { isPinned: "yes" }, 'api.f.isPinned: expected true or false, got "yes"'],
    [
      PostSchema,
      { createAt: 5 },
      "api.f.createAt: expected a bigint from -9223372036854775808 to 9223372036854775807, " +
      "got the number 5; write 5n, or BigInt(value)",
    ],
    [PostSchema, { fileIds: ["a", 3] }, "api.f.fileIds[1]: expected a string, got the number 3"],
    [PostSchema, { fileIds: "a" }, 'api.f.fileIds: expected an array, got "a"'],
    [
      PostSchema,
      { props: [] },
      "api.f.props: expected an object of JSON values, got an array of 0",
    ],
    [
      PluginKVSetOptionsSchema,
      { oldValue: "text" },
      'api.f.oldValue: expected a Uint8Array, got "text"; write new TextEncoder().encode(text)',
    ],
    [
      PluginKVSetOptionsSchema,
      { oldValue: new ArrayBuffer(2) },
      "api.f.oldValue: expected a Uint8Array, got an ArrayBuffer; write new Uint8Array(buffer)",
    ],
    [PostListSchema, { posts: [] }, "api.f.posts: expected an object, got an array of 0"],
    [
      PostListSchema,
      { posts: { a: { id: 1 } } },
      "api.f.posts.a.id: expected a string, got the number 1",
    ],
    [
      PostSchema,
      create(TeamSchema),
      'api.f: expected a Post, got a message of type "mattermost.pluginapi.v1.Team"',
    ],
    [TeamSchema, { type: "O" }, "api.f.type: expected one of TeamType.UNSPECIFIED"],
    [CommandSchema, { createAt: 2n ** 63n }, "api.f.createAt: expected a bigint from"],
    [FileInfoSchema, { width: 2.5 }, "api.f.width: expected a whole number from -2147483648 to"],
  ];
  for (const [schema, init, text] of cases) {
    const message = refusal(schema, init);
    assertEquals(message.slice(0, text.length), text);
  }
});

Deno.test("JSON fields take JSON only, and say where something else is", () => {
  const cases: [unknown, string][] = [
    [
      { at: 5n },
      "api.f.props.at: expected a JSON value, got 5n; write Number(value) or String(value)",
    ],
    [
      { a: [{ b: NaN }] },
      "api.f.props.a[0].b: expected a JSON value, got NaN, which JSON does not have",
    ],
    [{ a: new Date(0) }, "api.f.props.a: expected a JSON value, got a Date"],
    [{ a: () => 1 }, "api.f.props.a: expected a JSON value, got a function"],
    [
      { post: create(PostSchema) },
      "api.f.props.post: expected a JSON value, got a message; write json(message)",
    ],
  ];
  for (const [props, text] of cases) assertEquals(refusal(PostSchema, { props }), text);
});

Deno.test("what is undefined inside of JSON is left out, and any name is a name", () => {
  const props = JSON.parse('{"__proto__":{"a":1},"b":2}');
  props.c = undefined;
  const post = messageFrom(PostSchema, { props }, "x");
  assertEquals(Object.keys(post.props ?? {}), ["__proto__", "b"]);
  assertEquals(Object.getPrototypeOf(post.props), Object.prototype);
});

Deno.test("a circular value is refused, not followed", () => {
  const props: Record<string, unknown> = {};
  props["self"] = props;
  assertEquals(refusal(PostSchema, { props }).endsWith("is it circular?"), true);
});

Deno.test("a value of any kind is given by its case", () => {
  const message = messageFrom(LogInfoRequestSchema, {
    keyValuePairs: [{ key: "a", value: { kind: { case: "numberValue", value: 3 } } }],
  }, "x");
  assertEquals(message.keyValuePairs[0]?.value?.kind, { case: "numberValue", value: 3 });
  assertEquals(
    refusal(LogInfoRequestSchema, { keyValuePairs: [{ value: { kind: { case: "number" } } }] }),
    "api.f.keyValuePairs[0].value.kind.case: expected a case of nullValue, numberValue, " +
      "stringValue, boolValue, structValue, listValue",
  );
});
