/** The part of a Mattermost server's REST API that administrators of plugins use. @module */
import { readTar } from "../../src/bundle/archive/read_tar.ts";
import { type Manifest, parseManifest } from "../../src/bundle/mod.ts";

/** A plugin on the server. */
export interface FakePlugin {
  readonly id: string;
  readonly version: string;
  state: number;
  error: string;
  /** More of its manifest, as a stock server keeps it. */
  readonly manifest?: Readonly<Record<string, unknown>>;
}

/** How the server is. Everything may be changed while it runs. */
export interface FakeState {
  version: string;
  /** The token that it knows, and what that account may do. */
  token: string;
  mayManage: boolean;
  mayReadLog: boolean;
  password: string;
  plugins: FakePlugin[];
  config: {
    PluginSettings: Record<string, unknown>;
    FileSettings: Record<string, unknown>;
    LogSettings: Record<string, unknown>;
  };
  /** What the server answers uploads with instead of installing them. */
  refuseUpload: { status: number; body: string } | undefined;
  /** What a plugin's start ends with; it runs if this is empty. */
  startError: string;
  /** Paths below `/api/v4` that are never answered. */
  silent: string[];
  /** The log's lines. */
  log: string[];
  /** `METHOD /path` of every request. */
  readonly requests: string[];
  /** Called with each request first; what it gives is the answer. */
  respond: (call: string) => Response | undefined;
  /** Called with the number of bytes that an upload has brought until now. */
  onUploadBytes: (bytes: number) => void | Promise<void>;
}

/** A server that runs. */
export interface FakeMattermost extends AsyncDisposable {
  readonly url: string;
  readonly state: FakeState;
}

/** Starts one on a free port of the loopback interface, or on a Unix socket, as a local one. */
export function startFakeMattermost(
  changes: Partial<FakeState> = {},
  socket?: string,
): FakeMattermost {
  const state: FakeState = {
    version: "9.9.0",
    token: "k5w1xytokenofadmin8a9b0c1d",
    mayManage: true,
    mayReadLog: true,
    password: "Correct-horse-7",
    plugins: [],
    config: {
      PluginSettings: { Enable: true, EnableUploads: true, RequirePluginSignature: false },
      FileSettings: { MaxFileSize: 104_857_600 },
      LogSettings: { EnableFile: true, FileJson: true, FileLevel: "DEBUG" },
    },
    refuseUpload: undefined,
    startError: "",
    silent: [],
    log: ['{"timestamp":"2026-01-02 03:04:05.000 Z","level":"info","msg":"Server is listening"}'],
    requests: [],
    respond: () => undefined,
    onUploadBytes: () => {},
    ...changes,
  };
  const stop = new AbortController();
  const handler = (request: Request) => answer(request, state, stop.signal, socket !== undefined);
  const quiet = { onListen() {}, signal: stop.signal };
  const server = socket === undefined
    ? Deno.serve({ ...quiet, hostname: "127.0.0.1", port: 0 }, handler)
    : Deno.serve({ ...quiet, path: socket }, handler);
  const port = "port" in server.addr ? server.addr.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await server.finished;
    },
  };
}

async function answer(
  request: Request,
  state: FakeState,
  stopped: AbortSignal,
  local: boolean,
): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.replace("/api/v4", "");
  const call = `${request.method} ${path}`;
  state.requests.push(call);
  const given = state.respond(call);
  if (given !== undefined) {
    await request.body?.cancel();
    return given;
  }
  const headers = {
    "x-version-id": `${state.version}.dev.abc.false`,
    "content-type": "application/json",
  };
  const json = (value: unknown, more = {}) =>
    new Response(JSON.stringify(value), { headers: { ...headers, ...more } });
  const refuse = (status: number, id: string, message: string) =>
    new Response(JSON.stringify({ id, message, status_code: status }), { status, headers });
  if (state.silent.includes(path)) {
    await new Promise<void>((resolve) => {
      stopped.addEventListener("abort", () => resolve(), { once: true });
    });
    return refuse(503, "", "");
  }
  if (call === "GET /system/ping") return json({ status: "OK" });
  if (call === "POST /users/login") {
    const { password } = await request.json();
    return password === state.password
      ? json({ id: "a".repeat(26) }, { token: state.token })
      : refuse(401, "api.user.login.invalid_credentials_email_username", "Enter a valid password.");
  }
  const token = request.headers.get("authorization")?.replace("Bearer ", "");
  if (!local && token !== state.token) {
    await request.body?.cancel();
    const message = `Invalid or expired session, please login again. token=${token}`;
    return refuse(401, "api.context.session_expired.app_error", message);
  }
  if (call === "POST /users/logout") return json({ status: "OK" });
  if (path === "/logs") {
    if (!state.mayReadLog) return refuse(403, "api.context.permissions.app_error", "No permission");
    return json(
      state.log.slice(-Number(url.searchParams.get("logs_per_page"))).map((line) => `\n${line}`),
    );
  }
  if (!state.mayManage) {
    await request.body?.cancel();
    return refuse(403, "api.context.permissions.app_error", "You do not have the permissions.");
  }
  if (call === "GET /config") return json(state.config);
  if (state.config.PluginSettings["Enable"] === false) {
    return refuse(501, "app.plugin.disabled.app_error", "Plugins have been disabled.");
  }
  if (call === "GET /plugins") {
    const of = (running: boolean) =>
      state.plugins.filter(({ state }) => (state === 2) === running).map((
        { id, version, manifest },
      ) => ({
        server: { executable: "server/launch" },
        ...manifest,
        id,
        version,
      }));
    return json({ active: of(true), inactive: of(false) });
  }
  if (call === "GET /plugins/statuses" && !local) {
    return json(
      state.plugins.map(({ id, version, state, error }) => ({
        plugin_id: id,
        version,
        state,
        error,
      })),
    );
  }
  if (call === "POST /plugins") return await install(request, state, json, refuse);
  const [, id, action] = /^POST \/plugins\/([^/]+)\/(enable|disable)$/.exec(call) ?? [];
  const plugin = state.plugins.find((plugin) => plugin.id === id);
  if (plugin !== undefined && action !== undefined) {
    const failed = action === "enable" && state.startError !== "";
    plugin.state = action === "disable" ? 0 : failed ? 3 : 2;
    plugin.error = failed ? state.startError : "";
    if (failed) {
      state.log.push(JSON.stringify({
        timestamp: "2026-01-02 03:04:06.000 Z",
        level: "error",
        msg: "Unable to activate plugin",
        plugin_id: id,
        error: state.startError,
      }));
    }
    return json({ status: "OK" });
  }
  return new Response("404 page not found", { status: 404 });
}

async function install(
  request: Request,
  state: FakeState,
  json: (value: unknown) => Response,
  refuse: (status: number, id: string, message: string) => Response,
): Promise<Response> {
  if (state.refuseUpload !== undefined) {
    const { status, body } = state.refuseUpload;
    await request.arrayBuffer();
    return new Response(body, { status });
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  try {
    for await (const chunk of request.body ?? []) {
      chunks.push(chunk);
      count += chunk.length;
      await state.onUploadBytes(count);
    }
  } catch {
    return refuse(400, "", "unexpected EOF");
  }
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(new Blob(chunks), { headers: { "content-type": type } })
    .formData();
  const file = form.get("plugin");
  if (!(file instanceof File) || form.get("force") !== "true") return refuse(400, "", "no plugin");
  const manifest = await manifestIn(file);
  if (manifest === undefined) {
    return refuse(400, "app.plugin.manifest.app_error", "Unable to find manifest for plugin.");
  }
  const { id, version } = manifest;
  const before = state.plugins.find((plugin) => plugin.id === id);
  state.plugins = state.plugins.filter((plugin) => plugin !== before);
  const { runtime: _, permissions: __, ...server } = manifest.server ?? {};
  state.plugins.push({
    id,
    version,
    state: before?.state ?? 0,
    error: "",
    manifest: { ...manifest, server },
  });
  return json({ id, version });
}

async function manifestIn(archive: File): Promise<Manifest | undefined> {
  for await (const { path, bytes } of readTar(archive.stream())) {
    if (/^(?:[^/]+\/)?plugin\.json$/.test(path)) {
      return parseManifest(path, new TextDecoder().decode(bytes));
    }
  }
  return undefined;
}
