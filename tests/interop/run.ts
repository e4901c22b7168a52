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

const root = new URL("../../", import.meta.url);
const work = new URL(".cache/interop/", root);
const path = (url: URL): string => decodeURIComponent(url.pathname);

async function run(command: string, args: string[], cwd: URL): Promise<void> {
  const { code } = await new Deno.Command(command, { args, cwd, stdout: "inherit" }).spawn().status;
  if (code !== 0) {
    throw new Error(`\`${command} ${args.join(" ")}\` in ${path(cwd)} ended with exit code ${code}`);
  }
}

async function hasGo(): Promise<boolean> {
  try {
    return (await new Deno.Command("go", { args: ["version"], stdout: "null" }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The stubs are made anew each time, so that they cannot be older than the contract. */
const template = `version: v2
managed:
  enabled: true
  override:
    - file_option: go_package_prefix
      value: interop/gen
plugins:
  - local: ["go", "run", "google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.12"]
    out: gen
    opt: [paths=source_relative]
  - local: ["go", "run", "google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.6.2"]
    out: gen
    opt: [paths=source_relative]
inputs:
  - directory: ${JSON.stringify(path(new URL("proto", root)))}
    paths: [${JSON.stringify(path(new URL("proto/mattermost", root)))}]
`;

async function buildProgram(): Promise<URL> {
  const source = new URL("go/", import.meta.url);
  await Deno.mkdir(work, { recursive: true });
  for await (const file of Deno.readDir(work)) {
    if (file.name.endsWith(".go")) await Deno.remove(new URL(file.name, work));
  }
  for await (const file of Deno.readDir(source)) {
    await Deno.copyFile(new URL(file.name, source), new URL(file.name, work));
  }
  await Deno.writeTextFile(new URL("buf.gen.yaml", work), template);
  const buf = import.meta.resolve("@bufbuild/buf");
  await run(Deno.execPath(), ["run", "-A", "--quiet", buf, "generate"], work);
  await run("go", ["vet", "."], work);
  await run("go", ["build", "-o", "interop", "."], work);
  return new URL("interop", work);
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
        ["probe", new URL("probe/plugin.ts", import.meta.url)],
        ["hello", new URL("examples/hello/plugin.ts", root)],
      ] as const
    ) {
      const outDir = `${sockets}/${name}`;
      await bundlePlugin({ entry: path(entry), outDir });
      launchers.push(`-${name}=${outDir}/server/launch`);
    }
    const { code } = await new Deno.Command(path(program), {
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
