/**
 * What JSR shows of the package: every entry point says what it is for, by an example that is run, and
 * every function has one. That the examples are run is `docs_test.ts`'s; that everything has a
 * description at all, `deno task check`'s.
 */
import { assertEquals } from "@std/assert";
import { root } from "./pages.ts";

interface Doc {
  readonly nodes: Readonly<
    Record<string, { readonly module_doc?: unknown; readonly symbols: readonly Named[] }>
  >;
}

interface Named {
  readonly name: string;
  readonly declarations: readonly { readonly kind: string; readonly jsDoc?: unknown }[];
}

async function documentation(): Promise<Doc["nodes"]> {
  const { exports } = JSON.parse(await Deno.readTextFile(`${root}deno.json`)) as {
    exports: Readonly<Record<string, string>>;
  };
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "tools/run.ts", "doc", "--json", ...Object.values(exports)],
    cwd: root,
    stderr: "null",
  }).output();
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout)) as Doc;
  return Object.fromEntries(
    Object.values(exports).map((entry) => [entry, nodes[`file://${root}${entry.slice(2)}`]!]),
  );
}

const hasExample = (documented: unknown) => JSON.stringify(documented ?? "").includes("```ts\\n");
const hasUnrun = (documented: unknown) => JSON.stringify(documented ?? "").includes("```ts ignore");

Deno.test("every entry point and every function has an example, and no public example is left out", async () => {
  const wrong: string[] = [];
  let functions = 0;
  for (const [entry, { module_doc: described, symbols }] of Object.entries(await documentation())) {
    if (!hasExample(described)) wrong.push(`${entry} has no example for the whole module`);
    if (hasUnrun(described)) wrong.push(`${entry}: the module's example is not run`);
    for (const { name, declarations } of symbols) {
      if (hasUnrun(declarations)) wrong.push(`${entry}: ${name} has an example that is not run`);
      const own = declarations.filter(({ kind }) => kind === "function");
      functions += own.length;
      if (own.length > 0 && !own.some(({ jsDoc }) => hasExample(jsDoc))) {
        wrong.push(`${entry}: ${name}() has no example`);
      }
    }
  }
  assertEquals(wrong, []);
  assertEquals(functions > 30, true, `${functions} functions`);
});
