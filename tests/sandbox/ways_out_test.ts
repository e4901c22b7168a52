/** Every way of the table is tried twice: in the sandbox, and with all permissions. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { type WayOut, WAYS_OUT } from "./ways_out.ts";
import { type Ways, ways } from "./ways_out_world.ts";

Deno.test("the table has at least forty ways, each with a name of its own", () => {
  assert(WAYS_OUT.length >= 40, `${WAYS_OUT.length}`);
  assertEquals(new Set(WAYS_OUT.map(({ way }) => way)).size, WAYS_OUT.length);
  const page = Deno.readTextFileSync(new URL("../../docs/security.md", import.meta.url));
  assertEquals(/a list of (\d+) ways/.exec(page)?.[1], `${WAYS_OUT.length}`, "docs/security.md");
});

Deno.test("every way out of the sandbox is refused, and is one with permissions on", async (t) => {
  await using world = await ways();
  const failures = new Map<WayOut, unknown>();
  const waiting = [...WAYS_OUT];
  const work = async () => {
    for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
      const tried = way;
      await tryBoth(world, tried).catch((error) => failures.set(tried, error));
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, navigator.hardwareConcurrency) }, work));
  for (const way of WAYS_OUT) {
    const real = way.never === undefined ? "passes with permissions on" : `never: ${way.never}`;
    await t.step(`${way.way}: refused (${real})`, () => {
      if (failures.has(way)) throw failures.get(way);
    });
  }
});

async function tryBoth(world: Ways, way: WayOut): Promise<void> {
  const sandboxed = await world.inSandbox(way);
  assert(!sandboxed.ok, `got out, with ${JSON.stringify(sandboxed)}`);
  assertMatch(sandboxed.message, way.refused, "refused by something else than the sandbox");
  assert(!sandboxed.stderr.includes("hunter2"), `told the secret: ${sandboxed.stderr}`);
  const granted = await world.withPermissions(way);
  if (way.never !== undefined) {
    assert(
      !granted.ok,
      `passes, although it is said that ${way.never}: ${JSON.stringify(granted)}`,
    );
    return;
  }
  assert(granted.ok, `is not real: with permissions on it fails with ${JSON.stringify(granted)}`);
  assertEquals(granted.value, way.gives ?? "hunter2");
}
