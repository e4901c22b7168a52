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
import { buildProgram, hasGo } from "../tests/interop/build_program.ts";

interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: readonly string[];
}

type Samples = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const path = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

function figure(value: number): string {
  return value >= 1000 ? Math.round(value).toString() : value.toPrecision(3);
}

/** One cell: the median, its range, and the ratio to the reference's median. */
function cell(values: readonly number[] | undefined, reference: readonly number[]): string {
  if (values === undefined || values.length === 0) return "-";
  const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)];
  const ratio = values === reference ? "" : ` ×${(middle / median(reference)).toFixed(2)}`;
  return `${figure(middle)} [${figure(low)}–${figure(high)}]${ratio}`;
}

function table(samples: Samples, names: readonly string[]): string {
  const reference = samples["bare grpc-js"] ?? {};
  const rows = Object.keys(reference).map((line) => [
    line,
    ...names.map((name) => cell(samples[name]?.[line], reference[line] ?? [])),
  ]);
  const header = ["", ...names];
  const widths = header.map((_, i) =>
    Math.max(...[header, ...rows].map((row) => (row[i] ?? "").length))
  );
  return [header, ...rows]
    .map((row) => row.map((text, i) => text.padEnd(widths[i] ?? 0)).join("  ").trimEnd())
    .join("\n");
}

if (import.meta.main) {
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
