import type { BundledPlugin } from "../../../src/bundle/mod.ts";
import { bundlePlugin } from "../../../src/bundle/mod.ts";
import type { Channel, Team, User } from "../../../src/contract/mod.ts";
import {
  createEmbeddedMattermost,
  type EmbeddedEvent,
  type EmbeddedMattermost,
} from "../../../src/embedded/mod.ts";
import type { RunningPlugin } from "../../../src/host/mod.ts";
import { expectEqual } from "./expect.ts";
import { timed, type Transcript } from "./transcript.ts";

/** What the demo plays on: a server with two people in a channel, and a folder for what it makes. */
export interface Stage {
  readonly mattermost: EmbeddedMattermost;
  readonly transcript: Transcript;
  readonly team: Team;
  readonly channel: Channel;
  readonly ada: User;
  readonly bob: User;
  /** Everything that happened on the server, in order. */
  readonly events: readonly EmbeddedEvent[];
  /** The demo's folder; bundles and sockets are in it. */
  readonly folder: string;
  /** The processes that were started. */
  readonly processes: number[];
}

/** Starts the server and lets the people in. */
export async function setStage(transcript: Transcript, folder: string): Promise<Stage> {
  await Deno.mkdir(socketsIn(folder));
  transcript.chapter("A Mattermost server in this process, everything in memory");
  const { result: stage, ms } = await timed(() => {
    const mattermost = createEmbeddedMattermost();
    const events: EmbeddedEvent[] = [];
    mattermost.events.subscribe((event) => void events.push(event));
    const team = mattermost.createTeam({ name: "acme" });
    const ada = mattermost.createUser({ username: "ada" }, team);
    const bob = mattermost.createUser({ username: "bob" }, team);
    const channel = mattermost.createChannel({ teamId: team.id, name: "talk" }, ada, bob);
    return { mattermost, transcript, team, channel, ada, bob, events, folder, processes: [] };
  });
  await stage.mattermost.login(stage.ada.id);
  transcript.outcome(`the team acme, its channel talk, ada and bob in it`, ms);
  return stage;
}

/** The folder of the plugins' sockets; short, since a socket's path may not be long. */
export function socketsIn(folder: string): string {
  return `${folder}/s`;
}

/** Bundles a plugin of this folder. */
export async function bundle(
  { transcript, folder }: Stage,
  source: string,
  name: string,
): Promise<BundledPlugin> {
  const entry = decodeURIComponent(new URL(source, import.meta.url).pathname);
  const { result, ms } = await timed(() => bundlePlugin({ entry, outDir: `${folder}/${name}` }));
  const { size } = await Deno.stat(`${result.folder}/server/plugin.js`);
  transcript.outcome(`bundled: one file of ${Math.round(size / 1024)} KiB`, ms);
  expectEqual("the permissions that the manifest asks for", {
    net: result.plan.permissions.net,
    read: result.plan.permissions.read,
    env: result.plan.permissions.env,
  }, { net: [], read: [], env: [] });
  return result;
}

/** Installs a bundle, which starts it in its sandbox. */
export async function install(stage: Stage, bundleFolder: string): Promise<RunningPlugin> {
  const { mattermost, transcript, folder, processes } = stage;
  const { result: plugin, ms } = await timed(() =>
    mattermost.installPlugin(bundleFolder, { host: { socketParent: socketsIn(folder) } })
  );
  processes.push(plugin.pid);
  transcript.outcome(`running in its sandbox, as process ${plugin.pid}`, ms);
  expectEqual("the plugin's status", plugin.status, "Running");
  return plugin;
}
