import { assertEquals, assertThrows } from "@std/assert";
import { create, fromJson, type JsonValue, toJson } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { emptyValue, valueFromJson, valueToJson } from "./json_value.ts";

const values: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  -0,
  1.5,
  -1e300,
  "",
  "text",
  [],
  {},
  [null, [1, ["a"]], { a: {} }],
  { a: null, b: [1], c: { d: { e: "f" } }, "": 1, constructor: "x", toString: 2 },
  JSON.parse('{"__proto__": {"x": 1}, "y": {"__proto__": 2}}'),
];

for (const json of values) {
  const shown = JSON.stringify(json);

  Deno.test(`${shown} becomes the Value that protobuf-es makes of it, and ${shown} again`, () => {
    const value = valueFromJson(json);
    assertEquals(value, fromJson(ValueSchema, json));
    assertEquals(valueToJson(value), toJson(ValueSchema, value));
    assertEquals(JSON.stringify(valueToJson(value)), shown);
  });
}

Deno.test("a key named __proto__ is one like any other", () => {
  const value = valueFromJson(JSON.parse('{"__proto__": {"polluted": true}}'));
  const json = valueToJson(value) as Record<string, unknown>;
  assertEquals(Object.keys(json), ["__proto__"]);
  assertEquals(json.polluted, undefined);
});

Deno.test("a Value that holds nothing is null, and one inside of another is refused", () => {
  assertEquals(emptyValue(), create(ValueSchema));
  assertEquals(valueToJson(emptyValue()), null);
  const list = valueFromJson([1]);
  if (list.kind.case === "listValue") list.kind.value.values.push(emptyValue());
  assertThrows(() => valueToJson(list), TypeError, "holds nothing");
});

Deno.test("JSON of up to 100 levels is taken, and more is refused", () => {
  const nested = (levels: number): JsonValue => levels === 1 ? 1 : [nested(levels - 1)];
  assertEquals(valueToJson(valueFromJson(nested(100))), nested(100));
  assertThrows(() => valueFromJson(nested(101)), TypeError, "at most 100 levels");
});

Deno.test("what is no JSON is refused, both ways", () => {
  assertThrows(() => valueFromJson(1n as unknown as JsonValue), TypeError, "not a bigint");
  assertThrows(() => valueFromJson({ a: undefined as unknown as JsonValue }), TypeError);
  const infinite = valueFromJson(Infinity);
  assertThrows(() => valueToJson(infinite), TypeError, "holds Infinity, which JSON does not have");
});
