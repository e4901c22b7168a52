import { assertEquals, assertStringIncludes } from "@std/assert";
import { type Elsewhere, findingsThatCount } from "./doc_lint.ts";

const elsewhere: Elsewhere = {
  generated: new Set(["GetUserRequestSchema"]),
  fromPackage: (file, name) => file === "/p/src/a.ts" && name === "DescMessage",
};

const privateType = (name: string, file: string) =>
  `error[private-type-ref]: public type 'X' references private type '${name}'
  --> ${file}:4:1
   |
 4 | export type X = ${name};

  info: all types that are exposed in the public API must be public

`;

Deno.test("types that are generated or a package's need no export of ours", () => {
  const output = privateType("GetUserRequestSchema", "/p/gen/plugin_api.ts") +
    privateType("DescMessage", "/p/src/a.ts") +
    privateType("Inner", "/home/.cache/npm/registry/x/types.d.ts") +
    "error: Found 3 documentation lint errors.\n";
  assertEquals(findingsThatCount(output, elsewhere), []);
});

Deno.test("a type of our own that is not exported counts, and so does a missing comment", () => {
  const output = privateType("Hidden", "/p/src/a.ts") +
    privateType("DescMessage", "/p/src/b.ts") +
    `error[missing-jsdoc]: exported symbol is missing JSDoc documentation
  --> /p/src/c.ts:9:1

error: Found 3 documentation lint errors.
`;
  const found = findingsThatCount(output, elsewhere);
  assertEquals(found.length, 3);
  assertStringIncludes(found[0] ?? "", "'Hidden'");
  assertStringIncludes(found[1] ?? "", "/p/src/b.ts:4:1");
  assertStringIncludes(found[2] ?? "", "missing-jsdoc");
});
