import { assert, assertEquals, assertThrows } from "@std/assert";
import { createGobDecoder } from "./decoder.ts";
import { createGobEncoder } from "./encoder.ts";
import type { GobType } from "./gob_type.ts";
import { propertyField, structType } from "./structs.ts";
import {
  gobArray,
  gobBigInt,
  gobBool,
  gobBytes,
  GobError,
  gobFloat,
  gobInt,
  gobInt64,
  gobInterface,
  gobMap,
  gobMapOf,
  gobSlice,
  gobString,
  gobStruct,
  gobTimeMilliseconds,
  gobUint,
  gobUint64,
  gobURL,
} from "./types.ts";

// What Go's encoding/gob wrote, in hexadecimal.
const REQUESTS = "2e7f030101075265717565737401ff80000102010d536572766963654d6574686f64010c00010" +
  "3536571010600000015ff80010e506c7567696e2e476574557365720101000aff8001017801fe012c00";
const BASICS =
  "030200010304000e0304000d050600fe012c050800fe0440090c000668c3a96c6c6f050a000201020b" +
  "0400f8ffffffffffffffff0b0600f8ffffffffffffffff0b0400f8fffffffffffffffe030c0000";
const OUTER =
  "ff80ff81030101054f7574657201ff8200010e01044e616d65010c000102496e01ff840001015001ff84" +
  "0001014c01ff860001014d01ff88000101460108000103526177010a00010341727201ff8a00010453656c6601ff" +
  "82000103416e7901100001015401ff8c0001015501ff8e00010342696701ff900001014b01ff920000001fff8303" +
  "010105496e6e657201ff84000102010141010400010142010200000016ff85020101085b5d737472696e6701ff86" +
  "00010c00001eff870401010e6d61705b737472696e675d696e7401ff8800010c0104000018ff89010101085b335d" +
  "696e74313601ff8a0001040106000010ff8b0501010454696d6501ff8c0000000aff8d060102ff9400000014ff95" +
  "0301010855736572696e666f01ff960000000aff8f050102ff980000001eff910401010e6d61705b696e745d7374" +
  "72696e6701ff92000104010c00005cff8201016e010105010100010001020161000101016b0a01fd403140010378" +
  "797a010302030601010464656570010006030000000001176d61705b737472696e675d696e746572666163652" +
  "07b7dff99040102ff9a00010c01100000ff97ff9a220001046c6973740e5b5d696e74657266616365207b7dff9b" +
  "020102ff9c00011000003bff9c38000507666c6f61743634080400fef83f0006737472696e670c0300017404626f" +
  "6f6c020200010b2a6d61696e2e496e6e6572ff8403011200010f010000000edce5e8000754d4c0ffff010f687474" +
  "70733a2f2f612f623f633d6401090301b69b4ba630f34e01010704666f757200";

const request = gobStruct("Request", { ServiceMethod: gobString, Seq: gobUint });
const inner = gobStruct("Inner", { A: gobInt, B: gobBool });

const any: GobType<unknown> = gobInterface<unknown>({
  goName: "interface {}",
  nil: null,
  named(name): GobType<unknown> {
    const found = registered[name];
    if (!found) throw new GobError(`nothing is registered as ${name}`, name);
    return found;
  },
  choose(value) {
    if (value === null) return undefined;
    const name = typeof value === "string"
      ? "string"
      : typeof value === "boolean"
      ? "bool"
      : typeof value === "number"
      ? "float64"
      : Array.isArray(value)
      ? "[]interface {}"
      : "map[string]interface {}";
    return { name, type: registered[name] as GobType<unknown> };
  },
});
const registered: Record<string, GobType<unknown>> = {
  "string": gobString,
  "bool": gobBool,
  "float64": gobFloat,
  "*main.Inner": inner,
  "[]interface {}": gobSlice(any),
  "map[string]interface {}": gobMap(gobString, any),
};

interface Outer {
  readonly Name: string;
  readonly [field: string]: unknown;
}

const outer: GobType<Outer> = structType<Outer>({
  goName: "Outer",
  fields: () => [
    propertyField("Name", gobString),
    propertyField("In", inner),
    propertyField("P", inner),
    propertyField("L", gobSlice(gobString)),
    propertyField("M", gobMap(gobString, gobInt)),
    propertyField("F", gobFloat),
    propertyField("Raw", gobBytes),
    propertyField("Arr", gobArray(gobInt, 3)),
    propertyField("Self", outer),
    propertyField("Any", any),
    propertyField("T", gobTimeMilliseconds),
    propertyField("U", gobURL),
    propertyField("Big", gobBigInt),
    propertyField("K", gobMapOf({ type: gobInt, toName: String, fromName: Number }, gobString)),
  ],
  fresh: () => ({ Name: "" }),
});

const OUTER_VALUE: Outer = {
  Name: "n",
  In: { A: -3, B: true },
  P: { A: 0, B: false },
  L: ["a", ""],
  M: { k: 5 },
  F: 17.25,
  Raw: new TextEncoder().encode("xyz"),
  Arr: [1, -2, 3],
  Self: { Name: "deep", In: { A: 0, B: false }, Arr: [0, 0, 0] },
  Any: { list: [1.5, null, "t", true, { A: 9, B: false }] },
  T: 1700000000123n,
  U: "https://a/b?c=d",
  Big: -123456789012345678n,
  K: { "-4": "four" },
};

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Decodes a whole stream that comes in chunks of a size. */
function decodeAll(bytes: Uint8Array, size: number, types: readonly GobType<unknown>[]): unknown[] {
  const decoder = createGobDecoder();
  const made: unknown[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    decoder.push(bytes.slice(at, at + size));
    while (made.length < types.length) {
      const next = decoder.decode(types[made.length] as GobType<unknown>);
      if (!next) break;
      made.push(next.value);
    }
  }
  return made;
}

const BASIC_TYPES: readonly GobType<unknown>[] = [
  gobBool,
  gobInt,
  gobInt,
  gobUint,
  gobFloat,
  gobString,
  gobBytes,
  gobInt64,
  gobUint64,
  gobInt64,
  gobString,
];
const BASIC_VALUES = [
  true,
  7,
  -7,
  300,
  2.5,
  "héllo",
  new Uint8Array([1, 2]),
  -(2n ** 63n),
  2n ** 64n - 1n,
  2n ** 63n - 1n,
  "",
];

Deno.test("what Go wrote is read, however the bytes are cut", () => {
  for (let size = 1; size < 40; size++) {
    assertEquals(decodeAll(fromHex(REQUESTS), size, [request, request]), [
      { ServiceMethod: "Plugin.GetUser", Seq: 1 },
      { ServiceMethod: "x", Seq: 300 },
    ]);
    assertEquals(decodeAll(fromHex(BASICS), size, BASIC_TYPES), BASIC_VALUES);
    assertEquals(decodeAll(fromHex(OUTER), size, [outer]), [OUTER_VALUE]);
  }
});

Deno.test("basic values are written byte for byte as Go writes them", () => {
  const encoder = createGobEncoder();
  const bytes = BASIC_TYPES.map((type, at) => toHex(encoder.encode(type, BASIC_VALUES[at])));
  assertEquals(bytes.join(""), BASICS);
});

Deno.test("what was written is read again, definitions once for a stream", () => {
  const encoder = createGobEncoder();
  const first = encoder.encode(outer, OUTER_VALUE);
  const second = encoder.encode(outer, OUTER_VALUE);
  assert(second.length < first.length / 2, `${second.length} of ${first.length} bytes`);
  const bytes = new Uint8Array([...first, ...second]);
  assertEquals(decodeAll(bytes, 7, [outer, outer]), [OUTER_VALUE, OUTER_VALUE]);
});

Deno.test("integers and floats at their edges come back as they were", () => {
  const edges = [0n, 1n, -1n, 63n, -64n, 64n, 127n, 128n, 255n, 256n, 2n ** 31n, -(2n ** 31n)];
  for (let bit = 32n; bit < 63n; bit++) {
    edges.push(2n ** bit, 2n ** bit - 1n, -(2n ** bit), -(2n ** bit) - 1n);
  }
  edges.push(2n ** 63n - 1n, -(2n ** 63n));
  const encoder = createGobEncoder();
  for (const edge of edges) {
    assertEquals(decodeAll(encoder.encode(gobInt64, edge), 99, [gobInt64]), [edge]);
    const number = Number(edge);
    if (Number.isSafeInteger(number)) {
      assertEquals(decodeAll(encoder.encode(gobInt, number), 99, [gobInt]), [number]);
    }
    if (edge >= 0n) {
      assertEquals(decodeAll(encoder.encode(gobUint64, edge), 99, [gobUint64]), [edge]);
    }
  }
  for (const float of [0, -1, 1, 0.1, Infinity, -Infinity, 5e-324, Number.MAX_VALUE, 2 ** -1000]) {
    assertEquals(decodeAll(encoder.encode(gobFloat, float), 99, [gobFloat]), [float]);
  }
  assertEquals(decodeAll(encoder.encode(gobFloat, NaN), 99, [gobFloat]), [NaN]);
});

Deno.test("texts of any length and script come back as they were", () => {
  const encoder = createGobEncoder();
  for (const length of [0, 1, 31, 63, 64, 65, 127, 128, 129, 255, 256, 257, 70_000]) {
    for (const part of ["a", "é", "中", "😀", "a😀"]) {
      const text = part.repeat(length);
      assertEquals(decodeAll(encoder.encode(gobString, text), 1000, [gobString]), [text]);
    }
  }
  assertEquals(decodeAll(encoder.encode(gobString, "\ud800x"), 9, [gobString]), ["\ufffdx"]);
});

Deno.test("fields that the reader does not know are skipped, and those missing are zero", () => {
  const little = gobStruct("Outer", {
    K: gobMapOf(intKey, gobString),
    Name: gobString,
    New: gobInt,
  });
  assertEquals(decodeAll(fromHex(OUTER), 5, [little]), [{
    Name: "n",
    K: { "-4": "four" },
    New: 0,
  }]);
});

const intKey = { type: gobInt, toName: String, fromName: Number };

Deno.test("a value is skipped with the types that it defines", () => {
  const bytes = new Uint8Array([...fromHex(REQUESTS), 3, 4, 0, 14]);
  const decoder = createGobDecoder();
  let skipped = 0;
  for (const byte of bytes.subarray(0, -4)) {
    decoder.push(new Uint8Array([byte]));
    if (decoder.skip()) skipped++;
  }
  assertEquals(skipped, 2);
  decoder.push(bytes.subarray(-4));
  assertEquals(decoder.decode(gobInt), { value: 7 });
});

Deno.test("a key may be called __proto__", () => {
  const encoder = createGobEncoder();
  const value = JSON.parse(`{"__proto__":{"polluted":true},"a":1}`);
  const [back] = decodeAll(encoder.encode(any, value), 9, [any]);
  assertEquals(Object.keys(back as object), ["__proto__", "a"]);
  assertEquals(JSON.stringify(back), JSON.stringify(value));
  assertEquals(Object.getPrototypeOf(back), Object.prototype);
  assertEquals(({} as { polluted?: boolean }).polluted, undefined);
});

Deno.test("a value of another type is refused by name and place, and the next one is read", () => {
  const decoder = createGobDecoder();
  decoder.push(fromHex(REQUESTS));
  const wrong = gobStruct("Request", { ServiceMethod: gobString, Seq: gobString });
  const error = assertThrows(() => decoder.decode(wrong), GobError);
  assertEquals(
    error.message,
    "gob: Request.Seq at byte 67 of the stream: the sender has a value of type uint here, which " +
      "cannot be read as string",
  );
  assertEquals(error.offset, 67);
  assertEquals(decoder.decode(request), { value: { ServiceMethod: "x", Seq: 300 } });
});

Deno.test("a value that gob cannot hold leaves the stream as it was", () => {
  const encoder = createGobEncoder();
  assertThrows(
    () => encoder.encode(request, { ServiceMethod: "x", Seq: -1 }),
    GobError,
    "gob: uint: -1 is no unsigned integer below 2^53",
  );
  const bytes = encoder.encode(request, { ServiceMethod: "x", Seq: 1 });
  assertEquals(decodeAll(bytes, 3, [request]), [{ ServiceMethod: "x", Seq: 1 }]);
  const itself: unknown[] = [];
  itself.push(itself);
  assertThrows(() => encoder.encode(any, itself), GobError, "contains itself");
});

Deno.test("a message beyond the limit is refused before it comes, and the stream is over", () => {
  const decoder = createGobDecoder({ maxBytes: 100 });
  decoder.push(new Uint8Array([0xff, 101]));
  const expected = "gob: a message at byte 0 of the stream: it has 101 bytes; 100 are the most";
  assertEquals(assertThrows(() => decoder.decode(gobInt), GobError).message, expected);
  decoder.push(new Uint8Array(200));
  assertEquals(assertThrows(() => decoder.decode(gobInt), GobError).message, expected);
});

Deno.test("lists, depth and types beyond the limits are refused", () => {
  const list = createGobEncoder().encode(gobSlice(gobInt), [1, 2, 3, 4]);
  const few = createGobDecoder({ maxElements: 3 });
  few.push(list);
  assertThrows(() => few.decode(gobSlice(gobInt)), GobError, "together may be 3");

  let deep: unknown = 1;
  for (let level = 0; level < 40; level++) deep = [deep];
  const nested = createGobEncoder().encode(any, deep);
  const shallow = createGobDecoder({ maxDepth: 20 });
  shallow.push(nested);
  assertThrows(() => shallow.decode(any), GobError, "more than 20 levels deep");
  shallow.push(createGobEncoder().encode(gobInt, 5));
  assertEquals(shallow.decode(gobInt), { value: 5 });

  const strict = createGobDecoder({ maxTypes: 1 });
  strict.push(fromHex(OUTER));
  assertThrows(() => strict.decode(outer), GobError, "more than 1 types");
});
