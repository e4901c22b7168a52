/**
 * Builds the Go program beside this file, with the real structs of Mattermost's net/rpc and Go's own
 * encoding/gob.
 *
 * @module
 */

const root = new URL("../../", import.meta.url);
const path = (url: URL): string => decodeURIComponent(url.pathname);

/** Which version of Mattermost's module: the one that the contract is made of, or a server 9.9's. */
export type ModuleVersion = "v0.4.2" | "v0.1.3";

const workOf = (version: ModuleVersion): URL => new URL(`.cache/gob/${version}/`, root);

/** Whether there is a Go toolchain. */
export function hasGo(): boolean {
  try {
    return new Deno.Command("go", { args: ["version"], stdout: "null", stderr: "null" })
      .outputSync().success;
  } catch {
    return false;
  }
}

async function go(version: ModuleVersion, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command("go", {
    args,
    cwd: path(workOf(version)),
  }).output();
  if (code !== 0) {
    throw new Error(`go ${args.join(" ")} failed:\n${new TextDecoder().decode(stderr)}`);
  }
  return new TextDecoder().decode(stdout).trim();
}

/** Where the module's source is; Go tells it only of what it has fetched. */
async function moduleFolder(version: ModuleVersion): Promise<string> {
  await go(version, "mod", "download", MODULE);
  return await go(version, "list", "-m", "-f", "{{.Dir}}", MODULE);
}

/** A Go file with every struct that net/rpc sends, by name; the module's source is what tells them. */
async function writeStructs(version: ModuleVersion): Promise<void> {
  const folder = await moduleFolder(version);
  const names: string[] = [];
  for await (const { name } of Deno.readDir(`${folder}/plugin`)) {
    if (!name.endsWith(".go") || name.endsWith("_test.go")) continue;
    const source = await Deno.readTextFile(`${folder}/plugin/${name}`);
    names.push(...[...source.matchAll(/^type (Z_\w+) struct/gm)].map(([, found = ""]) => found));
  }
  const rows = names.sort().map((name) => `\t"${name}": reflect.TypeFor[plugin.${name}](),\n`);
  await Deno.writeTextFile(
    new URL("structs.go", workOf(version)),
    `package main\n\nimport (\n\t"reflect"\n\n\t"${MODULE}/plugin"\n)\n\n` +
      `var structs = map[string]reflect.Type{\n${rows.join("")}}\n`,
  );
}

/** How many types the module's source registers for values in interfaces. */
export async function registrations(): Promise<number> {
  const folder = await moduleFolder("v0.4.2");
  const source = await Deno.readTextFile(`${folder}/plugin/client_rpc.go`);
  return [...source.matchAll(/^\tgob\.Register(?:Name)?\(/gm)].length;
}

const MODULE = "github.com/mattermost/mattermost/server/public";

/** Files of `go/` that older versions of the module do not compile. */
const NEWER = new Set(["newer.go", "registered_values.go", "go.mod", "go.sum"]);

function sourcesOf(version: ModuleVersion): readonly URL[] {
  const ours = [...Deno.readDirSync(new URL("go/", import.meta.url))]
    .filter(({ name }) => version === "v0.4.2" || !NEWER.has(name))
    .map(({ name }) => new URL(`go/${name}`, import.meta.url));
  // How random values are made and described, and what the generated schema lists as registered.
  const shared = ["samples.go", "walk.go", ...(version === "v0.4.2" ? ["registered.go"] : [])]
    .map((name) => new URL(`tools/goschema/${name}`, root));
  const module = version === "v0.4.2"
    ? []
    : ["go.mod", "go.sum", "older.go"].map((name) => new URL(`older/${name}`, import.meta.url));
  return [...ours, ...shared, ...module];
}

/** Builds the program and gives its path. */
export async function buildProgram(version: ModuleVersion = "v0.4.2"): Promise<string> {
  const work = workOf(version);
  await Deno.mkdir(work, { recursive: true });
  for (const source of sourcesOf(version)) {
    await Deno.copyFile(source, new URL(source.pathname.split("/").at(-1) ?? "", work));
  }
  await writeStructs(version);
  await go(version, "build", "-o", "gobvalues", ".");
  return path(new URL("gobvalues", work));
}
