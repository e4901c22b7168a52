/**
 * Builds the Go program beside this file, with the real structs of Mattermost's net/rpc and Go's own
 * encoding/gob.
 *
 * @module
 */

const root = new URL("../../", import.meta.url);
const work = new URL(".cache/gob/", root);
const path = (url: URL): string => decodeURIComponent(url.pathname);

/** Whether there is a Go toolchain. */
export function hasGo(): boolean {
  try {
    return new Deno.Command("go", { args: ["version"], stdout: "null", stderr: "null" })
      .outputSync().success;
  } catch {
    return false;
  }
}

async function go(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command("go", { args, cwd: path(work) }).output();
  if (code !== 0) {
    throw new Error(`go ${args.join(" ")} failed:\n${new TextDecoder().decode(stderr)}`);
  }
  return new TextDecoder().decode(stdout).trim();
}

/** A Go file with every struct that net/rpc sends, by name; the module's source is what tells them. */
async function writeStructs(): Promise<void> {
  const folder = await go("list", "-m", "-f", "{{.Dir}}", MODULE);
  const names: string[] = [];
  for await (const { name } of Deno.readDir(`${folder}/plugin`)) {
    if (!name.endsWith(".go") || name.endsWith("_test.go")) continue;
    const source = await Deno.readTextFile(`${folder}/plugin/${name}`);
    names.push(...[...source.matchAll(/^type (Z_\w+) struct/gm)].map(([, found = ""]) => found));
  }
  const rows = names.sort().map((name) => `\t"${name}": reflect.TypeFor[plugin.${name}](),\n`);
  await Deno.writeTextFile(
    new URL("structs.go", work),
    `package main\n\nimport (\n\t"reflect"\n\n\t"${MODULE}/plugin"\n)\n\n` +
      `var structs = map[string]reflect.Type{\n${rows.join("")}}\n`,
  );
}

/** How many types the module's source registers for values in interfaces. */
export async function registrations(): Promise<number> {
  const folder = await go("list", "-m", "-f", "{{.Dir}}", MODULE);
  const source = await Deno.readTextFile(`${folder}/plugin/client_rpc.go`);
  return [...source.matchAll(/^\tgob\.Register(?:Name)?\(/gm)].length;
}

const MODULE = "github.com/mattermost/mattermost/server/public";

/** Builds the program and gives its path. */
export async function buildProgram(): Promise<string> {
  await Deno.mkdir(work, { recursive: true });
  const sources = [
    ...[...Deno.readDirSync(new URL("go/", import.meta.url))]
      .map(({ name }) => new URL(`go/${name}`, import.meta.url)),
    // How random values are made and described.
    new URL("tools/goschema/samples.go", root),
    new URL("tools/goschema/walk.go", root),
    // What the generated schema lists as registered.
    new URL("tools/goschema/registered.go", root),
  ];
  for (const source of sources) {
    await Deno.copyFile(source, new URL(source.pathname.split("/").at(-1) ?? "", work));
  }
  await writeStructs();
  await go("build", "-o", "gobvalues", ".");
  return path(new URL("gobvalues", work));
}
