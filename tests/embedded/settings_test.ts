/** Declared settings, from the bundle to the log, with a plugin in a process of its own. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { createEmbeddedMattermost, type EmbeddedEvent } from "../../src/embedded/mod.ts";

const id = "com.example.settings";

const plugin = `import { definePlugin, section, setting } from "@mattermost-deno/plugin";
export default definePlugin({
  settings: {
    greeting: setting.text({ label: "Greeting", default: "Hello" }),
    maxItems: setting.number({ label: "Items", default: 10, min: 1 }),
    access: section({ title: "Access", settings: { token: setting.secret({ label: "Token" }) } }),
  },
  hooks: {
    executeCommand(args, { config, log }) {
      if (args.command === "/show") return JSON.stringify(config);
      console.log("console:", config.token, { token: config.token });
      log.warn("log: " + config.token, { nested: [{ token: config.token }] });
      queueMicrotask(() => { throw new Error("uncaught: " + config.token); });
      throw new Error("thrown: " + config.token);
    },
  },
  onActivate: ({ api }) => api.registerCommand({ command: { trigger: "show" } })
    .then(() => api.registerCommand({ command: { trigger: "leak" } })),
});
`;

Deno.test("declared settings reach the plugin typed and with defaults, and secrets reach no log", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdeno-settings-" }));
  const mattermost = createEmbeddedMattermost();
  try {
    const manifest = { id, version: "1.0.0", server: { runtime: "deno" } };
    await Deno.writeTextFile(`${folder}/plugin.ts`, plugin);
    await Deno.writeTextFile(`${folder}/plugin.json`, JSON.stringify(manifest));
    const bundle = await bundlePlugin({ entry: `${folder}/plugin.ts`, outDir: `${folder}/out` });

    const events: EmbeddedEvent[] = [];
    let heard = () => {};
    mattermost.events.subscribe((event) => {
      events.push(event);
      heard();
    });
    const logged = () => events.filter((event) => event.type === "log" && event.pluginId === id);
    const team = mattermost.createTeam({ name: "acme" });
    const ada = mattermost.createUser({ username: "ada" }, team);
    const channel = mattermost.createChannel({ teamId: team.id, name: "talk" }, ada);
    const run = (command: string) =>
      mattermost.execute({ userId: ada.id, channelId: channel.id, command });
    const config = async () => {
      await run("/show");
      const shown = events.findLast((event) => event.type === "ephemeral_message");
      return JSON.parse(shown?.type === "ephemeral_message" ? shown.post.message : "null");
    };

    await mattermost.installPlugin(bundle.folder);
    assertEquals(await config(), { greeting: "Hello", maxItems: 10, token: "" });

    const token = 'a "secret" of ada\\';
    await mattermost.setPluginConfig(id, { greeting: "Ahoy", maxitems: "12", token });
    assertEquals(await config(), { greeting: "Ahoy", maxItems: 12, token });
    await mattermost.setPluginConfig(id, { greeting: "Ahoy", maxitems: "none", token });
    assertEquals((await config()).maxItems, 10);

    const before = logged().length;
    const all = new Promise<void>((resolve) => {
      heard = () => {
        if (JSON.stringify(logged().slice(before)).includes("uncaught: ")) resolve();
      };
    });
    await run("/leak").catch(() => {});
    await all;
    const text = JSON.stringify(logged());
    assertStringIncludes(
      text,
      'the setting \\"maxItems\\" does not fit: expected a whole number of',
    );
    for (
      const line of ["console: ********", "log: ********", "uncaught error: uncaught: ********"]
    ) {
      assertStringIncludes(text, line);
    }
    assertStringIncludes(text, "executeCommand failed: thrown: ********");
    assertEquals(/a \S*secret\S* of ada/.test(text), false, text);
  } finally {
    await mattermost.stop();
    await Deno.remove(folder, { recursive: true });
  }
});
