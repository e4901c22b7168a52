import { assertEquals, assertStringIncludes } from "@std/assert";
import { testPlugin } from "@mattermost-deno/plugin/testing";
import webhook from "./plugin.ts";
import { signatureOf } from "./signature.ts";

const deployment = { id: "d1", service: "shop", version: "1.2.0", ticket: "WEB-12" };

/** The plugin on a server, with a ticket service beside it that knows one ticket. */
async function start() {
  const service = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) =>
      new URL(request.url).pathname === "/tickets/WEB-12"
        ? Response.json({ title: "Carts survive a reload" })
        : new Response("broken", { status: 500 }),
  );
  const t = await testPlugin(webhook);
  await t.configure({
    secret: "a secret of the build server",
    team: t.team.name,
    channel: t.channel.name,
    tickets: `http://127.0.0.1:${service.addr.port}`,
  });
  const send = async (what: unknown, secret = "a secret of the build server") => {
    const body = new TextEncoder().encode(JSON.stringify(what));
    const headers = { "X-Signature": await signatureOf(secret, body) };
    return await t.fetch("/deployed", { method: "POST", body, headers });
  };
  return {
    t,
    send,
    async [Symbol.asyncDispose]() {
      await t.stop();
      await service.shutdown();
    },
  };
}

Deno.test("a signed webhook becomes a post of the bot, with the ticket's title", async () => {
  await using stage = await start();
  const { t, send } = stage;
  const response = await send(deployment);
  assertEquals(response.status, 201);
  const { postId } = await response.json();
  const [post] = t.posts();
  assertEquals(post?.id, postId);
  assertEquals(post?.message, "**shop** 1.2.0 is live: WEB-12, Carts survive a reload");
  assertEquals((await t.api.getUser({ userId: post!.userId })).username, "deployments");
  const told = t.events.find(({ type }) => type === "custom");
  assertStringIncludes(Deno.inspect(told, { depth: 5 }), postId);
});

Deno.test("a webhook with a wrong signature is refused, and nothing is posted", async () => {
  await using stage = await start();
  const { t, send } = stage;
  const response = await send(deployment, "a guess");
  assertEquals(response.status, 401);
  assertEquals((await response.json()).message, "The signature is missing or wrong.");
  assertEquals((await t.fetch("/deployed", { method: "POST", body: "{}" })).status, 401);
  assertEquals(t.posts(), []);
});

Deno.test("a webhook that comes again is answered, and not posted again", async () => {
  await using stage = await start();
  const { t, send } = stage;
  await send(deployment);
  assertEquals(await (await send(deployment)).json(), { known: true });
  assertEquals(t.posts().length, 1);
});

Deno.test("without the ticket service the post lacks the title, and the log says so", async () => {
  await using stage = await start();
  const { t, send } = stage;
  assertEquals((await send({ ...deployment, ticket: "WEB-13" })).status, 201);
  assertEquals(t.posts()[0]?.message, "**shop** 1.2.0 is live");
  assertEquals(
    t.log.some(({ level, message }) => level === "warn" && message.includes("did not answer")),
    true,
  );
});

Deno.test("what is no webhook is told so", async () => {
  await using stage = await start();
  const { t, send } = stage;
  for (
    const [body, message] of [
      [{ ...deployment, version: 3 }, '"version" must be a text of 1 to 100 characters.'],
      [[], '"id" must be a text of 1 to 100 characters.'],
      [null, "The body must be a JSON object."],
    ]
  ) {
    const response = await send(body);
    assertEquals([response.status, (await response.json()).message], [400, message]);
  }
  assertEquals((await t.fetch("/elsewhere")).status, 404);
});

Deno.test("the list of deployments is for whoever is logged in", async () => {
  await using stage = await start();
  const { t, send } = stage;
  await send(deployment);
  assertEquals((await t.fetch("/deployments")).status, 401);
  assertEquals(await (await t.fetch("/deployments", { as: "ada" })).json(), [deployment]);
});

Deno.test("without a secret nothing is taken", async () => {
  await using t = await testPlugin(webhook);
  assertEquals((await t.fetch("/deployed", { method: "POST", body: "{}" })).status, 503);
});
