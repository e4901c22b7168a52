import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { withDevSession } from "../../tests/support/dev_session.ts";

const MANIFEST = { id: "com.example.live", name: "Live", version: "1.0.0" };

function manifest(permissions: unknown = {}): string {
  return JSON.stringify({ ...MANIFEST, server: { runtime: "deno", permissions } });
}

/** A plugin that asks for something of each kind, and keeps to itself what it is refused. */
function asking(host: string): string {
  return `import { definePlugin, ephemeral, subcommand } from "@mattermost-deno/plugin";

const early = process.env.DEV_TEST_EARLY;

export default definePlugin({
  commands: {
    try: subcommand({
      description: "Tries something",
      async run() {
        const word = Deno.env.get("DEV_TEST_WORD");
        const answer = await fetch("http://${host}/?key=secret").then(
          (response) => response.text(),
          () => "no answer",
        );
        const words = await Deno.readTextFile("words.txt").catch(() => "no words");
        return ephemeral([early, word, answer, words].join(", "));
      },
    }),
  },
});
`;
}

Deno.test("what is refused is proposed though the plugin keeps it to itself, and allowed once the manifest names it", async () => {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => new Response("reached"),
  );
  const host = `127.0.0.1:${server.addr.port}`;
  const files = {
    "plugin.json": manifest(),
    "plugin.ts": asking(host),
    "words.txt": "many words",
  };
  Deno.env.set("DEV_TEST_EARLY", "lark");
  Deno.env.set("DEV_TEST_WORD", "swordfish");
  try {
    await withDevSession({ files }, async (s) => {
      await s.printed("live:");
      s.type("/try");
      await s.printed(", , no answer, no words");
      s.type("/try");
      await s.printed(", , no answer, no words");
      await s.save(
        "plugin.json",
        manifest({ net: [host], env: ["DEV_TEST_EARLY", "DEV_TEST_WORD"], read: ["words.txt"] }),
      );
      await s.printed("live:");
      s.type("/try");
      await s.printed("lark, swordfish, reached, many words");
      s.type("quit");
      assertEquals(await s.ended, 0);

      const lines = s.everything().split("\n");
      // Each once, and nothing of what the loader asks for.
      const refused = lines.flatMap((line, at) =>
        line.startsWith("refused: ") ? [lines.slice(at, at + 3).join("\n")] : []
      );
      const expected = [
        ["no variable DEV_TEST_EARLY", "(plugin.ts:3)", '"env": ["DEV_TEST_EARLY"]'],
        ["no variable DEV_TEST_WORD", "(plugin.ts:10)", '"env": ["DEV_TEST_WORD"]'],
        [`net access to ${host} (plugin.ts:11)`, `"net": ["${host}"]`, `can be sent to ${host}`],
        ["the bundle has no words.txt", '"read": ["words.txt"]', "can read it"],
      ];
      assertEquals(refused.length, expected.length, s.everything());
      for (const [at, parts] of expected.entries()) {
        for (const part of parts) assertStringIncludes(refused[at] ?? "", part);
      }
      assert(!s.everything().includes("secret"), "an address may have a key in it");
    });
  } finally {
    Deno.env.delete("DEV_TEST_EARLY");
    Deno.env.delete("DEV_TEST_WORD");
    await server.shutdown();
  }
});
