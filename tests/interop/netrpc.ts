/**
 * The probe plugin under the host code of real Mattermost servers, over net/rpc: the version that the
 * contract is made of, and the older one inside server 9.9.
 *
 * @module
 */
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { dirname } from "../../src/bundle/paths.ts";
import { NOTHING, type Result, resultLine, sum } from "../../tools/result.ts";
import { OWN_PLATFORM, standInForDenort } from "../compiled/stand_in.ts";
import { buildHost, hostSchema, type ModuleVersion } from "./netrpc_host/build_host.ts";
import { checkHooks, checkMethods } from "./netrpc_host/check_plugin.ts";
import { startGoHost } from "./netrpc_host/go_host.ts";
import { checkMissingMethods } from "./netrpc_host/missing_methods.ts";
import { olderHost } from "./netrpc_host/older_host.ts";
import manifest from "./probe/plugin.json" with { type: "json" };

const path = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname);

/** Counts checks and prints those that fail, each kind of failure a few times. */
function report() {
  let [passed, failed, errors] = [0, 0, 0];
  const shown = new Map<string, number>();
  return {
    check(name: string, problem: string | undefined) {
      if (name.endsWith("the error that the plugin got")) errors++;
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
    /** How many API calls were answered with an error. */
    get errors() {
      return errors;
    },
  };
}

/** How often, and with which random values. */
export interface NetrpcOptions {
  readonly rounds: number;
  readonly seed: number;
}

/** Runs one bundle under the host code of both versions; gives the counts. */
export async function runNetrpc(options: NetrpcOptions): Promise<Result> {
  const folder = await Deno.makeTempDir({ prefix: "interop-" });
  try {
    await bundlePlugin({
      entry: path("probe/plugin.ts"),
      outDir: `${folder}/plugins/${manifest.id}`,
    });
    await bundlePlugin({
      entry: path("probe/plugin.ts"),
      outDir: `${folder}/compiled/${manifest.id}`,
      compiled: [OWN_PLATFORM],
      denort: await standInForDenort(),
    });
    let all = NOTHING;
    for (const version of ["v0.4.2", "v0.1.3"] as const) {
      console.log(`\nMattermost's own host code, server/public ${version}, over net/rpc`);
      const one = await runVersion(version, `${folder}/plugins`, options);
      console.log(resultLine(one));
      all = sum(all, one);
    }
    console.log("\nThe same plugin compiled, with a stand-in for denort, server/public v0.4.2");
    const compiled = await runVersion("v0.4.2", `${folder}/compiled`, { ...options, rounds: 1 });
    console.log(resultLine(compiled));
    return sum(all, compiled);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function runVersion(
  version: ModuleVersion,
  plugins: string,
  { rounds, seed }: NetrpcOptions,
): Promise<Result> {
  const counted = report();
  const program = await buildHost(version);
  const versions = { older: await hostSchema(version), current: await hostSchema("v0.4.2") };
  const { api, hooks } = versions.older;
  const sockets = await Deno.makeTempDir({ dir: dirname(plugins), prefix: "sockets-" });
  {
    await using real = startGoHost(program, plugins, manifest.id, { TMPDIR: sockets });
    const { host, newerFields } = olderHost(real, versions);
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
      // Values are described with the types of the current version, whose fields include the rest.
      const schema = { ...versions.current, api, hooks };
      await checkHooks(host, schema, rounds, seed, counted.check);
      await checkMethods(host, schema, rounds, seed, counted.check);
      const missing = await checkMissingMethods(host, schema, counted.check);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(
        `seed ${seed}, ${rounds} rounds of ${hooks.length} hooks and ${api.length} methods, ` +
          `${counted.errors} API errors; ${missing} methods and ${newerFields()} values of fields ` +
          `are newer than the host (${seconds}s)`,
      );
      counted.check(
        "the plugin sends what the host does not know",
        (newerFields() > 0) === (missing > 0) ? undefined : `${newerFields()} values of fields`,
      );
      const deactivated = await host.run({ op: "deactivate" });
      counted.check("deactivation", deactivated.error);
    }
    if (Deno.env.get("INTEROP_LOG")) console.log(host.log());
  }
  const left = [...Deno.readDirSync(sockets)].map(({ name }) => name);
  counted.check("nothing is left behind", left.length > 0 ? left.join(", ") : undefined);
  return { passed: counted.passed, failed: counted.failed, skipped: 0 };
}
