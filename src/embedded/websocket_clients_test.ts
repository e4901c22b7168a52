import { assertEquals, assertThrows } from "@std/assert";
import { NotFoundError } from "../api/errors.ts";
import { inProcessPlugin, setUp } from "./setup_test.ts";

Deno.test("an event reaches the connections that its broadcast names, and no others", async () => {
  await using s = setUp();
  const { mattermost, ada, bob, team, channel } = s;
  const cleo = mattermost.createUser({ username: "cleo" });
  const clients = {
    ada: mattermost.connectWebSocket(ada.id),
    ada2: mattermost.connectWebSocket(ada.id),
    bob: mattermost.connectWebSocket(bob.id),
    cleo: mattermost.connectWebSocket(cleo.id),
    nobody: mattermost.connectWebSocket(),
  };
  const heard = async (
    broadcast: Parameters<typeof s.api.publishWebSocketEvent>[0]["broadcast"],
  ) => {
    const before = Object.values(clients).map(({ received }) => received.length);
    await s.api.publishWebSocketEvent({ event: "e", payload: { n: 1 }, broadcast });
    return Object.entries(clients)
      .filter(([, { received }], index) => received.length > (before[index] ?? 0))
      .map(([name]) => name).join(" ");
  };
  assertEquals(await heard(undefined), "ada ada2 bob cleo");
  assertEquals(await heard({ connectionId: clients.ada2.id, userId: bob.id }), "ada2");
  assertEquals(await heard({ omittedConnectionId: clients.ada.id }), "ada2 bob cleo");
  assertEquals(await heard({ userId: bob.id }), "bob");
  assertEquals(await heard({ omitUsers: [ada.id] }), "bob cleo");
  assertEquals(await heard({ channelId: channel.id }), "ada ada2 bob");
  assertEquals(await heard({ teamId: team.id }), "ada ada2 bob");
  assertEquals(await heard({ containsSensitiveData: true }), "ada ada2");
  assertEquals(clients.bob.received[0], { event: "custom_com.example.first_e", data: { n: 1 } });
});

Deno.test("plugins are told of connections, of what they send, and of their end", async () => {
  await using s = setUp();
  const { mattermost, ada } = s;
  const told: unknown[] = [];
  const tell = (what: string) => (request: { userId?: string; request?: { action?: string } }) => {
    told.push([what, request.userId, request.request?.action]);
    return Promise.resolve();
  };
  await mattermost.attachPlugin(inProcessPlugin("p", {
    onWebSocketConnect: tell("connect"),
    webSocketMessageHasBeenPosted: tell("message"),
    onWebSocketDisconnect: tell("disconnect"),
  }));
  const client = mattermost.connectWebSocket(ada.id);
  client.send("custom_other_x", { n: 1 });
  client.close();
  client.close();
  mattermost.connectWebSocket().send("x");
  await mattermost.settled();
  assertEquals(told, [
    ["connect", ada.id, undefined],
    ["message", ada.id, "custom_other_x"],
    ["disconnect", ada.id, undefined],
    ["connect", "", undefined],
    ["message", "", "x"],
  ]);
  assertThrows(() => client.send("late"), TypeError, "was closed");
  assertThrows(() => mattermost.connectWebSocket("missing"), NotFoundError);
});
