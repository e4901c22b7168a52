/**
 * `deno task interop`: hosts that are not ours. First gRPC: builds the Go program beside this file (the real
 * hashicorp/go-plugin client, grpc-go stubs made from `proto/`), bundles the probe plugin and the
 * example, and lets the program execute their launchers and compare every field that travels.
 *
 * Then net/rpc: the host code of two versions of Mattermost runs the probe plugin.
 *
 * Words after the task go to the program; the rounds and the seed hold for both:
 * `deno task interop -rounds=20 -seed=7`.
 *
 * @module
 */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { NOTHING, readResult, resultLine, sum } from "../../tools/result.ts";
import { testSeed } from "../support/seed.ts";
import { buildProgram, hasGo } from "./build_program.ts";
import { runNetrpc } from "./netrpc.ts";

const path = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname);

/** The number in a word such as `-rounds=20`. */
function word(name: string): number | undefined {
  const found = Deno.args.map((arg) => new RegExp(`^--?${name}=(\\d+)$`).exec(arg)?.[1]);
  const text = found.findLast((one) => one !== undefined);
  return text === undefined ? undefined : Number(text);
}

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
    const ours: string[] = [];
    const child = new Deno.Command(program, {
      args: [...launchers, `-sockets=${sockets}`, ...Deno.args],
      stdout: "piped",
    }).spawn();
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      ours.push(text);
      Deno.stdout.writeSync(new TextEncoder().encode(text));
    }
    const { code } = await child.status;
    const left = [...Deno.readDirSync(sockets)].map((entry) => entry.name)
      .filter((name) => name !== "probe" && name !== "hello");
    if (left.length > 0) console.log(`FAIL nothing is left behind: found ${left.join(", ")}`);
    const total = [
      readResult(ours.join("")) ?? { passed: 0, failed: 1, skipped: 0 },
      { passed: 0, failed: left.length > 0 ? 1 : 0, skipped: 0 },
      await runNetrpc({ rounds: word("rounds") ?? 5, seed: word("seed") ?? testSeed() }),
    ].reduce(sum, NOTHING);
    console.log(resultLine(total));
    Deno.exitCode = total.failed > 0 || code !== 0 ? 1 : 0;
  } finally {
    await Deno.remove(sockets, { recursive: true });
  }
}
