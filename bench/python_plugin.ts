import { whereIs } from "../tests/support/needs.ts";
import { pythonVenv } from "../tools/python_venv.ts";

/** How to start the Python plugin, or why it cannot be started here. */
export type PythonPlugin =
  | { readonly command: readonly string[]; readonly env: readonly string[] }
  | { readonly skipped: string };

/**
 * Prepares the Python plugin: grpcio, and stubs made from the wire table alone.
 *
 * @param script the plugin's path
 * @param folder where the stubs may lie
 */
export async function pythonPlugin(script: string, folder: string): Promise<PythonPlugin> {
  if (await whereIs("python3") === undefined) return { skipped: "python3 is not on PATH" };
  const python = await pythonVenv();
  const path = (relative: string) =>
    decodeURIComponent(new URL(relative, import.meta.url).pathname);
  const stubs = `${folder}/stubs`;
  await Deno.mkdir(stubs);
  const { code } = await new Deno.Command(python, {
    args: [
      path("../tests/python_peer/make_stubs.py"),
      path("../tests/contract/wire.tsv"),
      stubs,
    ],
  }).spawn().status;
  if (code !== 0) throw new Error("the Python stubs could not be made; see the lines above");
  return { command: [python, script], env: [`PYTHONPATH=${stubs}`] };
}
