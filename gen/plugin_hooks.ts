// Written by `deno task gen` from proto/ and gen/go_schema.json. Do not edit.

/**
 * The hooks of a plugin, as the host that calls them sees them.
 *
 * @module
 */

import type { Config, EmailNotification, SAMLAssertionInfo, SyncMsg } from "./go_json.ts";
import type { ChannelMember } from "./mattermost/pluginapi/v1/api_channel_post_pb.ts";
import type { CommandResponse, PushNotification } from "./mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { Channel } from "./mattermost/pluginapi/v1/channel_pb.ts";
import type { RequestContextSchema } from "./mattermost/pluginapi/v1/common_pb.ts";
import type { FileData, FileInfo } from "./mattermost/pluginapi/v1/file_pb.ts";
import type { ExecuteCommandRequestSchema, GenerateSupportDataRequestSchema, OnPluginClusterEventRequestSchema, OnSharedChannelsAttachmentSyncMsgRequestSchema, OnSharedChannelsPingRequestSchema, OnSharedChannelsProfileImageSyncMsgRequestSchema, OnWebSocketConnectRequestSchema, OnWebSocketDisconnectRequestSchema, RemoteClusterSchema, WebSocketMessageHasBeenPostedRequestSchema } from "./mattermost/pluginapi/v1/hooks_command_pb.ts";
import type { PluginContextSchema } from "./mattermost/pluginapi/v1/hooks_common_pb.ts";
import type { ServeHTTPRequestInitSchema, ServeHTTPResponseInit } from "./mattermost/pluginapi/v1/hooks_http_pb.ts";
import type { ImplementedRequestSchema, OnActivateRequestSchema, OnCloudLimitsUpdatedRequestSchema, OnConfigurationChangeRequestSchema, OnDeactivateRequestSchema, OnInstallRequestSchema, OnSendDailyTelemetryRequestSchema, RunDataRetentionRequestSchema } from "./mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
import type { DraftWillBeUpsertedRequestSchema, EmailNotificationContent, FileWillBeDownloadedRequestSchema, FileWillBeUploadedRequestSchema, MessageHasBeenDeletedRequestSchema, MessageHasBeenPostedRequestSchema, MessageHasBeenUpdatedRequestSchema, MessageWillBePostedRequestSchema, MessageWillBeUpdatedRequestSchema, MessagesWillBeConsumedRequestSchema, NotificationWillBePushedRequestSchema, PreferencesHaveChangedRequestSchema, ReactionHasBeenAddedRequestSchema, ReactionHasBeenRemovedRequestSchema, ScheduledPostWillBeCreatedRequestSchema } from "./mattermost/pluginapi/v1/hooks_message_pb.ts";
import type { ChannelHasBeenCreatedRequestSchema, ChannelMemberWillBeAddedRequestSchema, ChannelWillBeArchivedRequestSchema, ChannelWillBeRestoredRequestSchema, ChannelWillBeUpdatedRequestSchema, TeamMemberWillBeAddedRequestSchema, UserHasBeenCreatedRequestSchema, UserHasBeenDeactivatedRequestSchema, UserHasJoinedChannelRequestSchema, UserHasJoinedTeamRequestSchema, UserHasLeftChannelRequestSchema, UserHasLeftTeamRequestSchema, UserHasLoggedInRequestSchema, UserWillLogInRequestSchema } from "./mattermost/pluginapi/v1/hooks_user_channel_pb.ts";
import type { Draft, Post, ScheduledPost } from "./mattermost/pluginapi/v1/post_pb.ts";
import type { SyncResponse } from "./mattermost/pluginapi/v1/shared_channels_pb.ts";
import type { TeamMember } from "./mattermost/pluginapi/v1/team_pb.ts";
import type { UserSchema } from "./mattermost/pluginapi/v1/user_pb.ts";
import type { MessageInitShape } from "@bufbuild/protobuf";

/** What a host may say about one call of a hook. */
export interface PluginHookCallOptions {
  /** Aborting it ends the wait for the answer and cancels the hook on the plugin's side. */
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the call fails. Default: the host's own limit. */
  timeoutMs?: number | undefined;
}

/**
 * Every hook of a plugin. Results are Go's: nothing, one value, or an object of several.
 */
export interface PluginHooksClient {
  /**
   * Starts the plugin: register commands, make sure of the bot, open what is needed.
   *
   * Called once after each start of the process, when the configuration has been read; no other
   * hook but `onConfigurationChange` comes before it has answered. An error ends the process and
   * the plugin is shown as failed to start.
   *
   * Since Mattermost 5.2. In Go: `OnActivate() error`.
   *
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onActivate(request: MessageInitShape<typeof OnActivateRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the host which hooks the plugin has.
   *
   * Called right after the handshake, possibly more than once, before any other hook. The SDK
   * answers it from the plugin's own list. A failure makes the start fail.
   *
   * Since Mattermost 5.2. In Go: `Implemented() ([]string, error)`.
   *
   * @returns Their names as in this service, for example `MessageWillBePosted`. The host calls no others; names that it does not know are ignored.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  implemented(request: MessageInitShape<typeof ImplementedRequestSchema>, options?: PluginHookCallOptions): Promise<string[]>;

  /**
   * Ends the plugin: here it can still call the API and finish its work.
   *
   * Called when the plugin is disabled, replaced or removed, or the server stops; no further hooks
   * come. The process ends soon after, whatever the answer; an error is only logged.
   *
   * Since Mattermost 5.2. In Go: `OnDeactivate() error`.
   *
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onDeactivate(request: MessageInitShape<typeof OnDeactivateRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin to read its configuration again.
   *
   * Called before `onActivate`, once more after it, and on every change of the server's
   * configuration, other settings included. An error is logged and the plugin runs on, so keep the
   * last good settings.
   *
   * Since Mattermost 5.2. In Go: `OnConfigurationChange() error`.
   *
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onConfigurationChange(request: MessageInitShape<typeof OnConfigurationChangeRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Answers an HTTP request to `/plugins/<id>/…`.
   *
   * Anyone who reaches the server can send one; the header `Mattermost-User-Id` is there only for
   * logged-in users. Both bodies are streamed and the response may begin before the request has
   * ended. Cancelled when the client goes away. The host answers 404 for a plugin without this
   * hook, 503 when the call cannot be made and 502 when it ends without a response; after the first
   * message a failure cuts the response off.
   *
   * Since Mattermost 5.2. In Go: `ServeHTTP(c *plugin.Context, w http.ResponseWriter, r *http.Request)`.
   *
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  serveHTTP(request: { init: MessageInitShape<typeof ServeHTTPRequestInitSchema>; body: ReadableStream<Uint8Array> | null }, options?: PluginHookCallOptions): Promise<{ init: ServeHTTPResponseInit; body: ReadableStream<Uint8Array> | null }>;

  /**
   * Carries out a slash command that the plugin registered with `registerCommand`.
   *
   * Called when a user enters its trigger. The answer is shown to the user or posted in the
   * channel; an error is shown to the user. No answer and no error makes the server say that it
   * does not know the command. If the call fails, the user sees an error.
   *
   * Since Mattermost 5.2. In Go: `ExecuteCommand(c *plugin.Context, args *model.CommandArgs) (*model.CommandResponse, *model.AppError)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `args`: The command line, and who entered it where.
   * @returns The answer. Null when the plugin has nothing to answer.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  executeCommand(request: MessageInitShape<typeof ExecuteCommandRequestSchema>, options?: PluginHookCallOptions): Promise<CommandResponse | null>;

  /**
   * Tells the plugin that an account was created.
   *
   * Called after it is saved. A failure is logged.
   *
   * Since Mattermost 5.10. In Go: `UserHasBeenCreated(c *plugin.Context, user *model.User)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `user`: The new account.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userHasBeenCreated(request: MessageInitShape<typeof UserHasBeenCreatedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Asks whether a user may log in.
   *
   * Called when the password or single sign-on was accepted and before a session is made; the user
   * waits. A reason refuses the login and is shown. If the call fails, the user gets in. Use
   * `userHasLoggedIn` when there is nothing to refuse.
   *
   * Since Mattermost 5.2. In Go: `UserWillLogIn(c *plugin.Context, user *model.User) string`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `user`: The account.
   * @returns Why it does not, shown to the user. Empty to let the user in.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userWillLogIn(request: MessageInitShape<typeof UserWillLogInRequestSchema>, options?: PluginHookCallOptions): Promise<string>;

  /**
   * Tells the plugin that a user logged in.
   *
   * Called after the session was made; the user does not wait. A failure is logged.
   *
   * Since Mattermost 5.2. In Go: `UserHasLoggedIn(c *plugin.Context, user *model.User)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `user`: The account.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userHasLoggedIn(request: MessageInitShape<typeof UserHasLoggedInRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Asks whether a post may be saved, and in which form.
   *
   * Called for every new post, those of plugins included, also this plugin's own; the author waits
   * for the answer. A reason refuses the post and is shown to the author, the reason
   * `plugin.message_will_be_posted.dismiss_post` drops it silently, a returned post is saved in its
   * place. If the call fails, the post is saved as it came.
   *
   * Since Mattermost 5.2. In Go: `MessageWillBePosted(c *plugin.Context, post *model.Post) (*model.Post, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `post`: The post as its author sent it; it has no `id` yet.
   * @returns
   * - `modifiedPost`: The whole post to save in its place. Null when the post stays as it is.
   * - `rejectionReason`: Why it is not posted, shown to the author. `plugin.message_will_be_posted.dismiss_post` drops it without a word. Empty to let it through.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  messageWillBePosted(request: MessageInitShape<typeof MessageWillBePostedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedPost: Post | null; rejectionReason: string }>;

  /**
   * Asks whether an edit of a post may be saved, and in which form.
   *
   * Called for every edit, those of plugins included, also this plugin's own. A reason refuses the
   * edit and the post stays as it was; a returned post is saved in place of the edited one. If the
   * call fails, the edit is saved as it came.
   *
   * Since Mattermost 5.2. In Go: `MessageWillBeUpdated(c *plugin.Context, newPost *model.Post, oldPost *model.Post) (*model.Post, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `newPost`: The post as it would be.
   * - `oldPost`: The post as it is.
   * @returns
   * - `modifiedPost`: The whole post to save in its place. Null when the post stays as it is.
   * - `rejectionReason`: Why the edit is refused; the post then stays as it was. Empty to let it through.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  messageWillBeUpdated(request: MessageInitShape<typeof MessageWillBeUpdatedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedPost: Post | null; rejectionReason: string }>;

  /**
   * Tells the plugin that a post was saved.
   *
   * Called after every new post, those of plugins included, also this plugin's own: leave those out
   * or the plugin answers itself for ever. The author does not wait; a failure is logged.
   *
   * Since Mattermost 5.2. In Go: `MessageHasBeenPosted(c *plugin.Context, post *model.Post)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `post`: The post as it was saved.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  messageHasBeenPosted(request: MessageInitShape<typeof MessageHasBeenPostedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that a post was edited.
   *
   * Called after every edit, those of plugins included, also this plugin's own. The author does not
   * wait; a failure is logged.
   *
   * Since Mattermost 5.2. In Go: `MessageHasBeenUpdated(c *plugin.Context, newPost *model.Post, oldPost *model.Post)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `newPost`: The post as it is now.
   * - `oldPost`: The post as it was before.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  messageHasBeenUpdated(request: MessageInitShape<typeof MessageHasBeenUpdatedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Lets the plugin change posts on their way to a reader; what is stored stays as it is.
   *
   * Called whenever posts are read, and only where the feature flag `ConsumePostHook` is on.
   * Readers wait, so be quick. Returned posts replace those with the same id. If the call fails,
   * the posts go out as they are.
   *
   * Since Mattermost 9.3. In Go: `MessagesWillBeConsumed(posts []*model.Post) []*model.Post`.
   *
   * @param request
   * - `posts`: The posts, in no particular order.
   * @returns
   * - `posts`: The posts to hand out in place of those that came, known by their ids. Empty means that they stay as they came, unless `posts_replaced` is set.
   * - `postsReplaced`: Says that `posts` is meant even if it is empty, so that a plugin can withhold every post. Hosts that do not know this field keep the posts then.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  messagesWillBeConsumed(request: MessageInitShape<typeof MessagesWillBeConsumedRequestSchema>, options?: PluginHookCallOptions): Promise<{ posts: Post[]; postsReplaced: boolean }>;

  /**
   * Tells the plugin that a post was deleted.
   *
   * Called after every deletion, those of plugins included, also this plugin's own. A failure is
   * logged.
   *
   * Since Mattermost 9.1. In Go: `MessageHasBeenDeleted(c *plugin.Context, post *model.Post)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `post`: The post as it was.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  messageHasBeenDeleted(request: MessageInitShape<typeof MessageHasBeenDeletedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that a channel was created.
   *
   * Called for channels of teams and for the first direct or group message between users. A failure
   * is logged.
   *
   * Since Mattermost 5.2. In Go: `ChannelHasBeenCreated(c *plugin.Context, channel *model.Channel)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `channel`: The new channel.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  channelHasBeenCreated(request: MessageInitShape<typeof ChannelHasBeenCreatedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Asks whether a channel may be archived.
   *
   * A reason stops it and is shown. If the call fails, the channel is archived.
   *
   * Since Mattermost 11.7. In Go: `ChannelWillBeArchived(c *plugin.Context, channel *model.Channel) string`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `channel`: The channel as it is.
   * @returns Why it is not, shown to whoever asked for it. Empty to let it go on.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  channelWillBeArchived(request: MessageInitShape<typeof ChannelWillBeArchivedRequestSchema>, options?: PluginHookCallOptions): Promise<string>;

  /**
   * Asks whether a user may become a member of a channel, and in which form the membership is
   * saved.
   *
   * A reason stops it and is shown; a returned membership is saved in its place. If the call fails,
   * the user is added.
   *
   * Since Mattermost 11.7. In Go: `ChannelMemberWillBeAdded(c *plugin.Context, channelMember *model.ChannelMember) (*model.ChannelMember, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `channelMember`: The membership as it would be saved.
   * @returns
   * - `modifiedChannelMember`: The whole membership to save in its place. Null when the member stays.
   * - `rejectionReason`: Why the user is not added, shown to whoever asked for it. Empty to let it go on.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  channelMemberWillBeAdded(request: MessageInitShape<typeof ChannelMemberWillBeAddedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedChannelMember: ChannelMember | null; rejectionReason: string }>;

  /**
   * Tells the plugin that a user became a member of a channel.
   *
   * Called after the membership was saved; nobody waits. `actor` is who added the user. A failure
   * is logged.
   *
   * Since Mattermost 5.2. In Go: `UserHasJoinedChannel(c *plugin.Context, channelMember *model.ChannelMember, actor *model.User)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `channelMember`: The new membership.
   * - `actor`: The user who added the member. Absent when the user joined on their own or the server did it.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userHasJoinedChannel(request: MessageInitShape<typeof UserHasJoinedChannelRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that a user is no longer a member of a channel.
   *
   * Called after the membership was removed; nobody waits. `actor` is who removed the user. A
   * failure is logged.
   *
   * Since Mattermost 5.2. In Go: `UserHasLeftChannel(c *plugin.Context, channelMember *model.ChannelMember, actor *model.User)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `channelMember`: The membership that ended.
   * - `actor`: The user who removed the member. Absent when the user left on their own or the server did it.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userHasLeftChannel(request: MessageInitShape<typeof UserHasLeftChannelRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Asks whether a user may become a member of a team, and in which form the membership is saved.
   *
   * A reason stops it and is shown; a returned membership is saved in its place. If the call fails,
   * the user is added.
   *
   * Since Mattermost 11.7. In Go: `TeamMemberWillBeAdded(c *plugin.Context, teamMember *model.TeamMember) (*model.TeamMember, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `teamMember`: The membership as it would be saved.
   * @returns
   * - `modifiedTeamMember`: The whole membership to save in its place. Null when the member stays as it is.
   * - `rejectionReason`: Why the user is not added, shown to whoever asked for it. Empty to let it go on.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  teamMemberWillBeAdded(request: MessageInitShape<typeof TeamMemberWillBeAddedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedTeamMember: TeamMember | null; rejectionReason: string }>;

  /**
   * Tells the plugin that a user became a member of a team.
   *
   * Called after the membership was saved; nobody waits. `actor` is who added the user. A failure
   * is logged.
   *
   * Since Mattermost 5.2. In Go: `UserHasJoinedTeam(c *plugin.Context, teamMember *model.TeamMember, actor *model.User)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `teamMember`: The new membership.
   * - `actor`: The user who added the member. Absent when the user joined on their own or the server did it.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userHasJoinedTeam(request: MessageInitShape<typeof UserHasJoinedTeamRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that a user is no longer a member of a team.
   *
   * Called after the membership was ended; nobody waits. `actor` is who removed the user. A failure
   * is logged.
   *
   * Since Mattermost 5.2. In Go: `UserHasLeftTeam(c *plugin.Context, teamMember *model.TeamMember, actor *model.User)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `teamMember`: The membership that ended.
   * - `actor`: The user who removed the member. Absent when the user left on their own or the server did it.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userHasLeftTeam(request: MessageInitShape<typeof UserHasLeftTeamRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Asks whether a file may be stored, and in which form.
   *
   * Called for every upload, those of plugins included, before the content is stored; the uploader
   * waits. A reason refuses the file and is shown; a returned description or content is stored in
   * place of what came. If the call fails, the file is stored as it came.
   *
   * Since Mattermost 5.2. In Go: `FileWillBeUploaded(c *plugin.Context, info *model.FileInfo, file io.Reader, output io.Writer) (*model.FileInfo, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `fileInfo`: What is known about the file. Name, size, type and uploader are set; `post_id` is not.
   * - `fileContent`: The whole content. Hosts do not ask about files over 64 MiB and store them as they are.
   * @returns
   * - `modifiedFileInfo`: Description to store in its place. Null when the file's information stays.
   * - `modifiedContent`: Content to store in its place. Null when the file's bytes stay as they are.
   * - `rejectionReason`: Why the file is refused, shown to the uploader. Empty to let it through.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  fileWillBeUploaded(request: MessageInitShape<typeof FileWillBeUploadedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedFileInfo: FileInfo | null; modifiedContent: Uint8Array | null; rejectionReason: string }>;

  /**
   * Asks whether a stored file may be handed out.
   *
   * Called for the file itself, its thumbnail, its preview and its public link; whoever asks waits.
   * A reason refuses it and is shown. If the call fails, the file is handed out.
   *
   * Since Mattermost 11.5. In Go: `FileWillBeDownloaded(c *plugin.Context, fileInfo *model.FileInfo, userID string, downloadType model.FileDownloadType) string`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `fileInfo`: The file.
   * - `userId`: 26-character id of the user who asks. Empty for a public link, where nobody is logged in.
   * - `downloadType`: What is asked for: `file`, `thumbnail`, `preview`, or `public` for the file through a public link.
   * @returns Why it is not, shown to whoever asks. Empty to hand it out.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  fileWillBeDownloaded(request: MessageInitShape<typeof FileWillBeDownloadedRequestSchema>, options?: PluginHookCallOptions): Promise<string>;

  /**
   * Tells the plugin that somebody reacted to a post.
   *
   * Called after every reaction, those of plugins included. A failure is logged.
   *
   * Since Mattermost 5.30. In Go: `ReactionHasBeenAdded(c *plugin.Context, reaction *model.Reaction)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `reaction`: The reaction.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  reactionHasBeenAdded(request: MessageInitShape<typeof ReactionHasBeenAddedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that somebody took back a reaction.
   *
   * Called after every removal, those by plugins included. A failure is logged.
   *
   * Since Mattermost 5.30. In Go: `ReactionHasBeenRemoved(c *plugin.Context, reaction *model.Reaction)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `reaction`: The reaction as it was.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  reactionHasBeenRemoved(request: MessageInitShape<typeof ReactionHasBeenRemovedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Hands the plugin what its instance on another server of the cluster sent with
   * `publishPluginClusterEvent`.
   *
   * Never called for the plugin's own events, nor without a cluster. A failure is logged.
   *
   * Since Mattermost 5.36. In Go: `OnPluginClusterEvent(c *plugin.Context, ev model.PluginClusterEvent)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `event`: What it sent.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  onPluginClusterEvent(request: MessageInitShape<typeof OnPluginClusterEventRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that a client opened a WebSocket connection.
   *
   * Called for every connection, so several times for a user with several windows. A failure is
   * logged.
   *
   * Since Mattermost 6.0. In Go: `OnWebSocketConnect(webConnID string, userID string)`.
   *
   * @param request
   * - `webConnId`: 26-character id of the connection. A client that comes back shortly after losing it keeps it.
   * - `userId`: 26-character id of the user. Empty when the client has not logged in yet: it may do so over the connection.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  onWebSocketConnect(request: MessageInitShape<typeof OnWebSocketConnectRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that a WebSocket connection ended.
   *
   * Called for every connection that `onWebSocketConnect` was called for. A failure is logged.
   *
   * Since Mattermost 6.0. In Go: `OnWebSocketDisconnect(webConnID string, userID string)`.
   *
   * @param request
   * - `webConnId`: 26-character id of the connection, as in `onWebSocketConnect`.
   * - `userId`: 26-character id of the user. Empty when the client never logged in on it.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  onWebSocketDisconnect(request: MessageInitShape<typeof OnWebSocketDisconnectRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Hands the plugin a request that a client sent over its WebSocket connection.
   *
   * Called for requests of every kind, also those for other plugins or the server and those of
   * clients that have not logged in: look at `action` and at the user id. Requests of one
   * connection come one after the other. There is no answer to the client but
   * `publishWebSocketEvent`. A failure is logged.
   *
   * Since Mattermost 6.0. In Go: `WebSocketMessageHasBeenPosted(webConnID string, userID string, req *model.WebSocketRequest)`.
   *
   * @param request
   * - `webConnId`: 26-character id of the connection, as in `onWebSocketConnect`.
   * - `userId`: 26-character id of the user. Empty while the client has not logged in: anyone can send such requests.
   * - `request`: What the client sent.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  webSocketMessageHasBeenPosted(request: MessageInitShape<typeof WebSocketMessageHasBeenPostedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Lets the plugin delete its data that is older than the server's rules allow.
   *
   * Called by the data retention job, and again until fewer than `batchSize` records were deleted.
   * An error is reported by the job.
   *
   * Since Mattermost 6.4. In Go: `RunDataRetention(nowTime int64, batchSize int64) (int64, error)`.
   *
   * @param request
   * - `nowTime`: Time that the job takes for now, from which ages are counted, in Unix milliseconds.
   * - `batchSize`: How many records to delete at most in one call.
   * @returns How many records were deleted. As many as `batch_size` allows makes the server call again.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  runDataRetention(request: MessageInitShape<typeof RunDataRetentionRequestSchema>, options?: PluginHookCallOptions): Promise<bigint>;

  /**
   * Tells the plugin that it was installed by the set-up wizard of a new server.
   *
   * Called after each such installation and activation, not after an upload. An error is logged;
   * the plugin stays.
   *
   * Since Mattermost 6.5. In Go: `OnInstall(c *plugin.Context, event model.OnInstallEvent) error`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `event`: Who installed it.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onInstall(request: MessageInitShape<typeof OnInstallRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that the server sends its daily telemetry, so that it can send its own.
   *
   * Called once a day where telemetry is on. A failure is logged.
   *
   * Since Mattermost 6.5. In Go: `OnSendDailyTelemetry()`.
   *
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  onSendDailyTelemetry(request: MessageInitShape<typeof OnSendDailyTelemetryRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that the limits of a cloud subscription have changed.
   *
   * Called for example when the plan changes. A failure is logged.
   *
   * Since Mattermost 7.0. In Go: `OnCloudLimitsUpdated(limits *model.ProductLimits)`.
   *
   * @param request
   * - `limits`: The limits from now on.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  onCloudLimitsUpdated(request: MessageInitShape<typeof OnCloudLimitsUpdatedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Asks whether the server's configuration may be saved, and in which form.
   *
   * Called on every way of saving, `saveConfig` of a plugin included, so a plugin that saves inside
   * this hook calls itself. An error refuses the change with that text; a returned configuration is
   * saved in place of the new one. If the call fails, a stock server saves the configuration as it
   * came and the gRPC host refuses it.
   *
   * Since Mattermost 8.0. In Go: `ConfigurationWillBeSaved(newCfg *model.Config) (*model.Config, error)`.
   *
   * @param request
   * - `newConfig`: The whole configuration as it is to be saved, secrets included.
   * @returns The whole configuration to save in its place. Null when the configuration stays.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  configurationWillBeSaved(request: { context?: MessageInitShape<typeof RequestContextSchema> | undefined; newConfig: Config }, options?: PluginHookCallOptions): Promise<Config | null>;

  /**
   * Asks whether a notification mail may be sent, and in which form.
   *
   * Called for each receiving user. A reason stops the mail; returned content takes the place of
   * subject and text. If the call fails, it is sent as it came.
   *
   * Since Mattermost 11.0. In Go: `EmailNotificationWillBeSent(emailNotification *model.EmailNotification) (*model.EmailNotificationContent, string)`.
   *
   * @param request
   * - `emailNotification`: The mail, with what it is about.
   * @returns
   * - `modifiedContent`: The whole content to send in its place. Null when the e-mail stays as it is.
   * - `rejectionReason`: Why it is not sent, for the server's log. Empty to let it through.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  emailNotificationWillBeSent(request: { context?: MessageInitShape<typeof RequestContextSchema> | undefined; emailNotification: EmailNotification }, options?: PluginHookCallOptions): Promise<{ modifiedContent: EmailNotificationContent | null; rejectionReason: string }>;

  /**
   * Asks whether a push notification may be sent, and in which form.
   *
   * Called for each receiving user, before the notification goes to the push server, also for those
   * from `sendPushNotification`. A reason stops it; a returned notification is sent in its place.
   * If the call fails, it is sent as it came.
   *
   * Since Mattermost 9.0. In Go: `NotificationWillBePushed(pushNotification *model.PushNotification, userID string) (*model.PushNotification, string)`.
   *
   * @param request
   * - `pushNotification`: The notification.
   * - `userId`: 26-character id of the user who is to receive it.
   * @returns
   * - `modifiedNotification`: The whole notification to send in its place. Null when the notification stays.
   * - `rejectionReason`: Why it is not sent, for the server's log. Empty to let it through.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  notificationWillBePushed(request: MessageInitShape<typeof NotificationWillBePushedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedNotification: PushNotification | null; rejectionReason: string }>;

  /**
   * Tells the plugin that an account was deactivated.
   *
   * Called after its sessions were ended. A failure is logged.
   *
   * Since Mattermost 9.1. In Go: `UserHasBeenDeactivated(c *plugin.Context, user *model.User)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `user`: The account; its `delete_at` is set.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  userHasBeenDeactivated(request: MessageInitShape<typeof UserHasBeenDeactivatedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Answers an HTTP request to `/plugins/<id>/metrics` on the server's metrics port, usually in the
   * format of Prometheus.
   *
   * The port, 8067 unless configured otherwise, is open only where metrics are on. Request and
   * response travel as in `serveHTTP`, and failures are answered in the same way; nobody is logged
   * in.
   *
   * Since Mattermost 9.2. In Go: `ServeMetrics(c *plugin.Context, w http.ResponseWriter, r *http.Request)`.
   *
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  serveMetrics(request: { init: MessageInitShape<typeof ServeHTTPRequestInitSchema>; body: ReadableStream<Uint8Array> | null }, options?: PluginHookCallOptions): Promise<{ init: ServeHTTPResponseInit; body: ReadableStream<Uint8Array> | null }>;

  /**
   * Hands the plugin the changes of a shared channel, for a plugin that plays a connected
   * workspace.
   *
   * Called for channels that the plugin was invited to, see `registerPluginForSharedChannels`. The
   * answer says how far it got, and the server goes on from there. An error or a failed call makes
   * it send the changes again later.
   *
   * Since Mattermost 9.5. In Go: `OnSharedChannelsSyncMsg(msg *model.SyncMsg, rc *model.RemoteCluster) (model.SyncResponse, error)`.
   *
   * @param request
   * - `syncMsg`: The changes.
   * - `remoteCluster`: The connection that they are for.
   * @returns What was taken over and what failed. Required without an error: the server goes on from the times in it.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onSharedChannelsSyncMsg(request: { context?: MessageInitShape<typeof RequestContextSchema> | undefined; syncMsg: SyncMsg; remoteCluster?: MessageInitShape<typeof RemoteClusterSchema> | undefined }, options?: PluginHookCallOptions): Promise<SyncResponse>;

  /**
   * Asks whether the other side of a shared channel can be reached.
   *
   * Called about once a minute for each of the plugin's remotes. True means all is well; after some
   * false answers or failed calls the remote counts as offline and gets no changes until it answers
   * true.
   *
   * Since Mattermost 9.5. In Go: `OnSharedChannelsPing(rc *model.RemoteCluster) bool`.
   *
   * @param request
   * - `remoteCluster`: The connection in question.
   * @returns True when all is well. After some false answers the remote counts as offline and gets no more changes until it answers true.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  onSharedChannelsPing(request: MessageInitShape<typeof OnSharedChannelsPingRequestSchema>, options?: PluginHookCallOptions): Promise<boolean>;

  /**
   * Tells the plugin that preferences of a user were saved.
   *
   * Called after every change, those by plugins included, also this plugin's own. Deleting a
   * preference does not call it. A failure is logged.
   *
   * Since Mattermost 9.5. In Go: `PreferencesHaveChanged(c *plugin.Context, preferences []model.Preference)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `preferences`: Those that were saved, with their new values; all of one user.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  preferencesHaveChanged(request: MessageInitShape<typeof PreferencesHaveChangedRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Hands the plugin a file of a shared channel.
   *
   * Called once for each attached file. An error or a failed call makes the server send it again
   * later.
   *
   * Since Mattermost 9.5. In Go: `OnSharedChannelsAttachmentSyncMsg(fi *model.FileInfo, post *model.Post, rc *model.RemoteCluster) error`.
   *
   * @param request
   * - `fileInfo`: The file; its content comes from `getFile`.
   * - `post`: The post that it is attached to.
   * - `remoteCluster`: The connection that it is for.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onSharedChannelsAttachmentSyncMsg(request: MessageInitShape<typeof OnSharedChannelsAttachmentSyncMsgRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Tells the plugin that the profile picture of a user of a shared channel changed;
   * `getProfileImage` gives the picture.
   *
   * Called once for each user. An error or a failed call makes the server send it again later.
   *
   * Since Mattermost 9.5. In Go: `OnSharedChannelsProfileImageSyncMsg(user *model.User, rc *model.RemoteCluster) error`.
   *
   * @param request
   * - `user`: The user; the picture comes from `getProfileImage`.
   * - `remoteCluster`: The connection that it is for.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onSharedChannelsProfileImageSyncMsg(request: MessageInitShape<typeof OnSharedChannelsProfileImageSyncMsgRequestSchema>, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Lets the plugin add files to a support packet.
   *
   * Called when an administrator makes one and has chosen this plugin; a plugin whose manifest has
   * no `support_packet` among its `props` is always asked by newer servers. An error leaves a
   * warning in the packet.
   *
   * Since Mattermost 9.8. In Go: `GenerateSupportData(c *plugin.Context) ([]*model.FileData, error)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * @returns Files to put into the packet. Keep secrets out of them: the packet leaves the house.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  generateSupportData(request: MessageInitShape<typeof GenerateSupportDataRequestSchema>, options?: PluginHookCallOptions): Promise<FileData[]>;

  /**
   * Tells the plugin what the identity provider stated about a user who comes from SAML.
   *
   * Called after the statement was checked and the login succeeded. An error is reported to the
   * server, which may refuse the session because of it; to refuse logins for certain use
   * `userWillLogIn`.
   *
   * Since Mattermost 10.7. In Go: `OnSAMLLogin(c *plugin.Context, user *model.User, assertion *saml2.AssertionInfo) error`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `user`: The account that the statement belongs to.
   * - `assertion`: What the identity provider stated.
   * @throws {Error} when the plugin answers with an error, or cannot be reached.
   */
  onSAMLLogin(request: { context?: MessageInitShape<typeof RequestContextSchema> | undefined; pluginContext?: MessageInitShape<typeof PluginContextSchema> | undefined; user?: MessageInitShape<typeof UserSchema> | undefined; assertion: SAMLAssertionInfo }, options?: PluginHookCallOptions): Promise<void>;

  /**
   * Asks whether a change of a channel may be saved, and in which form.
   *
   * Called on every way of changing it: REST API, import, plugins. A reason refuses the change and
   * is shown; a returned channel is saved in place of the changed one. If the call fails, the
   * change is saved as it came.
   *
   * Since Mattermost 11.8. In Go: `ChannelWillBeUpdated(c *plugin.Context, newChannel *model.Channel, oldChannel *model.Channel) (*model.Channel, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `newChannel`: The channel as it would be.
   * - `oldChannel`: The channel as it is.
   * @returns
   * - `modifiedChannel`: The whole channel to save in its place. Null when the channel stays as requested.
   * - `rejectionReason`: Why the change is refused; the channel then stays as it was. Empty to let it go on.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  channelWillBeUpdated(request: MessageInitShape<typeof ChannelWillBeUpdatedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedChannel: Channel | null; rejectionReason: string }>;

  /**
   * Asks whether an archived channel may be brought back.
   *
   * A reason stops it and is shown. If the call fails, the channel is brought back.
   *
   * Since Mattermost 11.8. In Go: `ChannelWillBeRestored(c *plugin.Context, channel *model.Channel) string`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `channel`: The channel as it is, with `delete_at` set.
   * @returns Why it is not, shown to whoever asked for it. Empty to let it go on.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  channelWillBeRestored(request: MessageInitShape<typeof ChannelWillBeRestoredRequestSchema>, options?: PluginHookCallOptions): Promise<string>;

  /**
   * Asks whether a message may be scheduled, and in which form.
   *
   * Called when it is scheduled and when a scheduled one is changed. A reason refuses it and is
   * shown; a returned message is saved in its place. If the call fails, it is saved as it came.
   *
   * Since Mattermost 11.8. In Go: `ScheduledPostWillBeCreated(c *plugin.Context, scheduledPost *model.ScheduledPost) (*model.ScheduledPost, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `scheduledPost`: The message as it would be saved.
   * @returns
   * - `modifiedScheduledPost`: The whole scheduled post to save in its place. Null when the post stays.
   * - `rejectionReason`: Why it is not scheduled, shown to the author. Empty to let it through.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  scheduledPostWillBeCreated(request: MessageInitShape<typeof ScheduledPostWillBeCreatedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedScheduledPost: ScheduledPost | null; rejectionReason: string }>;

  /**
   * Asks whether a draft may be saved, and in which form.
   *
   * Called each time that a client saves it, so often. A reason refuses it; a returned draft is
   * saved in its place. If the call fails, it is saved as it came.
   *
   * Since Mattermost 11.8. In Go: `DraftWillBeUpserted(c *plugin.Context, draft *model.Draft) (*model.Draft, string)`.
   *
   * @param request
   * - `pluginContext`: The session, request and client behind the event; its fields are empty where the server itself, a job or a plugin caused it.
   * - `draft`: The draft as it would be saved.
   * @returns
   * - `modifiedDraft`: The whole draft to save in its place. Null when the draft stays as it is.
   * - `rejectionReason`: Why it is not saved. Empty to let it through.
   * @throws {Error} only when the plugin cannot be reached: in Go this method returns no error.
   */
  draftWillBeUpserted(request: MessageInitShape<typeof DraftWillBeUpsertedRequestSchema>, options?: PluginHookCallOptions): Promise<{ modifiedDraft: Draft | null; rejectionReason: string }>;
}

/** The name of a hook, as a plugin's object literal spells it. */
export type HookName =
  | "onActivate"
  | "implemented"
  | "onDeactivate"
  | "onConfigurationChange"
  | "serveHTTP"
  | "executeCommand"
  | "userHasBeenCreated"
  | "userWillLogIn"
  | "userHasLoggedIn"
  | "messageWillBePosted"
  | "messageWillBeUpdated"
  | "messageHasBeenPosted"
  | "messageHasBeenUpdated"
  | "messagesWillBeConsumed"
  | "messageHasBeenDeleted"
  | "channelHasBeenCreated"
  | "channelWillBeArchived"
  | "channelMemberWillBeAdded"
  | "userHasJoinedChannel"
  | "userHasLeftChannel"
  | "teamMemberWillBeAdded"
  | "userHasJoinedTeam"
  | "userHasLeftTeam"
  | "fileWillBeUploaded"
  | "fileWillBeDownloaded"
  | "reactionHasBeenAdded"
  | "reactionHasBeenRemoved"
  | "onPluginClusterEvent"
  | "onWebSocketConnect"
  | "onWebSocketDisconnect"
  | "webSocketMessageHasBeenPosted"
  | "runDataRetention"
  | "onInstall"
  | "onSendDailyTelemetry"
  | "onCloudLimitsUpdated"
  | "configurationWillBeSaved"
  | "emailNotificationWillBeSent"
  | "notificationWillBePushed"
  | "userHasBeenDeactivated"
  | "serveMetrics"
  | "onSharedChannelsSyncMsg"
  | "onSharedChannelsPing"
  | "preferencesHaveChanged"
  | "onSharedChannelsAttachmentSyncMsg"
  | "onSharedChannelsProfileImageSyncMsg"
  | "generateSupportData"
  | "onSAMLLogin"
  | "channelWillBeUpdated"
  | "channelWillBeRestored"
  | "scheduledPostWillBeCreated"
  | "draftWillBeUpserted";
