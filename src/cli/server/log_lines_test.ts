import { assertEquals } from "@std/assert";
import { createLogger } from "../../process/logger.ts";
import { createPaint } from "../paint.ts";
import { formatLine } from "./log_lines.ts";

const paint = createPaint(false);

/** A line of a server's log, from one on a plugin's stderr over net/rpc. */
function asServersWrite(line: string, order: (names: string[]) => string[]): string {
  const { "@level": level, "@message": msg, "@timestamp": _, ...fields } = JSON.parse(line);
  const extras = order(Object.keys(fields)).map((name) => `${name}${fields[name]}`).join("");
  return formatLine({
    raw: "",
    fields: {
      timestamp: "2026-01-02 03:04:05.000 Z",
      level,
      msg,
      plugin_id: "com.example.hello",
      wrapped_extras: `${extras}timestamp2026-01-02T03:04:05.000Z`,
    },
  }, paint);
}

Deno.test("the fields of a plugin's line are shown apart, though a server joins them in any order", () => {
  const lines: string[] = [];
  const logger = createLogger({
    module: "com.example.hello",
    joinsFields: true,
    write: (bytes) => lines.push(new TextDecoder().decode(bytes)),
  });
  logger.info("hi", { user: "ada", hook: "onActivate", text: 'a="b" c', list: ["x y"], n: 3 });
  logger.info("alone");
  const [fields = "", none = ""] = lines;
  for (const order of [(names: string[]) => names, (names: string[]) => names.toReversed()]) {
    assertEquals(
      asServersWrite(fields, order),
      "2026-01-02 03:04:05.000 Z info  hi hook=onActivate " +
        'list="[\\"x y\\"]" n=3 text="a=\\"b\\" c" user=ada',
    );
    assertEquals(asServersWrite(none, order), "2026-01-02 03:04:05.000 Z info  alone");
  }
});

Deno.test("what only looks like a joined field stays as it is", () => {
  for (const value of ['"\\q"', '"\u0001"']) {
    const extras = `a=${value} timestamp2026-01-02T03:04:05.000Z`;
    const fields = { level: "debug", msg: "x", wrapped_extras: extras };
    assertEquals(
      formatLine({ raw: "", fields }, paint),
      `debug x wrapped_extras=${JSON.stringify(extras)}`,
    );
  }
});

Deno.test("what others joined stays as it is", () => {
  for (
    const extras of [
      "path/plugins/com.example.hello/server/launchpid31512",
      "@modulecom.example.hellohookonActivatetimestamp2026-01-02T03:04:05.000Z",
      "a=b",
    ]
  ) {
    const fields = { level: "debug", msg: "x", wrapped_extras: extras };
    assertEquals(
      formatLine({ raw: "", fields }, paint),
      `debug x wrapped_extras=${extras.includes("=") ? JSON.stringify(extras) : extras}`,
    );
  }
});
