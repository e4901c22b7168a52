import { assert, assertEquals, assertFalse, assertMatch } from "@std/assert";
import { create } from "@bufbuild/protobuf";
import { AppErrorSchema } from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
import { fromAppError, isFailure, thrownText, toAppError } from "./app_error.ts";
import {
  AlreadyExistsError,
  NotFoundError,
  NotImplementedError,
  PermissionDeniedError,
  PluginAPIError,
  TimeoutError,
  UnavailableError,
  ValidationError,
} from "./errors.ts";

const byStatus = [
  [400, ValidationError],
  [401, PermissionDeniedError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [408, TimeoutError],
  [409, AlreadyExistsError],
  [429, UnavailableError],
  [501, NotImplementedError],
  [503, UnavailableError],
  [504, TimeoutError],
] as const;

for (const [statusCode, type] of byStatus) {
  Deno.test(`an application error with status ${statusCode} becomes a ${type.name}`, () => {
    const error = fromAppError(
      create(AppErrorSchema, { id: "a.b", message: "m", statusCode }),
      "f",
    );
    assert(error instanceof type);
    assertEquals(error.statusCode, statusCode);
  });
}

Deno.test("an application error keeps everything that it says", () => {
  const error = fromAppError(
    create(AppErrorSchema, {
      id: "app.user.missing_account.const",
      message: "Unable to find the user.",
      detailedError: "no rows",
      requestId: "r".repeat(26),
      statusCode: 418,
      where: "GetUser",
      params: { name: "ann" },
    }),
    "getUser",
  );
  assertEquals({ ...error, message: error.message }, {
    name: "PluginAPIError",
    message: "Unable to find the user.",
    id: "app.user.missing_account.const",
    detailedError: "no rows",
    requestId: "r".repeat(26),
    statusCode: 418,
    where: "GetUser",
    params: { name: "ann" },
    method: "getUser",
  });
});

Deno.test("an application error without a message shows what else there is", () => {
  const of = (init: object) => fromAppError(create(AppErrorSchema, init), "f").message;
  assertEquals(of({ detailedError: "details", id: "a.b" }), "details");
  assertEquals(of({ id: "a.b" }), "a.b");
  assertEquals(of({ statusCode: 500 }), "The server gave no reason.");
});

Deno.test("a known error id comes with a hint", () => {
  const id = "model.plugin_key_value.is_valid.key.app_error";
  const error = fromAppError(create(AppErrorSchema, { id, message: "Invalid key." }), "kvSet");
  assertEquals(error.message, "Invalid key. (a key has 1 to 150 characters)");
});

Deno.test("an empty application error stands for success", () => {
  assertFalse(isFailure(undefined));
  assertFalse(isFailure(create(AppErrorSchema)));
  assert(isFailure(create(AppErrorSchema, { message: "x" })));
  assert(isFailure(create(AppErrorSchema, { statusCode: 500 })));
});

const defaults = { id: "plugin.on_install.error", where: "OnInstall" };

Deno.test("a thrown error becomes an application error whose text survives every host", () => {
  const error = toAppError(new TypeError("broken"), defaults);
  assertEquals(
    [error.id, error.message, error.detailedError, error.statusCode, error.where],
    ["plugin.on_install.error", "broken", "broken", 500, "OnInstall"],
  );
  assert(error.skipTranslation);
});

Deno.test("a PluginAPIError passes through as the application error that it was", () => {
  const error = toAppError(
    new NotFoundError({ id: "a.b", message: "m", detailedError: "d", params: { n: 3n, e: [1] } }),
    defaults,
  );
  assertEquals(
    [error.id, error.message, error.detailedError, error.statusCode, error.params],
    ["a.b", "m", "d", 404, { n: 3, e: [1] }],
  );
});

Deno.test("a status that HTTP does not have becomes 500", () => {
  for (const statusCode of [0, 42, 1000, 404.5, NaN]) {
    assertEquals(
      toAppError(new PluginAPIError({ message: "m", statusCode }), defaults).statusCode,
      500,
    );
  }
});

Deno.test("whatever is thrown has a text", () => {
  assertEquals(thrownText(new RangeError("far")), "far");
  assertEquals(thrownText(new RangeError()), "RangeError");
  assertEquals(thrownText("gone"), "gone");
  for (const odd of [undefined, null, "", 5, { a: 1 }, Object.create(null)]) {
    assertMatch(thrownText(odd), /not an Error/);
  }
});
