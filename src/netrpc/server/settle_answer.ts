/**
 * Where net/rpc says something else with nothing than the contract does.
 *
 * @module
 */
import type { Message } from "@bufbuild/protobuf";
import type { HookName } from "../../../gen/plugin_hooks.ts";
import type {
  MessageWillBeUpdatedRequest,
  MessageWillBeUpdatedResponse,
} from "../../../gen/mattermost/pluginapi/v1/hooks_message_pb.ts";

type Settle = (request: Message, answer: Message) => void;

const table: Partial<Record<HookName, Settle>> = {
  // A server takes no post for a rejection, so "unchanged" is said with the post itself.
  messageWillBeUpdated(request, answer) {
    const { newPost } = request as MessageWillBeUpdatedRequest;
    const response = answer as MessageWillBeUpdatedResponse;
    if (response.rejectionReason === "" && newPost !== undefined) {
      response.modifiedPost ??= newPost;
    }
  },
};

/** What is to be done with a hook's answer before it is sent; undefined for most hooks. */
export function settleAnswer(hook: HookName): Settle | undefined {
  return table[hook];
}
