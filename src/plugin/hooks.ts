/**
 * Everything that a plugin can be called for.
 *
 * @module
 */
import type { ChannelHooks } from "./channel_hooks.ts";
import type { CommandHooks } from "./command_hooks.ts";
import type { FileHooks } from "./file_hooks.ts";
import type { HTTPHooks } from "./http_hooks.ts";
import type { PluginConfig } from "./hook_context.ts";
import type { MessageHooks } from "./message_hooks.ts";
import type { ServerHooks } from "./server_hooks.ts";
import type { SharedChannelHooks } from "./shared_channel_hooks.ts";
import type { UserHooks } from "./user_hooks.ts";
import type { WebSocketHooks } from "./websocket_hooks.ts";

/**
 * What a plugin can be called for, by subject. Leave out what is not needed: Mattermost asks once
 * which hooks there are, and calls no others.
 *
 * A hook gets its payload first and its {@link HookContext} last, may be asynchronous, and may run
 * many times at once. What it returns depends on its name:
 *
 * - `…Will…` hooks are asked before something is done, and must return one of `allow()`,
 *   `replace(…)`, `reject(reason)` and `dismiss()`, as far as their types offer them. Forgetting it
 *   does not compile.
 * - `…Has…` hooks are told after it was done; what they return is ignored.
 * - The rest says what it returns.
 *
 * A hook that throws is logged with its stack, and Mattermost goes on as each hook's description
 * says. `failClosed` in the plugin's definition makes a "will" hook refuse instead.
 */
export interface Hooks<Config extends object = PluginConfig>
  extends
    MessageHooks<Config>,
    CommandHooks<Config>,
    HTTPHooks<Config>,
    FileHooks<Config>,
    UserHooks<Config>,
    ChannelHooks<Config>,
    WebSocketHooks<Config>,
    ServerHooks<Config>,
    SharedChannelHooks<Config> {}

/** The name of a hook in the `hooks` of a plugin's definition. */
export type PluginHookName = keyof Hooks;
