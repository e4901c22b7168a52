/**
 * Hooks of plugins that share channels with other systems.
 *
 * @module
 */
import type { MessageInitShape } from "@bufbuild/protobuf";
import type { SyncMsg } from "../../gen/go_json.ts";
import type { FileInfo } from "../../gen/mattermost/pluginapi/v1/file_pb.ts";
import type { RemoteCluster } from "../../gen/mattermost/pluginapi/v1/hooks_command_pb.ts";
import type { Post } from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
import type { SyncResponseSchema } from "../../gen/mattermost/pluginapi/v1/shared_channels_pb.ts";
import type { User } from "../../gen/mattermost/pluginapi/v1/user_pb.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable, Ignored } from "./hook_types.ts";

/**
 * Hooks of plugins that share channels with other systems, registered with
 * `api.registerPluginForSharedChannels`.
 */
export interface SharedChannelHooks<Config extends object = PluginConfig> {
  /**
   * Called with what happened in a shared channel: posts, reactions, the people who wrote them.
   * Returns how far the other system has taken it over, and what failed; fields that are left out
   * are 0 or empty. After a throw the same is sent again later. Mattermost 9.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnSharedChannelsSyncMsg
   */
  readonly onSharedChannelsSyncMsg?: (
    message: SyncMsg,
    remote: RemoteCluster,
    context: HookContext<Config>,
  ) => Awaitable<MessageInitShape<typeof SyncResponseSchema>>;

  /**
   * Asked now and then whether the other system is there. `false` (and a throw) has Mattermost wait
   * with what it has to send. Mattermost 9.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnSharedChannelsPing
   */
  readonly onSharedChannelsPing?: (
    remote: RemoteCluster,
    context: HookContext<Config>,
  ) => Awaitable<boolean>;

  /**
   * Called with a file that was attached to a post in a shared channel; its bytes come from
   * `api.getFile`. After a throw it is sent again later. Mattermost 9.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnSharedChannelsAttachmentSyncMsg
   */
  readonly onSharedChannelsAttachmentSyncMsg?: (
    info: FileInfo,
    post: Post,
    remote: RemoteCluster,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Called when somebody in a shared channel has a new picture; its bytes come from
   * `api.getProfileImage`. After a throw it is sent again later. Mattermost 9.5.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.OnSharedChannelsProfileImageSyncMsg
   */
  readonly onSharedChannelsProfileImageSyncMsg?: (
    user: User,
    remote: RemoteCluster,
    context: HookContext<Config>,
  ) => Ignored;
}
