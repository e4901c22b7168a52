/**
 * An interactive shell in a terminal of its own, as a person uses it: what is typed goes through the
 * shell's own line editor.
 *
 * @module
 */

/** A shell that waits for keys. */
export interface Terminal extends AsyncDisposable {
  /** Types, and gives what the terminal shows from then on up to and with the pattern. */
  type(keys: string, shown: RegExp): Promise<RegExpExecArray>;
}

/** Milliseconds for a shell to answer. */
const patienceMs = 20_000;

/**
 * Starts a shell in a terminal, by the program `script`.
 *
 * @param command the shell and its options
 * @param cwd the folder in which it begins
 */
export function openTerminal(command: string, cwd: string): Terminal {
  const child = new Deno.Command("script", {
    args: ["--quiet", "--flush", "--return", "--command", command, "/dev/null"],
    cwd,
    clearEnv: true,
    env: {
      PATH: Deno.env.get("PATH") ?? "",
      HOME: cwd,
      TERM: "xterm",
      LANG: "C.UTF-8",
      INPUTRC: "/dev/null",
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let unread = "";
  return {
    async type(keys, shown) {
      unread = "";
      await writer.write(new TextEncoder().encode(keys));
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () =>
            reject(new Error(`${command}: no ${shown} after ${JSON.stringify(keys)}: ${unread}`)),
          patienceMs,
        );
      });
      try {
        for (;;) {
          const found = shown.exec(unread);
          if (found) return found;
          const { done, value } = await Promise.race([reader.read(), late]);
          if (done) throw new Error(`${command} has ended: ${unread}`);
          unread += value;
        }
      } finally {
        clearTimeout(timer);
      }
    },
    async [Symbol.asyncDispose]() {
      // Without its terminal the shell ends, too.
      child.kill("SIGKILL");
      await Promise.all([reader.cancel(), writer.abort(), child.status]);
    },
  };
}
