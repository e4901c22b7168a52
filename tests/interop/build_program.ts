/**
 * Builds the Go program beside this file: go-plugin's real client with grpc-go stubs made from
 * `proto/`. The interop test and the benchmark run it.
 *
 * @module
 */
import { buf } from "../../tools/gen/buf.ts";

const root = new URL("../../", import.meta.url);
const work = new URL(".cache/interop/", root);
const path = (url: URL): string => decodeURIComponent(url.pathname);

async function run(command: string, args: string[], cwd: URL): Promise<void> {
  const { code } = await new Deno.Command(command, { args, cwd, stdout: "inherit" }).spawn().status;
  if (code !== 0) {
    throw new Error(
      `\`${command} ${args.join(" ")}\` in ${path(cwd)} ended with exit code ${code}`,
    );
  }
}

/** Whether there is a Go toolchain. */
export async function hasGo(): Promise<boolean> {
  try {
    return (await new Deno.Command("go", { args: ["version"], stdout: "null" }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The stubs are made anew each time, so that they cannot be older than the contract. */
async function generateStubs(): Promise<void> {
  const plugin = (module: string) => ({
    local: ["go", "run", module],
    out: path(new URL("gen", work)),
    opt: ["paths=source_relative"],
  });
  const template = {
    version: "v2",
    managed: {
      enabled: true,
      override: [{ file_option: "go_package_prefix", value: "interop/gen" }],
    },
    plugins: [
      plugin("google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.12"),
      plugin("google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.6.2"),
    ],
    inputs: [{ directory: "proto", paths: ["proto/mattermost"] }],
  };
  const { code, stderr } = await buf(["generate", "--template", JSON.stringify(template)]);
  if (code !== 0) throw new Error(`the Go stubs could not be made:\n${stderr}`);
}

/** Makes the stubs, vets and builds the program; gives its path. */
export async function buildProgram(): Promise<string> {
  const source = new URL("go/", import.meta.url);
  await Deno.mkdir(work, { recursive: true });
  for await (const file of Deno.readDir(work)) {
    if (file.name.endsWith(".go")) await Deno.remove(new URL(file.name, work));
  }
  for await (const file of Deno.readDir(source)) {
    await Deno.copyFile(new URL(file.name, source), new URL(file.name, work));
  }
  await generateStubs();
  await run("go", ["vet", "."], work);
  await run("go", ["build", "-o", "interop", "."], work);
  return path(new URL("interop", work));
}
