/**
 * Tests that need a program which a machine may lack. Where it is missing they are skipped, and
 * the reason stands in their name, so that every report shows it:
 *
 * ```ts
 * Deno.test(await needing(["go"], { name: "a Go host talks to us", fn: … }));
 * ```
 *
 * @module
 */

/** Programs that tests may ask for. */
export type Program =
  | "bash"
  | "fish"
  | "git"
  | "go"
  | "gpg"
  | "node"
  | "openssl"
  | "psql"
  | "python3"
  | "qemu-aarch64-static"
  | "script"
  | "sh"
  | "strace"
  | "unshare"
  | "zsh";

/** How a skipped test's name says why; `tools/test.ts` refuses a skipped test without it. */
export const SKIP_MARK = "[skipped: ";

/** The test as given, or, if a program is missing, the same test skipped with the reason. */
export async function needing(
  programs: readonly Program[],
  test: Deno.TestDefinition,
): Promise<Deno.TestDefinition> {
  const missing: string[] = [];
  for (const program of programs) {
    if (await whereIs(program) === undefined) missing.push(program);
  }
  return missing.length === 0 ? test : skippedBecause(`${missing.join(", ")} not on PATH`, test);
}

/** The same test, skipped, with the reason in its name. */
export function skippedBecause(reason: string, test: Deno.TestDefinition): Deno.TestDefinition {
  return { ...test, ignore: true, name: `${test.name} ${SKIP_MARK}${reason}]` };
}

/** The path of a program in the folders of PATH (and where Go installs itself), if it is there. */
export async function whereIs(
  program: Program,
  path: string = `${Deno.env.get("PATH") ?? ""}:/usr/local/go/bin`,
): Promise<string | undefined> {
  for (const folder of path.split(":")) {
    if (folder === "") continue;
    const file = `${folder}/${program}`;
    const found = await Deno.stat(file).catch(() => undefined);
    if (found?.isFile && ((found.mode ?? 0) & 0o111) !== 0) return file;
  }
  return undefined;
}
