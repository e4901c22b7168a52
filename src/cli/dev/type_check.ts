import { projectFlags, whatBundlerSaid } from "../../bundle/deno_bundle.ts";
import { findProjectConfig } from "../../bundle/import_map.ts";
import { dirname, fromFileUrl, toFileUrl } from "../../bundle/paths.ts";

/**
 * Checks the types of a plugin, as its project means them.
 *
 * @param entry the plugin's file, an absolute path
 * @param temporary a folder for what the check needs
 * @param signal ends it; then what it gives means nothing
 * @returns what is wrong, with file and line; undefined where nothing is
 */
export async function checkTypes(
  entry: string,
  temporary: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const url = toFileUrl(entry);
  const project = await findProjectConfig(new URL("./", url));
  const folder = await Deno.makeTempDir({ dir: temporary, prefix: "types-" });
  try {
    const flags = await projectFlags(project, folder);
    if (signal.aborted) return undefined;
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", ...flags, fromFileUrl(url)],
      cwd: dirname(entry),
      env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
      signal,
    }).output();
    if (success || signal.aborted) return undefined;
    const text = whatBundlerSaid(new TextDecoder().decode(stderr));
    return text.split("\n").filter((line) =>
      !/^(?:Check |Initialize |error: Type checking failed|Found \d+ errors)/.test(line)
    ).join("\n")
      .trim();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
