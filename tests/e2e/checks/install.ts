/** Checks of uploading and enabling. @module */
import { assertEquals } from "@std/assert";
import type { Check } from "../check.ts";
import { enablePlugin, pluginStatus, uploadPlugin } from "../client/plugins.ts";
import { PLUGIN_STATES } from "../client/models.ts";

export const install: readonly Check[] = [
  {
    name: "the example's bundle can be uploaded, and is not running before it is enabled",
    always: true,
    async run({ admin, archives: { hello } }) {
      const { id, version } = await uploadPlugin(admin, hello.bytes);
      assertEquals([id, version], [hello.id, hello.version]);
      const status = await pluginStatus(admin, id);
      assertEquals(PLUGIN_STATES[status?.state ?? -1], "not running");
      assertEquals(status?.version, hello.version);
    },
  },
  {
    name: "enabled, it runs and says so in the server's log",
    always: true,
    async run({ admin, log, archives: { hello } }) {
      await enablePlugin(admin, hello.id);
      const line = await log.line(
        "ready to greet",
        ({ plugin_id, msg }) => plugin_id === hello.id && msg === "ready to greet",
      );
      assertEquals(line.level, "info");
    },
  },
];
