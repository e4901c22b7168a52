/** The operating system's side of a plugin: its process, its first line, its log lines, its end. @module */

import { type Clock, settlesWithin, systemClock } from "./clock.ts";
import { HostError } from "./host_error.ts";
import { textOf } from "../transport/text_of.ts";
import { lines } from "./lines.ts";

/** How to start a process. */
export interface ChildCommand {
  /** The program's path, or its name in `PATH`. */
  readonly command: string;
  /** Its arguments. */
  readonly args: readonly string[];
  /** Its whole environment: nothing of the host's own is added. */
  readonly env: Readonly<Record<string, string>>;
  /** Its working directory. Default: the host's. */
  readonly cwd?: string | undefined;
}

/** What {@link spawnChild} reports to. */
export interface ChildOptions {
  /** The plugin's name, for error texts. */
  readonly plugin: string;
  /** How to start it. */
  readonly command: ChildCommand;
  /** Takes each line of stderr. */
  readonly onStderr: (line: string) => void;
  /** Takes each line of stdout after the first. */
  readonly onStdout: (line: string) => void;
  /** For the wait for the handshake. */
  readonly clock: Clock;
}

/** How a process ended. */
export interface ChildEnd {
  /** The exit code; 128 and more where a signal ended it. */
  readonly code: number;
  /** The signal that ended it. */
  readonly signal: Deno.Signal | null;
}

/** What came first on stdout: a line, nothing in time, or the end. */
export type FirstLine =
  | { readonly kind: "line"; readonly line: string }
  | { readonly kind: "timeout" }
  | { readonly kind: "closed" };

/** A running process. */
export interface PluginChild {
  /** Its process id. */
  readonly pid: number;
  /** Its end, once it has come and the last output has been read. */
  readonly ended: Promise<ChildEnd>;
  /** Whether the operating system has reported its end. */
  readonly hasEnded: () => boolean;
  /**
   * Its end, if that is what broke its connection: the operating system closes a process's sockets
   * before it reports the end, so the report is given a moment. Null for one that runs on.
   */
  readonly endBehindLoss: () => Promise<ChildEnd | null>;
  /** Waits for the first line on stdout. */
  readonly firstLine: (timeoutMs: number) => Promise<FirstLine>;
  /** The last lines on stderr, oldest first: few and short, made for error texts. */
  readonly stderrTail: () => readonly string[];
  /** Sends a signal; a process that has ended is left alone. */
  readonly kill: (signal: "SIGTERM" | "SIGKILL") => void;
}

const TAIL_LINES = 20;
const TAIL_LINE_LENGTH = 500;
const FIRST_LINE_BYTES = 16 * 1024;
// A grandchild may hold stderr open after the plugin's end; more than this is not waited for it.
const DRAIN_MS = 500;
const END_REPORT_MS = 1000;

/**
 * Starts a process and reads both of its outputs to their ends, so that it never blocks on a full
 * pipe.
 *
 * @throws {HostError} `CANNOT_EXECUTE` when the operating system does not start it
 */
export function spawnChild(options: ChildOptions): PluginChild {
  const { plugin, command, clock } = options;
  const child = spawn(plugin, command);
  const tail: string[] = [];
  let over = false;
  const stderrRead = readStderr().catch(ignore);
  const first = Promise.withResolvers<string | undefined>();
  const stdoutRead = readStdout().catch(ignore);

  const ended = (async () => {
    const { code, signal } = await child.status;
    over = true;
    const read = Promise.all([stderrRead, stdoutRead]);
    if (!await settlesWithin(read, DRAIN_MS, systemClock)) first.resolve(undefined);
    return { code, signal };
  })();

  async function readStderr() {
    for await (const line of lines(child.stderr)) {
      // Colours are for terminals; in an error's text they are noise.
      // deno-lint-ignore no-control-regex -- the escape character is what is looked for
      const text = line.replace(/\x1b\[[0-9;]*m/g, "");
      if (text !== "") tail.push(text.slice(0, TAIL_LINE_LENGTH));
      if (tail.length > TAIL_LINES) tail.shift();
      options.onStderr(line);
    }
  }

  async function readStdout() {
    let count = 0;
    for await (const line of lines(child.stdout, { maxBytes: FIRST_LINE_BYTES })) {
      if (count++ === 0) first.resolve(line);
      else options.onStdout(line);
    }
    first.resolve(undefined);
  }

  async function firstLine(timeoutMs: number): Promise<FirstLine> {
    if (!await settlesWithin(first.promise, timeoutMs, clock)) return { kind: "timeout" };
    const line = await first.promise;
    return line === undefined ? { kind: "closed" } : { kind: "line", line };
  }

  return {
    pid: child.pid,
    ended,
    hasEnded: () => over,
    endBehindLoss: async () =>
      await settlesWithin(ended, END_REPORT_MS, systemClock) ? await ended : null,
    firstLine,
    stderrTail: () => [...tail],
    kill(signal) {
      if (over) return;
      try {
        child.kill(signal);
      } catch (error) {
        // It ended in the meantime; its status is on the way.
        if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
      }
    },
  };
}

/** A pipe that breaks says no more than that the process is gone, which its status says better. */
function ignore(): void {}

/** An end in words. */
export function describeEnd({ code, signal }: ChildEnd): string {
  return signal ? `its end by ${signal}` : `exit code ${code}`;
}

function spawn(plugin: string, { command, args, env, cwd }: ChildCommand): Deno.ChildProcess {
  try {
    return new Deno.Command(command, {
      args: [...args],
      env: { ...env },
      clearEnv: true,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      ...(cwd === undefined ? {} : { cwd }),
    }).spawn();
  } catch (error) {
    throw new HostError("CANNOT_EXECUTE", "cannot be started", {
      plugin,
      expected: `an executable program at ${command}`,
      actual: textOf(error),
      advice: error instanceof Deno.errors.PermissionDenied
        ? `Set its executable bit (chmod +x ${command}).`
        : undefined,
      cause: error,
    });
  }
}
