// Written by `deno task gen` from proto/ and gen/go_schema.json. Do not edit.

/**
 * What gob needs to know of Go's types, one entry a line. It is text, so that it costs
 * nothing until it is read.
 *
 * @module
 */

/**
 * Go's types. A struct has its fields behind the first tab: name, type, json tag, with "+" before
 * an embedded one. Another type has "=" and what it is made of, or "!" and how its values encode
 * themselves. `any` is the empty interface.
 */
export const gobTypes = `
http.Header=map[string][]string
json.RawMessage=[]uint8
logr.Color=uint8
logr.Level	ID logr.LevelID id	Name string name	Stacktrace bool stacktrace,omitempty	Color logr.Color color,omitempty
logr.LevelID=uint
model.AccessControlSettings	EnableAttributeBasedAccessControl *bool	EnableUserManagedAttributes *bool
model.AdditionalContentFlaggingSettings	Reasons *[]string	ReporterCommentRequired *bool	ReviewerCommentRequired *bool	HideFlaggedContent *bool
model.AgentsProviderSettings	LLMServiceID *string
model.AnalyticsSettings	MaxUsersForStatistics *int
model.AnnouncementSettings	EnableBanner *bool	BannerText *string	BannerColor *string	BannerTextColor *string	AllowBannerDismissal *bool	AdminNoticesEnabled *bool	UserNoticesEnabled *bool	NoticesURL *string	NoticesFetchFrequency *int	NoticesSkipCache *bool
model.AppError	Id string id	Message string message	DetailedError string detailed_error	RequestId string request_id,omitempty	StatusCode int status_code,omitempty	Where string -	SkipTranslation bool -
model.AuditEventActor	UserId string user_id	SessionId string session_id	Client string client	IpAddress string ip_address	XForwardedFor string x_forwarded_for
model.AuditEventData	Parameters map[string]any parameters	PriorState map[string]any prior_state	ResultState map[string]any resulting_state	ObjectType string object_type
model.AuditEventError	Description string description,omitempty	Code int status_code,omitempty
model.AuditRecord	EventName string event_name	Status string status	EventData model.AuditEventData event	Actor model.AuditEventActor actor	Meta map[string]any meta	Error model.AuditEventError error
model.AutoTranslationSettings	Enable *bool	RestrictDMAndGM *bool	Provider *string	TargetLanguages *[]string	Workers *int	TimeoutMs *int	LibreTranslate *model.LibreTranslateProviderSettings	Agents *model.AgentsProviderSettings
model.AutocompleteArg	Name string	HelpText string	Type model.AutocompleteArgType	Required bool	Data any
model.AutocompleteArgType=string
model.AutocompleteData	Trigger string	Hint string	HelpText string	RoleID string	Arguments []*model.AutocompleteArg	SubCommands []*model.AutocompleteData
model.AutocompleteDynamicListArg	FetchURL string
model.AutocompleteListItem	Item string	Hint string	HelpText string
model.AutocompleteStaticListArg	PossibleArguments []model.AutocompleteListItem
model.AutocompleteTextArg	Hint string	Pattern string
model.Bitmask=uint32
model.Bot	UserId string user_id	Username string username	DisplayName string display_name,omitempty	Description string description,omitempty	OwnerId string owner_id	LastIconUpdate int64 last_icon_update,omitempty	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at
model.BotGetOptions	OwnerId string	IncludeDeleted bool	OnlyOrphaned bool	Page int	PerPage int
model.BotPatch	Username *string username	DisplayName *string display_name	Description *string description
model.CacheSettings	CacheType *string	RedisAddress *string	RedisPassword *string	RedisDB *int	RedisCachePrefix *string	DisableClientCache *bool
model.Channel	Id string id	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	TeamId string team_id	Type model.ChannelType type	DisplayName string display_name	Name string name	Header string header	Purpose string purpose	LastPostAt int64 last_post_at	TotalMsgCount int64 total_msg_count	ExtraUpdateAt int64 extra_update_at	CreatorId string creator_id	SchemeId *string scheme_id	Props map[string]any props	GroupConstrained *bool group_constrained	AutoTranslation bool autotranslation	Shared *bool shared	TotalMsgCountRoot int64 total_msg_count_root	PolicyID *string policy_id	LastRootPostAt int64 last_root_post_at	BannerInfo *model.ChannelBannerInfo banner_info	PolicyEnforced bool policy_enforced	PolicyActions map[string]bool policy_actions,omitempty	PolicyIsActive bool policy_is_active	DefaultCategoryName string default_category_name	ManagedCategoryName string managed_category_name	Discoverable bool discoverable
model.ChannelBannerInfo	Enabled *bool enabled	Text *string text	BackgroundColor *string background_color
model.ChannelMember	ChannelId string channel_id	UserId string user_id	Roles string roles	LastViewedAt int64 last_viewed_at	MsgCount int64 msg_count	MentionCount int64 mention_count	MentionCountRoot int64 mention_count_root	UrgentMentionCount int64 urgent_mention_count	MsgCountRoot int64 msg_count_root	NotifyProps model.StringMap notify_props	LastUpdateAt int64 last_update_at	SchemeGuest bool scheme_guest	SchemeUser bool scheme_user	SchemeAdmin bool scheme_admin	ExplicitRoles string explicit_roles	AutoTranslationDisabled bool autotranslation_disabled
model.ChannelMemberIdentifier	ChannelId string channel_id	UserId string user_id
model.ChannelMembers=[]model.ChannelMember
model.ChannelMentionMap=map[string]string
model.ChannelStats	ChannelId string channel_id	MemberCount int64 member_count	GuestCount int64 guest_count	PinnedPostCount int64 pinnedpost_count	FilesCount int64 files_count
model.ChannelType=string
model.ClientRequirements	AndroidLatestVersion string	AndroidMinVersion string	IosLatestVersion string	IosMinVersion string
model.CloudSettings	CWSURL *string	CWSAPIURL *string	CWSMock *bool	Disable *bool	PreviewModalBucketURL *string
model.ClusterSettings	Enable *bool	ClusterName *string	OverrideHostname *string	NetworkInterface *string	BindAddress *string	AdvertiseAddress *string	UseIPAddress *bool	EnableGossipCompression *bool	EnableExperimentalGossipEncryption *bool ,omitempty	EnableGossipEncryption *bool	ReadOnlyConfig *bool	GossipPort *int
model.Command	Id string id	Token string token	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	CreatorId string creator_id	TeamId string team_id	Trigger string trigger	Method string method	Username string username	IconURL string icon_url	AutoComplete bool auto_complete	AutoCompleteDesc string auto_complete_desc	AutoCompleteHint string auto_complete_hint	DisplayName string display_name	Description string description	URL string url	PluginId string plugin_id	AutocompleteData *model.AutocompleteData autocomplete_data,omitempty	AutocompleteIconData string autocomplete_icon_data,omitempty
model.CommandArgs	UserId string user_id	ChannelId string channel_id	TeamId string team_id	RootId string root_id	ParentId string parent_id	TriggerId string trigger_id,omitempty	ConnectionId string connection_id,omitempty	Command string command	SiteURL string -	UserMentions model.UserMentionMap -	ChannelMentions model.ChannelMentionMap -
model.CommandResponse	ResponseType string response_type	Text string text	Username string username	ChannelId string channel_id	IconURL string icon_url	Type string type	Props model.StringInterface props	GotoLocation string goto_location	TriggerId string trigger_id	SkipSlackParsing bool skip_slack_parsing	Attachments []*model.MessageAttachment attachments	ExtraResponses []*model.CommandResponse extra_responses
model.ComplianceSettings	Enable *bool	Directory *string	EnableDaily *bool	BatchSize *int
model.Config	ServiceSettings model.ServiceSettings	TeamSettings model.TeamSettings	ClientRequirements model.ClientRequirements	SqlSettings model.SqlSettings	LogSettings model.LogSettings	ExperimentalAuditSettings model.ExperimentalAuditSettings	PasswordSettings model.PasswordSettings	FileSettings model.FileSettings	EmailSettings model.EmailSettings	RateLimitSettings model.RateLimitSettings	PrivacySettings model.PrivacySettings	SupportSettings model.SupportSettings	AnnouncementSettings model.AnnouncementSettings	ThemeSettings model.ThemeSettings	GitLabSettings model.SSOSettings	GoogleSettings model.SSOSettings	Office365Settings model.Office365Settings	OpenIdSettings model.SSOSettings	LdapSettings model.LdapSettings	ComplianceSettings model.ComplianceSettings	LocalizationSettings model.LocalizationSettings	SamlSettings model.SamlSettings	NativeAppSettings model.NativeAppSettings	IntuneSettings model.IntuneSettings	CacheSettings model.CacheSettings	ClusterSettings model.ClusterSettings	MetricsSettings model.MetricsSettings	ExperimentalSettings model.ExperimentalSettings	AnalyticsSettings model.AnalyticsSettings	ElasticsearchSettings model.ElasticsearchSettings	DataRetentionSettings model.DataRetentionSettings	MobileEphemeralModeSettings model.MobileEphemeralModeSettings	MessageExportSettings model.MessageExportSettings	JobSettings model.JobSettings	PluginSettings model.PluginSettings	DisplaySettings model.DisplaySettings	GuestAccountsSettings model.GuestAccountsSettings	ImageProxySettings model.ImageProxySettings	CloudSettings model.CloudSettings	FeatureFlags *model.FeatureFlags ,omitempty	ImportSettings model.ImportSettings	ExportSettings model.ExportSettings	WranglerSettings model.WranglerSettings	ConnectedWorkspacesSettings model.ConnectedWorkspacesSettings	AccessControlSettings model.AccessControlSettings	ContentFlaggingSettings model.ContentFlaggingSettings	AutoTranslationSettings model.AutoTranslationSettings
model.ConnectedWorkspacesSettings	EnableSharedChannels *bool	EnableRemoteClusterService *bool	DisableSharedChannelsStatusSync *bool	SyncUsersOnConnectionOpen *bool	GlobalUserSyncBatchSize *int	MaxPostsPerSync *int	MemberSyncBatchSize *int
model.ContentFlaggingEvent=string
model.ContentFlaggingNotificationSettings	EventTargetMapping map[model.ContentFlaggingEvent][]model.NotificationTarget
model.ContentFlaggingSettings	+ContentFlaggingSettingsBase model.ContentFlaggingSettingsBase	ReviewerSettings *model.ReviewerSettings
model.ContentFlaggingSettingsBase	EnableContentFlagging *bool	NotificationSettings *model.ContentFlaggingNotificationSettings	AdditionalSettings *model.AdditionalContentFlaggingSettings
model.CreateDefaultMembershipParams	Since int64	ReAddRemovedMembers bool	ScopedUserID *string	ScopedTeamID *string	ScopedChannelID *string
model.CustomStatus	Emoji string emoji	Text string text	Duration string duration	ExpiresAt time.Time expires_at
model.Customer	Id string id	Name string name	Email string email	Company string company
model.DataRetentionSettings	EnableMessageDeletion *bool	EnableFileDeletion *bool	EnableBoardsDeletion *bool	MessageRetentionDays *int	MessageRetentionHours *int	FileRetentionDays *int	FileRetentionHours *int	BoardsRetentionDays *int	DeletionJobStartTime *string	BatchSize *int	TimeBetweenBatchesMilliseconds *int	RetentionIdsBatchSize *int	PreservePinnedPosts *bool
model.Dialog	CallbackId string callback_id	Title string title	IntroductionText string introduction_text	IconURL string icon_url	Elements []model.DialogElement elements	SubmitLabel string submit_label	NotifyOnCancel bool notify_on_cancel	State string state	SourceURL string source_url,omitempty
model.DialogDateTimeConfig	MinDate string min_date,omitempty	MaxDate string max_date,omitempty	TimeInterval int time_interval,omitempty	LocationTimezone string location_timezone,omitempty	ManualTimeEntry bool manual_time_entry,omitempty	AllowManualTimeEntry bool allow_manual_time_entry,omitempty
model.DialogElement	DisplayName string display_name	Name string name	Type string type	SubType string subtype	Default string default	Placeholder string placeholder	HelpText string help_text	Optional bool optional	MinLength int min_length	MaxLength int max_length	DataSource string data_source	DataSourceURL string data_source_url,omitempty	Options []*model.PostActionOptions options	MultiSelect bool multiselect	Refresh bool refresh,omitempty	DateTimeConfig *model.DialogDateTimeConfig datetime_config,omitempty	MinDate string min_date,omitempty	MaxDate string max_date,omitempty	TimeInterval int time_interval,omitempty
model.DisplaySettings	CustomURLSchemes []string	MaxMarkdownNodes *int
model.Draft	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	UserId string user_id	ChannelId string channel_id	RootId string root_id	Message string message	Type string type	Props model.StringInterface props	FileIds model.StringArray file_ids,omitempty	Metadata *model.PostMetadata metadata,omitempty	Priority model.StringInterface priority,omitempty
model.ElasticsearchSettings	ConnectionURL *string	Backend *string	Username *string	Password *string	EnableIndexing *bool	EnableSearching *bool	EnableCJKAnalyzers *bool	EnableAutocomplete *bool	Sniff *bool	PostIndexReplicas *int	PostIndexShards *int	ChannelIndexReplicas *int	ChannelIndexShards *int	UserIndexReplicas *int	UserIndexShards *int	AggregatePostsAfterDays *int	PostsAggregatorJobStartTime *string	IndexPrefix *string	GlobalSearchPrefix *string	LiveIndexingBatchSize *int	BulkIndexingTimeWindowSeconds *int ,omitempty	BatchSize *int	RequestTimeoutSeconds *int	SkipTLSVerification *bool	CA *string	ClientCert *string	ClientKey *string	Trace *string	IgnoredPurgeIndexes *string	EnableSearchPublicChannelsWithoutMembership *bool
model.EmailNotification	PostId string post_id	ChannelId string channel_id	TeamId string team_id	SenderId string sender_id	SenderDisplayName string sender_display_name,omitempty	RecipientId string recipient_id	RootId string root_id,omitempty	ChannelType string channel_type	ChannelName string channel_name	TeamName string team_name	SenderUsername string sender_username	IsDirectMessage bool is_direct_message	IsGroupMessage bool is_group_message	IsThreadReply bool is_thread_reply	IsCRTEnabled bool is_crt_enabled	UseMilitaryTime bool use_military_time	+EmailNotificationContent model.EmailNotificationContent
model.EmailNotificationContent	Subject string subject,omitempty	Title string title,omitempty	SubTitle string subtitle,omitempty	MessageHTML string message_html,omitempty	MessageText string message_text,omitempty	ButtonText string button_text,omitempty	ButtonURL string button_url,omitempty	FooterText string footer_text,omitempty
model.EmailSettings	EnableSignUpWithEmail *bool	EnableSignInWithEmail *bool	EnableSignInWithUsername *bool	SendEmailNotifications *bool	UseChannelInEmailNotifications *bool	RequireEmailVerification *bool	FeedbackName *string	FeedbackEmail *string	ReplyToAddress *string	FeedbackOrganization *string	EnableSMTPAuth *bool	SMTPUsername *string	SMTPPassword *string	SMTPServer *string	SMTPPort *string	SMTPServerTimeout *int	ConnectionSecurity *string	SendPushNotifications *bool	PushNotificationServer *string	PushNotificationContents *string	PushNotificationBuffer *int	EnableEmailBatching *bool	EmailBatchingBufferSize *int	EmailBatchingInterval *int	EnablePreviewModeBanner *bool	SkipServerCertificateVerification *bool	EmailNotificationContentsType *string	LoginButtonColor *string	LoginButtonBorderColor *string	LoginButtonTextColor *string
model.Emoji	Id string id	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	CreatorId string creator_id	Name string name
model.ExperimentalAuditSettings	FileEnabled *bool	FileName *string	AdvancedLoggingJSON json.RawMessage	Certificate *string
model.ExperimentalSettings	ClientSideCertEnable *bool	LinkMetadataTimeoutMilliseconds *int64	RestrictSystemAdmin *bool	EnableSharedChannels *bool	EnableRemoteClusterService *bool	DisableAppBar *bool	DisableRefetchingOnBrowserFocus *bool	DelayChannelAutocomplete *bool	DisableWakeUpReconnectHandler *bool	UsersStatusAndProfileFetchingPollIntervalMilliseconds *int64	YoutubeReferrerPolicy *bool	EnableWatermark *bool
model.ExportSettings	Directory *string	RetentionDays *int
model.FeatureFlags	TestFeature string	TestBoolFeature bool	EnableRemoteClusterService bool	EnableSharedChannelsDMs bool	EnableSharedChannelsPlugins bool	EnableSharedChannelsMemberSync bool	EnableSyncAllUsersForRemoteCluster bool	AppsEnabled bool	PermalinkPreviews bool	NormalizeLdapDNs bool	WysiwygEditor bool	OnboardingTourTips bool	DeprecateCloudFree bool	EnableExportDirectDownload bool	MoveThreadsEnabled bool	StreamlinedMarketplace bool	CloudIPFiltering bool	ConsumePostHook bool	CloudAnnualRenewals bool	CloudDedicatedExportUI bool	ChannelBookmarks bool	WebSocketEventScope bool	NotificationMonitoring bool	ExperimentalAuditSettingsSystemConsoleUI bool	CustomProfileAttributes bool	AttributeBasedAccessControl bool	AttributeValueMasking bool	PermissionPolicies bool	ChannelPermissionPolicies bool	PolicySimulation bool	ContentFlagging bool	EnableMattermostEntry bool	MobileSSOCodeExchange bool	EnableShiftEscapeToMarkAllRead bool	AutoTranslation bool	ClassificationMarkings bool	BurnOnRead bool	EnableAIPluginBridge bool	EnableAIRecaps bool	IntegratedBoards bool	CJKSearch bool	AggregatePluginMetrics bool	ManagedChannelCategories bool	SessionAttributes bool	DiscoverableChannels bool	MobileEphemeralMode bool
model.Features	Users *int users	LDAP *bool ldap	LDAPGroups *bool ldap_groups	MFA *bool mfa	GoogleOAuth *bool google_oauth	Office365OAuth *bool office365_oauth	OpenId *bool openid	Compliance *bool compliance	Cluster *bool cluster	Metrics *bool metrics	MHPNS *bool mhpns	SAML *bool saml	Elasticsearch *bool elastic_search	Announcement *bool announcement	ThemeManagement *bool theme_management	EmailNotificationContents *bool email_notification_contents	DataRetention *bool data_retention	MessageExport *bool message_export	CustomPermissionsSchemes *bool custom_permissions_schemes	CustomTermsOfService *bool custom_terms_of_service	GuestAccounts *bool guest_accounts	GuestAccountsPermissions *bool guest_accounts_permissions	IDLoadedPushNotifications *bool id_loaded	LockTeammateNameDisplay *bool lock_teammate_name_display	EnterprisePlugins *bool enterprise_plugins	AdvancedLogging *bool advanced_logging	Cloud *bool cloud	SharedChannels *bool shared_channels	RemoteClusterService *bool remote_cluster_service	OutgoingOAuthConnections *bool outgoing_oauth_connections	AutoTranslation *bool auto_translation	FutureFeatures *bool future_features
model.FileData	Filename string	Body []uint8
model.FileDownloadType=string
model.FileInfo	Id string id	CreatorId string user_id	PostId string post_id,omitempty	ChannelId string channel_id	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	Path string -	ThumbnailPath string -	PreviewPath string -	Name string name	Extension string extension	Size int64 size	MimeType string mime_type	Width int width,omitempty	Height int height,omitempty	HasPreviewImage bool has_preview_image,omitempty	MiniPreview *[]uint8 mini_preview	Content string -	RemoteId *string remote_id	Archived bool archived
model.FileSettings	EnableFileAttachments *bool	EnableMobileUpload *bool	EnableMobileDownload *bool	MaxFileSize *int64	MaxImageResolution *int64	MaxImageDecoderConcurrency *int64	DriverName *string	Directory *string	EnablePublicLink *bool	ExtractContent *bool	ArchiveRecursion *bool	PublicLinkSalt *string	InitialFont *string	AmazonS3AccessKeyId *string	AmazonS3SecretAccessKey *string	AmazonS3Bucket *string	AmazonS3PathPrefix *string	AmazonS3Region *string	AmazonS3Endpoint *string	AmazonS3SSL *bool	AmazonS3SignV2 *bool	AmazonS3SSE *bool	AmazonS3Trace *bool	AmazonS3RequestTimeoutMilliseconds *int64	AmazonS3UploadPartSizeBytes *int64	AmazonS3StorageClass *string	AzureStorageAccount *string	AzureAuthMode *string	AzureAccessKey *string	AzureContainer *string	AzurePathPrefix *string	AzureCloud *string	AzureEndpoint *string	AzureSSL *bool	AzureRequestTimeoutMilliseconds *int64	DedicatedExportStore *bool	ExportDriverName *string	ExportDirectory *string	ExportAmazonS3AccessKeyId *string	ExportAmazonS3SecretAccessKey *string	ExportAmazonS3Bucket *string	ExportAmazonS3PathPrefix *string	ExportAmazonS3Region *string	ExportAmazonS3Endpoint *string	ExportAmazonS3SSL *bool	ExportAmazonS3SignV2 *bool	ExportAmazonS3SSE *bool	ExportAmazonS3Trace *bool	ExportAmazonS3RequestTimeoutMilliseconds *int64	ExportAmazonS3PresignExpiresSeconds *int64	ExportAmazonS3UploadPartSizeBytes *int64	ExportAmazonS3StorageClass *string	ExportAzureStorageAccount *string	ExportAzureAuthMode *string	ExportAzureAccessKey *string	ExportAzureContainer *string	ExportAzurePathPrefix *string	ExportAzureCloud *string	ExportAzureEndpoint *string	ExportAzureSSL *bool	ExportAzureRequestTimeoutMilliseconds *int64
model.FilesLimits	TotalStorage *int64 total_storage
model.GetFileInfosOptions	UserIds []string user_ids	ChannelIds []string channel_ids	Since int64 since	IncludeDeleted bool include_deleted	SortBy string sort_by	SortDescending bool sort_descending
model.GetPostsSinceForSyncCursor	LastPostUpdateAt int64	LastPostUpdateID string	LastPostCreateAt int64	LastPostCreateID string
model.GlobalRelayMessageExportSettings	CustomerType *string	SMTPUsername *string	SMTPPassword *string	EmailAddress *string	SMTPServerTimeout *int	CustomSMTPServerName *string	CustomSMTPPort *string
model.Group	Id string id	Name *string name,omitempty	DisplayName string display_name	Description string description	Source model.GroupSource source	RemoteId *string remote_id	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	HasSyncables bool has_syncables	MemberCount *int member_count,omitempty	AllowReference bool allow_reference	ChannelMemberCount *int channel_member_count,omitempty	ChannelMemberTimezonesCount *int channel_member_timezones_count,omitempty	MemberIDs []string member_ids
model.GroupMember	GroupId string group_id	UserId string user_id	CreateAt int64 create_at	DeleteAt int64 delete_at
model.GroupSearchOpts	Q string	NotAssociatedToTeam string	NotAssociatedToChannel string	IncludeMemberCount bool	FilterAllowReference bool	PageOpts *model.PageOpts	Since int64	Source model.GroupSource	FilterParentTeamPermitted bool	FilterHasMember string	IncludeChannelMemberCount string	IncludeTimezones bool	IncludeMemberIDs bool	IncludeArchived bool	FilterArchived bool	OnlySyncableSources bool
model.GroupSource=string
model.GroupSyncable	GroupId string group_id	SyncableId string -	AutoAdd bool auto_add	SchemeAdmin bool scheme_admin	CreateAt int64 create_at	DeleteAt int64 delete_at	UpdateAt int64 update_at	Type model.GroupSyncableType -	ChannelDisplayName string -	TeamDisplayName string -	TeamType string -	ChannelType string -	TeamID string -
model.GroupSyncableType=string
model.GuestAccountsSettings	Enable *bool	HideTags *bool	AllowEmailAccounts *bool	EnforceMultifactorAuthentication *bool	RestrictCreationToDomains *string	EnableGuestMagicLink *bool
model.ImageProxySettings	Enable *bool	ImageProxyType *string	RemoteImageProxyURL *string	RemoteImageProxyOptions *string
model.ImportSettings	Directory *string	RetentionDays *int
model.IntuneSettings	Enable *bool	TenantId *string	ClientId *string	AuthService *string
model.JobSettings	RunJobs *bool	RunScheduler *bool	CleanupJobsThresholdDays *int	CleanupConfigThresholdDays *int
model.LdapSettings	Enable *bool	EnableSync *bool	LdapServer *string	LdapPort *int	ConnectionSecurity *string	BaseDN *string	BindUsername *string	BindPassword *string	MaximumLoginAttempts *int	UserFilter *string	GroupFilter *string	GuestFilter *string	EnableAdminFilter *bool	AdminFilter *string	GroupDisplayNameAttribute *string	GroupIdAttribute *string	FirstNameAttribute *string	LastNameAttribute *string	EmailAttribute *string	UsernameAttribute *string	NicknameAttribute *string	IdAttribute *string	PositionAttribute *string	LoginIdAttribute *string	PictureAttribute *string	SyncIntervalMinutes *int	ReAddRemovedMembers *bool	SkipCertificateVerification *bool	PublicCertificateFile *string	PrivateKeyFile *string	QueryTimeout *int	MaxPageSize *int	LoginFieldName *string	LoginButtonColor *string	LoginButtonBorderColor *string	LoginButtonTextColor *string
model.LibreTranslateProviderSettings	URL *string	APIKey *string
model.License	Id string id	IssuedAt int64 issued_at	StartsAt int64 starts_at	ExpiresAt int64 expires_at	Customer *model.Customer customer	Features *model.Features features	SkuName string sku_name	SkuShortName string sku_short_name	IsTrial bool is_trial	IsGovSku bool is_gov_sku	IsSeatCountEnforced bool is_seat_count_enforced	ExtraUsers *int extra_users	SignupJWT *string signup_jwt	Limits *model.LicenseLimits limits
model.LicenseLimits	PostHistory int64 post_history	BoardCards int64 board_cards	PlaybookRuns int64 playbook_runs	CallDurationSeconds int64 call_duration	AgentsPrompts int64 agents_prompts	PushNotifications int64 push_notifications
model.LocalizationSettings	DefaultServerLocale *string	DefaultClientLocale *string	AvailableLocales *string	EnableExperimentalLocales *bool
model.LogSettings	EnableConsole *bool	ConsoleLevel *string	ConsoleJson *bool	EnableColor *bool	EnableFile *bool	FileLevel *string	FileJson *bool	FileLocation *string	EnableWebhookDebugging *bool	EnableDiagnostics *bool	EnableSentry *bool	AdvancedLoggingJSON json.RawMessage	MaxFieldSize *int
model.Manifest	Id string id	Name string name	Description string description,omitempty	HomepageURL string homepage_url,omitempty	SupportURL string support_url,omitempty	ReleaseNotesURL string release_notes_url,omitempty	IconPath string icon_path,omitempty	Version string version	MinServerVersion string min_server_version,omitempty	Server *model.ManifestServer server,omitempty	Webapp *model.ManifestWebapp webapp,omitempty	SettingsSchema *model.PluginSettingsSchema settings_schema,omitempty	Props map[string]any props,omitempty
model.ManifestServer	Executables map[string]string executables,omitempty	Executable string executable
model.ManifestWebapp	BundlePath string bundle_path	BundleHash []uint8 -
model.MembershipChangeMsg	ChannelId string channel_id	UserId string user_id	IsAdd bool is_add	RemoteId string remote_id	ChangeTime int64 change_time
model.MessageAttachment	Id int64 id	Fallback string fallback	Color string color	Pretext string pretext	AuthorName string author_name	AuthorLink string author_link	AuthorIcon string author_icon	Title string title	TitleLink string title_link	Text string text	Fields []*model.MessageAttachmentField fields	ImageURL string image_url	ThumbURL string thumb_url	Footer string footer	FooterIcon string footer_icon	Timestamp any ts	Actions []*model.PostAction actions,omitempty
model.MessageAttachmentField	Title string title	Value any value	Short model.SlackCompatibleBool short
model.MessageExportSettings	EnableExport *bool	ExportFormat *string	DailyRunTime *string	ExportFromTimestamp *int64	BatchSize *int	DownloadExportResults *bool	ChannelBatchSize *int	ChannelHistoryBatchSize *int	GlobalRelaySettings *model.GlobalRelayMessageExportSettings
model.MessagesLimits	History *int history
model.MetricsSettings	Enable *bool	BlockProfileRate *int	ListenAddress *string	EnableClientMetrics *bool	EnableNotificationMetrics *bool	ClientSideUserIds []string
model.MobileEphemeralModeSettings	Enable *bool	DisconnectionTimeoutSeconds *int	OfflinePersistenceTimerHours *int	AutoCacheCleanupDays *int
model.NativeAppSettings	AppCustomURLSchemes []string	AppDownloadLink *string	AndroidAppDownloadLink *string	IosAppDownloadLink *string	MobileExternalBrowser *bool	MobileEnableBiometrics *bool	MobilePreventScreenCapture *bool	MobileJailbreakProtection *bool	MobileEnableSecureFilePreview *bool	MobileAllowPdfLinkNavigation *bool	EnableIntuneMAM *bool
model.NotificationTarget=string
model.OAuthApp	Id string id	CreatorId string creator_id	CreateAt int64 create_at	UpdateAt int64 update_at	ClientSecret string client_secret	Name string name	Description string description	IconURL string icon_url	CallbackUrls model.StringArray callback_urls	Homepage string homepage	IsTrusted bool is_trusted	MattermostAppID string mattermost_app_id	IsDynamicallyRegistered bool is_dynamically_registered,omitempty
model.Office365Settings	Enable *bool	Secret *string	Id *string	Scope *string	AuthEndpoint *string	TokenEndpoint *string	UserAPIEndpoint *string	DiscoveryEndpoint *string	DirectoryId *string	UsePreferredUsername *bool
model.OnInstallEvent	UserId string
model.OpenDialogRequest	TriggerId string trigger_id	URL string url	Dialog model.Dialog dialog
model.OrderedSidebarCategories	Categories model.SidebarCategoriesWithChannels categories	Order model.SidebarCategoryOrder order
model.PageOpts	Page int	PerPage int
model.PasswordSettings	MinimumLength *int	Lowercase *bool	Number *bool	Uppercase *bool	Symbol *bool	EnableForgotLink *bool
model.Permission	Id string id	Name string name	Description string description	Scope string scope
model.PermissionLevel=string
model.PluginClusterEvent	Id string	Data []uint8
model.PluginClusterEventSendOptions	SendType string	TargetId string
model.PluginKVSetOptions	Atomic bool	OldValue []uint8	ExpireInSeconds int64
model.PluginOption	DisplayName string display_name	Value string value
model.PluginPropertyOption	Data map[string]string data
model.PluginSetting	Key string key	DisplayName string display_name	Type string type	HelpText string help_text	RegenerateHelpText string regenerate_help_text,omitempty	Placeholder string placeholder	Default any default	Options []*model.PluginOption options,omitempty	Hosting string hosting	Secret bool secret
model.PluginSettings	Enable *bool	EnableUploads *bool	AllowInsecureDownloadURL *bool	EnableHealthCheck *bool	Directory *string	ClientDirectory *string	Plugins map[string]map[string]any	PluginStates map[string]*model.PluginState	EnableMarketplace *bool	EnableRemoteMarketplace *bool	AutomaticPrepackagedPlugins *bool	RequirePluginSignature *bool	MarketplaceURL *string	SignaturePublicKeyFiles []string	ChimeraOAuthProxyURL *string
model.PluginSettingsSchema	Header string header	Footer string footer	Settings []*model.PluginSetting settings	Sections []*model.PluginSettingsSection sections
model.PluginSettingsSection	Key string key	Title string title	Subtitle string subtitle	Settings []*model.PluginSetting settings	Header string header	Footer string footer	Custom bool custom	Fallback bool fallback
model.PluginState	Enable bool
model.PluginStatus	PluginId string plugin_id	ClusterId string cluster_id	PluginPath string plugin_path	State int state	Error string error	Name string name	Description string description	Version string version
model.Post	Id string id	CreateAt int64 create_at	UpdateAt int64 update_at	EditAt int64 edit_at	DeleteAt int64 delete_at	IsPinned bool is_pinned	UserId string user_id	ChannelId string channel_id	RootId string root_id	OriginalId string original_id	Message string message	MessageSource string message_source,omitempty	Type string type	Props model.StringInterface props	Hashtags string hashtags	Filenames model.StringArray -	FileIds model.StringArray file_ids	PendingPostId string pending_post_id	HasReactions bool has_reactions,omitempty	RemoteId *string remote_id,omitempty	ReplyCount int64 reply_count	LastReplyAt int64 last_reply_at	Participants []*model.User participants	IsFollowing *bool is_following,omitempty	Metadata *model.PostMetadata metadata,omitempty
model.PostAcknowledgement	UserId string user_id	PostId string post_id	AcknowledgedAt int64 acknowledged_at	ChannelId string channel_id	RemoteId *string remote_id,omitempty
model.PostAction	Id string id,omitempty	Type string type,omitempty	Name string name,omitempty	Tooltip string tooltip,omitempty	Disabled bool disabled,omitempty	Style string style,omitempty	DataSource string data_source,omitempty	Options []*model.PostActionOptions options,omitempty	DefaultOption string default_option,omitempty	Integration *model.PostActionIntegration integration,omitempty	Cookie string cookie,omitempty
model.PostActionIntegration	URL string url,omitempty	Context map[string]any context,omitempty
model.PostActionOptions	Text string text	Value string value
model.PostEmbed	Type model.PostEmbedType type	URL string url,omitempty	Data any data,omitempty
model.PostEmbedType=string
model.PostImage	Width int width	Height int height	Format string format	FrameCount int frame_count
model.PostList	Order []string order	Posts map[string]*model.Post posts	NextPostId string next_post_id	PrevPostId string prev_post_id	HasNext *bool has_next,omitempty	FirstInaccessiblePostTime int64 first_inaccessible_post_time	BurnOnReadPosts map[string]*model.Post -
model.PostMetadata	Embeds []*model.PostEmbed embeds,omitempty	Emojis []*model.Emoji emojis,omitempty	Files []*model.FileInfo files,omitempty	RedactedFileCount int redacted_file_count,omitempty	Images map[string]*model.PostImage images,omitempty	Reactions []*model.Reaction reactions,omitempty	Priority *model.PostPriority priority,omitempty	Acknowledgements []*model.PostAcknowledgement acknowledgements,omitempty	Translations map[string]*model.PostTranslation translations,omitempty	ExpireAt int64 expire_at,omitempty	Recipients []string recipients,omitempty
model.PostPriority	Priority *string priority	RequestedAck *bool requested_ack	PersistentNotifications *bool persistent_notifications	PostId string ,omitempty	ChannelId string ,omitempty
model.PostSearchMatches=map[string][]string
model.PostSearchResults	+PostList *model.PostList	Matches model.PostSearchMatches matches
model.PostTranslation	Text string text,omitempty	Object json.RawMessage object,omitempty	Type string type	State string state	SourceLang string source_lang,omitempty
model.Preference	UserId string user_id	Category string category	Name string name	Value string value
model.PreviewPost	PostID string post_id	Post *model.Post post	TeamName string team_name	ChannelDisplayName string channel_display_name	ChannelType model.ChannelType channel_type	ChannelID string channel_id
model.PrivacySettings	ShowEmailAddress *bool	ShowFullName *bool	UseAnonymousURLs *bool
model.ProductLimits	Files *model.FilesLimits files,omitempty	Messages *model.MessagesLimits messages,omitempty	Teams *model.TeamsLimits teams,omitempty
model.PropertyField	ID string id	GroupID string group_id	Name string name	Type model.PropertyFieldType type	Attrs model.StringInterface attrs	TargetID string target_id	TargetType string target_type	ObjectType string object_type	Protected bool protected	PermissionField *model.PermissionLevel permission_field,omitempty	PermissionValues *model.PermissionLevel permission_values,omitempty	PermissionOptions *model.PermissionLevel permission_options,omitempty	LinkedFieldID *string linked_field_id,omitempty	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	CreatedBy string created_by	UpdatedBy string updated_by
model.PropertyFieldSearchCursor	PropertyFieldID string	CreateAt int64
model.PropertyFieldSearchOpts	GroupID string	ObjectType string	TargetType string	TargetIDs []string	LinkedFieldID string	SinceUpdateAt int64	IncludeDeleted bool	Cursor model.PropertyFieldSearchCursor	PerPage int
model.PropertyFieldType=string
model.PropertyGroup	ID string id	Name string name	Version int version	SchemaVersion int schema_version
model.PropertyValue	ID string id	TargetID string target_id	TargetType string target_type	GroupID string group_id	FieldID string field_id	Value json.RawMessage value	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	CreatedBy string created_by	UpdatedBy string updated_by
model.PropertyValueSearchCursor	PropertyValueID string	CreateAt int64
model.PropertyValueSearchOpts	GroupID string	TargetType string	TargetIDs []string	FieldID string	SinceUpdateAt int64	IncludeDeleted bool	Cursor model.PropertyValueSearchCursor	PerPage int	Value json.RawMessage
model.PushNotification	AckId string ack_id	Platform string platform	ServerId string server_id	DeviceId string device_id	PostId string post_id	Category string category,omitempty	Sound string sound,omitempty	Message string message,omitempty	Badge int badge,omitempty	ContentAvailable int cont_ava,omitempty	TeamId string team_id,omitempty	ChannelId string channel_id,omitempty	RootId string root_id,omitempty	ChannelName string channel_name,omitempty	Type string type,omitempty	SubType model.PushSubType sub_type,omitempty	Transport model.PushTransport transport,omitempty	SenderId string sender_id,omitempty	SenderName string sender_name,omitempty	OverrideUsername string override_username,omitempty	OverrideIconURL string override_icon_url,omitempty	FromWebhook string from_webhook,omitempty	Version string version,omitempty	IsCRTEnabled bool is_crt_enabled	IsIdLoaded bool is_id_loaded	PostType string -	ChannelType model.ChannelType -	Signature string signature
model.PushSubType=string
model.PushTransport=string
model.RateLimitSettings	Enable *bool	PerSec *int	MaxBurst *int	MemoryStoreSize *int	VaryByRemoteAddr *bool	VaryByUser *bool	VaryByHeader string
model.Reaction	UserId string user_id	PostId string post_id	EmojiName string emoji_name	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	RemoteId *string remote_id	ChannelId string channel_id
model.RegisterPluginOpts	Displayname string	PluginID string	CreatorID string	AutoShareDMs bool	AutoInvited bool	SiteURL string
model.RemoteCluster	RemoteId string remote_id	RemoteTeamId string remote_team_id	Name string name	DisplayName string display_name	SiteURL string site_url	DefaultTeamId string default_team_id	CreateAt int64 create_at	DeleteAt int64 delete_at	LastPingAt int64 last_ping_at	LastGlobalUserSyncAt int64 last_global_user_sync_at	Token string token	RemoteToken string remote_token	Topics string topics	CreatorId string creator_id	PluginID string plugin_id	Options model.Bitmask options
model.ReplicaLagSettings	DataSource *string	QueryAbsoluteLag *string	QueryTimeLag *string
model.ReviewerSettings	CommonReviewers *bool	SystemAdminsAsReviewers *bool	TeamAdminsAsReviewers *bool
model.SSOSettings	Enable *bool	Secret *string	Id *string	Scope *string	AuthEndpoint *string	TokenEndpoint *string	UserAPIEndpoint *string	DiscoveryEndpoint *string	ButtonText *string	ButtonColor *string	UsePreferredUsername *bool
model.SamlSettings	Enable *bool	EnableSyncWithLdap *bool	EnableSyncWithLdapIncludeAuth *bool	IgnoreGuestsLdapSync *bool	Verify *bool	Encrypt *bool	SignRequest *bool	IdpURL *string	IdpDescriptorURL *string	IdpMetadataURL *string	ServiceProviderIdentifier *string	AssertionConsumerServiceURL *string	SignatureAlgorithm *string	CanonicalAlgorithm *string	ScopingIDPProviderId *string	ScopingIDPName *string	IdpCertificateFile *string	PublicCertificateFile *string	PrivateKeyFile *string	IdAttribute *string	GuestAttribute *string	EnableAdminAttribute *bool	AdminAttribute *string	FirstNameAttribute *string	LastNameAttribute *string	EmailAttribute *string	UsernameAttribute *string	NicknameAttribute *string	LocaleAttribute *string	PositionAttribute *string	LoginButtonText *string	LoginButtonColor *string	LoginButtonBorderColor *string	LoginButtonTextColor *string
model.ScheduledPost	+Draft model.Draft	Id string id	ScheduledAt int64 scheduled_at	ProcessedAt int64 processed_at	ErrorCode string error_code
model.SearchParameter	Terms *string terms	IsOrSearch *bool is_or_search	TimeZoneOffset *int time_zone_offset	Page *int page	PerPage *int per_page	IncludeDeletedChannels *bool include_deleted_channels
model.SearchParams	Terms string terms,omitempty	ExcludedTerms string excluded_terms,omitempty	IsHashtag bool ishashtag,omitempty	InChannels []string in_channels,omitempty	ExcludedChannels []string excluded_channels,omitempty	FromUsers []string from_users,omitempty	ExcludedUsers []string excluded_users,omitempty	AfterDate string after_date,omitempty	ExcludedAfterDate string excluded_after_date,omitempty	BeforeDate string before_date,omitempty	ExcludedBeforeDate string excluded_before_date,omitempty	Extensions []string extensions,omitempty	ExcludedExtensions []string excluded_extensions,omitempty	OnDate string on_date,omitempty	ExcludedDate string excluded_date,omitempty	OrTerms bool or_terms,omitempty	IncludeDeletedChannels bool include_deleted_channels,omitempty	TimeZoneOffset int timezone_offset,omitempty	SearchWithoutUserId bool search_without_user_id,omitempty	Modifier string modifier
model.SendToastMessageOptions	Position string position,omitempty
model.ServiceSettings	SiteURL *string	WebsocketURL *string	LicenseFileLocation *string	ListenAddress *string	ConnectionSecurity *string	TLSCertFile *string	TLSKeyFile *string	TLSMinVer *string	TLSStrictTransport *bool	TLSStrictTransportMaxAge *int64	TLSOverwriteCiphers []string	UseLetsEncrypt *bool	LetsEncryptCertificateCacheFile *string	Forward80To443 *bool	TrustedProxyIPHeader []string	ReadTimeout *int	WriteTimeout *int	IdleTimeout *int	MaximumLoginAttempts *int	GoroutineHealthThreshold *int	EnableOAuthServiceProvider *bool	EnableDynamicClientRegistration *bool	DCRRedirectURIAllowlist []string	EnableIncomingWebhooks *bool	EnableOutgoingWebhooks *bool	EnableOutgoingOAuthConnections *bool	EnableCommands *bool	OutgoingIntegrationRequestsTimeout *int64	EnablePostUsernameOverride *bool	EnablePostIconOverride *bool	GoogleDeveloperKey *string	EnableLinkPreviews *bool	EnablePermalinkPreviews *bool	RestrictLinkPreviews *string	EnableTesting *bool	EnableDeveloper *bool	DeveloperFlags *string	EnableClientPerformanceDebugging *bool	EnableSecurityFixAlert *bool	EnableInsecureOutgoingConnections *bool	AllowedUntrustedInternalConnections *string	EnableMultifactorAuthentication *bool	EnforceMultifactorAuthentication *bool	EnableUserAccessTokens *bool	AllowCorsFrom *string	CorsExposedHeaders *string	CorsAllowCredentials *bool	CorsDebug *bool	AllowCookiesForSubdomains *bool	ExtendSessionLengthWithActivity *bool	TerminateSessionsOnPasswordChange *bool	SessionLengthWebInDays *int	SessionLengthWebInHours *int	SessionLengthMobileInDays *int	SessionLengthMobileInHours *int	SessionLengthSSOInDays *int	SessionLengthSSOInHours *int	SessionCacheInMinutes *int	SessionIdleTimeoutInMinutes *int	WebsocketSecurePort *int	WebsocketPort *int	WebserverMode *string	EnableGifPicker *bool	GiphySdkKey *string	EnableCustomEmoji *bool	EnableEmojiPicker *bool	PostEditTimeLimit *int	TimeBetweenUserTypingUpdatesMilliseconds *int64	EnableCrossTeamSearch *bool	EnablePostSearch *bool	EnableFileSearch *bool	MinimumHashtagLength *int	EnableUserTypingMessages *bool	EnableChannelViewedMessages *bool	EnableUserStatuses *bool	ExperimentalEnableAuthenticationTransfer *bool	ClusterLogTimeoutMilliseconds *int	EnableTutorial *bool	EnableOnboardingFlow *bool	ExperimentalEnableDefaultChannelLeaveJoinMessages *bool	ExperimentalGroupUnreadChannels *string	EnableAPITeamDeletion *bool	EnableAPITriggerAdminNotifications *bool	EnableAPIUserDeletion *bool	EnableAPIPostDeletion *bool	EnableDesktopLandingPage *bool	MinimumDesktopAppVersion *string	ExperimentalEnableHardenedMode *bool	ExperimentalStrictCSRFEnforcement *bool	EnableEmailInvitations *bool	DisableBotsWhenOwnerIsDeactivated *bool	EnableBotAccountCreation *bool	EnableSVGs *bool	EnableLatex *bool	EnableInlineLatex *bool	PostPriority *bool	AllowPersistentNotifications *bool	AllowPersistentNotificationsForGuests *bool	PersistentNotificationIntervalMinutes *int	PersistentNotificationMaxCount *int	PersistentNotificationMaxRecipients *int	EnableBurnOnRead *bool	BurnOnReadDurationSeconds *int	BurnOnReadMaximumTimeToLiveSeconds *int	BurnOnReadSchedulerFrequencySeconds *int	EnableAPIChannelDeletion *bool	EnableLocalMode *bool	LocalModeSocketLocation *string	EnableAWSMetering *bool	AWSMeteringTimeoutSeconds *int	SplitKey *string	FeatureFlagSyncIntervalSeconds *int	DebugSplit *bool	ThreadAutoFollow *bool	CollapsedThreads *string	ManagedResourcePaths *string	EnableCustomGroups *bool	AllowSyncedDrafts *bool	UniqueEmojiReactionLimitPerPost *int	RefreshPostStatsRunTime *string	MaximumPayloadSizeBytes *int64	MaximumURLLength *int	ScheduledPosts *bool	EnableWebHubChannelIteration *bool	FrameAncestors *string	DeleteAccountLink *string
model.Session	Id string id	Token string token	CreateAt int64 create_at	ExpiresAt int64 expires_at	LastActivityAt int64 last_activity_at	UserId string user_id	DeviceId string device_id	Roles string roles	IsOAuth bool is_oauth	ExpiredNotify bool expired_notify	Props model.StringMap props	TeamMembers []*model.TeamMember team_members	Local bool local
model.SharedChannel	ChannelId string id	TeamId string team_id	Home bool home	ReadOnly bool readonly	ShareName string name	ShareDisplayName string display_name	SharePurpose string purpose	ShareHeader string header	CreatorId string creator_id	CreateAt int64 create_at	UpdateAt int64 update_at	RemoteId string remote_id,omitempty	Type model.ChannelType
model.SidebarCategoriesWithChannels=[]*model.SidebarCategoryWithChannels
model.SidebarCategory	Id string id	UserId string user_id	TeamId string team_id	SortOrder int64 sort_order	Sorting model.SidebarCategorySorting sorting	Type model.SidebarCategoryType type	DisplayName string display_name	Muted bool muted	Collapsed bool collapsed
model.SidebarCategoryOrder=[]string
model.SidebarCategorySorting=string
model.SidebarCategoryType=string
model.SidebarCategoryWithChannels	+SidebarCategory model.SidebarCategory	Channels []string channel_ids
model.SlackCompatibleBool=bool
model.SqlSettings	DriverName *string	DataSource *string	DataSourceReplicas []string	DataSourceSearchReplicas []string	MaxIdleConns *int	ConnMaxLifetimeMilliseconds *int	ConnMaxIdleTimeMilliseconds *int	MaxOpenConns *int	Trace *bool	AtRestEncryptKey *string	QueryTimeout *int	AnalyticsQueryTimeout *int	DisableDatabaseSearch *bool	MigrationsStatementTimeoutSeconds *int	ReplicaLagSettings []*model.ReplicaLagSettings	ReplicaMonitorIntervalSeconds *int
model.Status	UserId string user_id	Status string status	Manual bool manual	LastActivityAt int64 last_activity_at	ActiveChannel string active_channel,omitempty	DNDEndTime int64 dnd_end_time	PrevStatus string -
model.StringArray=[]string
model.StringInterface=map[string]any
model.StringMap=map[string]string
model.SupportSettings	TermsOfServiceLink *string	PrivacyPolicyLink *string	AboutLink *string	HelpLink *string	ReportAProblemLink *string	ReportAProblemType *string	ReportAProblemMail *string	AllowDownloadLogs *bool	ForgotPasswordLink *string	SupportEmail *string	CustomTermsOfServiceEnabled *bool	CustomTermsOfServiceReAcceptancePeriod *int	EnableAskCommunityLink *bool
model.SyncMsg	Id string id	ChannelId string channel_id	Users map[string]*model.User users,omitempty	Posts []*model.Post posts,omitempty	Reactions []*model.Reaction reactions,omitempty	Statuses []*model.Status statuses,omitempty	MembershipChanges []*model.MembershipChangeMsg membership_changes,omitempty	Acknowledgements []*model.PostAcknowledgement acknowledgements,omitempty	MentionTransforms map[string]string mention_transforms,omitempty
model.SyncResponse	UsersLastUpdateAt int64 users_last_update_at	UserErrors []string user_errors	UsersSyncd []string users_syncd	PostsLastUpdateAt int64 posts_last_update_at	PostErrors []string post_errors	ReactionsLastUpdateAt int64 reactions_last_update_at	ReactionErrors []string reaction_errors	AcknowledgementsLastUpdateAt int64 acknowledgements_last_update_at	AcknowledgementErrors []string acknowledgement_errors	StatusErrors []string status_errors	MembershipErrors []string membership_errors,omitempty
model.Team	Id string id	CreateAt int64 create_at	UpdateAt int64 update_at	DeleteAt int64 delete_at	DisplayName string display_name	Name string name	Description string description	Email string email	Type string type	CompanyName string company_name	AllowedDomains string allowed_domains	InviteId string invite_id	AllowOpenInvite bool allow_open_invite	LastTeamIconUpdate int64 last_team_icon_update,omitempty	SchemeId *string scheme_id	GroupConstrained *bool group_constrained	PolicyID *string policy_id	CloudLimitsArchived bool cloud_limits_archived
model.TeamMember	TeamId string team_id	UserId string user_id	Roles string roles	DeleteAt int64 delete_at	SchemeGuest bool scheme_guest	SchemeUser bool scheme_user	SchemeAdmin bool scheme_admin	ExplicitRoles string explicit_roles	CreateAt int64 -
model.TeamMemberWithError	UserId string user_id	Member *model.TeamMember member	Error *model.AppError error
model.TeamSettings	SiteName *string	MaxUsersPerTeam *int	EnableJoinLeaveMessageByDefault *bool	EnableUserCreation *bool	EnableOpenServer *bool	EnableUserDeactivation *bool	RestrictCreationToDomains *string	EnableCustomUserStatuses *bool	EnableCustomBrand *bool	CustomBrandText *string	CustomDescriptionText *string	RestrictDirectMessage *string	EnableLastActiveTime *bool	UserStatusAwayTimeout *int64	MaxChannelsPerTeam *int64	EnableChannelCategorySorting *bool	MaxNotificationsPerChannel *int64	EnableConfirmNotificationsToChannel *bool	TeammateNameDisplay *string	ExperimentalViewArchivedChannels *bool	ExperimentalEnableAutomaticReplies *bool	LockTeammateNameDisplay *bool	ExperimentalPrimaryTeam *string	ExperimentalDefaultChannels []string
model.TeamStats	TeamId string team_id	TotalMemberCount int64 total_member_count	ActiveMemberCount int64 active_member_count
model.TeamUnread	TeamId string team_id	MsgCount int64 msg_count	MentionCount int64 mention_count	MentionCountRoot int64 mention_count_root	MsgCountRoot int64 msg_count_root	ThreadCount int64 thread_count	ThreadMentionCount int64 thread_mention_count	ThreadUrgentMentionCount int64 thread_urgent_mention_count
model.TeamsLimits	Active *int active
model.ThemeSettings	EnableThemeSelection *bool	DefaultTheme *string	AllowCustomThemes *bool	AllowedThemes []string
model.UploadSession	Id string id	Type model.UploadType type	CreateAt int64 create_at	UserId string user_id	ChannelId string channel_id,omitempty	Filename string filename	Path string -	FileSize int64 file_size	FileOffset int64 file_offset	RemoteId string remote_id	ReqFileId string req_file_id
model.UploadType=string
model.User	Id string id	CreateAt int64 create_at,omitempty	UpdateAt int64 update_at,omitempty	DeleteAt int64 delete_at	Username string username	Password string password,omitempty	AuthData *string auth_data,omitempty	AuthService string auth_service	Email string email	EmailVerified bool email_verified,omitempty	Nickname string nickname	FirstName string first_name	LastName string last_name	Position string position	Roles string roles	AllowMarketing bool allow_marketing,omitempty	Props model.StringMap props,omitempty	NotifyProps model.StringMap notify_props,omitempty	LastPasswordUpdate int64 last_password_update,omitempty	LastPictureUpdate int64 last_picture_update,omitempty	FailedAttempts int failed_attempts,omitempty	Locale string locale	Timezone model.StringMap timezone	MfaActive bool mfa_active,omitempty	MfaSecret string mfa_secret,omitempty	RemoteId *string remote_id,omitempty	LastActivityAt int64 last_activity_at,omitempty	IsBot bool is_bot,omitempty	BotDescription string bot_description,omitempty	BotLastIconUpdate int64 bot_last_icon_update,omitempty	TermsOfServiceId string terms_of_service_id,omitempty	TermsOfServiceCreateAt int64 terms_of_service_create_at,omitempty	DisableWelcomeEmail bool disable_welcome_email	LastLogin int64 last_login,omitempty	MfaUsedTimestamps model.StringArray mfa_used_timestamps,omitempty
model.UserAccessToken	Id string id	Token string token,omitempty	UserId string user_id	Description string description	IsActive bool is_active	ExpiresAt int64 expires_at
model.UserAuth	AuthData *string auth_data,omitempty	AuthService string auth_service,omitempty
model.UserGetOptions	InTeamId string	NotInTeamId string	InChannelId string	NotInChannelId string	InGroupId string	NotInGroupId string	GroupConstrained bool	WithoutTeam bool	Inactive bool	Active bool	Role string	Roles []string	ChannelRoles []string	TeamRoles []string	Sort string	ViewRestrictions *model.ViewUsersRestrictions	Page int	PerPage int	UpdatedAfter int64
model.UserMentionMap=map[string]string
model.UserSearch	Term string term	TeamId string team_id	NotInTeamId string not_in_team_id	InChannelId string in_channel_id	NotInChannelId string not_in_channel_id	InGroupId string in_group_id	GroupConstrained bool group_constrained	AllowInactive bool allow_inactive	WithoutTeam bool without_team	Limit int limit	Role string role	Roles []string roles	ChannelRoles []string channel_roles	TeamRoles []string team_roles	NotInGroupId string not_in_group_id
model.ViewUsersRestrictions	Teams []string	Channels []string
model.WebSocketRequest	Seq int64 seq	Action string action	Data map[string]any data	Session model.Session -	Locale string -
model.WebsocketBroadcast	OmitUsers map[string]bool omit_users	UserId string user_id	ChannelId string channel_id	TeamId string team_id	ConnectionId string connection_id	OmitConnectionId string omit_connection_id	ContainsSanitizedData bool contains_sanitized_data,omitempty	ContainsSensitiveData bool contains_sensitive_data,omitempty	ReliableClusterSend bool -	BroadcastHooks []string broadcast_hooks,omitempty	BroadcastHookArgs []map[string]any broadcast_hook_args,omitempty
model.WranglerSettings	PermittedWranglerRoles []string	AllowedEmailDomain []string	MoveThreadMaxCount *int64	MoveThreadToAnotherTeamEnable *bool	MoveThreadFromPrivateChannelEnable *bool	MoveThreadFromDirectMessageChannelEnable *bool	MoveThreadFromGroupMessageChannelEnable *bool
plugin.Context	SessionId string	ConnectionId string	RequestId string	IPAddress string	AcceptLanguage string	UserAgent string
plugin.ErrorString	Code int	Err string
plugin.HTTPRequestSubset	Method string	URL *url.URL	Proto string	ProtoMajor int	ProtoMinor int	Header http.Header	Host string	RemoteAddr string	RequestURI string
pq.Error	Severity string	Code pqerror.Code	Message string	Detail string	Hint string	Position string	InternalPosition string	InternalQuery string	Where string	Schema string	Table string	Column string	DataTypeName string	Constraint string	File string	Line string	Routine string
pqerror.Code=string
saml2.AssertionInfo	NameID string	Values saml2.Values	WarningInfo *saml2.WarningInfo	SessionIndex string	AuthnInstant *time.Time	SessionNotOnOrAfter *time.Time	Assertions []types.Assertion	ResponseSignatureValidated bool
saml2.ProxyRestriction	Count int	Audience []string
saml2.Values=map[string]types.Attribute
saml2.WarningInfo	OneTimeUse bool	ProxyRestriction *saml2.ProxyRestriction	NotInAudience bool	InvalidTime bool
time.Time!GobEncoder
types.Assertion	XMLName xml.Name	Version string	ID string	IssueInstant time.Time	Issuer *types.Issuer	Signature *types.Signature	Subject *types.Subject	Conditions *types.Conditions	AttributeStatement *types.AttributeStatement	AuthnStatement *types.AuthnStatement	SignatureValidated bool
types.Attribute	XMLName xml.Name	FriendlyName string	Name string	NameFormat string	Values []types.AttributeValue
types.AttributeStatement	XMLName xml.Name	Attributes []types.Attribute
types.AttributeValue	XMLName xml.Name	Type string	Value string
types.Audience	XMLName xml.Name	Value string
types.AudienceRestriction	XMLName xml.Name	Audiences []types.Audience
types.AuthnContext	XMLName xml.Name	AuthnContextClassRef *types.AuthnContextClassRef
types.AuthnContextClassRef	XMLName xml.Name	Value string
types.AuthnStatement	XMLName xml.Name	SessionIndex string	AuthnInstant *time.Time	SessionNotOnOrAfter *time.Time	AuthnContext *types.AuthnContext
types.Conditions	XMLName xml.Name	NotBefore string	NotOnOrAfter string	AudienceRestrictions []types.AudienceRestriction	OneTimeUse *types.OneTimeUse	ProxyRestriction *types.ProxyRestriction
types.Issuer	XMLName xml.Name	Value string
types.NameID	XMLName xml.Name	Value string
types.OneTimeUse	XMLName xml.Name
types.ProxyRestriction	XMLName xml.Name	Count int	Audience []types.Audience
types.Signature	SignatureDocument []uint8
types.Subject	XMLName xml.Name	NameID *types.NameID	SubjectConfirmation *types.SubjectConfirmation
types.SubjectConfirmation	XMLName xml.Name	Method string	SubjectConfirmationData *types.SubjectConfirmationData
types.SubjectConfirmationData	XMLName xml.Name	NotOnOrAfter string	Recipient string	InResponseTo string
url.URL!BinaryMarshaler
xml.Name	Space string	Local string
`;

/**
 * Messages and the Go structs that they stand for: the message, the struct, then for each field of
 * the struct the field of the message by its local name; "-" where it has none, "*" where the
 * message has the fields of an embedded struct itself.
 */
export const gobMessages = `
ChannelBannerInfo	model.ChannelBannerInfo	enabled	text	backgroundColor
Channel	model.Channel	id	createAt	updateAt	deleteAt	teamId	type	displayName	name	header	purpose	lastPostAt	totalMsgCount	extraUpdateAt	creatorId	schemeId	props	groupConstrained	autoTranslation	shared	totalMsgCountRoot	policyId	lastRootPostAt	bannerInfo	policyEnforced	policyActions	policyIsActive	defaultCategoryName	managedCategoryName	discoverable
AppError	model.AppError	id	message	detailedError	requestId	statusCode	where	skipTranslation
ViewUsersRestrictions	model.ViewUsersRestrictions	teams	channels
Emoji	model.Emoji	id	createAt	updateAt	deleteAt	creatorId	name
FileInfo	model.FileInfo	id	creatorId	postId	channelId	createAt	updateAt	deleteAt	path	thumbnailPath	previewPath	name	extension	size	mimeType	width	height	hasPreviewImage	miniPreview	content	remoteId	archived
FileData	model.FileData	filename	data
User	model.User	id	createAt	updateAt	deleteAt	username	password	authData	authService	email	emailVerified	nickname	firstName	lastName	position	roles	allowMarketing	props	notifyProps	lastPasswordUpdate	lastPictureUpdate	failedAttempts	locale	timezone	mfaActive	mfaSecret	remoteId	lastActivityAt	isBot	botDescription	botLastIconUpdate	termsOfServiceId	termsOfServiceCreateAt	disableWelcomeEmail	lastLogin	mfaUsedTimestamps
PostMetadata	model.PostMetadata	embeds	emojis	files	redactedFileCount	images	reactions	priority	acknowledgements	translations	expireAt	recipients
PostEmbed	model.PostEmbed	type	url	dataValue
PostImage	model.PostImage	width	height	format	frameCount
PostPriority	model.PostPriority	priority	requestedAck	persistentNotifications	postId	channelId
PostAcknowledgement	model.PostAcknowledgement	userId	postId	acknowledgedAt	channelId	remoteId
Reaction	model.Reaction	userId	postId	emojiName	createAt	updateAt	deleteAt	remoteId	channelId
Post	model.Post	id	createAt	updateAt	editAt	deleteAt	isPinned	userId	channelId	rootId	originalId	message	messageSource	type	props	hashtags	filenames	fileIds	pendingPostId	hasReactions	remoteId	replyCount	lastReplyAt	participants	isFollowing	metadata
PostList	model.PostList	order	posts	nextPostId	prevPostId	hasNextOptional	firstInaccessiblePostTimeMs	burnOnReadPosts
PostTranslation	model.PostTranslation	text	object	type	state	sourceLang
Draft	model.Draft	createAt	updateAt	deleteAt	userId	channelId	rootId	message	type	props	fileIds	metadata	priority
ScheduledPost	model.ScheduledPost	*	id	scheduledAt	processedAt	errorCode
ScheduledPost	model.Draft	createAt	updateAt	deleteAt	userId	channelId	rootId	message	type	props	fileIds	metadata	priority
ChannelStats	model.ChannelStats	channelId	memberCount	guestCount	pinnedpostCount	filesCount
ChannelMember	model.ChannelMember	channelId	userId	roles	lastViewedAt	msgCount	mentionCount	mentionCountRoot	urgentMentionCount	msgCountRoot	notifyProps	lastUpdateAt	schemeGuest	schemeUser	schemeAdmin	explicitRoles	autotranslationDisabled
ChannelMemberIdentifier	model.ChannelMemberIdentifier	channelId	userId
SidebarCategoryWithChannels	model.SidebarCategoryWithChannels	*	channelIds
SidebarCategoryWithChannels	model.SidebarCategory	id	userId	teamId	sortOrder	sortingName	type	displayName	muted	collapsed
OrderedSidebarCategories	model.OrderedSidebarCategories	categories	order
SearchParams	model.SearchParams	terms	excludedTerms	ishashtag	inChannels	excludedChannels	fromUsers	excludedUsers	afterDate	excludedAfterDay	beforeDate	excludedBeforeDay	extensions	excludedExtensions	onDate	excludedDay	isOrSearch	includeDeletedChannels	timeZoneOffset	searchWithoutUserId	modifier
SearchParameter	model.SearchParameter	termsOptional	isOrSearchOptional	timeZoneOffsetOptional	pageOptional	perPageOptional	includeDeletedChannelsOptional
PostSearchResults	model.PostSearchResults	*	matches
PostSearchResults	model.PostList	order	posts	nextPostId	prevPostId	hasNext	firstInaccessiblePostTime	burnOnReadPosts
GetFileInfosOptions	model.GetFileInfosOptions	userIds	channelIds	since	includeDeleted	sortBy	sortDescending
UploadSession	model.UploadSession	id	type	createAt	userId	channelId	filename	path	fileSize	fileOffset	remoteId	reqFileId
Bot	model.Bot	userId	username	displayName	description	ownerId	lastIconUpdate	createAt	updateAt	deleteAt
BotPatch	model.BotPatch	username	displayName	description
BotGetOptions	model.BotGetOptions	ownerId	includeDeleted	onlyOrphaned	page	perPage
PluginKVSetOptions	model.PluginKVSetOptions	atomic	oldValue	expireInSeconds
WebsocketBroadcast	model.WebsocketBroadcast	omitUsers	userId	channelId	teamId	connectionId	omittedConnectionId	containsSanitizedData	containsSensitiveData	reliableClusterSend	broadcastHooks	broadcastHookArgs
Manifest	model.Manifest	id	name	description	homepageUrl	supportUrl	releaseNotesUrl	iconPath	version	minServerVersion	server	webapp	settingsSchema	props
PluginStatus	model.PluginStatus	pluginId	clusterId	pluginPath	state	error	name	description	version
ManifestServer	model.ManifestServer	executables	executable
ManifestWebapp	model.ManifestWebapp	bundlePath	bundleHash
PluginSettingsSchema	model.PluginSettingsSchema	header	footer	settings	sections
PluginSetting	model.PluginSetting	key	displayName	type	helpText	regenerateHelpText	placeholder	default	options	hosting	secret
PluginOption	model.PluginOption	displayName	value
PluginSettingsSection	model.PluginSettingsSection	key	title	subtitle	settings	header	footer	custom	fallback
PluginContext	plugin.Context	sessionId	connectionId	requestId	ipAddress	acceptLanguage	userAgent
SyncResponse	model.SyncResponse	usersLastUpdateAt	userErrors	usersSyncd	postsLastUpdateAt	postErrors	reactionsLastUpdateAt	reactionErrors	acknowledgementsLastUpdateAt	acknowledgementErrors	statusErrors	membershipErrors
Command	model.Command	id	token	createAt	updateAt	deleteAt	creatorId	teamId	trigger	method	username	iconUrl	autoComplete	autoCompleteDesc	autoCompleteHint	displayName	description	url	pluginId	autocompleteData	autocompleteIconData
CommandArgs	model.CommandArgs	userId	channelId	teamId	rootId	parentId	triggerId	connectionId	command	siteUrl	userMentions	channelMentions
CommandResponse	model.CommandResponse	responseType	text	username	channelId	iconUrl	type	props	gotoLocation	triggerId	skipSlackParsing	messageAttachments	extraResponses
Preference	model.Preference	userId	category	name	value
OAuthApp	model.OAuthApp	id	creatorId	createAt	updateAt	clientSecret	name	description	iconUrl	callbackUrlList	homepage	isTrusted	mattermostAppId	isDynamicallyRegistered
Group	model.Group	id	nameOptional	displayName	description	source	remoteIdOptional	createAt	updateAt	deleteAt	hasSyncables	memberCount	allowReference	channelMemberCount	channelMemberTimezonesCount	memberIds
GroupMember	model.GroupMember	groupId	userId	createAt	deleteAt
GroupSyncable	model.GroupSyncable	groupId	syncableId	autoAdd	schemeAdmin	createAt	deleteAt	updateAt	syncableType	channelDisplayName	teamDisplayName	teamType	channelType	teamId
GroupSearchOpts	model.GroupSearchOpts	q	notAssociatedToTeam	notAssociatedToChannel	includeMemberCount	filterAllowReferenceFlag	pageOpts	sinceMs	source	filterParentTeamPermitted	filterHasMemberUserId	includeChannelMemberCountChannelId	includeTimezones	includeMemberIds	includeArchived	filterArchived	onlySyncableSources
CreateDefaultMembershipParams	model.CreateDefaultMembershipParams	since	reAddRemovedMembers	scopedUserId	scopedTeamId	scopedChannelId
RegisterPluginOpts	model.RegisterPluginOpts	displayName	pluginId	creatorId	autoShareDms	autoInvited	siteUrl
SharedChannel	model.SharedChannel	channelId	teamId	isHome	readOnly	shareName	shareDisplayName	sharePurpose	shareHeader	creatorId	createAt	updateAt	remoteId	type
GetPostsSinceForSyncCursor	model.GetPostsSinceForSyncCursor	lastPostUpdateAt	lastPostId	lastPostCreateAt	lastPostCreateId
PropertyField	model.PropertyField	id	groupId	name	type	attrs	targetId	targetType	objectType	protected	permissionField	permissionValues	permissionOptions	linkedFieldId	createAt	updateAt	deleteAt	createdBy	updatedBy
PropertyFieldSearchOpts	model.PropertyFieldSearchOpts	groupId	objectType	targetType	targetIds	linkedFieldId	sinceUpdateAt	includeDeleted	cursor	perPage
PropertyValue	model.PropertyValue	id	targetId	targetType	groupId	fieldId	value	createAt	updateAt	deleteAt	createdBy	updatedBy
PropertyValueSearchOpts	model.PropertyValueSearchOpts	groupId	targetType	targetIds	fieldId	sinceUpdateAt	includeDeleted	cursor	perPage	value
PropertyGroup	model.PropertyGroup	id	name	version	schemaVersion
AuditRecord	model.AuditRecord	eventName	status	eventData	actor	meta	error
OpenDialogRequest	model.OpenDialogRequest	triggerId	url	dialog
Dialog	model.Dialog	callbackId	title	introductionText	iconUrl	elements	submitLabel	notifyOnCancel	state	sourceUrl
DialogElement	model.DialogElement	displayName	name	type	subtype	default	placeholder	helpText	optional	minLength	maxLength	dataSource	dataSourceUrl	options	multiselect	refresh	datetimeConfig	minDate	maxDate	timeInterval
DialogElementOption	model.PostActionOptions	text	value
PluginClusterEvent	model.PluginClusterEvent	id	data
PluginClusterEventSendOptions	model.PluginClusterEventSendOptions	sendType	targetId
PushNotification	model.PushNotification	ackId	platform	serverId	deviceId	postId	category	sound	message	badgeCount	contentAvailable	teamId	channelId	rootId	channelName	type	subType	transport	senderId	senderName	overrideUsername	overrideIconUrl	fromWebhook	version	isCrt	isIdLoaded	postType	channelType	signature
AuditEventData	model.AuditEventData	parameters	priorState	resultState	objectType
AuditEventActor	model.AuditEventActor	userId	sessionId	client	ipAddress	xForwardedFor
AuditEventError	model.AuditEventError	description	code
AutocompleteData	model.AutocompleteData	trigger	hint	helpText	roleId	arguments	subCommands
AutocompleteArg	model.AutocompleteArg	name	helpText	type	required	data
MessageAttachment	model.MessageAttachment	id	fallback	color	pretext	authorName	authorLink	authorIcon	title	titleLink	text	fields	imageUrl	thumbUrl	footer	footerIcon	timestamp	actions
MessageAttachmentField	model.MessageAttachmentField	title	value	short
PostAction	model.PostAction	id	type	name	tooltip	disabled	style	dataSource	options	defaultOption	integration	cookie
PostActionOptions	model.PostActionOptions	text	value
PostActionIntegration	model.PostActionIntegration	url	context
DialogDateTimeConfig	model.DialogDateTimeConfig	minDate	maxDate	timeInterval	locationTimezone	manualTimeEntry	allowManualTimeEntry
PageOpts	model.PageOpts	page	perPage
PropertyFieldSearchCursor	model.PropertyFieldSearchCursor	propertyFieldId	createAt
PropertyValueSearchCursor	model.PropertyValueSearchCursor	propertyValueId	createAt
SendToastMessageOptions	model.SendToastMessageOptions	position
Level	logr.Level	id	name	stacktrace	color
Team	model.Team	id	createAt	updateAt	deleteAt	displayName	name	description	email	type	companyName	allowedDomains	inviteId	allowOpenInvite	lastTeamIconUpdate	schemeId	groupConstrained	policyId	cloudLimitsArchived
TeamMember	model.TeamMember	teamId	userId	roles	deleteAt	schemeGuest	schemeUser	schemeAdmin	explicitRoles	createAt
TeamUnread	model.TeamUnread	teamId	msgCount	mentionCount	mentionCountRoot	msgCountRoot	threadCount	threadMentionCount	threadUrgentMentionCount
GetUsersRequest	model.UserGetOptions	inTeamId	notInTeamId	inChannelId	notInChannelId	inGroupId	notInGroupId	groupConstrained	withoutTeam	inactive	active	role	roles	channelRoles	teamRoles	sort	viewRestrictions	page	perPage	updatedAfter
SearchUsersRequest	model.UserSearch	term	teamId	notInTeamId	inChannelId	notInChannelId	inGroupId	groupConstrained	allowInactive	withoutTeam	limit	role	roles	channelRoles	teamRoles	notInGroupId
Status	model.Status	userId	status	manual	lastActivityAt	activeChannel	dndEndTime	prevStatus
CustomStatus	model.CustomStatus	emoji	text	duration	expiresAt
UserAuth	model.UserAuth	authData	authService
Session	model.Session	id	token	createAt	expiresAt	lastActivityAt	userId	deviceId	roles	isOauth	expiredNotify	props	teamMembers	local
UserAccessToken	model.UserAccessToken	id	token	userId	description	isActive	expiresAt
TeamMemberWithError	model.TeamMemberWithError	userId	member	error
TeamStats	model.TeamStats	teamId	totalMemberCount	activeMemberCount
WebSocketRequest	model.WebSocketRequest	seq	action	data	session	locale
RemoteCluster	model.RemoteCluster	remoteId	remoteTeamId	name	displayName	siteUrl	defaultTeamId	createAt	deleteAt	lastPingAt	lastGlobalUserSyncAt	token	remoteToken	topics	creatorId	pluginId	options
OnInstallEvent	model.OnInstallEvent	userId
FilesLimits	model.FilesLimits	totalStorage
MessagesLimits	model.MessagesLimits	history
TeamsLimits	model.TeamsLimits	active
ProductLimits	model.ProductLimits	files	messages	teams
EmailNotificationContent	model.EmailNotificationContent	subject	title	subTitle	messageHtml	messageText	buttonText	buttonUrl	footerText
`;

/**
 * Methods: Go's name, the parameters, the results. Each value is the message's field by its local
 * name and Go's type; "." is the message itself. "#" before a field says that it holds the value's
 * JSON, behind a "/" in a field of the message in it.
 */
export const gobApi = `
LoadPluginConfiguration		configJson []uint8
RegisterCommand	command *model.Command	error error
UnregisterCommand	teamId string|trigger string	error error
ExecuteSlashCommand	commandArgs *model.CommandArgs	response *model.CommandResponse|error error
GetConfig		#configJson *model.Config
GetUnsanitizedConfig		#configJson *model.Config
SaveConfig	#configJson *model.Config	error *model.AppError
GetPluginConfig		config map[string]any
SavePluginConfig	config map[string]any	error *model.AppError
GetBundlePath		path string|error error
GetLicense		#licenseJson *model.License
IsEnterpriseReady		isEnterpriseReady bool
GetServerVersion		version string
GetSystemInstallDate		installDate int64|error *model.AppError
GetDiagnosticId		diagnosticId string
GetTelemetryId		telemetryId string
CreateUser	user *model.User	user *model.User|error *model.AppError
DeleteUser	userId string	error *model.AppError
GetUsers	. *model.UserGetOptions	users []*model.User|error *model.AppError
GetUsersByIds	userIds []string	users []*model.User|error *model.AppError
GetUser	userId string	user *model.User|error *model.AppError
GetUserByEmail	email string	user *model.User|error *model.AppError
GetUserByUsername	name string	user *model.User|error *model.AppError
GetUsersByUsernames	usernames []string	users []*model.User|error *model.AppError
GetUsersInTeam	teamId string|page int|perPage int	users []*model.User|error *model.AppError
GetPreferenceForUser	userId string|category string|name string	preference model.Preference|error *model.AppError
GetPreferencesForUser	userId string	preferences []model.Preference|error *model.AppError
UpdatePreferencesForUser	userId string|preferences []model.Preference	error *model.AppError
DeletePreferencesForUser	userId string|preferences []model.Preference	error *model.AppError
GetSession	sessionId string	session *model.Session|error *model.AppError
CreateSession	session *model.Session	session *model.Session|error *model.AppError
ExtendSessionExpiry	sessionId string|newExpiry int64	error *model.AppError
RevokeSession	sessionId string	error *model.AppError
CreateUserAccessToken	token *model.UserAccessToken	token *model.UserAccessToken|error *model.AppError
RevokeUserAccessToken	tokenId string	error *model.AppError
GetTeamIcon	teamId string	icon []uint8|error *model.AppError
SetTeamIcon	teamId string|data []uint8	error *model.AppError
RemoveTeamIcon	teamId string	error *model.AppError
UpdateUser	user *model.User	user *model.User|error *model.AppError
GetUserStatus	userId string	status *model.Status|error *model.AppError
GetUserStatusesByIds	userIds []string	statuses []*model.Status|error *model.AppError
UpdateUserStatus	userId string|status string	status *model.Status|error *model.AppError
SetUserStatusTimedDND	userId string|endTime int64	status *model.Status|error *model.AppError
UpdateUserActive	userId string|active bool	error *model.AppError
UpdateUserCustomStatus	userId string|customStatus *model.CustomStatus	error *model.AppError
RemoveUserCustomStatus	userId string	error *model.AppError
GetUsersInChannel	channelId string|sortBy string|page int|perPage int	users []*model.User|error *model.AppError
GetLDAPUserAttributes	userId string|attributes []string	attributes map[string]string|error *model.AppError
CreateTeam	team *model.Team	team *model.Team|error *model.AppError
DeleteTeam	teamId string	error *model.AppError
GetTeams		teams []*model.Team|error *model.AppError
GetTeam	teamId string	team *model.Team|error *model.AppError
GetTeamByName	name string	team *model.Team|error *model.AppError
GetTeamsUnreadForUser	userId string	teamUnreads []*model.TeamUnread|error *model.AppError
UpdateTeam	team *model.Team	team *model.Team|error *model.AppError
SearchTeams	term string	teams []*model.Team|error *model.AppError
GetTeamsForUser	userId string	teams []*model.Team|error *model.AppError
CreateTeamMember	teamId string|userId string	teamMember *model.TeamMember|error *model.AppError
CreateTeamMembers	teamId string|userIds []string|requestorId string	teamMembers []*model.TeamMember|error *model.AppError
CreateTeamMembersGracefully	teamId string|userIds []string|requestorId string	teamMembers []*model.TeamMemberWithError|error *model.AppError
DeleteTeamMember	teamId string|userId string|requestorId string	error *model.AppError
GetTeamMembers	teamId string|page int|perPage int	teamMembers []*model.TeamMember|error *model.AppError
GetTeamMember	teamId string|userId string	teamMember *model.TeamMember|error *model.AppError
GetTeamMembersForUser	userId string|page int|perPage int	teamMembers []*model.TeamMember|error *model.AppError
UpdateTeamMemberRoles	teamId string|userId string|newRoles string	teamMember *model.TeamMember|error *model.AppError
CreateChannel	channel *model.Channel	channel *model.Channel|error *model.AppError
DeleteChannel	channelId string	error *model.AppError
GetPublicChannelsForTeam	teamId string|page int|perPage int	channels []*model.Channel|error *model.AppError
GetChannel	channelId string	channel *model.Channel|error *model.AppError
GetChannelByName	teamId string|name string|includeDeleted bool	channel *model.Channel|error *model.AppError
GetChannelByNameForTeamName	teamName string|channelName string|includeDeleted bool	channel *model.Channel|error *model.AppError
GetChannelsForTeamForUser	teamId string|userId string|includeDeleted bool	channels []*model.Channel|error *model.AppError
GetChannelStats	channelId string	channelStats *model.ChannelStats|error *model.AppError
GetDirectChannel	userId1 string|userId2 string	channel *model.Channel|error *model.AppError
GetGroupChannel	userIds []string	channel *model.Channel|error *model.AppError
UpdateChannel	channel *model.Channel	channel *model.Channel|error *model.AppError
RegisterChannelGuard	channelId string	error *model.AppError
UnregisterChannelGuard	channelId string	error *model.AppError
SearchChannels	teamId string|term string	channels []*model.Channel|error *model.AppError
CreateChannelSidebarCategory	userId string|teamId string|newCategory *model.SidebarCategoryWithChannels	category *model.SidebarCategoryWithChannels|error *model.AppError
GetChannelSidebarCategories	userId string|teamId string	categories *model.OrderedSidebarCategories|error *model.AppError
UpdateChannelSidebarCategories	userId string|teamId string|categories []*model.SidebarCategoryWithChannels	categories []*model.SidebarCategoryWithChannels|error *model.AppError
SearchUsers	. *model.UserSearch	users []*model.User|error *model.AppError
SearchPostsInTeam	teamId string|paramsList []*model.SearchParams	posts []*model.Post|error *model.AppError
SearchPostsInTeamForUser	teamId string|userId string|searchParams model.SearchParameter	results *model.PostSearchResults|error *model.AppError
AddChannelMember	channelId string|userId string	channelMember *model.ChannelMember|error *model.AppError
AddUserToChannel	channelId string|userId string|asUserId string	channelMember *model.ChannelMember|error *model.AppError
GetChannelMember	channelId string|userId string	channelMember *model.ChannelMember|error *model.AppError
GetChannelMembers	channelId string|page int|perPage int	channelMembers model.ChannelMembers|error *model.AppError
GetChannelMembersByIds	channelId string|userIds []string	channelMembers model.ChannelMembers|error *model.AppError
GetChannelMembersForUser	teamId string|userId string|page int|perPage int	channelMembers []*model.ChannelMember|error *model.AppError
UpdateChannelMemberRoles	channelId string|userId string|newRoles string	channelMember *model.ChannelMember|error *model.AppError
UpdateChannelMemberNotifications	channelId string|userId string|notifications map[string]string	channelMember *model.ChannelMember|error *model.AppError
PatchChannelMembersNotifications	members []*model.ChannelMemberIdentifier|notifyProps map[string]string	error *model.AppError
GetGroup	groupId string	group *model.Group|error *model.AppError
GetGroupByName	name string	group *model.Group|error *model.AppError
GetGroupMemberUsers	groupId string|page int|perPage int	users []*model.User|error *model.AppError
GetGroupsBySource	groupSource model.GroupSource	groups []*model.Group|error *model.AppError
GetGroupsForUser	userId string	groups []*model.Group|error *model.AppError
DeleteChannelMember	channelId string|userId string	error *model.AppError
CreatePost	post *model.Post	post *model.Post|error *model.AppError
AddReaction	reaction *model.Reaction	reaction *model.Reaction|error *model.AppError
RemoveReaction	reaction *model.Reaction	error *model.AppError
GetReactions	postId string	reactions []*model.Reaction|error *model.AppError
SendEphemeralPost	userId string|post *model.Post	post *model.Post
UpdateEphemeralPost	userId string|post *model.Post	post *model.Post
DeleteEphemeralPost	userId string|postId string	
DeletePost	postId string	error *model.AppError
GetPostThread	postId string	postList *model.PostList|error *model.AppError
GetPost	postId string	post *model.Post|error *model.AppError
GetPostsSince	channelId string|time int64	postList *model.PostList|error *model.AppError
GetPostsAfter	channelId string|postId string|page int|perPage int	postList *model.PostList|error *model.AppError
GetPostsBefore	channelId string|postId string|page int|perPage int	postList *model.PostList|error *model.AppError
GetPostsForChannel	channelId string|page int|perPage int	postList *model.PostList|error *model.AppError
GetTeamStats	teamId string	teamStats *model.TeamStats|error *model.AppError
UpdatePost	post *model.Post	post *model.Post|error *model.AppError
GetProfileImage	userId string	image []uint8|error *model.AppError
SetProfileImage	userId string|data []uint8	error *model.AppError
GetEmojiList	sortBy string|page int|perPage int	emojis []*model.Emoji|error *model.AppError
GetEmojiByName	name string	emoji *model.Emoji|error *model.AppError
GetEmoji	emojiId string	emoji *model.Emoji|error *model.AppError
CopyFileInfos	userId string|fileIds []string	fileIds []string|error *model.AppError
GetFileInfo	fileId string	fileInfo *model.FileInfo|error *model.AppError
SetFileSearchableContent	fileId string|content string	error *model.AppError
GetFileInfos	page int|perPage int|options *model.GetFileInfosOptions	fileInfos []*model.FileInfo|error *model.AppError
GetFile	fileId string	data []uint8|error *model.AppError
GetFileLink	fileId string	link string|error *model.AppError
ReadFile	path string	data []uint8|error *model.AppError
GetEmojiImage	emojiId string	image []uint8|contentType string|error *model.AppError
UploadFile	data []uint8|channelId string|filename string	fileInfo *model.FileInfo|error *model.AppError
OpenInteractiveDialog	dialog model.OpenDialogRequest	error *model.AppError
SendToastMessage	userId string|connectionId string|message string|options model.SendToastMessageOptions	error *model.AppError
GetPlugins		manifests []*model.Manifest|error *model.AppError
EnablePlugin	id string	error *model.AppError
DisablePlugin	id string	error *model.AppError
RemovePlugin	id string	error *model.AppError
GetPluginStatus	id string	status *model.PluginStatus|error *model.AppError
InstallPlugin		manifest *model.Manifest|error *model.AppError
KVSet	key string|value []uint8	error *model.AppError
KVCompareAndSet	key string|oldValue []uint8|newValue []uint8	success bool|error *model.AppError
KVCompareAndDelete	key string|oldValue []uint8	success bool|error *model.AppError
KVSetWithOptions	key string|value []uint8|options model.PluginKVSetOptions	success bool|error *model.AppError
KVSetWithExpiry	key string|value []uint8|expireInSeconds int64	error *model.AppError
KVGet	key string	value []uint8|error *model.AppError
KVDelete	key string	error *model.AppError
KVDeleteAll		error *model.AppError
KVList	page int|perPage int	keys []string|error *model.AppError
PublishWebSocketEvent	event string|payload map[string]any|broadcast *model.WebsocketBroadcast	
HasPermissionTo	userId string|permissionId *model.Permission	hasPermission bool
HasPermissionToTeam	userId string|teamId string|permissionId *model.Permission	hasPermission bool
HasPermissionToChannel	userId string|channelId string|permissionId *model.Permission	hasPermission bool
RolesGrantPermission	roleNames []string|permissionId string	hasPermission bool
LogDebug	msg string|keyValuePairs []any	
LogInfo	msg string|keyValuePairs []any	
LogError	msg string|keyValuePairs []any	
LogWarn	msg string|keyValuePairs []any	
SendMail	to string|subject string|htmlBody string	error *model.AppError
CreateBot	bot *model.Bot	bot *model.Bot|error *model.AppError
PatchBot	botUserId string|botPatch *model.BotPatch	bot *model.Bot|error *model.AppError
GetBot	botUserId string|includeDeleted bool	bot *model.Bot|error *model.AppError
GetBots	options *model.BotGetOptions	bots []*model.Bot|error *model.AppError
UpdateBotActive	botUserId string|active bool	bot *model.Bot|error *model.AppError
PermanentDeleteBot	botUserId string	error *model.AppError
PublishUserTyping	userId string|channelId string|parentId string	error *model.AppError
CreateCommand	cmd *model.Command	command *model.Command|error error
ListCommands	teamId string	commands []*model.Command|error error
ListCustomCommands	teamId string	commands []*model.Command|error error
ListPluginCommands	teamId string	commands []*model.Command|error error
ListBuiltInCommands		commands []*model.Command|error error
GetCommand	commandId string	command *model.Command|error error
UpdateCommand	commandId string|updatedCmd *model.Command	command *model.Command|error error
DeleteCommand	commandId string	error error
CreateOAuthApp	app *model.OAuthApp	app *model.OAuthApp|error *model.AppError
GetOAuthApp	appId string	app *model.OAuthApp|error *model.AppError
UpdateOAuthApp	app *model.OAuthApp	app *model.OAuthApp|error *model.AppError
DeleteOAuthApp	appId string	error *model.AppError
PublishPluginClusterEvent	event model.PluginClusterEvent|opts model.PluginClusterEventSendOptions	error error
RequestTrialLicense	requesterId string|users int|termsAccepted bool|receiveEmailsAccepted bool	error *model.AppError
GetCloudLimits		#limitsJson *model.ProductLimits|error error
EnsureBotUser	bot *model.Bot	botUserId string|error error
RegisterCollectionAndTopic	collectionType string|topicType string	error error
CreateUploadSession	uploadSession *model.UploadSession	uploadSession *model.UploadSession|error error
UploadData		fileInfo *model.FileInfo|error error
GetUploadSession	uploadId string	uploadSession *model.UploadSession|error error
SendPushNotification	notification *model.PushNotification|userId string	error *model.AppError
UpdateUserAuth	userId string|userAuth *model.UserAuth	userAuth *model.UserAuth|error *model.AppError
RegisterPluginForSharedChannels	opts model.RegisterPluginOpts	remoteId string|error error
UnregisterPluginForSharedChannels	pluginId string	error error
UnregisterPluginRemoteForSharedChannels	remoteId string	error error
ShareChannel	sharedChannel *model.SharedChannel	sharedChannel *model.SharedChannel|error error
UpdateSharedChannel	sharedChannel *model.SharedChannel	sharedChannel *model.SharedChannel|error error
UnshareChannel	channelId string	unshared bool|error error
UpdateSharedChannelCursor	channelId string|remoteId string|cursor model.GetPostsSinceForSyncCursor	error error
SyncSharedChannel	channelId string	error error
InviteRemoteToChannel	channelId string|remoteId string|userId string|shareIfNotShared bool	error error
UninviteRemoteFromChannel	channelId string|remoteId string	error error
ReceiveSharedChannelSyncMsg	remoteId string|#syncMsg/syncMsgJson *model.SyncMsg	response model.SyncResponse|error error
ReceiveSharedChannelAttachmentSyncMsg		fileInfo *model.FileInfo|error error
ReceiveSharedChannelProfileImageSyncMsg	remoteId string|userId string|image []uint8	error error
UpsertGroupMember	groupId string|userId string	groupMember *model.GroupMember|error *model.AppError
UpsertGroupMembers	groupId string|userIds []string	groupMembers []*model.GroupMember|error *model.AppError
GetGroupByRemoteID	remoteId string|groupSource model.GroupSource	group *model.Group|error *model.AppError
CreateGroup	group *model.Group	group *model.Group|error *model.AppError
UpdateGroup	group *model.Group	group *model.Group|error *model.AppError
DeleteGroup	groupId string	group *model.Group|error *model.AppError
RestoreGroup	groupId string	group *model.Group|error *model.AppError
DeleteGroupMember	groupId string|userId string	groupMember *model.GroupMember|error *model.AppError
GetGroupSyncable	groupId string|syncableId string|syncableType model.GroupSyncableType	groupSyncable *model.GroupSyncable|error *model.AppError
GetGroupSyncables	groupId string|syncableType model.GroupSyncableType	groupSyncables []*model.GroupSyncable|error *model.AppError
UpsertGroupSyncable	groupSyncable *model.GroupSyncable	groupSyncable *model.GroupSyncable|error *model.AppError
UpdateGroupSyncable	groupSyncable *model.GroupSyncable	groupSyncable *model.GroupSyncable|error *model.AppError
DeleteGroupSyncable	groupId string|syncableId string|syncableType model.GroupSyncableType	groupSyncable *model.GroupSyncable|error *model.AppError
UpdateUserRoles	userId string|newRoles string	user *model.User|error *model.AppError
GetPluginID		pluginId string
GetGroups	page int|perPage int|opts model.GroupSearchOpts|viewRestrictions *model.ViewUsersRestrictions	groups []*model.Group|error *model.AppError
CreateDefaultSyncableMemberships	params model.CreateDefaultMembershipParams	error *model.AppError
DeleteGroupConstrainedMemberships		error *model.AppError
CreatePropertyField	field *model.PropertyField	field *model.PropertyField|error error
GetPropertyField	groupId string|fieldId string	field *model.PropertyField|error error
GetPropertyFields	groupId string|ids []string	fields []*model.PropertyField|error error
UpdatePropertyField	groupId string|field *model.PropertyField	field *model.PropertyField|error error
DeletePropertyField	groupId string|fieldId string	error error
SearchPropertyFields	groupId string|opts model.PropertyFieldSearchOpts	fields []*model.PropertyField|error error
CountPropertyFields	groupId string|includeDeleted bool	count int64|error error
CountPropertyFieldsForTarget	groupId string|targetType string|targetId string|includeDeleted bool	count int64|error error
CreatePropertyValue	value *model.PropertyValue	value *model.PropertyValue|error error
GetPropertyValue	groupId string|valueId string	value *model.PropertyValue|error error
GetPropertyValues	groupId string|ids []string	values []*model.PropertyValue|error error
UpdatePropertyValue	groupId string|value *model.PropertyValue	value *model.PropertyValue|error error
UpsertPropertyValue	value *model.PropertyValue	value *model.PropertyValue|error error
DeletePropertyValue	groupId string|valueId string	error error
SearchPropertyValues	groupId string|opts model.PropertyValueSearchOpts	values []*model.PropertyValue|error error
RegisterPropertyGroup	name string	group *model.PropertyGroup|error error
GetPropertyGroup	name string	group *model.PropertyGroup|error error
GetPropertyFieldByName	groupId string|targetId string|name string	field *model.PropertyField|error error
UpdatePropertyFields	groupId string|fields []*model.PropertyField	fields []*model.PropertyField|error error
UpdatePropertyValues	groupId string|values []*model.PropertyValue	values []*model.PropertyValue|error error
UpsertPropertyValues	values []*model.PropertyValue	values []*model.PropertyValue|error error
DeletePropertyValuesForTarget	groupId string|targetType string|targetId string	error error
DeletePropertyValuesForField	groupId string|fieldId string	error error
LogAuditRec	record *model.AuditRecord	
LogAuditRecWithLevel	record *model.AuditRecord|logLevel logr.Level	
`;

/**
 * Methods: Go's name, the parameters, the results. Each value is the message's field by its local
 * name and Go's type; "." is the message itself. "#" before a field says that it holds the value's
 * JSON, behind a "/" in a field of the message in it.
 */
export const gobHooks = `
OnActivate		error error
OnDeactivate		error error
OnConfigurationChange		error error
ExecuteCommand	pluginContext *plugin.Context|args *model.CommandArgs	response *model.CommandResponse|error *model.AppError
UserHasBeenCreated	pluginContext *plugin.Context|user *model.User	
UserWillLogIn	pluginContext *plugin.Context|user *model.User	rejectionReason string
UserHasLoggedIn	pluginContext *plugin.Context|user *model.User	
MessageWillBePosted	pluginContext *plugin.Context|post *model.Post	modifiedPost *model.Post|rejectionReason string
MessageWillBeUpdated	pluginContext *plugin.Context|newPost *model.Post|oldPost *model.Post	modifiedPost *model.Post|rejectionReason string
MessageHasBeenPosted	pluginContext *plugin.Context|post *model.Post	
MessageHasBeenUpdated	pluginContext *plugin.Context|newPost *model.Post|oldPost *model.Post	
MessagesWillBeConsumed	posts []*model.Post	posts []*model.Post
MessageHasBeenDeleted	pluginContext *plugin.Context|post *model.Post	
ChannelHasBeenCreated	pluginContext *plugin.Context|channel *model.Channel	
ChannelWillBeArchived	pluginContext *plugin.Context|channel *model.Channel	rejectionReason string
ChannelMemberWillBeAdded	pluginContext *plugin.Context|channelMember *model.ChannelMember	modifiedChannelMember *model.ChannelMember|rejectionReason string
UserHasJoinedChannel	pluginContext *plugin.Context|channelMember *model.ChannelMember|actor *model.User	
UserHasLeftChannel	pluginContext *plugin.Context|channelMember *model.ChannelMember|actor *model.User	
TeamMemberWillBeAdded	pluginContext *plugin.Context|teamMember *model.TeamMember	modifiedTeamMember *model.TeamMember|rejectionReason string
UserHasJoinedTeam	pluginContext *plugin.Context|teamMember *model.TeamMember|actor *model.User	
UserHasLeftTeam	pluginContext *plugin.Context|teamMember *model.TeamMember|actor *model.User	
FileWillBeDownloaded	pluginContext *plugin.Context|fileInfo *model.FileInfo|userId string|downloadType model.FileDownloadType	rejectionReason string
ReactionHasBeenAdded	pluginContext *plugin.Context|reaction *model.Reaction	
ReactionHasBeenRemoved	pluginContext *plugin.Context|reaction *model.Reaction	
OnPluginClusterEvent	pluginContext *plugin.Context|event model.PluginClusterEvent	
OnWebSocketConnect	webConnId string|userId string	
OnWebSocketDisconnect	webConnId string|userId string	
WebSocketMessageHasBeenPosted	webConnId string|userId string|request *model.WebSocketRequest	
RunDataRetention	nowTime int64|batchSize int64	deletedCount int64|error error
OnInstall	pluginContext *plugin.Context|event model.OnInstallEvent	error error
OnSendDailyTelemetry		
OnCloudLimitsUpdated	limits *model.ProductLimits	
ConfigurationWillBeSaved	#newConfig/configJson *model.Config	#modifiedConfig/configJson *model.Config|error error
EmailNotificationWillBeSent	#emailNotification/notificationJson *model.EmailNotification	modifiedContent *model.EmailNotificationContent|rejectionReason string
NotificationWillBePushed	pushNotification *model.PushNotification|userId string	modifiedNotification *model.PushNotification|rejectionReason string
UserHasBeenDeactivated	pluginContext *plugin.Context|user *model.User	
OnSharedChannelsSyncMsg	#syncMsg/syncMsgJson *model.SyncMsg|remoteCluster *model.RemoteCluster	response model.SyncResponse|error error
OnSharedChannelsPing	remoteCluster *model.RemoteCluster	healthy bool
PreferencesHaveChanged	pluginContext *plugin.Context|preferences []model.Preference	
OnSharedChannelsAttachmentSyncMsg	fileInfo *model.FileInfo|post *model.Post|remoteCluster *model.RemoteCluster	error error
OnSharedChannelsProfileImageSyncMsg	user *model.User|remoteCluster *model.RemoteCluster	error error
GenerateSupportData	pluginContext *plugin.Context	files []*model.FileData|error error
OnSAMLLogin	pluginContext *plugin.Context|user *model.User|#assertion/assertionJson *saml2.AssertionInfo	error error
ChannelWillBeUpdated	pluginContext *plugin.Context|newChannel *model.Channel|oldChannel *model.Channel	modifiedChannel *model.Channel|rejectionReason string
ChannelWillBeRestored	pluginContext *plugin.Context|channel *model.Channel	rejectionReason string
ScheduledPostWillBeCreated	pluginContext *plugin.Context|scheduledPost *model.ScheduledPost	modifiedScheduledPost *model.ScheduledPost|rejectionReason string
DraftWillBeUpserted	pluginContext *plugin.Context|draft *model.Draft	modifiedDraft *model.Draft|rejectionReason string
`;

/**
 * Types that Go registered for values in interfaces: the name that travels, and the type.
 */
export const gobRegistered = `
[]*model.SlackAttachment	[]*model.MessageAttachment
[]interface {}	[]any
map[string]interface {}	map[string]any
*model.AppError	*model.AppError
*pq.Error	*pq.Error
*plugin.ErrorString	*plugin.ErrorString
*model.AutocompleteDynamicListArg	*model.AutocompleteDynamicListArg
*model.AutocompleteStaticListArg	*model.AutocompleteStaticListArg
*model.AutocompleteTextArg	*model.AutocompleteTextArg
*model.PreviewPost	*model.PreviewPost
github.com/mattermost/mattermost/server/public/model.PropertyOptions[*github.com/mattermost/mattermost/server/public/model.PluginPropertyOption]	[]*model.PluginPropertyOption
`;
