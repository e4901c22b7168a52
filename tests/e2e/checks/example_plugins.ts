/** Putting the examples on the server, one after the other, and taking them off again. @module */
import { configurePlugin, enablePlugin, uploadPlugin } from "../client/plugins.ts";
import type { PluginArchives } from "../archives.ts";
import type { Stage } from "../stage.ts";

/**
 * Installs an example with these settings; disposing of it removes it.
 *
 * The settings of other plugins are lost: the server replaces those of all plugins at once.
 */
export async function useExample(
  { admin, archives: { examples } }: Stage,
  name: keyof NonNullable<PluginArchives["examples"]>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<AsyncDisposable> {
  const archive = examples?.[name];
  if (archive === undefined) throw new Error(`the example ${name} was not packed`);
  const { id } = await uploadPlugin(admin, archive.bytes);
  await configurePlugin(admin, id, settings);
  await enablePlugin(admin, id);
  return {
    async [Symbol.asyncDispose]() {
      await admin.call("DELETE", `/plugins/${id}`);
    },
  };
}
