/**
 * `console` as a writer of log lines: a plugin's stdout belongs to the handshake, and its stderr is
 * read line by line as JSON.
 *
 * @module
 */
import { Console } from "node:console";
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
 * lines its text has.
 *
 * @returns what puts the former methods back
 */
export function redirectConsole(
  logger: Logger,
  target: typeof globalThis.console = globalThis.console,
): () => void {
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
  const levels = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
  const all = Object.values(levels);

  const methods: Record<string, unknown> = {
    debug: levels.debug.log.bind(levels.debug),
    trace(...data: unknown[]) {
      const stack = new Error().stack?.split("\n").slice(2).join("\n") ?? "";
      levels.debug.log(...data.length > 0 ? data : ["Trace"], `\n${stack}`);
    },
    warn: levels.warn.log.bind(levels.warn),
    error: levels.error.log.bind(levels.error),
    assert(condition?: boolean, ...data: unknown[]) {
      if (condition) return;
      const [first, ...rest] = data;
      if (typeof first === "string") levels.error.log(`Assertion failed: ${first}`, ...rest);
      else levels.error.log("Assertion failed", ...data);
    },
    group(...label: unknown[]) {
      if (label.length > 0) levels.info.log(...label);
      for (const one of all) one.group();
    },
    groupEnd() {
      for (const one of all) one.groupEnd();
    },
    clear() {},
  };
  methods.groupCollapsed = methods.group;
  for (const name of onInfo) methods[name] = levels.info[name].bind(levels.info);

  const former = Object.fromEntries(
    Object.keys(methods).map((name) => [name, Reflect.get(target, name)]),
  );
  Object.assign(target, methods);
  return () => {
    Object.assign(target, former);
  };
}
