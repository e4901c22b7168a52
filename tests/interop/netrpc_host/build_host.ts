/**
 * Builds the Go program beside this file, with one of two versions of Mattermost's module.
 *
 * @module
 */
import { committedGoSchema, type GoSchema, parseGoSchema } from "../../../tools/gen/go_schema.ts";
import { GO_SCHEMA_TOOL } from "../../../tools/gen/paths.ts";
import type { ModuleVersion } from "../../gob/build_program.ts";
import { generateAPI } from "./generate_api.ts";

export type { ModuleVersion };

/** Where the module of the program lies, with its requirements. */
export const hostModule: URL = new URL("./", import.meta.url);

/** The same for the older version; the tests of gob need no others. */
const olderModule = new URL("../../gob/older/", import.meta.url);

const workOf = (version: ModuleVersion): URL =>
  new URL(`../../../.cache/interop/netrpc_host/${version}/`, import.meta.url);
const path = (url: URL): string => decodeURIComponent(url.pathname);

/** Stands in for what the random values of the schema tool have to do with its own work. */
const walkStub = `package main

import "reflect"

type walk struct{ reflected map[string]reflect.Type }
`;

/** Stands in for the schema tool's list of types in interfaces, which an older module lacks. */
const registeredStub = `package main

func registeredTypes(*walk) []Value { return nil }
`;

async function go(cwd: URL, ...args: string[]): Promise<string> {
  const { code, stdout } = await new Deno.Command("go", {
    args,
    cwd: path(cwd),
    stderr: "inherit",
    // The program is a module of its own, whatever lies above it.
    env: { GOWORK: "off" },
  }).output();
  if (code !== 0) throw new Error(`go ${args.join(" ")} ended with exit code ${code}`);
  return new TextDecoder().decode(stdout);
}

async function copyModule(version: ModuleVersion, to: URL): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  const from = version === "v0.4.2" ? hostModule : olderModule;
  for (const name of ["go.mod", "go.sum"]) {
    await Deno.copyFile(new URL(name, from), new URL(name, to));
  }
}

/** What this version of the module has: its methods, hooks and types. */
export async function hostSchema(version: ModuleVersion): Promise<GoSchema> {
  if (version === "v0.4.2") return parseGoSchema(await committedGoSchema());
  const work = new URL("schema/", workOf(version));
  await copyModule(version, work);
  for await (const { name } of Deno.readDir(GO_SCHEMA_TOOL)) {
    if (name.endsWith(".go")) await Deno.copyFile(`${GO_SCHEMA_TOOL}/${name}`, new URL(name, work));
  }
  await Deno.writeTextFile(new URL("registered.go", work), registeredStub);
  return parseGoSchema(await go(work, "run", "."));
}

/** Vets and builds the program; gives its path. */
export async function buildHost(version: ModuleVersion = "v0.4.2"): Promise<string> {
  const work = workOf(version);
  await copyModule(version, work);
  for await (const { name } of Deno.readDir(hostModule)) {
    if (name.endsWith(".go")) await Deno.copyFile(new URL(name, hostModule), new URL(name, work));
  }
  // The benchmark over gRPC measures alike.
  await Deno.copyFile(new URL("../go/measure.go", import.meta.url), new URL("measure.go", work));
  // The same random values as the tests of the contract have.
  await Deno.copyFile(`${GO_SCHEMA_TOOL}/samples.go`, new URL("samples.go", work));
  await Deno.writeTextFile(new URL("walk.go", work), walkStub);
  const schema = await hostSchema(version);
  await Deno.writeTextFile(new URL("generated_api.go", work), generateAPI(schema));
  await go(work, "vet", ".");
  await go(work, "build", "-o", "host", ".");
  return path(new URL("host", work));
}
