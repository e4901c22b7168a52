// Written by `deno task gen` from proto/ and gen/go_schema.json. Do not edit.

/**
 * The plugin API of a Mattermost server, as a caller sees it.
 *
 * Ids are strings of 26 characters, times are Unix milliseconds, 64-bit integers are `bigint`.
 *
 * @module
 */

import type { Config, License, ProductLimits, SyncMsg } from "./go_json.ts";
import type { AddChannelMemberRequestSchema, AddReactionRequestSchema, AddUserToChannelRequestSchema, ChannelMember, ChannelStats, CreateChannelRequestSchema, CreateChannelSidebarCategoryRequestSchema, CreatePostRequestSchema, DeleteChannelMemberRequestSchema, DeleteChannelRequestSchema, DeleteEphemeralPostRequestSchema, DeletePostRequestSchema, GetChannelByNameForTeamNameRequestSchema, GetChannelByNameRequestSchema, GetChannelMemberRequestSchema, GetChannelMembersByIdsRequestSchema, GetChannelMembersForUserRequestSchema, GetChannelMembersRequestSchema, GetChannelRequestSchema, GetChannelSidebarCategoriesRequestSchema, GetChannelStatsRequestSchema, GetChannelsForTeamForUserRequestSchema, GetDirectChannelRequestSchema, GetEmojiByNameRequestSchema, GetEmojiImageRequestSchema, GetEmojiListRequestSchema, GetEmojiRequestSchema, GetGroupChannelRequestSchema, GetPostRequestSchema, GetPostThreadRequestSchema, GetPostsAfterRequestSchema, GetPostsBeforeRequestSchema, GetPostsForChannelRequestSchema, GetPostsSinceRequestSchema, GetPublicChannelsForTeamRequestSchema, GetReactionsRequestSchema, OrderedSidebarCategories, PatchChannelMembersNotificationsRequestSchema, PostSearchResults, RegisterChannelGuardRequestSchema, RemoveReactionRequestSchema, SearchChannelsRequestSchema, SearchPostsInTeamForUserRequestSchema, SearchPostsInTeamRequestSchema, SendEphemeralPostRequestSchema, SidebarCategoryWithChannels, UnregisterChannelGuardRequestSchema, UpdateChannelMemberNotificationsRequestSchema, UpdateChannelMemberRolesRequestSchema, UpdateChannelRequestSchema, UpdateChannelSidebarCategoriesRequestSchema, UpdateEphemeralPostRequestSchema, UpdatePostRequestSchema } from "./mattermost/pluginapi/v1/api_channel_post_pb.ts";
import type { Bot, CopyFileInfosRequestSchema, CreateBotRequestSchema, CreateUploadSessionRequestSchema, EnsureBotUserRequestSchema, GetBotRequestSchema, GetBotsRequestSchema, GetFileInfoRequestSchema, GetFileInfosRequestSchema, GetFileLinkRequestSchema, GetFileRequestSchema, GetUploadSessionRequestSchema, PatchBotRequestSchema, PermanentDeleteBotRequestSchema, ReadFileRequestSchema, SetFileSearchableContentRequestSchema, UpdateBotActiveRequestSchema, UploadFileRequestSchema, UploadSession, UploadSessionSchema } from "./mattermost/pluginapi/v1/api_file_bot_pb.ts";
import type { DisablePluginRequestSchema, EnablePluginRequestSchema, GetPluginStatusRequestSchema, KVCompareAndDeleteRequestSchema, KVCompareAndSetRequestSchema, KVDeleteRequestSchema, KVGetRequestSchema, KVListRequestSchema, KVSetRequestSchema, KVSetWithExpiryRequestSchema, KVSetWithOptionsRequestSchema, LogDebugRequestSchema, LogErrorRequestSchema, LogInfoRequestSchema, LogWarnRequestSchema, Manifest, PluginStatus, PublishWebSocketEventRequestSchema, RemovePluginRequestSchema, SavePluginConfigRequestSchema } from "./mattermost/pluginapi/v1/api_kv_config_pb.ts";
import type { Command, CommandResponse, CountPropertyFieldsForTargetRequestSchema, CountPropertyFieldsRequestSchema, CreateCommandRequestSchema, CreateDefaultSyncableMembershipsRequestSchema, CreateGroupRequestSchema, CreateOAuthAppRequestSchema, CreatePropertyFieldRequestSchema, CreatePropertyValueRequestSchema, DeleteCommandRequestSchema, DeleteGroupMemberRequestSchema, DeleteGroupRequestSchema, DeleteGroupSyncableRequestSchema, DeleteOAuthAppRequestSchema, DeletePreferencesForUserRequestSchema, DeletePropertyFieldRequestSchema, DeletePropertyValueRequestSchema, DeletePropertyValuesForFieldRequestSchema, DeletePropertyValuesForTargetRequestSchema, ExecuteSlashCommandRequestSchema, GetCommandRequestSchema, GetGroupByNameRequestSchema, GetGroupByRemoteIDRequestSchema, GetGroupMemberUsersRequestSchema, GetGroupRequestSchema, GetGroupSyncableRequestSchema, GetGroupSyncablesRequestSchema, GetGroupsBySourceRequestSchema, GetGroupsForUserRequestSchema, GetGroupsRequestSchema, GetOAuthAppRequestSchema, GetPreferenceForUserRequestSchema, GetPreferencesForUserRequestSchema, GetPropertyFieldByNameRequestSchema, GetPropertyFieldRequestSchema, GetPropertyFieldsRequestSchema, GetPropertyGroupRequestSchema, GetPropertyValueRequestSchema, GetPropertyValuesRequestSchema, Group, GroupMember, GroupSyncable, InviteRemoteToChannelRequestSchema, ListCommandsRequestSchema, ListCustomCommandsRequestSchema, ListPluginCommandsRequestSchema, LogAuditRecRequestSchema, LogAuditRecWithLevelRequestSchema, OAuthApp, OpenInteractiveDialogRequestSchema, Preference, PropertyField, PropertyGroup, PropertyValue, PublishPluginClusterEventRequestSchema, ReceiveSharedChannelProfileImageSyncMsgRequestSchema, RegisterCollectionAndTopicRequestSchema, RegisterCommandRequestSchema, RegisterPluginForSharedChannelsRequestSchema, RegisterPropertyGroupRequestSchema, RequestTrialLicenseRequestSchema, RestoreGroupRequestSchema, RolesGrantPermissionRequestSchema, SearchPropertyFieldsRequestSchema, SearchPropertyValuesRequestSchema, SendMailRequestSchema, SendPushNotificationRequestSchema, SendToastMessageRequestSchema, ShareChannelRequestSchema, SharedChannel, SyncSharedChannelRequestSchema, UninviteRemoteFromChannelRequestSchema, UnregisterCommandRequestSchema, UnregisterPluginForSharedChannelsRequestSchema, UnregisterPluginRemoteForSharedChannelsRequestSchema, UnshareChannelRequestSchema, UpdateCommandRequestSchema, UpdateGroupRequestSchema, UpdateGroupSyncableRequestSchema, UpdateOAuthAppRequestSchema, UpdatePreferencesForUserRequestSchema, UpdatePropertyFieldRequestSchema, UpdatePropertyFieldsRequestSchema, UpdatePropertyValueRequestSchema, UpdatePropertyValuesRequestSchema, UpdateSharedChannelCursorRequestSchema, UpdateSharedChannelRequestSchema, UpsertGroupMemberRequestSchema, UpsertGroupMembersRequestSchema, UpsertGroupSyncableRequestSchema, UpsertPropertyValueRequestSchema, UpsertPropertyValuesRequestSchema } from "./mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { CreateSessionRequestSchema, CreateTeamMemberRequestSchema, CreateTeamMembersGracefullyRequestSchema, CreateTeamMembersRequestSchema, CreateTeamRequestSchema, CreateUserAccessTokenRequestSchema, CreateUserRequestSchema, DeleteTeamMemberRequestSchema, DeleteTeamRequestSchema, DeleteUserRequestSchema, ExtendSessionExpiryRequestSchema, GetLDAPUserAttributesRequestSchema, GetProfileImageRequestSchema, GetSessionRequestSchema, GetTeamByNameRequestSchema, GetTeamIconRequestSchema, GetTeamMemberRequestSchema, GetTeamMembersForUserRequestSchema, GetTeamMembersRequestSchema, GetTeamRequestSchema, GetTeamStatsRequestSchema, GetTeamsForUserRequestSchema, GetTeamsUnreadForUserRequestSchema, GetUserByEmailRequestSchema, GetUserByUsernameRequestSchema, GetUserRequestSchema, GetUserStatusRequestSchema, GetUserStatusesByIdsRequestSchema, GetUsersByIdsRequestSchema, GetUsersByUsernamesRequestSchema, GetUsersInChannelRequestSchema, GetUsersInTeamRequestSchema, GetUsersRequestSchema, HasPermissionToChannelRequestSchema, HasPermissionToRequestSchema, HasPermissionToTeamRequestSchema, PublishUserTypingRequestSchema, RemoveTeamIconRequestSchema, RemoveUserCustomStatusRequestSchema, RevokeSessionRequestSchema, RevokeUserAccessTokenRequestSchema, SearchTeamsRequestSchema, SearchUsersRequestSchema, Session, SetProfileImageRequestSchema, SetTeamIconRequestSchema, SetUserStatusTimedDNDRequestSchema, Status, TeamMemberWithError, TeamStats, UpdateTeamMemberRolesRequestSchema, UpdateTeamRequestSchema, UpdateUserActiveRequestSchema, UpdateUserAuthRequestSchema, UpdateUserCustomStatusRequestSchema, UpdateUserRequestSchema, UpdateUserRolesRequestSchema, UpdateUserStatusRequestSchema, UserAccessToken, UserAuth } from "./mattermost/pluginapi/v1/api_user_team_pb.ts";
import type { Channel } from "./mattermost/pluginapi/v1/channel_pb.ts";
import type { Emoji } from "./mattermost/pluginapi/v1/emoji_pb.ts";
import type { FileInfo, FileInfoSchema } from "./mattermost/pluginapi/v1/file_pb.ts";
import type { Post, PostList, Reaction } from "./mattermost/pluginapi/v1/post_pb.ts";
import type { SyncResponse } from "./mattermost/pluginapi/v1/shared_channels_pb.ts";
import type { Team, TeamMember, TeamUnread } from "./mattermost/pluginapi/v1/team_pb.ts";
import type { User } from "./mattermost/pluginapi/v1/user_pb.ts";
import type { JsonObject, MessageInitShape } from "@bufbuild/protobuf";

/** What may be said about one call. */
export interface PluginAPICallOptions {
  /** Aborting it ends the wait for the answer and cancels the call on the server's side. */
  signal?: AbortSignal;
  /** Milliseconds after which the call fails. Default: the client's own limit. */
  timeoutMs?: number;
}

/**
 * Everything that a plugin can ask of the server. Every method takes its parameters as one object
 * and gives Go's results: nothing, one value, or an object of several. Errors are thrown.
 */
export interface PluginAPI {
  /**
   * Since server 5.2. In Go: `LoadPluginConfiguration(dest interface {}) error`.
   *
   * @returns The config.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  loadPluginConfiguration(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<JsonObject>;

  /**
   * Since server 5.2. In Go: `RegisterCommand(command *model.Command) error`.
   *
   * @param request
   * - `command`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerCommand(request: MessageInitShape<typeof RegisterCommandRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `UnregisterCommand(teamID string, trigger string) error`.
   *
   * @param request
   * - `teamId`
   * - `trigger`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterCommand(request: MessageInitShape<typeof UnregisterCommandRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.26. In Go: `ExecuteSlashCommand(commandArgs *model.CommandArgs) (*model.CommandResponse, error)`.
   *
   * @param request
   * - `commandArgs`
   * @returns The response.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  executeSlashCommand(request: MessageInitShape<typeof ExecuteSlashCommandRequestSchema>, options?: PluginAPICallOptions): Promise<CommandResponse>;

  /**
   * Since server 5.2. In Go: `GetConfig() *model.Config`.
   *
   * @returns The config.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getConfig(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Config>;

  /**
   * Since server 5.16. In Go: `GetUnsanitizedConfig() *model.Config`.
   *
   * @returns The config.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getUnsanitizedConfig(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Config>;

  /**
   * Since server 5.2. In Go: `SaveConfig(config *model.Config) *model.AppError`.
   *
   * @param request
   * - `configJson`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  saveConfig(request: { config: Config }, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPluginConfig() map[string]interface {}`.
   *
   * @returns The config.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getPluginConfig(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<JsonObject>;

  /**
   * Since server 5.6. In Go: `SavePluginConfig(config map[string]interface {}) *model.AppError`.
   *
   * @param request
   * - `config`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  savePluginConfig(request: MessageInitShape<typeof SavePluginConfigRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.10. In Go: `GetBundlePath() (string, error)`.
   *
   * @returns The path.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getBundlePath(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 5.10. In Go: `GetLicense() *model.License`.
   *
   * @returns Null on a server without a license.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getLicense(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<License | null>;

  /**
   * Since server 5.10. In Go: `IsEnterpriseReady() bool`.
   *
   * @returns The isEnterpriseReady.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  isEnterpriseReady(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 5.4. In Go: `GetServerVersion() string`.
   *
   * @returns The version.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getServerVersion(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 5.10. In Go: `GetSystemInstallDate() (int64, *model.AppError)`.
   *
   * @returns The installDate.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getSystemInstallDate(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<bigint>;

  /**
   * Since server 5.10. In Go: `GetDiagnosticId() string`.
   *
   * @returns The diagnosticId.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getDiagnosticId(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 5.28. In Go: `GetTelemetryId() string`.
   *
   * @returns The telemetryId.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getTelemetryId(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 5.2. In Go: `CreateUser(user *model.User) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `user`
   * @returns The user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createUser(request: MessageInitShape<typeof CreateUserRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Since server 5.2. In Go: `DeleteUser(userID string) *model.AppError`.
   *
   * @param request
   * - `userId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteUser(request: MessageInitShape<typeof DeleteUserRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.10. In Go: `GetUsers(options *model.UserGetOptions) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `inTeamId`
   * - `notInTeamId`
   * - `inChannelId`
   * - `notInChannelId`
   * - `inGroupId`
   * - `notInGroupId`
   * - `groupConstrained`
   * - `withoutTeam`
   * - `inactive`
   * - `active`
   * - `role`
   * - `roles`
   * - `channelRoles`
   * - `teamRoles`
   * - `sort`
   * - `page`
   * - `perPage`
   * - `updatedAfter`
   * - `viewRestrictions`
   * @returns The users.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsers(request: MessageInitShape<typeof GetUsersRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Since server 9.8. In Go: `GetUsersByIds(userIDs []string) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `userIds`
   * @returns The users.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersByIds(request: MessageInitShape<typeof GetUsersByIdsRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Since server 5.2. In Go: `GetUser(userID string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUser(request: MessageInitShape<typeof GetUserRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Since server 5.2. In Go: `GetUserByEmail(email string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `email`
   * @returns The user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserByEmail(request: MessageInitShape<typeof GetUserByEmailRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Since server 5.2. In Go: `GetUserByUsername(name string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserByUsername(request: MessageInitShape<typeof GetUserByUsernameRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Since server 5.6. In Go: `GetUsersByUsernames(usernames []string) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `usernames`
   * @returns The users.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersByUsernames(request: MessageInitShape<typeof GetUsersByUsernamesRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Since server 5.6. In Go: `GetUsersInTeam(teamID string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `page`
   * - `perPage`
   * @returns The users.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersInTeam(request: MessageInitShape<typeof GetUsersInTeamRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Since server 9.5. In Go: `GetPreferenceForUser(userID string, category string, name string) (model.Preference, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `category`
   * - `name`
   * @returns The preference.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPreferenceForUser(request: MessageInitShape<typeof GetPreferenceForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Preference>;

  /**
   * Since server 5.26. In Go: `GetPreferencesForUser(userID string) ([]model.Preference, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The preferences.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPreferencesForUser(request: MessageInitShape<typeof GetPreferencesForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Preference[]>;

  /**
   * Since server 5.26. In Go: `UpdatePreferencesForUser(userID string, preferences []model.Preference) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `preferences`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePreferencesForUser(request: MessageInitShape<typeof UpdatePreferencesForUserRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.26. In Go: `DeletePreferencesForUser(userID string, preferences []model.Preference) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `preferences`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePreferencesForUser(request: MessageInitShape<typeof DeletePreferencesForUserRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `GetSession(sessionID string) (*model.Session, *model.AppError)`.
   *
   * @param request
   * - `sessionId`
   * @returns The session.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getSession(request: MessageInitShape<typeof GetSessionRequestSchema>, options?: PluginAPICallOptions): Promise<Session>;

  /**
   * Since server 6.2. In Go: `CreateSession(session *model.Session) (*model.Session, *model.AppError)`.
   *
   * @param request
   * - `session`
   * @returns The session.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createSession(request: MessageInitShape<typeof CreateSessionRequestSchema>, options?: PluginAPICallOptions): Promise<Session>;

  /**
   * Since server 6.2. In Go: `ExtendSessionExpiry(sessionID string, newExpiry int64) *model.AppError`.
   *
   * @param request
   * - `sessionId`
   * - `newExpiry`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  extendSessionExpiry(request: MessageInitShape<typeof ExtendSessionExpiryRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 6.2. In Go: `RevokeSession(sessionID string) *model.AppError`.
   *
   * @param request
   * - `sessionId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  revokeSession(request: MessageInitShape<typeof RevokeSessionRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.38. In Go: `CreateUserAccessToken(token *model.UserAccessToken) (*model.UserAccessToken, *model.AppError)`.
   *
   * @param request
   * - `token`
   * @returns The token.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createUserAccessToken(request: MessageInitShape<typeof CreateUserAccessTokenRequestSchema>, options?: PluginAPICallOptions): Promise<UserAccessToken>;

  /**
   * Since server 5.38. In Go: `RevokeUserAccessToken(tokenID string) *model.AppError`.
   *
   * @param request
   * - `tokenId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  revokeUserAccessToken(request: MessageInitShape<typeof RevokeUserAccessTokenRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `GetTeamIcon(teamID string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * @returns The icon.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamIcon(request: MessageInitShape<typeof GetTeamIconRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `SetTeamIcon(teamID string, data []uint8) *model.AppError`.
   *
   * @param request
   * - `teamId`
   * - `data`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setTeamIcon(request: MessageInitShape<typeof SetTeamIconRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `RemoveTeamIcon(teamID string) *model.AppError`.
   *
   * @param request
   * - `teamId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removeTeamIcon(request: MessageInitShape<typeof RemoveTeamIconRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `UpdateUser(user *model.User) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `user`
   * @returns The user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUser(request: MessageInitShape<typeof UpdateUserRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Since server 5.2. In Go: `GetUserStatus(userID string) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The status.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserStatus(request: MessageInitShape<typeof GetUserStatusRequestSchema>, options?: PluginAPICallOptions): Promise<Status>;

  /**
   * Since server 5.2. In Go: `GetUserStatusesByIds(userIds []string) ([]*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userIds`
   * @returns The statuses.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserStatusesByIds(request: MessageInitShape<typeof GetUserStatusesByIdsRequestSchema>, options?: PluginAPICallOptions): Promise<Status[]>;

  /**
   * Since server 5.2. In Go: `UpdateUserStatus(userID string, status string) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `status`
   * @returns The status.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserStatus(request: MessageInitShape<typeof UpdateUserStatusRequestSchema>, options?: PluginAPICallOptions): Promise<Status>;

  /**
   * Since server 5.35. In Go: `SetUserStatusTimedDND(userId string, endtime int64) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `endTime`
   * @returns The status.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setUserStatusTimedDND(request: MessageInitShape<typeof SetUserStatusTimedDNDRequestSchema>, options?: PluginAPICallOptions): Promise<Status>;

  /**
   * Since server 5.8. In Go: `UpdateUserActive(userID string, active bool) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `active`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserActive(request: MessageInitShape<typeof UpdateUserActiveRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 6.2. In Go: `UpdateUserCustomStatus(userID string, customStatus *model.CustomStatus) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `customStatus`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserCustomStatus(request: MessageInitShape<typeof UpdateUserCustomStatusRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 6.2. In Go: `RemoveUserCustomStatus(userID string) *model.AppError`.
   *
   * @param request
   * - `userId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removeUserCustomStatus(request: MessageInitShape<typeof RemoveUserCustomStatusRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `GetUsersInChannel(channelID string, sortBy string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `sortBy`
   * - `page`
   * - `perPage`
   * @returns The users.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersInChannel(request: MessageInitShape<typeof GetUsersInChannelRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Since server 5.3. In Go: `GetLDAPUserAttributes(userID string, attributes []string) (map[string]string, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `attributes`
   * @returns The attributes.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getLDAPUserAttributes(request: MessageInitShape<typeof GetLDAPUserAttributesRequestSchema>, options?: PluginAPICallOptions): Promise<{ [key: string]: string }>;

  /**
   * Since server 5.2. In Go: `CreateTeam(team *model.Team) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `team`
   * @returns The team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeam(request: MessageInitShape<typeof CreateTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Since server 5.2. In Go: `DeleteTeam(teamID string) *model.AppError`.
   *
   * @param request
   * - `teamId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteTeam(request: MessageInitShape<typeof DeleteTeamRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `GetTeams() ([]*model.Team, *model.AppError)`.
   *
   * @returns The teams.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeams(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Team[]>;

  /**
   * Since server 5.2. In Go: `GetTeam(teamID string) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * @returns The team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeam(request: MessageInitShape<typeof GetTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Since server 5.2. In Go: `GetTeamByName(name string) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamByName(request: MessageInitShape<typeof GetTeamByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Since server 5.6. In Go: `GetTeamsUnreadForUser(userID string) ([]*model.TeamUnread, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The teamUnreads.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamsUnreadForUser(request: MessageInitShape<typeof GetTeamsUnreadForUserRequestSchema>, options?: PluginAPICallOptions): Promise<TeamUnread[]>;

  /**
   * Since server 5.2. In Go: `UpdateTeam(team *model.Team) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `team`
   * @returns The team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateTeam(request: MessageInitShape<typeof UpdateTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Since server 5.8. In Go: `SearchTeams(term string) ([]*model.Team, *model.AppError)`.
   *
   * @param request
   * - `term`
   * @returns The teams.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchTeams(request: MessageInitShape<typeof SearchTeamsRequestSchema>, options?: PluginAPICallOptions): Promise<Team[]>;

  /**
   * Since server 5.6. In Go: `GetTeamsForUser(userID string) ([]*model.Team, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The teams.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamsForUser(request: MessageInitShape<typeof GetTeamsForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Team[]>;

  /**
   * Since server 5.2. In Go: `CreateTeamMember(teamID string, userID string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * @returns The teamMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeamMember(request: MessageInitShape<typeof CreateTeamMemberRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember>;

  /**
   * Since server 5.2. In Go: `CreateTeamMembers(teamID string, userIds []string, requestorId string) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userIds`
   * - `requestorId`
   * @returns The teamMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeamMembers(request: MessageInitShape<typeof CreateTeamMembersRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember[]>;

  /**
   * Since server 5.20. In Go: `CreateTeamMembersGracefully(teamID string, userIds []string, requestorId string) ([]*model.TeamMemberWithError, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userIds`
   * - `requestorId`
   * @returns The teamMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeamMembersGracefully(request: MessageInitShape<typeof CreateTeamMembersGracefullyRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMemberWithError[]>;

  /**
   * Since server 5.2. In Go: `DeleteTeamMember(teamID string, userID string, requestorId string) *model.AppError`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `requestorId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteTeamMember(request: MessageInitShape<typeof DeleteTeamMemberRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `GetTeamMembers(teamID string, page int, perPage int) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `page`
   * - `perPage`
   * @returns The teamMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamMembers(request: MessageInitShape<typeof GetTeamMembersRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember[]>;

  /**
   * Since server 5.2. In Go: `GetTeamMember(teamID string, userID string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * @returns The teamMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamMember(request: MessageInitShape<typeof GetTeamMemberRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember>;

  /**
   * Since server 5.10. In Go: `GetTeamMembersForUser(userID string, page int, perPage int) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `page`
   * - `perPage`
   * @returns The teamMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamMembersForUser(request: MessageInitShape<typeof GetTeamMembersForUserRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember[]>;

  /**
   * Since server 5.2. In Go: `UpdateTeamMemberRoles(teamID string, userID string, newRoles string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `newRoles`
   * @returns The teamMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateTeamMemberRoles(request: MessageInitShape<typeof UpdateTeamMemberRolesRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember>;

  /**
   * Since server 5.2. In Go: `CreateChannel(channel *model.Channel) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channel`
   * @returns The channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createChannel(request: MessageInitShape<typeof CreateChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Since server 5.2. In Go: `DeleteChannel(channelId string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteChannel(request: MessageInitShape<typeof DeleteChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `GetPublicChannelsForTeam(teamID string, page int, perPage int) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `page`
   * - `perPage`
   * @returns The channels.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPublicChannelsForTeam(request: MessageInitShape<typeof GetPublicChannelsForTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Channel[]>;

  /**
   * Since server 5.2. In Go: `GetChannel(channelId string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * @returns The channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannel(request: MessageInitShape<typeof GetChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Since server 5.2. In Go: `GetChannelByName(teamID string, name string, includeDeleted bool) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `name`
   * - `includeDeleted`
   * @returns The channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelByName(request: MessageInitShape<typeof GetChannelByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Since server 5.2. In Go: `GetChannelByNameForTeamName(teamName string, channelName string, includeDeleted bool) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamName`
   * - `channelName`
   * - `includeDeleted`
   * @returns The channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelByNameForTeamName(request: MessageInitShape<typeof GetChannelByNameForTeamNameRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Since server 5.6. In Go: `GetChannelsForTeamForUser(teamID string, userID string, includeDeleted bool) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `includeDeleted`
   * @returns The channels.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelsForTeamForUser(request: MessageInitShape<typeof GetChannelsForTeamForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Channel[]>;

  /**
   * Since server 5.6. In Go: `GetChannelStats(channelId string) (*model.ChannelStats, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * @returns The channelStats.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelStats(request: MessageInitShape<typeof GetChannelStatsRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelStats>;

  /**
   * Since server 5.2. In Go: `GetDirectChannel(userId1 string, userId2 string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `userId1`
   * - `userId2`
   * @returns The channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getDirectChannel(request: MessageInitShape<typeof GetDirectChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Since server 5.2. In Go: `GetGroupChannel(userIds []string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `userIds`
   * @returns The channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupChannel(request: MessageInitShape<typeof GetGroupChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Since server 5.2. In Go: `UpdateChannel(channel *model.Channel) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channel`
   * @returns The channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannel(request: MessageInitShape<typeof UpdateChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Since server 11.8. In Go: `RegisterChannelGuard(channelID string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerChannelGuard(request: MessageInitShape<typeof RegisterChannelGuardRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 11.8. In Go: `UnregisterChannelGuard(channelID string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterChannelGuard(request: MessageInitShape<typeof UnregisterChannelGuardRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `SearchChannels(teamID string, term string) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `term`
   * @returns The channels.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchChannels(request: MessageInitShape<typeof SearchChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<Channel[]>;

  /**
   * Since server 5.38. In Go: `CreateChannelSidebarCategory(userID string, teamID string, newCategory *model.SidebarCategoryWithChannels) (*model.SidebarCategoryWithChannels, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * - `newCategory`
   * @returns The category.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createChannelSidebarCategory(request: MessageInitShape<typeof CreateChannelSidebarCategoryRequestSchema>, options?: PluginAPICallOptions): Promise<SidebarCategoryWithChannels>;

  /**
   * Since server 5.38. In Go: `GetChannelSidebarCategories(userID string, teamID string) (*model.OrderedSidebarCategories, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * @returns The categories.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelSidebarCategories(request: MessageInitShape<typeof GetChannelSidebarCategoriesRequestSchema>, options?: PluginAPICallOptions): Promise<OrderedSidebarCategories>;

  /**
   * Since server 5.38. In Go: `UpdateChannelSidebarCategories(userID string, teamID string, categories []*model.SidebarCategoryWithChannels) ([]*model.SidebarCategoryWithChannels, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * - `categories`
   * @returns The categories.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannelSidebarCategories(request: MessageInitShape<typeof UpdateChannelSidebarCategoriesRequestSchema>, options?: PluginAPICallOptions): Promise<SidebarCategoryWithChannels[]>;

  /**
   * Since server 5.6. In Go: `SearchUsers(search *model.UserSearch) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `term`
   * - `teamId`
   * - `notInTeamId`
   * - `inChannelId`
   * - `notInChannelId`
   * - `inGroupId`
   * - `groupConstrained`
   * - `allowInactive`
   * - `withoutTeam`
   * - `limit`
   * - `role`
   * - `roles`
   * - `channelRoles`
   * - `teamRoles`
   * - `notInGroupId`
   * @returns The users.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchUsers(request: MessageInitShape<typeof SearchUsersRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Since server 5.10. In Go: `SearchPostsInTeam(teamID string, paramsList []*model.SearchParams) ([]*model.Post, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `paramsList`
   * @returns The posts.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPostsInTeam(request: MessageInitShape<typeof SearchPostsInTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Post[]>;

  /**
   * Since server 5.26. In Go: `SearchPostsInTeamForUser(teamID string, userID string, searchParams model.SearchParameter) (*model.PostSearchResults, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `searchParams`
   * @returns The results.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPostsInTeamForUser(request: MessageInitShape<typeof SearchPostsInTeamForUserRequestSchema>, options?: PluginAPICallOptions): Promise<PostSearchResults>;

  /**
   * Since server 5.2. In Go: `AddChannelMember(channelId string, userID string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * @returns The channelMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  addChannelMember(request: MessageInitShape<typeof AddChannelMemberRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Since server 5.18. In Go: `AddUserToChannel(channelId string, userID string, asUserId string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * - `asUserId`
   * @returns The channelMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  addUserToChannel(request: MessageInitShape<typeof AddUserToChannelRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Since server 5.2. In Go: `GetChannelMember(channelId string, userID string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * @returns The channelMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMember(request: MessageInitShape<typeof GetChannelMemberRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Since server 5.6. In Go: `GetChannelMembers(channelId string, page int, perPage int) (model.ChannelMembers, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `page`
   * - `perPage`
   * @returns The channelMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMembers(request: MessageInitShape<typeof GetChannelMembersRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember[]>;

  /**
   * Since server 5.6. In Go: `GetChannelMembersByIds(channelId string, userIds []string) (model.ChannelMembers, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userIds`
   * @returns The channelMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMembersByIds(request: MessageInitShape<typeof GetChannelMembersByIdsRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember[]>;

  /**
   * Since server 5.10. In Go: `GetChannelMembersForUser(teamID string, userID string, page int, perPage int) ([]*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `page`
   * - `perPage`
   * @returns The channelMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMembersForUser(request: MessageInitShape<typeof GetChannelMembersForUserRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember[]>;

  /**
   * Since server 5.2. In Go: `UpdateChannelMemberRoles(channelId string, userID string, newRoles string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * - `newRoles`
   * @returns The channelMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannelMemberRoles(request: MessageInitShape<typeof UpdateChannelMemberRolesRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Since server 5.2. In Go: `UpdateChannelMemberNotifications(channelId string, userID string, notifications map[string]string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * - `notifications`
   * @returns The channelMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannelMemberNotifications(request: MessageInitShape<typeof UpdateChannelMemberNotificationsRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Since server 9.5. In Go: `PatchChannelMembersNotifications(members []*model.ChannelMemberIdentifier, notifyProps map[string]string) *model.AppError`.
   *
   * @param request
   * - `members`
   * - `notifyProps`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  patchChannelMembersNotifications(request: MessageInitShape<typeof PatchChannelMembersNotificationsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.18. In Go: `GetGroup(groupId string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroup(request: MessageInitShape<typeof GetGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Since server 5.18. In Go: `GetGroupByName(name string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupByName(request: MessageInitShape<typeof GetGroupByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Since server 5.35. In Go: `GetGroupMemberUsers(groupID string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `page`
   * - `perPage`
   * @returns The users.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupMemberUsers(request: MessageInitShape<typeof GetGroupMemberUsersRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Since server 5.35. In Go: `GetGroupsBySource(groupSource model.GroupSource) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupSource`
   * @returns The groups.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupsBySource(request: MessageInitShape<typeof GetGroupsBySourceRequestSchema>, options?: PluginAPICallOptions): Promise<Group[]>;

  /**
   * Since server 5.18. In Go: `GetGroupsForUser(userID string) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The groups.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupsForUser(request: MessageInitShape<typeof GetGroupsForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Group[]>;

  /**
   * Since server 5.2. In Go: `DeleteChannelMember(channelId string, userID string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteChannelMember(request: MessageInitShape<typeof DeleteChannelMemberRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `CreatePost(post *model.Post) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `post`
   * @returns The post.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createPost(request: MessageInitShape<typeof CreatePostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Since server 5.3. In Go: `AddReaction(reaction *model.Reaction) (*model.Reaction, *model.AppError)`.
   *
   * @param request
   * - `reaction`
   * @returns The reaction.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  addReaction(request: MessageInitShape<typeof AddReactionRequestSchema>, options?: PluginAPICallOptions): Promise<Reaction>;

  /**
   * Since server 5.3. In Go: `RemoveReaction(reaction *model.Reaction) *model.AppError`.
   *
   * @param request
   * - `reaction`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removeReaction(request: MessageInitShape<typeof RemoveReactionRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.3. In Go: `GetReactions(postId string) ([]*model.Reaction, *model.AppError)`.
   *
   * @param request
   * - `postId`
   * @returns The reactions.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getReactions(request: MessageInitShape<typeof GetReactionsRequestSchema>, options?: PluginAPICallOptions): Promise<Reaction[]>;

  /**
   * Since server 5.2. In Go: `SendEphemeralPost(userID string, post *model.Post) *model.Post`.
   *
   * @param request
   * - `userId`
   * - `post`
   * @returns The post.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  sendEphemeralPost(request: MessageInitShape<typeof SendEphemeralPostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Since server 5.2. In Go: `UpdateEphemeralPost(userID string, post *model.Post) *model.Post`.
   *
   * @param request
   * - `userId`
   * - `post`
   * @returns The post.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  updateEphemeralPost(request: MessageInitShape<typeof UpdateEphemeralPostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Since server 5.2. In Go: `DeleteEphemeralPost(userID string, postId string)`.
   *
   * @param request
   * - `userId`
   * - `postId`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  deleteEphemeralPost(request: MessageInitShape<typeof DeleteEphemeralPostRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `DeletePost(postId string) *model.AppError`.
   *
   * @param request
   * - `postId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePost(request: MessageInitShape<typeof DeletePostRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPostThread(postId string) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `postId`
   * @returns The postList.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostThread(request: MessageInitShape<typeof GetPostThreadRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Since server 5.2. In Go: `GetPost(postId string) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `postId`
   * @returns The post.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPost(request: MessageInitShape<typeof GetPostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Since server 5.6. In Go: `GetPostsSince(channelId string, time int64) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `time`
   * @returns The postList.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsSince(request: MessageInitShape<typeof GetPostsSinceRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Since server 5.6. In Go: `GetPostsAfter(channelId string, postId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `postId`
   * - `page`
   * - `perPage`
   * @returns The postList.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsAfter(request: MessageInitShape<typeof GetPostsAfterRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Since server 5.6. In Go: `GetPostsBefore(channelId string, postId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `postId`
   * - `page`
   * - `perPage`
   * @returns The postList.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsBefore(request: MessageInitShape<typeof GetPostsBeforeRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Since server 5.6. In Go: `GetPostsForChannel(channelId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `page`
   * - `perPage`
   * @returns The postList.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsForChannel(request: MessageInitShape<typeof GetPostsForChannelRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Since server 5.8. In Go: `GetTeamStats(teamID string) (*model.TeamStats, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * @returns The teamStats.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamStats(request: MessageInitShape<typeof GetTeamStatsRequestSchema>, options?: PluginAPICallOptions): Promise<TeamStats>;

  /**
   * Since server 5.2. In Go: `UpdatePost(post *model.Post) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `post`
   * @returns The post.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePost(request: MessageInitShape<typeof UpdatePostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Since server 5.6. In Go: `GetProfileImage(userID string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The image.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getProfileImage(request: MessageInitShape<typeof GetProfileImageRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `SetProfileImage(userID string, data []uint8) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `data`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setProfileImage(request: MessageInitShape<typeof SetProfileImageRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `GetEmojiList(sortBy string, page int, perPage int) ([]*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `sortBy`
   * - `page`
   * - `perPage`
   * @returns The emojis.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmojiList(request: MessageInitShape<typeof GetEmojiListRequestSchema>, options?: PluginAPICallOptions): Promise<Emoji[]>;

  /**
   * Since server 5.6. In Go: `GetEmojiByName(name string) (*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The emoji.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmojiByName(request: MessageInitShape<typeof GetEmojiByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Emoji>;

  /**
   * Since server 5.6. In Go: `GetEmoji(emojiId string) (*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `emojiId`
   * @returns The emoji.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmoji(request: MessageInitShape<typeof GetEmojiRequestSchema>, options?: PluginAPICallOptions): Promise<Emoji>;

  /**
   * Since server 5.2. In Go: `CopyFileInfos(userID string, fileIds []string) ([]string, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `fileIds`
   * @returns The fileIds.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  copyFileInfos(request: MessageInitShape<typeof CopyFileInfosRequestSchema>, options?: PluginAPICallOptions): Promise<string[]>;

  /**
   * Since server 5.3. In Go: `GetFileInfo(fileId string) (*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `fileId`
   * @returns The fileInfo.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFileInfo(request: MessageInitShape<typeof GetFileInfoRequestSchema>, options?: PluginAPICallOptions): Promise<FileInfo>;

  /**
   * Since server 9.1. In Go: `SetFileSearchableContent(fileID string, content string) *model.AppError`.
   *
   * @param request
   * - `fileId`
   * - `content`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setFileSearchableContent(request: MessageInitShape<typeof SetFileSearchableContentRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.22. In Go: `GetFileInfos(page int, perPage int, opt *model.GetFileInfosOptions) ([]*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `page`
   * - `perPage`
   * - `options`
   * @returns The fileInfos.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFileInfos(request: MessageInitShape<typeof GetFileInfosRequestSchema>, options?: PluginAPICallOptions): Promise<FileInfo[]>;

  /**
   * Since server 5.8. In Go: `GetFile(fileId string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `fileId`
   * @returns The data.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFile(request: MessageInitShape<typeof GetFileRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `GetFileLink(fileId string) (string, *model.AppError)`.
   *
   * @param request
   * - `fileId`
   * @returns The link.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFileLink(request: MessageInitShape<typeof GetFileLinkRequestSchema>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 5.3. In Go: `ReadFile(path string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `path`
   * @returns The data.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  readFile(request: MessageInitShape<typeof ReadFileRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `GetEmojiImage(emojiId string) ([]uint8, string, *model.AppError)`.
   *
   * @param request
   * - `emojiId`
   * @returns
   * - `image`: 
   * - `contentType`: 
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmojiImage(request: MessageInitShape<typeof GetEmojiImageRequestSchema>, options?: PluginAPICallOptions): Promise<{ image: Uint8Array; contentType: string }>;

  /**
   * Since server 5.6. In Go: `UploadFile(data []uint8, channelId string, filename string) (*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `data`
   * - `channelId`
   * - `filename`
   * @returns The fileInfo.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  uploadFile(request: MessageInitShape<typeof UploadFileRequestSchema>, options?: PluginAPICallOptions): Promise<FileInfo>;

  /**
   * Since server 5.6. In Go: `OpenInteractiveDialog(dialog model.OpenDialogRequest) *model.AppError`.
   *
   * @param request
   * - `dialog`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  openInteractiveDialog(request: MessageInitShape<typeof OpenInteractiveDialogRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 11.5. In Go: `SendToastMessage(userID string, connectionID string, message string, options model.SendToastMessageOptions) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `connectionId`
   * - `message`
   * - `options`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  sendToastMessage(request: MessageInitShape<typeof SendToastMessageRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPlugins() ([]*model.Manifest, *model.AppError)`.
   *
   * @returns The manifests.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPlugins(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Manifest[]>;

  /**
   * Since server 5.6. In Go: `EnablePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  enablePlugin(request: MessageInitShape<typeof EnablePluginRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `DisablePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  disablePlugin(request: MessageInitShape<typeof DisablePluginRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `RemovePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removePlugin(request: MessageInitShape<typeof RemovePluginRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPluginStatus(id string) (*model.PluginStatus, *model.AppError)`.
   *
   * @param request
   * - `id`
   * @returns The status.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPluginStatus(request: MessageInitShape<typeof GetPluginStatusRequestSchema>, options?: PluginAPICallOptions): Promise<PluginStatus>;

  /**
   * `file` may be a stream: it is sent piece by piece where the host can take it.
   *
   * Since server 5.18. In Go: `InstallPlugin(file io.Reader, replace bool) (*model.Manifest, *model.AppError)`.
   *
   * @param request
   * - `fileData`
   * - `replace`
   * @returns The manifest.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  installPlugin(request: { file: Uint8Array | ReadableStream<Uint8Array>; replace?: boolean }, options?: PluginAPICallOptions): Promise<Manifest>;

  /**
   * Since server 5.2. In Go: `KVSet(key string, value []uint8) *model.AppError`.
   *
   * @param request
   * - `key`
   * - `value`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvSet(request: MessageInitShape<typeof KVSetRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.12. In Go: `KVCompareAndSet(key string, oldValue []uint8, newValue []uint8) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`
   * - `oldValue`
   * - `newValue`
   * @returns The success.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvCompareAndSet(request: MessageInitShape<typeof KVCompareAndSetRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 5.16. In Go: `KVCompareAndDelete(key string, oldValue []uint8) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`
   * - `oldValue`
   * @returns The success.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvCompareAndDelete(request: MessageInitShape<typeof KVCompareAndDeleteRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 5.20. In Go: `KVSetWithOptions(key string, value []uint8, options model.PluginKVSetOptions) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`
   * - `value`
   * - `options`
   * @returns The success.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvSetWithOptions(request: MessageInitShape<typeof KVSetWithOptionsRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 5.6. In Go: `KVSetWithExpiry(key string, value []uint8, expireInSeconds int64) *model.AppError`.
   *
   * @param request
   * - `key`
   * - `value`
   * - `expireInSeconds`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvSetWithExpiry(request: MessageInitShape<typeof KVSetWithExpiryRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `KVGet(key string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `key`
   * @returns Null when there is no such key; a key never holds zero bytes.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvGet(request: MessageInitShape<typeof KVGetRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array | null>;

  /**
   * Since server 5.2. In Go: `KVDelete(key string) *model.AppError`.
   *
   * @param request
   * - `key`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvDelete(request: MessageInitShape<typeof KVDeleteRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `KVDeleteAll() *model.AppError`.
   *
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvDeleteAll(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.6. In Go: `KVList(page int, perPage int) ([]string, *model.AppError)`.
   *
   * @param request
   * - `page`
   * - `perPage`
   * @returns The keys.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvList(request: MessageInitShape<typeof KVListRequestSchema>, options?: PluginAPICallOptions): Promise<string[]>;

  /**
   * Since server 5.2. In Go: `PublishWebSocketEvent(event string, payload map[string]interface {}, broadcast *model.WebsocketBroadcast)`.
   *
   * @param request
   * - `event`
   * - `payload`
   * - `broadcast`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  publishWebSocketEvent(request: MessageInitShape<typeof PublishWebSocketEventRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.3. In Go: `HasPermissionTo(userID string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`
   * - `permissionId`
   * @returns The hasPermission.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  hasPermissionTo(request: MessageInitShape<typeof HasPermissionToRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 5.3. In Go: `HasPermissionToTeam(userID string, teamID string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * - `permissionId`
   * @returns The hasPermission.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  hasPermissionToTeam(request: MessageInitShape<typeof HasPermissionToTeamRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 5.3. In Go: `HasPermissionToChannel(userID string, channelId string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`
   * - `channelId`
   * - `permissionId`
   * @returns The hasPermission.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  hasPermissionToChannel(request: MessageInitShape<typeof HasPermissionToChannelRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 6.3. In Go: `RolesGrantPermission(roleNames []string, permissionId string) bool`.
   *
   * @param request
   * - `roleNames`
   * - `permissionId`
   * @returns The hasPermission.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  rolesGrantPermission(request: MessageInitShape<typeof RolesGrantPermissionRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 5.2. In Go: `LogDebug(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logDebug(request: MessageInitShape<typeof LogDebugRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `LogInfo(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logInfo(request: MessageInitShape<typeof LogInfoRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `LogError(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logError(request: MessageInitShape<typeof LogErrorRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.2. In Go: `LogWarn(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logWarn(request: MessageInitShape<typeof LogWarnRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.7. In Go: `SendMail(to string, subject string, htmlBody string) *model.AppError`.
   *
   * @param request
   * - `to`
   * - `subject`
   * - `htmlBody`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  sendMail(request: MessageInitShape<typeof SendMailRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.10. In Go: `CreateBot(bot *model.Bot) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `bot`
   * @returns The bot.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createBot(request: MessageInitShape<typeof CreateBotRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Since server 5.10. In Go: `PatchBot(botUserId string, botPatch *model.BotPatch) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`
   * - `botPatch`
   * @returns The bot.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  patchBot(request: MessageInitShape<typeof PatchBotRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Since server 5.10. In Go: `GetBot(botUserId string, includeDeleted bool) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`
   * - `includeDeleted`
   * @returns The bot.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getBot(request: MessageInitShape<typeof GetBotRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Since server 5.10. In Go: `GetBots(options *model.BotGetOptions) ([]*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `options`
   * @returns The bots.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getBots(request: MessageInitShape<typeof GetBotsRequestSchema>, options?: PluginAPICallOptions): Promise<Bot[]>;

  /**
   * Since server 5.10. In Go: `UpdateBotActive(botUserId string, active bool) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`
   * - `active`
   * @returns The bot.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateBotActive(request: MessageInitShape<typeof UpdateBotActiveRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Since server 5.10. In Go: `PermanentDeleteBot(botUserId string) *model.AppError`.
   *
   * @param request
   * - `botUserId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  permanentDeleteBot(request: MessageInitShape<typeof PermanentDeleteBotRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Works like `fetch`. The URL's path begins with the other plugin's id: `new Request("http://plugins/com.example.other/path")`; the host in it says nothing.
   *
   * Since server 5.18. In Go: `PluginHTTP(request *http.Request) *http.Response`.
   *
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  pluginHTTP(request: Request, options?: PluginAPICallOptions): Promise<Response>;

  /**
   * Since server 5.26. In Go: `PublishUserTyping(userID string, channelId string, parentId string) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `channelId`
   * - `parentId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  publishUserTyping(request: MessageInitShape<typeof PublishUserTypingRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.28. In Go: `CreateCommand(cmd *model.Command) (*model.Command, error)`.
   *
   * @param request
   * - `cmd`
   * @returns The command.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createCommand(request: MessageInitShape<typeof CreateCommandRequestSchema>, options?: PluginAPICallOptions): Promise<Command>;

  /**
   * Since server 5.28. In Go: `ListCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`
   * @returns The commands.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listCommands(request: MessageInitShape<typeof ListCommandsRequestSchema>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Since server 5.28. In Go: `ListCustomCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`
   * @returns The commands.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listCustomCommands(request: MessageInitShape<typeof ListCustomCommandsRequestSchema>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Since server 5.28. In Go: `ListPluginCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`
   * @returns The commands.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listPluginCommands(request: MessageInitShape<typeof ListPluginCommandsRequestSchema>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Since server 5.28. In Go: `ListBuiltInCommands() ([]*model.Command, error)`.
   *
   * @returns The commands.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listBuiltInCommands(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Since server 5.28. In Go: `GetCommand(commandID string) (*model.Command, error)`.
   *
   * @param request
   * - `commandId`
   * @returns The command.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getCommand(request: MessageInitShape<typeof GetCommandRequestSchema>, options?: PluginAPICallOptions): Promise<Command>;

  /**
   * Since server 5.28. In Go: `UpdateCommand(commandID string, updatedCmd *model.Command) (*model.Command, error)`.
   *
   * @param request
   * - `commandId`
   * - `updatedCmd`
   * @returns The command.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateCommand(request: MessageInitShape<typeof UpdateCommandRequestSchema>, options?: PluginAPICallOptions): Promise<Command>;

  /**
   * Since server 5.28. In Go: `DeleteCommand(commandID string) error`.
   *
   * @param request
   * - `commandId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteCommand(request: MessageInitShape<typeof DeleteCommandRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.38. In Go: `CreateOAuthApp(app *model.OAuthApp) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `app`
   * @returns The app.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createOAuthApp(request: MessageInitShape<typeof CreateOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<OAuthApp>;

  /**
   * Since server 5.38. In Go: `GetOAuthApp(appID string) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `appId`
   * @returns The app.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getOAuthApp(request: MessageInitShape<typeof GetOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<OAuthApp>;

  /**
   * Since server 5.38. In Go: `UpdateOAuthApp(app *model.OAuthApp) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `app`
   * @returns The app.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateOAuthApp(request: MessageInitShape<typeof UpdateOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<OAuthApp>;

  /**
   * Since server 5.38. In Go: `DeleteOAuthApp(appID string) *model.AppError`.
   *
   * @param request
   * - `appId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteOAuthApp(request: MessageInitShape<typeof DeleteOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.36. In Go: `PublishPluginClusterEvent(ev model.PluginClusterEvent, opts model.PluginClusterEventSendOptions) error`.
   *
   * @param request
   * - `event`
   * - `opts`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  publishPluginClusterEvent(request: MessageInitShape<typeof PublishPluginClusterEventRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 5.36. In Go: `RequestTrialLicense(requesterID string, users int, termsAccepted bool, receiveEmailsAccepted bool) *model.AppError`.
   *
   * @param request
   * - `requesterId`
   * - `users`
   * - `termsAccepted`
   * - `receiveEmailsAccepted`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  requestTrialLicense(request: MessageInitShape<typeof RequestTrialLicenseRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 7.0. In Go: `GetCloudLimits() (*model.ProductLimits, error)`.
   *
   * @returns The limits.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getCloudLimits(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<ProductLimits>;

  /**
   * Since server 7.1. In Go: `EnsureBotUser(bot *model.Bot) (string, error)`.
   *
   * @param request
   * - `bot`
   * @returns The botUserId.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  ensureBotUser(request: MessageInitShape<typeof EnsureBotUserRequestSchema>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 7.6. In Go: `RegisterCollectionAndTopic(collectionType string, topicType string) error`.
   *
   * @param request
   * - `collectionType`
   * - `topicType`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerCollectionAndTopic(request: MessageInitShape<typeof RegisterCollectionAndTopicRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 7.6. In Go: `CreateUploadSession(us *model.UploadSession) (*model.UploadSession, error)`.
   *
   * @param request
   * - `uploadSession`
   * @returns The uploadSession.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createUploadSession(request: MessageInitShape<typeof CreateUploadSessionRequestSchema>, options?: PluginAPICallOptions): Promise<UploadSession>;

  /**
   * `data` may be a stream: it is sent piece by piece where the host can take it.
   *
   * Since server 7.6. In Go: `UploadData(us *model.UploadSession, rd io.Reader) (*model.FileInfo, error)`.
   *
   * @param request
   * - `uploadSession`
   * - `data`
   * @returns Null as long as the session's bytes are not complete; send the rest with another call.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  uploadData(request: { uploadSession?: MessageInitShape<typeof UploadSessionSchema>; data: Uint8Array | ReadableStream<Uint8Array> }, options?: PluginAPICallOptions): Promise<FileInfo | null>;

  /**
   * Since server 7.6. In Go: `GetUploadSession(uploadID string) (*model.UploadSession, error)`.
   *
   * @param request
   * - `uploadId`
   * @returns The uploadSession.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUploadSession(request: MessageInitShape<typeof GetUploadSessionRequestSchema>, options?: PluginAPICallOptions): Promise<UploadSession>;

  /**
   * Since server 9.0. In Go: `SendPushNotification(notification *model.PushNotification, userID string) *model.AppError`.
   *
   * @param request
   * - `notification`
   * - `userId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  sendPushNotification(request: MessageInitShape<typeof SendPushNotificationRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 9.3. In Go: `UpdateUserAuth(userID string, userAuth *model.UserAuth) (*model.UserAuth, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `userAuth`
   * @returns The userAuth.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserAuth(request: MessageInitShape<typeof UpdateUserAuthRequestSchema>, options?: PluginAPICallOptions): Promise<UserAuth>;

  /**
   * Since server 9.5. In Go: `RegisterPluginForSharedChannels(opts model.RegisterPluginOpts) (string, error)`.
   *
   * @param request
   * - `opts`
   * @returns The remoteId.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerPluginForSharedChannels(request: MessageInitShape<typeof RegisterPluginForSharedChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 9.5. In Go: `UnregisterPluginForSharedChannels(pluginID string) error`.
   *
   * @param request
   * - `pluginId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterPluginForSharedChannels(request: MessageInitShape<typeof UnregisterPluginForSharedChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 11.7. In Go: `UnregisterPluginRemoteForSharedChannels(remoteID string) error`.
   *
   * @param request
   * - `remoteId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterPluginRemoteForSharedChannels(request: MessageInitShape<typeof UnregisterPluginRemoteForSharedChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 9.5. In Go: `ShareChannel(sc *model.SharedChannel) (*model.SharedChannel, error)`.
   *
   * @param request
   * - `sharedChannel`
   * @returns The sharedChannel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  shareChannel(request: MessageInitShape<typeof ShareChannelRequestSchema>, options?: PluginAPICallOptions): Promise<SharedChannel>;

  /**
   * Since server 9.5. In Go: `UpdateSharedChannel(sc *model.SharedChannel) (*model.SharedChannel, error)`.
   *
   * @param request
   * - `sharedChannel`
   * @returns The sharedChannel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateSharedChannel(request: MessageInitShape<typeof UpdateSharedChannelRequestSchema>, options?: PluginAPICallOptions): Promise<SharedChannel>;

  /**
   * Since server 9.5. In Go: `UnshareChannel(channelID string) (bool, error)`.
   *
   * @param request
   * - `channelId`
   * @returns The unshared.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unshareChannel(request: MessageInitShape<typeof UnshareChannelRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Since server 9.5. In Go: `UpdateSharedChannelCursor(channelID string, remoteID string, cusror model.GetPostsSinceForSyncCursor) error`.
   *
   * @param request
   * - `channelId`
   * - `remoteId`
   * - `cursor`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateSharedChannelCursor(request: MessageInitShape<typeof UpdateSharedChannelCursorRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 9.5. In Go: `SyncSharedChannel(channelID string) error`.
   *
   * @param request
   * - `channelId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  syncSharedChannel(request: MessageInitShape<typeof SyncSharedChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 9.5. In Go: `InviteRemoteToChannel(channelID string, remoteID string, userID string, shareIfNotShared bool) error`.
   *
   * @param request
   * - `channelId`
   * - `remoteId`
   * - `userId`
   * - `shareIfNotShared`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  inviteRemoteToChannel(request: MessageInitShape<typeof InviteRemoteToChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 9.5. In Go: `UninviteRemoteFromChannel(channelID string, remoteID string) error`.
   *
   * @param request
   * - `channelId`
   * - `remoteId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  uninviteRemoteFromChannel(request: MessageInitShape<typeof UninviteRemoteFromChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 11.7. In Go: `ReceiveSharedChannelSyncMsg(remoteID string, msg *model.SyncMsg) (model.SyncResponse, error)`.
   *
   * @param request
   * - `remoteId`
   * - `syncMsg`
   * @returns The response.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  receiveSharedChannelSyncMsg(request: { remoteId?: string; syncMsg: SyncMsg }, options?: PluginAPICallOptions): Promise<SyncResponse>;

  /**
   * `data` may be a stream: it is sent piece by piece where the host can take it.
   *
   * Since server 11.7. In Go: `ReceiveSharedChannelAttachmentSyncMsg(remoteID string, channelID string, fi *model.FileInfo, data io.Reader) (*model.FileInfo, error)`.
   *
   * @param request
   * - `remoteId`
   * - `channelId`
   * - `fileInfo`
   * - `data`
   * @returns The fileInfo.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  receiveSharedChannelAttachmentSyncMsg(request: { remoteId?: string; channelId?: string; fileInfo?: MessageInitShape<typeof FileInfoSchema>; data: Uint8Array | ReadableStream<Uint8Array> }, options?: PluginAPICallOptions): Promise<FileInfo>;

  /**
   * Since server 11.7. In Go: `ReceiveSharedChannelProfileImageSyncMsg(remoteID string, userID string, image []uint8) error`.
   *
   * @param request
   * - `remoteId`
   * - `userId`
   * - `image`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  receiveSharedChannelProfileImageSyncMsg(request: MessageInitShape<typeof ReceiveSharedChannelProfileImageSyncMsgRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 10.7. In Go: `UpsertGroupMember(groupID string, userID string) (*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `userId`
   * @returns The groupMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertGroupMember(request: MessageInitShape<typeof UpsertGroupMemberRequestSchema>, options?: PluginAPICallOptions): Promise<GroupMember>;

  /**
   * Since server 10.7. In Go: `UpsertGroupMembers(groupID string, userIDs []string) ([]*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `userIds`
   * @returns The groupMembers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertGroupMembers(request: MessageInitShape<typeof UpsertGroupMembersRequestSchema>, options?: PluginAPICallOptions): Promise<GroupMember[]>;

  /**
   * Since server 10.7. In Go: `GetGroupByRemoteID(remoteID string, groupSource model.GroupSource) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `remoteId`
   * - `groupSource`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupByRemoteID(request: MessageInitShape<typeof GetGroupByRemoteIDRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Since server 10.7. In Go: `CreateGroup(group *model.Group) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `group`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createGroup(request: MessageInitShape<typeof CreateGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Since server 10.7. In Go: `UpdateGroup(group *model.Group) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `group`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateGroup(request: MessageInitShape<typeof UpdateGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Since server 10.7. In Go: `DeleteGroup(groupID string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroup(request: MessageInitShape<typeof DeleteGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Since server 10.7. In Go: `RestoreGroup(groupID string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  restoreGroup(request: MessageInitShape<typeof RestoreGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Since server 10.7. In Go: `DeleteGroupMember(groupID string, userID string) (*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `userId`
   * @returns The groupMember.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroupMember(request: MessageInitShape<typeof DeleteGroupMemberRequestSchema>, options?: PluginAPICallOptions): Promise<GroupMember>;

  /**
   * Since server 10.7. In Go: `GetGroupSyncable(groupID string, syncableID string, syncableType model.GroupSyncableType) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `syncableId`
   * - `syncableType`
   * @returns The groupSyncable.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupSyncable(request: MessageInitShape<typeof GetGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Since server 10.7. In Go: `GetGroupSyncables(groupID string, syncableType model.GroupSyncableType) ([]*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `syncableType`
   * @returns The groupSyncables.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupSyncables(request: MessageInitShape<typeof GetGroupSyncablesRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable[]>;

  /**
   * Since server 10.7. In Go: `UpsertGroupSyncable(groupSyncable *model.GroupSyncable) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupSyncable`
   * @returns The groupSyncable.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertGroupSyncable(request: MessageInitShape<typeof UpsertGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Since server 10.7. In Go: `UpdateGroupSyncable(groupSyncable *model.GroupSyncable) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupSyncable`
   * @returns The groupSyncable.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateGroupSyncable(request: MessageInitShape<typeof UpdateGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Since server 10.7. In Go: `DeleteGroupSyncable(groupID string, syncableID string, syncableType model.GroupSyncableType) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `syncableId`
   * - `syncableType`
   * @returns The groupSyncable.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroupSyncable(request: MessageInitShape<typeof DeleteGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Since server 9.8. In Go: `UpdateUserRoles(userID string, newRoles string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `newRoles`
   * @returns The user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserRoles(request: MessageInitShape<typeof UpdateUserRolesRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Since server 10.1. In Go: `GetPluginID() string`.
   *
   * @returns The pluginId.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getPluginID(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Since server 10.7. In Go: `GetGroups(page int, perPage int, opts model.GroupSearchOpts, viewRestrictions *model.ViewUsersRestrictions) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `page`
   * - `perPage`
   * - `opts`
   * - `viewRestrictions`
   * @returns The groups.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroups(request: MessageInitShape<typeof GetGroupsRequestSchema>, options?: PluginAPICallOptions): Promise<Group[]>;

  /**
   * Since server 10.9. In Go: `CreateDefaultSyncableMemberships(params model.CreateDefaultMembershipParams) *model.AppError`.
   *
   * @param request
   * - `params`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createDefaultSyncableMemberships(request: MessageInitShape<typeof CreateDefaultSyncableMembershipsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 10.9. In Go: `DeleteGroupConstrainedMemberships() *model.AppError`.
   *
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroupConstrainedMemberships(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 10.10. In Go: `CreatePropertyField(field *model.PropertyField) (*model.PropertyField, error)`.
   *
   * @param request
   * - `field`
   * @returns The field.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createPropertyField(request: MessageInitShape<typeof CreatePropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Since server 10.10. In Go: `GetPropertyField(groupID string, fieldID string) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `fieldId`
   * @returns The field.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyField(request: MessageInitShape<typeof GetPropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Since server 10.10. In Go: `GetPropertyFields(groupID string, ids []string) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `ids`
   * @returns The fields.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyFields(request: MessageInitShape<typeof GetPropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField[]>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyField(groupID string, field *model.PropertyField) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `field`
   * @returns The field.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyField(request: MessageInitShape<typeof UpdatePropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Since server 10.10. In Go: `DeletePropertyField(groupID string, fieldID string) error`.
   *
   * @param request
   * - `groupId`
   * - `fieldId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyField(request: MessageInitShape<typeof DeletePropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 11.0. In Go: `SearchPropertyFields(groupID string, opts model.PropertyFieldSearchOpts) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `opts`
   * @returns The fields.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPropertyFields(request: MessageInitShape<typeof SearchPropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField[]>;

  /**
   * Since server 11.0. In Go: `CountPropertyFields(groupID string, includeDeleted bool) (int64, error)`.
   *
   * @param request
   * - `groupId`
   * - `includeDeleted`
   * @returns The count.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  countPropertyFields(request: MessageInitShape<typeof CountPropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<bigint>;

  /**
   * Since server 11.0. In Go: `CountPropertyFieldsForTarget(groupID string, targetType string, targetID string, includeDeleted bool) (int64, error)`.
   *
   * @param request
   * - `groupId`
   * - `targetType`
   * - `targetId`
   * - `includeDeleted`
   * @returns The count.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  countPropertyFieldsForTarget(request: MessageInitShape<typeof CountPropertyFieldsForTargetRequestSchema>, options?: PluginAPICallOptions): Promise<bigint>;

  /**
   * Since server 10.10. In Go: `CreatePropertyValue(value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `value`
   * @returns The value.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createPropertyValue(request: MessageInitShape<typeof CreatePropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Since server 10.10. In Go: `GetPropertyValue(groupID string, valueID string) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `valueId`
   * @returns The value.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyValue(request: MessageInitShape<typeof GetPropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Since server 10.10. In Go: `GetPropertyValues(groupID string, ids []string) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `ids`
   * @returns The values.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyValues(request: MessageInitShape<typeof GetPropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyValue(groupID string, value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `value`
   * @returns The value.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyValue(request: MessageInitShape<typeof UpdatePropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Since server 10.10. In Go: `UpsertPropertyValue(value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `value`
   * @returns The value.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertPropertyValue(request: MessageInitShape<typeof UpsertPropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Since server 10.10. In Go: `DeletePropertyValue(groupID string, valueID string) error`.
   *
   * @param request
   * - `groupId`
   * - `valueId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyValue(request: MessageInitShape<typeof DeletePropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 11.0. In Go: `SearchPropertyValues(groupID string, opts model.PropertyValueSearchOpts) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `opts`
   * @returns The values.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPropertyValues(request: MessageInitShape<typeof SearchPropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Since server 10.10. In Go: `RegisterPropertyGroup(name string) (*model.PropertyGroup, error)`.
   *
   * @param request
   * - `name`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerPropertyGroup(request: MessageInitShape<typeof RegisterPropertyGroupRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyGroup>;

  /**
   * Since server 10.10. In Go: `GetPropertyGroup(name string) (*model.PropertyGroup, error)`.
   *
   * @param request
   * - `name`
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyGroup(request: MessageInitShape<typeof GetPropertyGroupRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyGroup>;

  /**
   * Since server 10.10. In Go: `GetPropertyFieldByName(groupID string, targetID string, name string) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `targetId`
   * - `name`
   * @returns The field.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyFieldByName(request: MessageInitShape<typeof GetPropertyFieldByNameRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyFields(groupID string, fields []*model.PropertyField) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `fields`
   * @returns The fields.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyFields(request: MessageInitShape<typeof UpdatePropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField[]>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyValues(groupID string, values []*model.PropertyValue) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `values`
   * @returns The values.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyValues(request: MessageInitShape<typeof UpdatePropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Since server 10.10. In Go: `UpsertPropertyValues(values []*model.PropertyValue) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `values`
   * @returns The values.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertPropertyValues(request: MessageInitShape<typeof UpsertPropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Since server 10.10. In Go: `DeletePropertyValuesForTarget(groupID string, targetType string, targetID string) error`.
   *
   * @param request
   * - `groupId`
   * - `targetType`
   * - `targetId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyValuesForTarget(request: MessageInitShape<typeof DeletePropertyValuesForTargetRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 10.10. In Go: `DeletePropertyValuesForField(groupID string, fieldID string) error`.
   *
   * @param request
   * - `groupId`
   * - `fieldId`
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyValuesForField(request: MessageInitShape<typeof DeletePropertyValuesForFieldRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 10.10. In Go: `LogAuditRec(rec *model.AuditRecord)`.
   *
   * @param request
   * - `record`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logAuditRec(request: MessageInitShape<typeof LogAuditRecRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Since server 10.10. In Go: `LogAuditRecWithLevel(rec *model.AuditRecord, level logr.Level)`.
   *
   * @param request
   * - `record`
   * - `logLevel`
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logAuditRecWithLevel(request: MessageInitShape<typeof LogAuditRecWithLevelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;
}
