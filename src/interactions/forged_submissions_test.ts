/**
 * Submissions that are not what they claim to be. Each stands beside its honest twin, which differs in
 * that one thing only and passes.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import type { User } from "../contract/mod.ts";
import { definePlugin } from "../define/define_plugin.ts";
import type { OpenedDialog } from "../testing/dialogs.ts";
import { type TestKit, testPlugin } from "../testing/test_plugin.ts";
import { defineAction } from "./action.ts";
import { defineDialog } from "./dialog.ts";
import { element } from "./elements/mod.ts";

const done: { values: object; state: unknown; channelId: string }[] = [];

const pay = defineDialog("pay", {
  title: "Pay",
  elements: {
    cents: element.number({ label: "Cents", min: 1 }),
    how: element.select({ label: "How", options: ["cash", "card"] }),
    who: element.user({ label: "Who", optional: true }),
    where: element.channel({ label: "Where", optional: true }),
    found: element.dynamic({ label: "Found", optional: true, search: (query) => [`${query}!`] }),
  },
  submit: (values, { channelId }, state: { bill: number }) =>
    void done.push({ values, state, channelId }),
  cancel: ({ channelId }, state) => void done.push({ values: {}, state, channelId }),
});
const other = defineDialog("other", {
  title: "Other",
  elements: {
    found: element.dynamic({ label: "Found", optional: true, search: (query) => [`${query}!`] }),
  },
  submit: ({ found }) => {
    if (found !== undefined) done.push({ values: { found }, state: 0, channelId: "" });
  },
});
const act = defineAction("act", (_item: { bill: number }) => "acted");

let leaked = "";
const plugin = definePlugin({
  actions: [act],
  dialogs: [pay, other],
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "pay" } }),
  hooks: {
    executeCommand: async (args, { openDialogFor, button }) => {
      const openDialog = openDialogFor(args);
      leaked = button(act, { label: "x", context: { bill: 1 } }).integration.context.token;
      await (args.command === "/pay other" ? openDialog(other) : openDialog(pay, { bill: 1 }));
    },
  },
});

async function opened(t: TestKit, line = "/pay"): Promise<OpenedDialog> {
  const { dialog } = await t.command(line, { as: "ben" });
  assert(dialog !== null);
  return dialog;
}

/** Sends a submission by hand, as whoever is logged in can. */
async function send(
  t: TestKit,
  { state, callbackId }: Pick<OpenedDialog, "state" | "callbackId">,
  more: JsonObject = {},
  as: User | null = t.users.ben,
  path = "pay",
) {
  done.length = 0;
  const body = JSON.stringify({
    type: "dialog_submission",
    callback_id: callbackId,
    state,
    user_id: t.users.ben.id,
    channel_id: t.channel.id,
    team_id: t.team.id,
    submission: { cents: "5", how: "cash" },
    cancelled: false,
    ...more,
  });
  const init = { method: "POST", body, ...(as === null ? {} : { as }) };
  const response = await t.fetch(`/_plugin/dialogs/${path}`, init);
  const { error, errors, items } = await response.json();
  return { status: response.status, error, errors, items, ran: done.length };
}

const plain = { error: undefined, errors: undefined, items: undefined };
const paid = { ...plain, status: 200, ran: 1 };
const refused = (error: string, status = 403) => ({ ...plain, status, error, ran: 0 });
const wrong = (errors: object) => ({ ...plain, status: 200, errors, ran: 0 });
const invalid = refused("This dialog is not valid any more. Please open it again.");

Deno.test("a forged state is refused; the one that was made passes", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t);
  assertEquals(await send(t, dialog), paid);
  const [key, payload = "", mac] = dialog.state.split(".");
  const changed = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  assertEquals(changed.s, { bill: 1 });
  changed.s.bill = 0;
  const forged = btoa(JSON.stringify(changed)).replaceAll("=", "");
  for (
    const state of ["", "{}", `${key}.${forged}.${mac}`, `${key}.${payload}.${"A".repeat(43)}`]
  ) {
    assertEquals(await send(t, { ...dialog, state }), invalid);
    assertEquals(await send(t, { ...dialog, state }, { cancelled: true }), invalid);
  }
  assertEquals(await send(t, dialog), paid);
});

Deno.test("another person's dialog is refused; one's own passes", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t);
  const theirs = refused("This dialog was opened for somebody else.");
  assertEquals(await send(t, dialog, {}, t.users.ada), theirs);
  assertEquals(await send(t, dialog, { cancelled: true }, t.users.ada), theirs);
  assertEquals(await send(t, dialog, { user_id: t.users.ada.id }), paid);
  assertEquals(await send(t, dialog, {}, null), refused("You must be logged in.", 401));
});

Deno.test("an expired dialog is refused; a moment before it passes", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t);
  await t.clock.advance(12 * 3_600_000 - 1000);
  assertEquals(await send(t, dialog), paid);
  await t.clock.advance(1000);
  assertEquals(
    await send(t, dialog),
    refused("This dialog has expired. Please open it again."),
  );
});

Deno.test("a dialog of somebody who has left the channel is refused; before that it passes", async () => {
  await using t = await testPlugin(plugin);
  const { team, users } = t;
  const { ChannelType } = await import("../contract/mod.ts");
  const secret = t.mattermost.createChannel(
    { teamId: team.id, name: "secret", displayName: "Secret", type: ChannelType.PRIVATE },
    users.ben,
    users.ada,
  );
  const { dialog } = await t.command("/pay", { as: "ben", channel: secret });
  assert(dialog !== null);
  assertEquals(await send(t, dialog), paid);
  await t.api.deleteChannelMember({ channelId: secret.id, userId: users.ben.id });
  assertEquals(await send(t, dialog), refused("You are not in this channel any more."));
});

Deno.test("the channel is where it was opened, whatever the request says", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t);
  assertEquals(await send(t, dialog, { channel_id: "z".repeat(26), team_id: "" }), paid);
  assertEquals(done[0]?.channelId, t.channel.id);
});

Deno.test("a state leads to its own dialog, whatever the path and the callback id say", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t, "/pay other");
  const { status, ran } = await send(t, { ...dialog, callbackId: "pay" });
  assertEquals([status, ran], [200, 0]);
  assertEquals(await send(t, await opened(t), {}, t.users.ben, "other"), paid);
});

Deno.test("what was signed for a button is no state, and the other way round", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t);
  assertEquals(await send(t, { ...dialog, state: leaked }), invalid);
  const body = JSON.stringify({
    post_id: "p".repeat(26),
    channel_id: t.channel.id,
    context: { token: dialog.state },
  });
  const click = await t.fetch("/_plugin/actions/act", { method: "POST", body, as: "ben" });
  assertEquals(click.status, 403);
  assertEquals(await send(t, dialog), paid);
});

Deno.test("values that no client could send are refused at their elements; possible ones pass", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t);
  const { ben } = t.users;
  const { ChannelType } = await import("../contract/mod.ts");
  const hidden = t.mattermost.createChannel(
    { teamId: t.team.id, name: "hidden", displayName: "Hidden", type: ChannelType.PRIVATE },
    t.users.ada,
  );
  const submit = (more: JsonObject) =>
    send(t, dialog, { submission: { cents: 5, how: "cash", ...more } });
  assertEquals(await submit({ cents: -1 }), wrong({ cents: "This must be at least 1." }));
  assertEquals(await submit({ cents: [5] }), wrong({ cents: "This must be a number." }));
  assertEquals(await submit({ how: "cheque" }), wrong({ how: "This is none of the choices." }));
  assertEquals(await submit({ how: "" }), wrong({ how: "This is needed." }));
  assertEquals(
    await submit({ who: "z".repeat(26), where: hidden.id, found: "x!" }),
    wrong({
      who: "This is none of the choices.",
      where: "This is none of the choices.",
      found: "This is none of the choices.",
    }),
  );
  const found = (await send(
    t,
    dialog,
    { submission: { query: "x" } },
    ben,
    "pay/lookup/found",
  )).items[0].value;
  assertEquals(await submit({ who: ben.id, where: t.channel.id, found }), paid);
  assertEquals(done[0]?.values, {
    cents: 5,
    how: "cash",
    who: ben.id,
    where: t.channel.id,
    found: "x!",
  });
});

Deno.test("a choice offered to one person, or in one dialog, is none in another", async () => {
  await using t = await testPlugin(plugin);
  const { ben, ada } = t.users;
  const dialog = await opened(t);
  const found = (await send(t, dialog, { submission: { query: "x" } }, ben, "pay/lookup/found"))
    .items[0].value;
  const submission = { cents: 5, how: "cash", found };
  const mine = (await t.command("/pay", { as: "ada" })).dialog;
  assert(mine !== null);
  const none = wrong({ found: "This is none of the choices." });
  assertEquals(await send(t, mine, { submission }, ada), none);
  assertEquals(await send(t, await opened(t, "/pay other"), { submission }), none);
  assertEquals(await send(t, dialog, { submission }), paid);
  await t.clock.advance(12 * 3_600_000);
  assertEquals(await send(t, await opened(t), { submission }), none);
});

Deno.test("looking up needs a dialog of one's own, and an element that searches", async () => {
  await using t = await testPlugin(plugin);
  const dialog = await opened(t);
  const look = (state: string, field: string, as: User) =>
    send(t, { ...dialog, state }, { submission: { query: "x" } }, as, `pay/lookup/${field}`);
  assertEquals((await look(dialog.state, "found", t.users.ben)).items.length, 1);
  assertEquals((await look("", "found", t.users.ben)).status, 403);
  assertEquals((await look(dialog.state, "found", t.users.ada)).status, 403);
  assertEquals((await look(dialog.state, "cents", t.users.ben)).status, 404);
  assertEquals((await look(dialog.state, "toString", t.users.ben)).status, 404);
});
