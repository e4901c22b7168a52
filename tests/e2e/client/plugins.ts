/** What an administrator does with plugins. @module */
import { eventually } from "../environment/eventually.ts";
import { PLUGIN_STATES, type PluginStatus } from "./models.ts";
import type { Person } from "./rest.ts";

/** Uploads a plugin; with `force` it takes the place of an installed one. */
export async function uploadPlugin(
  admin: Person,
  archive: Uint8Array<ArrayBuffer>,
  force = false,
): Promise<{ readonly id: string; readonly version: string }> {
  const form = new FormData();
  form.set("plugin", new Blob([archive]), "plugin.tar.gz");
  if (force) form.set("force", "true");
  return await admin.call("POST", "/plugins", form);
}

/** What the server says of a plugin; undefined if it is not installed. */
export async function pluginStatus(admin: Person, id: string): Promise<PluginStatus | undefined> {
  const all = await admin.call<readonly PluginStatus[]>("GET", "/plugins/statuses");
  return all.find(({ plugin_id }) => plugin_id === id);
}

/** Waits until a plugin is in a state, by its name in {@link PLUGIN_STATES}. */
export async function waitForState(
  admin: Person,
  id: string,
  state: typeof PLUGIN_STATES[number],
): Promise<PluginStatus> {
  let last: PluginStatus | undefined;
  try {
    return await eventually(`state "${state}" of ${id}`, async () => {
      last = await pluginStatus(admin, id);
      return last !== undefined && PLUGIN_STATES[last.state] === state ? last : undefined;
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}; its status is ${JSON.stringify(last)}`);
  }
}

/** Enables a plugin and waits until it runs. */
export async function enablePlugin(admin: Person, id: string): Promise<void> {
  await admin.call("POST", `/plugins/${id}/enable`);
  await waitForState(admin, id, "running");
}

/** Disables a plugin and waits until it does not run. */
export async function disablePlugin(admin: Person, id: string): Promise<void> {
  await admin.call("POST", `/plugins/${id}/disable`);
  await waitForState(admin, id, "not running");
}

/** Changes some settings of a plugin; the others stay. */
export async function configurePlugin(
  admin: Person,
  id: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await admin.call("PUT", "/config/patch", { PluginSettings: { Plugins: { [id]: settings } } });
}
