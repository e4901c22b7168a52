import { UsageError } from "../usage_error.ts";
import { ServerError } from "./server_error.ts";

/** How a server is reached, and as whom. */
export type ServerAccess =
  | { readonly kind: "socket"; readonly path: string }
  | { readonly kind: "token"; readonly url: string; readonly token: string }
  | {
    readonly kind: "login";
    readonly url: string;
    readonly username: string;
    readonly password: string;
  };

/** What the command line says of the server; each wins over its environment variable. */
export interface AccessOptions {
  /** The server's address (`MM_SERVICESETTINGS_SITEURL`). */
  readonly url?: string | undefined;
  /** An administrator's access token (`MM_ADMIN_TOKEN`). */
  readonly token?: string | undefined;
  /** An administrator's name (`MM_ADMIN_USERNAME`); the password is in `MM_ADMIN_PASSWORD`. */
  readonly username?: string | undefined;
  /** The server's local socket (`MM_LOCALSOCKETPATH`). */
  readonly socket?: string | undefined;
}

/** Reads an environment variable. */
export type ReadEnv = (name: string) => string | undefined;

/** Where a Mattermost server puts its local socket unless it is told otherwise. */
export const DEFAULT_SOCKET = "/var/tmp/mattermost_local.socket";

/**
 * Decides how to reach the server: what the command line names wins over the environment, and what
 * either names wins over a socket that merely is there.
 *
 * @throws {ServerError} if nothing says where the server is or who asks.
 * @throws {UsageError} if what is said cannot be.
 */
export async function chooseAccess(options: AccessOptions, env: ReadEnv): Promise<ServerAccess> {
  if (options.socket !== undefined) return await namedSocket(options.socket, "--socket");
  const byFlag = [options.url, options.token, options.username].some((flag) => flag !== undefined);
  const variable = env("MM_LOCALSOCKETPATH") || undefined;
  if (!byFlag && variable !== undefined) return await namedSocket(variable, "MM_LOCALSOCKETPATH");

  const url = options.url ?? (env("MM_SERVICESETTINGS_SITEURL") || undefined);
  // A name on the command line wins over a token of the environment.
  const token = options.token ??
    (options.username === undefined ? env("MM_ADMIN_TOKEN") || undefined : undefined);
  const username = options.username ?? (env("MM_ADMIN_USERNAME") || undefined);
  const password = env("MM_ADMIN_PASSWORD") || undefined;
  if (!byFlag && url === undefined && await isSocket(DEFAULT_SOCKET)) {
    return { kind: "socket", path: DEFAULT_SOCKET };
  }
  if (url === undefined) {
    throw new ServerError(
      "address",
      "it is not said which server: set MM_SERVICESETTINGS_SITEURL (or --url) to its address, such " +
        "as http://localhost:8065, or run this where the server's local socket is (--socket)",
    );
  }
  const address = checkAddress(
    url,
    options.url === undefined ? "MM_SERVICESETTINGS_SITEURL" : "--url",
  );
  if (token !== undefined) return { kind: "token", url: address, token: checkToken(token) };
  if (username !== undefined && password !== undefined) {
    return { kind: "login", url: address, username, password };
  }
  if (!byFlag && await isSocket(DEFAULT_SOCKET)) return { kind: "socket", path: DEFAULT_SOCKET };
  const missing = username === undefined
    ? "set MM_ADMIN_TOKEN to an administrator's access token, or MM_ADMIN_USERNAME and " +
      "MM_ADMIN_PASSWORD"
    : `set MM_ADMIN_PASSWORD to the password of ${username}, or MM_ADMIN_TOKEN to an access token`;
  throw new ServerError("login", `it is not said who asks ${address}: ${missing}`);
}

/** What stands for the server in messages. */
export function showAccess(access: ServerAccess): string {
  return access.kind === "socket" ? `the local socket ${access.path}` : access.url;
}

/** What must never be shown. */
export function secretsOf(access: ServerAccess): readonly string[] {
  if (access.kind === "token") return [access.token];
  return access.kind === "login" ? [access.password] : [];
}

/** Whether a path is a Unix socket. */
export async function isSocket(path: string): Promise<boolean> {
  const info = await Deno.stat(path).catch(() => undefined);
  return info?.isSocket === true;
}

async function namedSocket(path: string, by: string): Promise<ServerAccess> {
  if (await isSocket(path)) return { kind: "socket", path };
  throw new ServerError(
    "unreachable",
    `there is no socket at ${path} (${by}): the server makes one only where ` +
      "ServiceSettings.EnableLocalMode is true, on its own machine or in its container; or unset " +
      `${by} and use a token`,
  );
}

function checkAddress(text: string, by: string): string {
  const refuse = (reason: string): never => {
    throw new UsageError(`${by}: ${reason}`);
  };
  if (!URL.canParse(text)) {
    refuse("expected the server's address, such as https://chat.example.com");
  }
  const url = new URL(text);
  // The text is not repeated: there is a password in it.
  if (url.username !== "" || url.password !== "") {
    refuse(
      "leave name and password out of the address; put them in MM_ADMIN_USERNAME and MM_ADMIN_PASSWORD",
    );
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    refuse(`expected an address that begins with http:// or https://, found "${text}"`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function checkToken(token: string): string {
  // Such a header cannot be sent, and the error of fetch would show it.
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new UsageError(
    "the token (MM_ADMIN_TOKEN or --token) has spaces or other characters that no token has; copy it again",
  );
}
