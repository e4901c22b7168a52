import { assertEquals } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { GetUserResponseSchema } from "../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";
import { AppErrorSchema } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import { failureIn, statusOf } from "./app_error.ts";

Deno.test("an error with an empty id and status 0 means success", () => {
  assertEquals(failureIn(create(GetUserResponseSchema, { error: { message: "" } })), undefined);
  assertEquals(failureIn(create(GetUserResponseSchema)), undefined);
});

Deno.test("an id or a status makes a failure", () => {
  assertEquals(failureIn(create(GetUserResponseSchema, { error: { id: "x" } }))?.id, "x");
  assertEquals(
    failureIn(create(GetUserResponseSchema, { error: { statusCode: 500 } }))?.statusCode,
    500,
  );
});

Deno.test("a status that is wider than 32 bits wins over the nearest one", () => {
  const error = create(AppErrorSchema, { statusCode: 2147483647, statusCodeInt64: 2n ** 33n });
  assertEquals(statusOf(error), 2 ** 33);
});
