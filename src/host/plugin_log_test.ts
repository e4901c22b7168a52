import { assertEquals } from "@std/assert";
import { guarded, parseLogLine } from "./plugin_log.ts";

const parse = (line: string) => {
  const { level, message, fields, time } = parseLogLine("p", line, 7);
  return { level, message, fields, time };
};

Deno.test("an hclog JSON line keeps its level, time and fields", () => {
  assertEquals(
    parse(
      '{"@level":"warn","@message":"slow","@timestamp":"2026-11-21T11:22:33.500Z","@module":"p","ms":12,"who":{"id":"x"}}',
    ),
    {
      level: "warn",
      message: "slow",
      fields: { ms: 12, who: { id: "x" } },
      time: Date.UTC(2026, 10, 21, 11, 22, 33, 500),
    },
  );
});

Deno.test("a level in brackets is read, anything else is debug", () => {
  assertEquals(parse("[INFO] ready"), { level: "info", message: "ready", fields: {}, time: 7 });
  assertEquals(parse("[ERROR]boom"), { level: "error", message: "boom", fields: {}, time: 7 });
  for (const line of ["plain", "2026-11-21 [INFO] late", "[NOTICE] x", "{not json", "{}", "[1]"]) {
    assertEquals(parse(line), { level: "debug", message: line, fields: {}, time: 7 });
  }
});

Deno.test("an unknown level or time in hclog JSON falls back, the message stays", () => {
  assertEquals(parse('{"@level":"loud","@message":"m","@timestamp":"never"}'), {
    level: "debug",
    message: "m",
    fields: {},
    time: 7,
  });
});

Deno.test("a log callback that throws is reported and does no harm", () => {
  const reported: unknown[] = [];
  const original = console.error;
  console.error = (...values: unknown[]) => reported.push(values[0]);
  try {
    guarded(() => {
      throw new Error("full disk");
    })(parseLogLine("p", "x", 1));
  } finally {
    console.error = original;
  }
  assertEquals(reported, ['The log callback failed for plugin "p":']);
});
