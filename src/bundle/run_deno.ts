/** What a run of Deno left. */
export interface DenoOutput {
  readonly success: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs this Deno; gives what it wrote. */
export async function runDeno(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<DenoOutput> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", ...env },
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  return { success, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

/** Milliseconds before each further try. */
const WAITS_MS = [100, 200, 400, 800, 1600];

/**
 * Runs `deno bundle`. Where several begin at once and Deno has not fetched its bundler yet, one
 * unpacks it while the others fail to copy it (seen in Deno 2.9); those try again.
 *
 * @param args what follows the word `bundle`
 */
export async function runBundler(cwd: string, args: readonly string[]): Promise<DenoOutput> {
  for (const wait of WAITS_MS) {
    const output = await runDeno(cwd, ["bundle", ...args]);
    if (output.success || !bundlerIsBeingFetched(output.stderr)) return output;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return await runDeno(cwd, ["bundle", ...args]);
}

/** Whether `deno bundle` failed because its bundler was not whole yet. */
export function bundlerIsBeingFetched(stderr: string): boolean {
  return /failed to copy esbuild binary/.test(stderr);
}
