/**
 * The one object that is a plugin.
 *
 * @module
 */
import { type BotDeclaration, checkBot } from "../bot/bot_declaration.ts";
import type { CommandDeclarations } from "../commands/command_declarations.ts";
import { commandTree } from "../commands/command_tree.ts";
import { checkEvents, type EventDeclarations } from "../events/event.ts";
import type { ActionDefinition } from "../interactions/action.ts";
import { checkInteractions } from "../interactions/check_interactions.ts";
import type { DialogDefinition } from "../interactions/dialog.ts";
import { checkJobs } from "../jobs/check_jobs.ts";
import type { JobDeclarations } from "../jobs/job_declaration.ts";
import { checkMigrations, type Migrations } from "../migrations/migrations.ts";
import { checkDefinition } from "../plugin/check_definition.ts";
import {
  createDefinition,
  type PluginDefinition,
  type PluginFunctions,
} from "../plugin/plugin_definition.ts";
import { declareSettings } from "../settings/declared_settings.ts";
import type { SettingDeclarations, SettingsPage } from "../settings/setting.ts";
import { checkLocalized } from "../translations/check_localized.ts";
import { checkTranslations, type TranslationDeclarations } from "../translations/translations.ts";
import type { Declarations } from "./declarations.ts";
import type { DeclaredConfig } from "./declared_config.ts";
import { namingTexts } from "./naming_texts.ts";

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
  const { bot, events = {}, commands, actions = [], dialogs = [] } = plugin;
  if (bot !== undefined) checkBot(bot);
  checkEvents(events);
  const texts = checkTranslations(plugin.translations ?? {});
  const migrations = (plugin.migrations ?? {}) as Migrations;
  checkMigrations(migrations);
  checkInteractions(plugin);
  const settings = declareSettings(plugin.settings, plugin.settingsPage);
  // What serves it does not know this plugin's settings.
  const declared = {
    settings,
    events,
    texts,
    jobs: checkJobs(plugin.jobs),
    bot,
    migrations,
    actions,
    dialogs,
    commands,
    commandRoots: commands === undefined ? [] : commandTree(commands),
  } as unknown as Declarations;
  checkLocalized(namingTexts(declared), texts);
  return createDefinition(plugin, declared, { settings_schema: settings.schema });
}
