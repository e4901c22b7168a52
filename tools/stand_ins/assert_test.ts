// The stand-ins are tested with plain throws, not with themselves: one that never fails would
// otherwise vouch for itself. Where jsr.io answers, the same table runs over the real library too.

import * as standIn from "./assert.ts";
import * as chosen from "@std/assert";

class Teapot extends Error {}

type Library = typeof standIn;

interface Case {
  readonly name: keyof Library;
  readonly holds: readonly ((a: Library) => unknown)[];
  readonly fails: readonly ((a: Library) => unknown)[];
}

const cyclic = (): object => {
  const node: { self?: object } = {};
  node.self = node;
  return node;
};

const cases: readonly Case[] = [
  {
    name: "assert",
    holds: [(a) => a.assert(1), (a) => a.assert("x")],
    fails: [(a) => a.assert(0), (a) => a.assert(""), (a) => a.assert(null)],
  },
  { name: "assertFalse", holds: [(a) => a.assertFalse(0)], fails: [(a) => a.assertFalse("x")] },
  { name: "fail", holds: [], fails: [(a) => a.fail(), (a) => a.fail("why")] },
  { name: "unreachable", holds: [], fails: [(a) => a.unreachable()] },
  {
    name: "assertEquals",
    holds: [
      (a) => a.assertEquals({ a: [1, { b: 2n }] }, { a: [1, { b: 2n }] }),
      (a) => a.assertEquals(NaN, NaN),
      (a) => a.assertEquals([0], [-0]),
      (a) => a.assertEquals(new Map([[{ k: 1 }, [2]]]), new Map([[{ k: 1 }, [2]]])),
      (a) => a.assertEquals(new Set([1, 2]), new Set([2, 1])),
      (a) => a.assertEquals(new Uint8Array([1, 2]), new Uint8Array([1, 2])),
      (a) => a.assertEquals(new Date(5), new Date(5)),
      (a) => a.assertEquals<unknown>(Object.create(null), {}),
      (a) => a.assertEquals(cyclic(), cyclic()),
    ],
    fails: [
      (a) => a.assertEquals<unknown>(1, "1"),
      (a) => a.assertEquals<unknown>(1, 1n),
      (a) => a.assertEquals({ a: 1 }, { a: 2 }),
      (a) => a.assertEquals<unknown>({ a: undefined }, {}),
      (a) => a.assertEquals<unknown>({}, { a: undefined }),
      (a) => a.assertEquals<unknown>([], {}),
      (a) => a.assertEquals([1, 2], [1, 2, 3]),
      (a) => a.assertEquals(new Map([[1, 2]]), new Map([[1, 3]])),
      (a) => a.assertEquals(new Set([1]), new Set([2])),
      (a) => a.assertEquals(new Uint8Array([1]), new Uint8Array([2])),
      (a) => a.assertEquals<unknown>(new Uint8Array([1]), [1]),
      (a) => a.assertEquals(new Date(5), new Date(6)),
      (a) => a.assertEquals(new Error("a"), new Error("b")),
      (a) => a.assertEquals(new URL("http://a/"), new URL("http://b/")),
      (a) => a.assertEquals<unknown>(null, undefined),
      (a) => a.assertEquals<unknown>(new Teapot("a"), new Error("a")),
    ],
  },
  {
    name: "assertNotEquals",
    holds: [(a) => a.assertNotEquals({ a: 1 }, { a: 2 })],
    fails: [(a) => a.assertNotEquals({ a: 1 }, { a: 1 })],
  },
  {
    name: "assertStrictEquals",
    holds: [(a) => a.assertStrictEquals("a", "a"), (a) => a.assertStrictEquals(NaN, NaN)],
    fails: [(a) => a.assertStrictEquals({}, {}), (a) => a.assertStrictEquals(0, -0)],
  },
  {
    name: "assertNotStrictEquals",
    holds: [(a) => a.assertNotStrictEquals({}, {})],
    fails: [(a) => a.assertNotStrictEquals(1, 1)],
  },
  {
    name: "assertExists",
    holds: [(a) => a.assertExists(0), (a) => a.assertExists("")],
    fails: [(a) => a.assertExists(null), (a) => a.assertExists(undefined)],
  },
  {
    name: "assertInstanceOf",
    holds: [(a) => a.assertInstanceOf(new Teapot(), Error)],
    fails: [(a) => a.assertInstanceOf(new Error(), Teapot), (a) => a.assertInstanceOf(1, Number)],
  },
  {
    name: "assertNotInstanceOf",
    holds: [(a) => a.assertNotInstanceOf(new Error(), Teapot)],
    fails: [(a) => a.assertNotInstanceOf(new Teapot(), Error)],
  },
  {
    name: "assertStringIncludes",
    holds: [(a) => a.assertStringIncludes("one two", "two")],
    fails: [(a) => a.assertStringIncludes("one two", "three")],
  },
  {
    name: "assertMatch",
    holds: [(a) => a.assertMatch("abc", /b/), (a) => a.assertMatch("abc", /b/g)],
    fails: [(a) => a.assertMatch("abc", /d/)],
  },
  {
    name: "assertNotMatch",
    holds: [(a) => a.assertNotMatch("abc", /d/)],
    fails: [(a) => a.assertNotMatch("abc", /b/)],
  },
  {
    name: "assertArrayIncludes",
    holds: [(a) => a.assertArrayIncludes([{ a: 1 }, { b: 2 }], [{ b: 2 }])],
    fails: [(a) => a.assertArrayIncludes([1, 2], [2, 3])],
  },
  {
    name: "assertObjectMatch",
    holds: [
      (a) => a.assertObjectMatch({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 2 } }),
      (a) => a.assertObjectMatch({ a: new Date(1), b: 1 }, { a: new Date(1) }),
    ],
    fails: [
      (a) => a.assertObjectMatch({ a: 1 }, { a: 2 }),
      (a) => a.assertObjectMatch({ a: 1 }, { b: 1 }),
      (a) => a.assertObjectMatch({ a: { b: 1 } }, { a: { b: 2 } }),
      (a) => a.assertObjectMatch({ a: [1, 2] }, { a: [1, 3] }),
    ],
  },
  {
    name: "assertAlmostEquals",
    holds: [(a) => a.assertAlmostEquals(0.1 + 0.2, 0.3), (a) => a.assertAlmostEquals(10, 11, 1)],
    fails: [(a) => a.assertAlmostEquals(0.1, 0.2), (a) => a.assertAlmostEquals(10, 12, 1)],
  },
  {
    name: "assertGreater",
    holds: [(a) => a.assertGreater(2, 1)],
    fails: [(a) => a.assertGreater(1, 1)],
  },
  {
    name: "assertGreaterOrEqual",
    holds: [(a) => a.assertGreaterOrEqual(1, 1)],
    fails: [(a) => a.assertGreaterOrEqual(0, 1)],
  },
  { name: "assertLess", holds: [(a) => a.assertLess(1, 2)], fails: [(a) => a.assertLess(1, 1)] },
  {
    name: "assertLessOrEqual",
    holds: [(a) => a.assertLessOrEqual(1n, 1n)],
    fails: [(a) => a.assertLessOrEqual(2n, 1n), (a) => a.assertLessOrEqual(NaN, 1)],
  },
  {
    name: "assertIsError",
    holds: [(a) => a.assertIsError(new Teapot("short and stout"), Teapot, "stout")],
    fails: [
      (a) => a.assertIsError("text"),
      (a) => a.assertIsError(new Error(), Teapot),
      (a) => a.assertIsError(new Teapot("tall"), Teapot, "stout"),
      (a) => a.assertIsError(new Teapot("tall"), Teapot, /stout/),
    ],
  },
  {
    name: "assertThrows",
    holds: [
      (a) => a.assertThrows(() => raise(new Teapot("short and stout")), Teapot, "stout"),
      (a) => a.assertThrows(() => raise(new Teapot()), Error),
      (a) => a.assertThrows(() => raise("text")),
    ],
    fails: [
      (a) => a.assertThrows(() => {}),
      (a) => a.assertThrows(() => raise(new Error()), Teapot),
      (a) => a.assertThrows(() => raise("text"), Error),
      (a) => a.assertThrows(() => raise(new Teapot("tall")), Teapot, "stout"),
    ],
  },
  {
    name: "assertRejects",
    holds: [
      (a) => a.assertRejects(() => Promise.reject(new Teapot("stout")), Teapot, "stout"),
      (a) => a.assertRejects(() => Promise.reject("text")),
    ],
    fails: [
      (a) => a.assertRejects(() => Promise.resolve()),
      (a) => a.assertRejects(() => Promise.reject(new Error()), Teapot),
      (a) => a.assertRejects(() => Promise.reject(new Teapot("tall")), Teapot, "stout"),
      (a) => a.assertRejects(() => raise(new Teapot("at once")), Teapot),
    ],
  },
];

function raise(what: unknown): never {
  throw what;
}

async function outcome(run: () => unknown): Promise<"held" | "failed"> {
  try {
    await run();
    return "held";
  } catch (error) {
    if (error instanceof standIn.AssertionError || error instanceof chosen.AssertionError) {
      return "failed";
    }
    throw error;
  }
}

function suite(title: string, library: Library): void {
  for (const { name, holds, fails } of cases) {
    Deno.test(`${title}: ${name} passes what holds and fails what does not`, async () => {
      for (const run of holds) {
        if (await outcome(() => run(library)) !== "held") throw new Error(`failed: ${run}`);
      }
      for (const run of fails) {
        if (await outcome(() => run(library)) !== "failed") throw new Error(`passed: ${run}`);
      }
    });
  }
}

suite("the stand-in", standIn);
if (chosen.assert !== standIn.assert) suite("@std/assert", chosen as unknown as Library);

Deno.test("assertThrows and assertRejects give the error that they caught", async () => {
  const error = new Teapot("stout");
  const thrown = standIn.assertThrows(() => raise(error), Teapot);
  const rejected = await standIn.assertRejects(() => Promise.reject(error), Teapot);
  if (thrown !== error || rejected !== error) throw new Error("another error came back");
});

Deno.test("a failed assertEquals shows both values and the caller's message", () => {
  const failure = standIn.assertThrows(
    () => standIn.assertEquals({ colour: "red" }, { colour: "blue" }, "the teapot"),
    standIn.AssertionError,
  );
  for (const part of ["red", "blue", "the teapot"]) {
    if (!failure.message.includes(part)) throw new Error(`${part} is not in ${failure.message}`);
  }
});
