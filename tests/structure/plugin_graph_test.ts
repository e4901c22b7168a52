import { assert, assertEquals } from "@std/assert";
import { prepare } from "../../tools/deno_command.ts";
import { fromFileUrl } from "../../tools/paths.ts";

/** The modules that are read where a file is imported, early or late; not those for types alone. */
async function modulesBehind(file: URL): Promise<readonly string[]> {
  await using command = await prepare(["info", "--json", fromFileUrl(file)]);
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: [...command.args] }).output();
  const { roots, modules } = JSON.parse(new TextDecoder().decode(stdout)) as {
    readonly roots: readonly string[];
    readonly modules: readonly {
      readonly specifier: string;
      readonly dependencies?: readonly { readonly code?: { readonly specifier?: string } }[];
    }[];
  };
  const dependencies = new Map(modules.map((each) => [each.specifier, each.dependencies ?? []]));
  const found = new Set(roots);
  for (const one of found) {
    for (const { code } of dependencies.get(one) ?? []) {
      if (code?.specifier !== undefined) found.add(code.specifier);
    }
  }
  return [...found];
}

Deno.test("who imports the package reads nothing of gRPC's library, also not to leave it out of a bundle", async () => {
  const plugins = await modulesBehind(new URL("../../mod.ts", import.meta.url));
  assert(plugins.length > 50, plugins.join("\n"));
  assertEquals(plugins.filter((each) => /grpc-js|protobufjs|src\/grpc\//.test(each)), []);
  const programs = await modulesBehind(new URL("../../src/api/connect.ts", import.meta.url));
  assert(programs.some((each) => each.includes("grpc-js")), "the programs beside the server do");
});
