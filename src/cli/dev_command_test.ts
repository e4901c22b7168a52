import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { withDevSession } from "../../tests/support/dev_session.ts";
import { startFakeMattermost } from "../../tests/support/fake_mattermost.ts";
import { fromFileUrl } from "../bundle/paths.ts";
import { main } from "./main.ts";
import { createMemoryIO } from "./memory_io.ts";

const MANIFEST = { id: "com.example.live", name: "Live", version: "1.0.0" };

function manifest(permissions: unknown = {}): string {
  return JSON.stringify({ ...MANIFEST, server: { runtime: "deno", permissions } });
}

/** A plugin that counts in the KV store, so that kept state shows. */
function counting(word: string, more = ""): string {
  return `import { definePlugin, ephemeral, subcommand } from "@mattermost-deno/plugin";
${more}
export default definePlugin({
  commands: {
    count: subcommand({
      description: "Counts",
      async run(_, { api }) {
        const before = await api.kvGet({ key: "n" });
        const n = before === null ? 1 : Number(new TextDecoder().decode(before)) + 1;
        await api.kvSet({ key: "n", value: new TextEncoder().encode(String(n)) });
        return ephemeral(\`${word} \${n}\`);
      },
    }),
  },
});
`;
}

/** Runs an example by lines of a script. */
async function script(example: string, lines: readonly string[], ...words: string[]) {
  const io = createMemoryIO({
    lines: (async function* () {
      yield* lines;
    })(),
  });
  const entry = fromFileUrl(new URL(`../../examples/${example}/plugin.ts`, import.meta.url));
  const code = await main(["dev", ...words, entry], io);
  return { code, out: io.stdout(), err: io.stderr() };
}

Deno.test("a script posts, runs commands, sends HTTP and changes settings, and sees the trace", async () => {
  const { code, out, err } = await script("hello", [
    "teh first message",
    "my password is hunter2",
    "/hello",
    "@ben /hello you",
    "as ben",
    'settings greeting="Good day"',
    "/hello",
    "GET /countdown?from=1",
    "@nobody GET /countdown",
    "settings greting=x",
    "as adda",
    "posts",
  ]);
  assertEquals(code, 0, err);
  for (
    const text of [
      "Talk | ada: the first message",
      "error: Post rejected by plugin. That looks like a password.",
      "only ada | ada: Hello, @ada! (Greeting number 1.)",
      "only ben | ben: Hello, you! (Greeting number 1.)",
      'greeting = "Good day"',
      "only ben | ben: Good day, @ben! (Greeting number 2.)",
      "200 text/plain; charset=utf-8\n1\nGo!\n",
      "401 text/plain",
      'the plugin has no setting "greting"; did you mean "greeting"?',
      'there is no "adda"; did you mean "ada"?',
    ]
  ) assertStringIncludes(out, text);
  assert(out.endsWith("Talk | ada: the first message\n"), out);
  assertMatch(err, /live: com\.example\.hello 1\.0\.0 after \d+ ms/);
  assertMatch(err, /hook {2}onActivate \d+\.\d ms {2}ok/);
  assertMatch(err, /hook {2}messageWillBePosted \d+\.\d ms {2}changed/);
  assertMatch(
    err,
    /hook {2}messageWillBePosted \d+\.\d ms {2}rejected: That looks like a password/,
  );
  assertMatch(err, /hook {2}serveHTTP \d+\.\d ms {2}answered 401/);
  assertMatch(err, /api {3}kvCompareAndSet \d+\.\d ms {2}ok/);
  assertStringIncludes(err, "log   info ready to greet");
  assert(!out.includes("\x1b") && !err.includes("\x1b"), "nothing is coloured without a terminal");
});

Deno.test("a script fills in dialogs and clicks buttons; --trace and --quiet show less", async () => {
  const { code, out, err } = await script(
    "todo",
    [
      "/todo form",
      "", // What is required is asked for again.
      "Buy milk",
      "yes",
      "/todo form",
      ".",
      "click Don",
      "@ben click Done",
    ],
    "--trace",
    "hooks",
  );
  assertEquals(code, 0, err);
  for (
    const text of [
      "dialog New todo",
      "is required",
      "dialog New todo is sent",
      "[Done]",
      "dialog New todo is closed",
      'there is no button "Don"; did you mean "Done"?',
      "Done by @ben.",
    ]
  ) assertStringIncludes(out, text);
  assert(/ hook /.test(err) && !/ api /.test(err), err);
  const quiet = await script("hello", ["/hello"], "--quiet");
  assertStringIncludes(quiet.out, "Greeting number 1");
  assert(!/ (hook|api|info) /.test(quiet.err), quiet.err);
});

Deno.test("a save is live, the server keeps what it has, and a broken save changes nothing", async () => {
  const files = { "plugin.json": manifest(), "plugin.ts": counting("one") };
  await withDevSession({ files }, async (s) => {
    await s.printed("live: com.example.live 1.0.0");
    s.type("/count");
    await s.printed("one 1");
    await s.save("plugin.ts", counting("two"));
    await s.printed("live: com.example.live 1.0.0");
    s.type("/count");
    await s.printed("two 2");

    await s.save("plugin.ts", counting("three", "const x = ;"));
    assertStringIncludes(await s.printed("error:"), "plugin.ts:2");
    await s.printed("What ran before goes on.");
    s.type("/count");
    await s.printed("two 3");

    await s.save(
      "plugin.ts",
      counting("four").replace(
        "commands",
        "onActivate() { throw new Error('not today'); }, commands",
      ),
    );
    assertStringIncludes(await s.printed("error: Plugin"), "not today");
    await s.printed("com.example.live is stopped until that is corrected.");
    s.type("/count");
    await s.printed("error:");

    await s.save("plugin.ts", counting("five"));
    await s.printed("live:");
    s.type("/count");
    await s.printed("five 4");
    await s.save("notes.md", "Nothing of the plugin.");
    await s.printed("the bundle is the same");
    s.type("quit");
    assertEquals(await s.ended, 0);
  });
});

Deno.test("wrong types are shown while the plugin runs, and when they are right again", async () => {
  const wrong = counting("one", 'export const n: number = "text";');
  await withDevSession({ files: { "plugin.json": manifest(), "plugin.ts": wrong } }, async (s) => {
    await s.printed("live:");
    await s.printed("types are wrong");
    assertStringIncludes(await s.printed("TS2322"), "plugin.ts:2");
    s.type("/count");
    await s.printed("one 1");
    await s.save("plugin.ts", counting("two"));
    await s.printed("types are right again");
  });
});

Deno.test("of a save that does not run it is not said that it runs, nor the same error twice", async () => {
  const wrong = counting("one", 'export const n: number = "text";');
  const files = { "plugin.json": manifest(), "plugin.ts": wrong };
  await withDevSession({ files }, async (s) => {
    await s.printed("types are wrong, and what was saved runs");
    await s.save("plugin.ts", `import "./missing.ts";\n${counting("two")}`);
    await s.printed("What ran before goes on.");
    await s.printed("types are wrong, too:");
    await s.printed("TS2307");
    await s.save("plugin.ts", `${counting("three")}\nconst = 3;\n`);
    await s.printed("What ran before goes on.");
    await s.save("plugin.ts", counting("four"));
    await s.printed("types are right again");
    assertEquals(s.everything().match(/types are wrong/g)?.length, 2);
  });
});

Deno.test("--keep brings the posts and the plugin's values into the next session", async () => {
  const folder = await Deno.makeTempDir({ prefix: "dev-keep-" });
  try {
    await Deno.writeTextFile(`${folder}/plugin.json`, manifest());
    await Deno.writeTextFile(`${folder}/plugin.ts`, counting("kept"));
    const run = async (...lines: string[]) => {
      const io = createMemoryIO({
        lines: (async function* () {
          yield* lines;
        })(),
      });
      assertEquals(await main(["dev", "--keep", `${folder}/plugin.ts`], io), 0, io.stderr());
      return io.stdout();
    };
    await run("I was here", "/count");
    const out = await run("posts", "/count");
    assertStringIncludes(out, "ada: I was here");
    assertStringIncludes(out, "kept 2");
    assert((await Deno.stat(`${folder}/.mattermost-dev.sqlite`)).isFile);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("--server puts every save onto the server and shows its log, until Ctrl-C", async () => {
  await using server = startFakeMattermost();
  const state = await Deno.makeTempDir({ prefix: "dev-state-" });
  try {
    await withDevSession({
      files: { "plugin.json": manifest(), "plugin.ts": counting("one") },
      words: ["--server", "--yes"],
      env: {
        MM_SERVICESETTINGS_SITEURL: server.url,
        MM_ADMIN_TOKEN: server.state.token,
        XDG_STATE_HOME: state,
      },
    }, async (s) => {
      await s.printed(`com.example.live 1.0.0 is running on ${server.url}`);
      await s.save("plugin.ts", counting("two", "const x = ;"));
      await s.printed("What the server has goes on.");
      await s.save("plugin.ts", counting("three"));
      await s.printed(`com.example.live 1.0.0 is running on ${server.url}`);
      server.state.log.push(JSON.stringify({
        timestamp: "2026-01-02 03:04:06.000 Z",
        level: "info",
        msg: "counted to three",
        plugin_id: "com.example.live",
        error: 'NotCapable: Requires net access to "api.example.com:443", run again with …',
      }));
      await s.printed("counted to three");
      await s.printed("refused: the sandbox refused net access to api.example.com:443");
      await s.printed('"net": ["api.example.com:443"]');
      s.interrupt();
      assertEquals(await s.ended, 0);
    });
    const uploads = server.state.requests.filter((each) => each === "POST /plugins");
    assertEquals(uploads.length, 2, server.state.requests.join("\n"));
  } finally {
    await Deno.remove(state, { recursive: true });
  }
});

Deno.test("what fails at the start of a script ends it with the exit code 1", async () => {
  const files = { "plugin.json": manifest(), "plugin.ts": "const x = ;" };
  await withDevSession({ files, isTerminal: false }, async (s) => {
    await s.printed("Nothing runs until that is corrected.");
    assertEquals(await s.ended, 1);
  });
});

Deno.test("options that mean nothing together and files that are not there are refused", async () => {
  const run = async (...words: string[]) => {
    const io = createMemoryIO();
    return [await main(["dev", ...words], io), io.stderr()] as const;
  };
  for (
    const [words, text] of [
      [["--quiet", "--trace", "all"], "take one of them"],
      [["--url", "http://localhost"], "--url needs --server"],
      [["--server", "--keep", "--yes"], "--keep says nothing together with --server"],
      [["a.ts", "b.ts"], "dev takes one plugin's file, and got 2"],
    ] as const
  ) {
    const [code, err] = await run(...words);
    assertEquals(code, 2, err);
    assertStringIncludes(err, text);
  }
  const [code, err] = await run("no/such/plugin.ts");
  assertEquals(code, 1);
  assertStringIncludes(err, "there is no file");
});
