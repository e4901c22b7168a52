/** Checks of a new version in the place of an older one. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { uploadPlugin, waitForState } from "../client/plugins.ts";
import { pluginProcesses } from "../environment/plugin_processes.ts";
import { greet } from "./commands.ts";

const numberOf = (greeting: string) => Number(/number (\d+)/.exec(greeting)?.[1]);

export const upgrade: readonly Check[] = [
  {
    name: "a new version takes the place of the running one, and finds its keys and values",
    async run(stage) {
      const { admin, mattermost, archives: { hello, newerHello } } = stage;
      const before = numberOf(await greet(stage, "/hello"));
      const [old] = await pluginProcesses(mattermost, hello.id);
      await uploadPlugin(admin, newerHello.bytes, true);
      const { version } = await waitForState(admin, hello.id, "running");
      assertEquals(version, newerHello.version);
      const now = await pluginProcesses(mattermost, hello.id);
      assertEquals([now.length, now[0] === old], [1, false]);
      assertEquals(numberOf(await greet(stage, "/hello")), before + 1);
    },
  },
  {
    name: "a plugin installs another one, in the place of the one that is there",
    async run({ admin, archives: { exerciser, hello } }) {
      const response = await admin.fetch(`/plugins/${exerciser.id}/install`, {
        method: "POST",
        body: hello.bytes,
      });
      const text = await response.text();
      assertEquals([response.status, response.ok ? "" : text], [200, ""]);
      assertEquals(JSON.parse(text), { id: hello.id, version: hello.version });
      const { version } = await waitForState(admin, hello.id, "running");
      assertEquals(version, hello.version);
    },
  },
];
