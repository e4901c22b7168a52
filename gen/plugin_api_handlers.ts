// Written by `deno task gen` from proto/ and gen/go_schema.json. Do not edit.

/**
 * The plugin API of a Mattermost server, as its implementation sees it.
 *
 * @module
 */

import type { Config, License, ProductLimits, SyncMsg } from "./go_json.ts";
import type { AddChannelMemberRequest, AddReactionRequest, AddUserToChannelRequest, ChannelMemberSchema, ChannelStatsSchema, CreateChannelRequest, CreateChannelSidebarCategoryRequest, CreatePostRequest, DeleteChannelMemberRequest, DeleteChannelRequest, DeleteEphemeralPostRequest, DeletePostRequest, GetChannelByNameForTeamNameRequest, GetChannelByNameRequest, GetChannelMemberRequest, GetChannelMembersByIdsRequest, GetChannelMembersForUserRequest, GetChannelMembersRequest, GetChannelRequest, GetChannelSidebarCategoriesRequest, GetChannelStatsRequest, GetChannelsForTeamForUserRequest, GetDirectChannelRequest, GetEmojiByNameRequest, GetEmojiImageRequest, GetEmojiListRequest, GetEmojiRequest, GetGroupChannelRequest, GetPostRequest, GetPostThreadRequest, GetPostsAfterRequest, GetPostsBeforeRequest, GetPostsForChannelRequest, GetPostsSinceRequest, GetPublicChannelsForTeamRequest, GetReactionsRequest, OrderedSidebarCategoriesSchema, PatchChannelMembersNotificationsRequest, PostSearchResultsSchema, RegisterChannelGuardRequest, RemoveReactionRequest, SearchChannelsRequest, SearchPostsInTeamForUserRequest, SearchPostsInTeamRequest, SendEphemeralPostRequest, SidebarCategoryWithChannelsSchema, UnregisterChannelGuardRequest, UpdateChannelMemberNotificationsRequest, UpdateChannelMemberRolesRequest, UpdateChannelRequest, UpdateChannelSidebarCategoriesRequest, UpdateEphemeralPostRequest, UpdatePostRequest } from "./mattermost/pluginapi/v1/api_channel_post_pb.ts";
import type { BotSchema, CopyFileInfosRequest, CreateBotRequest, CreateUploadSessionRequest, EnsureBotUserRequest, GetBotRequest, GetBotsRequest, GetFileInfoRequest, GetFileInfosRequest, GetFileLinkRequest, GetFileRequest, GetUploadSessionRequest, PatchBotRequest, PermanentDeleteBotRequest, ReadFileRequest, SetFileSearchableContentRequest, UpdateBotActiveRequest, UploadFileRequest, UploadSession, UploadSessionSchema } from "./mattermost/pluginapi/v1/api_file_bot_pb.ts";
import type { DisablePluginRequest, EnablePluginRequest, GetBundlePathRequest, GetConfigRequest, GetPluginConfigRequest, GetPluginIDRequest, GetPluginStatusRequest, GetPluginsRequest, GetUnsanitizedConfigRequest, KVCompareAndDeleteRequest, KVCompareAndSetRequest, KVDeleteAllRequest, KVDeleteRequest, KVGetRequest, KVListRequest, KVSetRequest, KVSetWithExpiryRequest, KVSetWithOptionsRequest, LoadPluginConfigurationRequest, LogDebugRequest, LogErrorRequest, LogInfoRequest, LogWarnRequest, ManifestSchema, PluginStatusSchema, PublishWebSocketEventRequest, RemovePluginRequest, SavePluginConfigRequest } from "./mattermost/pluginapi/v1/api_kv_config_pb.ts";
import type { CommandResponseSchema, CommandSchema, CountPropertyFieldsForTargetRequest, CountPropertyFieldsRequest, CreateCommandRequest, CreateDefaultSyncableMembershipsRequest, CreateGroupRequest, CreateOAuthAppRequest, CreatePropertyFieldRequest, CreatePropertyValueRequest, DeleteCommandRequest, DeleteGroupConstrainedMembershipsRequest, DeleteGroupMemberRequest, DeleteGroupRequest, DeleteGroupSyncableRequest, DeleteOAuthAppRequest, DeletePreferencesForUserRequest, DeletePropertyFieldRequest, DeletePropertyValueRequest, DeletePropertyValuesForFieldRequest, DeletePropertyValuesForTargetRequest, ExecuteSlashCommandRequest, GetCloudLimitsRequest, GetCommandRequest, GetDiagnosticIdRequest, GetGroupByNameRequest, GetGroupByRemoteIDRequest, GetGroupMemberUsersRequest, GetGroupRequest, GetGroupSyncableRequest, GetGroupSyncablesRequest, GetGroupsBySourceRequest, GetGroupsForUserRequest, GetGroupsRequest, GetLicenseRequest, GetOAuthAppRequest, GetPreferenceForUserRequest, GetPreferencesForUserRequest, GetPropertyFieldByNameRequest, GetPropertyFieldRequest, GetPropertyFieldsRequest, GetPropertyGroupRequest, GetPropertyValueRequest, GetPropertyValuesRequest, GetServerVersionRequest, GetSystemInstallDateRequest, GetTelemetryIdRequest, GroupMemberSchema, GroupSchema, GroupSyncableSchema, InviteRemoteToChannelRequest, IsEnterpriseReadyRequest, ListBuiltInCommandsRequest, ListCommandsRequest, ListCustomCommandsRequest, ListPluginCommandsRequest, LogAuditRecRequest, LogAuditRecWithLevelRequest, OAuthAppSchema, OpenInteractiveDialogRequest, PreferenceSchema, PropertyFieldSchema, PropertyGroupSchema, PropertyValueSchema, PublishPluginClusterEventRequest, ReceiveSharedChannelProfileImageSyncMsgRequest, RegisterCollectionAndTopicRequest, RegisterCommandRequest, RegisterPluginForSharedChannelsRequest, RegisterPropertyGroupRequest, RequestTrialLicenseRequest, RestoreGroupRequest, RolesGrantPermissionRequest, SearchPropertyFieldsRequest, SearchPropertyValuesRequest, SendMailRequest, SendPushNotificationRequest, SendToastMessageRequest, ShareChannelRequest, SharedChannelSchema, SyncSharedChannelRequest, UninviteRemoteFromChannelRequest, UnregisterCommandRequest, UnregisterPluginForSharedChannelsRequest, UnregisterPluginRemoteForSharedChannelsRequest, UnshareChannelRequest, UpdateCommandRequest, UpdateGroupRequest, UpdateGroupSyncableRequest, UpdateOAuthAppRequest, UpdatePreferencesForUserRequest, UpdatePropertyFieldRequest, UpdatePropertyFieldsRequest, UpdatePropertyValueRequest, UpdatePropertyValuesRequest, UpdateSharedChannelCursorRequest, UpdateSharedChannelRequest, UpsertGroupMemberRequest, UpsertGroupMembersRequest, UpsertGroupSyncableRequest, UpsertPropertyValueRequest, UpsertPropertyValuesRequest } from "./mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { CreateSessionRequest, CreateTeamMemberRequest, CreateTeamMembersGracefullyRequest, CreateTeamMembersRequest, CreateTeamRequest, CreateUserAccessTokenRequest, CreateUserRequest, DeleteTeamMemberRequest, DeleteTeamRequest, DeleteUserRequest, ExtendSessionExpiryRequest, GetLDAPUserAttributesRequest, GetProfileImageRequest, GetSessionRequest, GetTeamByNameRequest, GetTeamIconRequest, GetTeamMemberRequest, GetTeamMembersForUserRequest, GetTeamMembersRequest, GetTeamRequest, GetTeamStatsRequest, GetTeamsForUserRequest, GetTeamsRequest, GetTeamsUnreadForUserRequest, GetUserByEmailRequest, GetUserByUsernameRequest, GetUserRequest, GetUserStatusRequest, GetUserStatusesByIdsRequest, GetUsersByIdsRequest, GetUsersByUsernamesRequest, GetUsersInChannelRequest, GetUsersInTeamRequest, GetUsersRequest, HasPermissionToChannelRequest, HasPermissionToRequest, HasPermissionToTeamRequest, PublishUserTypingRequest, RemoveTeamIconRequest, RemoveUserCustomStatusRequest, RevokeSessionRequest, RevokeUserAccessTokenRequest, SearchTeamsRequest, SearchUsersRequest, SessionSchema, SetProfileImageRequest, SetTeamIconRequest, SetUserStatusTimedDNDRequest, StatusSchema, TeamMemberWithErrorSchema, TeamStatsSchema, UpdateTeamMemberRolesRequest, UpdateTeamRequest, UpdateUserActiveRequest, UpdateUserAuthRequest, UpdateUserCustomStatusRequest, UpdateUserRequest, UpdateUserRolesRequest, UpdateUserStatusRequest, UserAccessTokenSchema, UserAuthSchema } from "./mattermost/pluginapi/v1/api_user_team_pb.ts";
import type { ChannelSchema } from "./mattermost/pluginapi/v1/channel_pb.ts";
import type { EmojiSchema } from "./mattermost/pluginapi/v1/emoji_pb.ts";
import type { FileInfo, FileInfoSchema } from "./mattermost/pluginapi/v1/file_pb.ts";
import type { PostListSchema, PostSchema, ReactionSchema } from "./mattermost/pluginapi/v1/post_pb.ts";
import type { SyncResponseSchema } from "./mattermost/pluginapi/v1/shared_channels_pb.ts";
import type { TeamMemberSchema, TeamSchema, TeamUnreadSchema } from "./mattermost/pluginapi/v1/team_pb.ts";
import type { UserSchema } from "./mattermost/pluginapi/v1/user_pb.ts";
import type { JsonObject, MessageInitShape } from "@bufbuild/protobuf";

/** What an implementation knows about the call that it answers. */
export interface PluginAPIHandlerContext {
  /** Aborted when the caller gives up or is gone. */
  readonly signal: AbortSignal;
  /** The plugin that calls. */
  readonly pluginId: string;
}

/**
 * An implementation of the plugin API: one function per method that it has. A method that is
 * missing is answered with an error of status 501. What a function throws becomes the error that
 * the plugin sees.
 */
export interface PluginAPIHandlers {
  /**
   * Since server 5.2. In Go: `LoadPluginConfiguration(dest interface {}) error`.
   *
   * @returns The config.
   */
  loadPluginConfiguration?(request: LoadPluginConfigurationRequest, context: PluginAPIHandlerContext): JsonObject | Promise<JsonObject>;

  /**
   * Since server 5.2. In Go: `RegisterCommand(command *model.Command) error`.
   *
   * @param request
   * - `command`
   */
  registerCommand?(request: RegisterCommandRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `UnregisterCommand(teamID string, trigger string) error`.
   *
   * @param request
   * - `teamId`
   * - `trigger`
   */
  unregisterCommand?(request: UnregisterCommandRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.26. In Go: `ExecuteSlashCommand(commandArgs *model.CommandArgs) (*model.CommandResponse, error)`.
   *
   * @param request
   * - `commandArgs`
   * @returns The response.
   */
  executeSlashCommand?(request: ExecuteSlashCommandRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof CommandResponseSchema> | Promise<MessageInitShape<typeof CommandResponseSchema>>;

  /**
   * Since server 5.2. In Go: `GetConfig() *model.Config`.
   *
   * @returns The config.
   */
  getConfig?(request: GetConfigRequest, context: PluginAPIHandlerContext): Config | Promise<Config>;

  /**
   * Since server 5.16. In Go: `GetUnsanitizedConfig() *model.Config`.
   *
   * @returns The config.
   */
  getUnsanitizedConfig?(request: GetUnsanitizedConfigRequest, context: PluginAPIHandlerContext): Config | Promise<Config>;

  /**
   * Since server 5.2. In Go: `SaveConfig(config *model.Config) *model.AppError`.
   *
   * @param request
   * - `configJson`
   */
  saveConfig?(request: { config: Config }, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPluginConfig() map[string]interface {}`.
   *
   * @returns The config.
   */
  getPluginConfig?(request: GetPluginConfigRequest, context: PluginAPIHandlerContext): JsonObject | Promise<JsonObject>;

  /**
   * Since server 5.6. In Go: `SavePluginConfig(config map[string]interface {}) *model.AppError`.
   *
   * @param request
   * - `config`
   */
  savePluginConfig?(request: SavePluginConfigRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.10. In Go: `GetBundlePath() (string, error)`.
   *
   * @returns The path.
   */
  getBundlePath?(request: GetBundlePathRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 5.10. In Go: `GetLicense() *model.License`.
   *
   * @returns Null on a server without a license.
   */
  getLicense?(request: GetLicenseRequest, context: PluginAPIHandlerContext): License | null | Promise<License | null>;

  /**
   * Since server 5.10. In Go: `IsEnterpriseReady() bool`.
   *
   * @returns The isEnterpriseReady.
   */
  isEnterpriseReady?(request: IsEnterpriseReadyRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 5.4. In Go: `GetServerVersion() string`.
   *
   * @returns The version.
   */
  getServerVersion?(request: GetServerVersionRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 5.10. In Go: `GetSystemInstallDate() (int64, *model.AppError)`.
   *
   * @returns The installDate.
   */
  getSystemInstallDate?(request: GetSystemInstallDateRequest, context: PluginAPIHandlerContext): bigint | Promise<bigint>;

  /**
   * Since server 5.10. In Go: `GetDiagnosticId() string`.
   *
   * @returns The diagnosticId.
   */
  getDiagnosticId?(request: GetDiagnosticIdRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 5.28. In Go: `GetTelemetryId() string`.
   *
   * @returns The telemetryId.
   */
  getTelemetryId?(request: GetTelemetryIdRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 5.2. In Go: `CreateUser(user *model.User) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `user`
   * @returns The user.
   */
  createUser?(request: CreateUserRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserSchema> | Promise<MessageInitShape<typeof UserSchema>>;

  /**
   * Since server 5.2. In Go: `DeleteUser(userID string) *model.AppError`.
   *
   * @param request
   * - `userId`
   */
  deleteUser?(request: DeleteUserRequest, context: PluginAPIHandlerContext): void | Promise<void>;

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
   */
  getUsers?(request: GetUsersRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof UserSchema>)[] | Promise<(MessageInitShape<typeof UserSchema>)[]>;

  /**
   * Since server 9.8. In Go: `GetUsersByIds(userIDs []string) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `userIds`
   * @returns The users.
   */
  getUsersByIds?(request: GetUsersByIdsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof UserSchema>)[] | Promise<(MessageInitShape<typeof UserSchema>)[]>;

  /**
   * Since server 5.2. In Go: `GetUser(userID string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The user.
   */
  getUser?(request: GetUserRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserSchema> | Promise<MessageInitShape<typeof UserSchema>>;

  /**
   * Since server 5.2. In Go: `GetUserByEmail(email string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `email`
   * @returns The user.
   */
  getUserByEmail?(request: GetUserByEmailRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserSchema> | Promise<MessageInitShape<typeof UserSchema>>;

  /**
   * Since server 5.2. In Go: `GetUserByUsername(name string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The user.
   */
  getUserByUsername?(request: GetUserByUsernameRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserSchema> | Promise<MessageInitShape<typeof UserSchema>>;

  /**
   * Since server 5.6. In Go: `GetUsersByUsernames(usernames []string) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `usernames`
   * @returns The users.
   */
  getUsersByUsernames?(request: GetUsersByUsernamesRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof UserSchema>)[] | Promise<(MessageInitShape<typeof UserSchema>)[]>;

  /**
   * Since server 5.6. In Go: `GetUsersInTeam(teamID string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `page`
   * - `perPage`
   * @returns The users.
   */
  getUsersInTeam?(request: GetUsersInTeamRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof UserSchema>)[] | Promise<(MessageInitShape<typeof UserSchema>)[]>;

  /**
   * Since server 9.5. In Go: `GetPreferenceForUser(userID string, category string, name string) (model.Preference, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `category`
   * - `name`
   * @returns The preference.
   */
  getPreferenceForUser?(request: GetPreferenceForUserRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PreferenceSchema> | Promise<MessageInitShape<typeof PreferenceSchema>>;

  /**
   * Since server 5.26. In Go: `GetPreferencesForUser(userID string) ([]model.Preference, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The preferences.
   */
  getPreferencesForUser?(request: GetPreferencesForUserRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PreferenceSchema>)[] | Promise<(MessageInitShape<typeof PreferenceSchema>)[]>;

  /**
   * Since server 5.26. In Go: `UpdatePreferencesForUser(userID string, preferences []model.Preference) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `preferences`
   */
  updatePreferencesForUser?(request: UpdatePreferencesForUserRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.26. In Go: `DeletePreferencesForUser(userID string, preferences []model.Preference) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `preferences`
   */
  deletePreferencesForUser?(request: DeletePreferencesForUserRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `GetSession(sessionID string) (*model.Session, *model.AppError)`.
   *
   * @param request
   * - `sessionId`
   * @returns The session.
   */
  getSession?(request: GetSessionRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof SessionSchema> | Promise<MessageInitShape<typeof SessionSchema>>;

  /**
   * Since server 6.2. In Go: `CreateSession(session *model.Session) (*model.Session, *model.AppError)`.
   *
   * @param request
   * - `session`
   * @returns The session.
   */
  createSession?(request: CreateSessionRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof SessionSchema> | Promise<MessageInitShape<typeof SessionSchema>>;

  /**
   * Since server 6.2. In Go: `ExtendSessionExpiry(sessionID string, newExpiry int64) *model.AppError`.
   *
   * @param request
   * - `sessionId`
   * - `newExpiry`
   */
  extendSessionExpiry?(request: ExtendSessionExpiryRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 6.2. In Go: `RevokeSession(sessionID string) *model.AppError`.
   *
   * @param request
   * - `sessionId`
   */
  revokeSession?(request: RevokeSessionRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.38. In Go: `CreateUserAccessToken(token *model.UserAccessToken) (*model.UserAccessToken, *model.AppError)`.
   *
   * @param request
   * - `token`
   * @returns The token.
   */
  createUserAccessToken?(request: CreateUserAccessTokenRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserAccessTokenSchema> | Promise<MessageInitShape<typeof UserAccessTokenSchema>>;

  /**
   * Since server 5.38. In Go: `RevokeUserAccessToken(tokenID string) *model.AppError`.
   *
   * @param request
   * - `tokenId`
   */
  revokeUserAccessToken?(request: RevokeUserAccessTokenRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `GetTeamIcon(teamID string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * @returns The icon.
   */
  getTeamIcon?(request: GetTeamIconRequest, context: PluginAPIHandlerContext): Uint8Array | Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `SetTeamIcon(teamID string, data []uint8) *model.AppError`.
   *
   * @param request
   * - `teamId`
   * - `data`
   */
  setTeamIcon?(request: SetTeamIconRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `RemoveTeamIcon(teamID string) *model.AppError`.
   *
   * @param request
   * - `teamId`
   */
  removeTeamIcon?(request: RemoveTeamIconRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `UpdateUser(user *model.User) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `user`
   * @returns The user.
   */
  updateUser?(request: UpdateUserRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserSchema> | Promise<MessageInitShape<typeof UserSchema>>;

  /**
   * Since server 5.2. In Go: `GetUserStatus(userID string) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The status.
   */
  getUserStatus?(request: GetUserStatusRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof StatusSchema> | Promise<MessageInitShape<typeof StatusSchema>>;

  /**
   * Since server 5.2. In Go: `GetUserStatusesByIds(userIds []string) ([]*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userIds`
   * @returns The statuses.
   */
  getUserStatusesByIds?(request: GetUserStatusesByIdsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof StatusSchema>)[] | Promise<(MessageInitShape<typeof StatusSchema>)[]>;

  /**
   * Since server 5.2. In Go: `UpdateUserStatus(userID string, status string) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `status`
   * @returns The status.
   */
  updateUserStatus?(request: UpdateUserStatusRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof StatusSchema> | Promise<MessageInitShape<typeof StatusSchema>>;

  /**
   * Since server 5.35. In Go: `SetUserStatusTimedDND(userId string, endtime int64) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `endTime`
   * @returns The status.
   */
  setUserStatusTimedDND?(request: SetUserStatusTimedDNDRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof StatusSchema> | Promise<MessageInitShape<typeof StatusSchema>>;

  /**
   * Since server 5.8. In Go: `UpdateUserActive(userID string, active bool) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `active`
   */
  updateUserActive?(request: UpdateUserActiveRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 6.2. In Go: `UpdateUserCustomStatus(userID string, customStatus *model.CustomStatus) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `customStatus`
   */
  updateUserCustomStatus?(request: UpdateUserCustomStatusRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 6.2. In Go: `RemoveUserCustomStatus(userID string) *model.AppError`.
   *
   * @param request
   * - `userId`
   */
  removeUserCustomStatus?(request: RemoveUserCustomStatusRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `GetUsersInChannel(channelID string, sortBy string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `sortBy`
   * - `page`
   * - `perPage`
   * @returns The users.
   */
  getUsersInChannel?(request: GetUsersInChannelRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof UserSchema>)[] | Promise<(MessageInitShape<typeof UserSchema>)[]>;

  /**
   * Since server 5.3. In Go: `GetLDAPUserAttributes(userID string, attributes []string) (map[string]string, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `attributes`
   * @returns The attributes.
   */
  getLDAPUserAttributes?(request: GetLDAPUserAttributesRequest, context: PluginAPIHandlerContext): { [key: string]: string } | Promise<{ [key: string]: string }>;

  /**
   * Since server 5.2. In Go: `CreateTeam(team *model.Team) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `team`
   * @returns The team.
   */
  createTeam?(request: CreateTeamRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamSchema> | Promise<MessageInitShape<typeof TeamSchema>>;

  /**
   * Since server 5.2. In Go: `DeleteTeam(teamID string) *model.AppError`.
   *
   * @param request
   * - `teamId`
   */
  deleteTeam?(request: DeleteTeamRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `GetTeams() ([]*model.Team, *model.AppError)`.
   *
   * @returns The teams.
   */
  getTeams?(request: GetTeamsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamSchema>)[] | Promise<(MessageInitShape<typeof TeamSchema>)[]>;

  /**
   * Since server 5.2. In Go: `GetTeam(teamID string) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * @returns The team.
   */
  getTeam?(request: GetTeamRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamSchema> | Promise<MessageInitShape<typeof TeamSchema>>;

  /**
   * Since server 5.2. In Go: `GetTeamByName(name string) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The team.
   */
  getTeamByName?(request: GetTeamByNameRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamSchema> | Promise<MessageInitShape<typeof TeamSchema>>;

  /**
   * Since server 5.6. In Go: `GetTeamsUnreadForUser(userID string) ([]*model.TeamUnread, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The teamUnreads.
   */
  getTeamsUnreadForUser?(request: GetTeamsUnreadForUserRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamUnreadSchema>)[] | Promise<(MessageInitShape<typeof TeamUnreadSchema>)[]>;

  /**
   * Since server 5.2. In Go: `UpdateTeam(team *model.Team) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `team`
   * @returns The team.
   */
  updateTeam?(request: UpdateTeamRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamSchema> | Promise<MessageInitShape<typeof TeamSchema>>;

  /**
   * Since server 5.8. In Go: `SearchTeams(term string) ([]*model.Team, *model.AppError)`.
   *
   * @param request
   * - `term`
   * @returns The teams.
   */
  searchTeams?(request: SearchTeamsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamSchema>)[] | Promise<(MessageInitShape<typeof TeamSchema>)[]>;

  /**
   * Since server 5.6. In Go: `GetTeamsForUser(userID string) ([]*model.Team, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The teams.
   */
  getTeamsForUser?(request: GetTeamsForUserRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamSchema>)[] | Promise<(MessageInitShape<typeof TeamSchema>)[]>;

  /**
   * Since server 5.2. In Go: `CreateTeamMember(teamID string, userID string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * @returns The teamMember.
   */
  createTeamMember?(request: CreateTeamMemberRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamMemberSchema> | Promise<MessageInitShape<typeof TeamMemberSchema>>;

  /**
   * Since server 5.2. In Go: `CreateTeamMembers(teamID string, userIds []string, requestorId string) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userIds`
   * - `requestorId`
   * @returns The teamMembers.
   */
  createTeamMembers?(request: CreateTeamMembersRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamMemberSchema>)[] | Promise<(MessageInitShape<typeof TeamMemberSchema>)[]>;

  /**
   * Since server 5.20. In Go: `CreateTeamMembersGracefully(teamID string, userIds []string, requestorId string) ([]*model.TeamMemberWithError, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userIds`
   * - `requestorId`
   * @returns The teamMembers.
   */
  createTeamMembersGracefully?(request: CreateTeamMembersGracefullyRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamMemberWithErrorSchema>)[] | Promise<(MessageInitShape<typeof TeamMemberWithErrorSchema>)[]>;

  /**
   * Since server 5.2. In Go: `DeleteTeamMember(teamID string, userID string, requestorId string) *model.AppError`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `requestorId`
   */
  deleteTeamMember?(request: DeleteTeamMemberRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `GetTeamMembers(teamID string, page int, perPage int) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `page`
   * - `perPage`
   * @returns The teamMembers.
   */
  getTeamMembers?(request: GetTeamMembersRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamMemberSchema>)[] | Promise<(MessageInitShape<typeof TeamMemberSchema>)[]>;

  /**
   * Since server 5.2. In Go: `GetTeamMember(teamID string, userID string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * @returns The teamMember.
   */
  getTeamMember?(request: GetTeamMemberRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamMemberSchema> | Promise<MessageInitShape<typeof TeamMemberSchema>>;

  /**
   * Since server 5.10. In Go: `GetTeamMembersForUser(userID string, page int, perPage int) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `page`
   * - `perPage`
   * @returns The teamMembers.
   */
  getTeamMembersForUser?(request: GetTeamMembersForUserRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof TeamMemberSchema>)[] | Promise<(MessageInitShape<typeof TeamMemberSchema>)[]>;

  /**
   * Since server 5.2. In Go: `UpdateTeamMemberRoles(teamID string, userID string, newRoles string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `newRoles`
   * @returns The teamMember.
   */
  updateTeamMemberRoles?(request: UpdateTeamMemberRolesRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamMemberSchema> | Promise<MessageInitShape<typeof TeamMemberSchema>>;

  /**
   * Since server 5.2. In Go: `CreateChannel(channel *model.Channel) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channel`
   * @returns The channel.
   */
  createChannel?(request: CreateChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelSchema> | Promise<MessageInitShape<typeof ChannelSchema>>;

  /**
   * Since server 5.2. In Go: `DeleteChannel(channelId string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   */
  deleteChannel?(request: DeleteChannelRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `GetPublicChannelsForTeam(teamID string, page int, perPage int) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `page`
   * - `perPage`
   * @returns The channels.
   */
  getPublicChannelsForTeam?(request: GetPublicChannelsForTeamRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ChannelSchema>)[] | Promise<(MessageInitShape<typeof ChannelSchema>)[]>;

  /**
   * Since server 5.2. In Go: `GetChannel(channelId string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * @returns The channel.
   */
  getChannel?(request: GetChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelSchema> | Promise<MessageInitShape<typeof ChannelSchema>>;

  /**
   * Since server 5.2. In Go: `GetChannelByName(teamID string, name string, includeDeleted bool) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `name`
   * - `includeDeleted`
   * @returns The channel.
   */
  getChannelByName?(request: GetChannelByNameRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelSchema> | Promise<MessageInitShape<typeof ChannelSchema>>;

  /**
   * Since server 5.2. In Go: `GetChannelByNameForTeamName(teamName string, channelName string, includeDeleted bool) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamName`
   * - `channelName`
   * - `includeDeleted`
   * @returns The channel.
   */
  getChannelByNameForTeamName?(request: GetChannelByNameForTeamNameRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelSchema> | Promise<MessageInitShape<typeof ChannelSchema>>;

  /**
   * Since server 5.6. In Go: `GetChannelsForTeamForUser(teamID string, userID string, includeDeleted bool) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `includeDeleted`
   * @returns The channels.
   */
  getChannelsForTeamForUser?(request: GetChannelsForTeamForUserRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ChannelSchema>)[] | Promise<(MessageInitShape<typeof ChannelSchema>)[]>;

  /**
   * Since server 5.6. In Go: `GetChannelStats(channelId string) (*model.ChannelStats, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * @returns The channelStats.
   */
  getChannelStats?(request: GetChannelStatsRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelStatsSchema> | Promise<MessageInitShape<typeof ChannelStatsSchema>>;

  /**
   * Since server 5.2. In Go: `GetDirectChannel(userId1 string, userId2 string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `userId1`
   * - `userId2`
   * @returns The channel.
   */
  getDirectChannel?(request: GetDirectChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelSchema> | Promise<MessageInitShape<typeof ChannelSchema>>;

  /**
   * Since server 5.2. In Go: `GetGroupChannel(userIds []string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `userIds`
   * @returns The channel.
   */
  getGroupChannel?(request: GetGroupChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelSchema> | Promise<MessageInitShape<typeof ChannelSchema>>;

  /**
   * Since server 5.2. In Go: `UpdateChannel(channel *model.Channel) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channel`
   * @returns The channel.
   */
  updateChannel?(request: UpdateChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelSchema> | Promise<MessageInitShape<typeof ChannelSchema>>;

  /**
   * Since server 11.8. In Go: `RegisterChannelGuard(channelID string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   */
  registerChannelGuard?(request: RegisterChannelGuardRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 11.8. In Go: `UnregisterChannelGuard(channelID string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   */
  unregisterChannelGuard?(request: UnregisterChannelGuardRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `SearchChannels(teamID string, term string) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `term`
   * @returns The channels.
   */
  searchChannels?(request: SearchChannelsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ChannelSchema>)[] | Promise<(MessageInitShape<typeof ChannelSchema>)[]>;

  /**
   * Since server 5.38. In Go: `CreateChannelSidebarCategory(userID string, teamID string, newCategory *model.SidebarCategoryWithChannels) (*model.SidebarCategoryWithChannels, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * - `newCategory`
   * @returns The category.
   */
  createChannelSidebarCategory?(request: CreateChannelSidebarCategoryRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof SidebarCategoryWithChannelsSchema> | Promise<MessageInitShape<typeof SidebarCategoryWithChannelsSchema>>;

  /**
   * Since server 5.38. In Go: `GetChannelSidebarCategories(userID string, teamID string) (*model.OrderedSidebarCategories, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * @returns The categories.
   */
  getChannelSidebarCategories?(request: GetChannelSidebarCategoriesRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof OrderedSidebarCategoriesSchema> | Promise<MessageInitShape<typeof OrderedSidebarCategoriesSchema>>;

  /**
   * Since server 5.38. In Go: `UpdateChannelSidebarCategories(userID string, teamID string, categories []*model.SidebarCategoryWithChannels) ([]*model.SidebarCategoryWithChannels, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * - `categories`
   * @returns The categories.
   */
  updateChannelSidebarCategories?(request: UpdateChannelSidebarCategoriesRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof SidebarCategoryWithChannelsSchema>)[] | Promise<(MessageInitShape<typeof SidebarCategoryWithChannelsSchema>)[]>;

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
   */
  searchUsers?(request: SearchUsersRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof UserSchema>)[] | Promise<(MessageInitShape<typeof UserSchema>)[]>;

  /**
   * Since server 5.10. In Go: `SearchPostsInTeam(teamID string, paramsList []*model.SearchParams) ([]*model.Post, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `paramsList`
   * @returns The posts.
   */
  searchPostsInTeam?(request: SearchPostsInTeamRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PostSchema>)[] | Promise<(MessageInitShape<typeof PostSchema>)[]>;

  /**
   * Since server 5.26. In Go: `SearchPostsInTeamForUser(teamID string, userID string, searchParams model.SearchParameter) (*model.PostSearchResults, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `searchParams`
   * @returns The results.
   */
  searchPostsInTeamForUser?(request: SearchPostsInTeamForUserRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostSearchResultsSchema> | Promise<MessageInitShape<typeof PostSearchResultsSchema>>;

  /**
   * Since server 5.2. In Go: `AddChannelMember(channelId string, userID string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * @returns The channelMember.
   */
  addChannelMember?(request: AddChannelMemberRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelMemberSchema> | Promise<MessageInitShape<typeof ChannelMemberSchema>>;

  /**
   * Since server 5.18. In Go: `AddUserToChannel(channelId string, userID string, asUserId string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * - `asUserId`
   * @returns The channelMember.
   */
  addUserToChannel?(request: AddUserToChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelMemberSchema> | Promise<MessageInitShape<typeof ChannelMemberSchema>>;

  /**
   * Since server 5.2. In Go: `GetChannelMember(channelId string, userID string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * @returns The channelMember.
   */
  getChannelMember?(request: GetChannelMemberRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelMemberSchema> | Promise<MessageInitShape<typeof ChannelMemberSchema>>;

  /**
   * Since server 5.6. In Go: `GetChannelMembers(channelId string, page int, perPage int) (model.ChannelMembers, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `page`
   * - `perPage`
   * @returns The channelMembers.
   */
  getChannelMembers?(request: GetChannelMembersRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ChannelMemberSchema>)[] | Promise<(MessageInitShape<typeof ChannelMemberSchema>)[]>;

  /**
   * Since server 5.6. In Go: `GetChannelMembersByIds(channelId string, userIds []string) (model.ChannelMembers, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userIds`
   * @returns The channelMembers.
   */
  getChannelMembersByIds?(request: GetChannelMembersByIdsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ChannelMemberSchema>)[] | Promise<(MessageInitShape<typeof ChannelMemberSchema>)[]>;

  /**
   * Since server 5.10. In Go: `GetChannelMembersForUser(teamID string, userID string, page int, perPage int) ([]*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * - `userId`
   * - `page`
   * - `perPage`
   * @returns The channelMembers.
   */
  getChannelMembersForUser?(request: GetChannelMembersForUserRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ChannelMemberSchema>)[] | Promise<(MessageInitShape<typeof ChannelMemberSchema>)[]>;

  /**
   * Since server 5.2. In Go: `UpdateChannelMemberRoles(channelId string, userID string, newRoles string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * - `newRoles`
   * @returns The channelMember.
   */
  updateChannelMemberRoles?(request: UpdateChannelMemberRolesRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelMemberSchema> | Promise<MessageInitShape<typeof ChannelMemberSchema>>;

  /**
   * Since server 5.2. In Go: `UpdateChannelMemberNotifications(channelId string, userID string, notifications map[string]string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   * - `notifications`
   * @returns The channelMember.
   */
  updateChannelMemberNotifications?(request: UpdateChannelMemberNotificationsRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ChannelMemberSchema> | Promise<MessageInitShape<typeof ChannelMemberSchema>>;

  /**
   * Since server 9.5. In Go: `PatchChannelMembersNotifications(members []*model.ChannelMemberIdentifier, notifyProps map[string]string) *model.AppError`.
   *
   * @param request
   * - `members`
   * - `notifyProps`
   */
  patchChannelMembersNotifications?(request: PatchChannelMembersNotificationsRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.18. In Go: `GetGroup(groupId string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * @returns The group.
   */
  getGroup?(request: GetGroupRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSchema> | Promise<MessageInitShape<typeof GroupSchema>>;

  /**
   * Since server 5.18. In Go: `GetGroupByName(name string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The group.
   */
  getGroupByName?(request: GetGroupByNameRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSchema> | Promise<MessageInitShape<typeof GroupSchema>>;

  /**
   * Since server 5.35. In Go: `GetGroupMemberUsers(groupID string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `page`
   * - `perPage`
   * @returns The users.
   */
  getGroupMemberUsers?(request: GetGroupMemberUsersRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof UserSchema>)[] | Promise<(MessageInitShape<typeof UserSchema>)[]>;

  /**
   * Since server 5.35. In Go: `GetGroupsBySource(groupSource model.GroupSource) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupSource`
   * @returns The groups.
   */
  getGroupsBySource?(request: GetGroupsBySourceRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof GroupSchema>)[] | Promise<(MessageInitShape<typeof GroupSchema>)[]>;

  /**
   * Since server 5.18. In Go: `GetGroupsForUser(userID string) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The groups.
   */
  getGroupsForUser?(request: GetGroupsForUserRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof GroupSchema>)[] | Promise<(MessageInitShape<typeof GroupSchema>)[]>;

  /**
   * Since server 5.2. In Go: `DeleteChannelMember(channelId string, userID string) *model.AppError`.
   *
   * @param request
   * - `channelId`
   * - `userId`
   */
  deleteChannelMember?(request: DeleteChannelMemberRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `CreatePost(post *model.Post) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `post`
   * @returns The post.
   */
  createPost?(request: CreatePostRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostSchema> | Promise<MessageInitShape<typeof PostSchema>>;

  /**
   * Since server 5.3. In Go: `AddReaction(reaction *model.Reaction) (*model.Reaction, *model.AppError)`.
   *
   * @param request
   * - `reaction`
   * @returns The reaction.
   */
  addReaction?(request: AddReactionRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof ReactionSchema> | Promise<MessageInitShape<typeof ReactionSchema>>;

  /**
   * Since server 5.3. In Go: `RemoveReaction(reaction *model.Reaction) *model.AppError`.
   *
   * @param request
   * - `reaction`
   */
  removeReaction?(request: RemoveReactionRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.3. In Go: `GetReactions(postId string) ([]*model.Reaction, *model.AppError)`.
   *
   * @param request
   * - `postId`
   * @returns The reactions.
   */
  getReactions?(request: GetReactionsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ReactionSchema>)[] | Promise<(MessageInitShape<typeof ReactionSchema>)[]>;

  /**
   * Since server 5.2. In Go: `SendEphemeralPost(userID string, post *model.Post) *model.Post`.
   *
   * @param request
   * - `userId`
   * - `post`
   * @returns The post.
   */
  sendEphemeralPost?(request: SendEphemeralPostRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostSchema> | Promise<MessageInitShape<typeof PostSchema>>;

  /**
   * Since server 5.2. In Go: `UpdateEphemeralPost(userID string, post *model.Post) *model.Post`.
   *
   * @param request
   * - `userId`
   * - `post`
   * @returns The post.
   */
  updateEphemeralPost?(request: UpdateEphemeralPostRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostSchema> | Promise<MessageInitShape<typeof PostSchema>>;

  /**
   * Since server 5.2. In Go: `DeleteEphemeralPost(userID string, postId string)`.
   *
   * @param request
   * - `userId`
   * - `postId`
   */
  deleteEphemeralPost?(request: DeleteEphemeralPostRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `DeletePost(postId string) *model.AppError`.
   *
   * @param request
   * - `postId`
   */
  deletePost?(request: DeletePostRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPostThread(postId string) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `postId`
   * @returns The postList.
   */
  getPostThread?(request: GetPostThreadRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostListSchema> | Promise<MessageInitShape<typeof PostListSchema>>;

  /**
   * Since server 5.2. In Go: `GetPost(postId string) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `postId`
   * @returns The post.
   */
  getPost?(request: GetPostRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostSchema> | Promise<MessageInitShape<typeof PostSchema>>;

  /**
   * Since server 5.6. In Go: `GetPostsSince(channelId string, time int64) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `time`
   * @returns The postList.
   */
  getPostsSince?(request: GetPostsSinceRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostListSchema> | Promise<MessageInitShape<typeof PostListSchema>>;

  /**
   * Since server 5.6. In Go: `GetPostsAfter(channelId string, postId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `postId`
   * - `page`
   * - `perPage`
   * @returns The postList.
   */
  getPostsAfter?(request: GetPostsAfterRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostListSchema> | Promise<MessageInitShape<typeof PostListSchema>>;

  /**
   * Since server 5.6. In Go: `GetPostsBefore(channelId string, postId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `postId`
   * - `page`
   * - `perPage`
   * @returns The postList.
   */
  getPostsBefore?(request: GetPostsBeforeRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostListSchema> | Promise<MessageInitShape<typeof PostListSchema>>;

  /**
   * Since server 5.6. In Go: `GetPostsForChannel(channelId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`
   * - `page`
   * - `perPage`
   * @returns The postList.
   */
  getPostsForChannel?(request: GetPostsForChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostListSchema> | Promise<MessageInitShape<typeof PostListSchema>>;

  /**
   * Since server 5.8. In Go: `GetTeamStats(teamID string) (*model.TeamStats, *model.AppError)`.
   *
   * @param request
   * - `teamId`
   * @returns The teamStats.
   */
  getTeamStats?(request: GetTeamStatsRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof TeamStatsSchema> | Promise<MessageInitShape<typeof TeamStatsSchema>>;

  /**
   * Since server 5.2. In Go: `UpdatePost(post *model.Post) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `post`
   * @returns The post.
   */
  updatePost?(request: UpdatePostRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PostSchema> | Promise<MessageInitShape<typeof PostSchema>>;

  /**
   * Since server 5.6. In Go: `GetProfileImage(userID string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * @returns The image.
   */
  getProfileImage?(request: GetProfileImageRequest, context: PluginAPIHandlerContext): Uint8Array | Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `SetProfileImage(userID string, data []uint8) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `data`
   */
  setProfileImage?(request: SetProfileImageRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `GetEmojiList(sortBy string, page int, perPage int) ([]*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `sortBy`
   * - `page`
   * - `perPage`
   * @returns The emojis.
   */
  getEmojiList?(request: GetEmojiListRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof EmojiSchema>)[] | Promise<(MessageInitShape<typeof EmojiSchema>)[]>;

  /**
   * Since server 5.6. In Go: `GetEmojiByName(name string) (*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `name`
   * @returns The emoji.
   */
  getEmojiByName?(request: GetEmojiByNameRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof EmojiSchema> | Promise<MessageInitShape<typeof EmojiSchema>>;

  /**
   * Since server 5.6. In Go: `GetEmoji(emojiId string) (*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `emojiId`
   * @returns The emoji.
   */
  getEmoji?(request: GetEmojiRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof EmojiSchema> | Promise<MessageInitShape<typeof EmojiSchema>>;

  /**
   * Since server 5.2. In Go: `CopyFileInfos(userID string, fileIds []string) ([]string, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `fileIds`
   * @returns The fileIds.
   */
  copyFileInfos?(request: CopyFileInfosRequest, context: PluginAPIHandlerContext): string[] | Promise<string[]>;

  /**
   * Since server 5.3. In Go: `GetFileInfo(fileId string) (*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `fileId`
   * @returns The fileInfo.
   */
  getFileInfo?(request: GetFileInfoRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof FileInfoSchema> | Promise<MessageInitShape<typeof FileInfoSchema>>;

  /**
   * Since server 9.1. In Go: `SetFileSearchableContent(fileID string, content string) *model.AppError`.
   *
   * @param request
   * - `fileId`
   * - `content`
   */
  setFileSearchableContent?(request: SetFileSearchableContentRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.22. In Go: `GetFileInfos(page int, perPage int, opt *model.GetFileInfosOptions) ([]*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `page`
   * - `perPage`
   * - `options`
   * @returns The fileInfos.
   */
  getFileInfos?(request: GetFileInfosRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof FileInfoSchema>)[] | Promise<(MessageInitShape<typeof FileInfoSchema>)[]>;

  /**
   * Since server 5.8. In Go: `GetFile(fileId string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `fileId`
   * @returns The data.
   */
  getFile?(request: GetFileRequest, context: PluginAPIHandlerContext): Uint8Array | Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `GetFileLink(fileId string) (string, *model.AppError)`.
   *
   * @param request
   * - `fileId`
   * @returns The link.
   */
  getFileLink?(request: GetFileLinkRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 5.3. In Go: `ReadFile(path string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `path`
   * @returns The data.
   */
  readFile?(request: ReadFileRequest, context: PluginAPIHandlerContext): Uint8Array | Promise<Uint8Array>;

  /**
   * Since server 5.6. In Go: `GetEmojiImage(emojiId string) ([]uint8, string, *model.AppError)`.
   *
   * @param request
   * - `emojiId`
   * @returns
   * - `image`: 
   * - `contentType`: 
   */
  getEmojiImage?(request: GetEmojiImageRequest, context: PluginAPIHandlerContext): { image: Uint8Array; contentType: string } | Promise<{ image: Uint8Array; contentType: string }>;

  /**
   * Since server 5.6. In Go: `UploadFile(data []uint8, channelId string, filename string) (*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `data`
   * - `channelId`
   * - `filename`
   * @returns The fileInfo.
   */
  uploadFile?(request: UploadFileRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof FileInfoSchema> | Promise<MessageInitShape<typeof FileInfoSchema>>;

  /**
   * Since server 5.6. In Go: `OpenInteractiveDialog(dialog model.OpenDialogRequest) *model.AppError`.
   *
   * @param request
   * - `dialog`
   */
  openInteractiveDialog?(request: OpenInteractiveDialogRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 11.5. In Go: `SendToastMessage(userID string, connectionID string, message string, options model.SendToastMessageOptions) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `connectionId`
   * - `message`
   * - `options`
   */
  sendToastMessage?(request: SendToastMessageRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPlugins() ([]*model.Manifest, *model.AppError)`.
   *
   * @returns The manifests.
   */
  getPlugins?(request: GetPluginsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof ManifestSchema>)[] | Promise<(MessageInitShape<typeof ManifestSchema>)[]>;

  /**
   * Since server 5.6. In Go: `EnablePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`
   */
  enablePlugin?(request: EnablePluginRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `DisablePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`
   */
  disablePlugin?(request: DisablePluginRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `RemovePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`
   */
  removePlugin?(request: RemovePluginRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `GetPluginStatus(id string) (*model.PluginStatus, *model.AppError)`.
   *
   * @param request
   * - `id`
   * @returns The status.
   */
  getPluginStatus?(request: GetPluginStatusRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PluginStatusSchema> | Promise<MessageInitShape<typeof PluginStatusSchema>>;

  /**
   * Since server 5.18. In Go: `InstallPlugin(file io.Reader, replace bool) (*model.Manifest, *model.AppError)`.
   *
   * @param request
   * - `fileData`
   * - `replace`
   * @returns The manifest.
   */
  installPlugin?(request: { file: ReadableStream<Uint8Array>; replace: boolean }, context: PluginAPIHandlerContext): MessageInitShape<typeof ManifestSchema> | Promise<MessageInitShape<typeof ManifestSchema>>;

  /**
   * Since server 5.2. In Go: `KVSet(key string, value []uint8) *model.AppError`.
   *
   * @param request
   * - `key`
   * - `value`
   */
  kvSet?(request: KVSetRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.12. In Go: `KVCompareAndSet(key string, oldValue []uint8, newValue []uint8) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`
   * - `oldValue`
   * - `newValue`
   * @returns The success.
   */
  kvCompareAndSet?(request: KVCompareAndSetRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 5.16. In Go: `KVCompareAndDelete(key string, oldValue []uint8) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`
   * - `oldValue`
   * @returns The success.
   */
  kvCompareAndDelete?(request: KVCompareAndDeleteRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 5.20. In Go: `KVSetWithOptions(key string, value []uint8, options model.PluginKVSetOptions) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`
   * - `value`
   * - `options`
   * @returns The success.
   */
  kvSetWithOptions?(request: KVSetWithOptionsRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 5.6. In Go: `KVSetWithExpiry(key string, value []uint8, expireInSeconds int64) *model.AppError`.
   *
   * @param request
   * - `key`
   * - `value`
   * - `expireInSeconds`
   */
  kvSetWithExpiry?(request: KVSetWithExpiryRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `KVGet(key string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `key`
   * @returns Null when there is no such key; a key never holds zero bytes.
   */
  kvGet?(request: KVGetRequest, context: PluginAPIHandlerContext): Uint8Array | null | Promise<Uint8Array | null>;

  /**
   * Since server 5.2. In Go: `KVDelete(key string) *model.AppError`.
   *
   * @param request
   * - `key`
   */
  kvDelete?(request: KVDeleteRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /** Since server 5.6. In Go: `KVDeleteAll() *model.AppError`. */
  kvDeleteAll?(request: KVDeleteAllRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.6. In Go: `KVList(page int, perPage int) ([]string, *model.AppError)`.
   *
   * @param request
   * - `page`
   * - `perPage`
   * @returns The keys.
   */
  kvList?(request: KVListRequest, context: PluginAPIHandlerContext): string[] | Promise<string[]>;

  /**
   * Since server 5.2. In Go: `PublishWebSocketEvent(event string, payload map[string]interface {}, broadcast *model.WebsocketBroadcast)`.
   *
   * @param request
   * - `event`
   * - `payload`
   * - `broadcast`
   */
  publishWebSocketEvent?(request: PublishWebSocketEventRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.3. In Go: `HasPermissionTo(userID string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`
   * - `permissionId`
   * @returns The hasPermission.
   */
  hasPermissionTo?(request: HasPermissionToRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 5.3. In Go: `HasPermissionToTeam(userID string, teamID string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`
   * - `teamId`
   * - `permissionId`
   * @returns The hasPermission.
   */
  hasPermissionToTeam?(request: HasPermissionToTeamRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 5.3. In Go: `HasPermissionToChannel(userID string, channelId string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`
   * - `channelId`
   * - `permissionId`
   * @returns The hasPermission.
   */
  hasPermissionToChannel?(request: HasPermissionToChannelRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 6.3. In Go: `RolesGrantPermission(roleNames []string, permissionId string) bool`.
   *
   * @param request
   * - `roleNames`
   * - `permissionId`
   * @returns The hasPermission.
   */
  rolesGrantPermission?(request: RolesGrantPermissionRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 5.2. In Go: `LogDebug(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   */
  logDebug?(request: LogDebugRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `LogInfo(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   */
  logInfo?(request: LogInfoRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `LogError(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   */
  logError?(request: LogErrorRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.2. In Go: `LogWarn(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`
   * - `keyValuePairs`
   */
  logWarn?(request: LogWarnRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.7. In Go: `SendMail(to string, subject string, htmlBody string) *model.AppError`.
   *
   * @param request
   * - `to`
   * - `subject`
   * - `htmlBody`
   */
  sendMail?(request: SendMailRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.10. In Go: `CreateBot(bot *model.Bot) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `bot`
   * @returns The bot.
   */
  createBot?(request: CreateBotRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof BotSchema> | Promise<MessageInitShape<typeof BotSchema>>;

  /**
   * Since server 5.10. In Go: `PatchBot(botUserId string, botPatch *model.BotPatch) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`
   * - `botPatch`
   * @returns The bot.
   */
  patchBot?(request: PatchBotRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof BotSchema> | Promise<MessageInitShape<typeof BotSchema>>;

  /**
   * Since server 5.10. In Go: `GetBot(botUserId string, includeDeleted bool) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`
   * - `includeDeleted`
   * @returns The bot.
   */
  getBot?(request: GetBotRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof BotSchema> | Promise<MessageInitShape<typeof BotSchema>>;

  /**
   * Since server 5.10. In Go: `GetBots(options *model.BotGetOptions) ([]*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `options`
   * @returns The bots.
   */
  getBots?(request: GetBotsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof BotSchema>)[] | Promise<(MessageInitShape<typeof BotSchema>)[]>;

  /**
   * Since server 5.10. In Go: `UpdateBotActive(botUserId string, active bool) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`
   * - `active`
   * @returns The bot.
   */
  updateBotActive?(request: UpdateBotActiveRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof BotSchema> | Promise<MessageInitShape<typeof BotSchema>>;

  /**
   * Since server 5.10. In Go: `PermanentDeleteBot(botUserId string) *model.AppError`.
   *
   * @param request
   * - `botUserId`
   */
  permanentDeleteBot?(request: PermanentDeleteBotRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /** Since server 5.18. In Go: `PluginHTTP(request *http.Request) *http.Response`. */
  pluginHTTP?(request: Request, context: PluginAPIHandlerContext): Response | Promise<Response>;

  /**
   * Since server 5.26. In Go: `PublishUserTyping(userID string, channelId string, parentId string) *model.AppError`.
   *
   * @param request
   * - `userId`
   * - `channelId`
   * - `parentId`
   */
  publishUserTyping?(request: PublishUserTypingRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.28. In Go: `CreateCommand(cmd *model.Command) (*model.Command, error)`.
   *
   * @param request
   * - `cmd`
   * @returns The command.
   */
  createCommand?(request: CreateCommandRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof CommandSchema> | Promise<MessageInitShape<typeof CommandSchema>>;

  /**
   * Since server 5.28. In Go: `ListCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`
   * @returns The commands.
   */
  listCommands?(request: ListCommandsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof CommandSchema>)[] | Promise<(MessageInitShape<typeof CommandSchema>)[]>;

  /**
   * Since server 5.28. In Go: `ListCustomCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`
   * @returns The commands.
   */
  listCustomCommands?(request: ListCustomCommandsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof CommandSchema>)[] | Promise<(MessageInitShape<typeof CommandSchema>)[]>;

  /**
   * Since server 5.28. In Go: `ListPluginCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`
   * @returns The commands.
   */
  listPluginCommands?(request: ListPluginCommandsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof CommandSchema>)[] | Promise<(MessageInitShape<typeof CommandSchema>)[]>;

  /**
   * Since server 5.28. In Go: `ListBuiltInCommands() ([]*model.Command, error)`.
   *
   * @returns The commands.
   */
  listBuiltInCommands?(request: ListBuiltInCommandsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof CommandSchema>)[] | Promise<(MessageInitShape<typeof CommandSchema>)[]>;

  /**
   * Since server 5.28. In Go: `GetCommand(commandID string) (*model.Command, error)`.
   *
   * @param request
   * - `commandId`
   * @returns The command.
   */
  getCommand?(request: GetCommandRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof CommandSchema> | Promise<MessageInitShape<typeof CommandSchema>>;

  /**
   * Since server 5.28. In Go: `UpdateCommand(commandID string, updatedCmd *model.Command) (*model.Command, error)`.
   *
   * @param request
   * - `commandId`
   * - `updatedCmd`
   * @returns The command.
   */
  updateCommand?(request: UpdateCommandRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof CommandSchema> | Promise<MessageInitShape<typeof CommandSchema>>;

  /**
   * Since server 5.28. In Go: `DeleteCommand(commandID string) error`.
   *
   * @param request
   * - `commandId`
   */
  deleteCommand?(request: DeleteCommandRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.38. In Go: `CreateOAuthApp(app *model.OAuthApp) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `app`
   * @returns The app.
   */
  createOAuthApp?(request: CreateOAuthAppRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof OAuthAppSchema> | Promise<MessageInitShape<typeof OAuthAppSchema>>;

  /**
   * Since server 5.38. In Go: `GetOAuthApp(appID string) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `appId`
   * @returns The app.
   */
  getOAuthApp?(request: GetOAuthAppRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof OAuthAppSchema> | Promise<MessageInitShape<typeof OAuthAppSchema>>;

  /**
   * Since server 5.38. In Go: `UpdateOAuthApp(app *model.OAuthApp) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `app`
   * @returns The app.
   */
  updateOAuthApp?(request: UpdateOAuthAppRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof OAuthAppSchema> | Promise<MessageInitShape<typeof OAuthAppSchema>>;

  /**
   * Since server 5.38. In Go: `DeleteOAuthApp(appID string) *model.AppError`.
   *
   * @param request
   * - `appId`
   */
  deleteOAuthApp?(request: DeleteOAuthAppRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.36. In Go: `PublishPluginClusterEvent(ev model.PluginClusterEvent, opts model.PluginClusterEventSendOptions) error`.
   *
   * @param request
   * - `event`
   * - `opts`
   */
  publishPluginClusterEvent?(request: PublishPluginClusterEventRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 5.36. In Go: `RequestTrialLicense(requesterID string, users int, termsAccepted bool, receiveEmailsAccepted bool) *model.AppError`.
   *
   * @param request
   * - `requesterId`
   * - `users`
   * - `termsAccepted`
   * - `receiveEmailsAccepted`
   */
  requestTrialLicense?(request: RequestTrialLicenseRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 7.0. In Go: `GetCloudLimits() (*model.ProductLimits, error)`.
   *
   * @returns The limits.
   */
  getCloudLimits?(request: GetCloudLimitsRequest, context: PluginAPIHandlerContext): ProductLimits | Promise<ProductLimits>;

  /**
   * Since server 7.1. In Go: `EnsureBotUser(bot *model.Bot) (string, error)`.
   *
   * @param request
   * - `bot`
   * @returns The botUserId.
   */
  ensureBotUser?(request: EnsureBotUserRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 7.6. In Go: `RegisterCollectionAndTopic(collectionType string, topicType string) error`.
   *
   * @param request
   * - `collectionType`
   * - `topicType`
   */
  registerCollectionAndTopic?(request: RegisterCollectionAndTopicRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 7.6. In Go: `CreateUploadSession(us *model.UploadSession) (*model.UploadSession, error)`.
   *
   * @param request
   * - `uploadSession`
   * @returns The uploadSession.
   */
  createUploadSession?(request: CreateUploadSessionRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UploadSessionSchema> | Promise<MessageInitShape<typeof UploadSessionSchema>>;

  /**
   * Since server 7.6. In Go: `UploadData(us *model.UploadSession, rd io.Reader) (*model.FileInfo, error)`.
   *
   * @param request
   * - `uploadSession`
   * - `data`
   * @returns Null as long as the session's bytes are not complete; send the rest with another call.
   */
  uploadData?(request: { uploadSession?: UploadSession | undefined; data: ReadableStream<Uint8Array> }, context: PluginAPIHandlerContext): MessageInitShape<typeof FileInfoSchema> | null | Promise<MessageInitShape<typeof FileInfoSchema> | null>;

  /**
   * Since server 7.6. In Go: `GetUploadSession(uploadID string) (*model.UploadSession, error)`.
   *
   * @param request
   * - `uploadId`
   * @returns The uploadSession.
   */
  getUploadSession?(request: GetUploadSessionRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UploadSessionSchema> | Promise<MessageInitShape<typeof UploadSessionSchema>>;

  /**
   * Since server 9.0. In Go: `SendPushNotification(notification *model.PushNotification, userID string) *model.AppError`.
   *
   * @param request
   * - `notification`
   * - `userId`
   */
  sendPushNotification?(request: SendPushNotificationRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 9.3. In Go: `UpdateUserAuth(userID string, userAuth *model.UserAuth) (*model.UserAuth, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `userAuth`
   * @returns The userAuth.
   */
  updateUserAuth?(request: UpdateUserAuthRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserAuthSchema> | Promise<MessageInitShape<typeof UserAuthSchema>>;

  /**
   * Since server 9.5. In Go: `RegisterPluginForSharedChannels(opts model.RegisterPluginOpts) (string, error)`.
   *
   * @param request
   * - `opts`
   * @returns The remoteId.
   */
  registerPluginForSharedChannels?(request: RegisterPluginForSharedChannelsRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 9.5. In Go: `UnregisterPluginForSharedChannels(pluginID string) error`.
   *
   * @param request
   * - `pluginId`
   */
  unregisterPluginForSharedChannels?(request: UnregisterPluginForSharedChannelsRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 11.7. In Go: `UnregisterPluginRemoteForSharedChannels(remoteID string) error`.
   *
   * @param request
   * - `remoteId`
   */
  unregisterPluginRemoteForSharedChannels?(request: UnregisterPluginRemoteForSharedChannelsRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 9.5. In Go: `ShareChannel(sc *model.SharedChannel) (*model.SharedChannel, error)`.
   *
   * @param request
   * - `sharedChannel`
   * @returns The sharedChannel.
   */
  shareChannel?(request: ShareChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof SharedChannelSchema> | Promise<MessageInitShape<typeof SharedChannelSchema>>;

  /**
   * Since server 9.5. In Go: `UpdateSharedChannel(sc *model.SharedChannel) (*model.SharedChannel, error)`.
   *
   * @param request
   * - `sharedChannel`
   * @returns The sharedChannel.
   */
  updateSharedChannel?(request: UpdateSharedChannelRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof SharedChannelSchema> | Promise<MessageInitShape<typeof SharedChannelSchema>>;

  /**
   * Since server 9.5. In Go: `UnshareChannel(channelID string) (bool, error)`.
   *
   * @param request
   * - `channelId`
   * @returns The unshared.
   */
  unshareChannel?(request: UnshareChannelRequest, context: PluginAPIHandlerContext): boolean | Promise<boolean>;

  /**
   * Since server 9.5. In Go: `UpdateSharedChannelCursor(channelID string, remoteID string, cusror model.GetPostsSinceForSyncCursor) error`.
   *
   * @param request
   * - `channelId`
   * - `remoteId`
   * - `cursor`
   */
  updateSharedChannelCursor?(request: UpdateSharedChannelCursorRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 9.5. In Go: `SyncSharedChannel(channelID string) error`.
   *
   * @param request
   * - `channelId`
   */
  syncSharedChannel?(request: SyncSharedChannelRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 9.5. In Go: `InviteRemoteToChannel(channelID string, remoteID string, userID string, shareIfNotShared bool) error`.
   *
   * @param request
   * - `channelId`
   * - `remoteId`
   * - `userId`
   * - `shareIfNotShared`
   */
  inviteRemoteToChannel?(request: InviteRemoteToChannelRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 9.5. In Go: `UninviteRemoteFromChannel(channelID string, remoteID string) error`.
   *
   * @param request
   * - `channelId`
   * - `remoteId`
   */
  uninviteRemoteFromChannel?(request: UninviteRemoteFromChannelRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 11.7. In Go: `ReceiveSharedChannelSyncMsg(remoteID string, msg *model.SyncMsg) (model.SyncResponse, error)`.
   *
   * @param request
   * - `remoteId`
   * - `syncMsg`
   * @returns The response.
   */
  receiveSharedChannelSyncMsg?(request: { remoteId: string; syncMsg: SyncMsg }, context: PluginAPIHandlerContext): MessageInitShape<typeof SyncResponseSchema> | Promise<MessageInitShape<typeof SyncResponseSchema>>;

  /**
   * Since server 11.7. In Go: `ReceiveSharedChannelAttachmentSyncMsg(remoteID string, channelID string, fi *model.FileInfo, data io.Reader) (*model.FileInfo, error)`.
   *
   * @param request
   * - `remoteId`
   * - `channelId`
   * - `fileInfo`
   * - `data`
   * @returns The fileInfo.
   */
  receiveSharedChannelAttachmentSyncMsg?(request: { remoteId: string; channelId: string; fileInfo?: FileInfo | undefined; data: ReadableStream<Uint8Array> }, context: PluginAPIHandlerContext): MessageInitShape<typeof FileInfoSchema> | Promise<MessageInitShape<typeof FileInfoSchema>>;

  /**
   * Since server 11.7. In Go: `ReceiveSharedChannelProfileImageSyncMsg(remoteID string, userID string, image []uint8) error`.
   *
   * @param request
   * - `remoteId`
   * - `userId`
   * - `image`
   */
  receiveSharedChannelProfileImageSyncMsg?(request: ReceiveSharedChannelProfileImageSyncMsgRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 10.7. In Go: `UpsertGroupMember(groupID string, userID string) (*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `userId`
   * @returns The groupMember.
   */
  upsertGroupMember?(request: UpsertGroupMemberRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupMemberSchema> | Promise<MessageInitShape<typeof GroupMemberSchema>>;

  /**
   * Since server 10.7. In Go: `UpsertGroupMembers(groupID string, userIDs []string) ([]*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `userIds`
   * @returns The groupMembers.
   */
  upsertGroupMembers?(request: UpsertGroupMembersRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof GroupMemberSchema>)[] | Promise<(MessageInitShape<typeof GroupMemberSchema>)[]>;

  /**
   * Since server 10.7. In Go: `GetGroupByRemoteID(remoteID string, groupSource model.GroupSource) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `remoteId`
   * - `groupSource`
   * @returns The group.
   */
  getGroupByRemoteID?(request: GetGroupByRemoteIDRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSchema> | Promise<MessageInitShape<typeof GroupSchema>>;

  /**
   * Since server 10.7. In Go: `CreateGroup(group *model.Group) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `group`
   * @returns The group.
   */
  createGroup?(request: CreateGroupRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSchema> | Promise<MessageInitShape<typeof GroupSchema>>;

  /**
   * Since server 10.7. In Go: `UpdateGroup(group *model.Group) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `group`
   * @returns The group.
   */
  updateGroup?(request: UpdateGroupRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSchema> | Promise<MessageInitShape<typeof GroupSchema>>;

  /**
   * Since server 10.7. In Go: `DeleteGroup(groupID string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * @returns The group.
   */
  deleteGroup?(request: DeleteGroupRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSchema> | Promise<MessageInitShape<typeof GroupSchema>>;

  /**
   * Since server 10.7. In Go: `RestoreGroup(groupID string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * @returns The group.
   */
  restoreGroup?(request: RestoreGroupRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSchema> | Promise<MessageInitShape<typeof GroupSchema>>;

  /**
   * Since server 10.7. In Go: `DeleteGroupMember(groupID string, userID string) (*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `userId`
   * @returns The groupMember.
   */
  deleteGroupMember?(request: DeleteGroupMemberRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupMemberSchema> | Promise<MessageInitShape<typeof GroupMemberSchema>>;

  /**
   * Since server 10.7. In Go: `GetGroupSyncable(groupID string, syncableID string, syncableType model.GroupSyncableType) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `syncableId`
   * - `syncableType`
   * @returns The groupSyncable.
   */
  getGroupSyncable?(request: GetGroupSyncableRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSyncableSchema> | Promise<MessageInitShape<typeof GroupSyncableSchema>>;

  /**
   * Since server 10.7. In Go: `GetGroupSyncables(groupID string, syncableType model.GroupSyncableType) ([]*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `syncableType`
   * @returns The groupSyncables.
   */
  getGroupSyncables?(request: GetGroupSyncablesRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof GroupSyncableSchema>)[] | Promise<(MessageInitShape<typeof GroupSyncableSchema>)[]>;

  /**
   * Since server 10.7. In Go: `UpsertGroupSyncable(groupSyncable *model.GroupSyncable) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupSyncable`
   * @returns The groupSyncable.
   */
  upsertGroupSyncable?(request: UpsertGroupSyncableRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSyncableSchema> | Promise<MessageInitShape<typeof GroupSyncableSchema>>;

  /**
   * Since server 10.7. In Go: `UpdateGroupSyncable(groupSyncable *model.GroupSyncable) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupSyncable`
   * @returns The groupSyncable.
   */
  updateGroupSyncable?(request: UpdateGroupSyncableRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSyncableSchema> | Promise<MessageInitShape<typeof GroupSyncableSchema>>;

  /**
   * Since server 10.7. In Go: `DeleteGroupSyncable(groupID string, syncableID string, syncableType model.GroupSyncableType) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`
   * - `syncableId`
   * - `syncableType`
   * @returns The groupSyncable.
   */
  deleteGroupSyncable?(request: DeleteGroupSyncableRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof GroupSyncableSchema> | Promise<MessageInitShape<typeof GroupSyncableSchema>>;

  /**
   * Since server 9.8. In Go: `UpdateUserRoles(userID string, newRoles string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `userId`
   * - `newRoles`
   * @returns The user.
   */
  updateUserRoles?(request: UpdateUserRolesRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof UserSchema> | Promise<MessageInitShape<typeof UserSchema>>;

  /**
   * Since server 10.1. In Go: `GetPluginID() string`.
   *
   * @returns The pluginId.
   */
  getPluginID?(request: GetPluginIDRequest, context: PluginAPIHandlerContext): string | Promise<string>;

  /**
   * Since server 10.7. In Go: `GetGroups(page int, perPage int, opts model.GroupSearchOpts, viewRestrictions *model.ViewUsersRestrictions) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `page`
   * - `perPage`
   * - `opts`
   * - `viewRestrictions`
   * @returns The groups.
   */
  getGroups?(request: GetGroupsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof GroupSchema>)[] | Promise<(MessageInitShape<typeof GroupSchema>)[]>;

  /**
   * Since server 10.9. In Go: `CreateDefaultSyncableMemberships(params model.CreateDefaultMembershipParams) *model.AppError`.
   *
   * @param request
   * - `params`
   */
  createDefaultSyncableMemberships?(request: CreateDefaultSyncableMembershipsRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /** Since server 10.9. In Go: `DeleteGroupConstrainedMemberships() *model.AppError`. */
  deleteGroupConstrainedMemberships?(request: DeleteGroupConstrainedMembershipsRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 10.10. In Go: `CreatePropertyField(field *model.PropertyField) (*model.PropertyField, error)`.
   *
   * @param request
   * - `field`
   * @returns The field.
   */
  createPropertyField?(request: CreatePropertyFieldRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyFieldSchema> | Promise<MessageInitShape<typeof PropertyFieldSchema>>;

  /**
   * Since server 10.10. In Go: `GetPropertyField(groupID string, fieldID string) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `fieldId`
   * @returns The field.
   */
  getPropertyField?(request: GetPropertyFieldRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyFieldSchema> | Promise<MessageInitShape<typeof PropertyFieldSchema>>;

  /**
   * Since server 10.10. In Go: `GetPropertyFields(groupID string, ids []string) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `ids`
   * @returns The fields.
   */
  getPropertyFields?(request: GetPropertyFieldsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PropertyFieldSchema>)[] | Promise<(MessageInitShape<typeof PropertyFieldSchema>)[]>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyField(groupID string, field *model.PropertyField) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `field`
   * @returns The field.
   */
  updatePropertyField?(request: UpdatePropertyFieldRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyFieldSchema> | Promise<MessageInitShape<typeof PropertyFieldSchema>>;

  /**
   * Since server 10.10. In Go: `DeletePropertyField(groupID string, fieldID string) error`.
   *
   * @param request
   * - `groupId`
   * - `fieldId`
   */
  deletePropertyField?(request: DeletePropertyFieldRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 11.0. In Go: `SearchPropertyFields(groupID string, opts model.PropertyFieldSearchOpts) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `opts`
   * @returns The fields.
   */
  searchPropertyFields?(request: SearchPropertyFieldsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PropertyFieldSchema>)[] | Promise<(MessageInitShape<typeof PropertyFieldSchema>)[]>;

  /**
   * Since server 11.0. In Go: `CountPropertyFields(groupID string, includeDeleted bool) (int64, error)`.
   *
   * @param request
   * - `groupId`
   * - `includeDeleted`
   * @returns The count.
   */
  countPropertyFields?(request: CountPropertyFieldsRequest, context: PluginAPIHandlerContext): bigint | Promise<bigint>;

  /**
   * Since server 11.0. In Go: `CountPropertyFieldsForTarget(groupID string, targetType string, targetID string, includeDeleted bool) (int64, error)`.
   *
   * @param request
   * - `groupId`
   * - `targetType`
   * - `targetId`
   * - `includeDeleted`
   * @returns The count.
   */
  countPropertyFieldsForTarget?(request: CountPropertyFieldsForTargetRequest, context: PluginAPIHandlerContext): bigint | Promise<bigint>;

  /**
   * Since server 10.10. In Go: `CreatePropertyValue(value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `value`
   * @returns The value.
   */
  createPropertyValue?(request: CreatePropertyValueRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyValueSchema> | Promise<MessageInitShape<typeof PropertyValueSchema>>;

  /**
   * Since server 10.10. In Go: `GetPropertyValue(groupID string, valueID string) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `valueId`
   * @returns The value.
   */
  getPropertyValue?(request: GetPropertyValueRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyValueSchema> | Promise<MessageInitShape<typeof PropertyValueSchema>>;

  /**
   * Since server 10.10. In Go: `GetPropertyValues(groupID string, ids []string) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `ids`
   * @returns The values.
   */
  getPropertyValues?(request: GetPropertyValuesRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PropertyValueSchema>)[] | Promise<(MessageInitShape<typeof PropertyValueSchema>)[]>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyValue(groupID string, value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `value`
   * @returns The value.
   */
  updatePropertyValue?(request: UpdatePropertyValueRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyValueSchema> | Promise<MessageInitShape<typeof PropertyValueSchema>>;

  /**
   * Since server 10.10. In Go: `UpsertPropertyValue(value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `value`
   * @returns The value.
   */
  upsertPropertyValue?(request: UpsertPropertyValueRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyValueSchema> | Promise<MessageInitShape<typeof PropertyValueSchema>>;

  /**
   * Since server 10.10. In Go: `DeletePropertyValue(groupID string, valueID string) error`.
   *
   * @param request
   * - `groupId`
   * - `valueId`
   */
  deletePropertyValue?(request: DeletePropertyValueRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 11.0. In Go: `SearchPropertyValues(groupID string, opts model.PropertyValueSearchOpts) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `opts`
   * @returns The values.
   */
  searchPropertyValues?(request: SearchPropertyValuesRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PropertyValueSchema>)[] | Promise<(MessageInitShape<typeof PropertyValueSchema>)[]>;

  /**
   * Since server 10.10. In Go: `RegisterPropertyGroup(name string) (*model.PropertyGroup, error)`.
   *
   * @param request
   * - `name`
   * @returns The group.
   */
  registerPropertyGroup?(request: RegisterPropertyGroupRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyGroupSchema> | Promise<MessageInitShape<typeof PropertyGroupSchema>>;

  /**
   * Since server 10.10. In Go: `GetPropertyGroup(name string) (*model.PropertyGroup, error)`.
   *
   * @param request
   * - `name`
   * @returns The group.
   */
  getPropertyGroup?(request: GetPropertyGroupRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyGroupSchema> | Promise<MessageInitShape<typeof PropertyGroupSchema>>;

  /**
   * Since server 10.10. In Go: `GetPropertyFieldByName(groupID string, targetID string, name string) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `targetId`
   * - `name`
   * @returns The field.
   */
  getPropertyFieldByName?(request: GetPropertyFieldByNameRequest, context: PluginAPIHandlerContext): MessageInitShape<typeof PropertyFieldSchema> | Promise<MessageInitShape<typeof PropertyFieldSchema>>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyFields(groupID string, fields []*model.PropertyField) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`
   * - `fields`
   * @returns The fields.
   */
  updatePropertyFields?(request: UpdatePropertyFieldsRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PropertyFieldSchema>)[] | Promise<(MessageInitShape<typeof PropertyFieldSchema>)[]>;

  /**
   * Since server 10.10. In Go: `UpdatePropertyValues(groupID string, values []*model.PropertyValue) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`
   * - `values`
   * @returns The values.
   */
  updatePropertyValues?(request: UpdatePropertyValuesRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PropertyValueSchema>)[] | Promise<(MessageInitShape<typeof PropertyValueSchema>)[]>;

  /**
   * Since server 10.10. In Go: `UpsertPropertyValues(values []*model.PropertyValue) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `values`
   * @returns The values.
   */
  upsertPropertyValues?(request: UpsertPropertyValuesRequest, context: PluginAPIHandlerContext): (MessageInitShape<typeof PropertyValueSchema>)[] | Promise<(MessageInitShape<typeof PropertyValueSchema>)[]>;

  /**
   * Since server 10.10. In Go: `DeletePropertyValuesForTarget(groupID string, targetType string, targetID string) error`.
   *
   * @param request
   * - `groupId`
   * - `targetType`
   * - `targetId`
   */
  deletePropertyValuesForTarget?(request: DeletePropertyValuesForTargetRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 10.10. In Go: `DeletePropertyValuesForField(groupID string, fieldID string) error`.
   *
   * @param request
   * - `groupId`
   * - `fieldId`
   */
  deletePropertyValuesForField?(request: DeletePropertyValuesForFieldRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 10.10. In Go: `LogAuditRec(rec *model.AuditRecord)`.
   *
   * @param request
   * - `record`
   */
  logAuditRec?(request: LogAuditRecRequest, context: PluginAPIHandlerContext): void | Promise<void>;

  /**
   * Since server 10.10. In Go: `LogAuditRecWithLevel(rec *model.AuditRecord, level logr.Level)`.
   *
   * @param request
   * - `record`
   * - `logLevel`
   */
  logAuditRecWithLevel?(request: LogAuditRecWithLevelRequest, context: PluginAPIHandlerContext): void | Promise<void>;
}
