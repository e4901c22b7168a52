/**
 * @module
 */
import { ChannelMemberSchema } from "../../../gen/mattermost/pluginapi/v1/api_channel_post_pb.ts";
import { ChannelSchema } from "../../../gen/mattermost/pluginapi/v1/channel_pb.ts";
import { PluginHooks } from "../../../gen/mattermost/pluginapi/v1/hooks_pb.ts";
import { TeamMemberSchema } from "../../../gen/mattermost/pluginapi/v1/team_pb.ts";
import type { ChannelHooks } from "../channel_hooks.ts";
import { given, type HookAdapter, told } from "./hook_adapter.ts";
import { replaces, will } from "./will_hook.ts";

const { method } = PluginHooks;

/** The hooks about channels and teams, and who is in them. */
export const channelAdapters: Readonly<Record<keyof ChannelHooks, HookAdapter>> = {
  channelHasBeenCreated: told(
    "channelHasBeenCreated",
    method.channelHasBeenCreated,
    ({ channel }) => [given(channel, ChannelSchema)],
  ),
  channelWillBeUpdated: will(
    "channelWillBeUpdated",
    method.channelWillBeUpdated,
    (request) => [
      given(request.newChannel, ChannelSchema),
      given(request.oldChannel, ChannelSchema),
    ],
    { replaced: replaces("channelWillBeUpdated", ChannelSchema, "newChannel", "modifiedChannel") },
  ),
  channelWillBeArchived: will(
    "channelWillBeArchived",
    method.channelWillBeArchived,
    ({ channel }) => [given(channel, ChannelSchema)],
  ),
  channelWillBeRestored: will(
    "channelWillBeRestored",
    method.channelWillBeRestored,
    ({ channel }) => [given(channel, ChannelSchema)],
  ),
  channelMemberWillBeAdded: will(
    "channelMemberWillBeAdded",
    method.channelMemberWillBeAdded,
    ({ channelMember }) => [given(channelMember, ChannelMemberSchema)],
    {
      replaced: replaces(
        "channelMemberWillBeAdded",
        ChannelMemberSchema,
        "channelMember",
        "modifiedChannelMember",
      ),
    },
  ),
  teamMemberWillBeAdded: will(
    "teamMemberWillBeAdded",
    method.teamMemberWillBeAdded,
    ({ teamMember }) => [given(teamMember, TeamMemberSchema)],
    {
      replaced: replaces(
        "teamMemberWillBeAdded",
        TeamMemberSchema,
        "teamMember",
        "modifiedTeamMember",
      ),
    },
  ),
  userHasJoinedChannel: told(
    "userHasJoinedChannel",
    method.userHasJoinedChannel,
    ({ channelMember, actor }) => [given(channelMember, ChannelMemberSchema), actor ?? null],
  ),
  userHasLeftChannel: told(
    "userHasLeftChannel",
    method.userHasLeftChannel,
    ({ channelMember, actor }) => [given(channelMember, ChannelMemberSchema), actor ?? null],
  ),
  userHasJoinedTeam: told(
    "userHasJoinedTeam",
    method.userHasJoinedTeam,
    ({ teamMember, actor }) => [given(teamMember, TeamMemberSchema), actor ?? null],
  ),
  userHasLeftTeam: told(
    "userHasLeftTeam",
    method.userHasLeftTeam,
    ({ teamMember, actor }) => [given(teamMember, TeamMemberSchema), actor ?? null],
  ),
};
