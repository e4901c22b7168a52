import { assertEquals } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { MessageWillBePostedResponseSchema } from "../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
import type { Post } from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import { createGobEncoder } from "../../src/netrpc/gob/encoder.ts";
import { hookTypes } from "../../src/netrpc/schema/method_types.ts";
import { buildProgram, hasGo } from "./build_program.ts";
import { runProgram } from "../support/run_program.ts";

Deno.test({
  name: "a post that Go decodes into the original replaces what it can replace (needs Go)",
  ignore: !hasGo(),
  async fn() {
    const program = await buildProgram();
    const { returns } = hookTypes("messageWillBePosted");
    const encoder = createGobEncoder();
    const send = (post: Partial<Omit<Post, "$typeName">>) =>
      encoder.encode(
        returns,
        create(MessageWillBePostedResponseSchema, { modifiedPost: post } as never),
      );
    const original = send({
      id: "p",
      message: "secret",
      isPinned: true,
      editAt: 5n,
      fileIds: ["f", "g"],
      remoteId: "remote",
      props: { kept: 1, gone: true, changed: "old" },
    });
    const replaced = send({
      id: "p",
      message: "",
      isPinned: false,
      editAt: 0n,
      fileIds: [],
      remoteId: "",
      props: { kept: 1, changed: "new" },
    });
    const said = await runProgram(
      program,
      ["into", "Z_MessageWillBePostedReturns"],
      new Uint8Array([...original, ...replaced]),
    );
    const { A: post } = JSON.parse(said) as { A: Record<string, unknown> };
    assertEquals(post.Id, "p");
    assertEquals(post.Message, "");
    assertEquals(post.IsPinned, false);
    assertEquals(post.EditAt, "0");
    assertEquals(post.FileIds, []);
    assertEquals(post.RemoteId, "");
    // Go adds to the map that is there: a key cannot be taken away.
    assertEquals(post.Props, { kept: 1, gone: true, changed: "new" });
  },
});
