import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { NotImplementedError, ValidationError } from "../api/errors.ts";
import { createEmbeddedMattermost, missingMethods } from "./mod.ts";
import { apiOf, inProcessPlugin, setUp } from "./setup_test.ts";

Deno.test("what is not there answers with status 501 and is listed", async () => {
  await using s = setUp();
  const missing = missingMethods(s.mattermost.api("p"));
  assertEquals(missing.includes("getGroup"), true);
  assertEquals(missing.includes("kvSet"), false);
  const error = await assertRejects(() => s.api.getGroup({ groupId: "x" }), NotImplementedError);
  assertEquals(error.statusCode, 501);
});

Deno.test("requests go to the plugin of the path, with the user that the server knows", async () => {
  await using s = setUp();
  const seen: unknown[] = [];
  await s.mattermost.attachPlugin(inProcessPlugin("com.example.web", {}, {
    fetch(request, options) {
      seen.push([
        new URL(request.url).pathname + new URL(request.url).search,
        options?.mount,
        options?.userId,
      ]);
      seen.push(
        [...request.headers].filter(([name]) => name !== "accept" && name !== "user-agent"),
      );
      return Promise.resolve(new Response("fine"));
    },
  }));
  const request = new Request(
    "http://localhost:8065/plugins/com.example.web/a/b?x=1&access_token=t",
    {
      headers: {
        Cookie: "MMAUTHTOKEN=secret; theme=dark",
        Authorization: "Bearer t",
        "X-Mine": "1",
      },
    },
  );
  const response = await s.mattermost.fetch(request, { userId: s.ada.id });
  assertEquals(await response.text(), "fine");
  assertEquals(seen, [
    ["/plugins/com.example.web/a/b?x=1", "/plugins/com.example.web", s.ada.id],
    [["cookie", "theme=dark"], ["x-mine", "1"]],
  ]);
  const other = await s.mattermost.fetch("/plugins/com.example.none/");
  assertEquals([other.status, await other.text()], [404, "404 page not found\n"]);
});

Deno.test("the files of a bundle's folder `public` are for everybody, others for nobody", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/public/img`, { recursive: true });
    await Deno.writeTextFile(`${folder}/public/img/a.svg`, "<svg/>");
    await Deno.writeTextFile(`${folder}/secret.txt`, "secret");
    await Deno.symlink(`${folder}/secret.txt`, `${folder}/public/link.txt`);
    await using s = setUp();
    await s.mattermost.attachPlugin(inProcessPlugin("web", {}, { bundlePath: folder }));
    const file = await s.mattermost.fetch("/plugins/web/public/img/a.svg");
    assertEquals([file.headers.get("Content-Type"), await file.text()], [
      "image/svg+xml",
      "<svg/>",
    ]);
    for (const path of ["img", "", "none.txt", "link.txt", "..%2fsecret.txt", "img/%2e%2e%2fa"]) {
      const refused = await s.mattermost.fetch(`/plugins/web/public/${path}`);
      assertEquals([path, refused.status], [path, 404]);
      await refused.body?.cancel();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("plugins send each other requests, and the receiver knows who asks", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("web", {}, {
    fetch: async (request, options) =>
      Response.json([
        request.method,
        options?.mount,
        options?.sourcePluginId,
        options?.userId,
        await request.text(),
      ]),
  }));
  const response = await s.api.pluginHTTP(
    new Request("http://plugins/web/path", {
      method: "POST",
      body: "hi",
      headers: { "Mattermost-User-Id": s.bob.id },
    }),
  );
  assertEquals(await response.json(), ["POST", "/web", "com.example.first", s.bob.id, "hi"]);
  const missing = await s.api.pluginHTTP(new Request("http://plugins/none/path"));
  assertEquals(missing.status, 404);
  await missing.body?.cancel();
});

Deno.test("plugins stop in the opposite order, and stopping twice is stopping once", async () => {
  const s = setUp();
  const stopped: string[] = [];
  for (const id of ["a", "b", "c"]) {
    const stop = () => Promise.resolve(void stopped.push(id));
    await s.mattermost.attachPlugin(inProcessPlugin(id, {}, { stop }));
  }
  await s.mattermost.stop();
  await s.mattermost.stop();
  assertEquals(stopped, ["c", "b", "a"]);
});

Deno.test("the other plugins are stopped even when one does not stop", async () => {
  const s = setUp();
  const stopped: string[] = [];
  await s.mattermost.attachPlugin(
    inProcessPlugin("a", {}, { stop: () => Promise.resolve(void stopped.push("a")) }),
  );
  await s.mattermost.attachPlugin(
    inProcessPlugin("b", {}, { stop: () => Promise.reject(new Error("stuck")) }),
  );
  const error = await assertRejects(() => s.mattermost.stop(), AggregateError);
  assertStringIncludes(String(error.errors[0]), "stuck");
  assertEquals(stopped, ["a"]);
});

Deno.test("events can be iterated over, until the server stops", async () => {
  const s = setUp();
  const iterator = s.mattermost.events[Symbol.asyncIterator]();
  await s.mattermost.post({ userId: s.ada.id, channelId: s.channel.id, message: "m" });
  const first = await iterator.next();
  assertEquals(first.value?.type, "posted");
  const next = iterator.next();
  await s.mattermost.stop();
  assertEquals((await next).done, true);
});

Deno.test("a file keeps everything from one server to the next", async () => {
  const folder = await Deno.makeTempDir();
  const database = `${folder}/mattermost.db`;
  try {
    let userId = "";
    {
      await using mattermost = createEmbeddedMattermost({ database });
      userId = mattermost.createUser({ username: "ada" }).id;
      await apiOf(mattermost, "p").kvSet({ key: "k", value: new Uint8Array([1, 2]) });
    }
    await using mattermost = createEmbeddedMattermost({ database });
    const api = apiOf(mattermost, "p");
    assertEquals((await api.getUser({ userId })).username, "ada");
    assertEquals(await api.kvGet({ key: "k" }), new Uint8Array([1, 2]));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a file that is no database, or of another layout, is refused with what to do", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const text = `${folder}/notes.txt`;
    await Deno.writeTextFile(
      text,
      "This is no database, and longer than a header of SQLite is. ".repeat(9),
    );
    const none = assertThrows(() => createEmbeddedMattermost({ database: text }), Error);
    assertStringIncludes(none.message, "it is not an SQLite file");
    const { DatabaseSync } = await import("node:sqlite");
    const other = new DatabaseSync(`${folder}/other.db`);
    other.exec("PRAGMA user_version = 99");
    other.close();
    const newer = assertThrows(
      () => createEmbeddedMattermost({ database: `${folder}/other.db` }),
      Error,
    );
    assertStringIncludes(newer.message, "its layout is version 99, this package needs version 2");
    assertStringIncludes(newer.message, "Remove the file");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a plugin that is not there has no status and cannot be removed", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("p", {}));
  const status = await s.api.getPluginStatus({ id: "p" });
  assertEquals([status.state, status.version], [2, "1.0.0"]);
  assertEquals((await s.api.getPlugins()).map(({ id }) => id), ["p"]);
  const error = await assertRejects(() => s.api.getPluginStatus({ id: "none" }));
  assertStringIncludes(String(error), `"none"`);
});

Deno.test("the same plugin is not added over itself", async () => {
  await using s = setUp();
  await s.mattermost.attachPlugin(inProcessPlugin("p", {}));
  const error = await assertRejects(
    () => s.mattermost.attachPlugin(inProcessPlugin("p", {})),
    ValidationError,
  );
  assertEquals(error.id, "app.plugin.install_id.app_error");
});
