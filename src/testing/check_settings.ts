/**
 * @module
 */
import { checkObject } from "../commands/check_options.ts";
import { suggestion } from "../api/option_names.ts";
import type { ServedDefinition } from "../plugin/plugin_definition.ts";

/**
 * Refuses settings that the plugin does not declare: a server would keep them, and the test would
 * look at the defaults.
 *
 * @param where the call, for errors
 * @throws {TypeError} with the name that was probably meant
 */
export function checkSettings(
  where: string,
  settings: unknown,
  { manifest }: ServedDefinition,
): void {
  if (settings === undefined) return;
  checkObject(settings, where);
  const schema = manifest?.settings_schema;
  if (schema === undefined) return;
  const all = [schema, ...schema.sections ?? []].flatMap((part) => part.settings ?? []);
  const keys = all.map(({ key }) => key);
  // The server lower-cases them.
  const known = new Set(keys.map((key) => key.toLowerCase()));
  for (const name of Object.keys(settings)) {
    if (known.has(name.toLowerCase())) continue;
    throw new TypeError(
      `${where}: the plugin declares no setting that is stored as "${name}"; ` +
        suggestion(name, keys),
    );
  }
}
