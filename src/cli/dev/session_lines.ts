import type { CommandIO } from "../command_io.ts";

/** What can be typed, with what it does. */
const LINES: readonly (readonly [string, string])[] = [
  ["any text", "post it in the channel; say <text> for one that looks like a line below"],
  ["/command …", "run a slash command"],
  ["click <label>", "click the newest button with this label"],
  ["select <label> <option>", 'choose from a menu; "…" around a label of several words'],
  ["as <name>", "be somebody else from now on: admin, ada, ben or mallory"],
  ["@<name> <line>", "do one thing as somebody else; @nobody GET … is a request without a login"],
  ["GET <path>", "send an HTTP request to the plugin; POST, PUT, PATCH and DELETE <path> <body>"],
  ["settings", "show the settings; settings <key>=<value> … changes them"],
  ["posts", "show the posts of the channel"],
  ["help", "show this"],
  ["quit", "end; so does the end of the input, and Ctrl-C"],
];

/** Shows what can be typed. */
export function printHelp(io: CommandIO): void {
  const width = Math.max(...LINES.map(([left]) => left.length)) + 2;
  for (const [left, right] of LINES) io.out(`  ${io.paint.cyan(left.padEnd(width))}${right}`);
}

/** Something that somebody does. */
export type Line =
  | { readonly type: "nothing" | "help" | "quit" | "posts" }
  | { readonly type: "post" | "command"; readonly text: string }
  | { readonly type: "click"; readonly label: string }
  | { readonly type: "select"; readonly label: string; readonly option: string }
  | { readonly type: "as"; readonly name: string }
  | { readonly type: "for"; readonly name: string; readonly line: string }
  | { readonly type: "settings"; readonly changes: readonly (readonly [string, string])[] }
  | {
    readonly type: "http";
    readonly method: string;
    readonly path: string;
    readonly body: string | undefined;
  };

/**
 * Reads what was typed.
 *
 * @throws {TypeError} for a line that begins as one of the above and goes on otherwise
 */
export function readLine(given: string): Line {
  const text = given.trim();
  if (text === "") return { type: "nothing" };
  if (text.startsWith("/")) return { type: "command", text };
  const [, name, line = ""] = /^@([a-z0-9._-]+)(?:\s+(.*))?$/s.exec(text) ?? [];
  if (name !== undefined) return { type: "for", name, line };
  const [, method, path = "", body] = HTTP.exec(text) ?? [];
  if (method !== undefined) return { type: "http", method, path, body };
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  switch (word) {
    case "help":
    case "quit":
    case "posts":
      if (rest === "") return { type: word };
      break;
    case "exit":
      if (rest === "") return { type: "quit" };
      break;
    case "say":
      if (rest !== "") return { type: "post", text: rest };
      break;
    case "click":
      if (rest !== "") return { type: "click", label: rest.replace(/^"(.*)"$/s, "$1") };
      break;
    case "as":
      if (/^@?\S+$/.test(rest)) return { type: "as", name: rest.replace("@", "") };
      break;
    case "select": {
      const [, quoted, bare, option] = /^(?:"([^"]*)"|(\S+))\s+(.+)$/s.exec(rest) ?? [];
      const label = quoted ?? bare;
      if (label === undefined || option === undefined) {
        throw new TypeError("select <label> <option> is expected, such as: select Priority high");
      }
      return { type: "select", label, option: option.replace(/^"(.*)"$/s, "$1") };
    }
    case "settings":
      return { type: "settings", changes: readChanges(rest) };
  }
  return { type: "post", text };
}

const HTTP = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(\/\S*)(?:\s+(.*))?$/s;

/** `key=value` pairs; a value with spaces stands in quotes. */
function readChanges(text: string): (readonly [string, string])[] {
  const pairs = [...text.matchAll(/([^\s=]+)=(?:"([^"]*)"|(\S*))(?=\s|$)\s*/g)];
  if (pairs.map(([all]) => all).join("") !== text) {
    throw new TypeError(
      'settings <key>=<value> is expected, with quotes around a value with spaces: greeting="Good day"',
    );
  }
  return pairs.map(([, key = "", quoted, bare = ""]) => [key, quoted ?? bare]);
}
