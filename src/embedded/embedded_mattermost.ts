import { create, type JsonObject, type MessageInitShape } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import {
  type Channel,
  ChannelSchema,
  ChannelType,
  type Manifest,
  type Post,
  type Team,
  TeamSchema,
  TeamType,
  type User,
  UserSchema,
} from "../contract/mod.ts";
import type { RunningPlugin } from "../host/running_plugin.ts";
import { addChannelMember } from "./channel_members.ts";
import { createChannel } from "./channels.ts";
import { type ClientActions, createClientActions } from "./client_actions.ts";
import { createCommandRegistry } from "./command_registry.ts";
import { initConfig } from "./config.ts";
import { createEventBus, type Events } from "./events.ts";
import { withReplyCount } from "./find_post.ts";
import type { InstallPluginOptions } from "./install_plugin.ts";
import { createAPIHandlers } from "./api_handlers.ts";
import { setPluginConfig } from "./plugin_config.ts";
import { type ClientIdentity, fetchAsClient } from "./plugin_http.ts";
import { type ActivePlugin, createPluginRegistry } from "./plugin_registry.ts";
import { addPlugin, removePlugin } from "./plugins.ts";
import { createBackgroundWork, log, type Server } from "./server.ts";
import { initServerInfo } from "./server_info.ts";
import { openDatabase } from "./store/database.ts";
import { newId } from "./store/ids.ts";
import { openTables } from "./store/tables.ts";
import { addTeamMember } from "./team_members.ts";
import { createTeam } from "./teams.ts";
import { createUser } from "./users.ts";
import { connectWebSocket, type WebSocketClient } from "./websocket_clients.ts";

/** How an embedded Mattermost is made. Everything has a default. */
export interface EmbeddedMattermostOptions {
  /** The SQLite file to keep everything in, made if need be. Default: memory, gone at the end. */
  readonly database?: string;
  /** The server's address, without a slash at the end. Default: `http://localhost:8065`. */
  readonly siteUrl?: string;
  /** The time, in Unix milliseconds. Default: the system's. */
  readonly now?: () => number;
  /** Makes a 26-character id. Default: a random one. */
  readonly newId?: () => string;
}

/** What a server knows of a plugin from its bundle. */
export interface PluginFacts {
  /** Its manifest, for the defaults of its settings. */
  readonly manifest?: Manifest | undefined;
  /** The folder that it was installed from. */
  readonly bundlePath?: string | undefined;
}

/** A Mattermost server inside this process: its state, its plugins, and what its users do. */
export interface EmbeddedMattermost extends ClientActions, AsyncDisposable {
  /** What happens, from now on. */
  readonly events: Events;
  /** Creates a team; only its name is needed. It has the channels `town-square` and `off-topic`. */
  createTeam(team: MessageInitShape<typeof TeamSchema> & { name: string }): Team;
  /**
   * Creates an account; only its username is needed. The first one is the system administrator's.
   *
   * @param teams The teams to add the user to, with their first channels.
   */
  createUser(
    user: MessageInitShape<typeof UserSchema> & { username: string },
    ...teams: readonly Team[]
  ): User;
  /**
   * Creates a channel, public unless it says otherwise.
   *
   * @param members Who is in it from the start; they must be in the team.
   */
  createChannel(
    channel: MessageInitShape<typeof ChannelSchema> & { teamId: string; name: string },
    ...members: readonly User[]
  ): Channel;
  /**
   * Connects a client over a WebSocket; the plugins are told of it, and of what it sends.
   *
   * @param userId Whose it is. Default: nobody's, as before a login.
   */
  connectWebSocket(userId?: string): WebSocketClient;
  /** The posts of a channel, oldest first, without those that are deleted. */
  posts(channelId: string): Post[];
  /**
   * The plugin API as the plugin with this id sees it; it need not be installed.
   *
   * @param facts what the server knows of a plugin that is not installed yet
   */
  api(pluginId: string, facts?: PluginFacts): PluginAPIHandlers;
  /**
   * Starts a plugin from its bundle, in its sandbox; its hooks are called after those of the
   * plugins before it.
   *
   * @param bundleFolder A folder as `bundlePlugin` writes it.
   */
  installPlugin(bundleFolder: string, options?: InstallPluginOptions): Promise<RunningPlugin>;
  /** Adds a plugin that runs elsewhere, such as in a test. */
  attachPlugin(plugin: ActivePlugin): Promise<void>;
  /** Stops a plugin and takes it out; what it kept stays. */
  removePlugin(pluginId: string): Promise<void>;
  /** Saves a plugin's settings, all of them, as an administrator would; it hears of the change. */
  setPluginConfig(pluginId: string, settings: JsonObject): Promise<void>;
  /**
   * Sends an HTTP request as a client: to the plugin that the path names, `/plugins/<id>/…`.
   *
   * @param request A request, or the path alone.
   */
  fetch(request: Request | string, identity?: ClientIdentity): Promise<Response>;
  /** Resolves when no hook is under way that nobody waits for (`messageHasBeenPosted`, …). */
  settled(): Promise<void>;
  /** Stops the plugins, the last one first, then closes the database. May be called again. */
  stop(): Promise<void>;
}

/**
 * Makes a Mattermost server inside this process, for development, tests and demonstrations.
 *
 * @throws {Error} When the database file cannot be used.
 *
 * @example A server with one user, and what its plugins make of a message
 * ```ts
 * import { createEmbeddedMattermost } from "./embedded_mattermost.ts";
 *
 * await using mattermost = createEmbeddedMattermost();
 * const team = mattermost.createTeam({ name: "acme" });
 * const ada = mattermost.createUser({ username: "ada" }, team);
 * const channel = mattermost.createChannel({ teamId: team.id, name: "talk" }, ada);
 * const post = await mattermost.post({ userId: ada.id, channelId: channel.id, message: "Hi" });
 * console.log(post.message);
 * ```
 */
export function createEmbeddedMattermost(
  options: EmbeddedMattermostOptions = {},
): EmbeddedMattermost {
  const server = createServer(options);
  const site = options.siteUrl ?? defaultSiteUrl;
  let stopping: Promise<void> | undefined;
  const stop = () => stopping ??= stopServer(server);
  return {
    ...createClientActions(server),
    events: server.events,
    createTeam: (team) =>
      createTeam(
        server,
        create(TeamSchema, { displayName: team.name, type: TeamType.OPEN, ...team }),
      ),
    createUser(user, ...teams) {
      const draft = { email: `${user.username}@example.com`, ...user };
      const created = createUser(server, create(UserSchema, draft));
      for (const team of teams) addTeamMember(server, team.id, created.id);
      return created;
    },
    createChannel(channel, ...members) {
      const draft = { displayName: channel.name, type: ChannelType.OPEN, ...channel };
      const created = createChannel(server, create(ChannelSchema, draft));
      for (const user of members) addChannelMember(server, created.id, user.id);
      return created;
    },
    connectWebSocket: (userId) => connectWebSocket(server, userId),
    posts: (channelId) =>
      server.tables.posts.all(
        "WHERE channel_id = ? AND delete_at = 0 ORDER BY create_at, seq",
        channelId,
      ).map((post) => withReplyCount(server, post)),
    api(pluginId, facts) {
      const { manifest, bundlePath = "" } = facts ?? server.plugins.get(pluginId) ?? {};
      return createAPIHandlers(server, { pluginId, manifest, bundlePath });
    },
    async installPlugin(folder, installOptions) {
      // Loaded when it is needed: gRPC reads the environment, which a test may not allow.
      const { installPlugin } = await import("./install_plugin.ts");
      return await installPlugin(server, folder, installOptions);
    },
    attachPlugin: (plugin) => addPlugin(server, plugin),
    removePlugin: (pluginId) => removePlugin(server, pluginId),
    setPluginConfig: (pluginId, settings) => setPluginConfig(server, pluginId, settings),
    fetch: (request, identity = {}) =>
      fetchAsClient(
        server,
        typeof request === "string" ? new Request(new URL(request, site)) : request,
        identity,
      ),
    settled: () => server.background.settled(),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

const defaultSiteUrl = "http://localhost:8065";

/** The state and the services that every subject works on. */
export function createServer(options: EmbeddedMattermostOptions = {}): Server {
  const database = openDatabase(options.database ?? ":memory:");
  const events = createEventBus();
  const server: Server = {
    database,
    tables: openTables(database),
    now: options.now ?? Date.now,
    newId: options.newId ?? (() => newId()),
    secret: crypto.getRandomValues(new Uint8Array(32)),
    events,
    plugins: createPluginRegistry(),
    commands: createCommandRegistry(),
    background: createBackgroundWork((error) =>
      log(server, "error", `Work in the background failed: ${error}`)
    ),
  };
  initConfig(server, options.siteUrl ?? defaultSiteUrl);
  initServerInfo(server);
  return server;
}

async function stopServer(server: Server): Promise<void> {
  const failures: unknown[] = [];
  for (const plugin of server.plugins.active().toReversed()) {
    server.plugins.remove(plugin.id);
    server.commands.unregisterPlugin(plugin.id);
    try {
      await plugin.stop();
    } catch (error) {
      failures.push(error);
    }
  }
  await server.background.settled();
  server.events.close();
  server.database.close();
  if (failures.length > 0) {
    throw new AggregateError(failures, "Some plugins of the embedded Mattermost did not stop.");
  }
}
