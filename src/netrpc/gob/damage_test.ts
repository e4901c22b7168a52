import { assert, assertEquals, assertThrows } from "@std/assert";
import { seededRandom } from "../../../tests/support/seed.ts";
import { gobAnything } from "./anything.ts";
import { createGobDecoder, type GobDecoder } from "./decoder.ts";
import { createGobEncoder } from "./encoder.ts";
import type { GobType } from "./gob_type.ts";
import { closeCounted, type GobOutput, openCounted, writeInt, writeUint } from "./output.ts";
import { createTypeTable } from "./type_table.ts";
import {
  gobBytes,
  GobError,
  gobFloat,
  gobInt64,
  gobMap,
  gobSlice,
  gobString,
  gobStruct,
  gobTimeMilliseconds,
} from "./types.ts";
import { type WireType, writeWireType } from "./wire_type.ts";

const leaf = gobStruct("Leaf", { Text: gobString, Numbers: gobSlice(gobInt64) });
const tree: GobType<unknown> = gobStruct("Tree", {
  Name: gobString,
  Leaves: gobSlice(leaf),
  ByName: gobMap(gobString, leaf),
  At: gobTimeMilliseconds,
  Ratio: gobFloat,
  Raw: gobBytes,
});
const VALUE = {
  Name: "root",
  Leaves: [{ Text: "a", Numbers: [1n, -5n, 2n ** 40n] }, { Text: "b", Numbers: [] }],
  ByName: { x: { Text: "c", Numbers: [7n] } },
  At: 1700000000000n,
  Ratio: 0.1,
  Raw: new Uint8Array(30),
};

/** Decodes what it can; gives the errors. Anything else than a GobError fails the test. */
function survive(bytes: Uint8Array): GobError[] {
  const decoder = createGobDecoder({ maxBytes: 100_000 });
  decoder.push(bytes);
  const errors: GobError[] = [];
  // A decoder whose framing broke repeats its error; others move on with every call.
  for (let calls = 0; calls < 20; calls++) {
    try {
      if (!decoder.decode(tree)) break;
    } catch (error) {
      assert(error instanceof GobError, `${error}`);
      assert(error.offset !== undefined, error.message);
      assert(error.offset <= bytes.length, error.message);
      assert(error.goType !== "", error.message);
      errors.push(error);
    }
  }
  return errors;
}

Deno.test("any byte replaced by any other gives a value, an error or a wait, and nothing else", () => {
  const bytes = createGobEncoder().encode(tree, VALUE);
  let refused = 0;
  for (let at = 0; at < bytes.length; at++) {
    for (let byte = 0; byte < 256; byte++) {
      const damaged = bytes.slice();
      damaged[at] = byte;
      refused += survive(damaged).length > 0 ? 1 : 0;
    }
  }
  assert(refused > bytes.length * 64, `${refused} of ${bytes.length * 256} were refused`);
});

Deno.test("random bytes behind the definitions never do more than fail", () => {
  const random = seededRandom("gob damage");
  const encoder = createGobEncoder();
  const whole = encoder.encode(tree, VALUE);
  const again = encoder.encode(tree, VALUE);
  const definitions = whole.subarray(0, whole.length - again.length);
  for (let round = 0; round < 3000; round++) {
    const body = random.bytes(random.integer(1, 60));
    // The length of the message, then the id of the type, as they were.
    const message = new Uint8Array([body.length + 2, again[1] ?? 0, again[2] ?? 0, ...body]);
    survive(new Uint8Array([...definitions, ...message]));
  }
});

Deno.test("a stream that ends early is waited for, wherever it ends", () => {
  const bytes = createGobEncoder().encode(tree, VALUE);
  for (let length = 0; length < bytes.length; length++) {
    const decoder = createGobDecoder();
    decoder.push(bytes.subarray(0, length));
    assertEquals(decoder.decode(tree), undefined);
    decoder.push(bytes.subarray(length));
    assertEquals(decoder.decode(tree), { value: VALUE });
  }
});

Deno.test("a type defined twice, in gob's own range or never is refused by its number", () => {
  const text = (bytes: number[]) => survive(new Uint8Array(bytes)).map(({ message }) => message);
  // -65, {SliceT: {CommonType: {Name: "", Id: 65}, Elem: int}}
  const slice = [11, 0xff, 0x81, 2, 1, 2, 0xff, 0x82, 0, 1, 4, 0, 0];
  slice[0] = slice.length - 1;
  assertEquals(text([...slice, ...slice]), [
    "gob: definition of a type at byte 14 of the stream: type 65 was defined before",
  ]);
  const own = [6, 3, 2, 1, 0, 0, 0];
  assertEquals(text(own), [
    "gob: definition of a type at byte 1 of the stream: it takes the id 2, which is gob's own",
  ]);
  assertEquals(text([4, 0xff, 0x82, 1, 0]), [
    "gob: value at byte 3 of the stream: the sender has a value of type undefined type 65 here, " +
    "which cannot be read as Tree",
  ]);
});

Deno.test("long chains of types and types of themselves end in an error, not in the stack", () => {
  const table = createTypeTable();
  const out: GobOutput = {
    bytes: new Uint8Array(64),
    length: 0,
    depth: 0,
    keepZeros: false,
    types: table,
  };
  const define = (id: number, type: WireType) => {
    const gap = openCounted(out);
    writeInt(out, -id);
    writeWireType(out, type, id);
    closeCounted(out, gap);
  };
  // Each a list of the next; the last is a list of itself.
  for (let id = 65; id < 4065; id++) define(id, { kind: "slice", name: "", elem: id + 1 });
  define(4065, { kind: "slice", name: "", elem: 4065 });
  const gap = openCounted(out);
  writeInt(out, 65);
  writeUint(out, 0);
  for (let level = 0; level < 9000; level++) writeUint(out, 1);
  closeCounted(out, gap);
  for (
    const read of [(one: GobDecoder) => one.skip(), (one: GobDecoder) => one.decode(gobAnything)]
  ) {
    const decoder = createGobDecoder();
    decoder.push(out.bytes.slice(0, out.length));
    assertThrows(() => read(decoder), GobError, "more than 200 levels deep");
  }
});

Deno.test("a few bytes that stand for millions of objects are refused before they are made", () => {
  const wide = gobStruct(
    "Wide",
    Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`Field${at}`, gobString])),
  );
  const list = gobSlice(wide as GobType<unknown>);
  const encoder = createGobEncoder();
  encoder.encode(list, []);
  const bytes = encoder.encode(list, new Array(500_000).fill({}));
  assert(bytes.length < 600_000, `${bytes.length} bytes`);
  const decoder = createGobDecoder();
  decoder.push(createGobEncoder().encode(list, []));
  assertEquals(decoder.decode(list), { value: [] });
  decoder.push(bytes);
  assertThrows(() => decoder.decode(list), GobError, "all of a value's together may be 8000000");
});

Deno.test("a long list of chunks is read in time that grows with the bytes", () => {
  const value = "x".repeat(400_000);
  const time = (size: number): number => {
    const bytes = createGobEncoder().encode(gobString, value.repeat(size));
    const start = performance.now();
    const decoder = createGobDecoder();
    let read = 0;
    for (let at = 0; at < bytes.length; at += 16) {
      decoder.push(bytes.subarray(at, at + 16));
      if (decoder.decode(gobString)) read++;
    }
    assertEquals(read, 1);
    return performance.now() - start;
  };
  time(1);
  const once = time(1);
  const eightTimes = time(8);
  assert(eightTimes < once * 40 + 200, `${once} ms, then ${eightTimes} ms for eight times as much`);
});
