/**
 * The Go program beside this file, as a running process that takes commands.
 *
 * @module
 */
import { TextLineStream } from "./text_lines.ts";

/** What the program says to a command. */
export interface HostReply {
  readonly error?: string;
  readonly args?: readonly unknown[];
  readonly json?: readonly unknown[];
  readonly saw?: string;
  readonly results?: readonly unknown[];
  readonly resultsJson?: readonly unknown[];
  readonly result?: string;
  readonly errorName?: string;
  readonly calls?: number;
  readonly address?: string;
  readonly names?: readonly string[];
  readonly text?: string;
}

/** A command; bytes are in base64. */
export interface HostCommand {
  readonly op:
    | "activate"
    | "deactivate"
    | "health"
    | "listen"
    | "random"
    | "hook"
    | "call"
    | "command"
    | "many"
    | "largePost"
    | "largeFile";
  readonly name?: string;
  readonly kind?: "args" | "results";
  readonly plan?: unknown;
  readonly answer?: string;
  readonly request?: string;
  readonly seed?: number;
  /** Whether integers stay within 2^53. */
  readonly safe?: boolean;
  /** How many times, or how many bytes. */
  readonly count?: number;
}

/** The program, running. */
export interface GoHost extends AsyncDisposable {
  /** Commands are run one after the other. */
  run(command: HostCommand): Promise<HostReply>;
  /** What the program has logged so far. */
  log(): string;
  readonly pid: number;
}

/** Starts the program for the plugin whose bundle lies in `plugins/ID`. */
export function startGoHost(
  program: string,
  plugins: string,
  id: string,
  env: Record<string, string> = {},
): GoHost {
  const child = new Deno.Command(program, {
    args: [plugins, plugins, id],
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const log: string[] = [];
  const logged = (async () => {
    for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) log.push(text);
  })();
  const lines = child.stdout.pipeThrough(new TextDecoderStream())
    .pipeThrough(new TextLineStream()).getReader();
  const writer = child.stdin.getWriter();
  let last: Promise<unknown> = Promise.resolve();
  const run = async (command: HostCommand): Promise<HostReply> => {
    await writer.write(new TextEncoder().encode(`${JSON.stringify(command)}\n`));
    const { done, value } = await lines.read();
    if (done) throw new Error(`the Go host has ended:\n${log.join("").slice(-4000)}`);
    return JSON.parse(value) as HostReply;
  };
  return {
    pid: child.pid,
    run(command) {
      const next = last.then(() => run(command));
      last = next.catch(() => {});
      return next;
    },
    log: () => log.join(""),
    async [Symbol.asyncDispose]() {
      await writer.close().catch(() => {});
      await child.status;
      await lines.cancel();
      await logged;
    },
  };
}
