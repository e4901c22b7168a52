import { assert, assertEquals, assertThrows } from "@std/assert";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { definePlugin } from "../define/define_plugin.ts";
import type { FetchHandler } from "../plugin/http_hooks.ts";
import { startTestPlugin } from "../testing/start_test_plugin.ts";
import { HTTPError, jsonError } from "./http_error.ts";
import { jsonErrors } from "./json_errors.ts";
import { limitBody } from "./limit_body.ts";
import {
  requireChannelPermission,
  requirePermission,
  requireSystemAdmin,
  requireTeamPermission,
} from "./require_permission.ts";
import { requireUser } from "./require_user.ts";

const anna = "a".repeat(26);
const admin = "b".repeat(26);
const town = "c".repeat(26);
const team = "d".repeat(26);

async function serve(serveHTTP: FetchHandler, api: PluginAPIHandlers = {}) {
  return await startTestPlugin(definePlugin({ hooks: { serveHTTP } }), { api });
}

function request(path = "/", init: RequestInit = {}): Request {
  return new Request(`http://localhost${path}`, init);
}

const whoami = requireUser((_request, { userId }) => Response.json({ userId }));

Deno.test("requireUser: the person is whom Mattermost names; nobody gets 401 in Mattermost's shape", async () => {
  await using plugin = await serve(whoami);
  const answer = await plugin.fetch(request(), { userId: anna });
  assertEquals([answer.status, await answer.json()], [200, { userId: anna }]);
  const refused = await plugin.fetch(request(), { context: { requestId: "r1" } });
  assertEquals(refused.status, 401);
  assertEquals(await refused.json(), {
    id: "plugin.login_required",
    message: "You must be logged in. A request that changes something needs a CSRF token, too.",
    detailed_error: "",
    request_id: "r1",
    status_code: 401,
  });
});

Deno.test("requireUser: a plugin that claims to be somebody is believed only where it is trusted", async () => {
  await using strict = await serve(whoami);
  const headers = { "Mattermost-User-Id": anna };
  const from = { sourcePluginId: "com.example.other", userId: anna };
  assertEquals((await strict.fetch(request("/", { headers }), from)).status, 401);
  await using open = await serve(requireUser(
    (_request, { userId }) => Response.json({ userId }),
    { trustedPlugins: ["com.example.other"] },
  ));
  const answer = await open.fetch(request("/", { headers }), from);
  assertEquals(await answer.json(), { userId: anna });
  const stranger = { sourcePluginId: "com.example.stranger", userId: anna };
  assertEquals((await open.fetch(request("/", { headers }), stranger)).status, 401);
});

Deno.test("requireSystemAdmin: asks the server, for this person and this permission", async () => {
  await using plugin = await serve(requireSystemAdmin(() => new Response("secret")), {
    hasPermissionTo: ({ userId, permissionId }) =>
      userId === admin && permissionId === "manage_system",
  });
  assertEquals(await (await plugin.fetch(request(), { userId: admin })).text(), "secret");
  const refused = await plugin.fetch(request(), { userId: anna });
  assertEquals(refused.status, 403);
  const { id, message } = await refused.json();
  assertEquals(id, "plugin.permission_denied");
  assertEquals(message, "You need the permission manage_system.");
  assertEquals((await plugin.fetch(request())).status, 401);
});

Deno.test("requireChannelPermission: the channel comes from the request, and is what was checked", async () => {
  await using plugin = await serve(
    requireChannelPermission(
      "create_post",
      (request) => new URL(request.url).searchParams.get("channel"),
      (_request, { channelId }) => new Response(channelId),
    ),
    {
      hasPermissionToChannel: ({ userId, channelId, permissionId }) =>
        userId === anna && channelId === town && permissionId === "create_post",
    },
  );
  const ask = (path: string, userId: string) => plugin.fetch(request(path), { userId });
  assertEquals(await (await ask(`/?channel=${town}`, anna)).text(), town);
  assertEquals((await ask(`/?channel=${town}`, admin)).status, 403);
  assertEquals((await ask(`/?channel=${"e".repeat(26)}`, anna)).status, 403);
  for (const path of ["/", "/?channel=", "/?channel=../town", `/?channel=${town}x`]) {
    assertEquals((await ask(path, anna)).status, 400, path);
  }
});

Deno.test("requireTeamPermission: likewise for a team", async () => {
  await using plugin = await serve(
    requireTeamPermission(
      "manage_team",
      (request) => request.headers.get("x-team"),
      (_request, { teamId, userId }) => Response.json({ teamId, userId }),
    ),
    {
      hasPermissionToTeam: ({ userId, teamId, permissionId }) =>
        userId === anna && teamId === team && permissionId === "manage_team",
    },
  );
  const headers = { "x-team": team };
  const answer = await plugin.fetch(request("/", { headers }), { userId: anna });
  assertEquals(await answer.json(), { teamId: team, userId: anna });
  assertEquals((await plugin.fetch(request("/", { headers }), { userId: admin })).status, 403);
  assertEquals((await plugin.fetch(request(), { userId: anna })).status, 400);
});

Deno.test("HTTPError is for the client; any other error is for the log alone", async () => {
  await using plugin = await serve(jsonErrors((request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/teapot") {
      throw new HTTPError(418, "I am a teapot.", {
        id: "kitchen.teapot",
        detailedError: "short and stout",
        headers: { "Retry-After": "5" },
      });
    }
    throw new Error("the password is hunter2");
  }));
  const teapot = await plugin.fetch(request("/teapot"));
  assertEquals([teapot.status, teapot.headers.get("retry-after")], [418, "5"]);
  assertEquals(await teapot.json(), {
    id: "kitchen.teapot",
    message: "I am a teapot.",
    detailed_error: "short and stout",
    request_id: "",
    status_code: 418,
  });
  const failed = await plugin.fetch(request("/other"));
  assertEquals(failed.status, 500);
  assertEquals((await failed.text()).includes("hunter2"), false);
  assertEquals(
    plugin.takeErrors().map(({ what, message }) => [what, message]),
    [["GET /other", "the password is hunter2"]],
  );
});

Deno.test("an error made by another copy of the package is an HTTPError all the same", async () => {
  const copy: typeof import("./http_error.ts") = await import(
    `${import.meta.resolve("./http_error.ts")}?copy`
  );
  assert(new copy.HTTPError(400, "x") instanceof HTTPError);
  assert(!(new Error("x") instanceof HTTPError));
});

Deno.test("statuses that are no errors are refused by name", () => {
  const text = (status: number) => assertThrows(() => jsonError(status, "x"), TypeError).message;
  assertEquals(
    text(200),
    "jsonError(): expected the status of an error, 400 to 599, got 200",
  );
  assertThrows(() => new HTTPError(Number.NaN, "x"), TypeError, "new HTTPError()");
});

/** A body in chunks, whose length nobody says. */
function chunked(...chunks: string[]): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks).pipeThrough(new TextEncoderStream());
}

const duplex = { duplex: "half" };

Deno.test("limitBody: a body of exactly the limit passes, one byte more is 413", async () => {
  await using plugin = await serve(
    limitBody(8, async (request) => new Response(await request.text())),
  );
  const post = (body: BodyInit) => plugin.fetch(request("/", { method: "POST", body, ...duplex }));
  assertEquals(await (await post("12345678")).text(), "12345678");
  assertEquals((await post("123456789")).status, 413);
  assertEquals(await (await post(chunked("1234", "5678"))).text(), "12345678");
  const refused = await post(chunked("1234", "5678", "9"));
  assertEquals(refused.status, 413);
  assertEquals((await refused.json()).message, "The request's body is longer than 8 bytes.");
  assertEquals(await (await plugin.fetch(request())).text(), "");
});

Deno.test("limitBody: a handler that hides the failed read cannot hide the length", async () => {
  await using plugin = await serve(limitBody(4, async (request) => {
    const text = await request.text().catch(() => "nothing");
    return new Response(text);
  }));
  const post = (body: BodyInit) => plugin.fetch(request("/", { method: "POST", body, ...duplex }));
  assertEquals(await (await post(chunked("12", "34"))).text(), "1234");
  assertEquals((await post(chunked("12", "34", "5"))).status, 413);
});

Deno.test("limitBody: a limit that is none is refused", () => {
  assertThrows(
    () => limitBody(-1, () => new Response()),
    TypeError,
    "limitBody(): expected a whole number of bytes, got the number -1",
  );
});

Deno.test("guards fit around and into each other", async () => {
  await using plugin = await serve(limitBody(
    4,
    requireUser(limitBody(2, async (request, { userId }) => {
      return new Response(`${userId.length}${await request.text()}`);
    })),
  ));
  const post = (body: string, userId?: string) =>
    plugin.fetch(request("/", { method: "POST", body }), { userId });
  assertEquals(await (await post("ab", anna)).text(), "26ab");
  assertEquals((await post("abc", anna)).status, 413);
  assertEquals((await post("ab")).status, 401);
  assertEquals((await post("abcde", anna)).status, 413);
});

Deno.test("a guard without a handler is refused when the plugin is loaded", () => {
  const none = undefined as never;
  const guards = {
    requireUser: () => requireUser(none),
    requireSystemAdmin: () => requireSystemAdmin(none),
    requirePermission: () => requirePermission("get_logs", none),
    requireChannelPermission: () => requireChannelPermission("read_channel", () => town, none),
    requireTeamPermission: () => requireTeamPermission("manage_team", () => team, none),
    jsonErrors: () => jsonErrors(none),
    limitBody: () => limitBody(10, none),
  };
  for (const [name, guard] of Object.entries(guards)) {
    const { message } = assertThrows(guard, TypeError);
    assertEquals(
      message,
      `${name}(): expected a function that answers a request, (request, context) => Response, got ` +
        "undefined",
    );
  }
});
