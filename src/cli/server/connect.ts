import { explainAnswer } from "./explain_answer.ts";
import { explainFailure } from "./explain_failure.ts";
import { createRedaction, type Redaction } from "./redact.ts";
import { secretsOf, type ServerAccess, showAccess } from "./server_access.ts";
import { ServerError } from "./server_error.ts";

/** One request. */
export interface ServerRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** The path below `/api/v4`. */
  readonly path: string;
  /** What it does, after "may not" and "did not": `"upload plugins"`. */
  readonly what: string;
  /** What is sent as JSON. */
  readonly json?: unknown;
  /** What is sent as it is. */
  readonly body?: { readonly stream: ReadableStream<Uint8Array>; readonly type: string };
  /** How long to wait for the answer, in milliseconds; 0: without end. Default: the connection's. */
  readonly timeoutMs?: number;
  /** Ends the request. Default: the connection's. */
  readonly signal?: AbortSignal;
}

/** Somebody who may be asked. */
export interface ServerConnection extends AsyncDisposable {
  /** The server as messages name it. */
  readonly server: string;
  /** How the asker is known. */
  readonly kind: ServerAccess["kind"];
  /** The server's version, such as `9.9.0`; empty if it does not tell. */
  readonly version: string;
  /** Gives the JSON of the answer. @throws {ServerError} */
  readonly call: <T>(request: ServerRequest) => Promise<T>;
}

/** How to connect. */
export interface ConnectOptions {
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
  /** How long any one answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Learns the session's token, so that it is never shown. */
  readonly redaction?: Redaction;
}

/**
 * Connects to a server: asks for a sign of life, and logs in where that is how it is known. Disposing
 * of it logs out.
 *
 * @throws {ServerError} if the server does not answer, is none, or does not know who asks.
 */
export async function connectServer(
  access: ServerAccess,
  options: ConnectOptions,
): Promise<ServerConnection> {
  const redaction = options.redaction ?? createRedaction();
  secretsOf(access).forEach(redaction.add);
  const server = showAccess(access);
  const client = access.kind === "socket"
    ? Deno.createHttpClient({ proxy: { transport: "unix", path: access.path } })
    : undefined;
  const base = `${access.kind === "socket" ? "http://localhost" : access.url}/api/v4`;
  let token = access.kind === "token" ? access.token : undefined;
  const asker = {
    server,
    kind: access.kind,
    account: access.kind === "login" ? access.username : undefined,
  };

  async function send(request: ServerRequest): Promise<{ response: Response; text: string }> {
    const limit = request.timeoutMs ?? options.timeoutMs;
    const stop = request.signal ?? options.signal;
    const timeout = new AbortController();
    const timer = limit > 0 ? setTimeout(() => timeout.abort(), limit) : undefined;
    const headers = new Headers({ "X-Requested-With": "XMLHttpRequest" });
    if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
    if (request.json !== undefined) headers.set("Content-Type", "application/json");
    if (request.body !== undefined) headers.set("Content-Type", request.body.type);
    try {
      const response = await fetch(`${base}${request.path}`, {
        method: request.method,
        headers,
        body: request.json === undefined
          ? request.body?.stream ?? null
          : JSON.stringify(request.json),
        // A redirect would lose what is sent, and take the token to who knows where.
        redirect: "manual",
        signal: AbortSignal.any([stop, timeout.signal]),
        ...client === undefined ? {} : { client },
      });
      return { response, text: await response.text() };
    } catch (error) {
      stop.throwIfAborted();
      if (timeout.signal.aborted) {
        throw new ServerError(
          "timeout",
          `${server} did not ${request.what} within ${
            limit / 1000
          } s; it may be busy or behind a ` +
            "proxy that holds requests back: try again, or allow more with --timeout",
        );
      }
      throw explainFailure(error, server, access.kind === "socket");
    } finally {
      clearTimeout(timer);
    }
  }

  async function answer(request: ServerRequest): Promise<{ response: Response; value: unknown }> {
    const { response, text } = await send(request);
    const target = response.headers.get("location");
    if (response.status >= 300 && response.status < 400) {
      const where = target === null ? "elsewhere" : `to ${redaction.redact(target).slice(0, 200)}`;
      throw new ServerError(
        "address",
        `${server} sends ${where}: use the address that it is really at`,
        {
          status: response.status,
        },
      );
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = undefined;
    }
    if (response.ok && value !== undefined) return { response, value };
    if (response.ok || (response.status === 404 && value === undefined)) {
      throw new ServerError(
        "address",
        `what answers at ${server} does not speak Mattermost's REST API: check the address, ` +
          "including a path that the server is below, and whether a proxy in front of it answers " +
          "with a page of its own, such as one to log in",
        { status: response.status },
      );
    }
    const said = (typeof value === "object" && value !== null ? value : {}) as Record<
      string,
      unknown
    >;
    const refused = {
      status: response.status,
      isJson: value !== undefined,
      id: typeof said["id"] === "string" ? said["id"] : "",
      message: redaction.redact(
        typeof said["message"] === "string"
          ? said["message"]
          : value === undefined
          ? plain(text)
          : "",
      ),
    };
    throw explainAnswer(refused, asker, request.what);
  }

  const close = () => client?.close();
  try {
    const ping = { method: "GET", path: "/system/ping", what: "answer" } as const;
    const { response } = await answer(ping);
    const version = /^\d+\.\d+\.\d+/.exec(response.headers.get("x-version-id") ?? "")?.[0] ?? "";
    if (access.kind === "login") {
      const json = { login_id: access.username, password: access.password };
      const login = await answer({ method: "POST", path: "/users/login", what: "log in", json });
      token = login.response.headers.get("token") ?? undefined;
      if (token === undefined) {
        throw new ServerError("login", `${server} accepted the password and gave no session`);
      }
      redaction.add(token);
    }
    return {
      server,
      kind: access.kind,
      version,
      call: async <T>(request: ServerRequest) => (await answer(request)).value as T,
      async [Symbol.asyncDispose]() {
        if (access.kind === "login") {
          // It ends by itself in time; a failure here says nothing about what was done before.
          const signal = AbortSignal.timeout(2000);
          await answer({ method: "POST", path: "/users/logout", what: "log out", signal })
            .catch(() => undefined);
        }
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** An answer that is no JSON, as one line without markup. */
function plain(text: string): string {
  return text.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim().slice(0, 300);
}
