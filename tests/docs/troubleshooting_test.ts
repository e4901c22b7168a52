/** The messages on the page of troubleshooting are those that the sources say. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "../../tools/paths.ts";
import { filesBelow } from "../../tools/tree.ts";

const root = fromFileUrl(new URL("../../", import.meta.url));

/** The messages that a page explains: its headings in back-ticks. */
function messagesOf(page: string): string[] {
  return [...page.matchAll(/^### `(.+)`$/gm)].map(([, message = ""]) => message);
}

/** A source's text with the texts that it joins by "+" in one piece. */
function joined(source: string): string {
  return source.replaceAll(/["'`]\s*\+\s*["'`]/g, "").replaceAll('\\"', '"');
}

/** Whether the parts of a message stand in a text, one behind the other. */
function says(text: string, message: string): boolean {
  let at = 0;
  for (const part of message.split("…").map((part) => part.trim())) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

async function sources(): Promise<string[]> {
  const code = (path: string) => /\.(ts|go)$/.test(path) && !/_test\.(ts|go)$/.test(path);
  const own = await filesBelow(["src", "tools/launcher"], code);
  // What Deno itself says is in the tests of the sandbox, which compare it with Deno.
  const denos = await filesBelow(["tests/sandbox"], (path) => path.endsWith(".ts"));
  const texts = await Promise.all([...own, ...denos].map((path) => Deno.readTextFile(root + path)));
  return texts.map(joined);
}

Deno.test("every message that is explained is one that is said", async () => {
  const messages = messagesOf(await Deno.readTextFile(`${root}docs/troubleshooting.md`));
  assert(messages.length > 40, `${messages.length} messages`);
  assertEquals(new Set(messages).size, messages.length, "a message stands there twice");
  const texts = await sources();
  const unknown = messages.filter((message) => !texts.some((text) => says(text, message)));
  assertEquals(unknown, []);
});

Deno.test("a message that nobody says is found out", () => {
  const text = joined('throw new Error(`the path has ${n} bytes, and ` +\n  "at most 7 fit");');
  assert(says(text, "the path has … bytes, and at most … fit"));
  assert(!says(text, "at most … bytes"));
  assert(!says(text, "the path is too long"));
});
