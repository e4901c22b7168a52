import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import type { JsonObject } from "@bufbuild/protobuf";
import { PermissionDeniedError, ValidationError } from "../api/errors.ts";
import { definePlugin } from "../define/define_plugin.ts";
import { testPlugin } from "./test_plugin.ts";

const seen: JsonObject[] = [];
let trigger = "";
let title = "New";
let answer: () => Response = () => new Response();
const url = "/plugins/com.example.test/dialog";

const plugin = definePlugin({
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "form" } }),
  hooks: {
    executeCommand: async (args, { api }) => {
      trigger = args.triggerId;
      await api.openInteractiveDialog({
        dialog: {
          triggerId: trigger,
          url,
          dialog: {
            title,
            callbackId: "c",
            state: "s",
            notifyOnCancel: true,
            elements: [
              { name: "text", displayName: "Text", type: "text", maxLength: 5 },
              { name: "on", displayName: "On", type: "bool", default: "True" },
              {
                name: "who",
                displayName: "Who",
                type: "select",
                dataSource: "dynamic",
                dataSourceUrl: url,
                optional: true,
              },
            ],
          },
        },
      });
    },
    serveHTTP: async (request) => {
      seen.push(await request.json());
      return answer();
    },
  },
});

Deno.test("a dialog is opened for the caller alone, filled in, and its values reach the plugin", async () => {
  await using t = await testPlugin(plugin);
  seen.length = 0;
  answer = () => Response.json({ errors: { text: "taken" } });
  const { dialog } = await t.command("/form", { as: "ben" });
  assertEquals(dialog?.title, "New");
  const result = await t.submit(t.dialog("ben"), { text: "milk" });
  assertEquals([result.errors, result.next], [{ text: "taken" }, null]);
  assertEquals(seen, [{
    type: "dialog_submission",
    callback_id: "c",
    state: "s",
    user_id: t.users.ben.id,
    channel_id: t.channel.id,
    team_id: t.team.id,
    submission: { text: "milk", on: true, who: null },
    cancelled: false,
  }]);
  assertThrows(() => t.dialog("ada"), TypeError, "No dialog was opened for ada.");
});

Deno.test("what a client would not send is an error of the test, unless it is meant", async () => {
  await using t = await testPlugin(plugin);
  answer = () => new Response("not JSON");
  await t.command("/form");
  const dialog = t.dialog();
  await assertRejects(() => t.submit(dialog), TypeError, "text is required");
  await assertRejects(() => t.submit(dialog, { text: "too long" }), TypeError, "5 characters");
  await assertRejects(() => t.submit(dialog, { txt: "" }), TypeError, 'did you mean "text"?');
  assertEquals(await t.submit(dialog, {}, { unchecked: true }), { next: null });
});

Deno.test("a dialog is closed, looked up in, and followed by another one", async () => {
  await using t = await testPlugin(plugin);
  await t.command("/form");
  seen.length = 0;
  answer = () => Response.json({ items: [{ text: "Ada", value: "a" }] });
  assertEquals(await t.lookup(t.dialog(), "who", "ad"), [{ text: "Ada", value: "a" }]);
  assertEquals([seen[0]?.["type"], (seen[0]?.["submission"] as JsonObject)["query"]], [
    "dialog_lookup",
    "ad",
  ]);
  await t.cancel(t.dialog());
  assertEquals([seen[1]?.["cancelled"], seen[1]?.["submission"]], [true, null]);
  answer = () => Response.json({ type: "form", form: { title: "Two", callback_id: "d" } });
  const { next } = await t.submit(t.dialog(), { text: "x" });
  assertEquals([next?.title, next?.callbackId, next?.url], ["Two", "d", url]);
});

Deno.test("a trigger id is the user's, signed, and good for 30 seconds", async () => {
  await using t = await testPlugin(plugin);
  await t.command("/form");
  const open = (triggerId: string) =>
    t.api.openInteractiveDialog({ dialog: { triggerId, url, dialog: { title: "x" } } });
  await open(trigger);
  assertEquals(t.dialog().title, "x");
  const forged = btoa(atob(trigger).replace(t.users.ada.id, t.users.ben.id));
  for (
    const [id, reason] of [[forged, "verify_signature_failed"], ["?", "base64_decode_failed"], [
      btoa("a:b"),
      "missing_data",
    ]] as const
  ) {
    const error = await assertRejects(() => open(id), ValidationError);
    assertEquals(error.id, `interactive_message.decode_trigger_id.${reason}`);
  }
  await t.clock.advance(30_001);
  const late = await assertRejects(() => open(trigger), ValidationError, "30 seconds");
  assertEquals(late.id, "interactive_message.decode_trigger_id.expired");
});

Deno.test("a dialog that breaks the rules is sent all the same, with a warning; a stranger's is not", async () => {
  await using t = await testPlugin(plugin);
  title = "A title that is much too long";
  await t.command("/form");
  title = "New";
  assertEquals(
    t.log.filter(({ level }) => level === "warn").map(({ message }) => message),
    ["Interactive dialog is invalid"],
  );
  await assertRejects(
    () => t.submit(t.dialog(), { text: "x" }, { as: "mallory" }),
    PermissionDeniedError,
  );
});
