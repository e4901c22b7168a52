/**
 * Leaves a Unix socket as a killed process does: closing a listener would remove it.
 *
 * @param path the path of the socket
 */
export async function leaveDeadSocket(path: string): Promise<void> {
  const program = `Deno.listen({ transport: "unix", path: ${JSON.stringify(path)} });` +
    `Deno.kill(Deno.pid, "SIGKILL");`;
  await new Deno.Command(Deno.execPath(), { args: ["eval", "--no-config", program] }).output();
}
