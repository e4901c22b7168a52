/**
 * @module
 */
import type { CommandArgs } from "../../gen/mattermost/pluginapi/v1/api_remaining_pb.ts";
import type { UserContext } from "../plugin/context/user_context.ts";

/** A command that somebody has typed. */
export interface CommandCall {
  /** What the server says about it. */
  readonly args: CommandArgs;
  /** What its `run` is given. */
  readonly context: UserContext;
}
