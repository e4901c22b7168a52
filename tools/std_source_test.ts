import { assertEquals, assertRejects } from "@std/assert";
import { toFileUrl } from "./paths.ts";
import { standInImports, stdSource } from "./std_source.ts";

/** A registry on this machine that answers with the status, and a file for the memory. */
async function withRegistry(
  status: number,
  test: (registry: { host: string; memory: URL; asked: () => number }) => Promise<void>,
): Promise<void> {
  let count = 0;
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, () => {
    count += 1;
    return new Response("{}", { status });
  });
  const folder = await Deno.makeTempDir();
  try {
    await test({
      host: `http://127.0.0.1:${server.addr.port}`,
      memory: toFileUrl(`${folder}/source.json`),
      asked: () => count,
    });
  } finally {
    await server.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a registry that answers is used, and asked once in ten minutes", async () => {
  await withRegistry(200, async ({ host, memory, asked }) => {
    const at = 1_700_000_000_000;
    const ask = (now: number) => stdSource({ wanted: "", host, memory, now });
    assertEquals(await ask(at), "jsr");
    assertEquals(await ask(at + 9 * 60_000), "jsr");
    assertEquals(asked(), 1);
    assertEquals(await ask(at + 11 * 60_000), "jsr");
    assertEquals(asked(), 2);
  });
});

Deno.test("a registry that answers with an error is replaced by the stand-ins", async () => {
  await withRegistry(503, async ({ host, memory }) => {
    assertEquals(await stdSource({ wanted: "", host, memory }), "stand-ins");
  });
});

Deno.test("a registry that nobody hears is replaced by the stand-ins", async () => {
  await withRegistry(200, async ({ memory }) => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const host = `http://127.0.0.1:${listener.addr.port}`;
    listener.close();
    assertEquals(await stdSource({ wanted: "", host, memory }), "stand-ins");
  });
});

Deno.test("what is remembered of one registry says nothing about another", async () => {
  await withRegistry(503, async (silent) => {
    await stdSource({ wanted: "", host: silent.host, memory: silent.memory });
    await withRegistry(200, async ({ host }) => {
      assertEquals(await stdSource({ wanted: "", host, memory: silent.memory }), "jsr");
    });
  });
});

Deno.test("STD_SOURCE decides without asking, and a wrong word says what to write", async () => {
  await withRegistry(200, async ({ host, memory, asked }) => {
    assertEquals(await stdSource({ wanted: "stand-ins", host, memory }), "stand-ins");
    assertEquals(asked(), 0);
    await assertRejects(
      () => stdSource({ wanted: "npm", host, memory }),
      Error,
      'STD_SOURCE is "npm"; set it to "jsr" or "stand-ins", or unset it.',
    );
  });
});

Deno.test("the import map keeps packages with their subpaths and replaces @std", () => {
  const imports = standInImports({
    "@std/assert": "jsr:@std/assert@1",
    "yaml": "npm:yaml@2.9.1",
    "#here": "./mod.ts",
  });
  assertEquals(imports["yaml"], "npm:yaml@2.9.1");
  assertEquals(imports["yaml/"], "npm:/yaml@2.9.1/");
  assertEquals(imports["#here"], new URL("../mod.ts", import.meta.url).href);
  assertEquals(
    imports["@std/assert"],
    new URL("./stand_ins/assert.ts", import.meta.url).href,
  );
});
