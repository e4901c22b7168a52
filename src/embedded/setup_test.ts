/** What the tests of this folder share: a server with a hand-moved clock, and plugins in process. */
import { create } from "@bufbuild/protobuf";
import type { PluginAPI } from "../../gen/plugin_api.ts";
import type { HookName, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import { createPluginAPI } from "../api/create_plugin_api.ts";
import { type Channel, ManifestSchema, type Team, type User } from "../contract/mod.ts";
import { createPluginAPIHandler } from "../host/mod.ts";
import { connectMemory } from "../transport/memory.ts";
import {
  createEmbeddedMattermost,
  type EmbeddedEvent,
  type EmbeddedMattermost,
  type EmbeddedMattermostOptions,
} from "./mod.ts";
import type { ActivePlugin } from "./plugin_registry.ts";

/** 1 January 2026, noon, in Unix milliseconds: where the tests' clock stands at first. */
export const noon = Date.UTC(2026, 0, 1, 12);

/** A server with one team, one channel and two users in it, the first one an administrator. */
export interface Setup extends AsyncDisposable {
  readonly mattermost: EmbeddedMattermost;
  /** What happened since the setup was complete. */
  readonly events: EmbeddedEvent[];
  /** The plugin API, called as a plugin does: typed, and through the messages of the contract. */
  readonly api: PluginAPI;
  readonly team: Team;
  readonly channel: Channel;
  readonly ada: User;
  readonly bob: User;
  /** Moves the clock on by so many milliseconds. */
  pass(ms: number): void;
}

/** Makes a {@link Setup}. */
export function setUp(options: EmbeddedMattermostOptions = {}): Setup {
  let now = noon;
  const mattermost = createEmbeddedMattermost({ now: () => now, ...options });
  const team = mattermost.createTeam({ name: "acme" });
  const ada = mattermost.createUser({ username: "ada" }, team);
  const bob = mattermost.createUser({ username: "bob" }, team);
  const channel = mattermost.createChannel({ teamId: team.id, name: "talk" }, ada, bob);
  const events: EmbeddedEvent[] = [];
  mattermost.events.subscribe((event) => void events.push(event));
  return {
    mattermost,
    events,
    api: apiOf(mattermost, "com.example.first"),
    team,
    channel,
    ada,
    bob,
    pass: (ms) => now += ms,
    [Symbol.asyncDispose]: () => mattermost.stop(),
  };
}

/** The plugin API of a plugin, over the transport without a wire. */
export function apiOf(mattermost: EmbeddedMattermost, pluginId: string): PluginAPI {
  const handler = createPluginAPIHandler(mattermost.api(pluginId), { pluginId });
  return createPluginAPI(connectMemory([handler]));
}

/** A plugin that runs in the test: its hooks are functions. */
export function inProcessPlugin(
  id: string,
  hooks: Partial<PluginHooksClient>,
  more: Partial<ActivePlugin> = {},
): ActivePlugin {
  return {
    id,
    manifest: create(ManifestSchema, { id, name: id, version: "1.0.0" }),
    bundlePath: "",
    hooks: hooks as PluginHooksClient,
    implements: (hook: HookName) => hooks[hook as keyof PluginHooksClient] !== undefined,
    status: () => "Running",
    fetch: () => Promise.resolve(new Response("not found", { status: 404 })),
    stop: () => Promise.resolve(),
    ...more,
  };
}

/** The events of one type. */
export function eventsOf<T extends EmbeddedEvent["type"]>(
  events: readonly EmbeddedEvent[],
  type: T,
): Extract<EmbeddedEvent, { type: T }>[] {
  return events.filter((event): event is Extract<EmbeddedEvent, { type: T }> =>
    event.type === type
  );
}
