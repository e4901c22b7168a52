/** Checks of the command line with a compiled plugin; the base program is the tests' stand-in. @module */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "../../../tools/paths.ts";
import { OWN_PLATFORM, standInForDenort } from "../../compiled/stand_in.ts";
import type { Check } from "../check.ts";
import type { Stage } from "../stage.ts";
import { greet } from "./commands.ts";
import { as, cli, withFolder } from "./run_cli.ts";

const PLUGIN = fromFileUrl(new URL("../../../examples/hello/plugin.ts", import.meta.url));

export const cliCompiled: readonly Check<Stage>[] = [
  {
    name: "the cli compiles a plugin, says what its sandbox lacks, and the server executes it",
    only: "deno",
    async run(stage) {
      const { admin, archives: { hello } } = stage;
      await withFolder(async (folder) => {
        const words = ["--compile", OWN_PLATFORM, "--denort", await standInForDenort()];
        const made = await cli(stage, {}, "bundle", PLUGIN, "--out", `${folder}/hello`, ...words);
        assertEquals(made.code, 0, made.err);
        assertMatch(made.out, /starts, compiled, over net\/rpc/);
        const file = `${folder}/${hello.id}-${hello.version}.tar.gz`;
        const doctor = await cli(stage, as(admin), "doctor", file);
        assertMatch(doctor.out, /^fine {5}shell +the bundle brings what it needs for linux-/m);
        const deployed = await cli(stage, as(admin), "deploy", "--yes", file);
        assertEquals(deployed.code, 0, deployed.err);
        assertMatch(deployed.err, /compiled for linux-\w+, with a weaker sandbox: import\(\)/);
        assertStringIncludes(deployed.out, `${hello.id} ${hello.version} is running on`);
        assertMatch(await greet(stage, "/hello"), /^Hello, @ada! \(Greeting number \d+\.\)$/);
        // The other checks are of the plugin as it is usually bundled.
        const usual = `${folder}/usual.tar.gz`;
        await Deno.writeFile(usual, hello.bytes);
        const back = await cli(stage, as(admin), "deploy", "--yes", usual);
        assertEquals(back.code, 0, back.err);
      });
    },
  },
];
