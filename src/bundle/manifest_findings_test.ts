import { assert, assertEquals } from "@std/assert";
import {
  goodManifest,
  malformedKinds,
  type Path,
} from "../../tests/support/malformed_manifests.ts";
import { refusedBySchema } from "../../tests/support/small_json_schema.ts";
import { seededRandom } from "../../tests/support/seed.ts";
import { findManifestFaults } from "./manifest_findings.ts";
import { formatPath } from "./manifest_source.ts";
import { formatManifestSchema, manifestSchema } from "./manifest_schema.ts";

/** Prints JSON and notes on which line each value begins. */
function print(value: unknown): { text: string; lineOf: (path: Path) => number } {
  const lines: string[] = [""];
  const starts = new Map<string, number>();
  const add = (text: string) => void (lines[lines.length - 1] += text);
  const write = (inner: unknown, path: Path): void => {
    starts.set(formatPath(path), lines.length);
    if (typeof inner !== "object" || inner === null) return add(JSON.stringify(inner));
    const list = Array.isArray(inner);
    add(list ? "[" : "{");
    const entries = Object.entries(inner);
    for (const [index, [name, entry]] of entries.entries()) {
      lines.push("  ".repeat(path.length + 1));
      if (!list) add(`${JSON.stringify(name)}: `);
      write(entry, [...path, list ? index : name]);
      if (index < entries.length - 1) add(",");
    }
    if (entries.length > 0) lines.push("  ".repeat(path.length));
    add(list ? "]" : "}");
  };
  write(value, []);
  return {
    text: lines.join("\n"),
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const line = starts.get(formatPath(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    },
  };
}

Deno.test("a manifest with something under every name is without findings, and fits the schema", () => {
  const { text } = print(goodManifest());
  assertEquals(findManifestFaults("plugin.json", text).findings, []);
  assertEquals(refusedBySchema(manifestSchema(), goodManifest()), []);
});

Deno.test("a hundred kinds of wrong manifests are each found at their place, with what to do", () => {
  assert(malformedKinds.length >= 100, `${malformedKinds.length} kinds`);
  assertEquals(new Set(malformedKinds.map(({ name }) => name)).size, malformedKinds.length);
  const random = seededRandom("malformed manifests");
  for (const kind of malformedKinds) {
    for (let round = 0; round < 3; round++) {
      const { value, path } = kind.make(random);
      const { text, lineOf } = print(value);
      const { findings } = findManifestFaults("plugin.json", text);
      const said = `${kind.name}\n${text}\n${JSON.stringify(findings, null, 2)}`;
      const finding = findings.find((it) => it.path === formatPath(path));
      assert(finding !== undefined, said);
      assertEquals([finding.severity, finding.line], [kind.severity, lineOf(path)], said);
      assert((finding.column ?? 0) >= 1 && kind.says.test(finding.reason), said);
      assertEquals(refusedBySchema(manifestSchema(), value).length > 0, kind.inSchema, said);
    }
  }
});

Deno.test("all that is wrong is found in one run, by line", () => {
  const text = `id: a b
version: 1.0
homepage_url: example.com
server:
  permissions:
    net: [https://a.b, "*"]
    run: [git log]
settings_schema:
  settings:
    - key: A
      type: boolean
    - key: a
      type: text
`;
  assertEquals(
    findManifestFaults("plugin.yaml", text).findings
      .map(({ line, column, path, severity }) => `${line}:${column} ${path} ${severity}`),
    [
      "1:5 id error",
      "2:10 version error",
      "3:15 homepage_url error",
      "6:11 server.permissions.net[0] error",
      "6:24 server.permissions.net[1] error",
      "7:11 server.permissions.run[0] error",
      "11:13 settings_schema.settings[0].type error",
      "12:12 settings_schema.settings[1].key error",
    ],
  );
});

Deno.test("text that is no JSON is refused at its place, with what to do", () => {
  const cases: [string, string, RegExp][] = [
    ['{"id": "abc",\n "version": "1.0.0",\n}', "2:20", /take this comma out: no name/],
    ['{"id": "abc"\n "version": "1.0.0"}', "1:13", /a comma is missing before/],
    ["{'id': 1}", "1:2", /double quotes, not in single/],
    ["{\"id\": 'abc'}", "1:8", /double quotes, not in single/],
    ['{id: "abc"}', "1:2", /names stand in double quotes: "id"/],
    ['{"id" "abc"}', "1:7", /expected a colon/],
    ['{\n  // the id\n  "id": "abc"}', "2:3", /JSON has no comments/],
    ['{"id": abc}', "1:8", /expected a value, found abc; put it in double quotes/],
    ['{"a": True}', "1:7", /write true in small letters/],
    ['{"a": 01}', "1:7", /01 is no number of JSON/],
    ['{"a": [1, 2}', "1:12", /a comma is missing before "}", or a ]/],
    ['{"a": [1,]}', "1:9", /take this comma out: no value/],
    ['{"a": "b\n"}', "1:7", /this text is never closed/],
    ['{"a": "b\\q"}', "1:9", /means nothing in JSON/],
    ['{"a": {"b": 1}', "1:1", /the file ends, and the { here is never closed/],
    ['{"a": 1} x', "1:10", /nothing may follow the end/],
    ["", "1:1", /the file is empty/],
    ['\uFEFF{"a": 1}', "1:1", /byte order mark/],
    ['{"a": }', "1:7", /expected a value, found "}"/],
    ['{"a": "\t"}', "1:8", /control character/],
  ];
  for (const [text, place, says] of cases) {
    const { findings, source } = findManifestFaults("plugin.json", text);
    const [first] = findings;
    assertEquals(source, undefined, text);
    assertEquals(`${first?.line}:${first?.column}`, place, `${text}\n${first?.reason}`);
    assert(says.test(first?.reason ?? ""), `${text}\n${first?.reason}`);
  }
});

Deno.test("the published schema is written from the table", async () => {
  const file = new URL("../../schema/plugin.schema.json", import.meta.url);
  assertEquals(
    await Deno.readTextFile(file),
    formatManifestSchema(),
    "write it: deno run -A tools/run.ts run -A tools/manifest_schema.ts",
  );
});
