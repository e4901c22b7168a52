import { assertEquals } from "@std/assert";
import {
  fromByteString,
  headerLines,
  toByteString,
  toHeaderFields,
  toHeaders,
} from "./http_fields.ts";

Deno.test("several values of a name are one field, in order, and come back so", () => {
  const fields = toHeaderFields([["Set-Cookie", "a=1"], ["X-One", "1"], ["set-cookie", "b=2"]]);
  assertEquals(fields.map(({ key, values }) => [key, values]), [
    ["Set-Cookie", ["a=1", "b=2"]],
    ["X-One", ["1"]],
  ]);
  assertEquals([...headerLines(toHeaders(fields))], [
    ["set-cookie", "a=1"],
    ["set-cookie", "b=2"],
    ["x-one", "1"],
  ]);
});

Deno.test("texts beyond ASCII are bytes to Headers, and Unicode on the wire", () => {
  assertEquals(toByteString("plain"), "plain");
  const headers = toHeaders(toHeaderFields([["x-name", "Zoë 🙂"]]));
  assertEquals([...headerLines(headers)], [["x-name", "Zoë 🙂"]]);
  assertEquals(fromByteString("caf\xe9"), "café");
});

Deno.test("lines that Headers does not take are left out, and told about", () => {
  const refused: string[] = [];
  const headers = toHeaders(
    toHeaderFields([["bad name", "1"], ["x-bad", "a\nb"], ["x-good", "1"]]),
    (name) => refused.push(name),
  );
  assertEquals([...headers.keys()], ["x-good"]);
  assertEquals(refused, ["bad name", "x-bad"]);
});
