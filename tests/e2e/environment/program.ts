/** Programs that the end-to-end test starts, watches and ends, each by its own process id. @module */

/** What to start. */
export interface ProgramOptions {
  /** How people know it; stands in messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A program that runs. */
export interface Program {
  readonly pid: number;
  /** The last of what it said, on both of its outputs. */
  readonly output: () => string;
  /** Whether it still runs. */
  readonly isRunning: () => boolean;
  /** Waits until it says something that matches; rejects if it ends before, or is late. */
  readonly says: (pattern: RegExp, withinMs: number) => Promise<void>;
  /** Waits until it has ended, but no longer than this. */
  readonly endsWithin: (ms: number) => Promise<void>;
  /** Sends the signal, waits, and kills it if it is still there after that. */
  readonly end: (signal: Deno.Signal, graceMs: number) => Promise<void>;
}

/** How much of the output is kept, in characters. */
const KEPT = 1_000_000;

/** Starts a program in a clean environment that holds only what is given. */
export function startProgram(options: ProgramOptions): Program {
  const child = new Deno.Command(options.command, {
    args: [...options.args],
    cwd: options.cwd,
    env: { ...options.env },
    clearEnv: true,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  let running = true;
  let complete = false;
  const listeners = new Set<() => void>();
  const notify = () => listeners.forEach((listener) => listener());
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      output = (output + text).slice(-KEPT);
      notify();
    }
  };
  const outputs = Promise.all([read(child.stdout), read(child.stderr)]);
  const ended = child.status.then(async () => {
    running = false;
    // What it said last is still on its way; a grandchild may hold the pipes open for ever.
    await Promise.race([outputs, new Promise((resolve) => setTimeout(resolve, 500))]);
    complete = true;
    notify();
  });
  return {
    pid: child.pid,
    output: () => output,
    isRunning: () => running,
    async says(pattern, withinMs) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const look = () => {
        if (pattern.test(output)) resolve();
        else if (complete) reject(new Error(`${options.name} ended:\n${output}`));
      };
      const timer = setTimeout(
        () => reject(new Error(`${options.name} is not ready after ${withinMs} ms:\n${output}`)),
        withinMs,
      );
      listeners.add(look);
      look();
      try {
        await promise;
      } finally {
        clearTimeout(timer);
        listeners.delete(look);
      }
    },
    async endsWithin(ms) {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, ms);
      await Promise.race([ended, late.promise]);
      clearTimeout(timer);
    },
    async end(signal, graceMs) {
      if (running) child.kill(signal);
      const timer = setTimeout(() => running && child.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
