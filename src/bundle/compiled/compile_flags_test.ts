import { assert, assertEquals, assertMatch } from "@std/assert";
import { createLaunchPlan } from "../launch_plan.ts";
import type { PermissionRequest } from "../permissions.ts";
import { BUNDLE_PLATFORMS } from "../platforms.ts";
import { parseCompiledArguments } from "./compiled_arguments.ts";
import { bakedCommand, compiledDifferences, compiledSockets } from "./compile_flags.ts";
import { SLOT_COUNT } from "./socket_slots.ts";

function planOf(permissions: PermissionRequest) {
  return createLaunchPlan({ id: "com.example.x", version: "1.0.0", server: { permissions } });
}

function bake(permissions: PermissionRequest) {
  const { flags, args } = bakedCommand(planOf(permissions), "/tmp/mmdeno-0");
  const values = Object.fromEntries(
    flags.map((flag) => flag.replace(/^--/, "").split(/=(.*)/s)).map(([name, value]) => [
      name,
      value?.split(","),
    ]),
  );
  return { flags, values, told: parseCompiledArguments(args) };
}

Deno.test("a plugin that asks for nothing gets its sockets, and the loader's variables", () => {
  const { flags, values, told } = bake({});
  const sockets = Array.from(
    { length: SLOT_COUNT },
    (_, at) => `/tmp/mmdeno-0-compiled${at + 1}.sock`,
  );
  assertEquals(values["allow-net"], sockets.map((path) => `unix:${path}`));
  assertEquals(values["allow-read"], sockets);
  assertEquals(values["allow-write"]?.slice(0, SLOT_COUNT), sockets);
  assertEquals(values["allow-write"]?.length, 2 * SLOT_COUNT, "the sockets and their locks");
  assertEquals(values["allow-env"], told.variables);
  assert(flags.includes("--no-prompt") && flags.includes("--deny-import"));
  assert(flags.includes("--ignore-env") && !flags.some((flag) => /run|ffi|sys/.test(flag)));
  assertMatch(flags.at(-1) ?? "", /^--v8-flags=--max-old-space-size=256,/);
  assertEquals(told.kinds, ["net", "read", "write", "env"]);
});

Deno.test("what a manifest asks for is baked in, and not given back", () => {
  const { values, told } = bake({
    net: ["api.example.com:443"],
    env: ["MATTERMOST_PLUGIN_LOG_LEVEL", "TEAM"],
    read: ["texts"],
    memory: 64,
  });
  assertEquals(values["allow-net"]?.at(-1), "api.example.com:443");
  assert(values["allow-env"]?.includes("TEAM"));
  assertEquals(told.variables, ["MATTERMOST_PLUGIN", "MATTERMOST_PLUGIN_API_TARGET"]);
  assert(!values["allow-read"]?.includes("texts"), "it lies in the program");
  assertEquals(values["v8-flags"]?.[0], "--max-old-space-size=64");
});

Deno.test("of what undoes the sandbox nothing is given back that the plugin has anyway", () => {
  const { flags, values, told } = bake({
    net: true,
    read: true,
    env: true,
    write: ["/tmp/"],
    run: ["git"],
    sys: true,
  });
  for (
    const flag of ["--allow-net", "--allow-read", "--allow-env", "--allow-sys", "--allow-run=git"]
  ) {
    assert(flags.includes(flag), flag);
  }
  assert(!flags.includes("--ignore-env"));
  assertEquals(values["allow-write"]?.at(-1), "/tmp/");
  assertEquals(told.kinds, []);
  assertEquals(bake({ write: ["/var/data"] }).told.kinds, ["net", "read", "write", "env"]);
});

Deno.test("what is weaker is said for every plugin, and paths only where there are some", () => {
  const names = BUNDLE_PLATFORMS["linux-x64"];
  const { weaker, other } = compiledDifferences(planOf({}), names);
  assertEquals(weaker.length, 3);
  assertEquals(other.length, 2);
  const more = compiledDifferences(planOf({ read: ["data/a.txt"] }), names).other;
  assertMatch(more.at(-1) ?? "", /new URL\("\.\.\/data\/a\.txt", import\.meta\.url\)/);
  assertMatch(compiledSockets("com.example.x", names), /^\/tmp\/mmdeno-[0-9a-f]{8}$/);
  assertMatch(
    compiledSockets("com.example.x", BUNDLE_PLATFORMS["darwin-arm64"]),
    /^\/private\/tmp\/mmdeno-/,
  );
});
