import { assertEquals } from "@std/assert";
import { lintProtos } from "./proto_lint.ts";

Deno.test("an element without a comment and a name out of order are found", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/a/v1`, { recursive: true });
    await Deno.writeTextFile(
      `${folder}/buf.yaml`,
      "version: v2\nmodules:\n  - path: .\nlint:\n  use: [STANDARD, COMMENTS]\n",
    );
    await Deno.writeTextFile(
      `${folder}/a/v1/a.proto`,
      'syntax = "proto3";\npackage a.v1;\n\n// A thing.\nmessage A {\n  string someName = 1;\n}\n',
    );
    const found = (await lintProtos(folder)).map(({ type }) => type).sort();
    assertEquals(found, ["COMMENT_FIELD", "FIELD_LOWER_SNAKE_CASE"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
