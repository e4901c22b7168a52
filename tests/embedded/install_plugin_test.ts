/** The embedded Mattermost with plugins in processes of their own. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { ValidationError } from "../../src/api/errors.ts";
import { bundlePlugin } from "../../src/bundle/mod.ts";
import { createEmbeddedMattermost, type EmbeddedEvent } from "../../src/embedded/mod.ts";
import { HostError } from "../../src/host/mod.ts";

const entry = decodeURIComponent(
  new URL("../../examples/hello/plugin.ts", import.meta.url).pathname,
);
const id = "com.example.hello";

interface Stage extends AsyncDisposable {
  readonly mattermost: ReturnType<typeof createEmbeddedMattermost>;
  readonly events: EmbeddedEvent[];
  readonly bundle: string;
  /** Runs a command as ada; gives what she alone sees. */
  run(command: string): Promise<string | undefined>;
}

async function setUp(): Promise<Stage> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "mmdeno-embedded-" }));
  const { folder: bundle } = await bundlePlugin({ entry, outDir: `${folder}/hello` });
  const mattermost = createEmbeddedMattermost();
  const events: EmbeddedEvent[] = [];
  mattermost.events.subscribe((event) => void events.push(event));
  const team = mattermost.createTeam({ name: "acme" });
  const ada = mattermost.createUser({ username: "ada" }, team);
  const channel = mattermost.createChannel({ teamId: team.id, name: "talk" }, ada);
  return {
    mattermost,
    events,
    bundle,
    async run(command) {
      await mattermost.execute({ userId: ada.id, channelId: channel.id, command });
      const shown = events.findLast((event) => event.type === "ephemeral_message");
      return shown?.type === "ephemeral_message" ? shown.post.message : undefined;
    },
    async [Symbol.asyncDispose]() {
      await mattermost.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function editManifest(bundle: string, change: Record<string, unknown>): Promise<void> {
  const manifest = JSON.parse(await Deno.readTextFile(`${bundle}/plugin.json`));
  await Deno.writeTextFile(`${bundle}/plugin.json`, JSON.stringify({ ...manifest, ...change }));
}

Deno.test("an installed plugin is listed with its manifest and status until it is removed", async () => {
  await using s = await setUp();
  const plugin = await s.mattermost.installPlugin(s.bundle);
  const api = s.mattermost.api(id);
  const context = { signal: new AbortController().signal, pluginId: id };
  const [manifest] = await api.getPlugins!({} as never, context);
  assertEquals([manifest?.id, manifest?.version], [id, "1.0.0"]);
  assertEquals(await api.getBundlePath!({} as never, context), s.bundle);
  assertEquals(await s.run("/hello"), "Hello, @ada! (Greeting number 1.)");
  await s.mattermost.removePlugin(id);
  assertEquals(plugin.status, "NotRunning");
  await assertRejects(() => s.run("/hello"), Error, `no command "/hello"`);
  const changes = s.events.filter((event) => event.type === "plugin_status_changed");
  assertEquals(changes.map(({ state }) => state), ["running", "not_running"]);
});

Deno.test("a plugin is replaced only on request, and what it kept stays", async () => {
  await using s = await setUp();
  const first = await s.mattermost.installPlugin(s.bundle);
  assertEquals(await s.run("/hello"), "Hello, @ada! (Greeting number 1.)");
  const error = await assertRejects(() => s.mattermost.installPlugin(s.bundle), ValidationError);
  assertEquals(error.id, "app.plugin.install_id.app_error");
  assertStringIncludes(error.message, "replace: true");
  assertEquals(first.status, "Running");
  const second = await s.mattermost.installPlugin(s.bundle, { replace: true });
  assertEquals([first.status, second.status], ["NotRunning", "Running"]);
  assertEquals(await s.run("/hello"), "Hello, @ada! (Greeting number 2.)");
});

Deno.test("a plugin for a newer server is refused before it starts", async () => {
  await using s = await setUp();
  await editManifest(s.bundle, { min_server_version: "99.0.0" });
  const error = await assertRejects(() => s.mattermost.installPlugin(s.bundle), ValidationError);
  assertStringIncludes(error.message, "needs Mattermost 99.0.0; the embedded server is");
});

Deno.test("a plugin that does not start is not installed, and its commands are gone", async () => {
  await using s = await setUp();
  await Deno.writeTextFile(
    `${s.bundle}/server/plugin.js`,
    `export default {
      kind: "mattermost-deno.PluginDefinition",
      hooks: {},
      failClosed: [],
      async onActivate({ api }) {
        await api.registerCommand({ command: { trigger: "left" } });
        throw new Error("not in the mood");
      },
    };`,
  );
  const error = await assertRejects(() => s.mattermost.installPlugin(s.bundle), HostError);
  assertStringIncludes(error.message, "not in the mood");
  const last = s.events.findLast((event) => event.type === "plugin_status_changed");
  assert(last?.type === "plugin_status_changed");
  assertEquals([last.pluginId, last.state], [id, "failed_to_start"]);
  await assertRejects(() => s.run("/left"), Error, `no command "/left"`);
});
