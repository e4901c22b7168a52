/** Checks of what starts without a shell, and of what is said of all else. @module */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import { enablePlugin, uploadPlugin, waitForState } from "../client/plugins.ts";
import type { Archive } from "../pack_plugin.ts";
import { programsIn } from "./bare_root.ts";
import { EXAMPLES, type NoShellStage } from "./stage.ts";

/** Uploads and enables a plugin that cannot start; gives its status's error. It is removed again. */
async function failsToStart(
  { admin }: NoShellStage,
  archive: Archive,
  look: (error: string) => Promise<void>,
): Promise<void> {
  await uploadPlugin(admin, archive.bytes, true);
  try {
    // The server may answer with the error or with success; the status is what people look at.
    await admin.call("POST", `/plugins/${archive.id}/enable`).catch(() => {});
    const { error } = await waitForState(admin, archive.id, "failed to start");
    await look(error);
  } finally {
    await admin.call("DELETE", `/plugins/${archive.id}`);
  }
}

/** Waits for the sentence of the launcher in the server's log. */
async function launcherSays({ log }: NoShellStage, id: string, sentence: RegExp): Promise<string> {
  const { msg, level } = await log.line(
    String(sentence),
    ({ plugin_id, msg }) => plugin_id === id && sentence.test(msg),
  );
  assertEquals(level, "error");
  return msg;
}

export const bareRoot: readonly Check<NoShellStage>[] = [
  {
    name: "the server's root folder has no shell, no Deno and no program but the server",
    async run({ root }) {
      const programs = await programsIn(root);
      const others = programs.filter((path) => !/^\/lib.*\.so(\.\d+)*$/.test(path));
      assertEquals(others, ["/mattermost/mattermost"]);
      assertMatch(programs.join(" "), /libc\.so\.6.*libgcc_s\.so\.1/);
      return `${programs.length - 1} libraries`;
    },
  },
];

export const refused: readonly Check<NoShellStage>[] = [
  {
    name: "a bundle without native launchers does not start, and the server says no more than that",
    async run(stage) {
      await failsToStart(stage, stage.scriptOnly, async (error) => {
        // There is nothing of ours that could run and say more: the shell is what is missing.
        assertStringIncludes(error, "/server/launch: no such file or directory");
        await Promise.resolve();
      });
    },
  },
  ...EXAMPLES.map((name): Check<NoShellStage> => ({
    name:
      `the slim bundle of ${name} does not start, and the log says that Deno is missing, where ` +
      "it was looked for, and what to do",
    async run(stage) {
      const { [name]: archive } = stage.slim;
      await failsToStart(stage, archive, async () => {
        const said = await launcherSays(stage, archive.id, /needs Deno .* and there is none/);
        assertEquals(
          said,
          `the plugin ${archive.id} needs Deno 2.9 or newer and there is none: it was looked for in ` +
            "PATH, in .deno/bin of the home folder (HOME), in /usr/local/bin, /usr/bin and " +
            "/opt/homebrew/bin. Install it (https://deno.com), or set MATTERMOST_PLUGIN_DENO to its " +
            "path in the environment of the server, or deploy a self-contained bundle, which brings it",
        );
      });
      return `${(archive.bytes.length / 1024 / 1024).toFixed(1)} MiB`;
    },
  })),
  {
    name: "where a library is missing that Deno needs, the log says which",
    async run(stage) {
      const [library = ""] = (await programsIn(stage.root))
        .filter((path) => path.endsWith("/libgcc_s.so.1"))
        .map((path) => `${stage.root}${path}`);
      await Deno.rename(library, `${library}.away`);
      try {
        await failsToStart(stage, stage.archives.hello, async () => {
          await launcherSays(
            stage,
            stage.archives.hello.id,
            /cannot start Deno \(.*\): this machine lacks the library libgcc_s\.so\.1: install .*libgcc-s1/,
          );
        });
      } finally {
        await Deno.rename(`${library}.away`, library);
      }
    },
  },
];

export const restarts: readonly Check<NoShellStage>[] = [
  {
    name: "the example starts again when it is disabled and enabled, from what Deno has compiled",
    async run({ admin, archives: { hello }, mattermost }) {
      await admin.call("POST", `/plugins/${hello.id}/disable`);
      await waitForState(admin, hello.id, "not running");
      const start = performance.now();
      await enablePlugin(admin, hello.id);
      const ms = Math.round(performance.now() - start);
      const checked = await Deno.readTextFile(
        `${mattermost.folder}/plugins/${hello.id}/server/cache/checked_deno`,
      );
      assertMatch(checked, /^\/mattermost\/plugins\/com\.example\.hello\/server\/deno-linux-/);
      return `enabled in ${ms}ms`;
    },
  },
];
