import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { ChannelType } from "../contract/mod.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { UserError } from "../plugin/user_error.ts";
import type { HookContext } from "../plugin/hook_context.ts";
import { testPlugin } from "../testing/test_plugin.ts";
import { type ActionContext, type ActionResult, defineAction } from "./action.ts";

const seen: { item: unknown; context: ActionContext }[] = [];
let result: (context: ActionContext) => ActionResult | Promise<ActionResult> = () => {};

const act = defineAction("act", (item: { text: string }, context) => {
  seen.push({ item, context });
  return result(context);
});
const open = defineAction("open", () => "hello", { membersOnly: false });
const undeclared = defineAction("opn", () => {});

let make: (context: HookContext) => unknown = () => [];

const plugin = definePlugin({
  actions: [act, open],
  bot: { username: "todo", displayName: "Todo" },
  hooks: {
    messageHasBeenPosted: async (post, context) => {
      if (post.message !== "go") return;
      const props = { attachments: [{ text: "x", actions: make(context) as [] }] };
      const { channelId, id: rootId } = post;
      const message = "buttons";
      const userId = context.bot.userId;
      await context.api.createPost({ post: { userId, channelId, rootId, message, props } });
    },
  },
});

async function started(actions: typeof make, then: typeof result = () => {}) {
  seen.length = 0;
  make = actions;
  result = then;
  const t = await testPlugin(plugin);
  await t.post("go");
  await t.settled();
  const post = t.posts().find(({ message }) => message === "buttons");
  assert(post !== undefined, "the plugin has posted");
  return { t, post };
}

const button = (context: HookContext) => [
  context.button(act, { label: "Act", context: { text: "milk" }, style: "primary", tooltip: "!" }),
];

Deno.test("a click gives the action its item, who clicked, and where", async () => {
  const { t, post } = await started(button);
  await using _ = t;
  await t.click(post, "Act", { as: "ben" });
  const [{ item, context } = {}] = seen;
  assertEquals(item, { text: "milk" });
  assertEquals(context?.userId, t.users.ben.id);
  assertEquals(context?.channelId, t.channel.id);
  assertEquals(context?.teamId, t.team.id);
  assertEquals(context?.rootId, post.rootId);
  assertEquals(context?.post?.id, post.id);
  assertEquals(context?.postId, post.id);
  assertEquals(context?.selected, null);
});

Deno.test("a button looks as it was made, and leads below the plugin's own path", async () => {
  const { t, post } = await started(button);
  await using _ = t;
  const [attachment] = (post.props?.["attachments"] ?? []) as {
    actions: Record<string, unknown>[];
  }[];
  const [made] = attachment?.actions ?? [];
  assertEquals([made?.["name"], made?.["type"], made?.["style"], made?.["tooltip"]], [
    "Act",
    "button",
    "primary",
    "!",
  ]);
  assert(/^[A-Za-z0-9]+$/.test(String(made?.["id"])), "Mattermost answers 404 for other ids");
  const integration = made?.["integration"] as { url: string };
  assertEquals(integration.url, "/plugins/com.example.test/_plugin/actions/act");
});

Deno.test("update changes the post; text, files and properties that are not given stay", async () => {
  const { t, post } = await started(button, () => ({ update: { message: "done" } }));
  await using _ = t;
  const first = await t.click(post, "Act");
  assertEquals(first.post?.message, "done");
  result = () => ({ update: { props: {} }, ephemeral: "psst" });
  const second = await t.click(post, "Act");
  assertEquals(second.post?.message, "done");
  assertEquals(second.post?.props?.["attachments"], undefined);
  assertEquals(second.ephemeral.map(({ message }) => message), ["psst"]);
  // The button is gone with the attachments.
  await assertRejects(() => t.click(post, "Act"), TypeError, 'no button "Act"');
});

Deno.test("a new button in the update works as the old one did", async () => {
  const { t, post } = await started(button, (context) => ({
    update: {
      props: {
        attachments: [{
          actions: [context.button(act, { label: "Again", context: { text: "2" } })],
        }],
      },
    },
  }));
  await using _ = t;
  await t.click(post, "Act");
  await t.click(post, "Again");
  assertEquals(seen.map(({ item }) => item), [{ text: "milk" }, { text: "2" }]);
});

Deno.test("an update too long for one answer arrives whole", async () => {
  const long = "x".repeat(300_000);
  const { t, post } = await started(
    button,
    () => ({ update: { props: { long } }, ephemeral: "!" }),
  );
  await using _ = t;
  const { post: changed, ephemeral } = await t.click(post, "Act");
  assertEquals(changed?.props?.["long"], long);
  assertEquals([changed?.message, ephemeral.length], ["buttons", 1]);
});

Deno.test("a text is shown to the person who clicked; nothing is nothing", async () => {
  const { t, post } = await started(button, () => "only you");
  await using _ = t;
  const { ephemeral } = await t.click(post, "Act");
  assertEquals(ephemeral.map(({ message }) => message), ["only you"]);
  result = () => {};
  assertEquals((await t.click(post, "Act")).ephemeral, []);
});

Deno.test("a UserError is shown; any other error is logged, and its text is not", async () => {
  const { t, post } = await started(button, () => {
    throw new UserError("Milk is sold out.");
  });
  await using _ = t;
  const told = await t.click(post, "Act");
  assertEquals(told.ephemeral.map(({ message }) => message), ["Milk is sold out."]);
  result = () => {
    throw new Error("the password is hunter2");
  };
  const failed = await t.click(post, "Act");
  assertEquals(failed.ephemeral.map(({ message }) => message), [
    "This did not work. The server's log says why.",
  ]);
  assertEquals(t.takeErrors().map(({ message }) => message), ["the password is hunter2"]);
});

Deno.test("a result of the wrong shape is an error that says what is right", async () => {
  const { t, post } = await started(button, () => ({ updat: {} }) as never);
  await using _ = t;
  await t.click(post, "Act");
  assertStringIncludes(
    t.takeErrors()[0]?.message ?? "",
    'the action "act": its result has no "updat"; it has update and ephemeral',
  );
});

Deno.test("a menu's choice is what was selected, and only what it offers", async () => {
  const { t, post } = await started((context) => [
    context.menu(act, {
      label: "Colour",
      options: ["red", { text: "Blue", value: "b" }],
      default: "b",
      context: { text: "paint" },
    }),
  ]);
  await using _ = t;
  await t.select(post, "Colour", "Blue");
  await t.select(post, "Colour", "red");
  assertEquals(seen.map(({ context }) => context.selected), ["b", "red"]);
});

Deno.test("a menu of users gives an id; one of channels only what the person can see", async () => {
  const { t, post } = await started((context) => [
    context.menu(act, { label: "Who", options: "users", context: { text: "" } }),
    context.menu(act, { label: "Where", options: "channels", context: { text: "" } }),
  ]);
  await using _ = t;
  const { team, users } = t;
  const hidden = t.mattermost.createChannel(
    { teamId: team.id, name: "hidden", displayName: "Hidden", type: ChannelType.PRIVATE },
    users.ben,
  );
  await t.select(post, "Who", users.ben);
  await t.select(post, "Where", t.channel);
  await t.select(post, "Where", hidden, { as: "ben" });
  assertEquals(seen.map(({ context }) => context.selected), [
    users.ben.id,
    t.channel.id,
    hidden.id,
  ]);
  const refused = await t.select(post, "Where", hidden, { as: "ada" });
  assertEquals(refused.ephemeral.map(({ message }) => message), ["That cannot be chosen here."]);
  const nobody = await t.select(post, "Who", "z".repeat(26));
  assertEquals(nobody.ephemeral.length, 1);
  assertEquals(seen.length, 3);
});

Deno.test("a click can open a dialog, by the trigger of that click", async () => {
  const { t, post } = await started(button, async ({ api, triggerId }) => {
    await api.openInteractiveDialog({
      dialog: { triggerId, url: "/plugins/com.example.test/x", dialog: { title: "x" } },
    });
  });
  await using _ = t;
  assertEquals((await t.click(post, "Act")).dialog?.title, "x");
});

const channelId = "c".repeat(26);

function mistake(act: (context: HookContext) => unknown): Promise<string> {
  let text = "";
  const failing = definePlugin({
    actions: [open],
    onActivate: (context) => {
      text = assertThrows(() => act(context), TypeError).message;
    },
  });
  return testPlugin(failing).then((t) => t.stop()).then(() => text);
}

Deno.test("what no button can be made of is refused by name", async () => {
  assertEquals(
    await mistake(({ button }) => button(undeclared, { label: "x" })),
    'button("opn"): the action is not declared; write definePlugin({ actions: [opn] }), or did ' +
      'you mean "open"?',
  );
  assertEquals(
    await mistake(({ button }) => button({} as never, { label: "x" })),
    "button(): expected an action, as defineAction() returns it, got an object",
  );
  assertEquals(
    await mistake(({ button }) => button(open, { label: "" })),
    'button("open"): label: expected a text, got ""',
  );
  assertEquals(
    await mistake(({ button }) => button(open, { label: "x", context: { deep: [1n] } })),
    'button("open"): context.deep[0]: expected a JSON value, got 1n; write Number(value) or String(value)',
  );
  assertEquals(
    await mistake(({ button }) => button(open, { label: "x", expiresInMs: 0 })),
    'button("open"): expiresInMs: expected milliseconds, more than 0, got the number 0',
  );
  assertEquals(
    await mistake(({ button }) => button(open, { label: "x", ephemeral: true, channelId })),
    'button("open"): ephemeral: this context knows no user; give userId and channelId: only that ' +
      "person can click, and only there",
  );
  assertEquals(
    await mistake(({ button }) => button(open, { label: "x", userId: "ben" })),
    'button("open"): userId: expected an id of 26 characters, got "ben"',
  );
  assertEquals(
    await mistake(({ menu }) => menu(open, { label: "x", options: [] })),
    'menu("open"): options: expected an array of at least one, got an array of 0',
  );
  assertEquals(
    await mistake(({ menu }) => menu(open, { label: "x", options: ["a", "a"] })),
    'menu("open"): options: the value "a" is there more than once',
  );
  assertEquals(
    await mistake(({ button }) => button(open, { label: "x", contxt: 1 } as never)),
    'button("open"): there is no option "contxt"; did you mean "context"?',
  );
  assertEquals(
    await mistake(({ button }) => button(open, { label: "x", style: "red" as never })),
    'button("open"): style: expected one of default, primary, success, good, warning, danger, or ' +
      'a colour such as #1e325c, got "red"',
  );
  assertEquals(
    await mistake(({ menu }) => menu(open, { label: "x", optons: "users" } as never)),
    'menu("open"): there is no option "optons"; did you mean "options"?',
  );
  assertEquals(
    await mistake(({ menu }) => menu(open, { label: "x", options: ["a"], default: "b" })),
    'menu("open"): default: "b" is none of the options\' values',
  );
});

Deno.test("declarations that cannot be are refused", () => {
  const text = (make: () => unknown) => assertThrows(make, TypeError).message;
  assertEquals(
    text(() => defineAction("a b", () => {})),
    'defineAction(): expected a name of letters, digits, "_" and "-" that begins with a letter, ' +
      '64 at most, got "a b"',
  );
  assertEquals(
    text(() => defineAction("a", undefined as never)),
    'defineAction("a"): expected a function, got undefined',
  );
  assertEquals(
    text(() => definePlugin({ actions: [open, defineAction("open", () => {})] })),
    'definePlugin(): actions[1]: there is another "open" before it',
  );
  assertEquals(
    text(() => definePlugin({ actions: [(() => {}) as never] })),
    "definePlugin(): actions[0]: expected what defineAction() returns, got a function",
  );
  assertEquals(
    text(() => definePlugin({ actions: { open } as never })),
    "definePlugin(): actions: expected an array, got an object",
  );
});

Deno.test("an action can be called as the function that it was made of", () => {
  assertEquals(open(undefined, {} as ActionContext), "hello");
  assertEquals(open.name, "open");
});
