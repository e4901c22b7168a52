/**
 * The one message of the contract whose Go struct writes its JSON itself.
 *
 * @module
 */

import type { JsonObject, Message } from "@bufbuild/protobuf";
import type { GroupSyncable } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";

/**
 * Adds to the plain fields what a group's link to a team or to a channel shows: the id under the
 * name of what it is linked to, and names where they are known.
 */
export function groupSyncableJson(message: Message, plain: JsonObject): JsonObject {
  const link = message as GroupSyncable;
  const team = link.syncableType === "Team";
  const channel = link.syncableType === "Channel";
  return {
    ...(team && { team_id: link.syncableId }),
    ...(channel && { channel_id: link.syncableId }),
    ...(channel && link.channelDisplayName && { channel_display_name: link.channelDisplayName }),
    ...(channel && link.channelType && { channel_type: link.channelType }),
    ...(link.syncableType && { type: link.syncableType }),
    ...(channel && link.teamId && { team_id: link.teamId }),
    ...(link.teamDisplayName && { team_display_name: link.teamDisplayName }),
    ...(link.teamType && { team_type: link.teamType }),
    ...plain,
  };
}
