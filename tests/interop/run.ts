/**
 * `deno task interop`: a host that is not ours. Builds the Go program beside this file (the real
 * hashicorp/go-plugin client, grpc-go stubs made from `proto/`), bundles the probe plugin and the
 * example, and lets the program execute their launchers and compare every field that travels.
 *
 * Words after the task go to the program: `deno task interop -rounds=20 -seed=7`.
 *
 * @module
 */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { buildProgram, hasGo } from "./build_program.ts";

const path = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname);

if (import.meta.main) {
  if (!(await hasGo())) {
    console.log("skipped: interop needs Go 1.26 or newer (https://go.dev/dl), and there is none");
    console.log("result: 0 passed, 0 failed, 1 skipped");
    Deno.exit(Deno.env.get("CI") ? 1 : 0);
  }
  const program = await buildProgram();
  const sockets = await Deno.makeTempDir({ prefix: "interop-" });
  try {
    const launchers: string[] = [];
    for (
      const [name, entry] of [
        ["probe", path("probe/plugin.ts")],
        ["hello", path("../../examples/hello/plugin.ts")],
      ] as const
    ) {
      const outDir = `${sockets}/${name}`;
      await bundlePlugin({ entry, outDir });
      launchers.push(`-${name}=${outDir}/server/launch`);
    }
    const { code } = await new Deno.Command(program, {
      args: [...launchers, `-sockets=${sockets}`, ...Deno.args],
    }).spawn().status;
    const left = [...Deno.readDirSync(sockets)].map((entry) => entry.name)
      .filter((name) => name !== "probe" && name !== "hello");
    if (left.length > 0) console.log(`FAIL nothing is left behind: found ${left.join(", ")}`);
    Deno.exitCode = left.length > 0 ? 1 : code;
  } finally {
    await Deno.remove(sockets, { recursive: true });
  }
}
