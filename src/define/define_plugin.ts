/**
 * The one object that is a plugin.
 *
 * @module
 */
import { assetsFeature } from "../assets/assets_feature.ts";
import { type BotDeclaration, checkBot } from "../bot/bot_declaration.ts";
import { botFeature } from "../bot/bot_feature.ts";
import { checkEvents, type EventDeclarations } from "../events/event.ts";
import { eventsFeature } from "../events/events_feature.ts";
import type { CommandDeclarations } from "../commands/command_declarations.ts";
import { commandsFeature } from "../commands/commands_feature.ts";
import type { ActionDefinition } from "../interactions/action.ts";
import type { DialogDefinition } from "../interactions/dialog.ts";
import { checkInteractions, interactionsFeature } from "../interactions/interactions_feature.ts";
import { checkMigrations, type Migrations } from "../migrations/migrations.ts";
import { migrationsFeature } from "../migrations/migrations_feature.ts";
import { checkDefinition } from "../plugin/check_definition.ts";
import type { Feature } from "../plugin/feature.ts";
import {
  createDefinition,
  type PluginDefinition,
  type PluginFunctions,
} from "../plugin/plugin_definition.ts";
import { checkJobs } from "../jobs/check_jobs.ts";
import type { JobDeclarations } from "../jobs/job_declaration.ts";
import { jobsFeature } from "../jobs/jobs_feature.ts";
import { mutexFeature } from "../jobs/mutex_feature.ts";
import { storeFeature } from "../store/store_feature.ts";
import { declareSettings } from "../settings/declared_settings.ts";
import type { SettingDeclarations, SettingsPage } from "../settings/setting.ts";
import { settingsFeature } from "../settings/settings_feature.ts";
import { checkTranslations, type TranslationDeclarations } from "../translations/translations.ts";
import { translationsFeature } from "../translations/translations_feature.ts";
import type { DeclaredConfig } from "./declared_config.ts";

/**
 * What a plugin consists of. Everything may be left out.
 *
 * @typeParam Settings what it declares as its settings, from which the type of `config` follows
 * @typeParam Events what it declares as its events, from which the type of `publish` follows
 * @typeParam Texts what it declares as its translations, from which the type of `t` follows
 */
export interface PluginOptions<
  // deno-lint-ignore ban-types -- no settings, rather than settings of any name
  Settings extends SettingDeclarations = {},
  // deno-lint-ignore ban-types -- as above
  Events extends EventDeclarations = {},
  // deno-lint-ignore ban-types -- as above
  Texts extends TranslationDeclarations = {},
> extends PluginFunctions<NoInfer<DeclaredConfig<Settings, Events, Texts>>> {
  /**
   * The settings that an administrator can change, by the names under which `config` has them, made
   * with `setting` and `section`. Bundling writes them into the manifest.
   */
  readonly settings?: Settings;
  /** What is said above and below the settings. */
  readonly settingsPage?: SettingsPage | undefined;
  /**
   * The plugin's bot account: it is there, with this name, before `onActivate` runs. A person's
   * account with the same name keeps the plugin from starting.
   */
  readonly bot?: BotDeclaration | undefined;
  /**
   * What changes the data of older versions of the plugin, by name, in order. Each runs once, on one
   * node of a cluster, before `onActivate`; one that fails keeps the plugin from starting.
   */
  readonly migrations?: Migrations<NoInfer<DeclaredConfig<Settings, Events, Texts>>>;
  /** The events that the plugin sends to its web app with `context.publish`, by name. */
  readonly events?: Events;
  /**
   * Texts in several languages, for `context.t`: ICU messages by locale and key, or the name of a
   * folder below the bundle's `assets` that has a JSON file for each locale.
   */
  readonly translations?: Texts;
  /**
   * The slash commands, by their triggers, the words after the slash: they are registered before
   * `onActivate` runs, with their help and what is offered while a person types. Other commands go to
   * `hooks.executeCommand`.
   */
  readonly commands?: CommandDeclarations<NoInfer<DeclaredConfig<Settings, Events, Texts>>>;
  /** What the plugin's buttons and menus do, as `defineAction` made it. */
  readonly actions?: readonly ActionDefinition<
    never,
    NoInfer<DeclaredConfig<Settings, Events, Texts>>
  >[];
  /** The dialogs that the plugin opens, as `defineDialog` made them. */
  readonly dialogs?: readonly DialogDefinition<
    never,
    never,
    NoInfer<DeclaredConfig<Settings, Events, Texts>>
  >[];
  /**
   * The jobs, by name: those that run by themselves, as their `every`, `cron` or `at` says, and those
   * that `context.jobs` schedules. Each runs on one node of a cluster at a time, from the end of
   * `onActivate` on.
   */
  readonly jobs?: JobDeclarations<NoInfer<DeclaredConfig<Settings, Events, Texts>>>;
}

/** The names of the declarations, beside the plugin's functions. */
const declarations: readonly string[] = [
  "settings",
  "settingsPage",
  "bot",
  "migrations",
  "events",
  "translations",
  "commands",
  "actions",
  "dialogs",
  "jobs",
];

/**
 * Defines a plugin. Export the result as the file's default; nothing starts until a server loads the
 * file.
 *
 * @param plugin what it consists of
 * @throws {TypeError} for a name that does not exist (with the one that was probably meant) or a
 * value of the wrong kind
 *
 * @example
 * ```ts
 * import { allow, definePlugin, reject } from "@mattermost-deno/plugin";
 *
 * export default definePlugin({
 *   async onActivate({ api, log }) {
 *     await api.registerCommand({ command: { trigger: "hello", autoComplete: true } });
 *     log.info("ready");
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
 */
export function definePlugin<
  // deno-lint-ignore ban-types -- as above
  const Settings extends SettingDeclarations = {},
  // deno-lint-ignore ban-types -- as above
  const Events extends EventDeclarations = {},
  // deno-lint-ignore ban-types -- as above
  const Texts extends TranslationDeclarations = {},
>(plugin: PluginOptions<Settings, Events, Texts>): PluginDefinition {
  checkDefinition(plugin as PluginFunctions, declarations);
  const { bot, events = {}, commands } = plugin;
  if (bot !== undefined) checkBot(bot);
  checkEvents(events);
  const texts = checkTranslations(plugin.translations ?? {});
  const migrations = (plugin.migrations ?? {}) as Migrations;
  checkMigrations(migrations);
  checkInteractions(plugin);
  const settings = declareSettings(plugin.settings, plugin.settingsPage);
  const features: Feature[] = [
    ...settings.all.length > 0 ? [settingsFeature(settings)] : [],
    storeFeature(),
    assetsFeature(),
    eventsFeature(events),
    translationsFeature(texts),
    mutexFeature(),
    jobsFeature(checkJobs(plugin.jobs)),
    botFeature(bot),
    migrationsFeature(migrations),
    interactionsFeature(plugin),
    ...commands === undefined ? [] : [commandsFeature(commands)],
  ];
  return createDefinition(plugin, features, { settings_schema: settings.schema });
}
