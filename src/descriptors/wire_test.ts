import { assertEquals, assertThrows } from "@std/assert";
import { base64Encode, BinaryWriter } from "@bufbuild/protobuf/wire";
import { asciiText, bytesOf, eachField } from "./wire.ts";

function fieldsOf(bytes: Uint8Array): [number, number | string][] {
  const found: [number, number | string][] = [];
  eachField(bytesOf(base64Encode(bytes)), (number, value) => found.push([number, value]));
  return found;
}

Deno.test("every byte comes out of base64, however many there are", () => {
  for (const length of [0, 1, 255, 8191, 8192, 8193, 30_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => at % 256);
    const text = bytesOf(base64Encode(bytes, "std_raw"));
    assertEquals(Uint8Array.from(text, (each) => each.charCodeAt(0)), bytes);
  }
});

Deno.test("fields are found with their numbers and values", () => {
  const writer = new BinaryWriter();
  writer.tag(1, 2).string("name").tag(3, 0).int32(-1).tag(4, 0).int32(2 ** 31 - 1);
  writer.tag(5, 0).int32(-(2 ** 31)).tag(999, 2).bytes(new Uint8Array(300).fill(120)).tag(2, 2)
    .string("");
  assertEquals(fieldsOf(writer.finish()), [
    [1, "name"],
    [3, -1],
    [4, 2 ** 31 - 1],
    [5, -(2 ** 31)],
    [999, "x".repeat(300)],
    [2, ""],
  ]);
});

Deno.test("bytes that end too early are refused wherever they end", () => {
  const whole = new BinaryWriter().tag(300, 2).string("x".repeat(200)).finish();
  for (let length = 1; length < whole.length; length++) {
    assertThrows(() => fieldsOf(whole.subarray(0, length)), Error, "cut short", `${length}`);
  }
});

Deno.test("what no descriptor has is refused", () => {
  const fixed = new BinaryWriter().tag(1, 1).fixed64(1n).finish();
  assertThrows(() => fieldsOf(fixed), Error, "wire type 1");
  assertThrows(() => asciiText("caf\u00c3\u00a9"), Error, "not ASCII");
});
