/**
 * The probe plugin under the host code of a real Mattermost server, over net/rpc.
 *
 * @module
 */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { committedGoSchema, parseGoSchema } from "../../tools/gen/go_schema.ts";
import { buildHost } from "./netrpc_host/build_host.ts";
import { checkHooks, checkMethods } from "./netrpc_host/check_plugin.ts";
import { startGoHost } from "./netrpc_host/go_host.ts";

const path = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname);

/** Counts checks and prints those that fail, each kind of failure a few times. */
function report() {
  let [passed, failed] = [0, 0];
  const shown = new Map<string, number>();
  return {
    check(name: string, problem: string | undefined) {
      if (problem === undefined) return void passed++;
      failed++;
      const times = (shown.get(name) ?? 0) + 1;
      shown.set(name, times);
      if (times <= 1) console.log(`FAIL ${name}: ${problem}`);
    },
    get passed() {
      return passed;
    },
    get failed() {
      return failed;
    },
  };
}

/** Runs it all; gives the counts. */
export async function runNetrpc(
  options: { readonly rounds: number; readonly seed: number },
): Promise<{ passed: number; failed: number }> {
  const { rounds, seed } = options;
  const program = await buildHost();
  const folder = await Deno.makeTempDir({ prefix: "interop-" });
  const counted = report();
  try {
    await bundlePlugin({ entry: path("probe/plugin.ts"), outDir: `${folder}/plugins/probe` });
    const manifest = JSON.parse(
      await Deno.readTextFile(`${folder}/plugins/probe/plugin.json`),
    ) as { id: string };
    await Deno.rename(`${folder}/plugins/probe`, `${folder}/plugins/${manifest.id}`);
    await Deno.mkdir(`${folder}/sockets`);
    const schema = parseGoSchema(await committedGoSchema());
    {
      await using host = startGoHost(program, `${folder}/plugins`, manifest.id, {
        TMPDIR: `${folder}/sockets`,
      });
      const activated = await host.run({ op: "activate" });
      counted.check("activation", activated.error);
      counted.check(
        "onConfigurationChange comes before onActivate",
        activated.text === '["onConfigurationChange","onActivate"]' ? undefined : activated.text,
      );
      if (activated.error) {
        console.log(host.log());
      } else {
        const began = performance.now();
        await checkHooks(host, schema, rounds, seed, counted.check);
        await checkMethods(host, schema, rounds, seed, counted.check);
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        console.log(`seed ${seed}, ${rounds} rounds of all hooks and methods (${seconds}s)`);
        const deactivated = await host.run({ op: "deactivate" });
        counted.check("deactivation", deactivated.error);
      }
      if (Deno.env.get("INTEROP_LOG")) console.log(host.log());
    }
    const left = [...Deno.readDirSync(`${folder}/sockets`)].map(({ name }) => name);
    counted.check("nothing is left behind", left.length > 0 ? left.join(", ") : undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return { passed: counted.passed, failed: counted.failed };
}
