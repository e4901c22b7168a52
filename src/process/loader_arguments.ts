/**
 * The arguments of the loader. A plugin process sees no environment; its launcher passes on, as
 * `--key=value`, what a host said in environment variables.
 *
 * @module
 */
import { isStartedByHost } from "./cookie.ts";
import { isLogLevel, type LogLevel, logLevels } from "./log_level.ts";

/** What the launcher tells the loader. */
export interface LoaderArguments {
  /** The value of `MATTERMOST_PLUGIN`. */
  readonly cookie: string | undefined;
  /** The value of `MATTERMOST_PLUGIN_API_TARGET`; absent under a stock Mattermost server. */
  readonly apiTarget: string | undefined;
  /** Where to listen: the path of a Unix socket. Absent: listen on TCP. */
  readonly socket: string | undefined;
  /** The bundled plugin: a path or a `file:` URL. */
  readonly plugin: string | undefined;
  /** The path of the manifest. */
  readonly manifest: string | undefined;
  /** The least level that is logged. Default: `debug`, since hosts filter for themselves. */
  readonly logLevel: LogLevel;
}

const keys = {
  "cookie": "cookie",
  "api-target": "apiTarget",
  "socket": "socket",
  "plugin": "plugin",
  "manifest": "manifest",
  "log-level": "logLevel",
} as const;

/** An argument of the loader that is wrong. */
export class LoaderArgumentError extends Error {
  override readonly name = "LoaderArgumentError";
}

/**
 * Reads the loader's arguments. An empty value counts as absent, because a launcher passes on a
 * variable that is not set as nothing.
 *
 * @throws {LoaderArgumentError} for an unknown, repeated or malformed argument, and, under a host,
 * when `--plugin` or `--manifest` is missing
 */
export function parseLoaderArguments(args: readonly string[]): LoaderArguments {
  const values = new Map<string, string>();
  for (const arg of args) {
    const match = /^--([a-z-]+)=([^]*)$/.exec(arg);
    if (match === null) {
      throw wrong(`${JSON.stringify(arg)} is not of the form --key=value`);
    }
    const [, key = "", value = ""] = match;
    if (!Object.hasOwn(keys, key)) throw wrong(`--${key} is not known`);
    if (values.has(key)) throw wrong(`--${key} is given twice`);
    values.set(key, value);
  }
  const text = (key: keyof typeof keys) => values.get(key) || undefined;
  const logLevel = text("log-level") ?? "debug";
  if (!isLogLevel(logLevel)) {
    throw wrong(`--log-level=${logLevel} is not one of ${logLevels.join(", ")}`);
  }
  const parsed: LoaderArguments = {
    cookie: text("cookie"),
    apiTarget: text("api-target"),
    socket: text("socket"),
    plugin: text("plugin"),
    manifest: text("manifest"),
    logLevel,
  };
  if (isStartedByHost(parsed.cookie)) {
    if (parsed.plugin === undefined) throw wrong("--plugin is missing");
    if (parsed.manifest === undefined) throw wrong("--manifest is missing");
  }
  return parsed;
}

function wrong(what: string): LoaderArgumentError {
  const known = Object.keys(keys).map((key) => `--${key}=…`).join(" ");
  return new LoaderArgumentError(
    `loader arguments: ${what}. The loader takes ${known}; they are written by the launcher of ` +
      "the bundle, so bundle and loader may be of different versions: make the bundle again.",
  );
}

/** How a plugin process talks to its host. */
export type ChosenTransport =
  | { readonly kind: "grpc"; readonly apiTarget: string }
  | { readonly kind: "netrpc" }
  /** No host started this process. */
  | { readonly kind: "none" };

/**
 * Chooses the transport: with an API target gRPC, with the cookie alone net/rpc (a stock server),
 * without the cookie none.
 */
export function chooseTransport(args: LoaderArguments): ChosenTransport {
  if (!isStartedByHost(args.cookie)) return { kind: "none" };
  if (args.apiTarget === undefined) return { kind: "netrpc" };
  return { kind: "grpc", apiTarget: args.apiTarget };
}
