/**
 * Which variables of a server's environment a plugin's process gets.
 *
 * @module
 */

/** Variables of the host that every plugin gets: they shape dates and texts. */
export const PASSED_VARIABLES = ["PATH", "TZ", "LANG"] as const;

/**
 * What begins like this never passes: it changes how a process starts, before any permission counts.
 * In any case, because npm's are read in small letters, too.
 */
export const NEVER_PASSED_PREFIXES = [
  ...["DENO_", "LD_", "DYLD_", "NODE_", "NPM_CONFIG_", "V8_", "RUST_", "MALLOC_"],
] as const;

/**
 * What never passes by its name: what the launcher itself goes by, and what a shell keeps for itself,
 * in which the two launchers would differ.
 */
export const NEVER_PASSED_NAMES = [
  ...["SSLKEYLOGFILE", "GLIBC_TUNABLES", "IFS", "ENV", "HOME", "TMPDIR", "NO_COLOR"],
  ...["PWD", "OLDPWD", "SHLVL", "_"],
] as const;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Whether a manifest may have this variable passed, by its name or with all others. */
export function mayPass(name: string): boolean {
  const upper = name.toUpperCase();
  return NAME.test(name) &&
    !PASSED_VARIABLES.some((it) => it === name) &&
    !NEVER_PASSED_NAMES.some((it) => it === name) &&
    !NEVER_PASSED_PREFIXES.some((it) => upper.startsWith(it));
}

/** The variables of `environment` that a plugin gets for what its manifest asks for. */
export function passedVariables(
  asked: readonly string[] | true,
  environment: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = asked === true ? Object.keys(environment).filter(mayPass) : asked;
  const passed: Record<string, string> = {};
  for (const name of [...PASSED_VARIABLES, ...names]) {
    const value = environment[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}
