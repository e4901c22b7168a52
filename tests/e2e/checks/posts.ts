/** Checks of what becomes of a post, as the author and others see it. @module */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post, PostList } from "../client/models.ts";
import { RestError } from "../client/rest.ts";
import { type Event, listen } from "../client/websocket.ts";

const postOf = (event: Event) => JSON.parse(String(event.data["post"])) as Post;

export const posts: readonly Check[] = [
  {
    name: "a post that the plugin rejects is refused with its reason, and nobody sees it",
    async run({ ada, bob, channel, mattermost }) {
      using listener = await listen(mattermost.url, bob);
      const message = "my password is hunter2";
      const error = await assertRejects(
        () => ada.call("POST", "/posts", { channel_id: channel.id, message }),
        RestError,
      );
      assertEquals(error.status, 400);
      assertStringIncludes(error.message, "That looks like a password.");
      // A later post arrives; had the refused one been stored, it would stand before it.
      const later = await ada.call<Post>("POST", "/posts", {
        channel_id: channel.id,
        message: "after the refusal",
      });
      await listener.next(
        "posted",
        (event) => event.event === "posted" && postOf(event).id === later.id,
      );
      assertEquals(
        listener.events.filter(({ event }) => event === "posted").map((event) =>
          postOf(event).message
        ),
        ["after the refusal"],
      );
      const { posts } = await bob.call<PostList>("GET", `/channels/${channel.id}/posts`);
      assertEquals(Object.values(posts).filter((post) => post.message === message), []);
    },
  },
  {
    name: "a post that the plugin edits arrives edited, with all else as it was",
    async run({ ada, bob, channel, mattermost }) {
      using listener = await listen(mattermost.url, bob);
      const props = {
        source: { app: "e2e", tags: ["a", "ü", "日本"], deep: { n: 1.5, yes: true } },
      };
      const sent = await ada.call<Post>("POST", "/posts", {
        channel_id: channel.id,
        message: "teh quick fox 🦊, teh second line\nkäse",
        props,
      });
      const expected = "the quick fox 🦊, the second line\nkäse";
      assertEquals(sent.message, expected);
      assertEquals(sent.user_id, ada.id);
      const stored = await bob.call<Post>("GET", `/posts/${sent.id}`);
      assertEquals(stored.message, expected);
      assertEquals(stored.props["source"], props.source);
      const event = await listener.next(
        "posted",
        (event) => event.event === "posted" && postOf(event).id === sent.id,
      );
      assertEquals(postOf(event).message, expected);
      assertEquals(postOf(event).props["source"], props.source);
    },
  },
  {
    name: "a post that the plugin leaves alone arrives untouched",
    async run({ ada, bob, channel, mattermost }) {
      using listener = await listen(mattermost.url, bob);
      const message = "  tehran, a ~fine~ `teh_x` *city*\n\ttabs and \u200d joiners  ";
      const sent = await ada.call<Post>("POST", "/posts", { channel_id: channel.id, message });
      const stored = await bob.call<Post>("GET", `/posts/${sent.id}`);
      const event = await listener.next(
        "posted",
        (event) => event.event === "posted" && postOf(event).id === sent.id,
      );
      assertEquals(stored.message, message);
      assertEquals(postOf(event).message, stored.message);
    },
  },
];
