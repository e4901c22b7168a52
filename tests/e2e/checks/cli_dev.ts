/** Checks of writing a plugin with a real server. @module */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { main } from "../../../src/cli/main.ts";
import { createMemoryIO } from "../../../src/cli/memory_io.ts";
import { prepare } from "../../../tools/deno_command.ts";
import { CHECKOUT } from "../../support/linked_commands.ts";
import type { Check } from "../check.ts";
import { pluginStatus } from "../client/plugins.ts";
import { PLUGIN_STATES, type Post } from "../client/models.ts";
import { eventually } from "../environment/eventually.ts";
import { processesIn } from "../environment/leftovers.ts";
import { startProgram } from "../environment/program.ts";
import type { Stage } from "../stage.ts";
import { as, withFolder } from "./run_cli.ts";

const ID = "com.example.word-guard";

/** What Ada gets for a command that a fresh plugin from `init` has. */
async function answer({ ada, channel }: Stage): Promise<string> {
  const { text } = await ada.call<{ readonly text: string }>("POST", "/commands/execute", {
    channel_id: channel.id,
    command: "/word-guard hello",
  });
  return text;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
}

export const cliDev: readonly Check[] = [
  {
    name:
      "dev --server puts each save onto the server, and after Ctrl-C leaves the plugin there and " +
      "nothing here",
    only: "deno",
    seconds: 150,
    async run(stage) {
      const { admin, ada, channel, mattermost } = stage;
      let note = "";
      await using _plugin = {
        async [Symbol.asyncDispose]() {
          if (await pluginStatus(admin, ID)) await admin.call("DELETE", `/plugins/${ID}`);
        },
      };
      await withFolder(async (folder) => {
        const project = `${folder}/word-guard`;
        const init = createMemoryIO();
        const words = ["init", project, "--yes", "--link", CHECKOUT];
        assertEquals(await main(words, init), 0, init.stderr());
        await Deno.mkdir(`${folder}/tmp`);
        const before = await namesIn(project);
        const source = await Deno.readTextFile(`${project}/plugin.ts`);
        const save = (text: string) => Deno.writeTextFile(`${project}/plugin.ts`, text);
        await using command = await prepare([
          "run",
          "-A",
          `${CHECKOUT}/src/cli/mod.ts`,
          ...["dev", "--server", "--yes"],
        ]);
        const dev = startProgram({
          name: "dev --server",
          command: Deno.execPath(),
          args: command.args,
          cwd: project,
          env: {
            ...Deno.env.toObject(),
            ...as(admin),
            MM_SERVICESETTINGS_SITEURL: mattermost.url,
            NO_COLOR: "1",
            TMPDIR: `${folder}/tmp`,
            XDG_STATE_HOME: `${folder}/state`,
          },
        });
        try {
          await dev.says(new RegExp(`${ID} 0\\.1\\.0 is running on`), 60_000);
          assertEquals(await answer(stage), "That may be posted.");

          const start = performance.now();
          await save(source.replace("That may be posted.", "Go ahead."));
          await eventually("the saved change", async () => {
            return (await answer(stage).catch(() => "")) === "Go ahead." || undefined;
          }, 30_000);
          note = `a save is live after ${Math.round(performance.now() - start)}ms`;

          await save(`${source}\nthis is no TypeScript`);
          await dev.says(/What the server has goes on\./, 30_000);
          assertEquals(await answer(stage), "Go ahead.");

          // Another plugin of this server refuses what has it in small letters.
          const post = { channel_id: channel.id, message: "It is Hunter2" };
          const refusal = await ada.call<Post>("POST", "/posts", post)
            .then(() => "it was posted", (error) => `${error}`);
          assertStringIncludes(refusal, "may not be posted");
          await dev.says(/info {2}a message was refused/, 30_000);

          Deno.kill(dev.pid, "SIGINT");
          await dev.endsWithin(30_000);
          assert(!dev.isRunning(), `Ctrl-C does not end it:\n${dev.output()}`);
        } finally {
          await dev.end("SIGKILL", 0);
        }
        const status = await pluginStatus(admin, ID);
        assertEquals(PLUGIN_STATES[status?.state ?? -1], "running");
        assertEquals(await answer(stage), "Go ahead.");
        assertEquals(await namesIn(`${folder}/tmp`), []);
        assertEquals((await namesIn(project)).filter((name) => name !== "deno.lock"), before);
        assertEquals(await processesIn([folder]), []);
      });
      return note;
    },
  },
];
