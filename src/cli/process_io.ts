import type { CommandIO, Progress } from "./command_io.ts";
import { createPaint } from "./paint.ts";
import { readSecret, type StdinLines, stdinLines } from "./stdin_lines.ts";

/** Makes the {@linkcode CommandIO} of this process; disposing it gives the signals back. */
export function openProcessIO(): CommandIO & Disposable {
  const encoder = new TextEncoder();
  const env = (name: string) => Deno.env.get(name) || undefined;
  const write = (stream: typeof Deno.stdout | typeof Deno.stderr, text: string) => {
    const bytes = encoder.encode(text);
    for (let at = 0; at < bytes.length;) at += stream.writeSync(bytes.subarray(at));
  };
  const colours = Deno.stdout.isTerminal() && Deno.stderr.isTerminal() &&
    env("NO_COLOR") === undefined && env("TERM") !== "dumb";
  const isTerminal = Deno.stdin.isTerminal() && Deno.stderr.isTerminal();
  const controller = new AbortController();
  const stop = () => {
    // The second time, whoever asks does not want to wait for tidying up.
    if (controller.signal.aborted) Deno.exit(130);
    controller.abort(new Error("interrupted"));
  };
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  for (const signal of signals) Deno.addSignalListener(signal, stop);

  let shown: ShownLine | undefined;
  let lines: StdinLines | undefined;
  // What stands before the line that is being typed; other lines go above it.
  let sign: string | undefined;
  const above = (stream: typeof Deno.stdout | typeof Deno.stderr, text: string) => {
    shown?.hide();
    if (sign !== undefined) write(Deno.stderr, "\r\x1b[K");
    write(stream, `${text}\n`);
    if (sign !== undefined) write(Deno.stderr, sign);
  };
  const line = async (question: string): Promise<string | undefined> => {
    if (!isTerminal) return undefined;
    shown?.hide();
    write(Deno.stderr, question);
    lines ??= stdinLines();
    return (await lines.next(controller.signal))?.trim();
  };
  return {
    out: (text) => above(Deno.stdout, text),
    err: (text) => above(Deno.stderr, text),
    isTerminal,
    colours,
    paint: createPaint(colours),
    env,
    signal: controller.signal,
    async prompt(question, suggested) {
      const hint = suggested === undefined ? "" : ` [${suggested}]`;
      const answer = await line(`${question}${hint}: `);
      return answer === "" ? suggested ?? "" : answer;
    },
    async line(wanted) {
      lines ??= stdinLines();
      if (!isTerminal) return await lines.next(controller.signal);
      shown?.hide();
      sign = wanted;
      write(Deno.stderr, wanted);
      try {
        return await lines.next(controller.signal);
      } finally {
        sign = undefined;
      }
    },
    async secret(question) {
      if (!isTerminal) return undefined;
      shown?.hide();
      write(Deno.stderr, `${question}: `);
      try {
        return await readSecret(controller.signal);
      } finally {
        write(Deno.stderr, "\n");
      }
    },
    async confirm(question, otherwise) {
      for (;;) {
        const answer = await line(`${question} [${otherwise ? "Y/n" : "y/N"}] `);
        if (answer === undefined || answer === "") return otherwise;
        if (/^y(es)?$/i.test(answer)) return true;
        if (/^no?$/i.test(answer)) return false;
        write(Deno.stderr, "Please answer y or n.\n");
      }
    },
    progress(text) {
      if (!Deno.stderr.isTerminal()) return { update() {}, [Symbol.dispose]() {} };
      shown?.hide();
      const current = showLine((text) => write(Deno.stderr, text), text);
      shown = current;
      return current;
    },
    [Symbol.dispose]() {
      for (const signal of signals) Deno.removeSignalListener(signal, stop);
    },
  };
}

interface ShownLine extends Progress {
  /** Takes the line away until the next second. */
  hide(): void;
}

function showLine(write: (text: string) => void, first: string): ShownLine {
  const start = Date.now();
  let text = first;
  let visible = false;
  const hide = () => {
    if (visible) write("\r\x1b[K");
    visible = false;
  };
  const show = () => {
    write(`\r\x1b[K${text} (${Math.round((Date.now() - start) / 1000)} s)`);
    visible = true;
  };
  const timer = setInterval(show, 1000);
  // A line is no reason to go on living.
  Deno.unrefTimer(timer);
  return {
    update(next) {
      text = next;
      if (visible) show();
    },
    hide,
    [Symbol.dispose]() {
      clearInterval(timer);
      hide();
    },
  };
}
