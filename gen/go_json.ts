// Written by `deno task gen` from proto/ and gen/go_schema.json. Do not edit.

/**
 * The JSON that travels as bytes inside messages, as Go's encoding/json writes it.
 *
 * A field that is optional here is a pointer, or left out when empty, in Go; an older server does not
 * know the newer ones. Lists and maps are null where Go's are nil. Times are RFC 3339 strings, bytes
 * are base64. Numbers beyond 2^53 lose precision.
 *
 * @module
 */

import type { JsonValue } from "@bufbuild/protobuf";

/** Go's `model.AccessControlSettings` as JSON. */
export interface AccessControlSettings {
  /** Go: `*bool`. */
  EnableAttributeBasedAccessControl?: boolean | null;
  /** Go: `*bool`. */
  EnableUserManagedAttributes?: boolean | null;
}

/** Go's `model.AdditionalContentFlaggingSettings` as JSON. */
export interface AdditionalContentFlaggingSettings {
  /** Go: `*[]string`. */
  Reasons?: string[] | null;
  /** Go: `*bool`. */
  ReporterCommentRequired?: boolean | null;
  /** Go: `*bool`. */
  ReviewerCommentRequired?: boolean | null;
  /** Go: `*bool`. */
  HideFlaggedContent?: boolean | null;
}

/** Go's `model.AgentsProviderSettings` as JSON. */
export interface AgentsProviderSettings {
  /** Go: `*string`. */
  LLMServiceID?: string | null;
}

/** Go's `model.AnalyticsSettings` as JSON. */
export interface AnalyticsSettings {
  /** Go: `*int`. */
  MaxUsersForStatistics?: number | null;
}

/** Go's `model.AnnouncementSettings` as JSON. */
export interface AnnouncementSettings {
  /** Go: `*bool`. */
  EnableBanner?: boolean | null;
  /** Go: `*string`. */
  BannerText?: string | null;
  /** Go: `*string`. */
  BannerColor?: string | null;
  /** Go: `*string`. */
  BannerTextColor?: string | null;
  /** Go: `*bool`. */
  AllowBannerDismissal?: boolean | null;
  /** Go: `*bool`. */
  AdminNoticesEnabled?: boolean | null;
  /** Go: `*bool`. */
  UserNoticesEnabled?: boolean | null;
  /** Go: `*string`. */
  NoticesURL?: string | null;
  /** Go: `*int`. */
  NoticesFetchFrequency?: number | null;
  /** Go: `*bool`. */
  NoticesSkipCache?: boolean | null;
}

/** Go's `model.AutoTranslationSettings` as JSON. */
export interface AutoTranslationSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*bool`. */
  RestrictDMAndGM?: boolean | null;
  /** Go: `*string`. */
  Provider?: string | null;
  /** Go: `*[]string`. */
  TargetLanguages?: string[] | null;
  /** Go: `*int`. */
  Workers?: number | null;
  /** Go: `*int`. */
  TimeoutMs?: number | null;
  /** Go: `*model.LibreTranslateProviderSettings`. */
  LibreTranslate?: LibreTranslateProviderSettings | null;
  /** Go: `*model.AgentsProviderSettings`. */
  Agents?: AgentsProviderSettings | null;
}

/** Go's `model.CacheSettings` as JSON. */
export interface CacheSettings {
  /** Go: `*string`. */
  CacheType?: string | null;
  /** Go: `*string`. */
  RedisAddress?: string | null;
  /** Go: `*string`. */
  RedisPassword?: string | null;
  /** Go: `*int`. */
  RedisDB?: number | null;
  /** Go: `*string`. */
  RedisCachePrefix?: string | null;
  /** Go: `*bool`. */
  DisableClientCache?: boolean | null;
}

/** Go's `model.ClientRequirements` as JSON. */
export interface ClientRequirements {
  /** Go: `string`. */
  AndroidLatestVersion: string;
  /** Go: `string`. */
  AndroidMinVersion: string;
  /** Go: `string`. */
  IosLatestVersion: string;
  /** Go: `string`. */
  IosMinVersion: string;
}

/** Go's `model.CloudSettings` as JSON. */
export interface CloudSettings {
  /** Go: `*string`. */
  CWSURL?: string | null;
  /** Go: `*string`. */
  CWSAPIURL?: string | null;
  /** Go: `*bool`. */
  CWSMock?: boolean | null;
  /** Go: `*bool`. */
  Disable?: boolean | null;
  /** Go: `*string`. */
  PreviewModalBucketURL?: string | null;
}

/** Go's `model.ClusterSettings` as JSON. */
export interface ClusterSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*string`. */
  ClusterName?: string | null;
  /** Go: `*string`. */
  OverrideHostname?: string | null;
  /** Go: `*string`. */
  NetworkInterface?: string | null;
  /** Go: `*string`. */
  BindAddress?: string | null;
  /** Go: `*string`. */
  AdvertiseAddress?: string | null;
  /** Go: `*bool`. */
  UseIPAddress?: boolean | null;
  /** Go: `*bool`. */
  EnableGossipCompression?: boolean | null;
  /** Go: `*bool`. */
  EnableExperimentalGossipEncryption?: boolean;
  /** Go: `*bool`. */
  EnableGossipEncryption?: boolean | null;
  /** Go: `*bool`. */
  ReadOnlyConfig?: boolean | null;
  /** Go: `*int`. */
  GossipPort?: number | null;
}

/** Go's `model.ComplianceSettings` as JSON. */
export interface ComplianceSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*string`. */
  Directory?: string | null;
  /** Go: `*bool`. */
  EnableDaily?: boolean | null;
  /** Go: `*int`. */
  BatchSize?: number | null;
}

/** Go's `model.Config` as JSON. */
export interface Config {
  /** Go: `model.ServiceSettings`. */
  ServiceSettings: ServiceSettings;
  /** Go: `model.TeamSettings`. */
  TeamSettings: TeamSettings;
  /** Go: `model.ClientRequirements`. */
  ClientRequirements: ClientRequirements;
  /** Go: `model.SqlSettings`. */
  SqlSettings: SqlSettings;
  /** Go: `model.LogSettings`. */
  LogSettings: LogSettings;
  /** Go: `model.ExperimentalAuditSettings`. */
  ExperimentalAuditSettings: ExperimentalAuditSettings;
  /** Go: `model.PasswordSettings`. */
  PasswordSettings: PasswordSettings;
  /** Go: `model.FileSettings`. */
  FileSettings: FileSettings;
  /** Go: `model.EmailSettings`. */
  EmailSettings: EmailSettings;
  /** Go: `model.RateLimitSettings`. */
  RateLimitSettings: RateLimitSettings;
  /** Go: `model.PrivacySettings`. */
  PrivacySettings: PrivacySettings;
  /** Go: `model.SupportSettings`. */
  SupportSettings: SupportSettings;
  /** Go: `model.AnnouncementSettings`. */
  AnnouncementSettings: AnnouncementSettings;
  /** Go: `model.ThemeSettings`. */
  ThemeSettings: ThemeSettings;
  /** Go: `model.SSOSettings`. */
  GitLabSettings: SSOSettings;
  /** Go: `model.SSOSettings`. */
  GoogleSettings: SSOSettings;
  /** Go: `model.Office365Settings`. */
  Office365Settings: Office365Settings;
  /** Go: `model.SSOSettings`. */
  OpenIdSettings: SSOSettings;
  /** Go: `model.LdapSettings`. */
  LdapSettings: LdapSettings;
  /** Go: `model.ComplianceSettings`. */
  ComplianceSettings: ComplianceSettings;
  /** Go: `model.LocalizationSettings`. */
  LocalizationSettings: LocalizationSettings;
  /** Go: `model.SamlSettings`. */
  SamlSettings: SamlSettings;
  /** Go: `model.NativeAppSettings`. */
  NativeAppSettings: NativeAppSettings;
  /** Go: `model.IntuneSettings`. */
  IntuneSettings: IntuneSettings;
  /** Go: `model.CacheSettings`. */
  CacheSettings: CacheSettings;
  /** Go: `model.ClusterSettings`. */
  ClusterSettings: ClusterSettings;
  /** Go: `model.MetricsSettings`. */
  MetricsSettings: MetricsSettings;
  /** Go: `model.ExperimentalSettings`. */
  ExperimentalSettings: ExperimentalSettings;
  /** Go: `model.AnalyticsSettings`. */
  AnalyticsSettings: AnalyticsSettings;
  /** Go: `model.ElasticsearchSettings`. */
  ElasticsearchSettings: ElasticsearchSettings;
  /** Go: `model.DataRetentionSettings`. */
  DataRetentionSettings: DataRetentionSettings;
  /** Go: `model.MobileEphemeralModeSettings`. */
  MobileEphemeralModeSettings: MobileEphemeralModeSettings;
  /** Go: `model.MessageExportSettings`. */
  MessageExportSettings: MessageExportSettings;
  /** Go: `model.JobSettings`. */
  JobSettings: JobSettings;
  /** Go: `model.PluginSettings`. */
  PluginSettings: PluginSettings;
  /** Go: `model.DisplaySettings`. */
  DisplaySettings: DisplaySettings;
  /** Go: `model.GuestAccountsSettings`. */
  GuestAccountsSettings: GuestAccountsSettings;
  /** Go: `model.ImageProxySettings`. */
  ImageProxySettings: ImageProxySettings;
  /** Go: `model.CloudSettings`. */
  CloudSettings: CloudSettings;
  /** Go: `*model.FeatureFlags`. */
  FeatureFlags?: FeatureFlags;
  /** Go: `model.ImportSettings`. */
  ImportSettings: ImportSettings;
  /** Go: `model.ExportSettings`. */
  ExportSettings: ExportSettings;
  /** Go: `model.WranglerSettings`. */
  WranglerSettings: WranglerSettings;
  /** Go: `model.ConnectedWorkspacesSettings`. */
  ConnectedWorkspacesSettings: ConnectedWorkspacesSettings;
  /** Go: `model.AccessControlSettings`. */
  AccessControlSettings: AccessControlSettings;
  /** Go: `model.ContentFlaggingSettings`. */
  ContentFlaggingSettings: ContentFlaggingSettings;
  /** Go: `model.AutoTranslationSettings`. */
  AutoTranslationSettings: AutoTranslationSettings;
}

/** Go's `model.ConnectedWorkspacesSettings` as JSON. */
export interface ConnectedWorkspacesSettings {
  /** Go: `*bool`. */
  EnableSharedChannels?: boolean | null;
  /** Go: `*bool`. */
  EnableRemoteClusterService?: boolean | null;
  /** Go: `*bool`. */
  DisableSharedChannelsStatusSync?: boolean | null;
  /** Go: `*bool`. */
  SyncUsersOnConnectionOpen?: boolean | null;
  /** Go: `*int`. */
  GlobalUserSyncBatchSize?: number | null;
  /** Go: `*int`. */
  MaxPostsPerSync?: number | null;
  /** Go: `*int`. */
  MemberSyncBatchSize?: number | null;
}

/** Go's `model.ContentFlaggingNotificationSettings` as JSON. */
export interface ContentFlaggingNotificationSettings {
  /** Go: `map[model.ContentFlaggingEvent][]model.NotificationTarget`. */
  EventTargetMapping: { [key: string]: string[] | null } | null;
}

/** Go's `model.ContentFlaggingSettings` as JSON. */
export interface ContentFlaggingSettings {
  /** Go: `*bool`. */
  EnableContentFlagging?: boolean | null;
  /** Go: `*model.ContentFlaggingNotificationSettings`. */
  NotificationSettings?: ContentFlaggingNotificationSettings | null;
  /** Go: `*model.AdditionalContentFlaggingSettings`. */
  AdditionalSettings?: AdditionalContentFlaggingSettings | null;
  /** Go: `*model.ReviewerSettings`. */
  ReviewerSettings?: ReviewerSettings | null;
}

/** Go's `model.Customer` as JSON. */
export interface Customer {
  /** Go: `string`. */
  id: string;
  /** Go: `string`. */
  name: string;
  /** Go: `string`. */
  email: string;
  /** Go: `string`. */
  company: string;
}

/** Go's `model.DataRetentionSettings` as JSON. */
export interface DataRetentionSettings {
  /** Go: `*bool`. */
  EnableMessageDeletion?: boolean | null;
  /** Go: `*bool`. */
  EnableFileDeletion?: boolean | null;
  /** Go: `*bool`. */
  EnableBoardsDeletion?: boolean | null;
  /** Go: `*int`. */
  MessageRetentionDays?: number | null;
  /** Go: `*int`. */
  MessageRetentionHours?: number | null;
  /** Go: `*int`. */
  FileRetentionDays?: number | null;
  /** Go: `*int`. */
  FileRetentionHours?: number | null;
  /** Go: `*int`. */
  BoardsRetentionDays?: number | null;
  /** Go: `*string`. */
  DeletionJobStartTime?: string | null;
  /** Go: `*int`. */
  BatchSize?: number | null;
  /** Go: `*int`. */
  TimeBetweenBatchesMilliseconds?: number | null;
  /** Go: `*int`. */
  RetentionIdsBatchSize?: number | null;
  /** Go: `*bool`. */
  PreservePinnedPosts?: boolean | null;
}

/** Go's `model.DisplaySettings` as JSON. */
export interface DisplaySettings {
  /** Go: `[]string`. */
  CustomURLSchemes: string[] | null;
  /** Go: `*int`. */
  MaxMarkdownNodes?: number | null;
}

/** Go's `model.ElasticsearchSettings` as JSON. */
export interface ElasticsearchSettings {
  /** Go: `*string`. */
  ConnectionURL?: string | null;
  /** Go: `*string`. */
  Backend?: string | null;
  /** Go: `*string`. */
  Username?: string | null;
  /** Go: `*string`. */
  Password?: string | null;
  /** Go: `*bool`. */
  EnableIndexing?: boolean | null;
  /** Go: `*bool`. */
  EnableSearching?: boolean | null;
  /** Go: `*bool`. */
  EnableCJKAnalyzers?: boolean | null;
  /** Go: `*bool`. */
  EnableAutocomplete?: boolean | null;
  /** Go: `*bool`. */
  Sniff?: boolean | null;
  /** Go: `*int`. */
  PostIndexReplicas?: number | null;
  /** Go: `*int`. */
  PostIndexShards?: number | null;
  /** Go: `*int`. */
  ChannelIndexReplicas?: number | null;
  /** Go: `*int`. */
  ChannelIndexShards?: number | null;
  /** Go: `*int`. */
  UserIndexReplicas?: number | null;
  /** Go: `*int`. */
  UserIndexShards?: number | null;
  /** Go: `*int`. */
  AggregatePostsAfterDays?: number | null;
  /** Go: `*string`. */
  PostsAggregatorJobStartTime?: string | null;
  /** Go: `*string`. */
  IndexPrefix?: string | null;
  /** Go: `*string`. */
  GlobalSearchPrefix?: string | null;
  /** Go: `*int`. */
  LiveIndexingBatchSize?: number | null;
  /** Go: `*int`. */
  BulkIndexingTimeWindowSeconds?: number;
  /** Go: `*int`. */
  BatchSize?: number | null;
  /** Go: `*int`. */
  RequestTimeoutSeconds?: number | null;
  /** Go: `*bool`. */
  SkipTLSVerification?: boolean | null;
  /** Go: `*string`. */
  CA?: string | null;
  /** Go: `*string`. */
  ClientCert?: string | null;
  /** Go: `*string`. */
  ClientKey?: string | null;
  /** Go: `*string`. */
  Trace?: string | null;
  /** Go: `*string`. */
  IgnoredPurgeIndexes?: string | null;
  /** Go: `*bool`. */
  EnableSearchPublicChannelsWithoutMembership?: boolean | null;
}

/** Go's `model.EmailNotification` as JSON. */
export interface EmailNotification {
  /** Go: `string`. */
  post_id: string;
  /** Go: `string`. */
  channel_id: string;
  /** Go: `string`. */
  team_id: string;
  /** Go: `string`. */
  sender_id: string;
  /** Go: `string`. */
  sender_display_name?: string;
  /** Go: `string`. */
  recipient_id: string;
  /** Go: `string`. */
  root_id?: string;
  /** Go: `string`. */
  channel_type: string;
  /** Go: `string`. */
  channel_name: string;
  /** Go: `string`. */
  team_name: string;
  /** Go: `string`. */
  sender_username: string;
  /** Go: `bool`. */
  is_direct_message: boolean;
  /** Go: `bool`. */
  is_group_message: boolean;
  /** Go: `bool`. */
  is_thread_reply: boolean;
  /** Go: `bool`. */
  is_crt_enabled: boolean;
  /** Go: `bool`. */
  use_military_time: boolean;
  /** Go: `string`. */
  subject?: string;
  /** Go: `string`. */
  title?: string;
  /** Go: `string`. */
  subtitle?: string;
  /** Go: `string`. */
  message_html?: string;
  /** Go: `string`. */
  message_text?: string;
  /** Go: `string`. */
  button_text?: string;
  /** Go: `string`. */
  button_url?: string;
  /** Go: `string`. */
  footer_text?: string;
}

/** Go's `model.EmailSettings` as JSON. */
export interface EmailSettings {
  /** Go: `*bool`. */
  EnableSignUpWithEmail?: boolean | null;
  /** Go: `*bool`. */
  EnableSignInWithEmail?: boolean | null;
  /** Go: `*bool`. */
  EnableSignInWithUsername?: boolean | null;
  /** Go: `*bool`. */
  SendEmailNotifications?: boolean | null;
  /** Go: `*bool`. */
  UseChannelInEmailNotifications?: boolean | null;
  /** Go: `*bool`. */
  RequireEmailVerification?: boolean | null;
  /** Go: `*string`. */
  FeedbackName?: string | null;
  /** Go: `*string`. */
  FeedbackEmail?: string | null;
  /** Go: `*string`. */
  ReplyToAddress?: string | null;
  /** Go: `*string`. */
  FeedbackOrganization?: string | null;
  /** Go: `*bool`. */
  EnableSMTPAuth?: boolean | null;
  /** Go: `*string`. */
  SMTPUsername?: string | null;
  /** Go: `*string`. */
  SMTPPassword?: string | null;
  /** Go: `*string`. */
  SMTPServer?: string | null;
  /** Go: `*string`. */
  SMTPPort?: string | null;
  /** Go: `*int`. */
  SMTPServerTimeout?: number | null;
  /** Go: `*string`. */
  ConnectionSecurity?: string | null;
  /** Go: `*bool`. */
  SendPushNotifications?: boolean | null;
  /** Go: `*string`. */
  PushNotificationServer?: string | null;
  /** Go: `*string`. */
  PushNotificationContents?: string | null;
  /** Go: `*int`. */
  PushNotificationBuffer?: number | null;
  /** Go: `*bool`. */
  EnableEmailBatching?: boolean | null;
  /** Go: `*int`. */
  EmailBatchingBufferSize?: number | null;
  /** Go: `*int`. */
  EmailBatchingInterval?: number | null;
  /** Go: `*bool`. */
  EnablePreviewModeBanner?: boolean | null;
  /** Go: `*bool`. */
  SkipServerCertificateVerification?: boolean | null;
  /** Go: `*string`. */
  EmailNotificationContentsType?: string | null;
  /** Go: `*string`. */
  LoginButtonColor?: string | null;
  /** Go: `*string`. */
  LoginButtonBorderColor?: string | null;
  /** Go: `*string`. */
  LoginButtonTextColor?: string | null;
}

/** Go's `model.Emoji` as JSON. */
export interface Emoji {
  /** Go: `string`. */
  id: string;
  /** Go: `int64`. */
  create_at: number;
  /** Go: `int64`. */
  update_at: number;
  /** Go: `int64`. */
  delete_at: number;
  /** Go: `string`. */
  creator_id: string;
  /** Go: `string`. */
  name: string;
}

/** Go's `model.ExperimentalAuditSettings` as JSON. */
export interface ExperimentalAuditSettings {
  /** Go: `*bool`. */
  FileEnabled?: boolean | null;
  /** Go: `*string`. */
  FileName?: string | null;
  /** Go: `json.RawMessage`. */
  AdvancedLoggingJSON: JsonValue;
  /** Go: `*string`. */
  Certificate?: string | null;
}

/** Go's `model.ExperimentalSettings` as JSON. */
export interface ExperimentalSettings {
  /** Go: `*bool`. */
  ClientSideCertEnable?: boolean | null;
  /** Go: `*int64`. */
  LinkMetadataTimeoutMilliseconds?: number | null;
  /** Go: `*bool`. */
  RestrictSystemAdmin?: boolean | null;
  /** Go: `*bool`. */
  EnableSharedChannels?: boolean | null;
  /** Go: `*bool`. */
  EnableRemoteClusterService?: boolean | null;
  /** Go: `*bool`. */
  DisableAppBar?: boolean | null;
  /** Go: `*bool`. */
  DisableRefetchingOnBrowserFocus?: boolean | null;
  /** Go: `*bool`. */
  DelayChannelAutocomplete?: boolean | null;
  /** Go: `*bool`. */
  DisableWakeUpReconnectHandler?: boolean | null;
  /** Go: `*int64`. */
  UsersStatusAndProfileFetchingPollIntervalMilliseconds?: number | null;
  /** Go: `*bool`. */
  YoutubeReferrerPolicy?: boolean | null;
  /** Go: `*bool`. */
  EnableWatermark?: boolean | null;
}

/** Go's `model.ExportSettings` as JSON. */
export interface ExportSettings {
  /** Go: `*string`. */
  Directory?: string | null;
  /** Go: `*int`. */
  RetentionDays?: number | null;
}

/** Go's `model.FeatureFlags` as JSON. */
export interface FeatureFlags {
  /** Go: `string`. */
  TestFeature: string;
  /** Go: `bool`. */
  TestBoolFeature: boolean;
  /** Go: `bool`. */
  EnableRemoteClusterService: boolean;
  /** Go: `bool`. */
  EnableSharedChannelsDMs: boolean;
  /** Go: `bool`. */
  EnableSharedChannelsPlugins: boolean;
  /** Go: `bool`. */
  EnableSharedChannelsMemberSync: boolean;
  /** Go: `bool`. */
  EnableSyncAllUsersForRemoteCluster: boolean;
  /** Go: `bool`. */
  AppsEnabled: boolean;
  /** Go: `bool`. */
  PermalinkPreviews: boolean;
  /** Go: `bool`. */
  NormalizeLdapDNs: boolean;
  /** Go: `bool`. */
  WysiwygEditor: boolean;
  /** Go: `bool`. */
  OnboardingTourTips: boolean;
  /** Go: `bool`. */
  DeprecateCloudFree: boolean;
  /** Go: `bool`. */
  EnableExportDirectDownload: boolean;
  /** Go: `bool`. */
  MoveThreadsEnabled: boolean;
  /** Go: `bool`. */
  StreamlinedMarketplace: boolean;
  /** Go: `bool`. */
  CloudIPFiltering: boolean;
  /** Go: `bool`. */
  ConsumePostHook: boolean;
  /** Go: `bool`. */
  CloudAnnualRenewals: boolean;
  /** Go: `bool`. */
  CloudDedicatedExportUI: boolean;
  /** Go: `bool`. */
  ChannelBookmarks: boolean;
  /** Go: `bool`. */
  WebSocketEventScope: boolean;
  /** Go: `bool`. */
  NotificationMonitoring: boolean;
  /** Go: `bool`. */
  ExperimentalAuditSettingsSystemConsoleUI: boolean;
  /** Go: `bool`. */
  CustomProfileAttributes: boolean;
  /** Go: `bool`. */
  AttributeBasedAccessControl: boolean;
  /** Go: `bool`. */
  AttributeValueMasking: boolean;
  /** Go: `bool`. */
  PermissionPolicies: boolean;
  /** Go: `bool`. */
  ChannelPermissionPolicies: boolean;
  /** Go: `bool`. */
  PolicySimulation: boolean;
  /** Go: `bool`. */
  ContentFlagging: boolean;
  /** Go: `bool`. */
  EnableMattermostEntry: boolean;
  /** Go: `bool`. */
  MobileSSOCodeExchange: boolean;
  /** Go: `bool`. */
  EnableShiftEscapeToMarkAllRead: boolean;
  /** Go: `bool`. */
  AutoTranslation: boolean;
  /** Go: `bool`. */
  ClassificationMarkings: boolean;
  /** Go: `bool`. */
  BurnOnRead: boolean;
  /** Go: `bool`. */
  EnableAIPluginBridge: boolean;
  /** Go: `bool`. */
  EnableAIRecaps: boolean;
  /** Go: `bool`. */
  IntegratedBoards: boolean;
  /** Go: `bool`. */
  CJKSearch: boolean;
  /** Go: `bool`. */
  AggregatePluginMetrics: boolean;
  /** Go: `bool`. */
  ManagedChannelCategories: boolean;
  /** Go: `bool`. */
  SessionAttributes: boolean;
  /** Go: `bool`. */
  DiscoverableChannels: boolean;
  /** Go: `bool`. */
  MobileEphemeralMode: boolean;
}

/** Go's `model.Features` as JSON. */
export interface Features {
  /** Go: `*int`. */
  users?: number | null;
  /** Go: `*bool`. */
  ldap?: boolean | null;
  /** Go: `*bool`. */
  ldap_groups?: boolean | null;
  /** Go: `*bool`. */
  mfa?: boolean | null;
  /** Go: `*bool`. */
  google_oauth?: boolean | null;
  /** Go: `*bool`. */
  office365_oauth?: boolean | null;
  /** Go: `*bool`. */
  openid?: boolean | null;
  /** Go: `*bool`. */
  compliance?: boolean | null;
  /** Go: `*bool`. */
  cluster?: boolean | null;
  /** Go: `*bool`. */
  metrics?: boolean | null;
  /** Go: `*bool`. */
  mhpns?: boolean | null;
  /** Go: `*bool`. */
  saml?: boolean | null;
  /** Go: `*bool`. */
  elastic_search?: boolean | null;
  /** Go: `*bool`. */
  announcement?: boolean | null;
  /** Go: `*bool`. */
  theme_management?: boolean | null;
  /** Go: `*bool`. */
  email_notification_contents?: boolean | null;
  /** Go: `*bool`. */
  data_retention?: boolean | null;
  /** Go: `*bool`. */
  message_export?: boolean | null;
  /** Go: `*bool`. */
  custom_permissions_schemes?: boolean | null;
  /** Go: `*bool`. */
  custom_terms_of_service?: boolean | null;
  /** Go: `*bool`. */
  guest_accounts?: boolean | null;
  /** Go: `*bool`. */
  guest_accounts_permissions?: boolean | null;
  /** Go: `*bool`. */
  id_loaded?: boolean | null;
  /** Go: `*bool`. */
  lock_teammate_name_display?: boolean | null;
  /** Go: `*bool`. */
  enterprise_plugins?: boolean | null;
  /** Go: `*bool`. */
  advanced_logging?: boolean | null;
  /** Go: `*bool`. */
  cloud?: boolean | null;
  /** Go: `*bool`. */
  shared_channels?: boolean | null;
  /** Go: `*bool`. */
  remote_cluster_service?: boolean | null;
  /** Go: `*bool`. */
  outgoing_oauth_connections?: boolean | null;
  /** Go: `*bool`. */
  auto_translation?: boolean | null;
  /** Go: `*bool`. */
  future_features?: boolean | null;
}

/** Go's `model.FileInfo` as JSON. */
export interface FileInfo {
  /** Go: `string`. */
  id: string;
  /** Go: `string`. */
  user_id: string;
  /** Go: `string`. */
  post_id?: string;
  /** Go: `string`. */
  channel_id: string;
  /** Go: `int64`. */
  create_at: number;
  /** Go: `int64`. */
  update_at: number;
  /** Go: `int64`. */
  delete_at: number;
  /** Go: `string`. */
  name: string;
  /** Go: `string`. */
  extension: string;
  /** Go: `int64`. */
  size: number;
  /** Go: `string`. */
  mime_type: string;
  /** Go: `int`. */
  width?: number;
  /** Go: `int`. */
  height?: number;
  /** Go: `bool`. */
  has_preview_image?: boolean;
  /** Go: `*[]uint8`. */
  mini_preview?: string | null;
  /** Go: `*string`. */
  remote_id?: string | null;
  /** Go: `bool`. */
  archived: boolean;
}

/** Go's `model.FileSettings` as JSON. */
export interface FileSettings {
  /** Go: `*bool`. */
  EnableFileAttachments?: boolean | null;
  /** Go: `*bool`. */
  EnableMobileUpload?: boolean | null;
  /** Go: `*bool`. */
  EnableMobileDownload?: boolean | null;
  /** Go: `*int64`. */
  MaxFileSize?: number | null;
  /** Go: `*int64`. */
  MaxImageResolution?: number | null;
  /** Go: `*int64`. */
  MaxImageDecoderConcurrency?: number | null;
  /** Go: `*string`. */
  DriverName?: string | null;
  /** Go: `*string`. */
  Directory?: string | null;
  /** Go: `*bool`. */
  EnablePublicLink?: boolean | null;
  /** Go: `*bool`. */
  ExtractContent?: boolean | null;
  /** Go: `*bool`. */
  ArchiveRecursion?: boolean | null;
  /** Go: `*string`. */
  PublicLinkSalt?: string | null;
  /** Go: `*string`. */
  InitialFont?: string | null;
  /** Go: `*string`. */
  AmazonS3AccessKeyId?: string | null;
  /** Go: `*string`. */
  AmazonS3SecretAccessKey?: string | null;
  /** Go: `*string`. */
  AmazonS3Bucket?: string | null;
  /** Go: `*string`. */
  AmazonS3PathPrefix?: string | null;
  /** Go: `*string`. */
  AmazonS3Region?: string | null;
  /** Go: `*string`. */
  AmazonS3Endpoint?: string | null;
  /** Go: `*bool`. */
  AmazonS3SSL?: boolean | null;
  /** Go: `*bool`. */
  AmazonS3SignV2?: boolean | null;
  /** Go: `*bool`. */
  AmazonS3SSE?: boolean | null;
  /** Go: `*bool`. */
  AmazonS3Trace?: boolean | null;
  /** Go: `*int64`. */
  AmazonS3RequestTimeoutMilliseconds?: number | null;
  /** Go: `*int64`. */
  AmazonS3UploadPartSizeBytes?: number | null;
  /** Go: `*string`. */
  AmazonS3StorageClass?: string | null;
  /** Go: `*string`. */
  AzureStorageAccount?: string | null;
  /** Go: `*string`. */
  AzureAuthMode?: string | null;
  /** Go: `*string`. */
  AzureAccessKey?: string | null;
  /** Go: `*string`. */
  AzureContainer?: string | null;
  /** Go: `*string`. */
  AzurePathPrefix?: string | null;
  /** Go: `*string`. */
  AzureCloud?: string | null;
  /** Go: `*string`. */
  AzureEndpoint?: string | null;
  /** Go: `*bool`. */
  AzureSSL?: boolean | null;
  /** Go: `*int64`. */
  AzureRequestTimeoutMilliseconds?: number | null;
  /** Go: `*bool`. */
  DedicatedExportStore?: boolean | null;
  /** Go: `*string`. */
  ExportDriverName?: string | null;
  /** Go: `*string`. */
  ExportDirectory?: string | null;
  /** Go: `*string`. */
  ExportAmazonS3AccessKeyId?: string | null;
  /** Go: `*string`. */
  ExportAmazonS3SecretAccessKey?: string | null;
  /** Go: `*string`. */
  ExportAmazonS3Bucket?: string | null;
  /** Go: `*string`. */
  ExportAmazonS3PathPrefix?: string | null;
  /** Go: `*string`. */
  ExportAmazonS3Region?: string | null;
  /** Go: `*string`. */
  ExportAmazonS3Endpoint?: string | null;
  /** Go: `*bool`. */
  ExportAmazonS3SSL?: boolean | null;
  /** Go: `*bool`. */
  ExportAmazonS3SignV2?: boolean | null;
  /** Go: `*bool`. */
  ExportAmazonS3SSE?: boolean | null;
  /** Go: `*bool`. */
  ExportAmazonS3Trace?: boolean | null;
  /** Go: `*int64`. */
  ExportAmazonS3RequestTimeoutMilliseconds?: number | null;
  /** Go: `*int64`. */
  ExportAmazonS3PresignExpiresSeconds?: number | null;
  /** Go: `*int64`. */
  ExportAmazonS3UploadPartSizeBytes?: number | null;
  /** Go: `*string`. */
  ExportAmazonS3StorageClass?: string | null;
  /** Go: `*string`. */
  ExportAzureStorageAccount?: string | null;
  /** Go: `*string`. */
  ExportAzureAuthMode?: string | null;
  /** Go: `*string`. */
  ExportAzureAccessKey?: string | null;
  /** Go: `*string`. */
  ExportAzureContainer?: string | null;
  /** Go: `*string`. */
  ExportAzurePathPrefix?: string | null;
  /** Go: `*string`. */
  ExportAzureCloud?: string | null;
  /** Go: `*string`. */
  ExportAzureEndpoint?: string | null;
  /** Go: `*bool`. */
  ExportAzureSSL?: boolean | null;
  /** Go: `*int64`. */
  ExportAzureRequestTimeoutMilliseconds?: number | null;
}

/** Go's `model.FilesLimits` as JSON. */
export interface FilesLimits {
  /** Go: `*int64`. */
  total_storage?: number | null;
}

/** Go's `model.GlobalRelayMessageExportSettings` as JSON. */
export interface GlobalRelayMessageExportSettings {
  /** Go: `*string`. */
  CustomerType?: string | null;
  /** Go: `*string`. */
  SMTPUsername?: string | null;
  /** Go: `*string`. */
  SMTPPassword?: string | null;
  /** Go: `*string`. */
  EmailAddress?: string | null;
  /** Go: `*int`. */
  SMTPServerTimeout?: number | null;
  /** Go: `*string`. */
  CustomSMTPServerName?: string | null;
  /** Go: `*string`. */
  CustomSMTPPort?: string | null;
}

/** Go's `model.GuestAccountsSettings` as JSON. */
export interface GuestAccountsSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*bool`. */
  HideTags?: boolean | null;
  /** Go: `*bool`. */
  AllowEmailAccounts?: boolean | null;
  /** Go: `*bool`. */
  EnforceMultifactorAuthentication?: boolean | null;
  /** Go: `*string`. */
  RestrictCreationToDomains?: string | null;
  /** Go: `*bool`. */
  EnableGuestMagicLink?: boolean | null;
}

/** Go's `model.ImageProxySettings` as JSON. */
export interface ImageProxySettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*string`. */
  ImageProxyType?: string | null;
  /** Go: `*string`. */
  RemoteImageProxyURL?: string | null;
  /** Go: `*string`. */
  RemoteImageProxyOptions?: string | null;
}

/** Go's `model.ImportSettings` as JSON. */
export interface ImportSettings {
  /** Go: `*string`. */
  Directory?: string | null;
  /** Go: `*int`. */
  RetentionDays?: number | null;
}

/** Go's `model.IntuneSettings` as JSON. */
export interface IntuneSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*string`. */
  TenantId?: string | null;
  /** Go: `*string`. */
  ClientId?: string | null;
  /** Go: `*string`. */
  AuthService?: string | null;
}

/** Go's `model.JobSettings` as JSON. */
export interface JobSettings {
  /** Go: `*bool`. */
  RunJobs?: boolean | null;
  /** Go: `*bool`. */
  RunScheduler?: boolean | null;
  /** Go: `*int`. */
  CleanupJobsThresholdDays?: number | null;
  /** Go: `*int`. */
  CleanupConfigThresholdDays?: number | null;
}

/** Go's `model.LdapSettings` as JSON. */
export interface LdapSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*bool`. */
  EnableSync?: boolean | null;
  /** Go: `*string`. */
  LdapServer?: string | null;
  /** Go: `*int`. */
  LdapPort?: number | null;
  /** Go: `*string`. */
  ConnectionSecurity?: string | null;
  /** Go: `*string`. */
  BaseDN?: string | null;
  /** Go: `*string`. */
  BindUsername?: string | null;
  /** Go: `*string`. */
  BindPassword?: string | null;
  /** Go: `*int`. */
  MaximumLoginAttempts?: number | null;
  /** Go: `*string`. */
  UserFilter?: string | null;
  /** Go: `*string`. */
  GroupFilter?: string | null;
  /** Go: `*string`. */
  GuestFilter?: string | null;
  /** Go: `*bool`. */
  EnableAdminFilter?: boolean | null;
  /** Go: `*string`. */
  AdminFilter?: string | null;
  /** Go: `*string`. */
  GroupDisplayNameAttribute?: string | null;
  /** Go: `*string`. */
  GroupIdAttribute?: string | null;
  /** Go: `*string`. */
  FirstNameAttribute?: string | null;
  /** Go: `*string`. */
  LastNameAttribute?: string | null;
  /** Go: `*string`. */
  EmailAttribute?: string | null;
  /** Go: `*string`. */
  UsernameAttribute?: string | null;
  /** Go: `*string`. */
  NicknameAttribute?: string | null;
  /** Go: `*string`. */
  IdAttribute?: string | null;
  /** Go: `*string`. */
  PositionAttribute?: string | null;
  /** Go: `*string`. */
  LoginIdAttribute?: string | null;
  /** Go: `*string`. */
  PictureAttribute?: string | null;
  /** Go: `*int`. */
  SyncIntervalMinutes?: number | null;
  /** Go: `*bool`. */
  ReAddRemovedMembers?: boolean | null;
  /** Go: `*bool`. */
  SkipCertificateVerification?: boolean | null;
  /** Go: `*string`. */
  PublicCertificateFile?: string | null;
  /** Go: `*string`. */
  PrivateKeyFile?: string | null;
  /** Go: `*int`. */
  QueryTimeout?: number | null;
  /** Go: `*int`. */
  MaxPageSize?: number | null;
  /** Go: `*string`. */
  LoginFieldName?: string | null;
  /** Go: `*string`. */
  LoginButtonColor?: string | null;
  /** Go: `*string`. */
  LoginButtonBorderColor?: string | null;
  /** Go: `*string`. */
  LoginButtonTextColor?: string | null;
}

/** Go's `model.LibreTranslateProviderSettings` as JSON. */
export interface LibreTranslateProviderSettings {
  /** Go: `*string`. */
  URL?: string | null;
  /** Go: `*string`. */
  APIKey?: string | null;
}

/** Go's `model.License` as JSON. */
export interface License {
  /** Go: `string`. */
  id: string;
  /** Go: `int64`. */
  issued_at: number;
  /** Go: `int64`. */
  starts_at: number;
  /** Go: `int64`. */
  expires_at: number;
  /** Go: `*model.Customer`. */
  customer?: Customer | null;
  /** Go: `*model.Features`. */
  features?: Features | null;
  /** Go: `string`. */
  sku_name: string;
  /** Go: `string`. */
  sku_short_name: string;
  /** Go: `bool`. */
  is_trial: boolean;
  /** Go: `bool`. */
  is_gov_sku: boolean;
  /** Go: `bool`. */
  is_seat_count_enforced: boolean;
  /** Go: `*int`. */
  extra_users?: number | null;
  /** Go: `*string`. */
  signup_jwt?: string | null;
  /** Go: `*model.LicenseLimits`. */
  limits?: LicenseLimits | null;
}

/** Go's `model.LicenseLimits` as JSON. */
export interface LicenseLimits {
  /** Go: `int64`. */
  post_history: number;
  /** Go: `int64`. */
  board_cards: number;
  /** Go: `int64`. */
  playbook_runs: number;
  /** Go: `int64`. */
  call_duration: number;
  /** Go: `int64`. */
  agents_prompts: number;
  /** Go: `int64`. */
  push_notifications: number;
}

/** Go's `model.LocalizationSettings` as JSON. */
export interface LocalizationSettings {
  /** Go: `*string`. */
  DefaultServerLocale?: string | null;
  /** Go: `*string`. */
  DefaultClientLocale?: string | null;
  /** Go: `*string`. */
  AvailableLocales?: string | null;
  /** Go: `*bool`. */
  EnableExperimentalLocales?: boolean | null;
}

/** Go's `model.LogSettings` as JSON. */
export interface LogSettings {
  /** Go: `*bool`. */
  EnableConsole?: boolean | null;
  /** Go: `*string`. */
  ConsoleLevel?: string | null;
  /** Go: `*bool`. */
  ConsoleJson?: boolean | null;
  /** Go: `*bool`. */
  EnableColor?: boolean | null;
  /** Go: `*bool`. */
  EnableFile?: boolean | null;
  /** Go: `*string`. */
  FileLevel?: string | null;
  /** Go: `*bool`. */
  FileJson?: boolean | null;
  /** Go: `*string`. */
  FileLocation?: string | null;
  /** Go: `*bool`. */
  EnableWebhookDebugging?: boolean | null;
  /** Go: `*bool`. */
  EnableDiagnostics?: boolean | null;
  /** Go: `*bool`. */
  EnableSentry?: boolean | null;
  /** Go: `json.RawMessage`. */
  AdvancedLoggingJSON: JsonValue;
  /** Go: `*int`. */
  MaxFieldSize?: number | null;
}

/** Go's `model.MembershipChangeMsg` as JSON. */
export interface MembershipChangeMsg {
  /** Go: `string`. */
  channel_id: string;
  /** Go: `string`. */
  user_id: string;
  /** Go: `bool`. */
  is_add: boolean;
  /** Go: `string`. */
  remote_id: string;
  /** Go: `int64`. */
  change_time: number;
}

/** Go's `model.MessageExportSettings` as JSON. */
export interface MessageExportSettings {
  /** Go: `*bool`. */
  EnableExport?: boolean | null;
  /** Go: `*string`. */
  ExportFormat?: string | null;
  /** Go: `*string`. */
  DailyRunTime?: string | null;
  /** Go: `*int64`. */
  ExportFromTimestamp?: number | null;
  /** Go: `*int`. */
  BatchSize?: number | null;
  /** Go: `*bool`. */
  DownloadExportResults?: boolean | null;
  /** Go: `*int`. */
  ChannelBatchSize?: number | null;
  /** Go: `*int`. */
  ChannelHistoryBatchSize?: number | null;
  /** Go: `*model.GlobalRelayMessageExportSettings`. */
  GlobalRelaySettings?: GlobalRelayMessageExportSettings | null;
}

/** Go's `model.MessagesLimits` as JSON. */
export interface MessagesLimits {
  /** Go: `*int`. */
  history?: number | null;
}

/** Go's `model.MetricsSettings` as JSON. */
export interface MetricsSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*int`. */
  BlockProfileRate?: number | null;
  /** Go: `*string`. */
  ListenAddress?: string | null;
  /** Go: `*bool`. */
  EnableClientMetrics?: boolean | null;
  /** Go: `*bool`. */
  EnableNotificationMetrics?: boolean | null;
  /** Go: `[]string`. */
  ClientSideUserIds: string[] | null;
}

/** Go's `model.MobileEphemeralModeSettings` as JSON. */
export interface MobileEphemeralModeSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*int`. */
  DisconnectionTimeoutSeconds?: number | null;
  /** Go: `*int`. */
  OfflinePersistenceTimerHours?: number | null;
  /** Go: `*int`. */
  AutoCacheCleanupDays?: number | null;
}

/** Go's `model.NativeAppSettings` as JSON. */
export interface NativeAppSettings {
  /** Go: `[]string`. */
  AppCustomURLSchemes: string[] | null;
  /** Go: `*string`. */
  AppDownloadLink?: string | null;
  /** Go: `*string`. */
  AndroidAppDownloadLink?: string | null;
  /** Go: `*string`. */
  IosAppDownloadLink?: string | null;
  /** Go: `*bool`. */
  MobileExternalBrowser?: boolean | null;
  /** Go: `*bool`. */
  MobileEnableBiometrics?: boolean | null;
  /** Go: `*bool`. */
  MobilePreventScreenCapture?: boolean | null;
  /** Go: `*bool`. */
  MobileJailbreakProtection?: boolean | null;
  /** Go: `*bool`. */
  MobileEnableSecureFilePreview?: boolean | null;
  /** Go: `*bool`. */
  MobileAllowPdfLinkNavigation?: boolean | null;
  /** Go: `*bool`. */
  EnableIntuneMAM?: boolean | null;
}

/** Go's `model.Office365Settings` as JSON. */
export interface Office365Settings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*string`. */
  Secret?: string | null;
  /** Go: `*string`. */
  Id?: string | null;
  /** Go: `*string`. */
  Scope?: string | null;
  /** Go: `*string`. */
  AuthEndpoint?: string | null;
  /** Go: `*string`. */
  TokenEndpoint?: string | null;
  /** Go: `*string`. */
  UserAPIEndpoint?: string | null;
  /** Go: `*string`. */
  DiscoveryEndpoint?: string | null;
  /** Go: `*string`. */
  DirectoryId?: string | null;
  /** Go: `*bool`. */
  UsePreferredUsername?: boolean | null;
}

/** Go's `model.PasswordSettings` as JSON. */
export interface PasswordSettings {
  /** Go: `*int`. */
  MinimumLength?: number | null;
  /** Go: `*bool`. */
  Lowercase?: boolean | null;
  /** Go: `*bool`. */
  Number?: boolean | null;
  /** Go: `*bool`. */
  Uppercase?: boolean | null;
  /** Go: `*bool`. */
  Symbol?: boolean | null;
  /** Go: `*bool`. */
  EnableForgotLink?: boolean | null;
}

/** Go's `model.PluginSettings` as JSON. */
export interface PluginSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*bool`. */
  EnableUploads?: boolean | null;
  /** Go: `*bool`. */
  AllowInsecureDownloadURL?: boolean | null;
  /** Go: `*bool`. */
  EnableHealthCheck?: boolean | null;
  /** Go: `*string`. */
  Directory?: string | null;
  /** Go: `*string`. */
  ClientDirectory?: string | null;
  /** Go: `map[string]map[string]interface {}`. */
  Plugins: { [key: string]: { [key: string]: JsonValue } | null } | null;
  /** Go: `map[string]*model.PluginState`. */
  PluginStates: { [key: string]: PluginState | null } | null;
  /** Go: `*bool`. */
  EnableMarketplace?: boolean | null;
  /** Go: `*bool`. */
  EnableRemoteMarketplace?: boolean | null;
  /** Go: `*bool`. */
  AutomaticPrepackagedPlugins?: boolean | null;
  /** Go: `*bool`. */
  RequirePluginSignature?: boolean | null;
  /** Go: `*string`. */
  MarketplaceURL?: string | null;
  /** Go: `[]string`. */
  SignaturePublicKeyFiles: string[] | null;
  /** Go: `*string`. */
  ChimeraOAuthProxyURL?: string | null;
}

/** Go's `model.PluginState` as JSON. */
export interface PluginState {
  /** Go: `bool`. */
  Enable: boolean;
}

/** Go's `model.Post` as JSON. */
export interface Post {
  /** Go: `string`. */
  id: string;
  /** Go: `int64`. */
  create_at: number;
  /** Go: `int64`. */
  update_at: number;
  /** Go: `int64`. */
  edit_at: number;
  /** Go: `int64`. */
  delete_at: number;
  /** Go: `bool`. */
  is_pinned: boolean;
  /** Go: `string`. */
  user_id: string;
  /** Go: `string`. */
  channel_id: string;
  /** Go: `string`. */
  root_id: string;
  /** Go: `string`. */
  original_id: string;
  /** Go: `string`. */
  message: string;
  /** Go: `string`. */
  message_source?: string;
  /** Go: `string`. */
  type: string;
  /** Go: `model.StringInterface`. */
  props: { [key: string]: JsonValue } | null;
  /** Go: `string`. */
  hashtags: string;
  /** Go: `model.StringArray`. */
  file_ids: string[] | null;
  /** Go: `string`. */
  pending_post_id: string;
  /** Go: `bool`. */
  has_reactions?: boolean;
  /** Go: `*string`. */
  remote_id?: string;
  /** Go: `int64`. */
  reply_count: number;
  /** Go: `int64`. */
  last_reply_at: number;
  /** Go: `[]*model.User`. */
  participants: (User | null)[] | null;
  /** Go: `*bool`. */
  is_following?: boolean;
  /** Go: `*model.PostMetadata`. */
  metadata?: PostMetadata;
}

/** Go's `model.PostAcknowledgement` as JSON. */
export interface PostAcknowledgement {
  /** Go: `string`. */
  user_id: string;
  /** Go: `string`. */
  post_id: string;
  /** Go: `int64`. */
  acknowledged_at: number;
  /** Go: `string`. */
  channel_id: string;
  /** Go: `*string`. */
  remote_id?: string;
}

/** Go's `model.PostEmbed` as JSON. */
export interface PostEmbed {
  /** Go: `model.PostEmbedType`. */
  type: string;
  /** Go: `string`. */
  url?: string;
  /** Go: `interface {}`. */
  data?: JsonValue;
}

/** Go's `model.PostImage` as JSON. */
export interface PostImage {
  /** Go: `int`. */
  width: number;
  /** Go: `int`. */
  height: number;
  /** Go: `string`. */
  format: string;
  /** Go: `int`. */
  frame_count: number;
}

/** Go's `model.PostMetadata` as JSON. */
export interface PostMetadata {
  /** Go: `[]*model.PostEmbed`. */
  embeds?: (PostEmbed | null)[];
  /** Go: `[]*model.Emoji`. */
  emojis?: (Emoji | null)[];
  /** Go: `[]*model.FileInfo`. */
  files?: (FileInfo | null)[];
  /** Go: `int`. */
  redacted_file_count?: number;
  /** Go: `map[string]*model.PostImage`. */
  images?: { [key: string]: PostImage | null };
  /** Go: `[]*model.Reaction`. */
  reactions?: (Reaction | null)[];
  /** Go: `*model.PostPriority`. */
  priority?: PostPriority;
  /** Go: `[]*model.PostAcknowledgement`. */
  acknowledgements?: (PostAcknowledgement | null)[];
  /** Go: `map[string]*model.PostTranslation`. */
  translations?: { [key: string]: PostTranslation | null };
  /** Go: `int64`. */
  expire_at?: number;
  /** Go: `[]string`. */
  recipients?: string[];
}

/** Go's `model.PostPriority` as JSON. */
export interface PostPriority {
  /** Go: `*string`. */
  priority?: string | null;
  /** Go: `*bool`. */
  requested_ack?: boolean | null;
  /** Go: `*bool`. */
  persistent_notifications?: boolean | null;
  /** Go: `string`. */
  PostId?: string;
  /** Go: `string`. */
  ChannelId?: string;
}

/** Go's `model.PostTranslation` as JSON. */
export interface PostTranslation {
  /** Go: `string`. */
  text?: string;
  /** Go: `json.RawMessage`. */
  object?: JsonValue;
  /** Go: `string`. */
  type: string;
  /** Go: `string`. */
  state: string;
  /** Go: `string`. */
  source_lang?: string;
}

/** Go's `model.PrivacySettings` as JSON. */
export interface PrivacySettings {
  /** Go: `*bool`. */
  ShowEmailAddress?: boolean | null;
  /** Go: `*bool`. */
  ShowFullName?: boolean | null;
  /** Go: `*bool`. */
  UseAnonymousURLs?: boolean | null;
}

/** Go's `model.ProductLimits` as JSON. */
export interface ProductLimits {
  /** Go: `*model.FilesLimits`. */
  files?: FilesLimits;
  /** Go: `*model.MessagesLimits`. */
  messages?: MessagesLimits;
  /** Go: `*model.TeamsLimits`. */
  teams?: TeamsLimits;
}

/** Go's `model.RateLimitSettings` as JSON. */
export interface RateLimitSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*int`. */
  PerSec?: number | null;
  /** Go: `*int`. */
  MaxBurst?: number | null;
  /** Go: `*int`. */
  MemoryStoreSize?: number | null;
  /** Go: `*bool`. */
  VaryByRemoteAddr?: boolean | null;
  /** Go: `*bool`. */
  VaryByUser?: boolean | null;
  /** Go: `string`. */
  VaryByHeader: string;
}

/** Go's `model.Reaction` as JSON. */
export interface Reaction {
  /** Go: `string`. */
  user_id: string;
  /** Go: `string`. */
  post_id: string;
  /** Go: `string`. */
  emoji_name: string;
  /** Go: `int64`. */
  create_at: number;
  /** Go: `int64`. */
  update_at: number;
  /** Go: `int64`. */
  delete_at: number;
  /** Go: `*string`. */
  remote_id?: string | null;
  /** Go: `string`. */
  channel_id: string;
}

/** Go's `model.ReplicaLagSettings` as JSON. */
export interface ReplicaLagSettings {
  /** Go: `*string`. */
  DataSource?: string | null;
  /** Go: `*string`. */
  QueryAbsoluteLag?: string | null;
  /** Go: `*string`. */
  QueryTimeLag?: string | null;
}

/** Go's `model.ReviewerSettings` as JSON. */
export interface ReviewerSettings {
  /** Go: `*bool`. */
  CommonReviewers?: boolean | null;
  /** Go: `*bool`. */
  SystemAdminsAsReviewers?: boolean | null;
  /** Go: `*bool`. */
  TeamAdminsAsReviewers?: boolean | null;
}

/** Go's `saml2.AssertionInfo` as JSON. */
export interface SAMLAssertionInfo {
  /** Go: `string`. */
  NameID: string;
  /** Go: `saml2.Values`. */
  Values: { [key: string]: SAMLXMLAttribute } | null;
  /** Go: `*saml2.WarningInfo`. */
  WarningInfo?: SAMLWarningInfo | null;
  /** Go: `string`. */
  SessionIndex: string;
  /** Go: `*time.Time`. */
  AuthnInstant?: string | null;
  /** Go: `*time.Time`. */
  SessionNotOnOrAfter?: string | null;
  /** Go: `[]types.Assertion`. */
  Assertions: SAMLXMLAssertion[] | null;
  /** Go: `bool`. */
  ResponseSignatureValidated: boolean;
}

/** Go's `saml2.ProxyRestriction` as JSON. */
export interface SAMLProxyRestriction {
  /** Go: `int`. */
  Count: number;
  /** Go: `[]string`. */
  Audience: string[] | null;
}

/** Go's `saml2.WarningInfo` as JSON. */
export interface SAMLWarningInfo {
  /** Go: `bool`. */
  OneTimeUse: boolean;
  /** Go: `*saml2.ProxyRestriction`. */
  ProxyRestriction?: SAMLProxyRestriction | null;
  /** Go: `bool`. */
  NotInAudience: boolean;
  /** Go: `bool`. */
  InvalidTime: boolean;
}

/** Go's `types.Assertion` as JSON. */
export interface SAMLXMLAssertion {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  Version: string;
  /** Go: `string`. */
  ID: string;
  /** Go: `time.Time`. */
  IssueInstant: string;
  /** Go: `*types.Issuer`. */
  Issuer?: SAMLXMLIssuer | null;
  /** Go: `*types.Signature`. */
  Signature?: SAMLXMLSignature | null;
  /** Go: `*types.Subject`. */
  Subject?: SAMLXMLSubject | null;
  /** Go: `*types.Conditions`. */
  Conditions?: SAMLXMLConditions | null;
  /** Go: `*types.AttributeStatement`. */
  AttributeStatement?: SAMLXMLAttributeStatement | null;
  /** Go: `*types.AuthnStatement`. */
  AuthnStatement?: SAMLXMLAuthnStatement | null;
  /** Go: `bool`. */
  SignatureValidated: boolean;
}

/** Go's `types.Attribute` as JSON. */
export interface SAMLXMLAttribute {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  FriendlyName: string;
  /** Go: `string`. */
  Name: string;
  /** Go: `string`. */
  NameFormat: string;
  /** Go: `[]types.AttributeValue`. */
  Values: SAMLXMLAttributeValue[] | null;
}

/** Go's `types.AttributeStatement` as JSON. */
export interface SAMLXMLAttributeStatement {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `[]types.Attribute`. */
  Attributes: SAMLXMLAttribute[] | null;
}

/** Go's `types.AttributeValue` as JSON. */
export interface SAMLXMLAttributeValue {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  Type: string;
  /** Go: `string`. */
  Value: string;
}

/** Go's `types.Audience` as JSON. */
export interface SAMLXMLAudience {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  Value: string;
}

/** Go's `types.AudienceRestriction` as JSON. */
export interface SAMLXMLAudienceRestriction {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `[]types.Audience`. */
  Audiences: SAMLXMLAudience[] | null;
}

/** Go's `types.AuthnContext` as JSON. */
export interface SAMLXMLAuthnContext {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `*types.AuthnContextClassRef`. */
  AuthnContextClassRef?: SAMLXMLAuthnContextClassRef | null;
}

/** Go's `types.AuthnContextClassRef` as JSON. */
export interface SAMLXMLAuthnContextClassRef {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  Value: string;
}

/** Go's `types.AuthnStatement` as JSON. */
export interface SAMLXMLAuthnStatement {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  SessionIndex: string;
  /** Go: `*time.Time`. */
  AuthnInstant?: string | null;
  /** Go: `*time.Time`. */
  SessionNotOnOrAfter?: string | null;
  /** Go: `*types.AuthnContext`. */
  AuthnContext?: SAMLXMLAuthnContext | null;
}

/** Go's `types.Conditions` as JSON. */
export interface SAMLXMLConditions {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  NotBefore: string;
  /** Go: `string`. */
  NotOnOrAfter: string;
  /** Go: `[]types.AudienceRestriction`. */
  AudienceRestrictions: SAMLXMLAudienceRestriction[] | null;
  /** Go: `*types.OneTimeUse`. */
  OneTimeUse?: SAMLXMLOneTimeUse | null;
  /** Go: `*types.ProxyRestriction`. */
  ProxyRestriction?: SAMLXMLProxyRestriction | null;
}

/** Go's `types.Issuer` as JSON. */
export interface SAMLXMLIssuer {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  Value: string;
}

/** Go's `types.NameID` as JSON. */
export interface SAMLXMLNameID {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  Value: string;
}

/** Go's `types.OneTimeUse` as JSON. */
export interface SAMLXMLOneTimeUse {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
}

/** Go's `types.ProxyRestriction` as JSON. */
export interface SAMLXMLProxyRestriction {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `int`. */
  Count: number;
  /** Go: `[]types.Audience`. */
  Audience: SAMLXMLAudience[] | null;
}

/** Go's `types.Signature` as JSON. */
export interface SAMLXMLSignature {
  /** Go: `[]uint8`. */
  SignatureDocument: string | null;
}

/** Go's `types.Subject` as JSON. */
export interface SAMLXMLSubject {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `*types.NameID`. */
  NameID?: SAMLXMLNameID | null;
  /** Go: `*types.SubjectConfirmation`. */
  SubjectConfirmation?: SAMLXMLSubjectConfirmation | null;
}

/** Go's `types.SubjectConfirmation` as JSON. */
export interface SAMLXMLSubjectConfirmation {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  Method: string;
  /** Go: `*types.SubjectConfirmationData`. */
  SubjectConfirmationData?: SAMLXMLSubjectConfirmationData | null;
}

/** Go's `types.SubjectConfirmationData` as JSON. */
export interface SAMLXMLSubjectConfirmationData {
  /** Go: `xml.Name`. */
  XMLName: XMLName;
  /** Go: `string`. */
  NotOnOrAfter: string;
  /** Go: `string`. */
  Recipient: string;
  /** Go: `string`. */
  InResponseTo: string;
}

/** Go's `model.SSOSettings` as JSON. */
export interface SSOSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*string`. */
  Secret?: string | null;
  /** Go: `*string`. */
  Id?: string | null;
  /** Go: `*string`. */
  Scope?: string | null;
  /** Go: `*string`. */
  AuthEndpoint?: string | null;
  /** Go: `*string`. */
  TokenEndpoint?: string | null;
  /** Go: `*string`. */
  UserAPIEndpoint?: string | null;
  /** Go: `*string`. */
  DiscoveryEndpoint?: string | null;
  /** Go: `*string`. */
  ButtonText?: string | null;
  /** Go: `*string`. */
  ButtonColor?: string | null;
  /** Go: `*bool`. */
  UsePreferredUsername?: boolean | null;
}

/** Go's `model.SamlSettings` as JSON. */
export interface SamlSettings {
  /** Go: `*bool`. */
  Enable?: boolean | null;
  /** Go: `*bool`. */
  EnableSyncWithLdap?: boolean | null;
  /** Go: `*bool`. */
  EnableSyncWithLdapIncludeAuth?: boolean | null;
  /** Go: `*bool`. */
  IgnoreGuestsLdapSync?: boolean | null;
  /** Go: `*bool`. */
  Verify?: boolean | null;
  /** Go: `*bool`. */
  Encrypt?: boolean | null;
  /** Go: `*bool`. */
  SignRequest?: boolean | null;
  /** Go: `*string`. */
  IdpURL?: string | null;
  /** Go: `*string`. */
  IdpDescriptorURL?: string | null;
  /** Go: `*string`. */
  IdpMetadataURL?: string | null;
  /** Go: `*string`. */
  ServiceProviderIdentifier?: string | null;
  /** Go: `*string`. */
  AssertionConsumerServiceURL?: string | null;
  /** Go: `*string`. */
  SignatureAlgorithm?: string | null;
  /** Go: `*string`. */
  CanonicalAlgorithm?: string | null;
  /** Go: `*string`. */
  ScopingIDPProviderId?: string | null;
  /** Go: `*string`. */
  ScopingIDPName?: string | null;
  /** Go: `*string`. */
  IdpCertificateFile?: string | null;
  /** Go: `*string`. */
  PublicCertificateFile?: string | null;
  /** Go: `*string`. */
  PrivateKeyFile?: string | null;
  /** Go: `*string`. */
  IdAttribute?: string | null;
  /** Go: `*string`. */
  GuestAttribute?: string | null;
  /** Go: `*bool`. */
  EnableAdminAttribute?: boolean | null;
  /** Go: `*string`. */
  AdminAttribute?: string | null;
  /** Go: `*string`. */
  FirstNameAttribute?: string | null;
  /** Go: `*string`. */
  LastNameAttribute?: string | null;
  /** Go: `*string`. */
  EmailAttribute?: string | null;
  /** Go: `*string`. */
  UsernameAttribute?: string | null;
  /** Go: `*string`. */
  NicknameAttribute?: string | null;
  /** Go: `*string`. */
  LocaleAttribute?: string | null;
  /** Go: `*string`. */
  PositionAttribute?: string | null;
  /** Go: `*string`. */
  LoginButtonText?: string | null;
  /** Go: `*string`. */
  LoginButtonColor?: string | null;
  /** Go: `*string`. */
  LoginButtonBorderColor?: string | null;
  /** Go: `*string`. */
  LoginButtonTextColor?: string | null;
}

/** Go's `model.ServiceSettings` as JSON. */
export interface ServiceSettings {
  /** Go: `*string`. */
  SiteURL?: string | null;
  /** Go: `*string`. */
  WebsocketURL?: string | null;
  /** Go: `*string`. */
  LicenseFileLocation?: string | null;
  /** Go: `*string`. */
  ListenAddress?: string | null;
  /** Go: `*string`. */
  ConnectionSecurity?: string | null;
  /** Go: `*string`. */
  TLSCertFile?: string | null;
  /** Go: `*string`. */
  TLSKeyFile?: string | null;
  /** Go: `*string`. */
  TLSMinVer?: string | null;
  /** Go: `*bool`. */
  TLSStrictTransport?: boolean | null;
  /** Go: `*int64`. */
  TLSStrictTransportMaxAge?: number | null;
  /** Go: `[]string`. */
  TLSOverwriteCiphers: string[] | null;
  /** Go: `*bool`. */
  UseLetsEncrypt?: boolean | null;
  /** Go: `*string`. */
  LetsEncryptCertificateCacheFile?: string | null;
  /** Go: `*bool`. */
  Forward80To443?: boolean | null;
  /** Go: `[]string`. */
  TrustedProxyIPHeader: string[] | null;
  /** Go: `*int`. */
  ReadTimeout?: number | null;
  /** Go: `*int`. */
  WriteTimeout?: number | null;
  /** Go: `*int`. */
  IdleTimeout?: number | null;
  /** Go: `*int`. */
  MaximumLoginAttempts?: number | null;
  /** Go: `*int`. */
  GoroutineHealthThreshold?: number | null;
  /** Go: `*bool`. */
  EnableOAuthServiceProvider?: boolean | null;
  /** Go: `*bool`. */
  EnableDynamicClientRegistration?: boolean | null;
  /** Go: `[]string`. */
  DCRRedirectURIAllowlist: string[] | null;
  /** Go: `*bool`. */
  EnableIncomingWebhooks?: boolean | null;
  /** Go: `*bool`. */
  EnableOutgoingWebhooks?: boolean | null;
  /** Go: `*bool`. */
  EnableOutgoingOAuthConnections?: boolean | null;
  /** Go: `*bool`. */
  EnableCommands?: boolean | null;
  /** Go: `*int64`. */
  OutgoingIntegrationRequestsTimeout?: number | null;
  /** Go: `*bool`. */
  EnablePostUsernameOverride?: boolean | null;
  /** Go: `*bool`. */
  EnablePostIconOverride?: boolean | null;
  /** Go: `*string`. */
  GoogleDeveloperKey?: string | null;
  /** Go: `*bool`. */
  EnableLinkPreviews?: boolean | null;
  /** Go: `*bool`. */
  EnablePermalinkPreviews?: boolean | null;
  /** Go: `*string`. */
  RestrictLinkPreviews?: string | null;
  /** Go: `*bool`. */
  EnableTesting?: boolean | null;
  /** Go: `*bool`. */
  EnableDeveloper?: boolean | null;
  /** Go: `*string`. */
  DeveloperFlags?: string | null;
  /** Go: `*bool`. */
  EnableClientPerformanceDebugging?: boolean | null;
  /** Go: `*bool`. */
  EnableSecurityFixAlert?: boolean | null;
  /** Go: `*bool`. */
  EnableInsecureOutgoingConnections?: boolean | null;
  /** Go: `*string`. */
  AllowedUntrustedInternalConnections?: string | null;
  /** Go: `*bool`. */
  EnableMultifactorAuthentication?: boolean | null;
  /** Go: `*bool`. */
  EnforceMultifactorAuthentication?: boolean | null;
  /** Go: `*bool`. */
  EnableUserAccessTokens?: boolean | null;
  /** Go: `*string`. */
  AllowCorsFrom?: string | null;
  /** Go: `*string`. */
  CorsExposedHeaders?: string | null;
  /** Go: `*bool`. */
  CorsAllowCredentials?: boolean | null;
  /** Go: `*bool`. */
  CorsDebug?: boolean | null;
  /** Go: `*bool`. */
  AllowCookiesForSubdomains?: boolean | null;
  /** Go: `*bool`. */
  ExtendSessionLengthWithActivity?: boolean | null;
  /** Go: `*bool`. */
  TerminateSessionsOnPasswordChange?: boolean | null;
  /** Go: `*int`. */
  SessionLengthWebInDays?: number | null;
  /** Go: `*int`. */
  SessionLengthWebInHours?: number | null;
  /** Go: `*int`. */
  SessionLengthMobileInDays?: number | null;
  /** Go: `*int`. */
  SessionLengthMobileInHours?: number | null;
  /** Go: `*int`. */
  SessionLengthSSOInDays?: number | null;
  /** Go: `*int`. */
  SessionLengthSSOInHours?: number | null;
  /** Go: `*int`. */
  SessionCacheInMinutes?: number | null;
  /** Go: `*int`. */
  SessionIdleTimeoutInMinutes?: number | null;
  /** Go: `*int`. */
  WebsocketSecurePort?: number | null;
  /** Go: `*int`. */
  WebsocketPort?: number | null;
  /** Go: `*string`. */
  WebserverMode?: string | null;
  /** Go: `*bool`. */
  EnableGifPicker?: boolean | null;
  /** Go: `*string`. */
  GiphySdkKey?: string | null;
  /** Go: `*bool`. */
  EnableCustomEmoji?: boolean | null;
  /** Go: `*bool`. */
  EnableEmojiPicker?: boolean | null;
  /** Go: `*int`. */
  PostEditTimeLimit?: number | null;
  /** Go: `*int64`. */
  TimeBetweenUserTypingUpdatesMilliseconds?: number | null;
  /** Go: `*bool`. */
  EnableCrossTeamSearch?: boolean | null;
  /** Go: `*bool`. */
  EnablePostSearch?: boolean | null;
  /** Go: `*bool`. */
  EnableFileSearch?: boolean | null;
  /** Go: `*int`. */
  MinimumHashtagLength?: number | null;
  /** Go: `*bool`. */
  EnableUserTypingMessages?: boolean | null;
  /** Go: `*bool`. */
  EnableChannelViewedMessages?: boolean | null;
  /** Go: `*bool`. */
  EnableUserStatuses?: boolean | null;
  /** Go: `*bool`. */
  ExperimentalEnableAuthenticationTransfer?: boolean | null;
  /** Go: `*int`. */
  ClusterLogTimeoutMilliseconds?: number | null;
  /** Go: `*bool`. */
  EnableTutorial?: boolean | null;
  /** Go: `*bool`. */
  EnableOnboardingFlow?: boolean | null;
  /** Go: `*bool`. */
  ExperimentalEnableDefaultChannelLeaveJoinMessages?: boolean | null;
  /** Go: `*string`. */
  ExperimentalGroupUnreadChannels?: string | null;
  /** Go: `*bool`. */
  EnableAPITeamDeletion?: boolean | null;
  /** Go: `*bool`. */
  EnableAPITriggerAdminNotifications?: boolean | null;
  /** Go: `*bool`. */
  EnableAPIUserDeletion?: boolean | null;
  /** Go: `*bool`. */
  EnableAPIPostDeletion?: boolean | null;
  /** Go: `*bool`. */
  EnableDesktopLandingPage?: boolean | null;
  /** Go: `*string`. */
  MinimumDesktopAppVersion?: string | null;
  /** Go: `*bool`. */
  ExperimentalEnableHardenedMode?: boolean | null;
  /** Go: `*bool`. */
  ExperimentalStrictCSRFEnforcement?: boolean | null;
  /** Go: `*bool`. */
  EnableEmailInvitations?: boolean | null;
  /** Go: `*bool`. */
  DisableBotsWhenOwnerIsDeactivated?: boolean | null;
  /** Go: `*bool`. */
  EnableBotAccountCreation?: boolean | null;
  /** Go: `*bool`. */
  EnableSVGs?: boolean | null;
  /** Go: `*bool`. */
  EnableLatex?: boolean | null;
  /** Go: `*bool`. */
  EnableInlineLatex?: boolean | null;
  /** Go: `*bool`. */
  PostPriority?: boolean | null;
  /** Go: `*bool`. */
  AllowPersistentNotifications?: boolean | null;
  /** Go: `*bool`. */
  AllowPersistentNotificationsForGuests?: boolean | null;
  /** Go: `*int`. */
  PersistentNotificationIntervalMinutes?: number | null;
  /** Go: `*int`. */
  PersistentNotificationMaxCount?: number | null;
  /** Go: `*int`. */
  PersistentNotificationMaxRecipients?: number | null;
  /** Go: `*bool`. */
  EnableBurnOnRead?: boolean | null;
  /** Go: `*int`. */
  BurnOnReadDurationSeconds?: number | null;
  /** Go: `*int`. */
  BurnOnReadMaximumTimeToLiveSeconds?: number | null;
  /** Go: `*int`. */
  BurnOnReadSchedulerFrequencySeconds?: number | null;
  /** Go: `*bool`. */
  EnableAPIChannelDeletion?: boolean | null;
  /** Go: `*bool`. */
  EnableLocalMode?: boolean | null;
  /** Go: `*string`. */
  LocalModeSocketLocation?: string | null;
  /** Go: `*bool`. */
  EnableAWSMetering?: boolean | null;
  /** Go: `*int`. */
  AWSMeteringTimeoutSeconds?: number | null;
  /** Go: `*string`. */
  SplitKey?: string | null;
  /** Go: `*int`. */
  FeatureFlagSyncIntervalSeconds?: number | null;
  /** Go: `*bool`. */
  DebugSplit?: boolean | null;
  /** Go: `*bool`. */
  ThreadAutoFollow?: boolean | null;
  /** Go: `*string`. */
  CollapsedThreads?: string | null;
  /** Go: `*string`. */
  ManagedResourcePaths?: string | null;
  /** Go: `*bool`. */
  EnableCustomGroups?: boolean | null;
  /** Go: `*bool`. */
  AllowSyncedDrafts?: boolean | null;
  /** Go: `*int`. */
  UniqueEmojiReactionLimitPerPost?: number | null;
  /** Go: `*string`. */
  RefreshPostStatsRunTime?: string | null;
  /** Go: `*int64`. */
  MaximumPayloadSizeBytes?: number | null;
  /** Go: `*int`. */
  MaximumURLLength?: number | null;
  /** Go: `*bool`. */
  ScheduledPosts?: boolean | null;
  /** Go: `*bool`. */
  EnableWebHubChannelIteration?: boolean | null;
  /** Go: `*string`. */
  FrameAncestors?: string | null;
  /** Go: `*string`. */
  DeleteAccountLink?: string | null;
}

/** Go's `model.SqlSettings` as JSON. */
export interface SqlSettings {
  /** Go: `*string`. */
  DriverName?: string | null;
  /** Go: `*string`. */
  DataSource?: string | null;
  /** Go: `[]string`. */
  DataSourceReplicas: string[] | null;
  /** Go: `[]string`. */
  DataSourceSearchReplicas: string[] | null;
  /** Go: `*int`. */
  MaxIdleConns?: number | null;
  /** Go: `*int`. */
  ConnMaxLifetimeMilliseconds?: number | null;
  /** Go: `*int`. */
  ConnMaxIdleTimeMilliseconds?: number | null;
  /** Go: `*int`. */
  MaxOpenConns?: number | null;
  /** Go: `*bool`. */
  Trace?: boolean | null;
  /** Go: `*string`. */
  AtRestEncryptKey?: string | null;
  /** Go: `*int`. */
  QueryTimeout?: number | null;
  /** Go: `*int`. */
  AnalyticsQueryTimeout?: number | null;
  /** Go: `*bool`. */
  DisableDatabaseSearch?: boolean | null;
  /** Go: `*int`. */
  MigrationsStatementTimeoutSeconds?: number | null;
  /** Go: `[]*model.ReplicaLagSettings`. */
  ReplicaLagSettings: (ReplicaLagSettings | null)[] | null;
  /** Go: `*int`. */
  ReplicaMonitorIntervalSeconds?: number | null;
}

/** Go's `model.Status` as JSON. */
export interface Status {
  /** Go: `string`. */
  user_id: string;
  /** Go: `string`. */
  status: string;
  /** Go: `bool`. */
  manual: boolean;
  /** Go: `int64`. */
  last_activity_at: number;
  /** Go: `string`. */
  active_channel?: string;
  /** Go: `int64`. */
  dnd_end_time: number;
}

/** Go's `model.SupportSettings` as JSON. */
export interface SupportSettings {
  /** Go: `*string`. */
  TermsOfServiceLink?: string | null;
  /** Go: `*string`. */
  PrivacyPolicyLink?: string | null;
  /** Go: `*string`. */
  AboutLink?: string | null;
  /** Go: `*string`. */
  HelpLink?: string | null;
  /** Go: `*string`. */
  ReportAProblemLink?: string | null;
  /** Go: `*string`. */
  ReportAProblemType?: string | null;
  /** Go: `*string`. */
  ReportAProblemMail?: string | null;
  /** Go: `*bool`. */
  AllowDownloadLogs?: boolean | null;
  /** Go: `*string`. */
  ForgotPasswordLink?: string | null;
  /** Go: `*string`. */
  SupportEmail?: string | null;
  /** Go: `*bool`. */
  CustomTermsOfServiceEnabled?: boolean | null;
  /** Go: `*int`. */
  CustomTermsOfServiceReAcceptancePeriod?: number | null;
  /** Go: `*bool`. */
  EnableAskCommunityLink?: boolean | null;
}

/** Go's `model.SyncMsg` as JSON. */
export interface SyncMsg {
  /** Go: `string`. */
  id: string;
  /** Go: `string`. */
  channel_id: string;
  /** Go: `map[string]*model.User`. */
  users?: { [key: string]: User | null };
  /** Go: `[]*model.Post`. */
  posts?: (Post | null)[];
  /** Go: `[]*model.Reaction`. */
  reactions?: (Reaction | null)[];
  /** Go: `[]*model.Status`. */
  statuses?: (Status | null)[];
  /** Go: `[]*model.MembershipChangeMsg`. */
  membership_changes?: (MembershipChangeMsg | null)[];
  /** Go: `[]*model.PostAcknowledgement`. */
  acknowledgements?: (PostAcknowledgement | null)[];
  /** Go: `map[string]string`. */
  mention_transforms?: { [key: string]: string };
}

/** Go's `model.TeamSettings` as JSON. */
export interface TeamSettings {
  /** Go: `*string`. */
  SiteName?: string | null;
  /** Go: `*int`. */
  MaxUsersPerTeam?: number | null;
  /** Go: `*bool`. */
  EnableJoinLeaveMessageByDefault?: boolean | null;
  /** Go: `*bool`. */
  EnableUserCreation?: boolean | null;
  /** Go: `*bool`. */
  EnableOpenServer?: boolean | null;
  /** Go: `*bool`. */
  EnableUserDeactivation?: boolean | null;
  /** Go: `*string`. */
  RestrictCreationToDomains?: string | null;
  /** Go: `*bool`. */
  EnableCustomUserStatuses?: boolean | null;
  /** Go: `*bool`. */
  EnableCustomBrand?: boolean | null;
  /** Go: `*string`. */
  CustomBrandText?: string | null;
  /** Go: `*string`. */
  CustomDescriptionText?: string | null;
  /** Go: `*string`. */
  RestrictDirectMessage?: string | null;
  /** Go: `*bool`. */
  EnableLastActiveTime?: boolean | null;
  /** Go: `*int64`. */
  UserStatusAwayTimeout?: number | null;
  /** Go: `*int64`. */
  MaxChannelsPerTeam?: number | null;
  /** Go: `*bool`. */
  EnableChannelCategorySorting?: boolean | null;
  /** Go: `*int64`. */
  MaxNotificationsPerChannel?: number | null;
  /** Go: `*bool`. */
  EnableConfirmNotificationsToChannel?: boolean | null;
  /** Go: `*string`. */
  TeammateNameDisplay?: string | null;
  /** Go: `*bool`. */
  ExperimentalViewArchivedChannels?: boolean | null;
  /** Go: `*bool`. */
  ExperimentalEnableAutomaticReplies?: boolean | null;
  /** Go: `*bool`. */
  LockTeammateNameDisplay?: boolean | null;
  /** Go: `*string`. */
  ExperimentalPrimaryTeam?: string | null;
  /** Go: `[]string`. */
  ExperimentalDefaultChannels: string[] | null;
}

/** Go's `model.TeamsLimits` as JSON. */
export interface TeamsLimits {
  /** Go: `*int`. */
  active?: number | null;
}

/** Go's `model.ThemeSettings` as JSON. */
export interface ThemeSettings {
  /** Go: `*bool`. */
  EnableThemeSelection?: boolean | null;
  /** Go: `*string`. */
  DefaultTheme?: string | null;
  /** Go: `*bool`. */
  AllowCustomThemes?: boolean | null;
  /** Go: `[]string`. */
  AllowedThemes: string[] | null;
}

/** Go's `model.User` as JSON. */
export interface User {
  /** Go: `string`. */
  id: string;
  /** Go: `int64`. */
  create_at?: number;
  /** Go: `int64`. */
  update_at?: number;
  /** Go: `int64`. */
  delete_at: number;
  /** Go: `string`. */
  username: string;
  /** Go: `string`. */
  password?: string;
  /** Go: `*string`. */
  auth_data?: string;
  /** Go: `string`. */
  auth_service: string;
  /** Go: `string`. */
  email: string;
  /** Go: `bool`. */
  email_verified?: boolean;
  /** Go: `string`. */
  nickname: string;
  /** Go: `string`. */
  first_name: string;
  /** Go: `string`. */
  last_name: string;
  /** Go: `string`. */
  position: string;
  /** Go: `string`. */
  roles: string;
  /** Go: `bool`. */
  allow_marketing?: boolean;
  /** Go: `model.StringMap`. */
  props?: { [key: string]: string };
  /** Go: `model.StringMap`. */
  notify_props?: { [key: string]: string };
  /** Go: `int64`. */
  last_password_update?: number;
  /** Go: `int64`. */
  last_picture_update?: number;
  /** Go: `int`. */
  failed_attempts?: number;
  /** Go: `string`. */
  locale: string;
  /** Go: `model.StringMap`. */
  timezone: { [key: string]: string } | null;
  /** Go: `bool`. */
  mfa_active?: boolean;
  /** Go: `string`. */
  mfa_secret?: string;
  /** Go: `*string`. */
  remote_id?: string;
  /** Go: `int64`. */
  last_activity_at?: number;
  /** Go: `bool`. */
  is_bot?: boolean;
  /** Go: `string`. */
  bot_description?: string;
  /** Go: `int64`. */
  bot_last_icon_update?: number;
  /** Go: `string`. */
  terms_of_service_id?: string;
  /** Go: `int64`. */
  terms_of_service_create_at?: number;
  /** Go: `bool`. */
  disable_welcome_email: boolean;
  /** Go: `int64`. */
  last_login?: number;
  /** Go: `model.StringArray`. */
  mfa_used_timestamps?: string[];
}

/** Go's `model.WranglerSettings` as JSON. */
export interface WranglerSettings {
  /** Go: `[]string`. */
  PermittedWranglerRoles: string[] | null;
  /** Go: `[]string`. */
  AllowedEmailDomain: string[] | null;
  /** Go: `*int64`. */
  MoveThreadMaxCount?: number | null;
  /** Go: `*bool`. */
  MoveThreadToAnotherTeamEnable?: boolean | null;
  /** Go: `*bool`. */
  MoveThreadFromPrivateChannelEnable?: boolean | null;
  /** Go: `*bool`. */
  MoveThreadFromDirectMessageChannelEnable?: boolean | null;
  /** Go: `*bool`. */
  MoveThreadFromGroupMessageChannelEnable?: boolean | null;
}

/** Go's `xml.Name` as JSON. */
export interface XMLName {
  /** Go: `string`. */
  Space: string;
  /** Go: `string`. */
  Local: string;
}
