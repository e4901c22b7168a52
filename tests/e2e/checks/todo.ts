/** Checks of `examples/todo`: what authors declare, as a real server takes it. @module */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post, PostList } from "../client/models.ts";
import { listen, type Listener } from "../client/websocket.ts";
import type { Person } from "../client/rest.ts";
import { eventually } from "../environment/eventually.ts";
import type { Stage } from "../stage.ts";
import { useExample } from "./example_plugins.ts";

interface Dialog {
  readonly trigger_id: string;
  readonly url: string;
  readonly dialog: {
    readonly callback_id: string;
    readonly title: string;
    readonly state: string;
    readonly elements: readonly { readonly name: string; readonly type: string }[];
  };
}

interface Attachment {
  readonly text: string;
  readonly actions: readonly { readonly id: string; readonly name: string }[];
}

/** Runs a command as ada and gives what she alone is told. */
async function run(stage: Stage, command: string): Promise<string> {
  const { ada, channel, mattermost, team } = stage;
  using listener = await listen(mattermost.url, ada);
  await ada.call("POST", "/commands/execute", {
    channel_id: channel.id,
    team_id: team.id,
    command,
  });
  const event = await listener.next("ephemeral", ({ event }) => event === "ephemeral_message");
  return (JSON.parse(String(event.data["post"])) as Post).message;
}

/** The newest post of the channel whose text is this. */
async function postSaying({ ada, channel }: Stage, message: string): Promise<Post> {
  return await eventually(`a post "${message}"`, async () => {
    const { order, posts } = await ada.call<PostList>("GET", `/channels/${channel.id}/posts`);
    return order.map((id) => posts[id]).find((post) => post?.message === message);
  });
}

const attached = (post: Post) => (post.props["attachments"] as readonly Attachment[])[0];

const click = (person: Person, post: Post) =>
  person.call("POST", `/posts/${post.id}/actions/${attached(post)?.actions[0]?.id}`, {});

async function openForm(stage: Stage, listener: Listener): Promise<Dialog> {
  const { ada, channel, team } = stage;
  const command = "/todo form";
  await ada.call("POST", "/commands/execute", {
    channel_id: channel.id,
    team_id: team.id,
    command,
  });
  const opened = await listener.next("open_dialog", ({ event }) => event === "open_dialog");
  return JSON.parse(String(opened.data["dialog"]));
}

export const todo: readonly Check[] = [
  {
    name: "todo: commands, their help and suggestions come from one declaration",
    only: "deno",
    async run(stage) {
      await using _ = await useExample(stage, "todo");
      const { ada, channel, team } = stage;
      assertEquals(await run(stage, "/todo add buy milk"), "Added as #1.");
      assertEquals(await run(stage, "/todo list"), "- #1 buy milk");
      assertStringIncludes(await run(stage, "/todo help"), "Show those that are open");
      assertStringIncludes(await run(stage, "/todo lits"), "did you mean `/todo list`?");
      const suggestions = await ada.call<readonly { readonly Complete: string }[]>(
        "GET",
        `/teams/${team.id}/commands/autocomplete_suggestions?` +
          new URLSearchParams({ user_input: "/todo re", channel_id: channel.id, team_id: team.id }),
      );
      assertEquals(suggestions.map(({ Complete }) => Complete), ["todo remind"]);
    },
  },
  {
    name: "todo: a button is clicked by another person, and only in its own post",
    only: "deno",
    async run(stage) {
      await using _ = await useExample(stage, "todo");
      const { ada, bob, channel } = stage;
      await run(stage, "/todo add water the plants");
      const post = await postSaying(stage, "#2");
      assertEquals(attached(post)?.text, "water the plants");
      // Clients never see what is signed: the plugin's own address answers nobody who made it up.
      const forged = await bob.fetch("/plugins/com.example.todo/_plugin/actions/done", {
        method: "POST",
        body: JSON.stringify({
          user_id: ada.id,
          post_id: post.id,
          channel_id: channel.id,
          context: { token: "made up" },
        }),
      });
      assertEquals(((await forged.json()) as { update?: unknown }).update ?? null, null);
      assertEquals((await ada.call<Post>("GET", `/posts/${post.id}`)).message, "#2");
      await click(bob, post);
      const { message, props } = await ada.call<Post>("GET", `/posts/${post.id}`);
      assertEquals(message, "~~#2 water the plants~~ Done by @bob.");
      assertEquals(props["attachments"], undefined);
    },
  },
  {
    name: "todo: a dialog opens, says what is wrong, and adds what was entered",
    only: "deno",
    async run(stage) {
      await using _ = await useExample(stage, "todo");
      const { ada, bob, channel, mattermost, team } = stage;
      using listener = await listen(mattermost.url, ada);
      const { url, dialog } = await openForm(stage, listener);
      assertEquals(dialog.title, "New todo");
      assertEquals(dialog.elements.map(({ name, type }) => [name, type]), [
        ["text", "text"],
        ["urgent", "bool"],
      ]);
      const submit = (person: Person, text: string) =>
        person.call<{ readonly error?: string; readonly errors?: Record<string, string> }>(
          "POST",
          "/actions/dialogs/submit",
          {
            url,
            callback_id: dialog.callback_id,
            state: dialog.state,
            user_id: person.id,
            channel_id: channel.id,
            team_id: team.id,
            submission: { text, urgent: true },
          },
        );
      assertEquals(Object.keys((await submit(ada, "")).errors ?? {}), ["text"]);
      // The state is ada's.
      const stolen = await submit(bob, "bob's");
      assertEquals(stolen.error !== undefined && stolen.error !== "", true);
      assertEquals((await submit(ada, "call the plumber")).errors ?? {}, {});
      const post = await postSaying(stage, "#3");
      assertEquals(attached(post)?.text, "call the plumber :rotating_light:");
      assertStringIncludes(await run(stage, "/todo list"), "- #3 call the plumber");
    },
  },
  {
    name: "todo: its page is for members of the channel who are logged in",
    only: "deno",
    async run(stage) {
      await using _ = await useExample(stage, "todo");
      const { ada, channel, mattermost } = stage;
      const path = `/plugins/com.example.todo/?channel=${channel.id}`;
      const anonymous = await fetch(`${mattermost.url}${path}`);
      assertEquals([anonymous.status, ((await anonymous.json()) as { id: string }).id !== ""], [
        401,
        true,
      ]);
      const todos = await (await ada.fetch(path)).json() as readonly { readonly text: string }[];
      assertEquals(todos.map(({ text }) => text).includes("buy milk"), true);
    },
  },
];
