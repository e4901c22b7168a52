import type { PluginPermissions } from "../../bundle/mod.ts";
import { draftFile } from "../../bundle/archive/write_whole_file.ts";
import { dirname, join } from "../../bundle/paths.ts";
import type { PluginUses } from "./plugin_uses.ts";
import type { ReadEnv } from "./server_access.ts";

/** What was deployed last from this machine to a server. */
export interface DeployedRecord {
  readonly version: string;
  readonly permissions: PluginPermissions;
  /** The keys of its settings, which a server keeps, too; absent in older records. */
  readonly settings?: readonly string[];
  /** What it uses of the server, where that was looked at. */
  readonly uses?: PluginUses;
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
  return isRecord(record) ? record : undefined;
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
    await using draft = await draftFile(file, textChunks(JSON.stringify(all, null, 2) + "\n"));
    await Deno.chmod(draft.path, 0o600);
    await draft.keep();
  } catch {
    // A home that cannot be written, as in a container.
  }
}

async function* textChunks(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function readAll(file: string): Promise<Records> {
  try {
    const value: unknown = JSON.parse(await Deno.readTextFile(file));
    return typeof value === "object" && value !== null ? value as Records : {};
  } catch {
    return {};
  }
}

/** Whether a record is one, whoever has edited the file. */
function isRecord(value: unknown): value is DeployedRecord {
  const { version, permissions, settings = [], uses } = (value ?? {}) as Partial<DeployedRecord>;
  if (typeof version !== "string" || typeof permissions !== "object" || permissions === null) {
    return false;
  }
  const { database: _, memory: __, ...scopes } = permissions;
  const { net, read, env } = scopes;
  const lists: unknown[] = [settings];
  if (uses !== undefined) lists.push(uses?.methods, uses?.hooks ?? []);
  return [net, read, env].every((scope) => scope !== undefined) &&
    Object.values(scopes).every((scope) => scope === true || isTexts(scope)) &&
    lists.every(isTexts);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
