import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { definePlugin } from "../define/define_plugin.ts";
import { startTestPlugin } from "../testing/start_test_plugin.ts";
import { requireUser, type UserHTTPContext } from "./require_user.ts";

const anna = "a".repeat(26);

Deno.test("a Hono app behind a guard: its bindings are the context, its errors the guard's", async () => {
  const app = new Hono<{ Bindings: UserHTTPContext }>();
  app.get("/me", async (c) => {
    const { api, userId } = c.env;
    return c.json({ name: (await api.getUser({ userId })).username });
  });
  app.get("/broken", () => {
    throw new Error("the password is hunter2");
  });
  app.onError((error) => {
    throw error;
  });
  await using plugin = await startTestPlugin(
    definePlugin({ hooks: { serveHTTP: requireUser((request, ctx) => app.fetch(request, ctx)) } }),
    { api: { getUser: ({ userId }) => ({ id: userId, username: "anna" }) } },
  );
  const get = (path: string, userId?: string) =>
    plugin.fetch(new Request(`http://localhost${path}`), { userId });
  assertEquals(await (await get("/me", anna)).json(), { name: "anna" });
  assertEquals((await get("/me")).status, 401);
  assertEquals((await get("/nowhere", anna)).status, 404);
  const broken = await get("/broken", anna);
  assertEquals([broken.status, (await broken.json()).id], [500, "plugin.internal_error"]);
  assertEquals(plugin.takeErrors().map(({ what }) => what), ["GET /broken"]);
});
