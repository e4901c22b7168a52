/** What `deploy` says of servers that do not take a plugin: each sentence says what to do. */
import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { freePort } from "../../tests/e2e/environment/free_port.ts";
import { deployScene, packBeside, SMALL_ID } from "../../tests/support/deploy_scene.ts";
import { type FakeState, startFakeMattermost } from "../../tests/support/fake_mattermost.ts";
import { connectServer } from "./server/connect.ts";
import { ServerError } from "./server/server_error.ts";
import { uploadPlugin } from "./server/upload.ts";

interface Refusal {
  /** What the server is like. */
  readonly name: string;
  readonly state?: Partial<FakeState>;
  readonly settings?: { readonly [section in keyof FakeState["config"]]?: object };
  /** What these requests are answered with, whatever else the server is like. */
  readonly answers?: Readonly<Record<string, () => Response>>;
  readonly env?: () => Record<string, string>;
  readonly words?: readonly string[];
  readonly says: RegExp;
  /** Whether the plugin was sent before the server refused. */
  readonly uploads?: boolean;
}

const html = (status: number, text: string, headers = {}) => () =>
  new Response(`<html><body><h1>${text}</h1></body></html>`, { status, headers });

const refused = (status: number, id: string, message: string) => () =>
  Response.json({ id, message, status_code: status }, { status });

/** A body of which a little comes now and then, and never the end. */
function drops(): Response {
  let timer: ReturnType<typeof setInterval>;
  return new Response(
    new ReadableStream({
      start(controller) {
        timer = setInterval(() => controller.enqueue(new TextEncoder().encode(" ")), 20);
      },
      cancel: () => clearInterval(timer),
    }),
    { headers: { "x-version-id": "9.9.0" } },
  );
}

const SOON = "--timeout=0.3";
const PING = "GET /system/ping";
const UPLOAD = "POST /plugins";

const REFUSALS: readonly Refusal[] = [
  {
    name: "is down",
    env: () => ({ MM_SERVICESETTINGS_SITEURL: `http://127.0.0.1:${freePort()}` }),
    says: /nothing answers at http:\S+: start the server, or check the address and its port/,
  },
  {
    name: "never answers",
    state: { silent: ["/system/ping"] },
    words: [SOON],
    says: /did not answer within 0\.3 s; .*: try again, or allow more with --timeout/,
  },
  {
    name: "answers drop by drop",
    answers: { [PING]: drops },
    words: [SOON],
    says: /did not answer within 0\.3 s; .*: try again, or allow more with --timeout/,
  },
  {
    name: "does not tell its settings in time",
    state: { silent: ["/config"] },
    words: [SOON],
    says: /did not read the server's settings within 0\.3 s; .* --timeout/,
  },
  {
    name: "does not tell its plugins in time",
    state: { silent: ["/plugins/statuses"] },
    words: [SOON],
    says: /did not list plugins within 0\.3 s; .* --timeout/,
  },
  {
    name: "has the upload and says nothing of it",
    state: { onUploadBytes: () => new Promise(() => {}) },
    words: [SOON],
    says: /did not say within 0\.3 s what became of it: .*`list` shows .*, --timeout waits longer/,
    uploads: true,
  },
  {
    name: "does not enable the plugin in time",
    state: { silent: [`/plugins/${SMALL_ID}/enable`] },
    words: [SOON],
    says: /did not enable plugins within 0\.3 s; .* --timeout/,
    uploads: true,
  },
  {
    name: "is older than the plugin needs",
    state: { version: "9.8.1" },
    says: /needs Mattermost 9\.9\.0 or newer, and http:\S+ is 9\.8\.1: update the server, or lower/,
  },
  {
    name: "does not know the token",
    env: () => ({ MM_ADMIN_TOKEN: "thisisthewrongtoken1234567" }),
    says: /does not know the token: .* Make one in Mattermost under .*, and set MM_ADMIN_TOKEN/,
  },
  {
    name: "does not know the password",
    env: () => ({
      MM_ADMIN_TOKEN: "",
      MM_ADMIN_USERNAME: "admin",
      MM_ADMIN_PASSWORD: "thisisthewrongtoken1234567",
    }),
    says: /does not accept the name admin with that password: check MM_ADMIN_USERNAME and/,
  },
  {
    name: "wants a second factor",
    env: () => ({ MM_ADMIN_TOKEN: "", MM_ADMIN_USERNAME: "a", MM_ADMIN_PASSWORD: "b" }),
    answers: {
      "POST /users/login": refused(401, "mfa.validate_token.authenticate.app_error", "Invalid MFA"),
    },
    says: /asks this account for a second factor, .*: use an access token \(MM_ADMIN_TOKEN\)/,
  },
  {
    name: "knows an account that is no administrator's",
    state: { mayManage: false },
    says: /the account may not list plugins on http:\S+: it needs a system administrator's token/,
  },
  {
    name: "has plugins disabled",
    settings: { PluginSettings: { Enable: false } },
    says: /plugins are disabled on http:\S+: set PluginSettings\.Enable to true/,
  },
  {
    name: "has uploads off",
    settings: { PluginSettings: { EnableUploads: false } },
    says:
      /takes no uploads of plugins: set PluginSettings\.EnableUploads to true in its config\.json/,
  },
  {
    name: "has uploads off and tells it only when one comes",
    answers: {
      "GET /config": refused(403, "api.context.permissions.app_error", "No permission"),
      [UPLOAD]: refused(501, "app.plugin.upload_disabled.app_error", "Uploads are disabled."),
    },
    says: /takes no uploads of plugins: set PluginSettings\.EnableUploads to true in the server's/,
    uploads: true,
  },
  {
    name: "requires signatures",
    settings: { PluginSettings: { RequirePluginSignature: true } },
    says:
      /takes signed plugins only .*: set that to false, or have its administrator put the signed/,
  },
  {
    name: "takes no uploads of that size",
    settings: { FileSettings: { MaxFileSize: 100 } },
    says: /the upload has \S+ KiB and http:\S+ takes 100 bytes at most: raise FileSettings\.Max/,
  },
  {
    name: "takes no uploads of that size, which it tells when one comes",
    answers: { [UPLOAD]: () => new Response("http: request body too large", { status: 400 }) },
    says: /the upload is larger than http:\S+ takes: raise FileSettings\.MaxFileSize/,
    uploads: true,
  },
  {
    name: "is behind a proxy that takes no uploads of that size",
    answers: { [UPLOAD]: html(413, "Request Entity Too Large") },
    says: /and the limit of a proxy in front of it \(client_max_body_size of nginx\)/,
    uploads: true,
  },
  {
    name: "cannot unpack what it got",
    answers: { [UPLOAD]: refused(400, "app.plugin.extract.app_error", "Cannot extract.") },
    says: /the server cannot unpack the archive: .*; bundle the plugin again/,
    uploads: true,
  },
  {
    name: "refuses for a reason of its own",
    answers: { [UPLOAD]: refused(500, "x.y", "The disk is full.") },
    says: /did not upload plugins; it answered with status 500: The disk is full\./,
    uploads: true,
  },
  {
    name: "is asked too often",
    answers: { [UPLOAD]: html(429, "Too Many Requests") },
    says: /is asked too often; try again later/,
    uploads: true,
  },
  {
    name: "does not start the plugin",
    state: { startError: "unable to start plugin: exec format error" },
    says: new RegExp(
      `${SMALL_ID} 1\\.0\\.0 failed to start: unable to start plugin: exec format error\n` +
        "The server's log says:\n  .* Unable to activate plugin .*exec format error\"\n" +
        ".*: make a bundle for the server's platform\\.",
    ),
    uploads: true,
  },
  {
    name: "is another program",
    answers: { [PING]: html(200, "Welcome") },
    says: /does not speak Mattermost's REST API: check the address, .* a page of its own, such as/,
  },
  {
    name: "is below another path",
    answers: { [PING]: html(404, "Not Found") },
    says:
      /does not speak Mattermost's REST API: check the address, including a path that the server/,
  },
  {
    name: "is down behind a proxy",
    answers: { [PING]: html(502, "Bad Gateway") },
    says:
      /the proxy in front of http:\S+ answers, .* \(status 502: Bad Gateway\): start the server, or/,
  },
  {
    name: "is lost by a proxy during the upload",
    answers: { [UPLOAD]: html(504, "Gateway Time-out") },
    says: /\(status 504: Gateway Time-out\): start the server, or see in the proxy's log/,
    uploads: true,
  },
  {
    name: "is behind a proxy that filters",
    answers: { [UPLOAD]: html(403, "Access denied") },
    says:
      /a proxy in front of http:\S+ refuses .* \(status 403: Access denied\): have it let requests/,
    uploads: true,
  },
  {
    name: "is behind a proxy that wants a login",
    answers: { [PING]: html(401, "Authorization Required") },
    says:
      /a proxy in front of http:\S+ refuses .* \(status 401: Authorization Required\): have it let/,
  },
  {
    name: "is somewhere else",
    answers: { [PING]: html(302, "Found", { location: "https://login.example.com/sso" }) },
    says: /sends to https:\/\/login\.example\.com\/sso: use the address that it is really at/,
  },
];

Deno.test("deploy says of each server that does not take a plugin what to do", async (t) => {
  await deployScene({ manifest: { min_server_version: "9.9.0" } }, async (s) => {
    const archive = await packBeside(s.bundle);
    for (const { name, state, settings, answers, env, words, says, uploads } of REFUSALS) {
      await t.step(`a server that ${name}`, async () => {
        await using server = startFakeMattermost(state);
        for (const [section, values] of Object.entries(settings ?? {})) {
          Object.assign(server.state.config[section as keyof FakeState["config"]], values);
        }
        if (answers !== undefined) server.state.respond = (call) => answers[call]?.();
        const ran = await s.run(["deploy", "--yes", ...words ?? [], archive], {
          env: { MM_SERVICESETTINGS_SITEURL: server.url, ...env?.() },
        });
        assertEquals([ran.code, ran.out], [1, ""], ran.err);
        assertMatch(ran.err, says);
        assertMatch(ran.err, /^error: /m);
        assertEquals(/\n\s+at |thisisthewrongtoken/.test(ran.err), false, ran.err);
        assertEquals(server.state.requests.includes(UPLOAD), uploads ?? false);
      });
    }
  });
});

Deno.test("a server that ends the connection is named, and its log", async () => {
  await deployScene({}, async (s) => {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const url = `http://127.0.0.1:${(listener.addr as Deno.NetAddr).port}`;
    const closing = (async () => {
      for await (const connection of listener) {
        await connection.read(new Uint8Array(1024));
        connection.close();
      }
    })();
    const env = { MM_SERVICESETTINGS_SITEURL: url };
    const { code, err } = await s.run(["deploy", "--yes", s.bundle], { env });
    assertEquals(code, 1);
    assertStringIncludes(
      err,
      `${url} ended the connection before it answered; its log may say why`,
    );
    listener.close();
    await closing;
  });
});

Deno.test("a server that takes only a part of the upload is given up, with how much it took", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${(listener.addr as Deno.NetAddr).port}`;
  const open: Deno.Conn[] = [];
  const serving = (async () => {
    const pong = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n" + '{"status":"OK"}';
    for await (const connection of listener) {
      open.push(connection);
      // It answers the first request of a connection, and reads nothing more.
      await connection.read(new Uint8Array(1024));
      await connection.write(new TextEncoder().encode(pong));
    }
  })();
  const { signal } = new AbortController();
  const access = { kind: "token", url, token: "abcdefghijklmnopqrstuvwxyz" } as const;
  {
    await using connection = await connectServer(access, { signal, timeoutMs: 5000 });
    // More than the buffers between the two hold.
    const archive = new Uint8Array(64 * 1024 * 1024);
    const upload = () =>
      uploadPlugin(connection, archive, { signal, stallMs: 500, onProgress() {} });
    const { message } = await assertRejects(upload, ServerError);
    assertMatch(
      message,
      /took no more of the upload for 0\.5 s, after \d+ of 67108864 bytes: .*try/,
    );
  }
  listener.close();
  await serving;
  for (const connection of open) connection.close();
});

Deno.test("a server that is older than those that plugins are tried on is warned of", async () => {
  await deployScene({ version: "9.5.0" }, async (s) => {
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 0);
    assertMatch(err, /warning: .* Mattermost 9\.5\.0, which is older than 9\.9\.0, .*: update the/);
  });
});

Deno.test("a server that does not tell its version is deployed to", async () => {
  const respond = (call: string) => call === PING ? Response.json({ status: "OK" }) : undefined;
  await deployScene({ respond, manifest: { min_server_version: "9.9.0" } }, async (s) => {
    const { code, err } = await s.run(["deploy", "--yes", s.bundle]);
    assertEquals(code, 0);
    assertStringIncludes(err, "Mattermost of an unknown version:");
  });
});
