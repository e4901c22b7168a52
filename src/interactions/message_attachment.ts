/**
 * @module
 */
import { fromJson, type JsonObject } from "@bufbuild/protobuf";
import {
  type MessageAttachment,
  MessageAttachmentSchema,
} from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";

/**
 * An attachment for a command's response, from the JSON that posts have for it in
 * `props.attachments`. So a menu fits into both; a button does so by itself.
 *
 * @param attachment the attachment, with `actions` as `button` and `menu` made them
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
export function messageAttachment(attachment: JsonObject): MessageAttachment {
  const { ts, ...rest } = attachment;
  try {
    return fromJson(MessageAttachmentSchema, ts === undefined ? rest : { ...rest, timestamp: ts });
  } catch (error) {
    throw new TypeError(`messageAttachment(): ${error instanceof Error ? error.message : error}`);
  }
}
