import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { withDevSession } from "../../tests/support/dev_session.ts";

const MANIFEST = { id: "com.example.live", name: "Live", version: "1.0.0" };

function manifest(permissions: unknown = {}): string {
  return JSON.stringify({ ...MANIFEST, server: { runtime: "deno", permissions } });
}

/** A plugin with a command whose answer is what `body` returns. */
function answering(body: string): string {
  return `import { definePlugin, ephemeral, subcommand } from "@mattermost-deno/plugin";

export default definePlugin({
  commands: {
    try: subcommand({
      description: "Tries something",
      async run() {
        ${body}
      },
    }),
  },
});
`;
}

Deno.test("a refused access is proposed though the plugin keeps it to itself, and the manifest with it allows it", async () => {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => new Response("reached"),
  );
  const host = `127.0.0.1:${server.addr.port}`;
  const plugin = answering(`try {
          return ephemeral(await (await fetch("http://${host}/?key=secret")).text());
        } catch {
          return ephemeral("kept to itself");
        }`);
  try {
    await withDevSession(
      { files: { "plugin.json": manifest(), "plugin.ts": plugin } },
      async (s) => {
        await s.printed("live:");
        s.type("/try");
        const refused = await s.printed("refused:");
        assertStringIncludes(refused, `net access to ${host} (plugin.ts:9)`);
        assertStringIncludes(await s.printed("To allow it"), `"net": ["${host}"]`);
        assertStringIncludes(await s.printed("With it"), `can be sent to ${host}`);
        assert(!s.everything().includes("secret"));
        await s.save("plugin.json", manifest({ net: [host] }));
        await s.printed("live:");
        s.type("/try");
        await s.printed("reached");
      },
    );
  } finally {
    await server.shutdown();
  }
});

Deno.test("a variable that the manifest does not name is proposed, and is there once it does", async () => {
  const plugin = answering(`const word = Deno.env.get("DEV_TEST_WORD") ?? process.env.DEV_TEST_WORD;
        return ephemeral("the word is " + word);`);
  Deno.env.set("DEV_TEST_WORD", "swordfish");
  try {
    await withDevSession(
      { files: { "plugin.json": manifest(), "plugin.ts": plugin } },
      async (s) => {
        await s.printed("live:");
        s.type("/try");
        assertStringIncludes(
          await s.printed("refused:"),
          "there is no variable DEV_TEST_WORD for the plugin",
        );
        assertStringIncludes(await s.printed("To allow it"), '"env": ["DEV_TEST_WORD"]');
        assertStringIncludes(await s.printed("With it"), "may be a password");
        s.type("/try");
        await s.printed("the word is undefined");
        await s.save("plugin.json", manifest({ env: ["DEV_TEST_WORD"] }));
        await s.printed("live:");
        s.type("/try");
        await s.printed("the word is swordfish");
        s.type("quit");
        assertEquals(await s.ended, 0);
        assertEquals(s.everything().match(/refused:/g)?.length, 1, s.everything());
      },
    );
  } finally {
    Deno.env.delete("DEV_TEST_WORD");
  }
});

Deno.test("a file beside the manifest that is not in the bundle is proposed, and is there once it is named", async () => {
  const plugin = answering('return ephemeral(await Deno.readTextFile("words.txt"));');
  const files = { "plugin.json": manifest(), "plugin.ts": plugin, "words.txt": "many words" };
  await withDevSession({ files }, async (s) => {
    await s.printed("live:");
    s.type("/try");
    assertStringIncludes(await s.printed("refused:"), "the bundle has no words.txt");
    assertStringIncludes(await s.printed("To allow it"), '"read": ["words.txt"]');
    await s.save("plugin.json", manifest({ read: ["words.txt"] }));
    await s.printed("live:");
    s.type("/try");
    await s.printed("many words");
  });
});

Deno.test("what is asked for as the plugin starts is proposed, too, and what the loader asks for is not", async () => {
  const plugin = `${answering('return ephemeral("here");')}
export const level = process.env.DEV_TEST_LEVEL;
`;
  await withDevSession({ files: { "plugin.json": manifest(), "plugin.ts": plugin } }, async (s) => {
    await s.printed("DEV_TEST_LEVEL");
    s.type("/try");
    await s.printed("here");
    s.type("quit");
    await s.ended;
    const refused = s.everything().split("\n").filter((line) => line.startsWith("refused:"));
    assertEquals(refused.length, 1, s.everything());
    assertStringIncludes(refused[0] ?? "", "there is no variable DEV_TEST_LEVEL");
  });
});
