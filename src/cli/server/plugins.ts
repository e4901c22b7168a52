import { BUNDLE_LAYOUT } from "../../bundle/mod.ts";
import type { ServerConnection } from "./connect.ts";

/** The states of a plugin, by the number that the server gives them. */
export const PLUGIN_STATES = [
  "not running",
  "starting",
  "running",
  "failed to start",
  "failed to stay running",
  "stopping",
] as const;

/** The state of a plugin. */
export type PluginState = typeof PLUGIN_STATES[number];

/** What a server tells of a plugin's manifest. A stock one leaves out what it does not know. */
export interface InstalledManifest {
  readonly id: string;
  readonly name?: string;
  readonly version?: string;
  readonly min_server_version?: string;
  readonly server?: {
    readonly executable?: string;
    readonly executables?: Readonly<Record<string, string>>;
    readonly runtime?: string;
    readonly permissions?: unknown;
  };
  readonly webapp?: unknown;
  readonly settings_schema?: {
    readonly settings?: readonly { readonly key?: string; readonly type?: string }[];
  };
}

/** A plugin that is installed on a server. */
export interface InstalledPlugin {
  readonly id: string;
  readonly version: string;
  /** On several servers of a cluster: the state of the one that is worst off. */
  readonly state: PluginState;
  /** Why it does not run, where the server tells. */
  readonly error: string;
  readonly manifest: InstalledManifest;
}

interface Status {
  readonly plugin_id: string;
  readonly state: number;
  readonly error?: string;
  readonly version: string;
}

interface Plugins {
  readonly active: readonly InstalledManifest[] | null;
  readonly inactive: readonly InstalledManifest[] | null;
}

/** All plugins of a server, by their ids. @throws {ServerError} */
export async function listPlugins(
  connection: ServerConnection,
  options: { readonly signal?: AbortSignal; readonly timeoutMs?: number } = {},
): Promise<readonly InstalledPlugin[]> {
  const what = "list plugins";
  const get = { method: "GET", what, ...options } as const;
  const { active, inactive } = await connection.call<Plugins>({ ...get, path: "/plugins" });
  // The local socket has no statuses.
  const statuses = connection.kind === "socket"
    ? []
    : await connection.call<readonly Status[] | null>({ ...get, path: "/plugins/statuses" }) ?? [];
  const describe = (manifest: InstalledManifest, state: PluginState): InstalledPlugin => {
    const own = statuses.filter(({ plugin_id }) => plugin_id === manifest.id);
    const worst = own.find((status) => status.state === 3 || status.state === 4) ??
      own.find((status) => status.state !== 2) ?? own[0];
    return {
      id: manifest.id,
      version: worst?.version ?? manifest.version ?? "",
      state: PLUGIN_STATES[worst?.state ?? -1] ?? state,
      error: worst?.error ?? "",
      manifest,
    };
  };
  return [
    ...(active ?? []).map((manifest) => describe(manifest, "running")),
    ...(inactive ?? []).map((manifest) => describe(manifest, "not running")),
  ].sort((a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** One plugin of a server; undefined if it is not installed. @throws {ServerError} */
export async function findPlugin(
  connection: ServerConnection,
  id: string,
  options: { readonly signal?: AbortSignal; readonly timeoutMs?: number } = {},
): Promise<InstalledPlugin | undefined> {
  return (await listPlugins(connection, options)).find((plugin) => plugin.id === id);
}

/** Enables or disables a plugin. @throws {ServerError} */
export async function switchPlugin(
  connection: ServerConnection,
  id: string,
  to: "enable" | "disable",
): Promise<void> {
  await connection.call({
    method: "POST",
    path: `/plugins/${encodeURIComponent(id)}/${to}`,
    what: `${to} plugins`,
  });
}

/**
 * Whether a plugin runs under Deno. A stock server keeps no `server.runtime`; there the launcher's
 * place tells.
 */
export function runsUnderDeno({ server }: InstalledManifest): boolean {
  if (server === undefined) return false;
  if (server.runtime !== undefined) return server.runtime === "deno";
  const executables = [server.executable ?? "", ...Object.values(server.executables ?? {})];
  return executables.some((path) =>
    path === BUNDLE_LAYOUT.launcher || path.startsWith(`${BUNDLE_LAYOUT.launcher}-`)
  );
}
