/** The messages on the page of troubleshooting are those that the sources say. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "../../tools/paths.ts";
import { joined, says, unsaid } from "./said_messages.ts";

const root = fromFileUrl(new URL("../../", import.meta.url));

/** The messages that a page explains: its headings in back-ticks. */
function messagesOf(page: string): string[] {
  return [...page.matchAll(/^### `(.+)`$/gm)].map(([, message = ""]) => message);
}

Deno.test("every message that is explained is one that is said", async () => {
  const messages = messagesOf(await Deno.readTextFile(`${root}docs/troubleshooting.md`));
  assert(messages.length > 40, `${messages.length} messages`);
  assertEquals(new Set(messages).size, messages.length, "a message stands there twice");
  assertEquals(await unsaid(messages), []);
});

Deno.test("a message that nobody says is found out", () => {
  const text = joined('throw new Error(`the path has ${n} bytes, and ` +\n  "at most 7 fit");');
  assert(says(text, "the path has … bytes, and at most … fit"));
  assert(!says(text, "at most … bytes"));
  assert(!says(text, "the path is too long"));
});
