import type { CommandIO } from "./command_io.ts";
import { createPaint } from "./paint.ts";

/** How a {@linkcode MemoryIO} behaves. */
export interface MemoryIOOptions {
  /** The answers to questions, in their order; without any, nobody can be asked. */
  readonly answers?: readonly string[] | undefined;
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
  return {
    out: (line) => void (written.out += `${line}\n`),
    err: (line) => void (written.err += `${line}\n`),
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
    secret: (question) => Promise.resolve(ask(question)),
    confirm: (question, otherwise) => {
      const answer = ask(question);
      return Promise.resolve(answer ? /^y/i.test(answer) : otherwise);
    },
    progress: () => ({ update() {}, [Symbol.dispose]() {} }),
    env: (name) => options.env?.[name] || undefined,
    signal: options.signal ?? new AbortController().signal,
  };
}
