/** Lines that a person types. */
export interface StdinLines {
  /** The next one; undefined at the end of the input. Rejects when the signal is aborted. */
  next(signal: AbortSignal): Promise<string | undefined>;
}

/** Reads stdin by lines. Whatever is typed before it is asked for counts, as in a shell. */
export function stdinLines(): StdinLines {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  let rest = "";
  let reading: Promise<number | null> | undefined;
  return {
    async next(signal) {
      for (;;) {
        const end = rest.indexOf("\n");
        if (end >= 0) {
          const line = rest.slice(0, end);
          rest = rest.slice(end + 1);
          return line.replace(/\r$/, "");
        }
        signal.throwIfAborted();
        // A read cannot be taken back: one that was given up is waited for the next time.
        reading ??= Deno.stdin.read(buffer);
        const read = await orAborted(reading, signal);
        reading = undefined;
        if (read === null) return undefined;
        rest += decoder.decode(buffer.subarray(0, read), { stream: true });
      }
    },
  };
}

/** Reads a line from the terminal without showing it; undefined at the end of the input. */
export async function readSecret(signal: AbortSignal): Promise<string | undefined> {
  const bytes: number[] = [];
  const buffer = new Uint8Array(256);
  Deno.stdin.setRaw(true, { cbreak: Deno.build.os !== "windows" });
  try {
    for (;;) {
      const read = await orAborted(Deno.stdin.read(buffer), signal);
      if (read === null) return undefined;
      for (const byte of buffer.subarray(0, read)) {
        if (byte === 13 || byte === 10) return new TextDecoder().decode(new Uint8Array(bytes));
        if (byte === 4 && bytes.length === 0) return undefined;
        if (byte === 3) throw new Error("interrupted");
        if (byte === 127 || byte === 8) dropLast(bytes);
        else bytes.push(byte);
      }
    }
  } finally {
    Deno.stdin.setRaw(false);
  }
}

/** Drops a character, which in UTF-8 may be several bytes. */
function dropLast(bytes: number[]): void {
  while (((bytes.pop() ?? 0) & 0xc0) === 0x80);
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
