/**
 * Standard output of a plugin process: one handshake line, before anything else.
 *
 * @module
 */
import type { Logger } from "./logger.ts";

/** Standard output, taken over. */
export interface Stdout {
  /** Writes the handshake line; the very first bytes on stdout, and the last ones of ours. */
  handshake(line: string): void;
  /** Puts the former functions back. */
  restore(): void;
}

/**
 * Takes over standard output: what a plugin or one of its dependencies writes there becomes log
 * lines at info. A host takes the first line for the handshake and drops the others, and it stops
 * reading for good at a line of more than 64 KiB, which would then block the plugin.
 *
 * Node's `process.stdout` writes with `Deno.stdout.writeSync`, so it is taken over as well, without
 * being loaded: Node's modules take Deno 16 ms and 7 MB.
 */
export function takeStdout(logger: Logger): Stdout {
  const stdout = Deno.stdout;
  const former = { write: stdout.write, writeSync: stdout.writeSync };
  const lines = lineWriter((line) => logger.info(line));
  let shaken = false;

  const writeSync = (bytes: Uint8Array): number => {
    lines.write(bytes);
    return bytes.byteLength;
  };
  define(stdout, "writeSync", writeSync);
  define(stdout, "write", (bytes: Uint8Array) => Promise.resolve(writeSync(bytes)));
  let writable: WritableStream<Uint8Array> | undefined;
  Object.defineProperty(stdout, "writable", {
    get: () => writable ??= new WritableStream({ write: (bytes) => lines.write(bytes) }),
    configurable: true,
  });

  return {
    handshake(line) {
      if (shaken) throw new Error("the handshake line was written already");
      shaken = true;
      const bytes = new TextEncoder().encode(`${line}\n`);
      for (let at = 0; at < bytes.byteLength;) {
        at += former.writeSync.call(stdout, bytes.subarray(at));
      }
    },
    restore() {
      for (const name of ["write", "writeSync", "writable"]) Reflect.deleteProperty(stdout, name);
      Object.assign(stdout, ownOf(former, stdout));
    },
  };
}

/** Those functions that `Deno.stdout` has itself, not by its class. */
function ownOf(former: Record<string, unknown>, stdout: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(former).filter(([name, value]) => Reflect.get(stdout, name) !== value),
  );
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** Cuts text into lines; what has no end yet waits, up to 8 KiB. */
function lineWriter(emit: (line: string) => void): { write(bytes: Uint8Array | string): void } {
  const decoder = new TextDecoder();
  let rest = "";
  return {
    write(bytes) {
      rest += typeof bytes === "string" ? bytes : decoder.decode(bytes, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > 8192) {
        lines.push(rest);
        rest = "";
      }
      for (const line of lines) if (line !== "") emit(line.replace(/\r$/, ""));
    },
  };
}
