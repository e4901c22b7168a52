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
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the call fails. Default: the client's own limit. */
  timeoutMs?: number | undefined;
}

/**
 * Everything that a plugin can ask of the server. Every method takes its parameters as one object
 * and gives Go's results: nothing, one value, or an object of several. Errors are thrown.
 */
export interface PluginAPI {
  /**
   * Reads this plugin's settings, with the defaults of its manifest where none are stored.
   *
   * The names at the top level are in lower case; a setting without value and default is null.
   *
   * Since Mattermost 5.2. In Go: `LoadPluginConfiguration(dest interface {}) error`.
   *
   * @returns UTF-8 JSON object of the settings, with the manifest's defaults where none are stored; names at the top level are in lower case. The TypeScript API shows it parsed.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  loadPluginConfiguration(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<JsonObject>;

  /**
   * Makes a slash command known, which the hook `executeCommand` then carries out.
   *
   * The trigger is put into lower case and ends at a space. With an empty team id the command works
   * in all teams. Registering the same trigger again replaces it; it is forgotten when the plugin
   * stops. It wins over custom and built-in commands; between plugins the first wins. An error when
   * the trigger is empty or the autocomplete data is not consistent.
   *
   * Since Mattermost 5.2. In Go: `RegisterCommand(command *model.Command) error`.
   *
   * @param request
   * - `command`: The command. `trigger` is needed; `team_id`, `auto_complete`, `auto_complete_desc`, `auto_complete_hint`, `display_name`, `autocomplete_data` and `autocomplete_icon_data` are taken over, the rest is ignored.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerCommand(request: MessageInitShape<typeof RegisterCommandRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Forgets a slash command that was made known with `registerCommand`.
   *
   * An unknown one is no error.
   *
   * Since Mattermost 5.2. In Go: `UnregisterCommand(teamID string, trigger string) error`.
   *
   * @param request
   * - `teamId`: 26-character id of the team that it was registered for. Empty when that was all teams.
   * - `trigger`: The word after the slash.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterCommand(request: MessageInitShape<typeof UnregisterCommandRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Carries out a slash command as if a user had entered it.
   *
   * The answer is posted or shown just the same. Error 404 when the user or the command does not
   * exist, 400 when the text does not begin with a slash.
   *
   * Since Mattermost 5.26. In Go: `ExecuteSlashCommand(commandArgs *model.CommandArgs) (*model.CommandResponse, error)`.
   *
   * @param request
   * - `commandArgs`: The line and on whose behalf it is entered: `command`, `user_id`, `team_id` and `channel_id` are needed, and `root_id` in a thread.
   * @returns What the command answered. It is posted or shown already.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  executeSlashCommand(request: MessageInitShape<typeof ExecuteSlashCommandRequestSchema>, options?: PluginAPICallOptions): Promise<CommandResponse>;

  /**
   * Reads the server's configuration with secrets replaced by asterisks.
   *
   * Do not save it back as a whole: use `getUnsanitizedConfig` for that.
   *
   * Since Mattermost 5.2. In Go: `GetConfig() *model.Config`.
   *
   * @returns UTF-8 JSON object of the server's configuration, with names as in `config.json`, for example `ServiceSettings`, and asterisks for secrets. The TypeScript API shows it parsed.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getConfig(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Config>;

  /**
   * Reads the server's configuration with all its secrets, such as the database password.
   *
   * Never show or log it.
   *
   * Since Mattermost 5.16. In Go: `GetUnsanitizedConfig() *model.Config`.
   *
   * @returns UTF-8 JSON object of the server's configuration, with names as in `config.json` and all secrets in plain text. The TypeScript API shows it parsed.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getUnsanitizedConfig(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Config>;

  /**
   * Saves the server's configuration as a whole, in the database or `config.json`.
   *
   * Plugins get the hooks `configurationWillBeSaved`, which may refuse or change it, and
   * `onConfigurationChange`. Error 403 where the configuration cannot be written.
   *
   * Since Mattermost 5.2. In Go: `SaveConfig(config *model.Config) *model.AppError`.
   *
   * @param request
   * - `configJson`: UTF-8 JSON object of the whole configuration, with names as in `config.json`: read it with `getUnsanitizedConfig`, change it, send it back. Must not be empty. The TypeScript API takes it as an object.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  saveConfig(request: { config: Config }, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Reads this plugin's settings as they are stored, without defaults.
   *
   * Empty when nothing is stored. Newer servers replace secret settings by asterisks.
   *
   * Since Mattermost 5.6. In Go: `GetPluginConfig() map[string]interface {}`.
   *
   * @returns The stored settings as a JSON object, names in the case in which they were stored, no defaults. Absent or empty when nothing is stored.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getPluginConfig(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<JsonObject>;

  /**
   * Saves this plugin's settings, all of them at once.
   *
   * This plugin and all others get the hook `onConfigurationChange`. Where `getPluginConfig` hides
   * secrets, take care not to save the asterisks.
   *
   * Since Mattermost 5.6. In Go: `SavePluginConfig(config map[string]interface {}) *model.AppError`.
   *
   * @param request
   * - `config`: All settings of this plugin as a JSON object. They replace the stored ones.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  savePluginConfig(request: MessageInitShape<typeof SavePluginConfigRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Tells the folder on the server into which this plugin was unpacked, as an absolute path.
   *
   * Since Mattermost 5.10. In Go: `GetBundlePath() (string, error)`.
   *
   * @returns Absolute path on the server of the folder into which the plugin's bundle was unpacked. A sandboxed plugin can read nothing else there.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getBundlePath(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Reads the server's licence.
   *
   * None without one.
   *
   * Since Mattermost 5.10. In Go: `GetLicense() *model.License`.
   *
   * @returns UTF-8 JSON object of the licence, with names such as `expires_at`. Null on a server without a license.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getLicense(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<License | null>;

  /**
   * Tells whether the server is an enterprise build, licensed or not.
   *
   * Since Mattermost 5.10. In Go: `IsEnterpriseReady() bool`.
   *
   * @returns True when the build holds the enterprise features, with or without a licence for them.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  isEnterpriseReady(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Tells the version of the server, for example `10.11.0`.
   *
   * Since Mattermost 5.4. In Go: `GetServerVersion() string`.
   *
   * @returns Three numbers separated by dots, for example `10.11.0`.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getServerVersion(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Tells when the server was first started, in Unix milliseconds.
   *
   * Since Mattermost 5.10. In Go: `GetSystemInstallDate() (int64, *model.AppError)`.
   *
   * @returns When it was first started, in Unix milliseconds.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getSystemInstallDate(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<bigint>;

  /**
   * Tells the id under which the server sends diagnostic data.
   *
   * The same as `getTelemetryId`.
   *
   * Since Mattermost 5.10. In Go: `GetDiagnosticId() string`.
   *
   * @returns 26-character id under which the server sends telemetry. Empty when it has none.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getDiagnosticId(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Tells the id under which the server sends telemetry, which also tells servers apart.
   *
   * Since Mattermost 5.28. In Go: `GetTelemetryId() string`.
   *
   * @returns 26-character id under which the server sends telemetry. Empty when it has none.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getTelemetryId(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Creates an account.
   *
   * It gets the role of an ordinary user, the first account of a server that of the administrator,
   * and joins no team. Error 400 when the user name or e-mail address is taken, the password does
   * not meet the rules, the e-mail domain is not allowed, or the licence allows no more users.
   * Clients get the event `new_user`, plugins the hook `userHasBeenCreated`.
   *
   * Since Mattermost 5.2. In Go: `CreateUser(user *model.User) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `user`: The new account. `username`, `email` and either `password` or `auth_service` with `auth_data` are needed; leave `id` empty.
   * @returns The saved account, with its id and without its password.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createUser(request: MessageInitShape<typeof CreateUserRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Deactivates an account; nothing is deleted, and `updateUserActive` brings it back.
   *
   * Its sessions end. Error 404 when no such user exists. Plugins get the hook
   * `userHasBeenDeactivated`.
   *
   * Since Mattermost 5.2. In Go: `DeleteUser(userID string) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user to deactivate.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteUser(request: MessageInitShape<typeof DeleteUserRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists accounts, one page at a time, sorted by user name.
   *
   * Not all conditions are looked at by every server. Use `getUsersInTeam` and `getUsersInChannel`
   * for members.
   *
   * Since Mattermost 5.10. In Go: `GetUsers(options *model.UserGetOptions) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `inTeamId`: 26-character id of a team that the users must be in. Empty for any.
   * - `notInTeamId`: 26-character id of a team that the users must not be in. Empty for any.
   * - `inChannelId`: 26-character id of a channel that the users must be in. Empty for any.
   * - `notInChannelId`: 26-character id of a channel that the users must not be in. Empty for any.
   * - `inGroupId`: 26-character id of a group that the users must be in. Empty for any.
   * - `notInGroupId`: 26-character id of a group that the users must not be in. Empty for any.
   * - `groupConstrained`: Whether to list only users whom the groups of the team or channel allow.
   * - `withoutTeam`: Whether to list only users who are in no team.
   * - `inactive`: Whether to list only deactivated users. Wins over `active`.
   * - `active`: Whether to list only users who are not deactivated. With both flags off, all are listed.
   * - `role`: System role that the users must have, for example `system_admin`. Empty for any.
   * - `roles`: System roles of which the users must have one. Empty for any.
   * - `channelRoles`: Channel roles of which the users must have one; needs `in_channel_id`. Empty for any.
   * - `teamRoles`: Team roles of which the users must have one; needs `in_team_id`. Empty for any.
   * - `sort`: Order of the list. Mattermost 9.9 always sorts by user name.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many users a page holds. 0 gives an empty page, so always set it.
   * - `updatedAfter`: Only users who changed after this time, in Unix milliseconds. 0 for any.
   * - `viewRestrictions`: Only users whom a certain person may see. Absent for all.
   * @returns The users of this page, sorted by user name; empty after the last one. Secrets are left out.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsers(request: MessageInitShape<typeof GetUsersRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Looks up several accounts by id.
   *
   * Ids that nobody has are left out without an error.
   *
   * Since Mattermost 9.8. In Go: `GetUsersByIds(userIDs []string) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `userIds`: 26-character ids of the users.
   * @returns The users found, sorted by user name. Ids that nobody has are left out.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersByIds(request: MessageInitShape<typeof GetUsersByIdsRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Looks up an account by id.
   *
   * Deactivated accounts are found too. Error 404 when no such user exists. The result is not
   * reduced: it may hold the e-mail address and a password hash.
   *
   * Since Mattermost 5.2. In Go: `GetUser(userID string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user; deactivated ones are found too.
   * @returns The user. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUser(request: MessageInitShape<typeof GetUserRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Looks up an account by its e-mail address.
   *
   * Error 404 when nobody has it.
   *
   * Since Mattermost 5.2. In Go: `GetUserByEmail(email string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `email`: The whole e-mail address, in lower case.
   * @returns The user. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserByEmail(request: MessageInitShape<typeof GetUserByEmailRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Looks up an account by its user name.
   *
   * Error 404 when nobody has it.
   *
   * Since Mattermost 5.2. In Go: `GetUserByUsername(name string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `name`: The user name, in lower case and without `@`.
   * @returns The user. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserByUsername(request: MessageInitShape<typeof GetUserByUsernameRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Looks up several accounts by user name.
   *
   * Names that nobody has are left out without an error.
   *
   * Since Mattermost 5.6. In Go: `GetUsersByUsernames(usernames []string) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `usernames`: The user names, in lower case and without `@`.
   * @returns The users found, sorted by user name. Names that nobody has are left out.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersByUsernames(request: MessageInitShape<typeof GetUsersByUsernamesRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Lists the members of a team, one page at a time, sorted by user name.
   *
   * An unknown team has no members; there is no error.
   *
   * Since Mattermost 5.6. In Go: `GetUsersInTeam(teamID string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many users a page holds. 0 gives an empty page, so always set it.
   * @returns The members of this page, sorted by user name; empty after the last one and for an unknown team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersInTeam(request: MessageInitShape<typeof GetUsersInTeamRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Reads one preference of a user.
   *
   * Error 400 when it is not set.
   *
   * Since Mattermost 9.5. In Go: `GetPreferenceForUser(userID string, category string, name string) (model.Preference, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `category`: Category of the preference, for example `display_settings`.
   * - `name`: Name of the preference, for example `use_military_time`.
   * @returns The preference. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPreferenceForUser(request: MessageInitShape<typeof GetPreferenceForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Preference>;

  /**
   * Reads all preferences of a user.
   *
   * Empty for an unknown user.
   *
   * Since Mattermost 5.26. In Go: `GetPreferencesForUser(userID string) ([]model.Preference, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * @returns All that the user has set; those left at their defaults are not among them.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPreferencesForUser(request: MessageInitShape<typeof GetPreferencesForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Preference[]>;

  /**
   * Sets preferences of a user.
   *
   * Those not given stay. Error 403 when one names another user. The user's clients get the event
   * `preferences_changed`, plugins the hook `preferencesHaveChanged`.
   *
   * Since Mattermost 5.26. In Go: `UpdatePreferencesForUser(userID string, preferences []model.Preference) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `preferences`: The preferences, each with the same `user_id`. Present ones are overwritten.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePreferencesForUser(request: MessageInitShape<typeof UpdatePreferencesForUserRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Deletes preferences of a user, known by category and name.
   *
   * Error 403 when one names another user. The user's clients get the event `preferences_deleted`.
   *
   * Since Mattermost 5.26. In Go: `DeletePreferencesForUser(userID string, preferences []model.Preference) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `preferences`: The preferences, known by `category` and `name`, each with the same `user_id`; `value` is not looked at.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePreferencesForUser(request: MessageInitShape<typeof DeletePreferencesForUserRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Looks up a session by its id, as the context of a hook has it.
   *
   * The result holds the token. Error 400 when no such session exists, for example because it has
   * ended.
   *
   * Since Mattermost 5.2. In Go: `GetSession(sessionID string) (*model.Session, *model.AppError)`.
   *
   * @param request
   * - `sessionId`: 26-character id of the session, as in the context of a hook. A token is not accepted.
   * @returns The session, with its token. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getSession(request: MessageInitShape<typeof GetSessionRequestSchema>, options?: PluginAPICallOptions): Promise<Session>;

  /**
   * Creates a session for a user, as a login would.
   *
   * The server makes id and token. Error 400 when an id is given that exists. The oldest session
   * ends when the user has too many.
   *
   * Since Mattermost 6.2. In Go: `CreateSession(session *model.Session) (*model.Session, *model.AppError)`.
   *
   * @param request
   * - `session`: The new session. `user_id` is needed, `expires_at`, `roles` and `props` should be set; the server makes `id` and `token`.
   * @returns The session, with the token to log in with.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createSession(request: MessageInitShape<typeof CreateSessionRequestSchema>, options?: PluginAPICallOptions): Promise<Session>;

  /**
   * Moves the end of a session.
   *
   * Error 500 when no such session exists.
   *
   * Since Mattermost 6.2. In Go: `ExtendSessionExpiry(sessionID string, newExpiry int64) *model.AppError`.
   *
   * @param request
   * - `sessionId`: 26-character id of the session.
   * - `newExpiry`: When the session ends from now on, in Unix milliseconds.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  extendSessionExpiry(request: MessageInitShape<typeof ExtendSessionExpiryRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Ends a session.
   *
   * Error 400 when no such session exists. Its client is logged out.
   *
   * Since Mattermost 6.2. In Go: `RevokeSession(sessionID string) *model.AppError`.
   *
   * @param request
   * - `sessionId`: 26-character id of the session.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  revokeSession(request: MessageInitShape<typeof RevokeSessionRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Creates a personal access token for a user or bot.
   *
   * The secret is in the result and nowhere else later. Error 404 when no such user exists, 501
   * when such tokens are switched off and it is not a bot's. People get a mail about it.
   *
   * Since Mattermost 5.38. In Go: `CreateUserAccessToken(token *model.UserAccessToken) (*model.UserAccessToken, *model.AppError)`.
   *
   * @param request
   * - `token`: The new token. `user_id` and `description` are needed; the server makes `id` and `token`.
   * @returns The token, with the secret: this is the only time to read it.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createUserAccessToken(request: MessageInitShape<typeof CreateUserAccessTokenRequestSchema>, options?: PluginAPICallOptions): Promise<UserAccessToken>;

  /**
   * Ends a personal access token together with its sessions.
   *
   * Error 404 when no such token exists.
   *
   * Since Mattermost 5.38. In Go: `RevokeUserAccessToken(tokenID string) *model.AppError`.
   *
   * @param request
   * - `tokenId`: 26-character id of the token, not the secret itself.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  revokeUserAccessToken(request: MessageInitShape<typeof RevokeUserAccessTokenRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Reads the icon of a team as PNG.
   *
   * Error 404 when there is no such team or it has no icon, 501 without a file store.
   *
   * Since Mattermost 5.6. In Go: `GetTeamIcon(teamID string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * @returns The icon as PNG.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamIcon(request: MessageInitShape<typeof GetTeamIconRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Sets the icon of a team; it is cropped to 128 by 128 pixels.
   *
   * Error 404 when no such team exists, 400 when the data is no picture. Clients get the event
   * `update_team`.
   *
   * Since Mattermost 5.6. In Go: `SetTeamIcon(teamID string, data []uint8) *model.AppError`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `data`: The picture as PNG, JPEG, GIF, BMP or WebP; the server crops it to a PNG of 128 by 128 pixels.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setTeamIcon(request: MessageInitShape<typeof SetTeamIconRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Removes the icon of a team.
   *
   * Error 404 when no such team exists. Clients get the event `update_team`.
   *
   * Since Mattermost 5.6. In Go: `RemoveTeamIcon(teamID string) *model.AppError`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removeTeamIcon(request: MessageInitShape<typeof RemoveTeamIconRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Changes the profile of an account.
   *
   * The whole profile is written, so read it first and change what is needed; password, roles and
   * login service have calls of their own. Error 404 when no such user exists, 400 when a value is
   * not allowed or taken. Where addresses must be confirmed, a new e-mail address counts only after
   * that. Clients get the event `user_updated`; mails about changed names or addresses go out.
   *
   * Since Mattermost 5.2. In Go: `UpdateUser(user *model.User) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `user`: The whole account as it is to be: read it first, change it, send it back.
   * @returns The saved account. The e-mail address may be the old one until the user confirms the new one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUser(request: MessageInitShape<typeof UpdateUserRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Tells whether a user is online, away, not to be disturbed or offline.
   *
   * Error 404 when the user never had a status.
   *
   * Since Mattermost 5.2. In Go: `GetUserStatus(userID string) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * @returns The status. All its fields are empty where statuses are switched off.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserStatus(request: MessageInitShape<typeof GetUserStatusRequestSchema>, options?: PluginAPICallOptions): Promise<Status>;

  /**
   * Tells the statuses of several users.
   *
   * Users without a status, and ids that nobody has, count as `offline`.
   *
   * Since Mattermost 5.2. In Go: `GetUserStatusesByIds(userIds []string) ([]*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userIds`: 26-character ids of the users.
   * @returns One status for each id, not in their order; `offline` where nothing is known, even of the user. Empty where statuses are switched off.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUserStatusesByIds(request: MessageInitShape<typeof GetUserStatusesByIdsRequestSchema>, options?: PluginAPICallOptions): Promise<Status[]>;

  /**
   * Sets a user's status, which then stays as it is until somebody changes it.
   *
   * Error 400 for an unknown status. Clients get the event `status_change`.
   *
   * Since Mattermost 5.2. In Go: `UpdateUserStatus(userID string, status string) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `status`: `online`, `away`, `dnd` (do not disturb) or `offline`.
   * @returns The status after the change.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserStatus(request: MessageInitShape<typeof UpdateUserStatusRequestSchema>, options?: PluginAPICallOptions): Promise<Status>;

  /**
   * Sets a user's status to do not disturb until a given time.
   *
   * The end is in Unix seconds, unlike other times. Afterwards the status goes back to what it was.
   * Clients get the event `status_change`.
   *
   * Since Mattermost 5.35. In Go: `SetUserStatusTimedDND(userId string, endtime int64) (*model.Status, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `endTime`: When the status goes back to what it was, in Unix seconds, not milliseconds; the server looks once a minute.
   * @returns The status after the change.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setUserStatusTimedDND(request: MessageInitShape<typeof SetUserStatusTimedDNDRequestSchema>, options?: PluginAPICallOptions): Promise<Status>;

  /**
   * Deactivates an account or activates it again.
   *
   * Deactivating ends the sessions and calls the hook `userHasBeenDeactivated`. Error 404 when no
   * such user exists, 400 when the licence allows no more users.
   *
   * Since Mattermost 5.8. In Go: `UpdateUserActive(userID string, active bool) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `active`: True to activate the account again, false to deactivate it.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserActive(request: MessageInitShape<typeof UpdateUserActiveRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Sets the emoji and text that a user shows beside the name.
   *
   * Error 400 when both are empty or the emoji does not exist, 404 when no such user exists.
   * Clients get the event `user_updated`.
   *
   * Since Mattermost 6.2. In Go: `UpdateUserCustomStatus(userID string, customStatus *model.CustomStatus) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `customStatus`: The custom status. It needs an emoji or a text.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserCustomStatus(request: MessageInitShape<typeof UpdateUserCustomStatusRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Clears the emoji and text that a user shows beside the name.
   *
   * Error 404 when no such user exists. Clients get the event `user_updated`.
   *
   * Since Mattermost 6.2. In Go: `RemoveUserCustomStatus(userID string) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removeUserCustomStatus(request: MessageInitShape<typeof RemoveUserCustomStatusRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists the members of a channel, one page at a time, sorted by user name or by status.
   *
   * Error 400 for another order. An unknown channel has no members.
   *
   * Since Mattermost 5.6. In Go: `GetUsersInChannel(channelID string, sortBy string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `sortBy`: `username`, or `status` for those who are online first. Required.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many users a page holds. 0 gives an empty page, so always set it.
   * @returns The members of this page; empty after the last one and for an unknown channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUsersInChannel(request: MessageInitShape<typeof GetUsersInChannelRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Reads attributes of a user from the LDAP server.
   *
   * Error 501 without an enterprise licence and LDAP, 404 when no such user exists. Empty for users
   * who do not come from LDAP.
   *
   * Since Mattermost 5.3. In Go: `GetLDAPUserAttributes(userID string, attributes []string) (map[string]string, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `attributes`: Names of the attributes, as the LDAP server has them.
   * @returns Values by attribute name. Empty for a user who does not come from LDAP.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getLDAPUserAttributes(request: MessageInitShape<typeof GetLDAPUserAttributesRequestSchema>, options?: PluginAPICallOptions): Promise<{ [key: string]: string }>;

  /**
   * Creates a team, with its channels Town Square and Off-Topic.
   *
   * Nobody is a member yet, so add people with `createTeamMember`. Error 400 when the name is
   * taken, reserved or not allowed.
   *
   * Since Mattermost 5.2. In Go: `CreateTeam(team *model.Team) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `team`: The new team. `name`, `display_name` and `type` are needed; leave `id` empty.
   * @returns The saved team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeam(request: MessageInitShape<typeof CreateTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Archives a team; nothing is deleted.
   *
   * Error 404 when no such team exists. Clients get the event `delete_team`.
   *
   * Since Mattermost 5.2. In Go: `DeleteTeam(teamID string) *model.AppError`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteTeam(request: MessageInitShape<typeof DeleteTeamRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists all teams of the server at once, archived ones included.
   *
   * Since Mattermost 5.2. In Go: `GetTeams() ([]*model.Team, *model.AppError)`.
   *
   * @returns The teams, sorted by display name, archived ones included.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeams(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Team[]>;

  /**
   * Looks up a team by id.
   *
   * Archived teams are found too. Error 404 when no such team exists.
   *
   * Since Mattermost 5.2. In Go: `GetTeam(teamID string) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team; archived ones are found too.
   * @returns The team. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeam(request: MessageInitShape<typeof GetTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Looks up a team by its name in URLs.
   *
   * Error 404 when no team has it.
   *
   * Since Mattermost 5.2. In Go: `GetTeamByName(name string) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `name`: Name of the team as in URLs, not its display name.
   * @returns The team. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamByName(request: MessageInitShape<typeof GetTeamByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Counts what a user has not read, for each of the user's teams.
   *
   * Direct messages and threads are not counted.
   *
   * Since Mattermost 5.6. In Go: `GetTeamsUnreadForUser(userID string) ([]*model.TeamUnread, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * @returns One entry for each team that the user is in; threads are not counted.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamsUnreadForUser(request: MessageInitShape<typeof GetTeamsUnreadForUserRequestSchema>, options?: PluginAPICallOptions): Promise<TeamUnread[]>;

  /**
   * Changes a team.
   *
   * Display name, description, allowed domains, open invitation and restriction to groups change;
   * name, type and the rest stay as they are. Error 404 when no such team exists, 400 when a value
   * is not allowed or `allowedDomains` goes beyond what the server allows. Clients get the event
   * `update_team`.
   *
   * Since Mattermost 5.2. In Go: `UpdateTeam(team *model.Team) (*model.Team, *model.AppError)`.
   *
   * @param request
   * - `team`: The team as it is to be, with its `id`: read it first, change it, send it back.
   * @returns The saved team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateTeam(request: MessageInitShape<typeof UpdateTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Team>;

  /**
   * Searches all teams by name and display name, private ones included.
   *
   * Since Mattermost 5.8. In Go: `SearchTeams(term string) ([]*model.Team, *model.AppError)`.
   *
   * @param request
   * - `term`: Part of the name or display name; upper and lower case make no difference. Empty finds all.
   * @returns The teams found, private and archived ones included.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchTeams(request: MessageInitShape<typeof SearchTeamsRequestSchema>, options?: PluginAPICallOptions): Promise<Team[]>;

  /**
   * Lists the teams that a user is in, at once and without archived ones.
   *
   * Empty for an unknown user.
   *
   * Since Mattermost 5.6. In Go: `GetTeamsForUser(userID string) ([]*model.Team, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * @returns The teams that the user is in and that are not archived; empty for an unknown user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamsForUser(request: MessageInitShape<typeof GetTeamsForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Team[]>;

  /**
   * Adds a user to a team, as if the user had joined.
   *
   * The user also joins the default channels. A present member stays one. Error 404 when user or
   * team does not exist, 400 when the domain of the address is not allowed or the team is full.
   * Clients get the event `added_to_team`, plugins the hook `userHasJoinedTeam`.
   *
   * Since Mattermost 5.2. In Go: `CreateTeamMember(teamID string, userID string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `userId`: 26-character id of the user to add.
   * @returns The membership; the present one when the user was a member already.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeamMember(request: MessageInitShape<typeof CreateTeamMemberRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember>;

  /**
   * Adds several users to a team.
   *
   * They are added one after the other; the first that fails ends the call with its error, and
   * those before it stay members. Errors and events as in `createTeamMember`.
   *
   * Since Mattermost 5.2. In Go: `CreateTeamMembers(teamID string, userIds []string, requestorId string) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `userIds`: 26-character ids of the users to add.
   * - `requestorId`: 26-character id of the user who adds them, for the message in the channel and the hooks. Empty when they join on their own.
   * @returns The memberships, in the order of the ids.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeamMembers(request: MessageInitShape<typeof CreateTeamMembersRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember[]>;

  /**
   * Adds several users to a team and tells for each whether it worked.
   *
   * A user who cannot be added does not stop the others. Events as in `createTeamMember`.
   *
   * Since Mattermost 5.20. In Go: `CreateTeamMembersGracefully(teamID string, userIds []string, requestorId string) ([]*model.TeamMemberWithError, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `userIds`: 26-character ids of the users to add.
   * - `requestorId`: 26-character id of the user who adds them, for the message in the channel and the hooks. Empty when they join on their own.
   * @returns One entry for each id, in their order, with the membership or the error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createTeamMembersGracefully(request: MessageInitShape<typeof CreateTeamMembersGracefullyRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMemberWithError[]>;

  /**
   * Removes a user from a team and from all its channels.
   *
   * Error 404 when user or team does not exist, 400 when the user is no member. Clients get the
   * event `leave_team`, plugins the hook `userHasLeftTeam`.
   *
   * Since Mattermost 5.2. In Go: `DeleteTeamMember(teamID string, userID string, requestorId string) *model.AppError`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `userId`: 26-character id of the member to remove.
   * - `requestorId`: 26-character id of the user who removes the member, for the message in the channel and the hooks. The same as `user_id`, or empty, when the member leaves on their own.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteTeamMember(request: MessageInitShape<typeof DeleteTeamMemberRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists the memberships of a team, one page at a time, sorted by user id.
   *
   * People who left are not among them.
   *
   * Since Mattermost 5.2. In Go: `GetTeamMembers(teamID string, page int, perPage int) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many memberships a page holds. 0 gives an empty page, so always set it.
   * @returns The present memberships of this page, sorted by user id; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamMembers(request: MessageInitShape<typeof GetTeamMembersRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember[]>;

  /**
   * Looks up the membership of a user in a team.
   *
   * A membership that has ended is found with `deleteAt` set. Error 404 when there never was one.
   *
   * Since Mattermost 5.2. In Go: `GetTeamMember(teamID string, userID string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `userId`: 26-character id of the member.
   * @returns The membership; `delete_at` is set when it has ended. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamMember(request: MessageInitShape<typeof GetTeamMemberRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember>;

  /**
   * Lists the team memberships of a user, one page at a time.
   *
   * Those that have ended are among them, with `deleteAt` set.
   *
   * Since Mattermost 5.10. In Go: `GetTeamMembersForUser(userID string, page int, perPage int) ([]*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many memberships a page holds. 0 gives an empty page, so always set it.
   * @returns The team memberships of this page, ended ones included: those have `delete_at` set. Empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamMembersForUser(request: MessageInitShape<typeof GetTeamMembersForUserRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember[]>;

  /**
   * Replaces the roles of a member of a team.
   *
   * Error 404 when the user is no member, 400 when a role does not exist or would make a guest a
   * user or the other way round. Clients get the event `memberrole_updated`.
   *
   * Since Mattermost 5.2. In Go: `UpdateTeamMemberRoles(teamID string, userID string, newRoles string) (*model.TeamMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `userId`: 26-character id of the member.
   * - `newRoles`: All roles in the team from now on, separated by spaces, for example `team_user team_admin`. They replace the present ones.
   * @returns The membership with the new roles.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateTeamMemberRoles(request: MessageInitShape<typeof UpdateTeamMemberRolesRequestSchema>, options?: PluginAPICallOptions): Promise<TeamMember>;

  /**
   * Creates a public or private channel.
   *
   * Nobody is a member yet, so add people with `addChannelMember`. Error 400 when the name is taken
   * in the team, also by an archived channel, is not allowed, or the team has too many channels.
   * Direct and group messages come from `getDirectChannel` and `getGroupChannel`.
   *
   * Since Mattermost 5.2. In Go: `CreateChannel(channel *model.Channel) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channel`: The new channel. `type` (public or private), `team_id`, `name` and `display_name` are needed; leave `id` empty.
   * @returns The saved channel, with its id. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createChannel(request: MessageInitShape<typeof CreateChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Archives a channel; its posts stay.
   *
   * Error 404 when no such channel exists, 400 when it is archived already or is the team's default
   * channel. Its webhooks are removed. Clients get the event `channel_deleted`.
   *
   * Since Mattermost 5.2. In Go: `DeleteChannel(channelId string) *model.AppError`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteChannel(request: MessageInitShape<typeof DeleteChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists the public channels of a team, one page at a time, sorted by display name.
   *
   * Archived ones are not among them.
   *
   * Since Mattermost 5.2. In Go: `GetPublicChannelsForTeam(teamID string, page int, perPage int) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many channels a page holds. 0 gives an empty page, so always set it.
   * @returns The public channels of this page that are not archived, sorted by display name; empty after the last one and for an unknown team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPublicChannelsForTeam(request: MessageInitShape<typeof GetPublicChannelsForTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Channel[]>;

  /**
   * Looks up a channel by id.
   *
   * Archived channels are found too. Error 404 when no such channel exists.
   *
   * Since Mattermost 5.2. In Go: `GetChannel(channelId string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel; archived ones are found too.
   * @returns The channel. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannel(request: MessageInitShape<typeof GetChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Looks up a channel by its name in a team, given by id.
   *
   * With an empty team id it finds direct and group messages. Error 404 when there is none, or it
   * is archived and archived ones are not asked for.
   *
   * Since Mattermost 5.2. In Go: `GetChannelByName(teamID string, name string, includeDeleted bool) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team. Empty for direct and group messages.
   * - `name`: Name of the channel as in URLs, not its display name.
   * - `includeDeleted`: Whether an archived channel is found too.
   * @returns The channel. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelByName(request: MessageInitShape<typeof GetChannelByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Looks up a channel by its name in a team, given by name.
   *
   * Error 404 when team or channel does not exist, or the channel is archived and archived ones are
   * not asked for.
   *
   * Since Mattermost 5.2. In Go: `GetChannelByNameForTeamName(teamName string, channelName string, includeDeleted bool) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamName`: Name of the team as in URLs, not its display name.
   * - `channelName`: Name of the channel as in URLs, not its display name.
   * - `includeDeleted`: Whether an archived channel is found too.
   * @returns The channel. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelByNameForTeamName(request: MessageInitShape<typeof GetChannelByNameForTeamNameRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Lists the channels that a user is in, in one team and with direct and group messages.
   *
   * With an empty team id, those of all teams. Error 404 when there are none at all.
   *
   * Since Mattermost 5.6. In Go: `GetChannelsForTeamForUser(teamID string, userID string, includeDeleted bool) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team. Empty for all teams.
   * - `userId`: 26-character id of the user.
   * - `includeDeleted`: Whether archived channels are listed too.
   * @returns The channels of the team that the user is in, and the user's direct and group messages, sorted by display name.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelsForTeamForUser(request: MessageInitShape<typeof GetChannelsForTeamForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Channel[]>;

  /**
   * Counts the members of a channel.
   *
   * Only the member figures are filled; guests are not counted apart on older servers. An unknown
   * channel has none.
   *
   * Since Mattermost 5.6. In Go: `GetChannelStats(channelId string) (*model.ChannelStats, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * @returns How many members the channel has. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelStats(request: MessageInitShape<typeof GetChannelStatsRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelStats>;

  /**
   * Gives the direct message channel of two users and creates it where they have none.
   *
   * The same id twice gives the user's notes to self. Error 400 when a user does not exist, 403
   * when the server allows direct messages within a team only. The first time, clients get the
   * event `direct_added` and plugins the hook `channelHasBeenCreated`.
   *
   * Since Mattermost 5.2. In Go: `GetDirectChannel(userId1 string, userId2 string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `userId1`: 26-character id of one user, often the bot of the plugin.
   * - `userId2`: 26-character id of the other user. The same as `user_id_1` for a user's notes to self.
   * @returns The channel, created when the two had none. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getDirectChannel(request: MessageInitShape<typeof GetDirectChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Gives the group message channel of three to eight users and creates it where they have none.
   *
   * All of them must be listed, whoever begins it included. Error 400 for another number or when a
   * user does not exist. Clients get the event `group_added`.
   *
   * Since Mattermost 5.2. In Go: `GetGroupChannel(userIds []string) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `userIds`: 26-character ids of three to eight users, whoever begins the conversation included.
   * @returns The channel, created when these users had none. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupChannel(request: MessageInitShape<typeof GetGroupChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Changes a channel.
   *
   * The whole channel is written, so read it first and change what is needed. Error 400 when it
   * does not exist or the name is taken or not allowed. Clients get the event `channel_updated`; on
   * newer servers plugins get the hook `channelWillBeUpdated`.
   *
   * Since Mattermost 5.2. In Go: `UpdateChannel(channel *model.Channel) (*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `channel`: The whole channel as it is to be, with its `id`: read it first, change it, send it back.
   * @returns The saved channel. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannel(request: MessageInitShape<typeof UpdateChannelRequestSchema>, options?: PluginAPICallOptions): Promise<Channel>;

  /**
   * Claims a channel for this plugin, whose hooks the server must then ask.
   *
   * Where the plugin does not run or its hook fails, posting, editing, drafts, scheduling, adding
   * members, changing and restoring the channel are refused with status 503 instead of let through;
   * hooks that the plugin does not have are not asked. Claiming again changes nothing, several
   * plugins can claim the same channel, and the claim stays until `unregisterChannelGuard`.
   *
   * Since Mattermost 11.8. In Go: `RegisterChannelGuard(channelID string) *model.AppError`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerChannelGuard(request: MessageInitShape<typeof RegisterChannelGuardRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Gives up this plugin's claim on a channel.
   *
   * Claims of other plugins stay.
   *
   * Since Mattermost 11.8. In Go: `UnregisterChannelGuard(channelID string) *model.AppError`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterChannelGuard(request: MessageInitShape<typeof UnregisterChannelGuardRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Searches the public channels of a team by name, display name and purpose.
   *
   * Archived ones are found only where the server lets people see them.
   *
   * Since Mattermost 5.6. In Go: `SearchChannels(teamID string, term string) ([]*model.Channel, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `term`: Words to look for; upper and lower case make no difference. Empty finds all.
   * @returns The channels found, sorted by display name, at most 100.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchChannels(request: MessageInitShape<typeof SearchChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<Channel[]>;

  /**
   * Creates a category in a user's sidebar of a team.
   *
   * The channels are moved out of the categories that they are in. Error 404 when the user is not
   * in the team. The user's clients get the event `sidebar_category_created`.
   *
   * Since Mattermost 5.38. In Go: `CreateChannelSidebarCategory(userID string, teamID string, newCategory *model.SidebarCategoryWithChannels) (*model.SidebarCategoryWithChannels, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user whose sidebar it is.
   * - `teamId`: 26-character id of the team whose sidebar it is.
   * - `newCategory`: The new category. `display_name` is needed, `channel_ids`, `sorting_name` and `muted` are taken over; the server sets the rest and always makes it a `custom` one.
   * @returns The saved category, with its id.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createChannelSidebarCategory(request: MessageInitShape<typeof CreateChannelSidebarCategoryRequestSchema>, options?: PluginAPICallOptions): Promise<SidebarCategoryWithChannels>;

  /**
   * Reads the categories of a user's sidebar of a team, with their channels and order.
   *
   * Error 404 when the user has none there.
   *
   * Since Mattermost 5.38. In Go: `GetChannelSidebarCategories(userID string, teamID string) (*model.OrderedSidebarCategories, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user whose sidebar it is.
   * - `teamId`: 26-character id of the team whose sidebar it is.
   * @returns The categories, with their channels and their order.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelSidebarCategories(request: MessageInitShape<typeof GetChannelSidebarCategoriesRequestSchema>, options?: PluginAPICallOptions): Promise<OrderedSidebarCategories>;

  /**
   * Changes categories of a user's sidebar of a team.
   *
   * Each category is written whole, channels included. The user's clients get the event
   * `sidebar_category_updated`.
   *
   * Since Mattermost 5.38. In Go: `UpdateChannelSidebarCategories(userID string, teamID string, categories []*model.SidebarCategoryWithChannels) ([]*model.SidebarCategoryWithChannels, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user whose sidebar it is.
   * - `teamId`: 26-character id of the team whose sidebar it is.
   * - `categories`: The categories as they are to be, each whole: read them first, change them, send them back. To move a channel, give the category that it leaves as well as the one that it joins. Name, sorting, `muted`, `collapsed` and channels change; of those that everybody has the name stays, of `direct_messages` also `muted` and the channels.
   * @returns The saved categories.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannelSidebarCategories(request: MessageInitShape<typeof UpdateChannelSidebarCategoriesRequestSchema>, options?: PluginAPICallOptions): Promise<SidebarCategoryWithChannels[]>;

  /**
   * Searches accounts by user name or nickname.
   *
   * All accounts are searched unless a team, channel or group narrows it. Set `limit`: with 0
   * nobody may be found.
   *
   * Since Mattermost 5.6. In Go: `SearchUsers(search *model.UserSearch) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `term`: Beginning of a user name or nickname; of several words each must match. Names and e-mail addresses are not searched. Empty matches everybody.
   * - `teamId`: 26-character id of a team that the users must be in. Empty for the whole server.
   * - `notInTeamId`: 26-character id of a team that the users must not be in. Empty for no such condition.
   * - `inChannelId`: 26-character id of a channel that the users must be in. Empty for no such condition.
   * - `notInChannelId`: 26-character id of a channel that the users must not be in. Empty for no such condition.
   * - `inGroupId`: 26-character id of a group that the users must be in. Empty for no such condition.
   * - `groupConstrained`: Whether to find only users whom the groups of the team or channel allow. Mattermost 9.9 ignores it.
   * - `allowInactive`: Whether to find deactivated users too.
   * - `withoutTeam`: Whether to find only users who are in no team.
   * - `limit`: How many users to return at most. 0 may find nobody, so always set it; 100 is usual.
   * - `role`: System role that the users must have. Ignored by servers of today.
   * - `roles`: System roles of which the users must have one. Ignored by servers of today.
   * - `channelRoles`: Channel roles of which the users must have one. Ignored by servers of today.
   * - `teamRoles`: Team roles of which the users must have one. Ignored by servers of today.
   * - `notInGroupId`: 26-character id of a group that the users must not be in. Empty for no such condition.
   * @returns The users found, sorted by user name.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchUsers(request: MessageInitShape<typeof SearchUsersRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Searches the posts of all channels of a team, whoever may read them.
   *
   * Show the result to nobody without checking permissions. Several sets of conditions are searched
   * one by one. Error 501 where search is switched off.
   *
   * Since Mattermost 5.10. In Go: `SearchPostsInTeam(teamID string, paramsList []*model.SearchParams) ([]*model.Post, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `paramsList`: Sets of conditions. Each is searched on its own, for at most 100 posts; the result holds what any of them finds.
   * @returns The posts found, newest first, whoever may read them.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPostsInTeam(request: MessageInitShape<typeof SearchPostsInTeamRequestSchema>, options?: PluginAPICallOptions): Promise<Post[]>;

  /**
   * Searches the posts that a user may read in a team, one page at a time.
   *
   * The terms may hold `from:`, `in:`, `before:` and the like, as in the search box. Page 0 and 100
   * posts on a page unless set. Error 501 where search is switched off.
   *
   * Since Mattermost 5.26. In Go: `SearchPostsInTeamForUser(teamID string, userID string, searchParams model.SearchParameter) (*model.PostSearchResults, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * - `userId`: 26-character id of the user, who finds only what they may read.
   * - `searchParams`: What to search for, and which page of it.
   * @returns The posts found. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPostsInTeamForUser(request: MessageInitShape<typeof SearchPostsInTeamForUserRequestSchema>, options?: PluginAPICallOptions): Promise<PostSearchResults>;

  /**
   * Makes a user a member of a channel; it looks as if the user had joined.
   *
   * The user must be in the team, or is refused with 404; 403 for a deactivated user. A present
   * member stays one. Clients get the event `user_added`, plugins the hook `userHasJoinedChannel`.
   * Use `addUserToChannel` when somebody else adds the user.
   *
   * Since Mattermost 5.2. In Go: `AddChannelMember(channelId string, userID string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `userId`: 26-character id of the user, who must be in the team of the channel.
   * @returns The membership; the present one when the user was a member already.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  addChannelMember(request: MessageInitShape<typeof AddChannelMemberRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Adds a user to a channel on behalf of another user, who is named in the channel's message.
   *
   * The added user is notified. Errors and events as in `addChannelMember`.
   *
   * Since Mattermost 5.18. In Go: `AddUserToChannel(channelId string, userID string, asUserId string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `userId`: 26-character id of the user to add, who must be in the team of the channel.
   * - `asUserId`: 26-character id of the user who adds, named in the channel's message.
   * @returns The membership; the present one when the user was a member already.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  addUserToChannel(request: MessageInitShape<typeof AddUserToChannelRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Looks up the membership of a user in a channel.
   *
   * Error 404 when the user is not in it.
   *
   * Since Mattermost 5.2. In Go: `GetChannelMember(channelId string, userID string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `userId`: 26-character id of the member.
   * @returns The membership. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMember(request: MessageInitShape<typeof GetChannelMemberRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Lists the memberships of a channel, one page at a time.
   *
   * An unknown channel has none.
   *
   * Since Mattermost 5.6. In Go: `GetChannelMembers(channelId string, page int, perPage int) (model.ChannelMembers, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many memberships a page holds. 0 gives an empty page, so always set it.
   * @returns The memberships of this page; empty after the last one and for an unknown channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMembers(request: MessageInitShape<typeof GetChannelMembersRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember[]>;

  /**
   * Looks up the memberships of several users in a channel.
   *
   * Users who are not in it are left out without an error.
   *
   * Since Mattermost 5.6. In Go: `GetChannelMembersByIds(channelId string, userIds []string) (model.ChannelMembers, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `userIds`: 26-character ids of the users.
   * @returns The memberships found, in no fixed order. Users who are not in the channel are left out.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMembersByIds(request: MessageInitShape<typeof GetChannelMembersByIdsRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember[]>;

  /**
   * Lists the channel memberships of a user, one page at a time.
   *
   * The team id is not looked at: memberships of all teams come.
   *
   * Since Mattermost 5.10. In Go: `GetChannelMembersForUser(teamID string, userID string, page int, perPage int) ([]*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of a team. Servers of today ignore it and list the memberships of all teams.
   * - `userId`: 26-character id of the user.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many memberships a page holds. 0 gives an empty page, so always set it.
   * @returns The memberships of this page, sorted by channel id; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getChannelMembersForUser(request: MessageInitShape<typeof GetChannelMembersForUserRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember[]>;

  /**
   * Replaces the roles of a member of a channel.
   *
   * Error 404 when the user is not in it, 400 when a role does not exist or would make a guest a
   * user or the other way round. Clients get the event `channel_member_updated`.
   *
   * Since Mattermost 5.2. In Go: `UpdateChannelMemberRoles(channelId string, userID string, newRoles string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `userId`: 26-character id of the member.
   * - `newRoles`: All roles in the channel from now on, separated by spaces, for example `channel_user channel_admin`. They replace the present ones.
   * @returns The membership with the new roles.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannelMemberRoles(request: MessageInitShape<typeof UpdateChannelMemberRolesRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Changes a member's notification settings for a channel.
   *
   * Only the given settings change. Error 404 when the user is not in it, 400 when a setting is not
   * allowed. Clients get the event `channel_member_updated`.
   *
   * Since Mattermost 5.2. In Go: `UpdateChannelMemberNotifications(channelId string, userID string, notifications map[string]string) (*model.ChannelMember, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `userId`: 26-character id of the member.
   * - `notifications`: The settings to change, with names and values as in `ChannelMember.notify_props`. Those not given stay as they are, unknown ones are ignored.
   * @returns The membership with all its settings.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateChannelMemberNotifications(request: MessageInitShape<typeof UpdateChannelMemberNotificationsRequestSchema>, options?: PluginAPICallOptions): Promise<ChannelMember>;

  /**
   * Changes the notification settings of up to 200 memberships at once.
   *
   * Only the given settings change, the same for all. Error 400 for more than 200. Clients get the
   * event `channel_member_updated` for each.
   *
   * Since Mattermost 9.5. In Go: `PatchChannelMembersNotifications(members []*model.ChannelMemberIdentifier, notifyProps map[string]string) *model.AppError`.
   *
   * @param request
   * - `members`: The memberships, at most 200.
   * - `notifyProps`: The settings to change in each of them, with names and values as in `ChannelMember.notify_props`. Those not given stay as they are.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  patchChannelMembersNotifications(request: MessageInitShape<typeof PatchChannelMembersNotificationsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Looks up a group by id.
   *
   * Error 404 when there is none.
   *
   * Since Mattermost 5.18. In Go: `GetGroup(groupId string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * @returns The group. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroup(request: MessageInitShape<typeof GetGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Looks up a group by the name with which it is mentioned.
   *
   * Error 404 when there is none.
   *
   * Since Mattermost 5.18. In Go: `GetGroupByName(name string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `name`: Name with which the group is mentioned, without `@`.
   * @returns The group. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupByName(request: MessageInitShape<typeof GetGroupByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Lists the members of a group, one page at a time.
   *
   * Since Mattermost 5.35. In Go: `GetGroupMemberUsers(groupID string, page int, perPage int) ([]*model.User, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many users a page holds. 0 gives an empty page, so always set it.
   * @returns The members of this page; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupMemberUsers(request: MessageInitShape<typeof GetGroupMemberUsersRequestSchema>, options?: PluginAPICallOptions): Promise<User[]>;

  /**
   * Lists all groups of one source, for example `ldap` or `custom`.
   *
   * Since Mattermost 5.35. In Go: `GetGroupsBySource(groupSource model.GroupSource) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupSource`: Where the groups come from: `ldap`, `custom`, or `plugin_…`.
   * @returns All groups of that source that are not deleted.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupsBySource(request: MessageInitShape<typeof GetGroupsBySourceRequestSchema>, options?: PluginAPICallOptions): Promise<Group[]>;

  /**
   * Lists the groups that a user is in.
   *
   * Empty for an unknown user.
   *
   * Since Mattermost 5.18. In Go: `GetGroupsForUser(userID string) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * @returns The groups that the user is in.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupsForUser(request: MessageInitShape<typeof GetGroupsForUserRequestSchema>, options?: PluginAPICallOptions): Promise<Group[]>;

  /**
   * Removes a user from a channel, as if the user had left.
   *
   * Error 404 when user or channel does not exist, 400 for direct and group messages and for the
   * last member of a private channel. Clients get the event `user_removed`, plugins the hook
   * `userHasLeftChannel`.
   *
   * Since Mattermost 5.2. In Go: `DeleteChannelMember(channelId string, userID string) *model.AppError`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `userId`: 26-character id of the member to remove.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteChannelMember(request: MessageInitShape<typeof DeleteChannelMemberRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Posts a message to a channel.
   *
   * The author is `userId`, usually the plugin's bot, who need not be a member. The property
   * `from_plugin` is added. Error 404 when channel or author does not exist, 400 when the thread
   * does not exist, the text is too long or a plugin refused it. Clients get the event `posted`,
   * mentioned users are notified, webhooks run, and plugins get the hooks `messageWillBePosted` and
   * `messageHasBeenPosted`, this plugin included.
   *
   * Since Mattermost 5.2. In Go: `CreatePost(post *model.Post) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `post`: The new post. `channel_id`, `user_id` and `message` are needed, and `root_id` for a reply; leave `id` empty.
   * @returns The saved post. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createPost(request: MessageInitShape<typeof CreatePostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Adds a reaction to a post on behalf of a user.
   *
   * A reaction that exists stays as it is. Error 404 when the post does not exist, 403 in an
   * archived channel, 400 when the post has too many kinds of reactions. Clients get the event
   * `reaction_added`, plugins the hook `reactionHasBeenAdded`.
   *
   * Since Mattermost 5.3. In Go: `AddReaction(reaction *model.Reaction) (*model.Reaction, *model.AppError)`.
   *
   * @param request
   * - `reaction`: The new reaction: `user_id`, `post_id` and `emoji_name`.
   * @returns The saved reaction; the present one when it existed already.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  addReaction(request: MessageInitShape<typeof AddReactionRequestSchema>, options?: PluginAPICallOptions): Promise<Reaction>;

  /**
   * Takes back a user's reaction to a post.
   *
   * User, post and emoji say which. Error 404 when the post does not exist, 403 in an archived
   * channel. Clients get the event `reaction_removed`, plugins the hook `reactionHasBeenRemoved`.
   *
   * Since Mattermost 5.3. In Go: `RemoveReaction(reaction *model.Reaction) *model.AppError`.
   *
   * @param request
   * - `reaction`: The reaction, known by `user_id`, `post_id` and `emoji_name`.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removeReaction(request: MessageInitShape<typeof RemoveReactionRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists the reactions to a post.
   *
   * Empty when there are none, and for an unknown post.
   *
   * Since Mattermost 5.3. In Go: `GetReactions(postId string) ([]*model.Reaction, *model.AppError)`.
   *
   * @param request
   * - `postId`: 26-character id of the post.
   * @returns The reactions, oldest first; empty when there are none.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getReactions(request: MessageInitShape<typeof GetReactionsRequestSchema>, options?: PluginAPICallOptions): Promise<Reaction[]>;

  /**
   * Shows a message to one user only, in a channel and until the page is loaded again.
   *
   * Nothing is stored. The result has the id that was made up, for `updateEphemeralPost` and
   * `deleteEphemeralPost`. A user who is not connected at that moment never sees it; there is no
   * error.
   *
   * Since Mattermost 5.2. In Go: `SendEphemeralPost(userID string, post *model.Post) *model.Post`.
   *
   * @param request
   * - `userId`: 26-character id of the user who gets to see it.
   * - `post`: The message. `channel_id` and `message` are needed; `user_id` is the author who is shown.
   * @returns The message, with the id that the server made up for it.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  sendEphemeralPost(request: MessageInitShape<typeof SendEphemeralPostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Changes a message that was shown with `sendEphemeralPost`.
   *
   * It is known by its id; give user and channel again. The server calls this experimental. There
   * is no error when the user no longer sees it.
   *
   * Since Mattermost 5.2. In Go: `UpdateEphemeralPost(userID string, post *model.Post) *model.Post`.
   *
   * @param request
   * - `userId`: 26-character id of the user who sees it.
   * - `post`: The message as it is to be, with the `id` from `sendEphemeralPost` and its `channel_id`.
   * @returns The message.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  updateEphemeralPost(request: MessageInitShape<typeof UpdateEphemeralPostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Removes a message that was shown with `sendEphemeralPost`.
   *
   * The server calls this experimental. There is no error when the user no longer sees it.
   *
   * Since Mattermost 5.2. In Go: `DeleteEphemeralPost(userID string, postId string)`.
   *
   * @param request
   * - `userId`: 26-character id of the user who sees it.
   * - `postId`: 26-character id of the message, from `sendEphemeralPost`.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  deleteEphemeralPost(request: MessageInitShape<typeof DeleteEphemeralPostRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Deletes a post with its replies, files and reactions.
   *
   * The rows stay in the database, marked as deleted. Error 400 when no such post exists or its
   * channel is archived. Clients get the event `post_deleted`, plugins the hook
   * `messageHasBeenDeleted`.
   *
   * Since Mattermost 5.2. In Go: `DeletePost(postId string) *model.AppError`.
   *
   * @param request
   * - `postId`: 26-character id of the post.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePost(request: MessageInitShape<typeof DeletePostRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Reads a post with all posts of its thread.
   *
   * Any post of the thread will do. Error 404 when no such post exists.
   *
   * Since Mattermost 5.6. In Go: `GetPostThread(postId string) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `postId`: 26-character id of any post of the thread.
   * @returns The first post and all its replies.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostThread(request: MessageInitShape<typeof GetPostThreadRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Reads a post by id.
   *
   * Error 404 when no such post exists or it was deleted, 403 when the subscription limits the
   * history and it is older.
   *
   * Since Mattermost 5.2. In Go: `GetPost(postId string) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `postId`: 26-character id of the post.
   * @returns The post. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPost(request: MessageInitShape<typeof GetPostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Reads the posts of a channel that changed after a given time.
   *
   * Edited and deleted ones are among them, the latter with `deleteAt` set. At most 1000.
   *
   * Since Mattermost 5.6. In Go: `GetPostsSince(channelId string, time int64) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `time`: Posts that changed after this time, in Unix milliseconds.
   * @returns The posts that were made, edited or deleted since, deleted ones with `delete_at` set, and the first posts of their threads.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsSince(request: MessageInitShape<typeof GetPostsSinceRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Reads the posts of a channel that come after a given one, one page at a time.
   *
   * Error 400 when post or page make no sense.
   *
   * Since Mattermost 5.6. In Go: `GetPostsAfter(channelId string, postId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `postId`: 26-character id of the post after which to begin.
   * - `page`: Which page to return, counted from 0 and away from the given post.
   * - `perPage`: How many posts a page holds. 0 gives an empty page, so always set it.
   * @returns The posts right after the given one, newest first, with the first posts of their threads.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsAfter(request: MessageInitShape<typeof GetPostsAfterRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Reads the posts of a channel that come before a given one, one page at a time.
   *
   * Error 400 when post or page make no sense.
   *
   * Since Mattermost 5.6. In Go: `GetPostsBefore(channelId string, postId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `postId`: 26-character id of the post before which to end.
   * - `page`: Which page to return, counted from 0 and away from the given post.
   * - `perPage`: How many posts a page holds. 0 gives an empty page, so always set it.
   * @returns The posts right before the given one, newest first, with the first posts of their threads.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsBefore(request: MessageInitShape<typeof GetPostsBeforeRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Reads the posts of a channel, newest first and one page at a time.
   *
   * The first posts of their threads come along. At most 1000 on a page, or error 400.
   *
   * Since Mattermost 5.6. In Go: `GetPostsForChannel(channelId string, page int, perPage int) (*model.PostList, *model.AppError)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `page`: Which page to return, counted from 0 at the newest post.
   * - `perPage`: How many posts a page holds, at most 1000. 0 gives an empty page, so always set it.
   * @returns The posts of this page, newest first, with the first posts of their threads.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPostsForChannel(request: MessageInitShape<typeof GetPostsForChannelRequestSchema>, options?: PluginAPICallOptions): Promise<PostList>;

  /**
   * Counts the members of a team.
   *
   * An unknown team has none; there is no error.
   *
   * Since Mattermost 5.8. In Go: `GetTeamStats(teamID string) (*model.TeamStats, *model.AppError)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * @returns How many members the team has. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getTeamStats(request: MessageInitShape<typeof GetTeamStatsRequestSchema>, options?: PluginAPICallOptions): Promise<TeamStats>;

  /**
   * Changes a post: text, pin, files and properties.
   *
   * All four are taken from what is given, so read the post first: what is left out is cleared.
   * Error 404 when no such post exists, 400 when it is deleted, a system message or in an archived
   * channel, or a plugin refused it. Clients get the event `post_edited`, plugins the hooks
   * `messageWillBeUpdated` and `messageHasBeenUpdated`, this plugin included.
   *
   * Since Mattermost 5.2. In Go: `UpdatePost(post *model.Post) (*model.Post, *model.AppError)`.
   *
   * @param request
   * - `post`: The post as it is to be, with its `id`. Text, `is_pinned`, `file_ids` and `props` are taken from it: read it first, change it, send it back.
   * @returns The saved post. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePost(request: MessageInitShape<typeof UpdatePostRequestSchema>, options?: PluginAPICallOptions): Promise<Post>;

  /**
   * Reads the profile picture of a user.
   *
   * A user without one has a generated picture. Error 404 when no such user exists.
   *
   * Since Mattermost 5.6. In Go: `GetProfileImage(userID string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * @returns The picture, usually PNG; the generated one when the user has not chosen any.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getProfileImage(request: MessageInitShape<typeof GetProfileImageRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Sets the profile picture of a user or bot.
   *
   * Error 404 when no such user exists, 400 when the data is no picture or one too large. Clients
   * get the event `user_updated`.
   *
   * Since Mattermost 5.6. In Go: `SetProfileImage(userID string, data []uint8) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user or bot.
   * - `data`: The picture as PNG, JPEG, GIF, BMP or WebP; the server scales it to a small square PNG.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setProfileImage(request: MessageInitShape<typeof SetProfileImageRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists the custom emoji, one page at a time.
   *
   * Sorted by name when `sortBy` is `name`, otherwise in no fixed order.
   *
   * Since Mattermost 5.6. In Go: `GetEmojiList(sortBy string, page int, perPage int) ([]*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `sortBy`: `name` to sort by name; empty for no fixed order.
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many emoji a page holds. 0 gives an empty page, so always set it.
   * @returns The custom emoji of this page; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmojiList(request: MessageInitShape<typeof GetEmojiListRequestSchema>, options?: PluginAPICallOptions): Promise<Emoji[]>;

  /**
   * Looks up a custom emoji by its name.
   *
   * Error 404 when there is none, 403 where custom emoji are switched off. The emoji that come with
   * Mattermost are not found.
   *
   * Since Mattermost 5.6. In Go: `GetEmojiByName(name string) (*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `name`: Name of the custom emoji, without colons.
   * @returns The emoji. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmojiByName(request: MessageInitShape<typeof GetEmojiByNameRequestSchema>, options?: PluginAPICallOptions): Promise<Emoji>;

  /**
   * Looks up a custom emoji by its id.
   *
   * Error 404 when there is none, 403 where custom emoji are switched off.
   *
   * Since Mattermost 5.6. In Go: `GetEmoji(emojiId string) (*model.Emoji, *model.AppError)`.
   *
   * @param request
   * - `emojiId`: 26-character id of the custom emoji.
   * @returns The emoji. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmoji(request: MessageInitShape<typeof GetEmojiRequestSchema>, options?: PluginAPICallOptions): Promise<Emoji>;

  /**
   * Makes new file records for files that exist, so that another post can have them; the content is
   * not copied.
   *
   * The new ids can be given to `createPost`. Error 404 when a file does not exist; records made
   * before it stay.
   *
   * Since Mattermost 5.2. In Go: `CopyFileInfos(userID string, fileIds []string) ([]string, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user to whom the new records belong; it must be the author of the post to come.
   * - `fileIds`: 26-character ids of the present files.
   * @returns 26-character ids of the new records, in the order of the request.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  copyFileInfos(request: MessageInitShape<typeof CopyFileInfosRequestSchema>, options?: PluginAPICallOptions): Promise<string[]>;

  /**
   * Looks up a file by id, without its content.
   *
   * Error 404 when there is none, 403 when the subscription limits storage and it is older.
   *
   * Since Mattermost 5.3. In Go: `GetFileInfo(fileId string) (*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `fileId`: 26-character id of the file.
   * @returns The file. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFileInfo(request: MessageInitShape<typeof GetFileInfoRequestSchema>, options?: PluginAPICallOptions): Promise<FileInfo>;

  /**
   * Sets the text by which search finds a file.
   *
   * It replaces what the server extracted itself. Error 404 when there is no such file.
   *
   * Since Mattermost 9.1. In Go: `SetFileSearchableContent(fileID string, content string) *model.AppError`.
   *
   * @param request
   * - `fileId`: 26-character id of the file.
   * - `content`: The text. Empty makes the file found by its name only.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  setFileSearchableContent(request: MessageInitShape<typeof SetFileSearchableContentRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists files by uploader, channel and time, one page at a time.
   *
   * Error 400 for an unknown order or a negative page.
   *
   * Since Mattermost 5.22. In Go: `GetFileInfos(page int, perPage int, opt *model.GetFileInfosOptions) ([]*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many files a page holds. 0 gives an empty page, so always set it.
   * - `options`: Which files, and in which order. Absent for all that are not deleted, oldest first.
   * @returns The files of this page; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFileInfos(request: MessageInitShape<typeof GetFileInfosRequestSchema>, options?: PluginAPICallOptions): Promise<FileInfo[]>;

  /**
   * Reads the content of a file by id.
   *
   * The whole content comes as one message. Error 404 when there is none.
   *
   * Since Mattermost 5.8. In Go: `GetFile(fileId string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `fileId`: 26-character id of the file.
   * @returns The whole content.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFile(request: MessageInitShape<typeof GetFileRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Makes a link with which anyone can read a file without logging in.
   *
   * Error 501 where public links are switched off, 404 when there is no such file, 400 when it is
   * attached to no post.
   *
   * Since Mattermost 5.6. In Go: `GetFileLink(fileId string) (string, *model.AppError)`.
   *
   * @param request
   * - `fileId`: 26-character id of the file, which must be attached to a post.
   * @returns Absolute URL with which anyone can read the file.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getFileLink(request: MessageInitShape<typeof GetFileLinkRequestSchema>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Reads a file of the server's file store by path.
   *
   * Paths are those of `FileInfo`, relative to the store. Error 500 when there is none.
   *
   * Since Mattermost 5.3. In Go: `ReadFile(path string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `path`: Path in the server's file store, as in `FileInfo.path`. It is no path on the server's disk.
   * @returns The whole content.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  readFile(request: MessageInitShape<typeof ReadFileRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array>;

  /**
   * Reads the image of a custom emoji and the name of its format, for example `gif`.
   *
   * Error 404 when there is no such emoji or its image is gone.
   *
   * Since Mattermost 5.6. In Go: `GetEmojiImage(emojiId string) ([]uint8, string, *model.AppError)`.
   *
   * @param request
   * - `emojiId`: 26-character id of the custom emoji.
   * @returns
   * - `image`: The image.
   * - `contentType`: Name of the format, for example `png`, `gif` or `jpeg`. It is not a media type: put `image/` in front to get one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getEmojiImage(request: MessageInitShape<typeof GetEmojiImageRequestSchema>, options?: PluginAPICallOptions): Promise<{ image: Uint8Array; contentType: string }>;

  /**
   * Stores a file for a channel, to be attached to a post by its id.
   *
   * The content travels as one message; for large files use an upload session. Error 400 when the
   * channel does not exist, an image has too many pixels or a plugin refuses it. Plugins get the
   * hook `fileWillBeUploaded`.
   *
   * Since Mattermost 5.6. In Go: `UploadFile(data []uint8, channelId string, filename string) (*model.FileInfo, *model.AppError)`.
   *
   * @param request
   * - `data`: The whole content.
   * - `channelId`: 26-character id of the channel in which it is to be posted.
   * - `filename`: Name of the file, without a folder. Its extension decides on the media type.
   * @returns The file, with the id to put into `Post.file_ids`. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  uploadFile(request: MessageInitShape<typeof UploadFileRequestSchema>, options?: PluginAPICallOptions): Promise<FileInfo>;

  /**
   * Opens a dialog for the user whose click or command has given the trigger id.
   *
   * The id is good for 30 seconds unless configured otherwise; after that, or for a made-up one,
   * error 400. What the user enters is sent to `url`. A dialog that is not consistent is only
   * logged and shown as far as possible.
   *
   * Since Mattermost 5.6. In Go: `OpenInteractiveDialog(dialog model.OpenDialogRequest) *model.AppError`.
   *
   * @param request
   * - `dialog`: The dialog, for whom it opens, and where the answers go.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  openInteractiveDialog(request: MessageInitShape<typeof OpenInteractiveDialogRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Shows a short notice in the corner of a user's window.
   *
   * With a connection id in that window only, otherwise in all of the user's. Those who are not
   * connected never see it.
   *
   * Since Mattermost 11.5. In Go: `SendToastMessage(userID string, connectionID string, message string, options model.SendToastMessageOptions) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `connectionId`: 26-character id of the WebSocket connection whose window shows it, as in `CommandArgs.connection_id`. Empty for all windows of the user.
   * - `message`: Text of the notice.
   * - `options`: How it is shown. Absent for the usual way.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  sendToastMessage(request: MessageInitShape<typeof SendToastMessageRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists the manifests of the installed plugins, enabled or not.
   *
   * Error 501 where plugins are switched off.
   *
   * Since Mattermost 5.6. In Go: `GetPlugins() ([]*model.Manifest, *model.AppError)`.
   *
   * @returns Their manifests, those of enabled plugins first.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPlugins(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Manifest[]>;

  /**
   * Enables an installed plugin.
   *
   * That it starts is not certain yet: see `getPluginStatus`. Error 404 when it is not installed,
   * 501 where plugins are switched off.
   *
   * Since Mattermost 5.6. In Go: `EnablePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`: Id of the plugin, as in its manifest.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  enablePlugin(request: MessageInitShape<typeof EnablePluginRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Disables a plugin and stops it.
   *
   * A plugin that disables itself ends soon after. Error 404 when it is not installed, 501 where
   * plugins are switched off.
   *
   * Since Mattermost 5.6. In Go: `DisablePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`: Id of the plugin, as in its manifest; it may be this one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  disablePlugin(request: MessageInitShape<typeof DisablePluginRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Disables a plugin and deletes its files; its stored keys and settings stay.
   *
   * Error 404 when it is not installed, 501 where plugins are switched off.
   *
   * Since Mattermost 5.6. In Go: `RemovePlugin(id string) *model.AppError`.
   *
   * @param request
   * - `id`: Id of the plugin, as in its manifest.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  removePlugin(request: MessageInitShape<typeof RemovePluginRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Tells whether a plugin runs on this server.
   *
   * Error 404 when it is not installed, 501 where plugins are switched off.
   *
   * Since Mattermost 5.6. In Go: `GetPluginStatus(id string) (*model.PluginStatus, *model.AppError)`.
   *
   * @param request
   * - `id`: Id of the plugin, as in its manifest.
   * @returns Whether it runs on this server. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPluginStatus(request: MessageInitShape<typeof GetPluginStatusRequestSchema>, options?: PluginAPICallOptions): Promise<PluginStatus>;

  /**
   * Installs a plugin from a `.tar.gz` and leaves it disabled unless it was enabled before.
   *
   * The file travels as one message; `installPluginStream` takes any size, and the SDK prefers it
   * by itself. Error 400 when the bundle is broken or the plugin is installed and `replace` is not
   * set, 501 where uploads are switched off.
   *
   * `file` may be a stream: it is sent piece by piece where the host can take it.
   *
   * Since Mattermost 5.18. In Go: `InstallPlugin(file io.Reader, replace bool) (*model.Manifest, *model.AppError)`.
   *
   * @param request
   * - `fileData`: The bundle, a `.tar.gz`.
   * - `replace`: Whether to install over a plugin with the same id. Otherwise that is an error.
   * @returns The manifest from the bundle. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  installPlugin(request: { file: Uint8Array | ReadableStream<Uint8Array>; replace?: boolean | undefined }, options?: PluginAPICallOptions): Promise<Manifest>;

  /**
   * Stores a value under a key of this plugin.
   *
   * Keys have 1 to 150 characters, or error 400; the prefix `mmi_` belongs to the server. There is
   * no limit on the value. An empty value deletes the key, and an earlier expiry is dropped.
   *
   * Since Mattermost 5.2. In Go: `KVSet(key string, value []uint8) *model.AppError`.
   *
   * @param request
   * - `key`: Key, 1 to 150 characters; every plugin has its own keys. Those that begin with `mmi_` belong to the server.
   * - `value`: The value, of any size. Empty deletes the key.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvSet(request: MessageInitShape<typeof KVSetRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Stores a value only if the present one is as expected, in one step, and tells whether it did.
   *
   * An empty old value means that the key must not exist or must have expired; an empty new value
   * deletes the key. False, without an error, when the present value is another.
   *
   * Since Mattermost 5.12. In Go: `KVCompareAndSet(key string, oldValue []uint8, newValue []uint8) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`: Key, 1 to 150 characters.
   * - `oldValue`: Value that must be stored now, byte for byte. Empty means that the key must not exist or must have expired.
   * - `newValue`: Value to store instead. Empty deletes the key.
   * @returns True when the present value was as expected and the new one is stored; false when it was another one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvCompareAndSet(request: MessageInitShape<typeof KVCompareAndSetRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Deletes a key only if its value is as expected, in one step, and tells whether it did.
   *
   * False, without an error, when the value is another or the key does not exist.
   *
   * Since Mattermost 5.16. In Go: `KVCompareAndDelete(key string, oldValue []uint8) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`: Key, 1 to 150 characters.
   * - `oldValue`: Value that must be stored now, byte for byte. Empty never matches.
   * @returns True when the value was as expected and the key is deleted; false when it was another one or the key did not exist.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvCompareAndDelete(request: MessageInitShape<typeof KVCompareAndDeleteRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Stores a value with an expiry, a comparison with the present value, or both, and tells whether
   * it did.
   *
   * Without `atomic`, an old value is refused with 400. An empty value deletes the key. Every call
   * sets the expiry anew; 0 seconds means none.
   *
   * Since Mattermost 5.20. In Go: `KVSetWithOptions(key string, value []uint8, options model.PluginKVSetOptions) (bool, *model.AppError)`.
   *
   * @param request
   * - `key`: Key, 1 to 150 characters.
   * - `value`: The value, of any size. Empty deletes the key.
   * - `options`: Comparison and expiry. Absent for neither.
   * @returns True when it is stored, or deleted for an empty value; false when the present value was not as expected.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvSetWithOptions(request: MessageInitShape<typeof KVSetWithOptionsRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Stores a value that vanishes after some seconds.
   *
   * 0 means never; a negative number stores a value that has expired already.
   *
   * Since Mattermost 5.6. In Go: `KVSetWithExpiry(key string, value []uint8, expireInSeconds int64) *model.AppError`.
   *
   * @param request
   * - `key`: Key, 1 to 150 characters.
   * - `value`: The value, of any size. Empty deletes the key.
   * - `expireInSeconds`: After how many seconds the key vanishes, not milliseconds; 0 for never. A negative number stores a value that has expired already.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvSetWithExpiry(request: MessageInitShape<typeof KVSetWithExpiryRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Reads the value of a key of this plugin.
   *
   * Empty for a key that does not exist or has expired. In a cluster with read replicas a value
   * just written may not be there yet; `kvCompareAndSet` always sees it.
   *
   * Since Mattermost 5.2. In Go: `KVGet(key string) ([]uint8, *model.AppError)`.
   *
   * @param request
   * - `key`: Key, 1 to 150 characters.
   * @returns The value. Null when there is no such key; a key never holds zero bytes.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvGet(request: MessageInitShape<typeof KVGetRequestSchema>, options?: PluginAPICallOptions): Promise<Uint8Array | null>;

  /**
   * Deletes a key of this plugin.
   *
   * A key that does not exist is no error.
   *
   * Since Mattermost 5.2. In Go: `KVDelete(key string) *model.AppError`.
   *
   * @param request
   * - `key`: Key, 1 to 150 characters; it need not exist.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvDelete(request: MessageInitShape<typeof KVDeleteRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Deletes all keys of this plugin, also those that the server keeps under it, such as the id of
   * its bot.
   *
   * Since Mattermost 5.6. In Go: `KVDeleteAll() *model.AppError`.
   *
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvDeleteAll(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Lists the keys of this plugin, one page at a time, sorted by key.
   *
   * A page of 0 or fewer keys counts as 10. Expired keys are not among them, internal ones such as
   * `mmi_botid` are. Keys deleted between two pages make others slip by.
   *
   * Since Mattermost 5.6. In Go: `KVList(page int, perPage int) ([]string, *model.AppError)`.
   *
   * @param request
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many keys a page holds. 0 or less means 10.
   * @returns The keys of this page, sorted, without expired ones; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  kvList(request: MessageInitShape<typeof KVListRequestSchema>, options?: PluginAPICallOptions): Promise<string[]>;

  /**
   * Sends an event to clients over their WebSocket connections.
   *
   * They get it as `custom_<plugin id>_<event>`. The broadcast chooses the receivers: a connection,
   * a user, the members of a channel or of a team; empty means everybody on the server. It reports
   * no failure, and those who are not connected never get it.
   *
   * Since Mattermost 5.2. In Go: `PublishWebSocketEvent(event string, payload map[string]interface {}, broadcast *model.WebsocketBroadcast)`.
   *
   * @param request
   * - `event`: Name of the event without a prefix: clients get `custom_<plugin id>_<event>`.
   * - `payload`: Data of the event as a JSON object. Absent for none.
   * - `broadcast`: Who gets it. An empty one means everybody who is connected. Always send one: where it is absent, some servers break down, so the SDK puts in an empty one.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  publishWebSocketEvent(request: MessageInitShape<typeof PublishWebSocketEventRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Tells whether a user's system roles grant a permission.
   *
   * An unknown user has none; there is no error.
   *
   * Since Mattermost 5.3. In Go: `HasPermissionTo(userID string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`: 26-character id of the user who would act.
   * - `permissionId`: Name of the permission, for example `manage_system`.
   * @returns True when one of the system roles grants it. False for an unknown user or permission.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  hasPermissionTo(request: MessageInitShape<typeof HasPermissionToRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Tells whether a user's roles in a team, or in the system, grant a permission.
   *
   * An unknown user or team has none; there is no error.
   *
   * Since Mattermost 5.3. In Go: `HasPermissionToTeam(userID string, teamID string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`: 26-character id of the user who would act.
   * - `teamId`: 26-character id of the team.
   * - `permissionId`: Name of the permission, for example `manage_team`.
   * @returns True when a role in the team or in the system grants it. False for an empty id.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  hasPermissionToTeam(request: MessageInitShape<typeof HasPermissionToTeamRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Tells whether a user's roles in a channel, its team or the system grant a permission.
   *
   * An unknown user or channel has none; there is no error. Check `read_channel` before showing
   * anything of a channel.
   *
   * Since Mattermost 5.3. In Go: `HasPermissionToChannel(userID string, channelId string, permission *model.Permission) bool`.
   *
   * @param request
   * - `userId`: 26-character id of the user who would act.
   * - `channelId`: 26-character id of the channel.
   * - `permissionId`: Name of the permission, for example `read_channel` or `create_post`.
   * @returns True when a role in the channel, its team or the system grants it. False for an empty id.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  hasPermissionToChannel(request: MessageInitShape<typeof HasPermissionToChannelRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Tells whether one of several roles grants a permission.
   *
   * Deleted and unknown roles grant nothing.
   *
   * Since Mattermost 6.3. In Go: `RolesGrantPermission(roleNames []string, permissionId string) bool`.
   *
   * @param request
   * - `roleNames`: Names of the roles, for example `system_user`.
   * - `permissionId`: Name of the permission, for example `create_post`.
   * @returns True when one of the roles grants the permission.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  rolesGrantPermission(request: MessageInitShape<typeof RolesGrantPermissionRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Writes a line of level debug to the server's log.
   *
   * The plugin's id is added. Servers write this level only when they are told to.
   *
   * Since Mattermost 5.2. In Go: `LogDebug(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`: What happened.
   * - `keyValuePairs`: Details, written as fields beside the text.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logDebug(request: MessageInitShape<typeof LogDebugRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Writes a line of level info to the server's log.
   *
   * The plugin's id is added.
   *
   * Since Mattermost 5.2. In Go: `LogInfo(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`: What happened.
   * - `keyValuePairs`: Details, written as fields beside the text.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logInfo(request: MessageInitShape<typeof LogInfoRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Writes a line of level error to the server's log.
   *
   * The plugin's id is added.
   *
   * Since Mattermost 5.2. In Go: `LogError(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`: What went wrong.
   * - `keyValuePairs`: Details, written as fields beside the text, for example the error.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logError(request: MessageInitShape<typeof LogErrorRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Writes a line of level warn to the server's log.
   *
   * The plugin's id is added.
   *
   * Since Mattermost 5.2. In Go: `LogWarn(msg string, keyValuePairs []interface {})`.
   *
   * @param request
   * - `msg`: What is not as it should be.
   * - `keyValuePairs`: Details, written as fields beside the text.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logWarn(request: MessageInitShape<typeof LogWarnRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Sends an HTML mail from the server.
   *
   * Error 400 when receiver, subject or text is empty, 500 when it cannot be sent, also where mails
   * are not set up.
   *
   * Since Mattermost 5.7. In Go: `SendMail(to string, subject string, htmlBody string) *model.AppError`.
   *
   * @param request
   * - `to`: Address of the receiver, just one.
   * - `subject`: Subject in plain text.
   * - `htmlBody`: Text as HTML. What users have entered must be escaped.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  sendMail(request: MessageInitShape<typeof SendMailRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Creates a bot and its account.
   *
   * It belongs to this plugin unless an owner is given. Error 400 when the user name is taken or
   * not allowed, or the owner is a bot. Plugins that need one bot call `ensureBotUser` instead.
   *
   * Since Mattermost 5.10. In Go: `CreateBot(bot *model.Bot) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `bot`: The new bot. `username` is needed; without `owner_id` it belongs to this plugin. The server sets the rest.
   * @returns The saved bot, with the user id of its account.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createBot(request: MessageInitShape<typeof CreateBotRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Changes user name, display name or description of a bot.
   *
   * What is absent stays. Error 404 when there is no such bot, 400 when the user name is taken.
   *
   * Since Mattermost 5.10. In Go: `PatchBot(botUserId string, botPatch *model.BotPatch) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`: 26-character user id of the bot.
   * - `botPatch`: The changes.
   * @returns The saved bot. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  patchBot(request: MessageInitShape<typeof PatchBotRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Looks up a bot by its user id.
   *
   * Error 404 when there is none, or it is disabled and disabled ones are not asked for.
   *
   * Since Mattermost 5.10. In Go: `GetBot(botUserId string, includeDeleted bool) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`: 26-character user id of the bot.
   * - `includeDeleted`: Whether a disabled bot is found too.
   * @returns The bot. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getBot(request: MessageInitShape<typeof GetBotRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Lists bots, one page at a time.
   *
   * Narrowed to one owner when given, for example this plugin.
   *
   * Since Mattermost 5.10. In Go: `GetBots(options *model.BotGetOptions) ([]*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `options`: Which bots, and which page. Always set it: without `per_page` the page is empty.
   * @returns The bots of this page, oldest first; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getBots(request: MessageInitShape<typeof GetBotsRequestSchema>, options?: PluginAPICallOptions): Promise<Bot[]>;

  /**
   * Disables a bot with its account or enables it again.
   *
   * Error 404 when there is no such bot.
   *
   * Since Mattermost 5.10. In Go: `UpdateBotActive(botUserId string, active bool) (*model.Bot, *model.AppError)`.
   *
   * @param request
   * - `botUserId`: 26-character user id of the bot.
   * - `active`: True to enable it, false to disable it.
   * @returns The bot; `delete_at` is set when it is disabled.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateBotActive(request: MessageInitShape<typeof UpdateBotActiveRequestSchema>, options?: PluginAPICallOptions): Promise<Bot>;

  /**
   * Deletes a bot and its account for good; its posts stay.
   *
   * This cannot be undone.
   *
   * Since Mattermost 5.10. In Go: `PermanentDeleteBot(botUserId string) *model.AppError`.
   *
   * @param request
   * - `botUserId`: 26-character user id of the bot.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  permanentDeleteBot(request: MessageInitShape<typeof PermanentDeleteBotRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Sends an HTTP request to another plugin on this server.
   *
   * The URL is `/<plugin id>/<path>`; the other plugin gets it in `serveHTTP` with this plugin's id
   * in `Mattermost-Plugin-ID`. It answers 404 itself for an unknown plugin, 400 for a URL of
   * another form. Both bodies travel as one message; `pluginHTTPStream` streams them, and the SDK
   * prefers it by itself.
   *
   * Works like `fetch`. The URL's path begins with the other plugin's id: `new Request("http://plugins/com.example.other/path")`; the host in it says nothing.
   *
   * Since Mattermost 5.18. In Go: `PluginHTTP(request *http.Request) *http.Response`.
   *
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  pluginHTTP(request: Request, options?: PluginAPICallOptions): Promise<Response>;

  /**
   * Shows the members of a channel that a user is typing.
   *
   * Clients get the event `typing`, all but that user's own.
   *
   * Since Mattermost 5.26. In Go: `PublishUserTyping(userID string, channelId string, parentId string) *model.AppError`.
   *
   * @param request
   * - `userId`: 26-character id of the user who seems to type; that user gets no event.
   * - `channelId`: 26-character id of the channel whose members see it.
   * - `parentId`: 26-character id of the post that starts the thread typed in. Empty for the channel itself.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  publishUserTyping(request: MessageInitShape<typeof PublishUserTypingRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Creates a slash command that the server carries out by an HTTP request, and that outlives the
   * plugin.
   *
   * An error with status 400 when the trigger is taken in the team or a value is not allowed.
   *
   * Since Mattermost 5.28. In Go: `CreateCommand(cmd *model.Command) (*model.Command, error)`.
   *
   * @param request
   * - `cmd`: The new command. `team_id`, `trigger`, `url` and `method` are needed; leave `id` and `token` empty. It belongs to this plugin.
   * @returns The saved command, with its id and token.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createCommand(request: MessageInitShape<typeof CreateCommandRequestSchema>, options?: PluginAPICallOptions): Promise<Command>;

  /**
   * Lists the slash commands of plugins, of the server and of the team, in this order.
   *
   * Since Mattermost 5.28. In Go: `ListCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * @returns Those of plugins, then those that come with Mattermost, then those of the team.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listCommands(request: MessageInitShape<typeof ListCommandsRequestSchema>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Lists the slash commands of a team that call an HTTP address.
   *
   * Since Mattermost 5.28. In Go: `ListCustomCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * @returns The commands, with their tokens.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listCustomCommands(request: MessageInitShape<typeof ListCustomCommandsRequestSchema>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Lists the slash commands that plugins have made known for a team, those for all teams included.
   *
   * Since Mattermost 5.28. In Go: `ListPluginCommands(teamID string) ([]*model.Command, error)`.
   *
   * @param request
   * - `teamId`: 26-character id of the team.
   * @returns Those for this team and those for all teams, of several with the same trigger the one that is carried out.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listPluginCommands(request: MessageInitShape<typeof ListPluginCommandsRequestSchema>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Lists the slash commands that come with Mattermost and show up in autocomplete.
   *
   * Since Mattermost 5.28. In Go: `ListBuiltInCommands() ([]*model.Command, error)`.
   *
   * @returns Those that show up in autocomplete, in no fixed order.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  listBuiltInCommands(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<Command[]>;

  /**
   * Looks up a slash command that calls an HTTP address by its id.
   *
   * An error when there is none.
   *
   * Since Mattermost 5.28. In Go: `GetCommand(commandID string) (*model.Command, error)`.
   *
   * @param request
   * - `commandId`: 26-character id of a command that calls an HTTP address.
   * @returns The command, with its token. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getCommand(request: MessageInitShape<typeof GetCommandRequestSchema>, options?: PluginAPICallOptions): Promise<Command>;

  /**
   * Changes a slash command that calls an HTTP address.
   *
   * Id, token and times stay; an empty team id keeps the team. It belongs to this plugin
   * afterwards. An error when there is none.
   *
   * Since Mattermost 5.28. In Go: `UpdateCommand(commandID string, updatedCmd *model.Command) (*model.Command, error)`.
   *
   * @param request
   * - `commandId`: 26-character id of a command that calls an HTTP address.
   * - `updatedCmd`: The command as it is to be. Id, token and times are ignored; an empty `team_id` keeps the team.
   * @returns The saved command.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateCommand(request: MessageInitShape<typeof UpdateCommandRequestSchema>, options?: PluginAPICallOptions): Promise<Command>;

  /**
   * Deletes a slash command that calls an HTTP address.
   *
   * Since Mattermost 5.28. In Go: `DeleteCommand(commandID string) error`.
   *
   * @param request
   * - `commandId`: 26-character id of a command that calls an HTTP address.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteCommand(request: MessageInitShape<typeof DeleteCommandRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Registers an OAuth app that may use this server.
   *
   * The server makes id and secret. Error 501 where the server is no OAuth provider, 400 when a
   * value is not allowed.
   *
   * Since Mattermost 5.38. In Go: `CreateOAuthApp(app *model.OAuthApp) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `app`: The new app. `name`, `homepage`, `callback_url_list` and `creator_id` are needed; the server makes `id` and `client_secret`.
   * @returns The saved app, with its secret.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createOAuthApp(request: MessageInitShape<typeof CreateOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<OAuthApp>;

  /**
   * Looks up a registered OAuth app, with its secret.
   *
   * Error 404 when there is none, 501 where the server is no OAuth provider.
   *
   * Since Mattermost 5.38. In Go: `GetOAuthApp(appID string) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `appId`: 26-character id of the app.
   * @returns The app, with its secret. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getOAuthApp(request: MessageInitShape<typeof GetOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<OAuthApp>;

  /**
   * Changes a registered OAuth app.
   *
   * Id, creator, secret and creation time stay. Error 404 when there is none, 501 where the server
   * is no OAuth provider.
   *
   * Since Mattermost 5.38. In Go: `UpdateOAuthApp(app *model.OAuthApp) (*model.OAuthApp, *model.AppError)`.
   *
   * @param request
   * - `app`: The app as it is to be, with its `id`. Creator, secret and time of creation are not taken from it.
   * @returns The saved app.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateOAuthApp(request: MessageInitShape<typeof UpdateOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<OAuthApp>;

  /**
   * Deletes a registered OAuth app and the sessions that were made through it.
   *
   * Error 501 where the server is no OAuth provider.
   *
   * Since Mattermost 5.38. In Go: `DeleteOAuthApp(appID string) *model.AppError`.
   *
   * @param request
   * - `appId`: 26-character id of the app.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteOAuthApp(request: MessageInitShape<typeof DeleteOAuthAppRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Sends an event to this plugin on the other servers of the cluster, which get it in the hook
   * `onPluginClusterEvent`.
   *
   * Nothing happens without a cluster. An error when a given server cannot be reached.
   *
   * Since Mattermost 5.36. In Go: `PublishPluginClusterEvent(ev model.PluginClusterEvent, opts model.PluginClusterEventSendOptions) error`.
   *
   * @param request
   * - `event`: The event.
   * - `opts`: How and to which server it is sent. Absent for all other servers.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  publishPluginClusterEvent(request: MessageInitShape<typeof PublishPluginClusterEventRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Asks Mattermost for a trial licence and installs it.
   *
   * The server must reach the Internet. Error 400 when the terms are not accepted, the number of
   * users is 0 or the request is refused, 403 where administrators are restricted.
   *
   * Since Mattermost 5.36. In Go: `RequestTrialLicense(requesterID string, users int, termsAccepted bool, receiveEmailsAccepted bool) *model.AppError`.
   *
   * @param request
   * - `requesterId`: 26-character id of the administrator who asks; name and e-mail address go to Mattermost.
   * - `users`: For how many users; more than 0.
   * - `termsAccepted`: Whether the person has accepted the terms. Without it the call is refused.
   * - `receiveEmailsAccepted`: Whether the person wants mails about the trial.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  requestTrialLicense(request: MessageInitShape<typeof RequestTrialLicenseRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Reads the limits of the cloud subscription.
   *
   * No limits outside the cloud.
   *
   * Since Mattermost 7.0. In Go: `GetCloudLimits() (*model.ProductLimits, error)`.
   *
   * @returns UTF-8 JSON object with `files`, `messages` and `teams`, each with its limits; what is missing or null is not limited. The TypeScript API shows it parsed.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getCloudLimits(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<ProductLimits>;

  /**
   * Makes sure that this plugin has its bot and gives the bot's user id.
   *
   * Creates it the first time, adopts a bot of that name, and afterwards brings user name, display
   * name and description up to date; a disabled bot stays disabled. When a person has the user
   * name, that person's id is returned without an error. The bot is in no team or channel.
   *
   * Since Mattermost 7.1. In Go: `EnsureBotUser(bot *model.Bot) (string, error)`.
   *
   * @param request
   * - `bot`: The bot as it is to be: `username`, and if wanted `display_name` and `description`. The owner is always this plugin.
   * @returns 26-character user id of the bot, the same in every call.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  ensureBotUser(request: MessageInitShape<typeof EnsureBotUserRequestSchema>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Does nothing any more; kept for old plugins.
   *
   * Since Mattermost 7.6. In Go: `RegisterCollectionAndTopic(collectionType string, topicType string) error`.
   *
   * @param request
   * - `collectionType`: Name of a kind of collection.
   * - `topicType`: Name of a kind of topic.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerCollectionAndTopic(request: MessageInitShape<typeof RegisterCollectionAndTopicRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Begins an upload that can come in pieces and be resumed.
   *
   * Set `id`, `type`, `userId`, `channelId`, `filename` and `fileSize`. Error 400 when the channel
   * does not exist or is archived, or a value is missing.
   *
   * Since Mattermost 7.6. In Go: `CreateUploadSession(us *model.UploadSession) (*model.UploadSession, error)`.
   *
   * @param request
   * - `uploadSession`: The new session. `id` (26 characters, made up by the plugin), `type`, `user_id`, `filename` and `file_size` are needed, and `channel_id` for an attachment; the server sets `create_at`, `path` and `file_offset`.
   * @returns The session. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createUploadSession(request: MessageInitShape<typeof CreateUploadSessionRequestSchema>, options?: PluginAPICallOptions): Promise<UploadSession>;

  /**
   * Sends the next piece of an upload session, from `fileOffset` on.
   *
   * The result is the stored file once the last byte has come, before that there is none. The piece
   * travels as one message; `uploadDataStream` takes any size, and the SDK prefers it by itself.
   * Error 400 when another piece is on its way or the offset is not the session's, 404 when there
   * is no such session.
   *
   * `data` may be a stream: it is sent piece by piece where the host can take it.
   *
   * Since Mattermost 7.6. In Go: `UploadData(us *model.UploadSession, rd io.Reader) (*model.FileInfo, error)`.
   *
   * @param request
   * - `uploadSession`: The session as it was last read; `file_offset` must say how much has arrived. Read it again with `getUploadSession` before the next piece.
   * - `data`: The piece, from `file_offset` on. What goes beyond `file_size` is ignored. The first piece must have at least 5 MiB unless it is the whole file.
   * @returns The stored file when this was the last piece. Null as long as the session's bytes are not complete; send the rest with another call.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  uploadData(request: { uploadSession?: MessageInitShape<typeof UploadSessionSchema> | undefined; data: Uint8Array | ReadableStream<Uint8Array> }, options?: PluginAPICallOptions): Promise<FileInfo | null>;

  /**
   * Reads an upload session, to learn how much has arrived.
   *
   * Error 404 when there is none; sessions end with the upload.
   *
   * Since Mattermost 7.6. In Go: `GetUploadSession(uploadID string) (*model.UploadSession, error)`.
   *
   * @param request
   * - `uploadId`: 26-character id of the session.
   * @returns The session; `file_offset` says how much has arrived. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getUploadSession(request: MessageInitShape<typeof GetUploadSessionRequestSchema>, options?: PluginAPICallOptions): Promise<UploadSession>;

  /**
   * Sends a push notification to all mobile devices of a user.
   *
   * Plugins get the hook `notificationWillBePushed` first. What the server's settings say about the
   * content of notifications is for the plugin to respect. There is no error when the user has no
   * such device.
   *
   * Since Mattermost 9.0. In Go: `SendPushNotification(notification *model.PushNotification, userID string) *model.AppError`.
   *
   * @param request
   * - `notification`: The notification. `type`, `message` and usually `channel_id` and `post_id` are set by the plugin; the server fills device, platform, ids of its own and the signature for each device.
   * - `userId`: 26-character id of the user whose devices get it.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  sendPushNotification(request: MessageInitShape<typeof SendPushNotificationRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Changes the service through which a user logs in.
   *
   * It cannot set a password. Error 400 when another account has the same id at that service.
   * Sessions go on.
   *
   * Since Mattermost 9.3. In Go: `UpdateUserAuth(userID string, userAuth *model.UserAuth) (*model.UserAuth, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `userAuth`: The service and the id of the account there.
   * @returns What was saved.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserAuth(request: MessageInitShape<typeof UpdateUserAuthRequestSchema>, options?: PluginAPICallOptions): Promise<UserAuth>;

  /**
   * Makes this plugin one side of shared channels and gives the id of its remote.
   *
   * Afterwards the hooks `onSharedChannelsPing` and `onSharedChannelsSyncMsg` are called.
   * Registering again gives the same id and updates the options. An error where shared channels are
   * off.
   *
   * Since Mattermost 9.5. In Go: `RegisterPluginForSharedChannels(opts model.RegisterPluginOpts) (string, error)`.
   *
   * @param request
   * - `opts`: The options. `plugin_id`, `display_name` and `creator_id` are needed.
   * @returns 26-character id of the connection, for the other calls about shared channels.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerPluginForSharedChannels(request: MessageInitShape<typeof RegisterPluginForSharedChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Ends this plugin's part in shared channels, with all its remotes.
   *
   * No more changes arrive afterwards. Call it in `onDeactivate` when the remotes shall not outlive
   * the run.
   *
   * Since Mattermost 9.5. In Go: `UnregisterPluginForSharedChannels(pluginID string) error`.
   *
   * @param request
   * - `pluginId`: Id of this plugin, as in its manifest.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterPluginForSharedChannels(request: MessageInitShape<typeof UnregisterPluginForSharedChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Ends one remote of this plugin in shared channels; its others stay.
   *
   * An error when the remote belongs to somebody else.
   *
   * Since Mattermost 11.7. In Go: `UnregisterPluginRemoteForSharedChannels(remoteID string) error`.
   *
   * @param request
   * - `remoteId`: 26-character id of the connection, from `registerPluginForSharedChannels`.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unregisterPluginRemoteForSharedChannels(request: MessageInitShape<typeof UnregisterPluginRemoteForSharedChannelsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Makes a channel one that can be shared.
   *
   * Nobody is invited by that: see `inviteRemoteToChannel`. A channel that is shared already is
   * returned as it is. Error 400 where shared channels are off.
   *
   * Since Mattermost 9.5. In Go: `ShareChannel(sc *model.SharedChannel) (*model.SharedChannel, error)`.
   *
   * @param request
   * - `sharedChannel`: The channel. `channel_id` and `is_home`, usually true, are needed; what is empty of the rest is taken from the channel itself.
   * @returns The saved record; the present one when the channel was shared already.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  shareChannel(request: MessageInitShape<typeof ShareChannelRequestSchema>, options?: PluginAPICallOptions): Promise<SharedChannel>;

  /**
   * Changes how a shared channel appears to others: names, purpose, header.
   *
   * An error when it is not shared or shared channels are off.
   *
   * Since Mattermost 9.5. In Go: `UpdateSharedChannel(sc *model.SharedChannel) (*model.SharedChannel, error)`.
   *
   * @param request
   * - `sharedChannel`: The whole record as it is to be, as `shareChannel` returned it.
   * @returns The saved record.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateSharedChannel(request: MessageInitShape<typeof UpdateSharedChannelRequestSchema>, options?: PluginAPICallOptions): Promise<SharedChannel>;

  /**
   * Ends the sharing of a channel and uninvites all remotes; tells whether it was shared.
   *
   * An error where shared channels are off.
   *
   * Since Mattermost 9.5. In Go: `UnshareChannel(channelID string) (bool, error)`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * @returns True when it was shared and no longer is, false when it was not shared.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  unshareChannel(request: MessageInitShape<typeof UnshareChannelRequestSchema>, options?: PluginAPICallOptions): Promise<boolean>;

  /**
   * Moves the point up to which a remote counts as up to date: forward to skip, back to send again.
   *
   * By itself it sends nothing: that takes a change in the channel or `syncSharedChannel`. An error
   * when the remote is not invited to the channel.
   *
   * Since Mattermost 9.5. In Go: `UpdateSharedChannelCursor(channelID string, remoteID string, cusror model.GetPostsSinceForSyncCursor) error`.
   *
   * @param request
   * - `channelId`: 26-character id of the shared channel.
   * - `remoteId`: 26-character id of the connection.
   * - `cursor`: The last post that counts as sent.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateSharedChannelCursor(request: MessageInitShape<typeof UpdateSharedChannelCursorRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Has the server send what is new in a shared channel to all its remotes now.
   *
   * It returns before that has happened. Error 400 where shared channels are off.
   *
   * Since Mattermost 9.5. In Go: `SyncSharedChannel(channelID string) error`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  syncSharedChannel(request: MessageInitShape<typeof SyncSharedChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Invites a remote, or this plugin, to a shared channel, which then gets its changes.
   *
   * On request it shares the channel first. An error when the channel is not shared or shared
   * channels are off.
   *
   * Since Mattermost 9.5. In Go: `InviteRemoteToChannel(channelID string, remoteID string, userID string, shareIfNotShared bool) error`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `remoteId`: 26-character id of the connection; this plugin's own comes from `registerPluginForSharedChannels`.
   * - `userId`: 26-character id of the user or bot that invites.
   * - `shareIfNotShared`: Whether to share the channel first where it is not. Otherwise that is an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  inviteRemoteToChannel(request: MessageInitShape<typeof InviteRemoteToChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Takes a remote, or this plugin, out of a shared channel; it gets no more changes.
   *
   * An error when it was not invited or shared channels are off.
   *
   * Since Mattermost 9.5. In Go: `UninviteRemoteFromChannel(channelID string, remoteID string) error`.
   *
   * @param request
   * - `channelId`: 26-character id of the channel.
   * - `remoteId`: 26-character id of the connection.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  uninviteRemoteFromChannel(request: MessageInitShape<typeof UninviteRemoteFromChannelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Brings changes from the other side into a shared channel: posts, reactions, users, statuses,
   * memberships, acknowledgements.
   *
   * The result tells how far it got and what failed. Everything is marked as coming from the given
   * remote. With an empty channel id and only users, users are taken over without a channel. An
   * error when the remote is not this plugin's.
   *
   * Since Mattermost 11.7. In Go: `ReceiveSharedChannelSyncMsg(remoteID string, msg *model.SyncMsg) (model.SyncResponse, error)`.
   *
   * @param request
   * - `remoteId`: 26-character id of the connection that they come from, one of this plugin's.
   * - `syncMsg`: The changes. Required.
   * @returns What was taken over and what failed. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  receiveSharedChannelSyncMsg(request: { remoteId?: string | undefined; syncMsg: SyncMsg }, options?: PluginAPICallOptions): Promise<SyncResponse>;

  /**
   * Brings a file from the other side into a shared channel.
   *
   * It may come before or after its post, and sending it again gives the same record. An error when
   * its id belongs to another channel or uploader. The content travels as one message;
   * `receiveSharedChannelAttachmentSyncMsgStream` takes any size, and the SDK prefers it by itself.
   *
   * `data` may be a stream: it is sent piece by piece where the host can take it.
   *
   * Since Mattermost 11.7. In Go: `ReceiveSharedChannelAttachmentSyncMsg(remoteID string, channelID string, fi *model.FileInfo, data io.Reader) (*model.FileInfo, error)`.
   *
   * @param request
   * - `remoteId`: 26-character id of the connection that it comes from, one of this plugin's.
   * - `channelId`: 26-character id of the shared channel.
   * - `fileInfo`: The file: its `id`, `creator_id`, `name` and `size`, and `post_id` where that is known.
   * - `data`: The whole content.
   * @returns The file. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  receiveSharedChannelAttachmentSyncMsg(request: { remoteId?: string | undefined; channelId?: string | undefined; fileInfo?: MessageInitShape<typeof FileInfoSchema> | undefined; data: Uint8Array | ReadableStream<Uint8Array> }, options?: PluginAPICallOptions): Promise<FileInfo>;

  /**
   * Brings the profile picture of a user from the other side.
   *
   * An error when the user does not come from the given remote.
   *
   * Since Mattermost 11.7. In Go: `ReceiveSharedChannelProfileImageSyncMsg(remoteID string, userID string, image []uint8) error`.
   *
   * @param request
   * - `remoteId`: 26-character id of the connection that it comes from, one of this plugin's.
   * - `userId`: 26-character id of the user, who must come from that connection.
   * - `image`: The picture, as for `setProfileImage`.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  receiveSharedChannelProfileImageSyncMsg(request: MessageInitShape<typeof ReceiveSharedChannelProfileImageSyncMsgRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Adds a user to a group; a former member becomes one again.
   *
   * Error 400 when the user cannot be a member, for example does not exist. Clients get the event
   * `group_member_add`.
   *
   * Since Mattermost 10.7. In Go: `UpsertGroupMember(groupID string, userID string) (*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * - `userId`: 26-character id of the user to add.
   * @returns The membership.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertGroupMember(request: MessageInitShape<typeof UpsertGroupMemberRequestSchema>, options?: PluginAPICallOptions): Promise<GroupMember>;

  /**
   * Adds several users to a group in one step.
   *
   * Either all are added or none. Errors and events as in `upsertGroupMember`.
   *
   * Since Mattermost 10.7. In Go: `UpsertGroupMembers(groupID string, userIDs []string) ([]*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * - `userIds`: 26-character ids of the users to add.
   * @returns One membership for each user.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertGroupMembers(request: MessageInitShape<typeof UpsertGroupMembersRequestSchema>, options?: PluginAPICallOptions): Promise<GroupMember[]>;

  /**
   * Looks up a group by its id at its source.
   *
   * Error 404 when there is none.
   *
   * Since Mattermost 10.7. In Go: `GetGroupByRemoteID(remoteID string, groupSource model.GroupSource) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `remoteId`: Id of the group at its source, for example in LDAP.
   * - `groupSource`: Where it comes from: `ldap`, `custom`, or `plugin_…`.
   * @returns The group. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupByRemoteID(request: MessageInitShape<typeof GetGroupByRemoteIDRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Creates a group.
   *
   * Error 400 when an id is given, the name is taken or a value is not allowed.
   *
   * Since Mattermost 10.7. In Go: `CreateGroup(group *model.Group) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `group`: The new group. `display_name` and `source` are needed, and `remote_id_optional` unless the source is `custom`; leave `id` empty.
   * @returns The saved group, with its id.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createGroup(request: MessageInitShape<typeof CreateGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Changes a group.
   *
   * Error 404 when there is none, 400 when the name is taken. Clients get the event
   * `received_group`.
   *
   * Since Mattermost 10.7. In Go: `UpdateGroup(group *model.Group) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `group`: The whole group as it is to be, with its `id`: read it first, change it, send it back.
   * @returns The saved group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateGroup(request: MessageInitShape<typeof UpdateGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Deletes a group in a way that `restoreGroup` can undo.
   *
   * Error 404 when there is none. Clients get the event `received_group`.
   *
   * Since Mattermost 10.7. In Go: `DeleteGroup(groupID string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * @returns The group, with `delete_at` set.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroup(request: MessageInitShape<typeof DeleteGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Brings back a group that was deleted.
   *
   * Error 404 when no such group was deleted. Clients get the event `received_group`.
   *
   * Since Mattermost 10.7. In Go: `RestoreGroup(groupID string) (*model.Group, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * @returns The group.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  restoreGroup(request: MessageInitShape<typeof RestoreGroupRequestSchema>, options?: PluginAPICallOptions): Promise<Group>;

  /**
   * Removes a user from a group.
   *
   * Error 404 when the user is no member. Clients get the event `group_member_deleted`.
   *
   * Since Mattermost 10.7. In Go: `DeleteGroupMember(groupID string, userID string) (*model.GroupMember, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * - `userId`: 26-character id of the member to remove.
   * @returns The membership, with `delete_at` set.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroupMember(request: MessageInitShape<typeof DeleteGroupMemberRequestSchema>, options?: PluginAPICallOptions): Promise<GroupMember>;

  /**
   * Looks up the link between a group and a team or channel.
   *
   * Error 404 when there is none.
   *
   * Since Mattermost 10.7. In Go: `GetGroupSyncable(groupID string, syncableID string, syncableType model.GroupSyncableType) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * - `syncableId`: 26-character id of the team or channel.
   * - `syncableType`: `Team` or `Channel`.
   * @returns The link. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupSyncable(request: MessageInitShape<typeof GetGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Lists the links of a group to teams, or those to channels.
   *
   * Since Mattermost 10.7. In Go: `GetGroupSyncables(groupID string, syncableType model.GroupSyncableType) ([]*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * - `syncableType`: `Team` or `Channel`.
   * @returns The links, with names and kinds of the teams and channels.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroupSyncables(request: MessageInitShape<typeof GetGroupSyncablesRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable[]>;

  /**
   * Links a group to a team or channel, so that its members can be added to it by themselves.
   *
   * A link that was removed comes back. Error 404 when group, team or channel does not exist, 400
   * when the channel's team is kept to other groups. Clients get the event
   * `received_group_associated_to_team` or `…_to_channel`.
   *
   * Since Mattermost 10.7. In Go: `UpsertGroupSyncable(groupSyncable *model.GroupSyncable) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupSyncable`: The link. `group_id`, `syncable_id` and `syncable_type` are needed.
   * @returns The saved link.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertGroupSyncable(request: MessageInitShape<typeof UpsertGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Changes the link between a group and a team or channel.
   *
   * Error 404 when there is none, 400 when it was removed.
   *
   * Since Mattermost 10.7. In Go: `UpdateGroupSyncable(groupSyncable *model.GroupSyncable) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupSyncable`: The link as it is to be, known by `group_id`, `syncable_id` and `syncable_type`.
   * @returns The saved link.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateGroupSyncable(request: MessageInitShape<typeof UpdateGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Removes the link between a group and a team or channel.
   *
   * Error 404 when there is none, 400 when it was removed already. Clients get the event
   * `received_group_not_associated_to_team` or `…_to_channel`.
   *
   * Since Mattermost 10.7. In Go: `DeleteGroupSyncable(groupID string, syncableID string, syncableType model.GroupSyncableType) (*model.GroupSyncable, *model.AppError)`.
   *
   * @param request
   * - `groupId`: 26-character id of the group.
   * - `syncableId`: 26-character id of the team or channel.
   * - `syncableType`: `Team` or `Channel`.
   * @returns The link, with `delete_at` set.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroupSyncable(request: MessageInitShape<typeof DeleteGroupSyncableRequestSchema>, options?: PluginAPICallOptions): Promise<GroupSyncable>;

  /**
   * Replaces a user's system roles.
   *
   * Error 400 when the user or a role does not exist. Sessions take over the roles at once. Clients
   * get the event `user_role_updated`.
   *
   * Since Mattermost 9.8. In Go: `UpdateUserRoles(userID string, newRoles string) (*model.User, *model.AppError)`.
   *
   * @param request
   * - `userId`: 26-character id of the user.
   * - `newRoles`: All system roles from now on, separated by spaces, for example `system_user system_admin`. They replace the present ones.
   * @returns The user with the new roles.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updateUserRoles(request: MessageInitShape<typeof UpdateUserRolesRequestSchema>, options?: PluginAPICallOptions): Promise<User>;

  /**
   * Tells the id of this plugin, as in its manifest.
   *
   * Since Mattermost 10.1. In Go: `GetPluginID() string`.
   *
   * @returns The id, as in the manifest, for example `com.example.hello`.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  getPluginID(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<string>;

  /**
   * Lists groups, one page at a time.
   *
   * Options choose which groups come and which figures are filled.
   *
   * Since Mattermost 10.7. In Go: `GetGroups(page int, perPage int, opts model.GroupSearchOpts, viewRestrictions *model.ViewUsersRestrictions) ([]*model.Group, *model.AppError)`.
   *
   * @param request
   * - `page`: Which page to return, counted from 0.
   * - `perPage`: How many groups a page holds. 0 lists all at once.
   * - `opts`: Which groups, and which figures to fill. Its own `page_opts` is not looked at here. Absent for all groups that are not deleted.
   * - `viewRestrictions`: Counts only members whom a certain person may see. Absent for all.
   * @returns The groups of this page, sorted by display name; empty after the last one.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getGroups(request: MessageInitShape<typeof GetGroupsRequestSchema>, options?: PluginAPICallOptions): Promise<Group[]>;

  /**
   * Adds the members of linked groups to the teams and channels that the links name.
   *
   * Only links and members newer than the given time are looked at; 0 looks at all.
   *
   * Since Mattermost 10.9. In Go: `CreateDefaultSyncableMemberships(params model.CreateDefaultMembershipParams) *model.AppError`.
   *
   * @param request
   * - `params`: Since when, and for whom and where. Absent for all.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createDefaultSyncableMemberships(request: MessageInitShape<typeof CreateDefaultSyncableMembershipsRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Removes from teams and channels that are kept to groups everybody who is in none of those
   * groups.
   *
   * Bots stay. It works through all of them, so it may take long.
   *
   * Since Mattermost 10.9. In Go: `DeleteGroupConstrainedMemberships() *model.AppError`.
   *
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deleteGroupConstrainedMemberships(request?: Record<string, never>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Creates a field in a property group.
   *
   * A field linked to a template takes over its type and options; the template must be of the same
   * group and not be linked itself. An error when a value is not allowed or the name is taken.
   *
   * Since Mattermost 10.10. In Go: `CreatePropertyField(field *model.PropertyField) (*model.PropertyField, error)`.
   *
   * @param request
   * - `field`: The new field. `group_id`, `name` and `type` are needed; leave `id` empty.
   * @returns The saved field, with its id.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createPropertyField(request: MessageInitShape<typeof CreatePropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Looks up a field of a property group.
   *
   * An error when there is none.
   *
   * Since Mattermost 10.10. In Go: `GetPropertyField(groupID string, fieldID string) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `fieldId`: 26-character id of the field.
   * @returns The field. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyField(request: MessageInitShape<typeof GetPropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Looks up several fields of a property group.
   *
   * An error when one of them does not exist.
   *
   * Since Mattermost 10.10. In Go: `GetPropertyFields(groupID string, ids []string) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `ids`: 26-character ids of the fields.
   * @returns The fields, not in the order of the ids.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyFields(request: MessageInitShape<typeof GetPropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField[]>;

  /**
   * Changes a field of a property group.
   *
   * Type and options of a linked field stay; an empty link ends the linking. An error when there is
   * no such field.
   *
   * Since Mattermost 10.10. In Go: `UpdatePropertyField(groupID string, field *model.PropertyField) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `field`: The whole field as it is to be, with its `id`: read it first, change it, send it back.
   * @returns The saved field.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyField(request: MessageInitShape<typeof UpdatePropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Deletes a field of a property group, with its values.
   *
   * The rows stay, marked as deleted. An error when other fields are linked to it.
   *
   * Since Mattermost 10.10. In Go: `DeletePropertyField(groupID string, fieldID string) error`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `fieldId`: 26-character id of the field.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyField(request: MessageInitShape<typeof DeletePropertyFieldRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Searches the fields of a property group, page by page with a cursor.
   *
   * Since Mattermost 11.0. In Go: `SearchPropertyFields(groupID string, opts model.PropertyFieldSearchOpts) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `opts`: The conditions, and how many to return. `per_page` is needed.
   * @returns The fields found, in the order in which they were created; empty after the last one. The last of them makes the cursor for the next ones.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPropertyFields(request: MessageInitShape<typeof SearchPropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField[]>;

  /**
   * Counts the fields of a property group, on request with deleted ones.
   *
   * Since Mattermost 11.0. In Go: `CountPropertyFields(groupID string, includeDeleted bool) (int64, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `includeDeleted`: Whether deleted ones count too.
   * @returns How many there are.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  countPropertyFields(request: MessageInitShape<typeof CountPropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<bigint>;

  /**
   * Counts the fields of a property group that belong to one target, on request with deleted ones.
   *
   * Since Mattermost 11.0. In Go: `CountPropertyFieldsForTarget(groupID string, targetType string, targetID string, includeDeleted bool) (int64, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `targetType`: Kind of the target, as in `PropertyField.target_type`.
   * - `targetId`: Id of the target, as in `PropertyField.target_id`.
   * - `includeDeleted`: Whether deleted ones count too.
   * @returns How many there are.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  countPropertyFieldsForTarget(request: MessageInitShape<typeof CountPropertyFieldsForTargetRequestSchema>, options?: PluginAPICallOptions): Promise<bigint>;

  /**
   * Stores the value of a field for a target, such as a user or a post.
   *
   * An error when the target has a value for this field: `upsertPropertyValue` replaces it.
   *
   * Since Mattermost 10.10. In Go: `CreatePropertyValue(value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `value`: The new value. `group_id`, `field_id`, `target_type`, `target_id` and `value` are needed; leave `id` empty.
   * @returns The saved value, with its id.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  createPropertyValue(request: MessageInitShape<typeof CreatePropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Looks up a value of a property group by its id.
   *
   * An error when there is none.
   *
   * Since Mattermost 10.10. In Go: `GetPropertyValue(groupID string, valueID string) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `valueId`: 26-character id of the value.
   * @returns The value. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyValue(request: MessageInitShape<typeof GetPropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Looks up several values of a property group by id.
   *
   * An error when one of them does not exist.
   *
   * Since Mattermost 10.10. In Go: `GetPropertyValues(groupID string, ids []string) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `ids`: 26-character ids of the values.
   * @returns The values, not in the order of the ids.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyValues(request: MessageInitShape<typeof GetPropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Changes a stored value of a property group.
   *
   * An error when there is none.
   *
   * Since Mattermost 10.10. In Go: `UpdatePropertyValue(groupID string, value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `value`: The whole value as it is to be, with its `id`: read it first, change it, send it back.
   * @returns The saved value.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyValue(request: MessageInitShape<typeof UpdatePropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Stores the value of a field for a target, whether it has one or not.
   *
   * Since Mattermost 10.10. In Go: `UpsertPropertyValue(value *model.PropertyValue) (*model.PropertyValue, error)`.
   *
   * @param request
   * - `value`: The value. `group_id`, `field_id`, `target_type`, `target_id` and `value` are needed; field and target say which present value it replaces.
   * @returns The saved value, with its id.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertPropertyValue(request: MessageInitShape<typeof UpsertPropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue>;

  /**
   * Deletes a value of a property group.
   *
   * The row stays, marked as deleted.
   *
   * Since Mattermost 10.10. In Go: `DeletePropertyValue(groupID string, valueID string) error`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `valueId`: 26-character id of the value.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyValue(request: MessageInitShape<typeof DeletePropertyValueRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Searches the values of a property group, page by page with a cursor.
   *
   * Since Mattermost 11.0. In Go: `SearchPropertyValues(groupID string, opts model.PropertyValueSearchOpts) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `opts`: The conditions, and how many to return. `per_page` is needed.
   * @returns The values found, in the order in which they were created; empty after the last one. The last of them makes the cursor for the next ones.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  searchPropertyValues(request: MessageInitShape<typeof SearchPropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Makes sure that a property group of this name exists, and gives it.
   *
   * Registering a name again gives the same group.
   *
   * Since Mattermost 10.10. In Go: `RegisterPropertyGroup(name string) (*model.PropertyGroup, error)`.
   *
   * @param request
   * - `name`: Name of the group: lower-case letters, digits and `_`, not beginning with `_`. All plugins share the names, so put something of the plugin's id into it.
   * @returns The group, with its id.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  registerPropertyGroup(request: MessageInitShape<typeof RegisterPropertyGroupRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyGroup>;

  /**
   * Looks up a property group by name.
   *
   * An error when there is none.
   *
   * Since Mattermost 10.10. In Go: `GetPropertyGroup(name string) (*model.PropertyGroup, error)`.
   *
   * @param request
   * - `name`: Name of the group.
   * @returns The group. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyGroup(request: MessageInitShape<typeof GetPropertyGroupRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyGroup>;

  /**
   * Looks up a field of a property group by its name and target.
   *
   * An error when there is none.
   *
   * Since Mattermost 10.10. In Go: `GetPropertyFieldByName(groupID string, targetID string, name string) (*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `targetId`: Id of the target, as in `PropertyField.target_id`. Empty for fields of the whole system.
   * - `name`: Name of the field.
   * @returns The field. Required without an error.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  getPropertyFieldByName(request: MessageInitShape<typeof GetPropertyFieldByNameRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField>;

  /**
   * Changes several fields of a property group, all or none.
   *
   * Since Mattermost 10.10. In Go: `UpdatePropertyFields(groupID string, fields []*model.PropertyField) ([]*model.PropertyField, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `fields`: The whole fields as they are to be, each with its `id`.
   * @returns The saved fields.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyFields(request: MessageInitShape<typeof UpdatePropertyFieldsRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyField[]>;

  /**
   * Changes several values of a property group, all or none.
   *
   * Since Mattermost 10.10. In Go: `UpdatePropertyValues(groupID string, values []*model.PropertyValue) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `values`: The whole values as they are to be, each with its `id`.
   * @returns The saved values.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  updatePropertyValues(request: MessageInitShape<typeof UpdatePropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Stores several values, whether they exist or not, all or none.
   *
   * Since Mattermost 10.10. In Go: `UpsertPropertyValues(values []*model.PropertyValue) ([]*model.PropertyValue, error)`.
   *
   * @param request
   * - `values`: The values, all of one property group. Field and target of each say which present value it replaces.
   * @returns The saved values, with their ids.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  upsertPropertyValues(request: MessageInitShape<typeof UpsertPropertyValuesRequestSchema>, options?: PluginAPICallOptions): Promise<PropertyValue[]>;

  /**
   * Deletes all values that a target has in a property group.
   *
   * Since Mattermost 10.10. In Go: `DeletePropertyValuesForTarget(groupID string, targetType string, targetID string) error`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `targetType`: Kind of the target, as in `PropertyValue.target_type`.
   * - `targetId`: Id of the target, as in `PropertyValue.target_id`.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyValuesForTarget(request: MessageInitShape<typeof DeletePropertyValuesForTargetRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Deletes all values of a field, whatever their target.
   *
   * Since Mattermost 10.10. In Go: `DeletePropertyValuesForField(groupID string, fieldID string) error`.
   *
   * @param request
   * - `groupId`: 26-character id of the property group.
   * - `fieldId`: 26-character id of the field.
   * @throws {PluginAPIError} when the server answers with an error, or cannot be reached.
   */
  deletePropertyValuesForField(request: MessageInitShape<typeof DeletePropertyValuesForFieldRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Writes a record to the server's audit log, at the level for calls of the plugin API.
   *
   * It is dropped where audit logging is off; there is no error.
   *
   * Since Mattermost 10.10. In Go: `LogAuditRec(rec *model.AuditRecord)`.
   *
   * @param request
   * - `record`: What was done, by whom, and how it went.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logAuditRec(request: MessageInitShape<typeof LogAuditRecRequestSchema>, options?: PluginAPICallOptions): Promise<void>;

  /**
   * Writes a record to the server's audit log at a given level.
   *
   * It is dropped where audit logging is off or the level is not wanted; there is no error.
   *
   * Since Mattermost 10.10. In Go: `LogAuditRecWithLevel(rec *model.AuditRecord, level logr.Level)`.
   *
   * @param request
   * - `record`: What was done, by whom, and how it went.
   * - `logLevel`: The level, for example number 100 with the name `audit-api`. The number decides.
   * @throws {PluginAPIError} only when the server cannot be reached: in Go this method returns no error.
   */
  logAuditRecWithLevel(request: MessageInitShape<typeof LogAuditRecWithLevelRequestSchema>, options?: PluginAPICallOptions): Promise<void>;
}
