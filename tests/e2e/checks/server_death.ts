/** The check that ends the server, and so stands last. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { enablePlugin, uploadPlugin } from "../client/plugins.ts";
import { eventually } from "../environment/eventually.ts";
import { processesIn } from "../environment/leftovers.ts";
import { pluginProcesses, socketsOf } from "../environment/plugin_processes.ts";

export const serverDeath: readonly Check[] = [
  {
    name: "when the server is killed its plugin ends by itself, and leaves no socket",
    // A Go plugin stays behind.
    only: "deno",
    async run({ admin, mattermost, archives: { exerciser } }) {
      await uploadPlugin(admin, exerciser.bytes);
      await enablePlugin(admin, exerciser.id);
      assertEquals((await pluginProcesses(mattermost, exerciser.id)).length, 1);
      Deno.kill(mattermost.pid, "SIGKILL");
      await eventually(
        "an end of all processes",
        async () => (await processesIn([mattermost.folder])).length === 0 || undefined,
      );
      assertEquals(await socketsOf(mattermost), []);
    },
  },
];
