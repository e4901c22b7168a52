/** A small client of Mattermost's REST API. @module */

/** An answer that is no success. */
export class RestError extends Error {
  override readonly name = "RestError";
  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    /** What the server says of it; empty if it was not JSON. */
    readonly said: { readonly id?: string; readonly message?: string },
  ) {
    super(`${method} ${path} was answered with ${status}: ${said.id ?? ""} ${said.message ?? ""}`);
  }
}

/** Somebody who is logged in. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly token: string;
  /** Asks below `/api/v4`; gives the JSON of the answer. @throws {RestError} */
  readonly call: <T>(method: string, path: string, body?: unknown) => Promise<T>;
  /** Asks anywhere on the server, as this person, and gives the answer as it is. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
}

/** How long any one answer may take, in milliseconds. */
const LIMIT_MS = 60_000;

/** The password of everybody. */
export const PASSWORD = "Correct-horse-7";

/** Makes an account; the first one of a server becomes its administrator. */
export async function signUp(url: string, username: string, by?: Person): Promise<Person> {
  const account = { username, password: PASSWORD, email: `${username}@example.com` };
  if (by) await by.call("POST", "/users", account);
  else await answerOf(await send(url, "POST", "/api/v4/users", {}, account), "POST", "/users");
  return await logIn(url, username);
}

/** Logs in. */
export async function logIn(url: string, username: string): Promise<Person> {
  const login = { login_id: username, password: PASSWORD };
  const response = await send(url, "POST", "/api/v4/users/login", {}, login);
  const token = response.headers.get("Token") ?? "";
  const { id } = await answerOf<{ id: string }>(response, "POST", "/users/login");
  const authorization = { Authorization: `Bearer ${token}` };
  return {
    id,
    username,
    token,
    async call<T>(method: string, path: string, body?: unknown) {
      const response = await send(url, method, `/api/v4${path}`, authorization, body);
      return await answerOf<T>(response, method, path);
    },
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set("Authorization", authorization.Authorization);
      const signal = init.signal ?? AbortSignal.timeout(LIMIT_MS);
      return await fetch(`${url}${path}`, { ...init, headers, signal });
    },
  };
}

async function send(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Response> {
  // What fetch takes as a body goes as it is, with the type that it brings; the rest is JSON.
  const asIs = body instanceof FormData || body instanceof Uint8Array;
  return await fetch(`${url}${path}`, {
    method,
    headers: asIs ? headers : { ...headers, "Content-Type": "application/json" },
    body: body === undefined ? null : asIs ? body as BodyInit : JSON.stringify(body),
    signal: AbortSignal.timeout(LIMIT_MS),
  });
}

async function answerOf<T>(response: Response, method: string, path: string): Promise<T> {
  const text = await response.text();
  const json = ((): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return {};
    }
  })();
  if (!response.ok) throw new RestError(method, path, response.status, json as RestError["said"]);
  return json as T;
}
