/** Checks of declared buttons, menus and dialogs. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post, PostList } from "../client/models.ts";
import { enablePlugin, waitForState } from "../client/plugins.ts";
import type { Person } from "../client/rest.ts";
import { listen, type Listener } from "../client/websocket.ts";
import { eventually } from "../environment/eventually.ts";
import type { Stage } from "../stage.ts";
import { withPlugin } from "./with_plugin.ts";

const entry = new URL("../../interactions/plugin.ts", import.meta.url);

interface Element {
  readonly id: string;
  readonly name: string;
  readonly cookie?: string;
  readonly integration?: unknown;
}

interface OpenedDialog {
  readonly url: string;
  readonly dialog: {
    readonly callback_id: string;
    readonly title: string;
    readonly state: string;
    readonly elements: readonly { readonly name: string; readonly data_source: string }[];
  };
}

async function ask({ ada, channel, team }: Stage, what: string): Promise<void> {
  await ada.call("POST", "/commands/execute", {
    channel_id: channel.id,
    team_id: team.id,
    command: `/ask ${what}`,
  });
}

/** The next post that only the listening person is shown, by what it is. */
async function whisper(
  listener: Listener,
  event: "ephemeral_message" | "post_edited",
  fits: (post: Post) => boolean,
): Promise<Post> {
  const found = await listener.next(
    event,
    (each) => each.event === event && fits(JSON.parse(String(each.data["post"]))),
  );
  return JSON.parse(String(found.data["post"]));
}

function elementsOf(post: Post): readonly Element[] {
  const [attachment] = (post.props["attachments"] ?? []) as { readonly actions: Element[] }[];
  return attachment?.actions ?? [];
}

async function use(
  person: Person,
  post: Post,
  name: string,
  selected_option?: string,
): Promise<void> {
  const element = elementsOf(post).find((each) => each.name === name);
  assertEquals(element?.integration, undefined, "clients are told where a button leads");
  await person.call("POST", `/posts/${post.id}/actions/${element?.id}`, {
    ...(selected_option === undefined ? {} : { selected_option }),
    ...(element?.cookie === undefined ? {} : { cookie: element.cookie }),
  });
}

async function postSaying({ ada, channel }: Stage, message: string): Promise<Post> {
  return await eventually(`a post "${message}"`, async () => {
    const { order, posts } = await ada.call<PostList>("GET", `/channels/${channel.id}/posts`);
    return order.map((id) => posts[id]).find((post) => post?.message === message);
  });
}

async function dialogOf(listener: Listener, title: string): Promise<OpenedDialog> {
  const read = (data: Readonly<Record<string, unknown>>): OpenedDialog =>
    JSON.parse(String(data["dialog"]));
  const { data } = await listener.next(
    title,
    ({ event, data }) => event === "open_dialog" && read(data).dialog.title === title,
  );
  return read(data);
}

/** Waits until somebody was told so often that what they chose cannot be chosen. */
async function refusals(listener: Listener, count: number): Promise<void> {
  await eventually(`${count} refused choices`, () => {
    const told = listener.events.filter(({ event, data }) =>
      event === "ephemeral_message" &&
      (JSON.parse(String(data["post"])) as Post).message === "That cannot be chosen here."
    );
    return Promise.resolve(told.length === count ? told : undefined);
  });
}

async function submit(
  { ada, channel, team }: Stage,
  { url, dialog }: OpenedDialog,
  submission: Readonly<Record<string, unknown>> | null,
): Promise<{ readonly error?: string; readonly errors?: Readonly<Record<string, string>> }> {
  return await ada.call("POST", "/actions/dialogs/submit", {
    url,
    callback_id: dialog.callback_id,
    state: dialog.state,
    user_id: ada.id,
    channel_id: channel.id,
    team_id: team.id,
    submission,
    cancelled: submission === null,
  });
}

async function running(stage: Stage, act: () => Promise<void>): Promise<void> {
  await withPlugin(stage, entry, async (id) => {
    await enablePlugin(stage.admin, id);
    await waitForState(stage.admin, id, "running");
    await act();
  });
}

export const declaredInteractions: readonly Check[] = [
  {
    name: "interactions: a button in a post that one person sees, which changes that post",
    only: "deno",
    run: (stage) =>
      running(stage, async () => {
        using listener = await listen(stage.mattermost.url, stage.ada);
        await ask(stage, "whisper");
        const post = await whisper(listener, "ephemeral_message", (each) =>
          elementsOf(each).length > 0);
        await use(stage.ada, post, "Ack");
        const { id } = await whisper(listener, "post_edited", ({ message }) =>
          message === "whispered, unseen");
        assertEquals(id, post.id);
        await whisper(listener, "ephemeral_message", ({ message }) =>
          message === "Thank you.");
      }),
  },
  {
    name: "interactions: a menu in a command's own answer",
    only: "deno",
    run: (stage) =>
      running(stage, async () => {
        using listener = await listen(stage.mattermost.url, stage.ada);
        await ask(stage, "answer");
        const post = await whisper(listener, "ephemeral_message", (each) =>
          elementsOf(each).length > 0);
        await use(stage.ada, post, "Colour", "b");
        await whisper(listener, "post_edited", ({ message }) =>
          message === "chosen: b");
      }),
  },
  {
    name: "interactions: menus give what they offer, and nothing else",
    only: "deno",
    run: (stage) =>
      running(stage, async () => {
        const { ada, bob, channel, mattermost } = stage;
        using listener = await listen(mattermost.url, ada);
        await ask(stage, "choose");
        const post = await postSaying(stage, "choose");
        await use(ada, post, "Colour", "green");
        await refusals(listener, 1);
        for (
          const [name, choice] of [["Colour", "b"], ["Who", bob.id], ["Where", channel.id]] as const
        ) {
          await use(ada, post, name, choice);
          await postSaying(stage, `chosen: ${choice}`);
        }
        await use(ada, post, "Who", "z".repeat(26));
        await refusals(listener, 2);
      }),
  },
  {
    name: "interactions: a dialog that follows another, on a server that shows only single ones",
    only: "deno",
    run: (stage) =>
      running(stage, async () => {
        const { ada, bob, channel, mattermost } = stage;
        using listener = await listen(mattermost.url, ada);
        await ask(stage, "order");
        const first = await dialogOf(listener, "1 of 2");
        assertEquals(first.dialog.elements.map(({ name, data_source }) => [name, data_source]), [
          ["what", ""],
          ["who", "users"],
          ["where", "channels"],
        ]);
        const wrong = { what: "soup", who: "z".repeat(26), where: "z".repeat(26) };
        const none = "This is none of the choices.";
        assertEquals((await submit(stage, first, wrong)).errors, {
          what: none,
          who: none,
          where: none,
        });
        const right = { what: "pizza", who: bob.id, where: channel.id };
        assertEquals((await submit(stage, first, right)).errors ?? {}, {});
        const bridge = await whisper(listener, "ephemeral_message", (each) =>
          elementsOf(each).length > 0);
        await use(ada, bridge, "Continue");
        const second = await dialogOf(listener, "2 of 2");
        assertEquals((await submit(stage, second, { count: "2" })).errors ?? {}, {});
        await postSaying(stage, "ordered: 2 pizza");
      }),
  },
  {
    name: "interactions: a dialog that is closed tells its plugin",
    only: "deno",
    run: (stage) =>
      running(stage, async () => {
        using listener = await listen(stage.mattermost.url, stage.ada);
        await ask(stage, "order");
        await submit(stage, await dialogOf(listener, "1 of 2"), null);
        await postSaying(stage, "ordered: nothing");
      }),
  },
];
