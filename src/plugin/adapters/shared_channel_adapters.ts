/**
 * @module
 */
import type { SyncMsg } from "../../../gen/go_json.ts";
import { FileInfoSchema } from "../../../gen/mattermost/pluginapi/v1/file_pb.ts";
import { RemoteClusterSchema } from "../../../gen/mattermost/pluginapi/v1/hooks_command_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { PostSchema } from "../../../gen/mattermost/pluginapi/v1/post_pb.ts";
import { SyncResponseSchema } from "../../../gen/mattermost/pluginapi/v1/shared_channels_pb.ts";
import { UserSchema } from "../../../gen/mattermost/pluginapi/v1/user_pb.ts";
import { messageFrom } from "../../api/message_from_init.ts";
import { shown } from "../../api/mismatch.ts";
import type { SharedChannelHooks } from "../shared_channel_hooks.ts";
import { answering, failing, given, type HookAdapter } from "./hook_adapter.ts";
import { jsonPayload } from "./json_payload.ts";

const { method } = PluginHooks;

/** The hooks of plugins that share channels with other systems. */
export const sharedChannelAdapters: Readonly<Record<keyof SharedChannelHooks, HookAdapter>> = {
  onSharedChannelsSyncMsg: failing(
    "onSharedChannelsSyncMsg",
    method.onSharedChannelsSyncMsg,
    ({ syncMsg, remoteCluster }) => [
      jsonPayload<SyncMsg>(syncMsg?.syncMsgJson, "a sync message"),
      given(remoteCluster, RemoteClusterSchema),
    ],
    (response) => ({
      response: messageFrom(SyncResponseSchema, response, "onSharedChannelsSyncMsg: answer"),
    }),
  ),
  onSharedChannelsPing: answering(
    "onSharedChannelsPing",
    method.onSharedChannelsPing,
    ({ remoteCluster }) => [given(remoteCluster, RemoteClusterSchema)],
    (healthy) => {
      if (typeof healthy === "boolean") return { healthy };
      throw new TypeError(
        "onSharedChannelsPing must return true or false, but it returned " +
          (healthy === undefined ? "nothing" : shown(healthy)),
      );
    },
  ),
  onSharedChannelsAttachmentSyncMsg: failing(
    "onSharedChannelsAttachmentSyncMsg",
    method.onSharedChannelsAttachmentSyncMsg,
    ({ fileInfo, post, remoteCluster }) => [
      given(fileInfo, FileInfoSchema),
      given(post, PostSchema),
      given(remoteCluster, RemoteClusterSchema),
    ],
    () => ({}),
  ),
  onSharedChannelsProfileImageSyncMsg: failing(
    "onSharedChannelsProfileImageSyncMsg",
    method.onSharedChannelsProfileImageSyncMsg,
    ({ user, remoteCluster }) => [
      given(user, UserSchema),
      given(remoteCluster, RemoteClusterSchema),
    ],
    () => ({}),
  ),
};
