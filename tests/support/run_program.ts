/**
 * Runs the Go program.
 *
 * @module
 */

/** Gives what it writes; throws where it fails. */
export async function runProgram(
  program: string,
  args: readonly string[],
  input: Uint8Array<ArrayBuffer> = new Uint8Array(),
): Promise<string> {
  const child = new Deno.Command(program, {
    args: [...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(input);
  await writer.close();
  const { code, stdout, stderr } = await output;
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}
