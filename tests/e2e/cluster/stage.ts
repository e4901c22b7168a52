/** What the checks with two servers work on. @module */
import type { Person } from "../client/rest.ts";
import type { CheckStage } from "../check.ts";
import type { Mattermost } from "../environment/mattermost.ts";
import type { Archive } from "../pack_plugin.ts";

/** One of the two servers. */
export interface Node {
  readonly mattermost: Mattermost;
  /** The administrator, logged in there. */
  readonly admin: Person;
}

/** Two servers on one database, with the plugin on both. */
export interface ClusterStage extends CheckStage {
  readonly nodes: readonly [Node, Node];
  readonly pluginId: string;
  /** The plugin in TypeScript. */
  readonly ours: Archive;
  /** Its section that one node at a time may be in, in Go. */
  readonly go: Archive;
}

/** Asks the plugin on one of the servers. @throws {Error} with its answer if that is no success. */
export async function ask<T>({ admin }: Node, pluginId: string, path: string): Promise<T> {
  const response = await admin.fetch(`/plugins/${pluginId}${path}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text}`);
  return JSON.parse(text);
}
