/** Checks of message actions and interactive dialogs. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post, PostList } from "../client/models.ts";
import { listen } from "../client/websocket.ts";
import { eventually } from "../environment/eventually.ts";

const BASE = "/plugins/com.example.exerciser";

interface DialogRequest {
  readonly trigger_id: string;
  readonly url: string;
  readonly dialog: {
    readonly callback_id: string;
    readonly title: string;
    readonly state: string;
    readonly elements: readonly { readonly name: string; readonly max_length: number }[];
  };
}

export const interactive: readonly Check[] = [
  {
    name: "a button opens the plugin's dialog, whose answer the plugin checks and posts",
    async run({ ada, bob, channel, mattermost, team }) {
      using listener = await listen(mattermost.url, bob);
      const integration = { url: `${BASE}/action`, context: { where: "the channel" } };
      const post = await ada.call<Post>("POST", "/posts", {
        channel_id: channel.id,
        message: "a question",
        props: {
          attachments: [{
            text: "Which colour?",
            actions: [{ id: "ask", name: "Answer", type: "button", integration }],
          }],
        },
      });
      await bob.call("POST", `/posts/${post.id}/actions/ask`, {});

      const opened = await listener.next("open_dialog", ({ event }) => event === "open_dialog");
      const request = JSON.parse(String(opened.data["dialog"])) as DialogRequest;
      assertEquals(request.url, `${BASE}/dialog`);
      assertEquals(request.dialog.title, "A colour");
      assertEquals(request.dialog.state, post.id);
      assertEquals(request.dialog.elements.map(({ name, max_length }) => [name, max_length]), [
        ["colour", 20],
      ]);
      const whispered = await listener.next(
        "ephemeral_message",
        ({ event }) => event === "ephemeral_message",
      );
      assertEquals((JSON.parse(String(whispered.data["post"])) as Post).message, "choose");
      await eventually("the post as the action changed it", async () => {
        const { message } = await bob.call<Post>("GET", `/posts/${post.id}`);
        return message === "asked in the channel" ? message : undefined;
      });

      const submit = (colour: string) =>
        bob.call<{ readonly errors?: Readonly<Record<string, string>> }>(
          "POST",
          "/actions/dialogs/submit",
          {
            url: request.url,
            callback_id: request.dialog.callback_id,
            state: request.dialog.state,
            user_id: bob.id,
            channel_id: channel.id,
            team_id: team.id,
            submission: { colour },
          },
        );
      assertEquals((await submit("")).errors, { colour: "name one" });
      assertEquals((await submit("blue")).errors ?? {}, {});
      const { posts } = await ada.call<PostList>("GET", `/posts/${post.id}/thread`);
      const [answer] = Object.values(posts).filter(({ message }) => message === "chose blue");
      assertEquals(answer?.user_id, bob.id);
      assertEquals(answer?.props["chosen"], { colour: "blue", letters: 4 });
    },
  },
];
