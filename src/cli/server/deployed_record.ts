import type { PluginPermissions } from "../../bundle/mod.ts";
import { dirname, join } from "../../bundle/paths.ts";
import type { ReadEnv } from "./server_access.ts";

/** What was deployed last from this machine to a server. */
export interface DeployedRecord {
  readonly version: string;
  readonly permissions: PluginPermissions;
}

/**
 * Where deployments are remembered: a stock server does not keep a plugin's permissions, and the
 * next deployment is to show what changes. Undefined where there is no place for it.
 */
export function recordFile(env: ReadEnv): string | undefined {
  const home = env("XDG_STATE_HOME") ?? env("LOCALAPPDATA");
  if (home !== undefined) return join(home, "mattermost-deno", "deployed.json");
  const user = env("HOME");
  return user === undefined ? undefined : join(user, ".local/state/mattermost-deno/deployed.json");
}

type Records = Readonly<Record<string, DeployedRecord>>;

/** What is remembered of a plugin on a server; undefined if that is nothing, or is unreadable. */
export async function readRecord(
  file: string | undefined,
  server: string,
  id: string,
): Promise<DeployedRecord | undefined> {
  if (file === undefined) return undefined;
  const record = (await readAll(file))[`${server} ${id}`];
  return typeof record?.version === "string" && Array.isArray(record.permissions?.net)
    ? record
    : undefined;
}

/** Remembers a deployment. Where that is not possible, nothing is lost but a comparison. */
export async function writeRecord(
  file: string | undefined,
  server: string,
  id: string,
  record: DeployedRecord,
): Promise<void> {
  if (file === undefined) return;
  const all = { ...await readAll(file), [`${server} ${id}`]: record };
  try {
    await Deno.mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${crypto.randomUUID()}`;
    await Deno.writeTextFile(draft, JSON.stringify(all, null, 2) + "\n", { mode: 0o600 });
    await Deno.rename(draft, file);
  } catch {
    // A home that cannot be written, as in a container.
  }
}

async function readAll(file: string): Promise<Records> {
  try {
    const value: unknown = JSON.parse(await Deno.readTextFile(file));
    return typeof value === "object" && value !== null ? value as Records : {};
  } catch {
    return {};
  }
}
