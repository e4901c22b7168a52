import { assertEquals, assertStringIncludes } from "@std/assert";
import { importsOf } from "../../tools/imports.ts";
import { toFileUrl } from "../../tools/paths.ts";
import { FLOORS, violations } from "../../tools/rooms.ts";
import { ROOT } from "../../tools/std_source.ts";
import { filesBelow } from "../../tools/tree.ts";

/** Writes the files into a folder of their own and gives the violations among them. */
async function judge(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = `${folder}/${path}`;
      await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
      await Deno.writeTextFile(file, text);
    }
    const imports = await importsOf(Object.keys(files), toFileUrl(`${folder}/`));
    return violations(imports).map(({ at, problem }) => `${at} ${problem}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the project's own imports go down only", async () => {
  const files = await filesBelow(["mod.ts", "src", "gen"], (path) => path.endsWith(".ts"));
  const found = violations(await importsOf(files, ROOT));
  assertEquals(found.map(({ at, problem }) => `${at} ${problem}`), []);
});

Deno.test("imports that go down, stay in the room or go to a neighbour pass", async () => {
  const found = await judge({
    "src/cli/a.ts": 'import "./b.ts"; import "../host/c.ts";',
    "src/cli/b.ts": "export {};",
    "src/host/c.ts": 'import "../../mod.ts"; import type { X } from "../../gen/x.ts";',
    "mod.ts": 'export * from "./src/store/kv.ts";',
    "src/store/kv.ts": 'import "../http/route.ts";',
    "src/http/route.ts": 'import "node:path"; import "npm:yaml@2.9.1";',
    "gen/x.ts": "export type X = 1;",
  });
  assertEquals(found, []);
});

for (
  const [how, line] of [
    ["static import", 'import { x } from "../host/x.ts";'],
    ["import of types", 'import type { x } from "../host/x.ts";'],
    ["re-export", 'export * from "../host/x.ts";'],
    ["dynamic import", 'const host = await import("../host/x.ts");'],
    ["import type in a type", 'export type X = typeof import("../host/x.ts").x;'],
  ] as const
) {
  Deno.test(`a ${how} that goes up is found with its line`, async () => {
    const found = await judge({
      "src/api/bad.ts": `// A comment: import "../cli/no.ts";\n\n${line}\n`,
      "src/host/x.ts": "export const x = 1;",
    });
    assertEquals(found.length, 1, found.join("\n"));
    assertStringIncludes(
      found[0] ?? "",
      "src/api/bad.ts:3 imports src/host/x.ts; src/api may import from src/process, src/grpc",
    );
  });
}

Deno.test("mod.ts reaches none of the rooms above it", async () => {
  for (
    const room of FLOORS.slice(0, FLOORS.findIndex((floor) => floor.includes("mod.ts"))).flat()
  ) {
    const found = await judge({
      "mod.ts": `export * from "./${room}/x.ts";`,
      [`${room}/x.ts`]: "export const x = 1;",
    });
    assertEquals(found.length, 1, room);
  }
});

Deno.test("rooms import neither tools nor tests, their tests may", async () => {
  const found = await judge({
    "src/api/a.ts": 'import "../../tools/x.ts";',
    "src/api/a_test.ts": 'import "../../tools/x.ts"; import "../cli/x.ts";',
    "tools/x.ts": "export {};",
    "src/cli/x.ts": "export {};",
  });
  assertEquals(found.length, 1);
  assertStringIncludes(found[0] ?? "", "src/api/a.ts:1 imports tools/x.ts, outside the rooms");
});

Deno.test("a folder that is no room is found", async () => {
  const found = await judge({
    "src/utils/a.ts": 'import "../api/b.ts";',
    "src/api/b.ts": 'import "../utils/c.ts";',
    "src/utils/c.ts": "export {};",
  });
  assertEquals(found.length, 2);
  assertStringIncludes(found.join("\n"), "src/utils is no room");
});

Deno.test("mod.ts loads grpc-js late only", async () => {
  const files = {
    "mod.ts": 'import "./src/plugin/serve.ts";',
    "src/grpc/client.ts": 'import "npm:@grpc/grpc-js@1.14.7";',
  };
  const late = await judge({
    ...files,
    "src/plugin/serve.ts": 'export const serve = () => import("../grpc/client.ts");',
  });
  assertEquals(late, []);
  const early = await judge({ ...files, "src/plugin/serve.ts": 'import "../grpc/client.ts";' });
  assertEquals(early.length, 1);
  assertStringIncludes(
    early[0] ?? "",
    "(mod.ts → src/plugin/serve.ts → src/grpc/client.ts); load it with import() when it is needed",
  );
});

Deno.test("the command line loads what reads a bundle's code late only", async () => {
  const files = {
    "src/cli/mod.ts": 'import "../bundle/check.ts";',
    "src/bundle/check.ts": 'await import("./uses.ts");',
    "src/bundle/uses.ts": 'import { parse } from "npm:acorn@8.19.0"; parse;',
  };
  assertEquals(await judge(files), []);
  const found = await judge({ ...files, "src/bundle/check.ts": 'import "./uses.ts";' });
  assertEquals(found.length, 1, found.join("\n"));
  assertStringIncludes(
    found[0] ?? "",
    "src/bundle/uses.ts:1 src/cli/mod.ts loads npm:acorn@8.19.0 at once (src/cli/mod.ts → " +
      "src/bundle/check.ts → src/bundle/uses.ts); load it with import()",
  );
});
