import { assertEquals } from "@std/assert";
import { consumedPosts, DISMISS_POST_REASON, willHookOutcome } from "./hook_outcomes.ts";

Deno.test("a reason wins over a changed value, a changed value over the original", () => {
  assertEquals(willHookOutcome("a", null, ""), { kind: "go-on", value: "a" });
  assertEquals(willHookOutcome("a", "b", ""), { kind: "go-on", value: "b" });
  assertEquals(willHookOutcome("a", "b", "no"), { kind: "rejected", reason: "no" });
});

Deno.test("one particular reason dismisses without a word", () => {
  assertEquals(willHookOutcome("a", "b", DISMISS_POST_REASON), { kind: "dismissed" });
});

Deno.test("an empty list of posts means the original unless the plugin says that it means it", () => {
  assertEquals(consumedPosts([1, 2], { posts: [], postsReplaced: false }), [1, 2]);
  assertEquals(consumedPosts([1, 2], { posts: [], postsReplaced: true }), []);
  assertEquals(consumedPosts([1, 2], { posts: [2], postsReplaced: false }), [2]);
});
