import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  createLaunchPlan,
  formatLaunchPlan,
  parseLaunchPlan,
  readLaunchPlan,
} from "./launch_plan.ts";
import { posixLauncher } from "./launcher_posix.ts";

const PLAN = createLaunchPlan({
  id: "com.example.hello",
  version: "1.0.0",
  server: { permissions: { net: ["b", "a"] } },
});

Deno.test("a plan reads as it was written, and its permissions stand in a fixed order", () => {
  assertEquals(parseLaunchPlan(formatLaunchPlan(PLAN)), PLAN);
  assertEquals(PLAN.permissions, {
    net: ["a", "b"],
    read: [],
    env: [],
    database: false,
    memory: 256,
  });
});

Deno.test("the same plan gives the same launcher, another plan another", () => {
  assertEquals(posixLauncher(PLAN), posixLauncher(parseLaunchPlan(formatLaunchPlan(PLAN))));
  const other = { ...PLAN, permissions: { ...PLAN.permissions, net: [] } };
  assert(posixLauncher(PLAN) !== posixLauncher(other));
});

Deno.test("a plan that asks for more than a manifest can is refused", () => {
  const refuse = (change: Record<string, unknown>, text: string) =>
    assertThrows(() => parseLaunchPlan(JSON.stringify({ ...PLAN, ...change })), TypeError, text);
  refuse({ permissions: { import: true } }, "permissions.import: this permission is never given");
  refuse({ permissions: { run: ["sh -c"] } }, "permissions.run.0: ");
  refuse({ permissions: { write: ["../x"] } }, "permissions.write.0: ");
  refuse({ permissions: { net: ["*"] } }, "permissions.net.0: ");
  refuse({ permissions: undefined }, "permissions: expected an object");
  refuse({ v8Flags: ["--allow-natives-syntax"] }, "v8Flags: only limits of the heap");
  refuse({ v8Flags: ["--max-old-space-size=1,--prof"] }, "v8Flags: only limits of the heap");
  refuse({ v8Flags: "x" }, "v8Flags: expected a list");
  refuse({ id: "a\nb" }, "id: expected");
  refuse({ version: "1.0.0\n`touch x`" }, "version: expected");
  refuse({ deno: "2.9" }, "deno: expected");
  refuse({ format: 2 }, "format: expected 1, found 2; bundle the plugin again");
  assertThrows(() => parseLaunchPlan("{"), TypeError, "this is not JSON");
  assertThrows(() => parseLaunchPlan("null"), TypeError, "expected an object");
});

Deno.test("a bundle without a plan, or with a link in it, is refused", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await assertRejects(() => readLaunchPlan(folder), TypeError, "no bundle of a Deno plugin");
    await Deno.mkdir(`${folder}/server`);
    await Deno.writeTextFile(`${folder}/server/launch.json`, formatLaunchPlan(PLAN));
    assertEquals(await readLaunchPlan(folder), PLAN);
    await Deno.symlink("/", `${folder}/server/link`);
    await assertRejects(() => readLaunchPlan(folder), TypeError, "a symbolic link would lead out");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
