import type { HookName, PluginHooksClient } from "../../gen/plugin_hooks.ts";
import type { Manifest } from "../contract/mod.ts";
import type { PluginFetchOptions } from "../host/http_proxy.ts";
import type { PluginStatus } from "../host/plugin_status.ts";

/** A plugin that hooks are called of. */
export interface ActivePlugin {
  /** Its id, as in the manifest. */
  readonly id: string;
  /** Its manifest. */
  readonly manifest: Manifest;
  /** The folder that it was installed from; `""` for one without. */
  readonly bundlePath: string;
  /** Its hooks. */
  readonly hooks: PluginHooksClient;
  /** Whether it has this hook; the others are not called. */
  implements(hook: HookName): boolean;
  /** What it is doing. */
  status(): PluginStatus;
  /** Answers an HTTP request; `mount` says which beginning of the path leads to the plugin. */
  fetch(request: Request, options?: PluginFetchOptions): Promise<Response>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** The plugins of a server, in the order of their installation. */
export interface PluginRegistry {
  /** Adds a plugin at the end. */
  add(plugin: ActivePlugin): void;
  /** Takes a plugin out; tells which it was. */
  remove(id: string): ActivePlugin | undefined;
  /** The plugin with this id. */
  get(id: string): ActivePlugin | undefined;
  /** All of them now, in order. */
  active(): readonly ActivePlugin[];
}

/** An empty registry. */
export function createPluginRegistry(): PluginRegistry {
  const plugins = new Map<string, ActivePlugin>();
  return {
    add: (plugin) => void plugins.set(plugin.id, plugin),
    remove(id) {
      const plugin = plugins.get(id);
      plugins.delete(id);
      return plugin;
    },
    get: (id) => plugins.get(id),
    active: () => [...plugins.values()],
  };
}
