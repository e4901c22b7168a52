/** Scenarios about buttons, menus and dialogs. @module */
import type { Scenarios } from "../play.ts";
import type { Scene } from "../scene.ts";
import { type Json, type JsonObject, PLUGIN_ID } from "../target.ts";
import { fieldsOf } from "./pick.ts";

const own = `/plugins/${PLUGIN_ID}`;

/** A post of ada's with this action, which leads to the plugin unless it says otherwise. */
async function postWith(
  { newPost }: Scene,
  context: JsonObject,
  more: JsonObject = {},
  props: JsonObject = {},
): Promise<string> {
  const integration = { url: `${own}/action`, context };
  const action = { id: "go", name: "Go", type: "button", integration, ...more };
  const attachments = [{ text: "shall we?", actions: [action] }];
  return await newPost("asked", { props: { ...props, attachments } });
}

/** Has bob press the button of a post whose plugin answers with this; gives what came of it. */
async function pressing(
  scene: Scene,
  answer: Json,
  more?: JsonObject,
  props?: JsonObject,
): Promise<unknown> {
  const { as, call, heard, outcome } = scene;
  const postId = await postWith(scene, { answer }, more, props);
  let pressed: unknown;
  const told = await heard(["ada", "bob"], ["ephemeral_message", "post_edited"], async () => {
    pressed = await outcome(
      as("bob").act(postId, "go").then(({ trigger_id, ...rest }) => ({
        ...rest,
        trigger_id: typeof trigger_id,
      })),
    );
  });
  const after = await call("getPost", { postId });
  const { attachments: _, ...rest } = after["props"] as JsonObject;
  return { pressed, told, after: { ...fieldsOf(after, "message") as JsonObject, props: rest } };
}

/** What the plugin was told of an action, without what the answer asks for. */
async function toldOf({ seen }: Scene, path: string): Promise<unknown> {
  const [[told, type] = []] = await seen(path) as [JsonObject, Json][];
  const { trigger_id, ...rest } = told!;
  return [{ ...rest, trigger_id: typeof trigger_id }, type];
}

/** Has ada send a dialog off that its plugin answers with this. */
function submitting({ as, ids, outcome }: Scene, more: JsonObject): Promise<unknown> {
  return outcome(
    as("ada").submit({
      url: `${own}/dialog`,
      callback_id: "crew",
      state: "{}",
      user_id: ids.bob,
      channel_id: ids.channel,
      team_id: ids.team,
      submission: { name: "Ishmael" },
      ...more,
    }),
  );
}

export const interactive: Scenarios = {
  "a button that is pressed tells the plugin by whom and where": async (scene) => {
    const postId = await postWith(scene, { answer: {}, knots: [3] });
    await scene.as("bob").act(postId, "go");
    return await toldOf(scene, "/action");
  },
  "a choice from a menu tells the plugin what was chosen": async (scene) => {
    const options = [{ text: "North", value: "n" }];
    const postId = await postWith(scene, { answer: {} }, { type: "select", options });
    await scene.as("bob").act(postId, "go", "n");
    return await toldOf(scene, "/action");
  },
  "a choice that the menu does not have reaches the plugin, too": async (scene) => {
    const options = [{ text: "North", value: "n" }];
    const postId = await postWith(scene, { answer: {} }, { type: "select", options });
    await scene.as("bob").act(postId, "go", "down");
    return await toldOf(scene, "/action");
  },
  "a choice from a menu of people": async (scene) => {
    const more = { type: "select", data_source: "users" };
    const postId = await postWith(scene, { answer: {} }, more);
    await scene.as("bob").act(postId, "go", scene.ids.carol);
    return await toldOf(scene, "/action");
  },
  "an answer of nothing changes nothing": (scene) => pressing(scene, {}),
  "an answer that is empty changes nothing": (scene) => pressing(scene, ""),
  "an answer that is no JSON is refused": (scene) => pressing(scene, "aye"),
  "an answer that is a list is refused": (scene) => pressing(scene, "[]"),
  "an answer updates the post": (scene) =>
    pressing(scene, { update: { message: "we shall", props: { knots: 3 } } }),
  "an answer updates the post and leaves its props": (scene) =>
    pressing(scene, { update: { message: "we shall" } }, {}, { knots: 2 }),
  "an answer says something to the one who pressed": (scene) =>
    pressing(scene, { ephemeral_text: "see <https://example.com|the chart>" }),
  "an answer keeps Slack's links": (scene) =>
    pressing(scene, {
      ephemeral_text: "see <https://example.com|the chart>",
      skip_slack_parsing: true,
    }),
  "an answer of another status counts all the same": (scene) =>
    pressing(scene, { status: 500, update: { message: "we shall" } }),
  "a button that leads to a plugin that is not there": (scene) =>
    pressing(scene, {}, { integration: { url: "/plugins/com.example.absent/x" } }),
  "a button that leads nowhere": (scene) => pressing(scene, {}, { integration: { url: "/x" } }),
  "a button whose id has an underscore cannot be pressed": async (scene) => {
    const postId = await postWith(scene, {}, { id: "go_on" });
    return fieldsOf(
      (await scene.outcome(scene.as("bob").act(postId, "go_on")) as { refused: JsonObject })
        .refused,
      "status",
    );
  },
  "a button that is not there cannot be pressed": async (scene) =>
    await scene.as("bob").act(await postWith(scene, {}), "stop"),
  "a button of a post that is not there cannot be pressed": ({ as, ids }) =>
    as("bob").act(ids.unknown, "go"),
  "a button of a deleted post cannot be pressed": async (scene) => {
    const postId = await postWith(scene, {});
    await scene.call("deletePost", { postId });
    return await scene.as("bob").act(postId, "go");
  },
  "who cannot read a post cannot press its buttons": async (scene) =>
    await scene.as("dan").act(await postWith(scene, {}), "go"),

  "a button opens a dialog for the one who pressed": async (scene) => {
    const postId = await postWith(scene, { opens: true, answer: {} });
    const told = await scene.heard(
      ["ada", "bob"],
      ["open_dialog"],
      () => scene.as("bob").act(postId, "go"),
    );
    const [{ data } = { data: {} }] = told["bob"] as unknown as { data: JsonObject }[];
    const { trigger_id, url, dialog } = data;
    const shown = fieldsOf(
      dialog as JsonObject,
      "callback_id",
      "title",
      "introduction_text",
      "submit_label",
      "notify_on_cancel",
      "state",
    );
    const [element] = (dialog as { elements: JsonObject[] }).elements;
    return {
      ada: told["ada"],
      url,
      shown,
      element: fieldsOf(element!, "display_name", "name", "type", "max_length", "optional"),
      trigger: typeof trigger_id,
    };
  },
  "a dialog is not opened with a trigger that is none": ({ call }) =>
    call("openInteractiveDialog", {
      dialog: { triggerId: "forged", url: `${own}/dialog`, dialog: { title: "X" } },
    }),
  "a dialog is not opened without a trigger": ({ call }) =>
    call("openInteractiveDialog", {
      dialog: { triggerId: "", url: `${own}/dialog`, dialog: { title: "X" } },
    }),
  "a dialog that is sent off tells the plugin who did it": async (scene) => {
    const answer = await submitting(scene, {});
    return [answer, await toldOf(scene, "/dialog")];
  },
  "a dialog that is closed tells the plugin": async (scene) => {
    const answer = await submitting(scene, { cancelled: true, submission: null });
    return [answer, await toldOf(scene, "/dialog")];
  },
  "a dialog's plugin finds errors": (scene) =>
    submitting(scene, { state: '{"errors": {"name": "too short"}}' }),
  "a dialog's plugin refuses the whole": (scene) =>
    submitting(scene, { state: '{"error": "not today"}' }),
  "a dialog's answer that is no JSON is none": (scene) => submitting(scene, { state: '"aye"' }),
  "a dialog of a plugin that is not there": (scene) =>
    submitting(scene, { url: "/plugins/com.example.absent/dialog" }),
  "a dialog without a URL is refused": (scene) => submitting(scene, { url: "" }),
  "a dialog in a channel that its sender is not in is refused": (scene) =>
    submitting(scene, { channel_id: scene.ids.unknown }),
  "a dialog without a team is refused": (scene) => submitting(scene, { team_id: "" }),
};
