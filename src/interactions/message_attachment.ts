/**
 * @module
 */
import type { JsonObject, JsonValue, MessageInitShape } from "@bufbuild/protobuf";
import type { MessageAttachmentSchema } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import { shown } from "../api/mismatch.ts";
import { orMeant } from "../api/option_names.ts";
import { valueFromJson } from "../contract/json_value.ts";

/** Makes a field from its JSON. */
type Convert = (value: JsonValue, where: string) => unknown;

const same: Convert = (value) => value;

const option = { text: same, value: same };
const action = {
  id: same,
  type: same,
  name: same,
  tooltip: same,
  disabled: same,
  style: same,
  data_source: same,
  options: listOf(option),
  default_option: same,
  integration: same,
  cookie: same,
};
const attachment = {
  id: (value: JsonValue) => BigInt(value as number),
  fallback: same,
  color: same,
  pretext: same,
  author_name: same,
  author_link: same,
  author_icon: same,
  title: same,
  title_link: same,
  text: same,
  fields: listOf({ title: same, value: valueFromJson, short: same }),
  image_url: same,
  thumb_url: same,
  footer: same,
  footer_icon: same,
  ts: valueFromJson,
  actions: listOf(action),
};

/**
 * An attachment for a command's response, from the JSON that posts have for it in
 * `props.attachments`. So a menu fits into both; a button does so by itself.
 *
 * @param json the attachment, with `actions` as `button` and `menu` made them
 * @throws {TypeError} for a field that attachments do not have
 *
 * @example
 * ```ts
 * import { defineAction, definePlugin, messageAttachment } from "@mattermost-deno/plugin";
 *
 * const pick = defineAction("pick", (_item, { selected }) => `You picked ${selected}.`);
 *
 * export default definePlugin({
 *   actions: [pick],
 *   onActivate: ({ api }) => api.registerCommand({ command: { trigger: "pick" } }),
 *   hooks: {
 *     executeCommand: ({ userId, channelId }, { menu }) => {
 *       const place = { ephemeral: true, userId, channelId };
 *       const colours = menu(pick, { label: "Colour", options: ["red", "blue"], ...place });
 *       return { messageAttachments: [messageAttachment({ actions: [colours] })] };
 *     },
 *   },
 * });
 * ```
 */
export function messageAttachment(
  json: JsonObject,
): MessageInitShape<typeof MessageAttachmentSchema> {
  return fromFields(attachment, json, "messageAttachment()");
}

function listOf(fields: Readonly<Record<string, Convert>>): Convert {
  return (list, where) => {
    if (!Array.isArray(list)) {
      throw new TypeError(`${where}: expected an array, got ${shown(list)}`);
    }
    return list.map((each, index) => fromFields(fields, each, `${where}[${index}]`));
  };
}

function fromFields(
  fields: Readonly<Record<string, Convert>>,
  json: JsonValue,
  where: string,
): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new TypeError(`${where}: expected an object, got ${shown(json)}`);
  }
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const convert = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (convert === undefined) {
        throw new TypeError(
          `${where}: there is no "${name}"${orMeant(name, Object.keys(fields))}`,
        );
      }
      return [messageName(name), convert(value, `${where}.${name}`)];
    }),
  );
}

/** As the message has it: Mattermost's JSON calls one field otherwise. */
function messageName(name: string): string {
  return name === "ts"
    ? "timestamp"
    : name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
