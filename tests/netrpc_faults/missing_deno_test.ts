import { assertMatch, assertNotEquals, assertStringIncludes } from "@std/assert";
import { needing } from "../support/needs.ts";
import { logOfStart } from "./go_side.ts";

Deno.test(
  await needing(["go"], {
    name: "a server without Deno says in its log what the plugin needs, and where to set it",
    async fn() {
      const { error, log } = await logOfStart({ MATTERMOST_PLUGIN_DENO: "/no/such/deno" });
      assertNotEquals(error, "");
      assertStringIncludes(
        log,
        "MATTERMOST_PLUGIN_DENO names no program that can be run: set it to the path of Deno 2.9 " +
          "or newer",
      );
    },
  }),
);

Deno.test(
  await needing(["go"], {
    name: "a server with an older Deno says in its log which one it found",
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "faults-" });
      try {
        const old = `${folder}/deno`;
        await Deno.writeTextFile(old, "#!/bin/sh\necho 'deno 1.46.3 (stable)'\n", { mode: 0o755 });
        const { error, log } = await logOfStart({ MATTERMOST_PLUGIN_DENO: old });
        assertNotEquals(error, "");
        assertMatch(log, /needs Deno 2\.9 or newer and found 1\.46\.3: install a newer one/);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  }),
);
