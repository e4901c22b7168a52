/**
 * Mattermost server plugins in TypeScript, run by Deno.
 *
 * A plugin is one file that exports one object:
 *
 * ```ts
 * import { allow, definePlugin, reject } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   async onActivate({ api, log }) {
 *     await api.registerCommand({ command: { trigger: "hello", autoComplete: true } });
 *     log.info("ready", { since: Date.now() });
 *   },
 *   hooks: {
 *     messageWillBePosted: (post) =>
 *       post.message.includes("hunter2") ? reject("That looks like a password.") : allow(),
 *     executeCommand: async (args, { api }) => {
 *       const user = await api.getUser({ userId: args.userId });
 *       return { text: `Hello, ${user.username}!` };
 *     },
 *     serveHTTP: (request) => Response.json({ path: new URL(request.url).pathname }),
 *   },
 * });
 * ```
 *
 * Importing this module starts nothing and opens nothing: what loads the plugin serves its default
 * export.
 *
 * Times are Unix milliseconds, ids strings of 26 characters, 64-bit integers `bigint`. Therefore
 * `JSON.stringify(post)` throws; {@link json} gives Mattermost's own JSON.
 *
 * @module
 */

// Everyday: the plugin, what its "will" hooks decide, what every hook knows.
export { definePlugin, type PluginOptions } from "./src/define/define_plugin.ts";
export type { PluginDefinition, PluginFunctions } from "./src/plugin/plugin_definition.ts";
export {
  type Allow,
  allow,
  type Dismiss,
  dismiss,
  type Reject,
  reject,
  type Replace,
  replace,
  type Replacement,
} from "./src/plugin/outcomes.ts";
export type { HookContext, PluginConfig } from "./src/plugin/hook_context.ts";
export { UserError, type UserErrorOptions } from "./src/plugin/user_error.ts";
export type {
  ConfigOf,
  Setting,
  SettingDeclarations,
  SettingReading,
  SettingsByName,
  SettingsPage,
  SettingsSection,
} from "./src/settings/setting.ts";
export { setting, type SettingKinds, type WithDefault } from "./src/settings/setting_kinds.ts";
export { section, type SectionOptions } from "./src/settings/section.ts";
export type {
  BoolSettingOptions,
  ChoiceSettingOptions,
  ChoiceValue,
  CustomSettingOptions,
  GeneratedSettingOptions,
  LongTextSettingOptions,
  NumberSettingOptions,
  SecretSettingOptions,
  SettingCheck,
  SettingChoice,
  SettingOptions,
  TextSettingOptions,
  TypedSettingOptions,
  WithSchema,
} from "./src/settings/setting_options.ts";
export type {
  ManifestOption,
  ManifestSetting,
  ManifestSettingsSection,
  ManifestSettingType,
} from "./src/plugin/manifest_parts.ts";
export type { UserContext } from "./src/plugin/context/user_context.ts";
export { arg, type ArgumentKinds } from "./src/commands/arg.ts";
export { command, subcommand } from "./src/commands/subcommand.ts";
export type { CommandOptions, SubcommandOptions } from "./src/commands/subcommand.ts";
export { ephemeral, inChannel } from "./src/commands/answer.ts";
export type {
  Argument,
  ArgumentDeclarations,
  ArgumentOptions,
  ArgumentType,
  ArgumentValues,
  ChoiceFunction,
  ChoiceFunctionOptions,
  ChoiceItem,
  DurationLimits,
  GivenArgument,
  MakeArgument,
  MakeChoice,
  NumberLimits,
  OmittableArgument,
  TextLimits,
} from "./src/commands/argument.ts";
export type {
  CommandDeclarations,
  CommandFacts,
  CommandPermissionCheck,
  CommandPermissions,
  CommandRegistration,
  CommandTree,
  CommandWithoutSubcommands,
  RunnableFacts,
  Subcommand,
  SubcommandDeclarations,
  SubcommandGroup,
} from "./src/commands/command_declarations.ts";
export type { Assets } from "./src/plugin/context/assets.ts";
export type { Bot } from "./src/plugin/context/bot.ts";
export type {
  EventAudience,
  EventName,
  EventOmissions,
  EventPublisher,
} from "./src/plugin/context/events.ts";
export {
  event,
  type EventDeclaration,
  type EventDeclarations,
  type JSONOnly,
  type JSONProperties,
} from "./src/events/event.ts";
export type { Migration, Migrations } from "./src/migrations/migrations.ts";
export type { MigrationContext } from "./src/plugin/context/migration_context.ts";
export {
  type Localized,
  localized,
  type Text,
  type TextArguments,
  type TextKey,
  type Translate,
  type Translator,
} from "./src/plugin/context/translate.ts";
export type { AnyArguments, EventsOf, TextsOf } from "./src/plugin/context/declared.ts";
export type { TextsByKey, TranslationDeclarations } from "./src/translations/translations.ts";
export type { BotDeclaration } from "./src/bot/bot_declaration.ts";
export type {
  Store,
  StoreSetOptions,
  StoreUpdateOptions,
  TypedStore,
} from "./src/plugin/context/store.ts";
export type {
  Codec,
  StandardSchema,
  StandardSchemaIssue,
  StandardSchemaResult,
} from "./src/plugin/context/store_codec.ts";
export { codec } from "./src/store/codecs.ts";
export { StoreConflictError, StoreValueError } from "./src/store/store_errors.ts";
export type { AcquireMutex, HeldMutex, MutexOptions } from "./src/plugin/context/mutex.ts";
export type {
  JobReceipt,
  JobReference,
  JobScheduler,
  JobTime,
  ScheduledJob,
} from "./src/plugin/context/job_scheduler.ts";
export {
  type DefinedJob,
  defineJob,
  type JobDeclaration,
  type JobDeclarations,
  type JobOptions,
  type JobRunOptions,
} from "./src/jobs/job_declaration.ts";
export type { JobTimeOptions } from "./src/jobs/job_times.ts";
export type {
  ActionReference,
  ButtonElement,
  ButtonOptions,
  Carried,
  DialogPlace,
  DialogReference,
  InteractionOptions,
  InteractiveElement,
  MakeButton,
  MakeMenu,
  MenuOption,
  MenuOptions,
  OpenDialog,
  OpenDialogArguments,
  OpenDialogFor,
  OpenDialogOptions,
} from "./src/plugin/context/interactive.ts";
export type { LogFields, Logger } from "./src/plugin/logger.ts";
export type {
  Database,
  DatabaseTransaction,
  SQLArgument,
  SQLIsolation,
  SQLOptions,
  SQLQueryOptions,
  SQLResult,
  SQLTransactionOptions,
  SQLValue,
} from "./src/plugin/database/database.ts";
export { DatabaseError } from "./src/plugin/database/database_error.ts";
export { json } from "./src/contract/json.ts";

// The hooks, by subject.
export type { Hooks, PluginHookName } from "./src/plugin/hooks.ts";
export type { WillHookName } from "./src/plugin/hook_names.ts";
export type { Awaitable, Ignored } from "./src/plugin/hook_types.ts";
export type { MessageHooks, PostOutcome } from "./src/plugin/message_hooks.ts";
export type { CommandAnswer, CommandHooks, CommandReply } from "./src/plugin/command_hooks.ts";
export type { FetchHandler, HTTPContext, HTTPHooks } from "./src/plugin/http_hooks.ts";
export type {
  FileDownload,
  FileHooks,
  FileReplacement,
  UploadedFile,
} from "./src/plugin/file_hooks.ts";
export type { EmailTexts, UserHooks } from "./src/plugin/user_hooks.ts";
export type { ChannelHooks } from "./src/plugin/channel_hooks.ts";
export type { WebSocketConnection, WebSocketHooks } from "./src/plugin/websocket_hooks.ts";
export type { DataRetention, ServerHooks, SupportFile } from "./src/plugin/server_hooks.ts";
export type { SharedChannelHooks } from "./src/plugin/shared_channel_hooks.ts";

// The server's API, and what its calls throw.
export type { PluginAPI, PluginAPICallOptions } from "./gen/plugin_api.ts";
export {
  AlreadyExistsError,
  NotFoundError,
  NotImplementedError,
  PermissionDeniedError,
  PluginAPIError,
  type PluginAPIErrorInit,
  TimeoutError,
  UnavailableError,
  ValidationError,
} from "./src/api/errors.ts";

// Mattermost's models: posts, users, channels and the rest.
export * from "./src/contract/models.ts";

// Buttons, menus and dialogs.
export {
  type ActionContext,
  type ActionDefinition,
  type ActionOptions,
  type ActionResult,
  type ActionUpdate,
  defineAction,
} from "./src/interactions/action.ts";
export {
  defineDialog,
  type DialogDeclaration,
  type DialogDefinition,
  type DialogElements,
  type DialogOptions,
  type DialogResult,
  type DialogValues,
  type FieldErrors,
  fieldErrors,
  type NextStep,
  nextStep,
} from "./src/interactions/dialog.ts";
export type {
  BoolElementOptions,
  Choice,
  Chosen,
  DynamicElementOptions,
  RadioElementOptions,
  SelectElementOptions,
  SourceElementOptions,
} from "./src/interactions/elements/choice.ts";
export type {
  DateElementOptions,
  DateText,
  DateTimeElementOptions,
} from "./src/interactions/elements/dates.ts";
export type {
  DialogInput,
  ElementOptions,
  Given,
  OptionalElementOptions,
} from "./src/interactions/elements/element.ts";
export { messageAttachment } from "./src/interactions/message_attachment.ts";
export { element, type ElementMakers } from "./src/interactions/elements/mod.ts";
export type { NumberElementOptions, TextElementOptions } from "./src/interactions/elements/text.ts";

// HTTP: who may ask, how much, and how errors are answered.
export { HTTPError, type HTTPErrorOptions, jsonError } from "./src/http/http_error.ts";
export { type GuardContext, jsonErrors } from "./src/http/json_errors.ts";
export { limitBody } from "./src/http/limit_body.ts";
export type {
  ChannelPermission,
  SystemPermission,
  TeamPermission,
} from "./src/http/permissions.ts";
export {
  type ChannelHTTPContext,
  type IdOfRequest,
  requireChannelPermission,
  requirePermission,
  requireSystemAdmin,
  requireTeamPermission,
  type TeamHTTPContext,
} from "./src/http/require_permission.ts";
export {
  requireUser,
  type RequireUserOptions,
  type UserFetchHandler,
  type UserHTTPContext,
} from "./src/http/require_user.ts";

// Expert: HTTP below fetch.
export {
  type HijackedConnection,
  type HTTPBodyWriter,
  type HTTPExchange,
  httpExchange,
  type HTTPExchangeHandler,
  type HTTPHeaderLine,
  type HTTPResponseHead,
} from "./src/plugin/http_exchange.ts";

// What the types above are written with: JSON, as Go writes it, and the shapes of messages.
export type {
  Config,
  EmailNotification,
  License,
  ProductLimits as ProductLimitsJson,
  SAMLAssertionInfo,
  SyncMsg,
} from "./gen/go_json.ts";
export type {
  JsonObject,
  JsonValue,
  Message,
  MessageInitShape,
  MessageShape,
} from "@bufbuild/protobuf";
