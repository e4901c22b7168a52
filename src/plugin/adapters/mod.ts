/**
 * Every hook that takes one message and answers with one.
 *
 * @module
 */
import type { HTTPHooks } from "../http_hooks.ts";
import type { PluginHookName } from "../hooks.ts";
import { channelAdapters } from "./channel_adapters.ts";
import { commandAdapters, webSocketAdapters } from "./command_adapters.ts";
import { fileAdapters } from "./file_adapters.ts";
import type { HookAdapter } from "./hook_adapter.ts";
import { messageAdapters } from "./message_adapters.ts";
import { serverAdapters } from "./server_adapters.ts";
import { sharedChannelAdapters } from "./shared_channel_adapters.ts";
import { userAdapters } from "./user_adapters.ts";

export type { Answering, HookAdapter } from "./hook_adapter.ts";

/** What stands between each hook's messages and the author's function. */
export const hookAdapters: Readonly<
  Record<Exclude<PluginHookName, keyof HTTPHooks>, HookAdapter>
> = {
  ...messageAdapters,
  ...commandAdapters,
  ...fileAdapters,
  ...userAdapters,
  ...channelAdapters,
  ...webSocketAdapters,
  ...serverAdapters,
  ...sharedChannelAdapters,
};
