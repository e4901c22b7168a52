/** Checks of a plugin's start while the machine has no time for it. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { disablePlugin, enablePlugin } from "../client/plugins.ts";
import { startProgram } from "../environment/program.ts";

/** How often the plugin is started. */
const STARTS = 3;

/** The server gives a plugin this long to start, in milliseconds. */
const LIMIT_MS = 3000;

export const busyMachine: readonly Check[] = [
  {
    name: "a plugin starts in time while twice as many programs as processors are busy",
    async run({ admin, archives: { hello } }) {
      const programs = Array.from(
        { length: 2 * navigator.hardwareConcurrency },
        (_, n) =>
          startProgram({
            name: `busy program ${n}`,
            command: "/bin/sh",
            args: ["-c", "while :; do :; done"],
            cwd: "/",
            env: {},
          }),
      );
      try {
        const times: number[] = [];
        for (let n = 0; n < STARTS; n++) {
          await disablePlugin(admin, hello.id);
          const start = performance.now();
          await enablePlugin(admin, hello.id);
          times.push(performance.now() - start);
        }
        const slowest = Math.round(Math.max(...times));
        assertEquals(slowest < LIMIT_MS, true, `the slowest start took ${slowest} ms`);
        return `slowest of ${STARTS}: ${slowest} ms`;
      } finally {
        await Promise.all(programs.map((program) => program.end("SIGKILL", 1000)));
      }
    },
  },
];
