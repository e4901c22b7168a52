import process from "node:process";

/** Whether a process of this user lives under this id. Another user's is not the one we look for. */
export function isAlive(pid: number): boolean {
  try {
    // Signal 0 asks and does nothing; Deno.kill has no such signal.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Without the permission to ask it may live, and what it has stays.
    const { code } = error as { readonly code?: unknown };
    return code !== "ESRCH" && code !== "EPERM";
  }
}
