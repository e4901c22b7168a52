/** Checks of removing the plugins. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { pluginStatus } from "../client/plugins.ts";
import { processesEnd, socketsOf } from "../environment/plugin_processes.ts";

export const removal: readonly Check[] = [
  {
    name: "removed, the plugins have no process, no socket, no folder, no command and no endpoint",
    async run({ admin, ada, mattermost, team, archives }) {
      const { hello, exerciser, language } = archives;
      for (const { id } of [hello, exerciser]) {
        await admin.call("DELETE", `/plugins/${id}`);
        assertEquals(await pluginStatus(admin, id), undefined);
        await processesEnd(mattermost, id);
        const folder = Deno.lstat(`${mattermost.folder}/plugins/${id}`);
        assertEquals(await folder.then(() => "there", () => "gone"), "gone");
      }
      // The one that was killed in another check could not remove its socket, if it was in Go.
      if (language === "deno") assertEquals(await socketsOf(mattermost), []);
      const response = await ada.fetch(`/plugins/${hello.id}/countdown`);
      await response.body?.cancel();
      assertEquals(response.status, 404);
      const commands = await ada.call<readonly { readonly trigger: string }[]>(
        "GET",
        `/teams/${team.id}/commands/autocomplete`,
      );
      assertEquals(commands.filter(({ trigger }) => trigger === "hello"), []);
    },
  },
];
