import { assertEquals } from "@std/assert";
import { doc, imports } from "./source.ts";

Deno.test("a comment cannot end its own comment", () => {
  assertEquals(doc(["a */ b"]), "/** a *\\/ b */\n");
});

Deno.test("paragraphs are parted, empty ones left out", () => {
  assertEquals(doc(["a", "", "b\nc"], "  "), "  /**\n   * a\n   *\n   * b\n   * c\n   */\n");
  assertEquals(doc([""]), "");
});

Deno.test("imports are sorted and named once", () => {
  const needed = imports();
  needed.type("./b.ts", "Z");
  needed.type("./b.ts", "A");
  needed.type("./b.ts", "A");
  assertEquals(needed.value("./a.ts", "x", "y"), "y");
  assertEquals(
    needed.text(),
    'import { x as y } from "./a.ts";\nimport type { A, Z } from "./b.ts";',
  );
});
