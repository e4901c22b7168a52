import { assertEquals, assertThrows } from "@std/assert";
import type { GoSchema } from "./go_schema.ts";
import { jsonFields } from "./go_struct.ts";
import { parseGoType } from "./go_type.ts";

Deno.test("Go types are parsed inside out", () => {
  assertEquals(parseGoType("map[string]*model.Post"), {
    kind: "map",
    key: { kind: "basic", name: "string" },
    elem: { kind: "pointer", elem: { kind: "named", name: "model.Post" } },
  });
  assertEquals(parseGoType("[]map[string]interface {}"), {
    kind: "slice",
    elem: { kind: "map", key: { kind: "basic", name: "string" }, elem: { kind: "any" } },
  });
  assertEquals(parseGoType("func() error").kind, "other");
});

const struct = (fields: GoSchema["types"][string]["fields"]) => ({
  package: "x",
  kind: "struct",
  fields: fields ?? [],
});

Deno.test("JSON fields follow the tags: renamed, hidden, left out when empty, embedded", () => {
  const schema: GoSchema = {
    module: "x",
    version: "v1",
    api: [],
    hooks: [],
    registered: [],
    types: {
      "x.Inner": struct([{ name: "C", type: "int", json: "c" }]),
      "x.Outer": struct([
        { name: "Inner", type: "*x.Inner", embedded: true },
        { name: "A", type: "string", json: "a,omitempty" },
        { name: "B", type: "string", json: "-" },
        { name: "D", type: "bool", json: ",omitempty" },
        { name: "E", type: "bool" },
      ]),
      "x.Twice": struct([{ name: "A", type: "int" }, { name: "B", type: "int", json: "A" }]),
    },
  };
  assertEquals(
    jsonFields(schema, "x.Outer").map(({ key, omitEmpty }) => [key, omitEmpty]),
    [["c", false], ["a", true], ["D", true], ["E", false]],
  );
  assertThrows(() => jsonFields(schema, "x.Twice"), Error, "two fields claim the JSON key A");
});
