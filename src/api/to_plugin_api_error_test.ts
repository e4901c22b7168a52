import { assertEquals, assertInstanceOf, assertStrictEquals } from "@std/assert";
import { TransportError, type TransportErrorCode } from "../transport/transport_error.ts";
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
import { toPluginAPIError } from "./to_plugin_api_error.ts";

const byCode: Record<TransportErrorCode, [typeof PluginAPIError, number]> = {
  NOT_FOUND: [NotFoundError, 404],
  PERMISSION_DENIED: [PermissionDeniedError, 403],
  UNAUTHENTICATED: [PermissionDeniedError, 401],
  INVALID_ARGUMENT: [ValidationError, 400],
  FAILED_PRECONDITION: [ValidationError, 400],
  OUT_OF_RANGE: [ValidationError, 400],
  ALREADY_EXISTS: [AlreadyExistsError, 409],
  UNAVAILABLE: [UnavailableError, 503],
  RESOURCE_EXHAUSTED: [UnavailableError, 429],
  DEADLINE_EXCEEDED: [TimeoutError, 504],
  UNIMPLEMENTED: [NotImplementedError, 501],
  CANCELLED: [PluginAPIError, 499],
  UNKNOWN: [PluginAPIError, 500],
  ABORTED: [PluginAPIError, 500],
  INTERNAL: [PluginAPIError, 500],
  DATA_LOSS: [PluginAPIError, 500],
};

for (const [code, [type, status]] of Object.entries(byCode)) {
  Deno.test(`a call that fails with ${code} throws a ${type.name} with status ${status}`, () => {
    const cause = new TransportError(code as TransportErrorCode, "because");
    const error = toPluginAPIError(cause, "getUser");
    assertInstanceOf(error, type);
    assertEquals([error.name, error.statusCode, error.method], [type.name, status, "getUser"]);
    assertEquals(error.message.startsWith(`getUser: ${code}: because`), true, error.message);
  });
}

Deno.test("a status whose text is an id and a message is an application error", () => {
  const error = toPluginAPIError(
    new TransportError("NOT_FOUND", "app.user.missing_account.const: Unable to find the user."),
    "getUser",
  );
  assertInstanceOf(error, NotFoundError);
  assertEquals(
    [error.id, error.message],
    ["app.user.missing_account.const", "Unable to find the user."],
  );
});

Deno.test("a host name or an address in a status text is not taken for an error id", () => {
  for (
    const text of [
      "10.0.0.1:443: connection refused",
      "db.example.org: no such host",
      "example.com: no such host",
      "cannot connect: refused",
    ]
  ) {
    assertEquals(toPluginAPIError(new TransportError("UNAVAILABLE", text), "f").id, "");
  }
});

Deno.test("hints say what to do", () => {
  const text = (code: TransportErrorCode, facts = {}) =>
    toPluginAPIError(new TransportError(code, "x"), "f", facts).message;
  assertEquals(
    text("UNIMPLEMENTED", { since: "11.7" }),
    "f: UNIMPLEMENTED: x (it came with Mattermost 11.7; this server may be older, or may not offer it)",
  );
  assertEquals(
    text("DEADLINE_EXCEEDED", { timeoutMs: 50 }),
    "f: DEADLINE_EXCEEDED: x (no answer within the 50 ms that `timeoutMs` allows)",
  );
});

Deno.test("a PluginAPIError stays what it is; any other error becomes one, with its cause", () => {
  const known = new NotFoundError({ message: "m" });
  assertStrictEquals(toPluginAPIError(known, "f"), known);
  const other = new RangeError("odd");
  const error = toPluginAPIError(other, "f");
  assertEquals([error.name, error.message, error.cause], ["PluginAPIError", "f: odd", other]);
});
