/**
 * Builds the Go program beside this file.
 *
 * @module
 */
import { committedGoSchema, parseGoSchema } from "../../../tools/gen/go_schema.ts";
import { GO_SCHEMA_TOOL } from "../../../tools/gen/paths.ts";
import { generateAPI } from "./generate_api.ts";

/** Where the module of the program lies, with its requirements. */
export const hostModule: URL = new URL("./", import.meta.url);

const work = new URL("../../../.cache/interop/netrpc_host/", import.meta.url);
const path = (url: URL): string => decodeURIComponent(url.pathname);

/** Stands in for what the random values of the schema tool have to do with its own work. */
const walkStub = `package main

import "reflect"

type walk struct{ reflected map[string]reflect.Type }
`;

async function run(...args: string[]): Promise<void> {
  const { code } = await new Deno.Command("go", {
    args,
    cwd: path(work),
    stdout: "inherit",
    // The program is a module of its own, whatever lies above it.
    env: { GOWORK: "off" },
  }).spawn().status;
  if (code !== 0) throw new Error(`go ${args.join(" ")} ended with exit code ${code}`);
}

/** Vets and builds the program; gives its path. */
export async function buildHost(): Promise<string> {
  const source = hostModule;
  await Deno.mkdir(work, { recursive: true });
  for await (const { name } of Deno.readDir(source)) {
    if (/\.go$|^go\.(mod|sum)$/.test(name)) {
      await Deno.copyFile(new URL(name, source), new URL(name, work));
    }
  }
  // The benchmark over gRPC measures alike.
  await Deno.copyFile(new URL("../go/measure.go", import.meta.url), new URL("measure.go", work));
  // The same random values as the tests of the contract have.
  await Deno.copyFile(`${GO_SCHEMA_TOOL}/samples.go`, new URL("samples.go", work));
  await Deno.writeTextFile(new URL("walk.go", work), walkStub);
  const schema = parseGoSchema(await committedGoSchema());
  await Deno.writeTextFile(new URL("generated_api.go", work), generateAPI(schema));
  await run("vet", ".");
  await run("build", "-o", "host", ".");
  return path(new URL("host", work));
}
