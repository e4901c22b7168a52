/**
 * The one object that is a plugin.
 *
 * @module
 */
import { assetsFeature } from "../assets/assets_feature.ts";
import { type BotDeclaration, checkBot } from "../bot/bot_declaration.ts";
import { botFeature } from "../bot/bot_feature.ts";
import { checkDefinition } from "../plugin/check_definition.ts";
import type { Feature } from "../plugin/feature.ts";
import {
  createDefinition,
  type PluginDefinition,
  type PluginFunctions,
} from "../plugin/plugin_definition.ts";
import { storeFeature } from "../store/store_feature.ts";
import type { ConfigOf, SettingDeclarations } from "../settings/setting.ts";

/**
 * What a plugin consists of. Everything may be left out.
 *
 * @typeParam Settings what it declares as its settings, from which the type of `config` follows
 */
// deno-lint-ignore ban-types -- no settings, rather than settings of any name
export interface PluginOptions<Settings extends SettingDeclarations = {}>
  extends PluginFunctions<NoInfer<ConfigOf<Settings>>> {
  /** The settings that an administrator can change, by the names under which `config` has them. */
  readonly settings?: Settings;
  /**
   * The plugin's bot account: it is there, with this name, before `onActivate` runs. A person's
   * account with the same name keeps the plugin from starting.
   */
  readonly bot?: BotDeclaration | undefined;
}

/** The names of the declarations, beside the plugin's functions. */
const declarations: readonly string[] = ["settings", "bot"];

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
// deno-lint-ignore ban-types -- as above
export function definePlugin<const Settings extends SettingDeclarations = {}>(
  plugin: PluginOptions<Settings>,
): PluginDefinition {
  checkDefinition(plugin as PluginFunctions, declarations);
  if (plugin.bot !== undefined) checkBot(plugin.bot);
  const features: Feature[] = [storeFeature(), assetsFeature(), botFeature(plugin.bot)];
  return createDefinition(plugin, features);
}
