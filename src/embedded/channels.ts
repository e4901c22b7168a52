import { clone, create } from "@bufbuild/protobuf";
import type { PluginAPIHandlers } from "../../gen/plugin_api_handlers.ts";
import { type Channel, ChannelSchema, ChannelStatsSchema, ChannelType } from "../contract/mod.ts";
import { invalid, notFound } from "./app_error.ts";
import { checkChannel } from "./channel_rules.ts";
import { getChannel, getChannelByName } from "./find_channel.ts";
import { defaultChannelName, getTeamByName } from "./find_team.ts";
import { tellPlugins } from "./hooks.ts";
import { pageClause } from "./paging.ts";
import type { Server } from "./server.ts";

/** The API methods about channels. */
export function channelMethods(server: Server): PluginAPIHandlers {
  const { channels } = server.tables;
  return {
    createChannel: ({ channel }) => createChannel(server, channel ?? create(ChannelSchema)),
    updateChannel: ({ channel }) => updateChannel(server, channel ?? create(ChannelSchema)),
    deleteChannel: ({ channelId }) => archiveChannel(server, channelId),
    getChannel: ({ channelId }) => getChannel(server, channelId),
    getChannelByName: ({ teamId, name, includeDeleted }) =>
      getChannelByName(server, teamId, name, includeDeleted),
    getChannelByNameForTeamName: ({ teamName, channelName, includeDeleted }) =>
      getChannelByName(server, getTeamByName(server, teamName).id, channelName, includeDeleted),
    getPublicChannelsForTeam: ({ teamId, page, perPage }) =>
      channels.all(
        "WHERE team_id = ? AND type = ? AND delete_at = 0 " +
          `ORDER BY display_name ${pageClause(page, perPage)}`,
        teamId,
        ChannelType.OPEN,
      ),
    getChannelsForTeamForUser: ({ teamId, userId, includeDeleted }) => {
      const found = channels.all(
        "WHERE (team_id = ? OR team_id = '') AND (? OR delete_at = 0) AND EXISTS " +
          "(SELECT 1 FROM channel_members m WHERE m.channel_id = channels.id AND m.user_id = ?) " +
          "ORDER BY display_name",
        teamId,
        includeDeleted ? 1 : 0,
        userId,
      );
      if (found.length > 0) return found;
      throw notFound(
        "GetChannelsForUser",
        "app.channel.get_channels.not_found.app_error",
        `The user "${userId}" is in no channel of the team "${teamId}".`,
      );
    },
    searchChannels: ({ teamId, term }) =>
      channels.all(
        "WHERE team_id = ?1 AND type = ?2 AND delete_at = 0 " +
          "AND (instr(name, ?3) > 0 OR instr(lower(display_name), ?3) > 0) ORDER BY display_name",
        teamId,
        ChannelType.OPEN,
        term.toLowerCase(),
      ),
    // A channel that is not there has no members, as on a real server.
    getChannelStats: ({ channelId }) =>
      create(ChannelStatsSchema, {
        channelId,
        memberCount: BigInt(server.tables.channelMembers.count("WHERE channel_id = ?", channelId)),
      }),
  };
}

/**
 * Creates a channel of a team; nobody is in it yet. Direct and group channels come about by asking
 * for them (`getDirectChannel`, `getGroupChannel`).
 *
 * @throws {ValidationError} For a name that is taken or not allowed.
 */
export function createChannel(server: Server, draft: Channel): Channel {
  if (draft.type === ChannelType.DIRECT) {
    throw invalid(
      "CreateChannel",
      "store.sql_channel.save.direct_channel.app_error",
      "A direct channel is not created with createChannel: ask for it with getDirectChannel.",
    );
  }
  const channel = clone(ChannelSchema, draft);
  channel.displayName = channel.displayName.trim();
  return saveNewChannel(server, channel);
}

/** Saves a channel of any type under a new id. */
export function saveNewChannel(server: Server, channel: Channel): Channel {
  const { channels } = server.tables;
  if (channel.id !== "") {
    throw invalid(
      "CreateChannel",
      "store.sql_channel.save_channel.existing.app_error",
      `A new channel gets its id from the server; it was given "${channel.id}".`,
      { detailedError: `id=${channel.id}` },
    );
  }
  channel.id = server.newId();
  channel.createAt = channel.updateAt = BigInt(server.now());
  channel.deleteAt = 0n;
  checkChannel(channel);
  requireFreeName(server, "CreateChannel", channel);
  channels.insert(channel);
  tellPlugins(
    server,
    "channelHasBeenCreated",
    (hooks, pluginContext) => hooks.channelHasBeenCreated({ pluginContext, channel }),
  );
  return channel;
}

/**
 * Puts a channel in the place of what it was: what is left out is empty afterwards. One that is not
 * there is no error, as on a real server.
 */
function updateChannel(server: Server, changed: Channel): Channel {
  const channel = clone(ChannelSchema, changed);
  channel.updateAt = BigInt(server.now());
  if (channel.deleteAt !== 0n) {
    throw invalid(
      "UpdateChannel",
      "app.channel.update.bad_id",
      "An archived channel cannot be changed; deleteAt must be 0.",
    );
  }
  if (channel.createAt === 0n) {
    throw invalid(
      "Channel.IsValid",
      "model.channel.is_valid.create_at.app_error",
      "The channel has no createAt: change what getChannel gave, and send all of it.",
      { detailedError: `id=${channel.id}` },
    );
  }
  checkChannel(channel);
  requireFreeName(server, "UpdateChannel", channel);
  if (server.tables.channels.get(channel.id)) server.tables.channels.put(channel);
  return channel;
}

function archiveChannel(server: Server, channelId: string): void {
  const channel = getChannel(server, channelId);
  if (channel.deleteAt > 0n) {
    throw invalid(
      "deleteChannel",
      "api.channel.delete_channel.deleted.app_error",
      `The channel "${channel.name}" is archived already.`,
    );
  }
  if (channel.name === defaultChannelName) {
    throw invalid(
      "deleteChannel",
      "api.channel.delete_channel.cannot.app_error",
      `The channel "${defaultChannelName}" cannot be archived: every member of the team is in it.`,
      { params: { Channel: defaultChannelName } },
    );
  }
  channel.deleteAt = channel.updateAt = BigInt(server.now());
  server.tables.channels.put(channel);
}

function requireFreeName(server: Server, where: string, { id, teamId, name }: Channel): void {
  const { channels } = server.tables;
  if (channels.count("WHERE team_id = ? AND name = ? AND id <> ?", teamId, name, id) > 0) {
    throw invalid(
      where,
      "store.sql_channel.save_channel.exists.app_error",
      `There is a channel with the name "${name}" in this team already.`,
    );
  }
}
