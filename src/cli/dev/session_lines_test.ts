import { assertEquals, assertThrows } from "@std/assert";
import { type Line, readLine } from "./session_lines.ts";

const lines: readonly (readonly [string, Line])[] = [
  ["  ", { type: "nothing" }],
  ["Hello there", { type: "post", text: "Hello there" }],
  ["help me", { type: "post", text: "help me" }],
  ["say posts", { type: "post", text: "posts" }],
  ["/todo add milk", { type: "command", text: "/todo add milk" }],
  ["@ben /todo list", { type: "for", name: "ben", line: "/todo list" }],
  ["as ben", { type: "as", name: "ben" }],
  ["as far as I know", { type: "post", text: "as far as I know" }],
  ["click Done", { type: "click", label: "Done" }],
  ['click "Not now"', { type: "click", label: "Not now" }],
  ["select Priority very high", { type: "select", label: "Priority", option: "very high" }],
  ['select "Due date" today', { type: "select", label: "Due date", option: "today" }],
  ["GET /status?a=b", { type: "http", method: "GET", path: "/status?a=b", body: undefined }],
  ['POST /hook {"a": 1}', { type: "http", method: "POST", path: "/hook", body: '{"a": 1}' }],
  ["GET up early", { type: "post", text: "GET up early" }],
  ["settings", { type: "settings", changes: [] }],
  ['settings a=1 b="two words" c=', {
    type: "settings",
    changes: [["a", "1"], ["b", "two words"], ["c", ""]],
  }],
  ["quit", { type: "quit" }],
];

Deno.test("what is typed is read as what it says", () => {
  for (const [text, line] of lines) assertEquals(readLine(text), line, text);
});

Deno.test("a line that says half of something is refused with what was expected", () => {
  assertThrows(() => readLine("select Priority"), TypeError, "select <label> <option> is expected");
  assertThrows(
    () => readLine("settings greeting"),
    TypeError,
    "settings <key>=<value> is expected",
  );
  assertThrows(() => readLine("settings a=one two"), TypeError, "quotes around a value");
});
