/** Checks of what a plugin logs. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";

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
];
