import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import type { Manifest } from "../contract/mod.ts";
import { botMethods } from "./bots.ts";
import { channelMemberMethods } from "./channel_members.ts";
import { channelMethods } from "./channels.ts";
import { commandMethods } from "./commands.ts";
import { configMethods } from "./config.ts";
import { dialogMethods } from "./dialogs.ts";
import { directChannelMethods } from "./direct_channels.ts";
import { ephemeralPostMethods } from "./ephemeral_posts.ts";
import { emojiMethods } from "./emoji.ts";
import { fileMethods } from "./files.ts";
import { kvMethods } from "./kv.ts";
import { loggingMethods } from "./logging.ts";
import { mailMethods } from "./mail.ts";
import { permissionMethods } from "./permissions.ts";
import { pluginConfigMethods } from "./plugin_config.ts";
import { pluginHTTPMethods } from "./plugin_http.ts";
import { pluginMethods } from "./plugins.ts";
import { postListMethods } from "./post_lists.ts";
import { postMethods } from "./posts.ts";
import { preferenceMethods } from "./preferences.ts";
import { profileImageMethods } from "./profile_images.ts";
import { reactionMethods } from "./reactions.ts";
import type { Server } from "./server.ts";
import { serverInfoMethods } from "./server_info.ts";
import { sessionMethods } from "./sessions.ts";
import { teamMemberMethods } from "./team_members.ts";
import { teamMethods } from "./teams.ts";
import { uploadSessionMethods } from "./upload_sessions.ts";
import { userStatusMethods } from "./user_status.ts";
import { userMethods } from "./users.ts";
import { websocketEventMethods } from "./websocket_events.ts";

/** The plugin whom the API is for. */
export interface APIOwner {
  /** Its id. */
  readonly pluginId: string;
  /** Its manifest, for the defaults of its settings; undefined for a plugin without one. */
  readonly manifest: Manifest | undefined;
  /** The folder that it was installed from; `""` for one without. */
  readonly bundlePath: string;
}

/** The plugin API over a server's state, for one plugin: every subject's methods. */
export function createAPIHandlers(server: Server, owner: APIOwner): PluginAPIHandlers {
  const { pluginId, manifest } = owner;
  return {
    ...userMethods(server),
    ...userStatusMethods(server),
    ...botMethods(server, pluginId),
    ...preferenceMethods(server),
    ...permissionMethods(server),
    ...teamMethods(server),
    ...teamMemberMethods(server),
    ...channelMethods(server),
    ...channelMemberMethods(server),
    ...directChannelMethods(server),
    ...postMethods(server, pluginId),
    ...postListMethods(server),
    ...ephemeralPostMethods(server),
    ...reactionMethods(server),
    ...fileMethods(server),
    ...uploadSessionMethods(server),
    ...emojiMethods(),
    ...mailMethods(server),
    ...profileImageMethods(server),
    ...sessionMethods(server),
    ...kvMethods(server, pluginId),
    ...commandMethods(server, pluginId),
    ...dialogMethods(server, pluginId),
    ...websocketEventMethods(server, pluginId),
    ...configMethods(server),
    ...pluginConfigMethods(server, pluginId, manifest),
    ...loggingMethods(server, pluginId),
    ...pluginMethods(server, owner),
    ...pluginHTTPMethods(server, pluginId),
    ...serverInfoMethods(server, pluginId),
  };
}
