import { assert, assertEquals, assertRejects } from "@std/assert";
import { NotFoundError, NotImplementedError, ValidationError } from "../api/errors.ts";
import { inProcessPlugin, noon, setUp } from "./setup_test.ts";

Deno.test("a session is made, prolonged, ended; one that is missing is said to be", async () => {
  await using s = setUp();
  const userId = s.ada.id;
  const session = await s.api.createSession({ session: { userId, token: "mine" } });
  assertEquals([session.userId, session.createAt, session.expiresAt], [userId, BigInt(noon), 0n]);
  assert(session.token !== "mine" && session.token.length === 26);
  const newExpiry = BigInt(noon + 1000);
  await s.api.extendSessionExpiry({ sessionId: session.id, newExpiry });
  assertEquals((await s.api.getSession({ sessionId: session.id })).expiresAt, newExpiry);
  await s.api.revokeSession({ sessionId: session.id });
  const error = await assertRejects(
    () => s.api.getSession({ sessionId: session.id }),
    ValidationError,
  );
  assertEquals(error.id, "app.session.get.app_error");
  await assertRejects(() => s.api.createSession({ session: { userId: "x" } }), ValidationError);
});

Deno.test("requests are by whom their token stands for; a wrong one is nobody's", async () => {
  await using s = setUp();
  const { ada, mattermost } = s;
  const seen: (string | undefined)[] = [];
  await mattermost.attachPlugin({
    ...plugin,
    fetch: (_request, options) => {
      seen.push(options?.userId);
      return Promise.resolve(new Response(options?.context?.sessionId ?? ""));
    },
  });
  const { token, id } = await s.api.createSession({ session: { userId: ada.id } });
  const ask = async (init: RequestInit, path = "") =>
    await (await mattermost.fetch(new Request(`http://localhost:8065/plugins/p${path}`, init)))
      .text();
  assertEquals(await ask({ headers: { Authorization: `Bearer ${token}` } }), id);
  assertEquals(await ask({}, `/x?access_token=${token}`), id);
  const Cookie = `MMAUTHTOKEN=${token}`;
  assertEquals(await ask({ headers: { Cookie } }), id);
  assertEquals(await ask({ method: "POST", headers: { Cookie } }), "");
  const own = { "X-Requested-With": "XMLHttpRequest" };
  assertEquals(await ask({ method: "POST", headers: { Cookie, ...own } }), id);
  assertEquals(await ask({ headers: { Authorization: "Bearer wrong" } }), "");
  assertEquals(seen, [ada.id, ada.id, ada.id, undefined, ada.id, undefined]);
});

Deno.test("access tokens are for bots, and for people where the settings say so", async () => {
  await using s = setUp();
  const { userId } = await s.api.createBot({ bot: { username: "robot" } });
  const token = await s.api.createUserAccessToken({ token: { userId, description: "ci" } });
  assertEquals([token.isActive, token.token.length], [true, 26]);
  const error = await assertRejects(
    () => s.api.createUserAccessToken({ token: { userId: s.ada.id } }),
    NotImplementedError,
  );
  assertEquals(error.id, "app.user_access_token.disabled");
  await s.api.revokeUserAccessToken({ tokenId: token.id });
  await assertRejects(() => s.api.revokeUserAccessToken({ tokenId: token.id }), NotFoundError);
});

const plugin = inProcessPlugin("p", {});
