/** Checks of a plugin that refuses to start, and then does start. @module */
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Check } from "../check.ts";
import {
  configurePlugin,
  disablePlugin,
  enablePlugin,
  uploadPlugin,
  waitForState,
} from "../client/plugins.ts";
import { pluginProcesses, processesEnd, socketsOf } from "../environment/plugin_processes.ts";

export const activation: readonly Check[] = [
  {
    name: "a plugin whose start fails is shown with its own words, and no process of it stays",
    always: true,
    async run({ admin, mattermost, archives: { exerciser } }) {
      await configurePlugin(admin, exerciser.id, { failactivation: true, word: "first" });
      await uploadPlugin(admin, exerciser.bytes);
      // The server may answer with the error or with success; the status is what people look at.
      await admin.call("POST", `/plugins/${exerciser.id}/enable`).catch(() => {});
      const { error } = await waitForState(admin, exerciser.id, "failed to start");
      assertStringIncludes(error, "the settings say that it shall not start");
      assertEquals(await pluginProcesses(mattermost, exerciser.id), []);
    },
  },
  {
    name: "it starts once its settings allow it",
    always: true,
    async run({ admin, mattermost, archives: { exerciser } }) {
      await admin.call("POST", `/plugins/${exerciser.id}/disable`).catch(() => {});
      await configurePlugin(admin, exerciser.id, { failactivation: false, word: "first" });
      await enablePlugin(admin, exerciser.id);
      assertEquals((await pluginProcesses(mattermost, exerciser.id)).length, 1);
    },
  },
  {
    name: "disabled, its process and its sockets are gone; enabled, it answers again",
    async run({ admin, ada, mattermost, log, archives: { exerciser } }) {
      const before = await log.lines();
      const said = (all: readonly { readonly msg: string }[]) =>
        all.filter(({ msg }) => msg === "goodbye").length;
      await disablePlugin(admin, exerciser.id);
      await processesEnd(mattermost, exerciser.id);
      assertEquals(said(await log.lines()), said(before) + 1);
      const response = await ada.fetch(`/plugins/${exerciser.id}/word`);
      await response.body?.cancel();
      assertEquals(response.status, 404);
      await enablePlugin(admin, exerciser.id);
      assertEquals((await ada.fetch(`/plugins/${exerciser.id}/word`)).status, 200);
      assertEquals((await socketsOf(mattermost)).length, 2, "one socket for each plugin");
    },
  },
];
