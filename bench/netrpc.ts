/**
 * `deno task bench:netrpc`: the SDK's plugin beside an equivalent Go plugin under the host code of a
 * real Mattermost server, in turns. Every line is a median over the rounds with the range in
 * brackets, and the ratio of the medians to the Go plugin.
 *
 * Two words after the task are the rounds and the calls of each: `deno task bench:netrpc 9 5000`.
 *
 * @module
 */
import { bundlePlugin } from "../src/bundle/mod.ts";
import { hasGo } from "../tests/interop/build_program.ts";
import { buildHost, hostModule } from "../tests/interop/netrpc_host/build_host.ts";
import { type Samples, table } from "./table.ts";

const path = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname);

const goId = "com.mattermost-deno.bench-go";
const sdkId = "com.mattermost-deno.bench";

async function buildGoPlugin(folder: string): Promise<void> {
  await Deno.mkdir(`${folder}/source`, { recursive: true });
  await Deno.copyFile(path("go/main.go"), `${folder}/source/main.go`);
  for (const name of ["go.mod", "go.sum"]) {
    await Deno.copyFile(new URL(name, hostModule), `${folder}/source/${name}`);
  }
  const { code } = await new Deno.Command("go", {
    args: ["build", "-o", `${folder}/${goId}/plugin`, "."],
    cwd: `${folder}/source`,
    env: { GOWORK: "off", GOFLAGS: "-mod=mod" },
  }).spawn().status;
  if (code !== 0) throw new Error("the Go plugin cannot be built");
  await Deno.remove(`${folder}/source`, { recursive: true });
  await Deno.writeTextFile(
    `${folder}/${goId}/plugin.json`,
    JSON.stringify({
      id: goId,
      name: "Bench in Go",
      version: "1.0.0",
      server: { executable: "plugin" },
    }),
  );
}

if (import.meta.main) {
  if (!(await hasGo())) {
    console.log("skipped: the benchmark needs Go 1.26 or newer (https://go.dev/dl) for its host");
    Deno.exit(0);
  }
  const [rounds = "5", calls = "3000"] = Deno.args;
  const program = await buildHost();
  const folder = await Deno.makeTempDir({ prefix: "bench-" });
  try {
    await bundlePlugin({ entry: path("sdk/plugin.ts"), outDir: `${folder}/sdk/${sdkId}` });
    await buildGoPlugin(`${folder}/go`);
    const contestants = [
      { name: "Go plugin", dir: `${folder}/go`, id: goId },
      { name: "this SDK", dir: `${folder}/sdk`, id: sdkId },
    ];
    const { code, stdout } = await new Deno.Command(program, {
      args: ["bench", JSON.stringify(contestants), rounds, calls],
      env: { TMPDIR: folder },
      stderr: "inherit",
    }).output();
    if (code !== 0) Deno.exit(1);
    const samples = JSON.parse(new TextDecoder().decode(stdout)) as Samples;
    console.log("\nmedian [lowest–highest] ×ratio to the Go plugin\n");
    console.log(table(samples, contestants.map(({ name }) => name)));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
