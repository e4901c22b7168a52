import type { JsonObject, JsonValue } from "@bufbuild/protobuf";
import { nearestName } from "../../api/nearest_name.ts";
import type { CommandIO } from "../command_io.ts";
import type { LivePlugin } from "./live_plugin.ts";
import { printableLines } from "./trace_lines.ts";
import type { World } from "./world.ts";

/** Shows the plugin's settings as it has them, with defaults. */
export async function showSettings(world: World, live: LivePlugin, io: CommandIO): Promise<void> {
  const { bundle, manifest } = live;
  if (bundle === undefined) throw new TypeError("no plugin runs yet");
  const facts = { manifest, bundlePath: bundle.folder };
  const settings = await world.api(bundle.manifest.id, facts).loadPluginConfiguration();
  const entries = Object.entries(settings);
  if (entries.length === 0) io.out("the plugin has no settings");
  for (const [key, value] of entries) io.out(`${key} = ${printableLines(JSON.stringify(value))}`);
}

/**
 * Changes settings as an administrator would; those that are not named stay.
 *
 * @throws {TypeError} for one that the plugin does not have, or a value that is none
 */
export async function changeSettings(
  changes: readonly (readonly [string, string])[],
  { mattermost, api }: World,
  { bundle, manifest }: LivePlugin,
): Promise<void> {
  if (bundle === undefined) throw new TypeError("no plugin runs yet");
  const { id } = bundle.manifest;
  const schema = manifest?.settingsSchema;
  const known = [...schema?.settings ?? [], ...schema?.sections.flatMap((it) => it.settings) ?? []];
  const settings: Record<string, JsonValue> = { ...await api(id).getPluginConfig() as JsonObject };
  for (const [given, text] of changes) {
    const key = given.toLowerCase();
    const setting = known.find((each) => each.key.toLowerCase() === key);
    if (schema !== undefined && setting === undefined) {
      const names = known.map((each) => each.key.toLowerCase());
      const nearest = nearestName(key, names);
      throw new TypeError(
        `the plugin has no setting "${given}"` +
          (nearest === undefined
            ? `; it has ${names.join(", ") || "none"}`
            : `; did you mean "${nearest}"?`),
      );
    }
    settings[key] = valueOf(key, text, setting?.type);
  }
  await mattermost.setPluginConfig(id, settings);
}

function valueOf(key: string, text: string, type: string | undefined): JsonValue {
  if (type === "bool") {
    if (text === "true" || text === "false") return text === "true";
    throw new TypeError(`${key}: true or false is expected, not "${text}"`);
  }
  if (type === "number") {
    const number = Number(text);
    if (text.trim() !== "" && Number.isFinite(number)) return number;
    throw new TypeError(`${key}: a number is expected, not "${text}"`);
  }
  return text;
}
