/** The launcher for arm64 does under QEMU what this machine's own does. */
import { assert, assertEquals } from "@std/assert";
import { BUNDLE_PLATFORMS, createLaunchPlan } from "../../src/bundle/mod.ts";
import { nativeLauncher } from "../../src/bundle/native_launcher.ts";
import { needing, whereIs } from "../support/needs.ts";
import { buildStub, nativeBundle, start } from "./native_bundle.ts";

const PLAN = createLaunchPlan({
  id: "com.example.launched",
  version: "1.0.0",
  server: { permissions: { net: ["api.example.com:443"], env: ["TOKEN"], memory: 512 } },
});

/** ROOT stands for the test's folder and STUB for the program in Deno's place. */
const ENVIRONMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "over net/rpc": { MATTERMOST_PLUGIN: "a cookie", TOKEN: "a 'b' $c\n", DENO_DIR: "/elsewhere" },
  "over gRPC": { MATTERMOST_PLUGIN_API_TARGET: "unix:/run/api.sock" },
  "with Deno in PATH": { MATTERMOST_PLUGIN_DENO: "", PATH: "ROOT/bin" },
  "without Deno": { MATTERMOST_PLUGIN_DENO: "ROOT/none" },
  "with an old Deno": { MATTERMOST_PLUGIN_DENO: "ROOT/old" },
  "without a folder for sockets": { PLUGIN_UNIX_SOCKET_DIR: "/nonexistent/folder" },
  "with a target that is none": { MATTERMOST_PLUGIN_API_TARGET: "nohost" },
};

Deno.test(
  await needing(["go", "sh", "qemu-aarch64-static"], {
    name: "the launcher for Linux on arm64 starts and refuses the same as this machine's own",
    ignore: Deno.build.os !== "linux",
    async fn() {
      const emulator = await whereIs("qemu-aarch64-static");
      const stub = await buildStub();
      await using bundle = await nativeBundle(PLAN);
      await Deno.copyFile(
        await nativeLauncher(BUNDLE_PLATFORMS["linux-arm64"]),
        `${bundle.folder}/server/launch-other`,
      );
      await Deno.mkdir(`${bundle.root}/bin`);
      await Deno.symlink(stub, `${bundle.root}/bin/deno`);
      await Deno.writeTextFile(`${bundle.root}/old`, "#!/bin/sh\necho 'deno 2.8.9 (stable)'\n", {
        mode: 0o755,
      });
      let [starts, refusals] = [0, 0];
      for (const [name, environment] of Object.entries(ENVIRONMENTS)) {
        const env = Object.fromEntries(
          Object.entries({
            PLUGIN_UNIX_SOCKET_DIR: "ROOT/s",
            MATTERMOST_PLUGIN_DENO: "STUB",
            ...environment,
          }).map(([key, value]) => [key, value.replace("ROOT", bundle.root).replace("STUB", stub)]),
        );
        const own = await start(bundle, "launch-native", env);
        await Deno.remove(`${bundle.folder}/server/cache`, { recursive: true }).catch(() => {});
        const other = await start(bundle, "launch-other", env, emulator);
        await Deno.remove(`${bundle.folder}/server/cache`, { recursive: true }).catch(() => {});
        assertEquals(other, own, name);
        if (own.told === undefined) refusals++;
        else starts++;
      }
      assert(starts === 3 && refusals === 4, `${starts} starts, ${refusals} refusals`);
    },
  }),
);
