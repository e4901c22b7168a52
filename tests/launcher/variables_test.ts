/** With all variables asked for, both launchers keep back those that change how a process starts. */
import { assertEquals } from "@std/assert";
import { createLaunchPlan } from "../../src/bundle/mod.ts";
import {
  NEVER_PASSED_NAMES,
  NEVER_PASSED_PREFIXES,
  passedVariables,
} from "../../src/bundle/passed_variables.ts";
import { needing } from "../support/needs.ts";
import { buildStub, nativeBundle, start } from "./native_bundle.ts";

const NEVER = [
  ...NEVER_PASSED_NAMES,
  ...NEVER_PASSED_PREFIXES.flatMap((prefix) => [`${prefix}X`, `${prefix.toLowerCase()}x`]),
];

Deno.test(
  await needing(["go", "sh"], {
    name: "of all variables, both launchers and our own command pass the same",
    async fn() {
      const stub = await buildStub();
      const permissions = { env: true } as const;
      const plan = createLaunchPlan({
        ...{ id: "com.example.variables", version: "1.0.0" },
        server: { permissions },
      });
      await using bundle = await nativeBundle(plan);
      const open = {
        ...{ PATH: "/usr/bin:/bin", TZ: "UTC", LANG: "C", LC_ALL: "C.UTF-8", SECRET: "$(x) 'y'\n" },
        ...{ PLUGIN_UNIX_SOCKET_DIR: `${bundle.root}/s`, MATTERMOST_PLUGIN_DENO: stub, EMPTY: "" },
        ...{ DENOX: "x", node: "x", home: "x", HOMES: "x", CDPATH: "/usr", BASH_ENV: "/nowhere" },
      };
      const never = Object.fromEntries(NEVER.map((name) => [name, "x"]));
      const environment = { ...never, LD_X: "y", ...open };
      assertEquals(passedVariables(true, environment), open);
      const expected = Object.entries({
        ...{ DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", TMPDIR: "/dev/null" },
        ...open,
        DENO_DIR: `${bundle.folder}/server/cache`,
      }).map(([name, value]) => `${name}=${value}`).sort();
      for (const launcher of ["launch", "launch-native"] as const) {
        const { told, log } = await start(bundle, launcher, environment);
        assertEquals(log, [], launcher);
        assertEquals(told?.environment, expected, launcher);
      }
    },
  }),
);

Deno.test("the native launcher keeps back what the other one does", async () => {
  const source = new URL("../../tools/launcher/variables.go", import.meta.url);
  const named = (await Deno.readTextFile(source)).matchAll(/"([A-Z0-9_]+)"/g);
  assertEquals(
    Array.from(named, ([, name = ""]) => name),
    [...NEVER_PASSED_NAMES, ...NEVER_PASSED_PREFIXES],
  );
});
