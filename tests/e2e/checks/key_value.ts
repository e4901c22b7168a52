/** Checks of the key-value store under many hands. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import type { Post } from "../client/models.ts";

const POSTS = 50;

export const keyValue: readonly Check[] = [
  {
    name: "50 posts at once count up by compare-and-set, and no update is lost",
    async run({ ada, bob, channel }) {
      const sent = await Promise.all(
        Array.from(
          { length: POSTS },
          (_, n) =>
            (n % 2 === 0 ? ada : bob).call<Post>("POST", "/posts", {
              channel_id: channel.id,
              message: "count me",
            }),
        ),
      );
      const numbers = sent.map(({ message }) => Number(/^counted (\d+)$/.exec(message)?.[1]));
      assertEquals(
        numbers.sort((one, other) => one - other),
        Array.from({ length: POSTS }, (_, n) => n + 1),
      );
    },
  },
];
