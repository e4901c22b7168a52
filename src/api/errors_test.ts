import { assert, assertEquals, assertFalse, assertInstanceOf } from "@std/assert";
import * as errors from "./errors.ts";
import { NotFoundError, PluginAPIError, UnavailableError } from "./errors.ts";

const classes = [
  ["NotFoundError", 404],
  ["PermissionDeniedError", 403],
  ["ValidationError", 400],
  ["AlreadyExistsError", 409],
  ["UnavailableError", 503],
  ["NotImplementedError", 501],
  ["TimeoutError", 504],
] as const;

for (const [name, statusCode] of classes) {
  Deno.test(`${name} is a PluginAPIError with status ${statusCode} and no other kind`, () => {
    const error = new errors[name]({ message: "no" });
    assertInstanceOf(error, PluginAPIError);
    assertEquals([error.name, error.statusCode, error.message], [name, statusCode, "no"]);
    const kinds = classes.filter(([other]) => error instanceof errors[other]);
    assertEquals(kinds.map(([other]) => other), [name]);
  });
}

Deno.test("errors of another copy of the package are recognised", async () => {
  const copy: typeof errors = await import(`${import.meta.resolve("./errors.ts")}?copy`);
  const error: unknown = new copy.NotFoundError({ message: "no" });
  assertFalse(Object.getPrototypeOf(error) === NotFoundError.prototype);
  assert(error instanceof NotFoundError);
  assert(error instanceof PluginAPIError);
  assertFalse(error instanceof UnavailableError);
});

Deno.test("a class that a plugin derives is told from its base", () => {
  class QuotaError extends PluginAPIError {}
  assert(new QuotaError({ message: "full" }) instanceof PluginAPIError);
  assert(new QuotaError({ message: "full" }) instanceof QuotaError);
  assertFalse(new PluginAPIError({ message: "other" }) instanceof QuotaError);
  class LostError extends NotFoundError {}
  assert(new LostError({ message: "gone" }) instanceof NotFoundError);
  assertFalse(new NotFoundError({ message: "gone" }) instanceof LostError);
});

Deno.test("other errors, and what is no object, are no PluginAPIError", () => {
  for (const value of [new Error("x"), null, undefined, "PluginAPIError", 4, {}]) {
    assertFalse(value instanceof PluginAPIError);
  }
});

Deno.test("an error says all that is known, and empty where nothing is", () => {
  const cause = new Error("below");
  const error = new PluginAPIError({ message: "no", id: "app.x.y", where: "f", cause });
  assertEquals(
    { ...error },
    {
      name: "PluginAPIError",
      id: "app.x.y",
      detailedError: "",
      statusCode: 500,
      where: "f",
      requestId: "",
      params: {},
      method: "",
    },
  );
  assertEquals(error.cause, cause);
});
