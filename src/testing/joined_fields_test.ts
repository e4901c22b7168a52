import { assertEquals } from "@std/assert";
import { hclogLine } from "../process/hclog_line.ts";
import { parseLogLine } from "../host/plugin_log.ts";
import { separateFields } from "./joined_fields.ts";

Deno.test("fields that were written for a server that joins them are what they were", () => {
  const fields = {
    hook: "onActivate",
    text: 'a "b"\n=c',
    empty: "",
    count: 3,
    yes: true,
    list: ["x y", 1],
    object: { a: { b: null } },
    bracket: "[x",
  };
  const entry = {
    level: "info",
    message: "hello",
    module: "com.example.a",
    time: 1,
    fields,
  } as const;
  const line = new TextDecoder().decode(hclogLine(entry, { joinsFields: true })).trimEnd();
  assertEquals(separateFields(parseLogLine("com.example.a", line, 0)).fields, fields);
  const plain = parseLogLine("com.example.a", '{"@level":"info","@message":"x","a=":"b"}', 0);
  assertEquals(separateFields(plain).fields, { "a=": "b" });
});
