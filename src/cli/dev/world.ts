import type { PluginAPI } from "../../../gen/plugin_api.ts";
import { createPluginAPI } from "../../api/create_plugin_api.ts";
import { NotFoundError } from "../../api/errors.ts";
import {
  createEmbeddedMattermost,
  type EmbeddedMattermost,
  type PluginFacts,
} from "../../embedded/mod.ts";
import { createPluginAPIHandler } from "../../host/mod.ts";
import { seed, type Seeded } from "../../testing/seed.ts";
import { connectMemory } from "../../transport/memory.ts";

/** The server that a plugin is tried on, and who is there. */
export interface World {
  readonly mattermost: EmbeddedMattermost;
  readonly seeded: Seeded<never>;
  /** The plugin API as the plugin with this id has it, for whoever is none. */
  api(pluginId: string, facts?: PluginFacts): PluginAPI;
}

/**
 * Opens the server, with the team, channel and accounts that every test has, too.
 *
 * @param file where to keep its state; undefined for memory
 * @throws {Error} when the file cannot be used
 */
export async function openWorld(file: string | undefined): Promise<World> {
  const mattermost = createEmbeddedMattermost(file === undefined ? {} : { database: file });
  const api = (pluginId: string, facts?: PluginFacts) =>
    createPluginAPI(
      connectMemory([createPluginAPIHandler(mattermost.api(pluginId, facts), { pluginId })]),
    );
  try {
    const seeded = await findSeeded(api("dev")) ?? seed(mattermost, []);
    await mattermost.settled();
    return { mattermost, seeded, api };
  } catch (error) {
    await mattermost.stop();
    throw error;
  }
}

/** What an earlier session has made; undefined on a new server. */
async function findSeeded(api: PluginAPI): Promise<Seeded<never> | undefined> {
  try {
    const team = await api.getTeamByName({ name: "acme" });
    const channel = await api.getChannelByName({ teamId: team.id, name: "talk" });
    const user = (name: string) => api.getUserByUsername({ name });
    const [admin, ada, ben, mallory] = [
      await user("admin"),
      await user("ada"),
      await user("ben"),
      await user("mallory"),
    ];
    return { team, channel, users: { admin, ada, ben, mallory } };
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
