import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { pluginOn } from "../../tests/support/plugin_on_server.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { eventsOf, setUp } from "../embedded/setup_test.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { event } from "./event.ts";

const todoChanged = event<{ count: number; names?: string[] }>();
const somebody = "u".repeat(26);

/** What a plugin with one event publishes; the calls take anything, as JavaScript does. */
async function published(
  act: (publish: (...args: unknown[]) => Promise<void>) => Promise<unknown>,
) {
  await using s = setUp();
  const running = pluginOn(s.mattermost, {
    events: { todoChanged },
    onActivate: (context: HookContext) => act(context.publish as never),
  } as never);
  assertEquals(await running.activate(), undefined);
  return eventsOf(s.events, "custom");
}

async function refusal(...args: unknown[]): Promise<string> {
  let text = "";
  const sent = await published(async (publish) => {
    text = (await assertRejects(() => publish(...args), TypeError)).message;
  });
  assertEquals(sent, []);
  return text;
}

Deno.test("an event goes to whom it is for, under the plugin's prefix", async () => {
  const channelId = "c".repeat(26);
  const sent = await published(async (publish) => {
    await publish("todoChanged", { count: 1, names: undefined }, { userId: somebody });
    await publish("todoChanged", { count: 2 }, { channelId }, {
      omitUserIds: [somebody],
      omitConnectionId: channelId,
    });
    await publish("todoChanged", { count: 3 }, { teamId: channelId }, { omitConnectionId: null });
    await publish("todoChanged", { count: 4 }, { connectionId: channelId });
    await publish("todoChanged", { count: 5 }, "everyone");
  });
  assertEquals(
    new Set(sent.map(({ event }) => event)),
    new Set(["custom_com.example.test_todoChanged"]),
  );
  assertEquals(
    sent.map(({ payload, broadcast: to }) => [
      payload,
      [to.userId, to.channelId, to.teamId, to.connectionId],
      [...to.omitUsers, to.omittedConnectionId],
    ]),
    [
      [{ count: 1 }, [somebody, "", "", ""], [""]],
      [{ count: 2 }, ["", channelId, "", ""], [somebody, channelId]],
      [{ count: 3 }, ["", "", channelId, ""], [""]],
      [{ count: 4 }, ["", "", "", channelId], [""]],
      [{ count: 5 }, ["", "", "", ""], [""]],
    ],
  );
});

Deno.test("an audience that servers would take for everybody is refused", async () => {
  const at = 'publish("todoChanged"): ';
  const kinds = "userId, channelId, teamId, connectionId";
  assertEquals(
    await refusal("todoChanged", {}, undefined),
    `${at}the audience: expected { userId }, { channelId }, { teamId }, { connectionId } or ` +
      '"everyone", got undefined',
  );
  assertEquals(
    await refusal("todoChanged", {}, {}),
    `${at}the audience: expected one of ${kinds}, got none; for all people write "everyone"`,
  );
  assertEquals(
    await refusal("todoChanged", {}, { userId: "" }),
    `${at}userId: expected an id of 26 characters, got ""`,
  );
  assertEquals(
    await refusal("todoChanged", {}, { userId: null }),
    `${at}userId: expected an id of 26 characters, got null`,
  );
  assertEquals(
    await refusal("todoChanged", {}, { userId: somebody, channelId: somebody }),
    `${at}the audience: expected one of ${kinds}, got userId and channelId`,
  );
  assertEquals(
    await refusal("todoChanged", {}, { user: somebody }),
    `${at}the audience: there is no "user"; it takes one of ${kinds}`,
  );
  assertEquals(
    await refusal("todoChanged", {}, { userId: somebody }, { omitUserIds: [somebody] }),
    `${at}omitUserIds: servers do not look at it together with userId`,
  );
  assertEquals(
    await refusal("todoChanged", {}, { connectionId: somebody }, { omitConnectionId: somebody }),
    `${at}omitConnectionId: servers do not look at it together with connectionId`,
  );
  assertEquals(
    await refusal("todoChanged", {}, "everyone", { omitUsers: [somebody] } as never),
    `${at}there is no option "omitUsers"; did you mean "omitUserIds"?`,
  );
  assertEquals(
    await refusal("todoChanged", {}, "everyone", { omitUserIds: [""] }),
    `${at}omitUserIds.0: expected an id of 26 characters, got ""`,
  );
});

Deno.test("a payload that JSON cannot carry is refused, with the place", async () => {
  const loop: Record<string, unknown> = {};
  loop["inner"] = { loop };
  const cases: [unknown, string][] = [
    [undefined, "payload: expected an object, got undefined"],
    [[1], "payload: expected an object, got an array of 1"],
    [{ at: new Date() }, "payload.at: expected a JSON value, got a Date"],
    [{ items: [{ n: 5n }] }, "payload.items.0.n: expected a JSON value, got 5n"],
    [{ n: NaN }, "payload.n: expected a JSON value, got the number NaN"],
    [{ list: [undefined] }, "payload.list.0: expected a JSON value, got undefined"],
    [loop, "payload.inner.loop: it contains itself, which JSON cannot say"],
  ];
  for (const [payload, text] of cases) {
    assertEquals(
      await refusal("todoChanged", payload, "everyone"),
      `publish("todoChanged"): ${text}`,
    );
  }
});

Deno.test("an event that is not declared is refused, with the one that was meant", async () => {
  assertEquals(
    await refusal("todosChanged", {}, "everyone"),
    'publish("todosChanged"): there is no such event; did you mean "todoChanged"?',
  );
  assertEquals(
    await refusal("x", {}, "everyone"),
    'publish("x"): there is no such event; there are todoChanged',
  );
  await using s = setUp();
  let text = "";
  await pluginOn(s.mattermost, {
    onActivate: async ({ publish }: HookContext) => {
      text = (await assertRejects(() => publish("x", {}, "everyone"), TypeError)).message;
    },
  }).activate();
  assertStringIncludes(text, "the plugin declares no events; add events: { … }");
});

Deno.test("a declaration of events is checked", () => {
  const text = (events: unknown) =>
    assertThrows(() => definePlugin({ events } as never), TypeError).message;
  assertEquals(
    text([]),
    "definePlugin(): events: expected events by name, got an array of 0",
  );
  assertEquals(
    text({ "a b": todoChanged }),
    'definePlugin(): events: expected a name of 1 to 64 letters, digits, "_", "." and "-", got "a b"',
  );
  assertStringIncludes(text({ custom_x: todoChanged }), '"custom_x": leave out "custom_"');
  assertEquals(
    text({ x: { count: 1 } }),
    "definePlugin(): events.x: expected event<{ … }>(), got an object",
  );
});
