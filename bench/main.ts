/**
 * `deno task bench`: the SDK's plugin beside a bare grpc-js server and a plain Python plugin, under
 * the same Go host, in turns. Every line is a median over the rounds with the range in brackets,
 * and the ratio of the medians to bare grpc-js.
 *
 * Words after the task go to the host program: `deno task bench -rounds=9 -calls=5000`.
 *
 * @module
 */
import { bundlePlugin } from "../src/bundle/mod.ts";
import { bundleScript } from "./bundle_script.ts";
import { pythonPlugin } from "./python_plugin.ts";
import { type Samples, table } from "./table.ts";
import { measureTestKit } from "./test_kit.ts";
import { buildProgram, hasGo } from "../tests/interop/build_program.ts";

interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: readonly string[];
}

const path = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname);

if (import.meta.main) {
  console.log(`the test kit, median [lowest–highest]\n`);
  console.log(`${table(await measureTestKit(), ["memory", "netrpc"])}\n`);
  if (!(await hasGo())) {
    console.log("skipped: the benchmark needs Go 1.26 or newer (https://go.dev/dl) for its host");
    Deno.exit(0);
  }
  const program = await buildProgram();
  const folder = await Deno.makeTempDir({ prefix: "bench-" });
  try {
    await bundlePlugin({ entry: path("sdk/plugin.ts"), outDir: `${folder}/sdk` });
    await bundleScript(path("bare_grpc/server.ts"), `${folder}/bare_grpc.js`);
    const python = await pythonPlugin(path("python/plugin.py"), folder);
    const bare = ["run", "-A", "--no-config", "--no-lock", `${folder}/bare_grpc.js`];
    const contestants: Contestant[] = [
      { name: "bare grpc-js", command: [Deno.execPath(), ...bare], env: [] },
      { name: "this SDK", command: [`${folder}/sdk/server/launch`], env: [] },
    ];
    if ("skipped" in python) console.log(`skipped: the Python plugin: ${python.skipped}`);
    else contestants.push({ name: "plain Python", ...python });
    const { code, stdout } = await new Deno.Command(program, {
      args: [
        `-bench=${JSON.stringify(contestants)}`,
        `-sockets=${folder}`,
        "-rounds=5",
        ...Deno.args,
      ],
      stderr: "inherit",
    }).output();
    if (code !== 0) Deno.exit(code);
    const samples: Samples = JSON.parse(new TextDecoder().decode(stdout));
    const names = contestants.map(({ name }) => name);
    console.log(`\nmedian [lowest–highest] ×ratio to bare grpc-js\n\n${table(samples, names)}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
