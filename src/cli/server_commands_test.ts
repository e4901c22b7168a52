import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { freePort } from "../../tests/e2e/environment/free_port.ts";
import { type FakeState, startFakeMattermost } from "../../tests/support/fake_mattermost.ts";
import { writeWholeBundle } from "../../tests/archives/whole_bundle.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";

const HELLO = "com.example.hello";
const hello = () => ({ id: HELLO, version: "1.0.0", state: 2, error: "" });

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Ran> {
  const io = createMemoryIO({ env, ...signal === undefined ? {} : { signal } });
  const code = await main(words, io);
  return { code, out: io.stdout(), err: io.stderr() };
}

async function withFake(
  changes: Partial<FakeState>,
  play: (
    run: (words: readonly string[], signal?: AbortSignal) => Promise<Ran>,
    state: FakeState,
    url: string,
  ) => Promise<void>,
): Promise<void> {
  await using server = startFakeMattermost(changes);
  const env = { MM_SERVICESETTINGS_SITEURL: server.url, MM_ADMIN_TOKEN: server.state.token };
  await play((words, signal) => run(words, env, signal), server.state, server.url);
}

Deno.test("list shows every plugin's state and which of them run in Deno", async () => {
  const other = {
    id: "com.example.go",
    version: "2.0.0",
    state: 3,
    error: "it broke",
    manifest: { server: { executable: "server/plugin" }, name: "Go" },
  };
  await withFake({ plugins: [hello(), other] }, async (run) => {
    const { code, out } = await run(["list"]);
    assertEquals(code, 0);
    assertEquals(out.trimEnd().split("\n").map((line) => line.split(/ {2,}/)), [
      ["ID", "VERSION", "STATE", "RUNTIME", "ERROR"],
      ["com.example.go", "2.0.0", "failed to start", "it broke"],
      [HELLO, "1.0.0", "running", "deno"],
    ]);
    const json = JSON.parse((await run(["list", "--json"])).out);
    assertEquals(json[0], {
      id: "com.example.go",
      name: "Go",
      version: "2.0.0",
      state: "failed to start",
      error: "it broke",
      runtime: null,
      undone: null,
    });
    assertEquals(json[1].runtime, "deno");
  });
});

Deno.test("disable, enable and reset do what they say and wait for it", async () => {
  await withFake({ plugins: [hello()] }, async (run, state, url) => {
    const disabled = await run(["disable", HELLO]);
    assertEquals([disabled.code, disabled.out], [0, `${HELLO} is disabled on ${url}\n`]);
    assertEquals(state.plugins[0]?.state, 0);
    const enabled = await run(["enable", HELLO]);
    assertEquals([enabled.code, enabled.out], [0, `${HELLO} 1.0.0 is running on ${url}\n`]);
    state.requests.length = 0;
    assertEquals((await run(["reset", HELLO])).code, 0);
    assertEquals(state.requests.filter((call) => call.startsWith("POST")), [
      `POST /plugins/${HELLO}/disable`,
      `POST /plugins/${HELLO}/enable`,
    ]);
  });
});

Deno.test("Ctrl-C while a plugin is switched says what the server has", async () => {
  await withFake({ plugins: [hello()] }, async (run, state, url) => {
    for (
      const [word, last] of [["disable", "disable"], ["reset", "enable"], ["enable", "enable"]]
    ) {
      const at = `POST /plugins/${HELLO}/${last}`;
      const ctrlC = new AbortController();
      state.respond = (call) => {
        if (call === at) ctrlC.abort(new Error("interrupted"));
        return undefined;
      };
      const { code, out, err } = await run([word ?? "", HELLO], ctrlC.signal);
      const has = state.plugins[0]?.state === 2 ? "running" : "not running";
      const said = `${url} now has ${HELLO} 1.0.0, ${has}.\ninterrupted\n`;
      assertEquals([code, out, err], [130, "", said], word);
    }
  });
});

Deno.test("a plugin that is not installed is named, and list is", async () => {
  await withFake({}, async (run) => {
    for (const word of ["enable", "disable", "reset"]) {
      const { code, err } = await run([word, HELLO]);
      assertEquals(code, 1);
      assertStringIncludes(err, `${HELLO} is not installed on`);
      assertStringIncludes(err, "`list` shows");
    }
    assertEquals((await run(["enable"])).code, 2);
  });
});

const line = (fields: object) =>
  JSON.stringify({ timestamp: "2026-01-02 03:04:05.000 Z", ...fields });

Deno.test("logs shows a plugin's lines with level and fields, and no others", async () => {
  const log = [
    line({ level: "info", msg: "ready to greet", plugin_id: HELLO, caller: "x.go:1", count: 3 }),
    line({ level: "error", msg: "somebody else's", plugin_id: "com.example.go" }),
    line({ level: "error", msg: "it \u001b[2J broke", plugin_id: HELLO, stack: "a b\nc" }),
    line({ level: "debug", msg: "Received HTTP request", url: `/api/v4/plugins/${HELLO}/enable` }),
  ];
  await withFake({ log }, async (run) => {
    const { code, out } = await run(["logs", HELLO]);
    assertEquals(code, 0);
    assertEquals(out.trimEnd().split("\n"), [
      "2026-01-02 03:04:05.000 Z info  ready to greet count=3",
      '2026-01-02 03:04:05.000 Z error it ?[2J broke stack="a b\\nc"',
    ]);
    const last = await run(["logs", HELLO, "--lines=1", "--json"]);
    assertEquals(JSON.parse(last.out).stack, "a b\nc");
  });
});

Deno.test("logs looks further back until there are enough lines", async () => {
  const noise = Array.from({ length: 3000 }, (_, n) => line({ level: "debug", msg: `noise ${n}` }));
  const log = [line({ level: "info", msg: "long ago", plugin_id: HELLO }), ...noise];
  await withFake({ log }, async (run) => {
    assertStringIncludes((await run(["logs", HELLO])).out, "long ago");
  });
});

Deno.test("logs --follow shows what comes, once, until Ctrl-C", async () => {
  const first = line({ level: "info", msg: "same", plugin_id: HELLO });
  await withFake({ log: [first] }, async (_run, state, url) => {
    const ctrlC = new AbortController();
    const io = createMemoryIO({
      env: { MM_SERVICESETTINGS_SITEURL: url, MM_ADMIN_TOKEN: state.token },
      signal: ctrlC.signal,
    });
    const { promise: shown, resolve } = Promise.withResolvers<void>();
    const seen: string[] = [];
    const watched = {
      ...io,
      out(text: string) {
        seen.push(text.split(" ").at(-1) ?? "");
        if (seen.length === 1) {
          state.log.push(
            line({ level: "info", msg: "other", plugin_id: "com.example.go" }),
            first,
            line({ level: "info", msg: "new", plugin_id: HELLO }),
          );
        }
        if (seen.length === 3) resolve();
      },
    };
    const running = main(["logs", "--follow", HELLO], watched);
    await shown;
    ctrlC.abort(new Error("interrupted"));
    assertEquals(await running, 0);
    assertEquals(seen, ["same", "same", "new"]);
  });
});

Deno.test("logs of a server without a log file says what to set", async () => {
  await withFake({ log: [""] }, async (run) => {
    const { code, err } = await run(["logs", HELLO]);
    assertEquals(code, 1);
    assertStringIncludes(err, "set LogSettings.EnableFile");
  });
});

Deno.test("a wrong token is named and never shown", async () => {
  await using server = startFakeMattermost();
  const token = "thisisthewrongtoken1234567";
  for (const command of [["list"], ["doctor"], ["logs", HELLO], ["enable", HELLO]]) {
    const env = { MM_SERVICESETTINGS_SITEURL: server.url, MM_ADMIN_TOKEN: token };
    const { code, out, err } = await run(command, env);
    assertEquals(code, 1);
    assertStringIncludes(out + err, "does not know the token");
    assertEquals((out + err).includes(token), false);
    const byFlag = await run([...command, `--token=${token}`], { ...env, MM_ADMIN_TOKEN: "" });
    assertEquals((byFlag.out + byFlag.err).includes(token), false);
  }
});

Deno.test("what a server repeats of a token is not shown", async () => {
  const token = "k5w1xytokenofadmin8a9b0c1d";
  const log = [line({ level: "info", msg: `token=${token}`, plugin_id: HELLO, token })];
  await withFake({ log, token }, async (run) => {
    for (const more of [[], ["--json"]]) {
      const { out } = await run(["logs", HELLO, ...more]);
      assertEquals(out.includes(token), false);
      assertStringIncludes(out, "***");
    }
  });
});

Deno.test("a login works, is left in the end, and a wrong password is named and never shown", async () => {
  await using server = startFakeMattermost({ plugins: [hello()] });
  const env = { MM_SERVICESETTINGS_SITEURL: server.url, MM_ADMIN_USERNAME: "admin" };
  const good = await run(["list"], { ...env, MM_ADMIN_PASSWORD: server.state.password });
  assertEquals(good.code, 0, good.err);
  assertEquals(server.state.requests.at(-1), "POST /users/logout");
  const password = "Wrong-battery-8";
  const bad = await run(["list"], { ...env, MM_ADMIN_PASSWORD: password });
  assertEquals(bad.code, 1);
  assertStringIncludes(bad.err, "does not accept the name admin with that password");
  assertEquals(bad.err.includes(password), false);
  const none = await run(["list"], env);
  assertStringIncludes(none.err, "set MM_ADMIN_PASSWORD to the password of admin");
});

Deno.test("a password is asked for where somebody can be asked, and not shown", async () => {
  await using server = startFakeMattermost();
  const io = createMemoryIO({
    env: { MM_SERVICESETTINGS_SITEURL: server.url },
    answers: [server.state.password],
  });
  assertEquals(await main(["list", "--username=admin"], io), 0);
  assertEquals(io.questions, ["Password of admin"]);
  assertEquals((io.stdout() + io.stderr()).includes(server.state.password), false);
});

Deno.test("an account that is no administrator's is told so", async () => {
  await withFake({ mayManage: false }, async (run) => {
    const { code, err } = await run(["list"]);
    assertEquals(code, 1);
    assertMatch(
      err,
      /the account may not list plugins on http:\S+: it needs a system administrator/,
    );
  });
});

Deno.test("a server that is down is named", async () => {
  const url = `http://127.0.0.1:${freePort()}`;
  const { code, err } = await run(["list"], {
    MM_SERVICESETTINGS_SITEURL: url,
    MM_ADMIN_TOKEN: "abcdefghijklmnopqrstuvwxyz",
  });
  assertEquals(code, 1);
  assertStringIncludes(err, `nothing answers at ${url}: start the server`);
});

Deno.test("a slow server is given up, and what was waited for is said", async () => {
  await withFake({ silent: ["/plugins/statuses"] }, async (run) => {
    const { code, err } = await run(["list", "--timeout=0.2"]);
    assertEquals(code, 1);
    assertMatch(err, /did not list plugins within 0\.2 s; .* --timeout/);
  });
});

Deno.test("what answers and is no Mattermost server is named", async () => {
  const answers: (() => Response)[] = [
    () => new Response("<html>hello</html>"),
    () =>
      new Response(null, { status: 301, headers: { location: "https://elsewhere.example.com/" } }),
  ];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => answers.shift()?.() ?? new Response("", { status: 500 }),
  );
  const env = {
    MM_SERVICESETTINGS_SITEURL: `http://127.0.0.1:${server.addr.port}`,
    MM_ADMIN_TOKEN: "abcdefghijklmnopqrstuvwxyz",
  };
  assertStringIncludes((await run(["list"], env)).err, "does not speak Mattermost's REST API");
  assertStringIncludes(
    (await run(["list"], env)).err,
    "sends to https://elsewhere.example.com/: use",
  );
  await server.shutdown();
});

Deno.test("a server that is not said, or not said rightly", async () => {
  const none = await run(["list"], {});
  assertEquals(none.code, 1);
  assertStringIncludes(none.err, "set MM_SERVICESETTINGS_SITEURL (or --url)");
  const noToken = await run(["list"], { MM_SERVICESETTINGS_SITEURL: "http://127.0.0.1:1" });
  assertStringIncludes(noToken.err, "set MM_ADMIN_TOKEN to an administrator's access token");
  const inUrl = await run(["list", "--url=http://admin:Secret-1@127.0.0.1:1"], {});
  assertEquals(inUrl.code, 2);
  assertStringIncludes(inUrl.err, "leave name and password out of the address");
  assertEquals(inUrl.err.includes("Secret-1"), false);
});

Deno.test({
  name: "the local socket needs no token, and what it does not tell is taken from the log",
  ignore: Deno.build.os === "windows",
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "cli-" });
    try {
      const socket = `${folder}/local.sock`;
      await using server = startFakeMattermost({ plugins: [hello()] }, socket);
      const env = { MM_LOCALSOCKETPATH: socket };
      assertStringIncludes((await run(["list"], env)).out, "running");
      server.state.startError = "it broke";
      const { code, err } = await run(["reset", HELLO], env);
      assertEquals(code, 1);
      assertStringIncludes(err, 'Unable to activate plugin error="it broke"');
      const gone = await run(["list", "--socket", `${folder}/none.sock`], {});
      assertEquals(gone.code, 1);
      assertStringIncludes(gone.err, "EnableLocalMode");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test("doctor finds a healthy server healthy", async () => {
  await withFake({ plugins: [hello()] }, async (run, _state, url) => {
    const { code, out } = await run(["doctor"]);
    assertEquals(code, 0, out);
    for (
      const text of [`${url} answers: Mattermost 9.9.0`, "may manage plugins", "up to 100 MiB"]
    ) {
      assertStringIncludes(out, text);
    }
    assertStringIncludes(out, `${HELLO} runs there`);
    const json = JSON.parse((await run(["doctor", "--json"])).out);
    assertEquals(json.healthy, true);
    assertEquals(json.findings[0].about, "deno");
  });
});

for (
  const [what, changes, text] of [
    ["uploads are disabled", { EnableUploads: false }, "set PluginSettings.EnableUploads to true"],
    ["plugins are disabled", { Enable: false }, "set PluginSettings.Enable to true"],
    ["signatures are required", { RequirePluginSignature: true }, "takes signed plugins only"],
  ] as const
) {
  Deno.test(`doctor says so when ${what}`, async () => {
    await withFake({}, async (run, state) => {
      Object.assign(state.config.PluginSettings, changes);
      const { code, out } = await run(["doctor"]);
      assertEquals(code, 1);
      assertMatch(out, /^problem /m);
      assertStringIncludes(out, text);
    });
  });
}

Deno.test("doctor compares a bundle with the server: its version, its size, its launcher", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cli-" });
  try {
    await writeWholeBundle(`${folder}/bundle`, { min_server_version: "11.0.0" });
    await withFake({}, async (run, state) => {
      state.config.FileSettings["MaxFileSize"] = 200;
      await Deno.writeTextFile(`${folder}/bundle/server/launch`, "#!/bin/sh\n");
      const { code, out } = await run(["doctor", `${folder}/bundle`]);
      assertEquals(code, 1);
      assertStringIncludes(out, "com.example.small needs 11.0.0 or newer");
      assertStringIncludes(out, "200 bytes at most");
      assertStringIncludes(out, "server/launch: it is not the launcher that this");
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("doctor reads in the log that there is no shell", async () => {
  const error = "fork/exec /mm/plugins/x/server/launch: no such file or directory";
  const log = [line({ level: "error", msg: "Unable to activate plugin", plugin_id: "x", error })];
  await withFake({ log }, async (run) => {
    const { out } = await run(["doctor"]);
    assertStringIncludes(out, "so there was no /bin/sh: deploy a bundle with native launchers");
  });
});

Deno.test("doctor reads in the log that there is no Deno", async () => {
  const msg = "the plugin x needs Deno 2.9 or newer and there is none: it was looked for in PATH";
  await withFake({ log: [line({ level: "error", msg, plugin_id: "x" })] }, async (run) => {
    const { out } = await run(["doctor"]);
    assertMatch(out, /warning {2}shell +a launcher found no Deno there .* deploy a self-contained/);
  });
});

Deno.test("doctor knows what a bundle brings along: native launchers, or Deno, too", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cli-" });
  try {
    const bundle = `${folder}/bundle`;
    const launcher = "server/launch-linux-amd64";
    await writeWholeBundle(bundle, {
      server: {
        executable: "server/launch",
        executables: { "linux-amd64": launcher },
        runtime: "deno",
      },
    });
    await Deno.writeTextFile(`${bundle}/${launcher}`, "\x7fELF");
    await withFake({}, async (run) => {
      const slim = await run(["doctor", bundle]);
      assertMatch(slim.out, /warning {2}shell +the bundle brings native launchers for linux-amd64/);
      await Deno.writeTextFile(`${bundle}/server/deno-linux-amd64`, "\x7fELF");
      const whole = await run(["doctor", bundle]);
      assertMatch(whole.out, /fine {5}shell +the bundle brings what it needs for linux-amd64/);
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("doctor tells a wrong token, an account without rights, and a server that is down", async () => {
  await withFake({}, async (run, state) => {
    const wrong = await run(["doctor", "--token=aaaaaaaaaaaaaaaaaaaaaaaaaa"]);
    assertEquals(wrong.code, 1);
    assertMatch(wrong.out, /problem {2}account .* does not know the token/);
    state.mayManage = false;
    const weak = await run(["doctor"]);
    assertEquals(weak.code, 1);
    assertMatch(weak.out, /problem {2}account .* needs a system administrator/);
    const down = await run(["doctor", `--url=http://127.0.0.1:${freePort()}`]);
    assertEquals(down.code, 1);
    assertMatch(down.out, /problem {2}server .* start the server/);
  });
});
