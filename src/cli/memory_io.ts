import type { CommandIO } from "./command_io.ts";
import { createPaint } from "./paint.ts";

/** How a {@linkcode MemoryIO} behaves. */
export interface MemoryIOOptions {
  /** The answers to questions, in their order; without any, nobody can be asked. */
  readonly answers?: readonly string[] | undefined;
  /** The lines of the input, as they come. Default: none. */
  readonly lines?: AsyncIterable<string> | undefined;
  /** Called with each line that is written, to either stream. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Environment variables. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** What Ctrl-C would abort. */
  readonly signal?: AbortSignal | undefined;
}

/** A {@linkcode CommandIO} without a process, for tests and scripts. */
export interface MemoryIO extends CommandIO {
  /** What was written to stdout. */
  stdout(): string;
  /** What was written to stderr. */
  stderr(): string;
  /** The questions that were asked. */
  readonly questions: readonly string[];
}

/** Makes a {@linkcode MemoryIO}. */
export function createMemoryIO(options: MemoryIOOptions = {}): MemoryIO {
  const written = { out: "", err: "" };
  const answers = [...options.answers ?? []];
  const questions: string[] = [];
  const isTerminal = options.answers !== undefined;
  const ask = (question: string): string | undefined => {
    if (!isTerminal) return undefined;
    questions.push(question);
    return answers.shift();
  };
  const signal = options.signal ?? new AbortController().signal;
  const lines = options.lines?.[Symbol.asyncIterator]();
  const write = (to: "out" | "err") => (line: string) => {
    written[to] += `${line}\n`;
    options.onLine?.(line);
  };
  return {
    out: write("out"),
    err: write("err"),
    stdout: () => written.out,
    stderr: () => written.err,
    questions,
    isTerminal,
    colours: false,
    paint: createPaint(false),
    prompt: (question, suggested) => {
      const answer = ask(question);
      return Promise.resolve(answer === "" ? suggested ?? "" : answer);
    },
    async line() {
      signal.throwIfAborted();
      const aborted = Promise.withResolvers<never>();
      const stop = () => aborted.reject(signal.reason);
      signal.addEventListener("abort", stop);
      try {
        const next = await Promise.race([lines?.next(), aborted.promise]);
        return next === undefined || next.done ? undefined : next.value;
      } finally {
        signal.removeEventListener("abort", stop);
      }
    },
    secret: (question) => Promise.resolve(ask(question)),
    confirm: (question, otherwise) => {
      const answer = ask(question);
      return Promise.resolve(answer ? /^y/i.test(answer) : otherwise);
    },
    progress: () => ({ update() {}, [Symbol.dispose]() {} }),
    env: (name) => options.env?.[name] || undefined,
    signal,
  };
}
