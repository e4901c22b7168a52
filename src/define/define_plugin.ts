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
import { checkMigrations, type Migrations } from "../migrations/migrations.ts";
import { migrationsFeature } from "../migrations/migrations_feature.ts";
import { checkDefinition } from "../plugin/check_definition.ts";
import type { Feature } from "../plugin/feature.ts";
import {
  createDefinition,
  type PluginDefinition,
  type PluginFunctions,
} from "../plugin/plugin_definition.ts";
import { mutexFeature } from "../jobs/mutex_feature.ts";
import { storeFeature } from "../store/store_feature.ts";
import { declareSettings } from "../settings/declared_settings.ts";
import type { SettingDeclarations, SettingsPage } from "../settings/setting.ts";
import { settingsFeature } from "../settings/settings_feature.ts";
import type { DeclaredConfig } from "./declared_config.ts";

/**
 * What a plugin consists of. Everything may be left out.
 *
 * @typeParam Settings what it declares as its settings, from which the type of `config` follows
 * @typeParam Events what it declares as its events, from which the type of `publish` follows
 */
export interface PluginOptions<
  // deno-lint-ignore ban-types -- no settings, rather than settings of any name
  Settings extends SettingDeclarations = {},
  // deno-lint-ignore ban-types -- as above
  Events extends EventDeclarations = {},
> extends PluginFunctions<NoInfer<DeclaredConfig<Settings, Events>>> {
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
  readonly migrations?: Migrations<NoInfer<DeclaredConfig<Settings, Events>>>;
  /** The events that the plugin sends to its web app with `context.publish`, by name. */
  readonly events?: Events;
  /**
   * The slash commands, by their triggers, the words after the slash: they are registered before
   * `onActivate` runs, with their help and what is offered while a person types. Other commands go to
   * `hooks.executeCommand`.
   */
  readonly commands?: CommandDeclarations<NoInfer<DeclaredConfig<Settings, Events>>>;
}

/** The names of the declarations, beside the plugin's functions. */
const declarations: readonly string[] = [
  "settings",
  "settingsPage",
  "bot",
  "migrations",
  "events",
  "commands",
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
>(plugin: PluginOptions<Settings, Events>): PluginDefinition {
  checkDefinition(plugin as PluginFunctions, declarations);
  const { bot, events = {}, commands } = plugin;
  if (bot !== undefined) checkBot(bot);
  checkEvents(events);
  const migrations = (plugin.migrations ?? {}) as Migrations;
  checkMigrations(migrations);
  const settings = declareSettings(plugin.settings, plugin.settingsPage);
  const features: Feature[] = [
    ...settings.all.length > 0 ? [settingsFeature(settings)] : [],
    storeFeature(),
    assetsFeature(),
    eventsFeature(events),
    mutexFeature(),
    botFeature(bot),
    migrationsFeature(migrations),
    ...commands === undefined ? [] : [commandsFeature(commands)],
  ];
  return createDefinition(plugin, features, { settings_schema: settings.schema });
}
