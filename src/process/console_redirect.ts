/**
 * `console` as a writer of log lines: a plugin's stdout belongs to the handshake, and its stderr is
 * read line by line as JSON.
 *
 * @module
 */
import type { Console } from "node:console";
import type { LogLevel } from "./log_level.ts";
import type { Logger } from "./logger.ts";

const onInfo = [
  "log",
  "info",
  "dir",
  "dirxml",
  "table",
  "count",
  "countReset",
  "time",
  "timeLog",
  "timeEnd",
] as const;

/**
 * Turns every method of `console` into log lines: `debug` and `trace` at debug, `warn` at warn,
 * `error` and a failed `assert` at error, all else at info. One call is one line, however many
 * lines its text has. What writes the texts is Node's, and is loaded by the first call: it takes
 * Deno 20 ms and 7 MB.
 *
 * @returns what puts the former methods back
 */
export function redirectConsole(
  logger: Logger,
  target: typeof globalThis.console = globalThis.console,
): () => void {
  let made: Writers | undefined;
  const by = (level: keyof Writers) => (made ??= makeWriters(logger))[level];

  const methods: Record<string, unknown> = {
    debug: (...data: unknown[]) => by("debug").log(...data),
    trace(...data: unknown[]) {
      const stack = new Error().stack?.split("\n").slice(2).join("\n") ?? "";
      by("debug").log(...data.length > 0 ? data : ["Trace"], `\n${stack}`);
    },
    warn: (...data: unknown[]) => by("warn").log(...data),
    error: (...data: unknown[]) => by("error").log(...data),
    assert(condition?: boolean, ...data: unknown[]) {
      if (condition) return;
      const [first, ...rest] = data;
      if (typeof first === "string") by("error").log(`Assertion failed: ${first}`, ...rest);
      else by("error").log("Assertion failed", ...data);
    },
    group(...label: unknown[]) {
      if (label.length > 0) by("info").log(...label);
      for (const level of levels) by(level).group();
    },
    groupEnd() {
      for (const level of levels) by(level).groupEnd();
    },
    clear() {},
  };
  methods.groupCollapsed = methods.group;
  for (const name of onInfo) {
    methods[name] = (...data: unknown[]) => Reflect.apply(by("info")[name], by("info"), data);
  }

  const former = Object.fromEntries(
    Object.keys(methods).map((name) => [name, Reflect.get(target, name)]),
  );
  Object.assign(target, methods);
  return () => {
    Object.assign(target, former);
  };
}

const levels = ["debug", "info", "warn", "error"] as const satisfies readonly LogLevel[];

type Writers = Readonly<Record<(typeof levels)[number], Console>>;

function makeWriters(logger: Logger): Writers {
  const { Console } = globalThis.process.getBuiltinModule("node:console");
  const at = (level: LogLevel) =>
    new Console({
      // With `ignoreErrors` off nothing but `write` is used of a stream.
      stdout: { write: (text: string) => logger.log(level, text.replace(/\n$/, "")) } as never,
      ignoreErrors: false,
      colorMode: false,
      // Whoever writes the line cuts it, after the secrets were taken out: a part of one is no
      // secret that could be found.
      inspectOptions: { maxStringLength: Infinity },
    });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
