import { assertEquals, assertRejects } from "@std/assert";
import { NotFoundError, PluginAPIError } from "../api/errors.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { reject, replace } from "../plugin/outcomes.ts";
import { testPlugin } from "./test_plugin.ts";

const plugin = definePlugin({
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "hi" } }),
  hooks: {
    messageWillBePosted: (post) =>
      post.message === "no" ? reject("Not that.") : replace({
        ...post,
        message: `${post.message}!`,
        props: { added: 1 },
      }),
    executeCommand: async ({ userId }, { api }) => {
      await api.kvSet({ key: "who", value: new TextEncoder().encode(userId) });
      return `Hello, ${(await api.getUser({ userId })).username}!`;
    },
    async serveHTTP(request, { userId, api, pluginId }) {
      const { pathname } = new URL(request.url);
      if (pathname === "/again") {
        return await api.pluginHTTP(
          new Request(`http://x/${pluginId}/echo`, { method: "POST", body: "through the API" }),
        );
      }
      if (pathname === "/throw") throw new Error("a defect");
      const text = await request.text();
      const headers = { "X-User": userId ?? "none" };
      return new Response(text.repeat(3), { status: 201, headers });
    },
  },
});

for (const transport of ["memory", "netrpc"] as const) {
  Deno.test(`one test, over ${transport}`, async () => {
    await using t = await testPlugin(plugin, { transport });
    const post = await t.post({ message: "hello", props: { mine: 1 } }, { as: "ben" });
    assertEquals([post.message, post.props?.["added"]], ["hello!", 1]);
    await assertRejects(() => t.post("no"), Error, "Not that.");
    const { text } = await t.command("/hi", { as: "ben" });
    assertEquals(text, "Hello, ben!");
    const who = await t.api.kvGet({ key: "who" });
    assertEquals(new TextDecoder().decode(who ?? undefined), t.users.ben.id);
    const big = "x".repeat(300_000);
    const response = await t.fetch("/echo", { as: "ada", method: "POST", body: big });
    assertEquals([response.status, response.headers.get("X-User")], [201, t.users.ada.id]);
    assertEquals((await response.text()).length, 900_000);
    assertEquals(await (await t.fetch("/again")).text(), "through the API".repeat(3));
    t.fail("getUser", { error: new NotFoundError({ id: "x.y", message: "Gone." }) });
    await assertRejects(() => t.command("/hi"), PluginAPIError, "Gone.");
    const failed = await t.fetch("/throw");
    assertEquals(failed.status, 500);
    await failed.text();
    assertEquals(
      t.takeErrors().map(({ what, message }) => [what, message]),
      [["serveHTTP (GET /throw)", "a defect"]],
    );
    await t.restart();
    assertEquals((await t.command("/hi")).text, "Hello, ada!");
  });
}

Deno.test("over net/rpc a key of a post's props that a plugin takes out stays, as on a stock server", async () => {
  await using memory = await testPlugin(plugin);
  const post = { message: "x", props: { mine: 1 } };
  assertEquals((await memory.post(post)).props?.["mine"], undefined);
  await using netrpc = await testPlugin(plugin, { transport: "netrpc" });
  assertEquals((await netrpc.post(post)).props, { mine: 1, added: 1 });
});

Deno.test("a transport that does not exist is refused", async () => {
  await assertRejects(
    () => testPlugin(plugin, { transport: "http" as never }),
    TypeError,
    '"memory" or "netrpc" is expected',
  );
});
