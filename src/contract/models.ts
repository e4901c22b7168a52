/**
 * The messages that authors meet: models of Mattermost, each with its schema. Requests and responses
 * of single methods are reached through the tables of methods.
 *
 * @module
 */

// Users and teams.
export { type User, UserSchema } from "../../gen/mattermost/pluginapi/v1/user_pb.ts";
export {
  type Team,
  type TeamMember,
  TeamMemberSchema,
  TeamSchema,
  TeamType,
  TeamTypeSchema,
  type TeamUnread,
  TeamUnreadSchema,
} from "../../gen/mattermost/pluginapi/v1/team_pb.ts";

// Channels.
export {
  type Channel,
  type ChannelBannerInfo,
  ChannelBannerInfoSchema,
  ChannelSchema,
  ChannelType,
  ChannelTypeSchema,
} from "../../gen/mattermost/pluginapi/v1/channel_pb.ts";

// Posts.
export {
  type Draft,
  DraftSchema,
  type Post,
  type PostAcknowledgement,
  PostAcknowledgementSchema,
  type PostEmbed,
  PostEmbedSchema,
  type PostImage,
  PostImageSchema,
  type PostList,
  PostListSchema,
  type PostMetadata,
  PostMetadataSchema,
  type PostPriority,
  PostPrioritySchema,
  PostSchema,
  type PostTranslation,
  PostTranslationSchema,
  type Reaction,
  ReactionSchema,
  type ScheduledPost,
  ScheduledPostSchema,
} from "../../gen/mattermost/pluginapi/v1/post_pb.ts";
export { type Emoji, EmojiSchema } from "../../gen/mattermost/pluginapi/v1/emoji_pb.ts";
export {
  type FileData,
  FileDataSchema,
  type FileInfo,
  FileInfoSchema,
} from "../../gen/mattermost/pluginapi/v1/file_pb.ts";

// Errors and contexts.
export {
  type AppError,
  AppErrorSchema,
  type RequestContext,
  RequestContextSchema,
  type ViewUsersRestrictions,
  ViewUsersRestrictionsSchema,
} from "../../gen/mattermost/pluginapi/v1/common_pb.ts";
export {
  type PluginContext,
  PluginContextSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_common_pb.ts";

// Sessions, status, statistics.
export {
  type CustomStatus,
  CustomStatusSchema,
  type Session,
  SessionSchema,
  type Status,
  StatusSchema,
  type TeamMemberWithError,
  TeamMemberWithErrorSchema,
  type TeamStats,
  TeamStatsSchema,
  type UserAccessToken,
  UserAccessTokenSchema,
  type UserAuth,
  UserAuthSchema,
} from "../../gen/mattermost/pluginapi/v1/api_user_team_pb.ts";

// Members, sidebar, search.
export {
  type ChannelMember,
  type ChannelMemberIdentifier,
  ChannelMemberIdentifierSchema,
  ChannelMemberSchema,
  type ChannelStats,
  ChannelStatsSchema,
  type OrderedSidebarCategories,
  OrderedSidebarCategoriesSchema,
  type PostSearchResults,
  PostSearchResultsSchema,
  type SearchParameter,
  SearchParameterSchema,
  type SearchParams,
  SearchParamsSchema,
  type SidebarCategoryWithChannels,
  SidebarCategoryWithChannelsSchema,
  type StringList,
  StringListSchema,
} from "../../gen/mattermost/pluginapi/v1/api_channel_post_pb.ts";

// Files and bots.
export {
  type Bot,
  type BotGetOptions,
  BotGetOptionsSchema,
  type BotPatch,
  BotPatchSchema,
  BotSchema,
  type GetFileInfosOptions,
  GetFileInfosOptionsSchema,
  type UploadSession,
  UploadSessionSchema,
} from "../../gen/mattermost/pluginapi/v1/api_file_bot_pb.ts";

// Key-value store, plugins, websockets.
export {
  type KeyValuePair,
  KeyValuePairSchema,
  type Manifest,
  ManifestSchema,
  type ManifestServer,
  ManifestServerSchema,
  type ManifestWebapp,
  ManifestWebappSchema,
  type PluginKVSetOptions,
  PluginKVSetOptionsSchema,
  type PluginOption,
  PluginOptionSchema,
  type PluginSetting,
  PluginSettingSchema,
  type PluginSettingsSchema,
  PluginSettingsSchemaSchema,
  type PluginSettingsSection,
  PluginSettingsSectionSchema,
  type PluginStatus,
  PluginStatusSchema,
  type WebsocketBroadcast,
  WebsocketBroadcastSchema,
} from "../../gen/mattermost/pluginapi/v1/api_kv_config_pb.ts";

// Commands, dialogs, groups, properties, notifications.
export {
  type AuditEventActor,
  AuditEventActorSchema,
  type AuditEventData,
  AuditEventDataSchema,
  type AuditEventError,
  AuditEventErrorSchema,
  type AuditRecord,
  AuditRecordSchema,
  type AutocompleteArg,
  AutocompleteArgSchema,
  type AutocompleteData,
  AutocompleteDataSchema,
  type Command,
  type CommandArgs,
  CommandArgsSchema,
  type CommandResponse,
  CommandResponseSchema,
  CommandSchema,
  type CreateDefaultMembershipParams,
  CreateDefaultMembershipParamsSchema,
  type Dialog,
  type DialogDateTimeConfig,
  DialogDateTimeConfigSchema,
  type DialogElement,
  type DialogElementOption,
  DialogElementOptionSchema,
  DialogElementSchema,
  DialogSchema,
  type GetPostsSinceForSyncCursor,
  GetPostsSinceForSyncCursorSchema,
  type Group,
  type GroupMember,
  GroupMemberSchema,
  GroupSchema,
  type GroupSearchOpts,
  GroupSearchOptsSchema,
  type GroupSyncable,
  GroupSyncableSchema,
  type Level,
  LevelSchema,
  type MessageAttachment,
  type MessageAttachmentField,
  MessageAttachmentFieldSchema,
  MessageAttachmentSchema,
  type OAuthApp,
  OAuthAppSchema,
  type OpenDialogRequest,
  OpenDialogRequestSchema,
  type PageOpts,
  PageOptsSchema,
  type PluginClusterEvent,
  PluginClusterEventSchema,
  type PluginClusterEventSendOptions,
  PluginClusterEventSendOptionsSchema,
  type PluginHTTPRequest,
  PluginHTTPRequestSchema,
  type PluginHTTPResponse,
  PluginHTTPResponseSchema,
  type PostAction,
  type PostActionIntegration,
  PostActionIntegrationSchema,
  type PostActionOptions,
  PostActionOptionsSchema,
  PostActionSchema,
  type Preference,
  PreferenceSchema,
  type PropertyField,
  PropertyFieldSchema,
  type PropertyFieldSearchCursor,
  PropertyFieldSearchCursorSchema,
  type PropertyFieldSearchOpts,
  PropertyFieldSearchOptsSchema,
  type PropertyGroup,
  PropertyGroupSchema,
  type PropertyValue,
  PropertyValueSchema,
  type PropertyValueSearchCursor,
  PropertyValueSearchCursorSchema,
  type PropertyValueSearchOpts,
  PropertyValueSearchOptsSchema,
  type PushNotification,
  PushNotificationSchema,
  type RegisterPluginOpts,
  RegisterPluginOptsSchema,
  type SendToastMessageOptions,
  SendToastMessageOptionsSchema,
  type SharedChannel,
  SharedChannelSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";

// Shared channels and clusters.
export {
  type SyncResponse,
  SyncResponseSchema,
} from "../../gen/mattermost/pluginapi/v1/shared_channels_pb.ts";
export {
  type RemoteCluster,
  RemoteClusterSchema,
  type WebSocketRequest,
  WebSocketRequestSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_command_pb.ts";

// Lifecycle, mail, HTTP.
export {
  type FilesLimits,
  FilesLimitsSchema,
  type MessagesLimits,
  MessagesLimitsSchema,
  type OnInstallEvent,
  OnInstallEventSchema,
  type ProductLimits,
  ProductLimitsSchema,
  type TeamsLimits,
  TeamsLimitsSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_lifecycle_pb.ts";
export {
  type EmailNotificationContent,
  EmailNotificationContentSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";
export {
  type HTTPHeader,
  HTTPHeaderSchema,
  type ServeHTTPRequestInit,
  ServeHTTPRequestInitSchema,
  type ServeHTTPResponseInit,
  ServeHTTPResponseInitSchema,
} from "../../gen/mattermost/pluginapi/v1/hooks_http_pb.ts";
