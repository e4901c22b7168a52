/** The command `dev` with a plugin in a folder of its own, led by a test line by line. @module */
import { dirname } from "../../src/bundle/paths.ts";
import { main } from "../../src/cli/main.ts";
import { createMemoryIO } from "../../src/cli/memory_io.ts";

/** A session that runs. */
export interface DevSession {
  /** The plugin's folder. */
  readonly folder: string;
  /** Types a line. */
  type(line: string): void;
  /** Ends the input. */
  endInput(): void;
  /** Presses Ctrl-C. */
  interrupt(): void;
  /** Saves a file of the plugin. */
  save(name: string, text: string): Promise<void>;
  /**
   * Resolves with the first line that has this text and was printed after the line that was waited
   * for last.
   */
  printed(text: string): Promise<string>;
  /** Everything that has been printed. */
  everything(): string;
  /** The exit code. */
  readonly ended: Promise<number>;
}

/** How a session begins. */
export interface DevSessionOptions {
  /** The plugin's files, by name. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The plugin's file among them. Default: `plugin.ts`. */
  readonly entry?: string;
  /** Options of the command. */
  readonly words?: readonly string[];
  /** Whether a person seems to be there. Default: yes. */
  readonly isTerminal?: boolean;
  /** Environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How long a line may take to come, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Runs a session, and ends it when the play is over. */
export async function withDevSession(
  { files, entry = "plugin.ts", words = [], isTerminal = true, env }: DevSessionOptions,
  play: (session: DevSession) => Promise<void>,
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "dev-test-" }));
  const interruption = new AbortController();
  const lines = lineQueue();
  const written: string[] = [];
  let position = 0;
  let wake = Promise.withResolvers<void>();
  const io = createMemoryIO({
    lines: lines.all(),
    ...isTerminal ? { answers: [] } : {},
    ...env === undefined ? {} : { env },
    signal: interruption.signal,
    onLine(line) {
      written.push(line);
      wake.resolve();
    },
  });
  for (const [name, content] of Object.entries(files)) {
    await Deno.mkdir(dirname(`${folder}/${name}`), { recursive: true });
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(`${folder}/${name}`, bytes);
  }
  let over = false;
  const ended = main(["dev", ...words, `${folder}/${entry}`], io).finally(() => {
    over = true;
    wake.resolve();
  });
  try {
    await play({
      folder,
      type: lines.add,
      endInput: lines.end,
      interrupt: () => interruption.abort(new Error("interrupted")),
      save: (name, text) => Deno.writeTextFile(`${folder}/${name}`, text),
      async printed(text) {
        const timer = setTimeout(() => wake.reject(new Error("late")), PATIENCE_MS);
        try {
          for (;;) {
            while (position < written.length) {
              const line = written[position++] ?? "";
              if (line.includes(text)) return line;
            }
            if (over) throw new Error("the session is over");
            wake = Promise.withResolvers();
            await wake.promise;
          }
        } catch (cause) {
          throw new Error(`"${text}" was not printed:\n${written.join("\n")}`, { cause });
        } finally {
          clearTimeout(timer);
        }
      },
      everything: () => written.join("\n"),
      ended,
    });
  } finally {
    lines.end();
    interruption.abort(new Error("the test is over"));
    await ended;
    await Deno.remove(folder, { recursive: true });
  }
}

function lineQueue() {
  const waiting: string[] = [];
  let ended = false;
  let wake = Promise.withResolvers<void>();
  return {
    add(line: string) {
      waiting.push(line);
      wake.resolve();
    },
    end() {
      ended = true;
      wake.resolve();
    },
    async *all() {
      for (;;) {
        const line = waiting.shift();
        if (line !== undefined) yield line;
        else if (ended) return;
        else {
          wake = Promise.withResolvers();
          await wake.promise;
        }
      }
    },
  };
}
