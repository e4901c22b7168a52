/** Checks of a plugin that is killed. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { waitForState } from "../client/plugins.ts";
import { eventually } from "../environment/eventually.ts";
import { pluginProcesses, socketsOf } from "../environment/plugin_processes.ts";

/** The server looks every 30 seconds whether its plugins live. */
const LOOKS_MS = 45_000;

export const crash: readonly Check[] = [
  {
    name: "a killed plugin is started again by the server, and sweeps away the socket it had",
    seconds: 90,
    async run({ admin, ada, mattermost, archives: { exerciser, language } }) {
      const [killed] = await pluginProcesses(mattermost, exerciser.id);
      if (killed === undefined) throw new Error("the plugin has no process");
      Deno.kill(killed, "SIGKILL");
      const now = await eventually("another process of the plugin", async () => {
        const [pid] = await pluginProcesses(mattermost, exerciser.id);
        return pid === killed ? undefined : pid;
      }, LOOKS_MS);
      await waitForState(admin, exerciser.id, "running");
      await eventually("an answer", async () => {
        const response = await ada.fetch(`/plugins/${exerciser.id}/word`);
        await response.body?.cancel();
        return response.ok || undefined;
      });
      assertEquals(await pluginProcesses(mattermost, exerciser.id), [now]);
      // A Go plugin's socket stays for ever.
      const left = language === "go" ? 3 : 2;
      assertEquals((await socketsOf(mattermost)).length, left, "sockets");
    },
  },
];
