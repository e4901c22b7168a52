/** Checks of the command line with a bundle that brings Deno along. @module */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import type { Stage } from "../stage.ts";
import { as, cli, withFolder } from "./run_cli.ts";

export const cliSelfContained: readonly Check<Stage>[] = [
  {
    name: "the cli's doctor finds a self-contained bundle fine, and deploy brings it there",
    async run(stage) {
      const { admin, archives: { hello } } = stage;
      await withFolder(async (folder) => {
        const file = `${folder}/hello.tar.gz`;
        await Deno.writeFile(file, hello.bytes);
        const deployed = await cli(stage, as(admin), "deploy", "--yes", file);
        assertEquals(deployed.code, 0, deployed.err);
        assertStringIncludes(deployed.out, `${hello.id} ${hello.version} is running on`);
        assertMatch(deployed.err, /com\.example\.hello \S+ \(Hello\), [\d.]+ MiB/);
        const doctor = await cli(stage, as(admin), "doctor", file);
        assertEquals(doctor.code, 0, doctor.out);
        assertStringIncludes(doctor.out, `${hello.id} ${hello.version} is whole`);
        assertMatch(doctor.out, /^fine {5}uploads .*; the bundle has [\d.]+ MiB/m);
        // Deno's own program is in the bundle, and nothing here could vouch for it.
        const concerns = doctor.out.split("\n").filter((line) => /^(warning|problem)/.test(line));
        assertEquals(concerns.length, 1, doctor.out);
        assertMatch(concerns[0] ?? "", /^warning {2}bundle +server\/deno-linux-\w+: a program/);
        assertMatch(doctor.out, /^fine {5}shell +the bundle brings what it needs for linux-/m);
      });
    },
  },
];
