/** Checks of what a plugin logs. @module */
import { assertEquals, assertMatch } from "@std/assert";
import type { Check } from "../check.ts";
import { as, cli } from "./run_cli.ts";

const LINES = [
  ["a debug line", "debug"],
  ["an info line", "info"],
  ["a warning line", "warn"],
  ["an error line", "error"],
] as const;

export const logging: readonly Check[] = [
  {
    name: "a plugin's log lines stand in the server's log with its id and their levels",
    async run({ ada, log, archives: { exerciser } }) {
      const response = await ada.fetch(`/plugins/${exerciser.id}/log`, { method: "POST" });
      assertEquals(response.status, 204);
      for (const [text, level] of LINES) {
        const line = await log.line(text, ({ msg }) => msg === text);
        assertEquals([line.plugin_id, line.level], [exerciser.id, level]);
      }
    },
  },
  {
    name: "the cli's logs shows the fields of a line one by one, which the server has joined",
    only: "deno",
    async run(stage) {
      const { admin, archives: { exerciser } } = stage;
      const { out } = await cli(stage, as(admin), "logs", exerciser.id, "--lines", "1000");
      assertMatch(out, / info {2}an info line hook=serveHTTP (.* )?n=2/);
      assertMatch(out, / error an error line hook=serveHTTP (.* )?n=4/);
    },
  },
];
