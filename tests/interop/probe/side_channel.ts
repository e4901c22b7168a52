import type { PluginAPI } from "@mattermost-deno/plugin";

/**
 * How the probe and the Go program talk about a test: KV keys that no random key begins with.
 */
export interface SideChannel {
  /** Tells the Go program something. */
  say(key: string, value: Uint8Array | string): Promise<void>;
  /** Reads what the Go program prepared. */
  read(key: string): Promise<Uint8Array>;
}

export function sideChannel(api: PluginAPI): SideChannel {
  const prefix = "interop:";
  return {
    say: (key, value) =>
      api.kvSet({
        key: prefix + key,
        value: typeof value === "string" ? new TextEncoder().encode(value) : value,
      }),
    read: async (key) => await api.kvGet({ key: prefix + key }) ?? new Uint8Array(0),
  };
}
