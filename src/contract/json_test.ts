import { assertEquals, assertThrows } from "@std/assert";
import { create, fromJson } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { GetUsersInTeamRequestSchema } from "../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";
import { FileInfoSchema } from "../../gen/mattermost/pluginapi/v1/file_pb.ts";
import { CustomStatusSchema } from "../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";
import { GroupSchema } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { ChannelSchema, ChannelType } from "../../gen/mattermost/pluginapi/v1/channel_pb.ts";
import {
  PostEmbedSchema,
  PostListSchema,
  PostSchema,
  ReactionSchema,
} from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import { UserSchema } from "../../gen/mattermost/pluginapi/v1/user_pb.ts";
import { json } from "./json.ts";

Deno.test("a post's JSON has Mattermost's keys and numbers, and can be stringified", () => {
  const post = create(PostSchema, {
    id: "p".repeat(26),
    createAt: 1700000000000n,
    message: "hi",
    props: { from_bot: "true" },
  });
  const made = json(post);
  assertEquals(made.create_at, 1700000000000);
  assertEquals(made.props, { from_bot: "true" });
  assertEquals(made.file_ids, []);
  assertEquals("has_reactions" in made, false);
  assertEquals(JSON.parse(JSON.stringify(made)), made);
});

Deno.test("what the server keeps to itself is not in the JSON", () => {
  const made = json(create(FileInfoSchema, { path: "/secret", content: "text", name: "a.txt" }));
  assertEquals(made.name, "a.txt");
  assertEquals(["path", "content"].filter((key) => key in made), []);
});

Deno.test("an enum is Go's letter", () => {
  assertEquals(json(create(ChannelSchema, { type: ChannelType.DIRECT })).type, "D");
  assertEquals(json(create(ChannelSchema)).type, "");
});

Deno.test("an integer that is too wide for the wire's old field is whole in the JSON", () => {
  const user = create(UserSchema, { failedAttempts: 2147483647, failedAttemptsInt64: 2n ** 40n });
  assertEquals(json(user).failed_attempts, 2 ** 40);
  assertEquals("failed_attempts_int64" in json(user), false);
});

Deno.test("a message of an older peer has the same keys as a new one's", () => {
  assertEquals(json(create(GroupSchema, { name: "staff" })).name, "staff");
  assertEquals(json(create(GroupSchema, { nameOptional: "staff" })).name, "staff");
  assertEquals("name_optional" in json(create(GroupSchema, { nameOptional: "x" })), false);
  assertEquals(json(create(PostListSchema, { hasNext: true })).has_next, true);
});

Deno.test("a false that is set is written, an absent flag is left out", () => {
  assertEquals(json(create(PostListSchema, { hasNextOptional: false })).has_next, false);
  assertEquals("has_next" in json(create(PostListSchema)), false);
});

Deno.test("a value that Go has without a pointer is never null", () => {
  assertEquals(json(create(ReactionSchema)).channel_id, "");
  assertEquals(json(create(ReactionSchema)).remote_id, null);
});

Deno.test("bytes are base64, times RFC 3339, dynamic values as they are", () => {
  const file = create(FileInfoSchema, { miniPreview: new Uint8Array([0, 255]) });
  assertEquals(json(file).mini_preview, "AP8=");
  const status = create(CustomStatusSchema, { expiresAt: 1700000000120n });
  assertEquals(json(status).expires_at, "2023-11-14T22:13:20.12Z");
  const embed = create(PostEmbedSchema, { dataValue: fromJson(ValueSchema, [1, { a: null }]) });
  assertEquals(json(embed).data, [1, { a: null }]);
});

Deno.test("a message that stands for nothing in Go is written field by field", () => {
  const request = create(GetUsersInTeamRequestSchema, { teamId: "t", page: 2, perPage: 60 });
  assertEquals(json(request), { team_id: "t", page: 2, per_page: 60 });
});

Deno.test("what is no message is refused with what was expected", () => {
  assertThrows(
    // deno-lint-ignore no-explicit-any -- what a caller without types would do
    () => json([create(PostSchema)] as any),
    TypeError,
    "Expected a message of mattermost.pluginapi.v1, made with create(…Schema, …), but got an array",
  );
  assertThrows(
    () => json({ $typeName: "google.protobuf.Duration" }),
    TypeError,
    "but got a google.protobuf.Duration",
  );
});
