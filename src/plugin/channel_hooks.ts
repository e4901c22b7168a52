/**
 * Hooks about channels and teams, and who is in them.
 *
 * @module
 */
import type {
  ChannelMember,
  ChannelMemberSchema,
} from "../../gen/mattermost/pluginapi/v1/api_channel_post_pb.ts";
import type { Channel, ChannelSchema } from "../../gen/mattermost/pluginapi/v1/channel_pb.ts";
import type { TeamMember, TeamMemberSchema } from "../../gen/mattermost/pluginapi/v1/team_pb.ts";
import type { User } from "../../gen/mattermost/pluginapi/v1/user_pb.ts";
import type { HookContext, PluginConfig } from "./hook_context.ts";
import type { Awaitable, Ignored } from "./hook_types.ts";
import type { Allow, Reject, Replace, Replacement } from "./outcomes.ts";

/** Hooks about channels and teams, and who is in them. */
export interface ChannelHooks<Config extends object = PluginConfig> {
  /**
   * Told after a channel was created. If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ChannelHasBeenCreated
   */
  readonly channelHasBeenCreated?: (channel: Channel, context: HookContext<Config>) => Ignored;

  /**
   * Asked before a channel's name, purpose, header or kind is changed. `allow()`,
   * `replace({ ...newChannel, … })` or `reject(reason)`. If the hook throws, it is changed, unless
   * `failClosed` names the hook. Mattermost 11.8.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ChannelWillBeUpdated
   */
  readonly channelWillBeUpdated?: (
    newChannel: Channel,
    oldChannel: Channel,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<Replacement<typeof ChannelSchema>> | Reject>;

  /**
   * Asked before a channel is archived. `allow()` or `reject(reason)`. If the hook throws, it is
   * archived, unless `failClosed` names the hook. Mattermost 11.7.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ChannelWillBeArchived
   */
  readonly channelWillBeArchived?: (
    channel: Channel,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Reject>;

  /**
   * Asked before an archived channel is brought back. `allow()` or `reject(reason)`. If the hook
   * throws, it is brought back, unless `failClosed` names the hook. Mattermost 11.8.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ChannelWillBeRestored
   */
  readonly channelWillBeRestored?: (
    channel: Channel,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Reject>;

  /**
   * Asked before somebody becomes a member of a channel. `allow()`, `replace({ ...member, … })` (to
   * change roles or notification settings) or `reject(reason)`. If the hook throws, they become one,
   * unless `failClosed` names the hook. Mattermost 11.7.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.ChannelMemberWillBeAdded
   */
  readonly channelMemberWillBeAdded?: (
    member: ChannelMember,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<Replacement<typeof ChannelMemberSchema>> | Reject>;

  /**
   * Asked before somebody becomes a member of a team. `allow()`, `replace({ ...member, … })` or
   * `reject(reason)`. If the hook throws, they become one, unless `failClosed` names the hook.
   * Mattermost 11.7.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.TeamMemberWillBeAdded
   */
  readonly teamMemberWillBeAdded?: (
    member: TeamMember,
    context: HookContext<Config>,
  ) => Awaitable<Allow | Replace<Replacement<typeof TeamMemberSchema>> | Reject>;

  /**
   * Told after somebody joined a channel. `actor` is who added them; null if they came by
   * themselves. If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserHasJoinedChannel
   */
  readonly userHasJoinedChannel?: (
    member: ChannelMember,
    actor: User | null,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Told after somebody left a channel. `actor` is who removed them; null if they went by
   * themselves. If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserHasLeftChannel
   */
  readonly userHasLeftChannel?: (
    member: ChannelMember,
    actor: User | null,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Told after somebody joined a team. `actor` is who added them; null if they came by themselves.
   * If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserHasJoinedTeam
   */
  readonly userHasJoinedTeam?: (
    member: TeamMember,
    actor: User | null,
    context: HookContext<Config>,
  ) => Ignored;

  /**
   * Told after somebody left a team. `actor` is who removed them; null if they went by themselves.
   * If it throws, that is logged. Mattermost 5.2.
   *
   * @see https://developers.mattermost.com/integrate/reference/server/server-reference/#Hooks.UserHasLeftTeam
   */
  readonly userHasLeftTeam?: (
    member: TeamMember,
    actor: User | null,
    context: HookContext<Config>,
  ) => Ignored;
}
