/**
 * The names of what a plugin can define, at run time.
 *
 * @module
 */
import type { PluginHookName } from "./hooks.ts";

/** Every hook, and what can be decided in it: nothing where it is not asked. */
const hooks: Readonly<Record<PluginHookName, "will" | "other">> = {
  messageWillBePosted: "will",
  messageWillBeUpdated: "will",
  messageHasBeenPosted: "other",
  messageHasBeenUpdated: "other",
  messagesWillBeConsumed: "other",
  messageHasBeenDeleted: "other",
  reactionHasBeenAdded: "other",
  reactionHasBeenRemoved: "other",
  scheduledPostWillBeCreated: "will",
  draftWillBeUpserted: "will",
  executeCommand: "other",
  serveHTTP: "other",
  serveMetrics: "other",
  fileWillBeUploaded: "will",
  fileWillBeDownloaded: "will",
  userHasBeenCreated: "other",
  userWillLogIn: "will",
  userHasLoggedIn: "other",
  userHasBeenDeactivated: "other",
  onSAMLLogin: "other",
  preferencesHaveChanged: "other",
  notificationWillBePushed: "will",
  emailNotificationWillBeSent: "will",
  channelHasBeenCreated: "other",
  channelWillBeUpdated: "will",
  channelWillBeArchived: "will",
  channelWillBeRestored: "will",
  channelMemberWillBeAdded: "will",
  teamMemberWillBeAdded: "will",
  userHasJoinedChannel: "other",
  userHasLeftChannel: "other",
  userHasJoinedTeam: "other",
  userHasLeftTeam: "other",
  onWebSocketConnect: "other",
  onWebSocketDisconnect: "other",
  webSocketMessageHasBeenPosted: "other",
  configurationWillBeSaved: "will",
  onInstall: "other",
  onSendDailyTelemetry: "other",
  runDataRetention: "other",
  onCloudLimitsUpdated: "other",
  onPluginClusterEvent: "other",
  generateSupportData: "other",
  onSharedChannelsSyncMsg: "other",
  onSharedChannelsPing: "other",
  onSharedChannelsAttachmentSyncMsg: "other",
  onSharedChannelsProfileImageSyncMsg: "other",
};

/** The hooks that must return an outcome, and can therefore refuse. */
export type WillHookName =
  | "messageWillBePosted"
  | "messageWillBeUpdated"
  | "scheduledPostWillBeCreated"
  | "draftWillBeUpserted"
  | "fileWillBeUploaded"
  | "fileWillBeDownloaded"
  | "userWillLogIn"
  | "notificationWillBePushed"
  | "emailNotificationWillBeSent"
  | "channelWillBeUpdated"
  | "channelWillBeArchived"
  | "channelWillBeRestored"
  | "channelMemberWillBeAdded"
  | "teamMemberWillBeAdded"
  | "configurationWillBeSaved";

/** Every name that `hooks` may hold. */
export const hookNames: readonly PluginHookName[] = Object.keys(hooks) as PluginHookName[];

/** Every name that `failClosed` may hold. */
export const willHookNames: readonly WillHookName[] = hookNames.filter((name) =>
  hooks[name] === "will"
) as WillHookName[];
