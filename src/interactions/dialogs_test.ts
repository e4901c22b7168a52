import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { definePlugin } from "../define/define_plugin.ts";
import type { UserContext } from "../plugin/context/user_context.ts";
import type { CommandAnswer } from "../plugin/command_hooks.ts";
import { UserError } from "../plugin/user_error.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { defineAction } from "./action.ts";
import { defineDialog, fieldErrors, nextStep } from "./dialog.ts";
import { element } from "./elements/mod.ts";

type Values = Readonly<Record<string, unknown>>;
const seen: { values: Values; context: UserContext; state: unknown }[] = [];
let result: () => unknown = () => {};
let search: (query: string) => readonly (string | { text: string; value: string })[] = () => [];

const order = defineDialog("order", {
  title: "Order",
  introduction: "What may we *bring*?",
  submitLabel: "Send",
  iconURL: "https://example.com/pizza.png",
  elements: {
    what: element.text({ label: "What", help: "One thing", placeholder: "pizza", maxLength: 20 }),
    count: element.number({ label: "How many", min: 1, max: 9, integer: true, default: 2 }),
    hurry: element.bool({ label: "Hurry", default: true }),
    note: element.textarea({ label: "Note", optional: true }),
  },
  submit: (values, context, state: { table: number }) => {
    seen.push({ values, context, state });
    return result() as undefined;
  },
  cancel: (context, state) => void seen.push({ values: {}, context, state }),
});

const confirm = defineDialog("confirm", {
  title: "Sure?",
  submit: (values, context) => {
    seen.push({ values, context, state: "none" });
  },
});

const second = defineDialog("second", {
  title: "2 of 2",
  introduction: "When?",
  elements: { when: element.text({ label: "When" }) },
  submit: (values, context, state: { what: string }) => void seen.push({ values, context, state }),
});

const first = defineDialog("first", {
  title: "1 of 2",
  elements: { what: element.radio({ label: "What", options: ["pizza", "pasta"] }) },
  submit: ({ what }) => nextStep(second, { what }, { values: { when: "now" } }),
});

const find = defineDialog("find", {
  title: "Find",
  elements: {
    one: element.dynamic({ label: "One", search: (query) => search(query) }),
    many: element.dynamic({
      label: "Many",
      multiple: true,
      optional: true,
      search: (query) => search(query),
    }),
  },
  submit: (values, context) => void seen.push({ values, context, state: undefined }),
});

const ask = defineAction("ask", (_item, { openDialog }) => openDialog(confirm));

let open: (context: UserContext) => unknown = () => {};

const plugin = definePlugin({
  actions: [ask],
  dialogs: [order, confirm, first, second, find],
  bot: { username: "waiter", displayName: "Waiter" },
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "open" } }),
  hooks: {
    executeCommand: async (args, context): Promise<CommandAnswer> => {
      const { triggerId, userId, channelId, teamId, rootId } = args;
      const openDialog = context.openDialogFor({ triggerId, userId, channelId, teamId, rootId });
      await open({ ...context, openDialog } as UserContext);
    },
  },
});

async function started(openIt: typeof open, api: PluginAPIHandlers = {}): Promise<TestKit> {
  seen.length = 0;
  open = openIt;
  result = () => {};
  return await testPlugin(plugin, { api });
}

const openOrder = ({ openDialog }: UserContext) => openDialog(order, { table: 7 });

Deno.test("a dialog is what was declared", async () => {
  await using t = await started(openOrder);
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  assertEquals(dialog.title, "Order");
  assertEquals(dialog.introductionText, "What may we *bring*?");
  assertEquals([dialog.submitLabel, dialog.iconUrl], ["Send", "https://example.com/pizza.png"]);
  assertEquals([dialog.callbackId, dialog.notifyOnCancel], ["order", true]);
  assertEquals(dialog.url, "/plugins/com.example.test/_plugin/dialogs/order");
  const [what, count, hurry, note] = dialog.elements;
  assertEquals(
    [what?.name, what?.displayName, what?.type, what?.helpText, what?.placeholder, what?.maxLength],
    ["what", "What", "text", "One thing", "pizza", 20],
  );
  assertEquals([count?.subtype, count?.default], ["number", "2"]);
  assertEquals([hurry?.type, hurry?.default, hurry?.optional], ["bool", "true", true]);
  assertEquals([note?.type, note?.optional], ["textarea", true]);
  assertEquals(t.log.filter(({ message }) => message.includes("invalid")), []);
});

Deno.test("what is submitted comes typed, with who and where, and with the state", async () => {
  await using t = await started(openOrder);
  const { dialog } = await t.command("/open", { as: "ben" });
  assert(dialog !== null);
  const answer = await t.submit(dialog, { what: "pizza", count: "3", hurry: false });
  assertEquals(answer, { next: null });
  const [{ values, context, state } = {}] = seen;
  assertEquals(values, { what: "pizza", count: 3, hurry: false, note: undefined });
  assertEquals(state, { table: 7 });
  assertEquals(context?.userId, t.users.ben.id);
  assertEquals(context?.channelId, t.channel.id);
  assertEquals(context?.teamId, t.team.id);
  // Defaults are what a person sees and leaves.
  await t.submit(dialog, { what: "pasta" });
  assertEquals(seen[1]?.values, { what: "pasta", count: 2, hurry: true, note: undefined });
});

Deno.test("what does not fit is said at its element, and submit does not run", async () => {
  await using t = await started(openOrder);
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  const values = { count: "12", hurry: "maybe", what: "x".repeat(21) };
  const { errors } = await t.submit(dialog, values, { unchecked: true });
  assertEquals(errors, {
    count: "This must be at most 9.",
    hurry: "This must be ticked or not.",
    what: "This must have at most 20 characters.",
  });
  const missing = await t.submit(dialog, { count: "1.5" }, { unchecked: true });
  assertEquals(missing.errors, {
    what: "This is needed.",
    count: "This must be a whole number.",
  });
  assertEquals(seen, []);
});

Deno.test("submit's own errors stay in the dialog: at elements, or above them", async () => {
  await using t = await started(openOrder);
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  result = () => fieldErrors({ what: "Sold out." });
  assertEquals((await t.submit(dialog, { what: "pizza" })).errors, { what: "Sold out." });
  result = () => "The kitchen is closed.";
  assertEquals((await t.submit(dialog, { what: "pizza" })).error, "The kitchen is closed.");
  result = () => {
    throw new UserError("No more orders today.");
  };
  assertEquals((await t.submit(dialog, { what: "pizza" })).error, "No more orders today.");
  result = () => {
    throw new Error("the password is hunter2");
  };
  const failed = await t.submit(dialog, { what: "pizza" });
  assertEquals(failed.error, "This did not work. The server's log says why.");
  assertEquals(t.takeErrors().map(({ message }) => message), ["the password is hunter2"]);
});

Deno.test("errors of elements that do not exist, and results that are none, are said in the log", async () => {
  await using t = await started(openOrder);
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  result = () => fieldErrors({ wat: "?" });
  assertEquals(typeof (await t.submit(dialog, { what: "pizza" })).error, "string");
  result = () => ({ error: "x" });
  await t.submit(dialog, { what: "pizza" });
  const texts = t.takeErrors().map(({ message }) => message);
  assertStringIncludes(texts[0] ?? "", 'fieldErrors() names "wat", which is none of its elements');
  assertStringIncludes(
    texts[1] ?? "",
    "must return nothing, a text, fieldErrors(…) or nextStep(…)",
  );
  const { message } = assertThrows(() => fieldErrors("Sold out." as never), TypeError);
  assertStringIncludes(
    message,
    'fieldErrors(): expected texts by the names of elements, got "Sold',
  );
});

Deno.test("closing it tells the plugin, where it wants to know", async () => {
  await using t = await started(openOrder);
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  await t.cancel(dialog);
  assertEquals(seen.map(({ state }) => state), [{ table: 7 }]);
  open = ({ openDialog }) => openDialog(confirm);
  const other = (await t.command("/open")).dialog;
  assertEquals(other?.notifyOnCancel, false);
});

Deno.test("a dialog without elements asks for confirmation, and needs no state", async () => {
  await using t = await started(({ openDialog }) => openDialog(confirm));
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  await t.submit(dialog);
  assertEquals(seen.map(({ values, state }) => [values, state]), [[{}, "none"]]);
});

Deno.test("opening it can fill it in", async () => {
  await using t = await started(({ openDialog }) =>
    openDialog(order, { table: 1 }, {
      values: { what: "pizza", count: 5, hurry: false },
      introduction: "As always?",
    })
  );
  const { dialog } = await t.command("/open");
  assertEquals(dialog?.introductionText, "As always?");
  assertEquals(dialog?.elements.map((each) => each.default), ["pizza", "5", "false", ""]);
});

Deno.test("what cannot be opened is refused by name", async () => {
  let text = "";
  await using t = await started(async (context) => {
    try {
      await wrong(context);
    } catch (error) {
      text = `${error}`;
    }
  });
  let wrong: (context: UserContext) => unknown = () => {};
  const refusal = async (by: typeof wrong) => {
    wrong = by;
    await t.command("/open");
    return text;
  };
  const stranger = defineDialog("ordr", { title: "x", submit: () => {} });
  assertEquals(
    await refusal(({ openDialog }) => openDialog(stranger)),
    'TypeError: openDialog("ordr"): the dialog is not declared; write definePlugin({ dialogs: ' +
      '[ordr] }), or did you mean "order"?',
  );
  assertEquals(
    await refusal(({ openDialog }) => openDialog(order, { table: 5n } as never)),
    'TypeError: openDialog("order"): state.table: expected a JSON value, got 5n; write ' +
      "Number(value) or String(value)",
  );
  assertEquals(
    await refusal(({ openDialog }) =>
      openDialog(order, { table: 5 }, { values: { wath: 1 } as never })
    ),
    'TypeError: openDialog("order"): values: there is no element "wath"; did you mean "what"?',
  );
  assertEquals(
    await refusal(({ openDialog }) => openDialog(order, { table: 5 }, { values: { count: 99 } })),
    'TypeError: openDialog("order"): values.count: the number 99 does not fit: This must be at ' +
      "most 9.",
  );
  assertEquals(
    await refusal(({ openDialogFor }) =>
      openDialogFor({ triggerId: "", userId: "", channelId: "", teamId: "", rootId: "" })(confirm)
    ),
    'TypeError: openDialog("confirm"): there is no trigger id, which comes with every command and ' +
      "every click",
  );
});

Deno.test("a click opens a dialog", async () => {
  await using t = await started(async ({ api, bot, button, channelId }) => {
    const actions = [button(ask, { label: "Ask" })];
    const props = { attachments: [{ actions }] };
    await api.createPost({ post: { userId: bot.userId, channelId: t.channel.id, props } });
    assertEquals(channelId, undefined);
  });
  await t.command("/open");
  const post = t.posts().at(-1);
  assert(post !== undefined);
  const { dialog } = await t.click(post, "Ask");
  assertEquals(dialog?.title, "Sure?");
});

Deno.test("a next step follows in the same window where the server can do that", async () => {
  await using t = await started(({ openDialog }) => openDialog(first), {
    getServerVersion: () => "11.1.0",
  });
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  const { next } = await t.submit(dialog, { what: "pizza" });
  assert(next !== null);
  assertEquals([next.title, next.elements[0]?.default], ["2 of 2", "now"]);
  // A client keeps the first URL, and sends what was entered before as well.
  await t.submit(next, { when: "soon" });
  assertEquals(seen.map(({ values, state }) => [values, state]), [
    [{ when: "soon" }, { what: "pizza" }],
  ]);
  assertEquals(t.ephemeralPosts(), []);
});

Deno.test("elsewhere a message that only this person sees leads to the next step", async () => {
  for (const version of ["11.0.9", "9.9.0", "dev"]) {
    await using t = await started(({ openDialog }) => openDialog(first), {
      getServerVersion: () => version,
    });
    const { dialog } = await t.command("/open");
    assert(dialog !== null);
    assertEquals(await t.submit(dialog, { what: "pasta" }), { next: null });
    const [post] = t.ephemeralPosts();
    assert(post !== undefined);
    const next = (await t.click(post, "Continue")).dialog;
    assert(next !== null);
    assertEquals([next.title, next.elements[0]?.default], ["2 of 2", "now"]);
    await t.submit(next, { when: "soon" });
    assertEquals(seen.map(({ values, state }) => [values, state]), [
      [{ when: "soon" }, { what: "pasta" }],
    ]);
    const gone = t.events.some((event) =>
      event.type === "ephemeral_message" && event.post.id === post.id && event.post.deleteAt > 0n
    );
    assert(gone, "the message is removed when it has done its work");
  }
});

Deno.test("choices are found while people type, and no others come back", async () => {
  const asked: string[] = [];
  search = (query) => {
    asked.push(query);
    return ["anna", { text: "Bernd, the second", value: "b,2" }].filter((each) =>
      JSON.stringify(each).toLowerCase().includes(query)
    );
  };
  await using t = await started(({ openDialog }) => openDialog(find));
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  assertEquals(
    dialog.elements[0]?.dataSourceUrl,
    "/plugins/com.example.test/_plugin/dialogs/find/lookup/one",
  );
  const all = await t.lookup(dialog, "one", "");
  assertEquals(all.map(({ text }) => text), ["anna", "Bernd, the second"]);
  assertEquals((await t.lookup(dialog, "one", "zzz")).length, 0);
  assertEquals(asked, ["", "zzz"]);
  const [anna] = all;
  const many = await t.lookup(dialog, "many", "b");
  const [bernd] = many;
  assertEquals((await t.lookup(dialog, "many", "")).length, 2);
  await t.submit(dialog, { one: anna?.value ?? "", many: [bernd?.value ?? ""] });
  assertEquals(seen[0]?.values, { one: "anna", many: ["b,2"] });
  const forged = await t.submit(dialog, { one: "carol", many: [anna?.value ?? ""] } as JsonObject);
  assertEquals(forged.errors, {
    one: "This is none of the choices.",
    many: "This is none of the choices.",
  });
});

Deno.test("a dialog opened from a dialog says what to do instead", async () => {
  await using t = await started(openOrder);
  const { dialog } = await t.command("/open");
  assert(dialog !== null);
  result = () => seen[0]?.context.openDialog(confirm);
  await t.submit(dialog, { what: "pizza" });
  assertStringIncludes(t.takeErrors()[0]?.message ?? "", "return nextStep(…) instead");
});

Deno.test("dialogs that Mattermost's clients would not show are refused, with the limit", () => {
  const text = (options: object) =>
    assertThrows(() => defineDialog("d", { title: "t", submit() {}, ...options }), TypeError)
      .message;
  assertEquals(
    text({ title: "A title that is a bit long" }),
    'defineDialog("d"): title: "A title that is a bit long" has 26 bytes; Mattermost takes 24 at most',
  );
  assertEquals(text({ title: "" }), 'defineDialog("d"): title: a text is needed');
  assertEquals(
    text({ elemnts: {} }),
    'defineDialog("d"): there is no "elemnts"; did you mean "elements"?',
  );
  assertEquals(
    text({ elements: { a: "text" } }),
    'defineDialog("d"): elements.a: expected what one of element\'s functions returns, got "text"',
  );
  assertEquals(
    text({ elements: { "a/b": element.bool({ label: "x" }) } }),
    'defineDialog("d"): elements.a/b: a name has letters, digits, "_" and "-", 300 at most: it ' +
      "stands in a URL",
  );
  assertEquals(
    text({ submit: undefined }),
    'defineDialog("d"): submit: expected a function, got undefined',
  );
  assertEquals(
    text({ iconURL: "pizza.png" }),
    'defineDialog("d"): iconURL: expected an http or https URL, got "pizza.png"',
  );
  assertEquals(
    text({ expiresInMs: -1 }),
    'defineDialog("d"): expiresInMs: expected milliseconds, more than 0, got the number -1',
  );
  assertEquals(
    assertThrows(() => definePlugin({ dialogs: [confirm, confirm] }), TypeError).message,
    'definePlugin(): dialogs[1]: there is another "confirm" before it',
  );
});
