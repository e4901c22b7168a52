import { assert, assertEquals } from "@std/assert";
import { create, isFieldSet, type Message } from "@bufbuild/protobuf";
import { freshMessages } from "../../../gen/fresh_messages.ts";
import { GetUserRequestSchema } from "../../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";
import { schemaOf } from "../../contract/schemas.ts";
import { freshMessage } from "./fresh_message.ts";

Deno.test("a new message is what create makes, and has what Go has by value", () => {
  const names = Object.keys(freshMessages);
  assert(names.length > 100, `${names.length} messages`);
  for (const name of names) {
    const literal = freshMessages[name]?.() as Message;
    const schema = schemaOf(literal);
    const fresh = freshMessage(schema)() as unknown as Record<string, unknown>;
    assertEquals(Object.getPrototypeOf(fresh), Object.prototype);
    const expected = create(schema) as unknown as Record<string, unknown>;
    for (const field of schema.fields) {
      if (field.oneof || isFieldSet(expected as unknown as Message, field)) continue;
      // Fields that may be absent are there as zero, or not at all.
      const { localName } = field;
      if (fresh[localName] === undefined) continue;
      assert(
        !fresh[localName] || Object.keys(fresh[localName]).length === 0,
        `${name}.${localName}`,
      );
      expected[localName] = fresh[localName];
    }
    assertEquals(fresh, expected, name);
  }
});

Deno.test("new messages share nothing", () => {
  const make = freshMessages.Post as () => { fileIds: string[] };
  make().fileIds.push("x");
  assertEquals(make().fileIds, []);
});

Deno.test("a message without a literal is made as well", () => {
  const make = freshMessage(GetUserRequestSchema);
  assertEquals(make(), create(GetUserRequestSchema));
  assert(make() !== make());
});
