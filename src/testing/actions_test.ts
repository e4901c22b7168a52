import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import { NotFoundError, PermissionDeniedError, ValidationError } from "../api/errors.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { testPlugin } from "./test_plugin.ts";

const url = "/plugins/com.example.test/act?from=test";
let answer: () => Response = () => new Response();
const seen: { headers: Record<string, string>; body: JsonObject; path: string }[] = [];

const plugin = definePlugin({
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "ask" } }),
  hooks: {
    executeCommand: async ({ userId, channelId }, { api }) => {
      const button = { name: "Mine", type: "button", integration: { url, context: { n: 2 } } };
      const props = { attachments: [{ text: "x", actions: [button] }] };
      await api.sendEphemeralPost({ userId, post: { channelId, props } });
    },
    serveHTTP: async (request) => {
      const { pathname, search } = new URL(request.url);
      const headers = Object.fromEntries(request.headers);
      seen.push({ headers, body: await request.json(), path: pathname + search });
      return answer();
    },
  },
});

const done = { id: "done", name: "Done", type: "button", integration: { url, context: { n: 1 } } };
const menu = {
  name: "Colour",
  type: "select",
  integration: { url },
  options: [{ text: "Red", value: "r" }],
};
const props = {
  attachments: [{ text: "a", actions: [done, menu] }],
  mine: 1,
  from_webhook: "true",
};

Deno.test("a click reaches the plugin as on a server: the body, one header, and no more", async () => {
  await using t = await testPlugin(plugin);
  seen.length = 0;
  answer = () => new Response();
  const post = await t.post({ message: "todo", props });
  await t.click(post, "Done", { as: t.users.ben });
  const [request] = seen;
  assertEquals(request?.path, "/act?from=test");
  assertEquals(request?.headers, { "mattermost-user-id": t.users.ben.id });
  const { trigger_id: trigger, ...body } = request?.body ?? {};
  assertEquals(atob(String(trigger)).split(":")[1], t.users.ben.id);
  assertEquals(body, {
    user_id: t.users.ben.id,
    user_name: "ben",
    channel_id: t.channel.id,
    channel_name: "talk",
    team_id: t.team.id,
    team_domain: "acme",
    post_id: post.id,
    type: "button",
    data_source: "",
    context: { n: 1 },
  });
});

Deno.test("the answer updates the post: props stay without new ones, those of the server always", async () => {
  await using t = await testPlugin(plugin);
  const post = await t.post({ message: "todo", props });
  answer = () => Response.json({ update: { message: "done" } }, { status: 500 });
  const first = await t.click(post, "Done");
  assertEquals([first.post?.message, first.post?.props?.["mine"]], ["done", 1]);
  answer = () =>
    Response.json({ update: { props: { other: 2, from_plugin: "true" } }, ephemeral_text: "psst" });
  const second = await t.click(post, "Done");
  assertEquals(second.post?.props, { other: 2, from_webhook: "true" });
  assertEquals(second.ephemeral.map(({ message }) => message), ["psst"]);
});

Deno.test("a choice is sent beside the context, and what the menu lacks is refused", async () => {
  await using t = await testPlugin(plugin);
  seen.length = 0;
  answer = () => Response.json({});
  const post = await t.post({ message: "todo", props });
  await t.select(post, "Colour", "Red");
  assertEquals(seen[0]?.body["context"], { selected_option: "r" });
  await assertRejects(() => t.select(post, "Colour", "Blue"), TypeError, 'it has "Red"');
  await assertRejects(() => t.click(post, "Dune"), TypeError, 'did you mean "Done"?');
});

Deno.test("a post that one person alone sees has actions by a cookie, which nobody can change", async () => {
  await using t = await testPlugin(plugin);
  seen.length = 0;
  answer = () => new Response();
  const { ephemeral: [post] } = await t.command("/ask");
  await t.click(post!, "Mine");
  assertEquals(seen[0]?.body["context"], { n: 2 });
  assertEquals(JSON.stringify(post!.props).includes("integration"), false);
  const input = { userId: t.users.ada.id, postId: post!.id, actionId: "x" };
  await assertRejects(
    () => t.mattermost.doPostAction({ ...input, cookie: "AAAA" }),
    ValidationError,
  );
  await assertRejects(() => t.mattermost.doPostAction(input), PermissionDeniedError);
});

Deno.test("clicks that lead nowhere, and answers that are none, are errors", async () => {
  await using t = await testPlugin(plugin);
  const post = await t.post({ message: "todo", props });
  answer = () => new Response("404 page not found");
  const failed = await assertRejects(() => t.click(post, "Done"), ValidationError, "no JSON");
  assertEquals(failed.id, "api.post.do_action.action_integration.app_error");
  await assertRejects(() => t.click(post, "Done", { as: "mallory" }), PermissionDeniedError);
  const action = { userId: t.users.ada.id, postId: post.id };
  await assertRejects(
    () => t.mattermost.doPostAction({ ...action, actionId: "no" }),
    NotFoundError,
  );
  await assertRejects(
    () => t.mattermost.doPostAction({ ...action, actionId: "a_b" }),
    NotFoundError,
  );
  const bare = { ...done, integration: { url: "/act" } };
  const other = await t.post({ message: "x", props: { attachments: [{ actions: [bare] }] } });
  await assertRejects(() => t.click(other, "Done"), ValidationError, "leads nowhere");
});

Deno.test("of a plugin's writes to a click only the last one counts, as on a server", async () => {
  await using t = await testPlugin(plugin);
  const post = await t.post({ message: "todo", props });
  answer = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("{ broken"));
          controller.enqueue(new TextEncoder().encode('{"update":{"message":"last"}}'));
          controller.close();
        },
      }),
    );
  assertEquals((await t.click(post, "Done")).post?.message, "last");
  assertStringIncludes(JSON.stringify(t.events.at(-1)?.type), "post_edited");
});
