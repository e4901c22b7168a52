/** Which messages the sources say, to compare pages with. @module */
import { fromFileUrl } from "../../tools/paths.ts";
import { filesBelow } from "../../tools/tree.ts";

const root = fromFileUrl(new URL("../../", import.meta.url));

/** A source's text with the texts that it joins by "+" in one piece. */
export function joined(source: string): string {
  return source.replaceAll(/["'`]\s*\+\s*["'`]/g, "").replaceAll('\\"', '"');
}

/** Whether the parts of a message stand in a text, one behind the other. */
export function says(text: string, message: string): boolean {
  let at = 0;
  for (const part of message.split("…").map((part) => part.trim())) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** Those of the messages that no source says. */
export async function unsaid(messages: readonly string[]): Promise<string[]> {
  const code = (path: string) => /\.(ts|go)$/.test(path) && !/_test\.(ts|go)$/.test(path);
  const own = await filesBelow(["src", "tools/launcher"], code);
  // What Deno itself says is in the tests of the sandbox, which compare it with Deno.
  const denos = await filesBelow(["tests/sandbox"], (path) => path.endsWith(".ts"));
  const files = await Promise.all([...own, ...denos].map((path) => Deno.readTextFile(root + path)));
  const texts = files.map(joined);
  return messages.filter((message) => !texts.some((text) => says(text, message)));
}
