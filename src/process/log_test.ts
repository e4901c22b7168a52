import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fakeClock } from "../../tests/process/fake_clock.ts";
import { redirectConsole } from "./console_redirect.ts";
import { maxLineBytes } from "./hclog_line.ts";
import { createLogger, type LoggerOptions } from "./logger.ts";
import { toLogValue } from "./log_value.ts";

type Line = Record<string, unknown>;

/** A logger that keeps its lines, each parsed and with its length. */
function keepingLogger(options: Partial<LoggerOptions> = {}) {
  const lines: Line[] = [];
  const lengths: number[] = [];
  const logger = createLogger({
    module: "com.example.test",
    clock: fakeClock(Date.UTC(2026, 1, 3, 4, 5, 6, 7)),
    ...options,
    write(bytes) {
      const text = new TextDecoder().decode(bytes);
      assertEquals(text.indexOf("\n"), text.length - 1);
      lengths.push(bytes.byteLength);
      lines.push(JSON.parse(text));
    },
  });
  return { logger, lines, lengths, last: () => lines.at(-1) ?? {} };
}

Deno.test("a line is what hclog writes: level, message, module, time with microseconds, fields", () => {
  const { logger, last } = keepingLogger();
  logger.with({ hook: "OnActivate" }).warn("careful", { count: 3, done: undefined });
  assertEquals(last(), {
    "@level": "warn",
    "@message": "careful",
    "@module": "com.example.test",
    "@timestamp": "2026-02-03T04:05:06.007000Z",
    hook: "OnActivate",
    count: 3,
  });
});

Deno.test("for a host that joins names and values, they are written so that people can read that", () => {
  const { logger, last } = keepingLogger({
    joinsFields: true,
    mask: (text) => text.replace("pw", "***"),
  });
  logger.info("hello", {
    hook: "onActivate",
    text: 'a "b" pw',
    count: 3,
    list: ["x y"],
    "@at": "",
  });
  assertEquals(last(), {
    "@level": "info",
    "@message": "hello",
    "@timestamp": "2026-02-03T04:05:06.007000Z",
    "hook=": "onActivate ",
    "text=": '"a \\"b\\" ***" ',
    "count=": "3 ",
    "list=": '"[\\"x y\\"]" ',
    "_@at=": '"" ',
  });
  logger.info(
    "long",
    Object.fromEntries(Array.from({ length: 40 }, (_, n) => [n, "ä".repeat(9000)])),
  );
  assertEquals(last()["fields_left_out="], "8 ");
});

Deno.test("lines below the least level are not written", () => {
  const { logger, lines } = keepingLogger({ level: "warn" });
  for (const level of ["trace", "debug", "info", "warn", "error"] as const) logger[level](level);
  assertEquals(lines.map((line) => line["@message"]), ["warn", "error"]);
});

Deno.test("values of every kind become JSON", () => {
  const cyclic: Record<string, unknown> = { name: "a" };
  cyclic["self"] = cyclic;
  const shared = { x: 1 };
  assertEquals(
    toLogValue({
      small: 5n,
      large: 2n ** 60n,
      nan: NaN,
      none: null,
      date: new Date(0),
      bytes: new Uint8Array([1, 2, 3]),
      map: new Map([["k", 1n]]),
      set: new Set([1, 2]),
      sharedTwice: [shared, shared],
      cyclic,
      symbol: Symbol("s"),
      url: new URL("https://example.com/a"),
      call: function named() {},
    }),
    {
      small: 5,
      large: "1152921504606846976",
      nan: "NaN",
      none: null,
      date: "1970-01-01T00:00:00.000Z",
      bytes: "base64:AQID",
      map: { k: 1 },
      set: [1, 2],
      sharedTwice: [{ x: 1 }, { x: 1 }],
      cyclic: { name: "a", self: "[circular]" },
      symbol: "Symbol(s)",
      url: "https://example.com/a",
      call: "[function named]",
    },
  );
});

Deno.test("an error shows its stack and its causes, also where they are circular", () => {
  const error = new Error("outer", { cause: new TypeError("inner") });
  const text = toLogValue(error);
  assert(typeof text === "string");
  for (const part of ["outer", "log_test.ts", "Caused by: TypeError: inner"]) {
    assertStringIncludes(text, part);
  }
  const circular = new Error("round");
  circular.cause = circular;
  assertStringIncludes(String(toLogValue(circular)), "[circular]");
});

Deno.test("logging never throws, whatever a field does", () => {
  const { logger, last } = keepingLogger();
  const throwing = {
    get x(): never {
      throw new Error("not today");
    },
  };
  logger.info("inside", { throwing });
  assertStringIncludes(String(last()["throwing"]), "not today");
  logger.info("as fields", throwing);
  assertStringIncludes(JSON.stringify(last()), "not today");
  const proxy = new Proxy({}, {
    ownKeys: () => {
      throw new Error("closed");
    },
  });
  logger.info("a proxy", { proxy });
  assertStringIncludes(String(last()["proxy"]), "closed");
});

Deno.test("a name that a host takes for its own is changed", () => {
  const { logger, last } = keepingLogger();
  logger.info("message", { "@level": 5, "@message": { a: 1 }, "@timestamp": 0 });
  assertEquals(last()["@level"], "info");
  assertEquals(last()["@message"], "message");
  assertEquals([last()["_@level"], last()["_@timestamp"]], [5, 0]);
});

Deno.test("however much is logged, a line stays below what a host reads at once, and is JSON", () => {
  const { logger, lines, lengths } = keepingLogger();
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [`f${i}`, "x".repeat(5000)]),
  );
  logger.info("x".repeat(1_000_000));
  logger.info("\u{1F600}".repeat(100_000), { text: "\u0001".repeat(100_000) });
  logger.info("many", many);
  logger.info("names", Object.fromEntries([["k".repeat(200_000), 1]]));
  logger.info("deep", { deep: Array.from({ length: 300 }, () => many) });
  assertEquals(lines.length, 5);
  assert(lengths.every((length) => length <= maxLineBytes), lengths.join());
  assertStringIncludes(String(lines[0]?.["@message"]), "more characters)");
  assert(Number(lines[2]?.["fields_left_out"]) > 400);
});

Deno.test("every method of console becomes a log line of its level", () => {
  const { logger, lines } = keepingLogger();
  const target = { ...globalThis.console } as typeof globalThis.console;
  const restore = redirectConsole(logger, target);
  target.log("%s is %d", "x", 5, { a: 1n });
  target.info("info");
  target.debug("debug");
  target.warn("warn");
  target.error(new Error("went wrong"));
  target.trace("here");
  target.assert(true, "silent");
  target.assert(false, "must be %s", "true");
  target.group("group");
  target.log("inside");
  target.groupEnd();
  target.table([{ id: 7 }]);
  target.count();
  target.dir({ d: 1 });
  const said = lines.map((line) => [line["@level"], line["@message"]] as [string, string]);
  assertEquals(said.slice(0, 4), [
    ["info", "x is 5 { a: 1n }"],
    ["info", "info"],
    ["debug", "debug"],
    ["warn", "warn"],
  ]);
  assertEquals(said[4]?.[0], "error");
  assertStringIncludes(said[4]?.[1] ?? "", "went wrong\n    at ");
  assertEquals(said[5]?.[0], "debug");
  assertStringIncludes(said[5]?.[1] ?? "", "log_test.ts");
  assertEquals(said.slice(6, 9), [
    ["error", "Assertion failed: must be true"],
    ["info", "group"],
    ["info", "  inside"],
  ]);
  assertStringIncludes(said[9]?.[1] ?? "", "│ 7");
  assertEquals(said.slice(10), [["info", "default: 1"], ["info", "{ d: 1 }"]]);
  restore();
  assertEquals(target.log, globalThis.console.log);
});
