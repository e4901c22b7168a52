import type { CommandArgs, CommandOption } from "../command.ts";
import type { CommandIO } from "../command_io.ts";
import { UsageError } from "../usage_error.ts";
import { connectServer, type ServerConnection } from "./connect.ts";
import { createRedaction, type Redaction } from "./redact.ts";
import { chooseAccess, type ServerAccess } from "./server_access.ts";

/** The options of every command that talks with a server. */
export const SERVER_OPTIONS: readonly CommandOption[] = [
  {
    name: "url",
    value: "address",
    help: "The server's address. Default: MM_SERVICESETTINGS_SITEURL",
  },
  {
    name: "token",
    value: "token",
    help:
      "An administrator's access token. Default: MM_ADMIN_TOKEN, which others on this machine " +
      "cannot see",
  },
  {
    name: "username",
    value: "name",
    help: "An administrator's name; the password is in MM_ADMIN_PASSWORD, or asked for. Default: " +
      "MM_ADMIN_USERNAME",
  },
  {
    name: "socket",
    value: "path",
    help:
      "The server's local socket. Default: MM_LOCALSOCKETPATH, or /var/tmp/mattermost_local.socket " +
      "where nothing else is said",
  },
  {
    name: "timeout",
    value: "seconds",
    help: "How long the server may take for an answer. Default: 30",
  },
];

/** The description that all of these commands share. */
export const SERVER_DESCRIPTION =
  "The server is found by MM_SERVICESETTINGS_SITEURL with MM_ADMIN_TOKEN or with MM_ADMIN_USERNAME and\n" +
  "MM_ADMIN_PASSWORD, or by its local socket. Tokens and passwords are never printed.";

/** What a command does with a server. */
export interface ServerWork {
  readonly connection: ServerConnection;
  /** Prints without secrets. */
  readonly io: CommandIO;
  /** How long any one answer may take, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Runs a command's work on the server that the command line and the environment name, and leaves
 * the server properly. Nothing that is printed or thrown shows a token or a password.
 *
 * @throws {ServerError} if the server cannot be reached or does not know who asks.
 */
export async function withServer(
  args: CommandArgs,
  io: CommandIO,
  work: (server: ServerWork) => Promise<number>,
): Promise<number> {
  const redaction = createRedaction();
  const token = args.text("token");
  if (token !== undefined) redaction.add(token);
  const timeoutMs = readTimeout(args);
  const safe = redactingIO(io, redaction);
  try {
    await using connection = await connect(args, safe, redaction, timeoutMs);
    return await work({ connection, io: safe, timeoutMs });
  } catch (error) {
    // Whatever was thrown by whomever: its message is printed.
    if (error instanceof Error) error.message = redaction.redact(error.message);
    throw error;
  }
}

/** Connects as the command line says. The caller disposes of it. */
export async function connect(
  args: CommandArgs,
  io: CommandIO,
  redaction: Redaction,
  timeoutMs: number,
): Promise<ServerConnection> {
  const access = await accessOf(args, io);
  using _progress = io.progress("Waiting for the server");
  return await connectServer(access, { signal: io.signal, timeoutMs, redaction });
}

/** How the server is reached, by the command line and the environment; may ask for a password. */
export async function accessOf(args: CommandArgs, io: CommandIO): Promise<ServerAccess> {
  const username = args.text("username");
  let password: string | undefined;
  if (username !== undefined && io.env("MM_ADMIN_PASSWORD") === undefined && io.isTerminal) {
    password = await io.secret(`Password of ${username}`);
  }
  const env = (name: string) =>
    name === "MM_ADMIN_PASSWORD" ? password ?? io.env(name) : io.env(name);
  const options = {
    url: args.text("url"),
    token: args.text("token"),
    username,
    socket: args.text("socket"),
  };
  return await chooseAccess(options, env);
}

/** The time in `--timeout`, in milliseconds. @throws {UsageError} if it is none. */
export function readTimeout(args: CommandArgs): number {
  const text = args.text("timeout") ?? "30";
  const seconds = Number(text);
  if (text.trim() === "" || !(seconds > 0 && seconds <= 86_400)) {
    throw new UsageError(`--timeout: expected seconds, such as 30, found "${text}"`);
  }
  return seconds * 1000;
}

function redactingIO(io: CommandIO, { redact }: Redaction): CommandIO {
  return {
    ...io,
    out: (line) => io.out(redact(line)),
    err: (line) => io.err(redact(line)),
  };
}

/** The one word that a command takes. @throws {UsageError} if there is none, or more. */
export function oneWord(args: CommandArgs, command: string, what: string): string {
  const [word, ...more] = args.words;
  if (word === undefined) throw new UsageError(`${command} needs ${what}`);
  if (more.length > 0) {
    throw new UsageError(`${command} takes one word, and got ${args.words.length}`);
  }
  return word;
}
