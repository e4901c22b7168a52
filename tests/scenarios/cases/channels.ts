/** Scenarios about channels. @module */
import type { Scenarios } from "../play.ts";
import type { JsonObject } from "../target.ts";
import { fieldsOf } from "./pick.ts";

const some = { page: 0, perPage: 50 };

export const channels: Scenarios = {
  "a channel is found by its id": async ({ call, ids }) => {
    const { last_post_at: _, total_msg_count: __, last_root_post_at: ___, ...channel } = await call(
      "getChannel",
      { channelId: ids.cellar },
    );
    return channel;
  },
  "a channel that is not there is not found": ({ call, ids }) =>
    call("getChannel", { channelId: ids.unknown }),
  "a channel is not found by what is no id": ({ call, ids }) =>
    call("getChannel", { channelId: ids.malformed }),
  "a channel is found by its name": async ({ call, ids }) =>
    fieldsOf(await call("getChannelByName", { teamId: ids.team, name: "pier" }), "id"),
  "a channel's name that none has is not found": ({ call, ids }) =>
    call("getChannelByName", { teamId: ids.team, name: "nowhere" }),
  "a channel is found by its team's name and its own": async ({ call }) =>
    fieldsOf(
      await call("getChannelByNameForTeamName", { teamName: "harbour", channelName: "pier" }),
      "id",
    ),
  "a channel is not found in a team that is not there": ({ call }) =>
    call("getChannelByNameForTeamName", { teamName: "nowhere", channelName: "pier" }),
  "the channels of an account in a team, by display name": async ({ call, ids }) =>
    fieldsOf(
      await call<JsonObject[]>("getChannelsForTeamForUser", {
        teamId: ids.team,
        userId: ids.ada,
        includeDeleted: false,
      }),
      "name",
    ),
  "an account in no team has no channels in it": ({ call, ids }) =>
    call("getChannelsForTeamForUser", { teamId: ids.team, userId: ids.dan, includeDeleted: false }),
  "a search finds the beginning of a public channel's name": async ({ call, ids }) =>
    fieldsOf(await call("searchChannels", { teamId: ids.team, term: "pie" }), "name"),
  "a search does not find private channels": ({ call, ids }) =>
    call("searchChannels", { teamId: ids.team, term: "cellar" }),

  "a new channel has what it was given": async ({ call, ids, name }) =>
    name(
      "made",
      await call("createChannel", {
        channel: {
          teamId: ids.team,
          name: "made",
          displayName: "  Made by a plugin  ",
          type: 1,
          header: "a header",
          purpose: "a purpose",
          creatorId: ids.ada,
        },
      }),
    ),
  "nobody is in a new channel, not even its creator": async ({ call, ids, newChannel }) => {
    const channelId = await newChannel("lonely", { creatorId: ids.ada });
    return await call("getChannelMembers", { channelId, ...some });
  },
  "a channel with a name that is taken is not made": ({ newChannel }) => newChannel("pier"),
  "a channel with the name of an archived one is not made": async ({ call, newChannel }) => {
    await call("deleteChannel", { channelId: await newChannel("sunk") });
    return await newChannel("sunk");
  },
  "a channel with capitals in its name is not made": ({ newChannel }) => newChannel("Capital"),
  "a channel with a space in its name is not made": ({ newChannel }) => newChannel("two words"),
  "a channel without a name is not made": ({ newChannel }) =>
    newChannel("", { displayName: "Nameless" }),
  "a channel without a display name is made or not": async ({ call, newChannel }) => {
    const channelId = await newChannel("unshown", { displayName: "" });
    return fieldsOf(await call("getChannel", { channelId }), "name", "display_name");
  },
  "a channel with a name of 65 characters is not made": ({ newChannel }) =>
    newChannel("x".repeat(65), { displayName: "X" }),
  "a channel with a display name of 65 characters is not made": ({ newChannel }) =>
    newChannel("long", { displayName: "x".repeat(65) }),
  "a channel with a header of 1025 characters is not made": ({ newChannel }) =>
    newChannel("headed", { header: "x".repeat(1025) }),
  "a channel with a purpose of 251 characters is not made": ({ newChannel }) =>
    newChannel("purposeful", { purpose: "x".repeat(251) }),
  "a channel without a team is not made": ({ newChannel }) => newChannel("adrift", { teamId: "" }),
  "a channel without a type is not made": ({ newChannel }) => newChannel("untyped", { type: 0 }),
  "a direct channel is not made as others are": ({ newChannel }) =>
    newChannel("directly", { type: 3 }),
  "a channel with an id is not made": ({ ids, newChannel }) =>
    newChannel("with-id", { id: ids.unknown }),

  "a channel is changed": async ({ call, ids, newChannel }) => {
    const id = await newChannel("changing", { purpose: "old" });
    const { create_at } = await call<{ create_at: number }>("getChannel", { channelId: id });
    const changed = {
      id,
      teamId: ids.team,
      name: "changed",
      displayName: "Changed",
      type: 1,
      header: "new",
      createAt: String(create_at),
    };
    await call("updateChannel", { channel: changed });
    const after = await call("getChannel", { channelId: id });
    return fieldsOf(after, "id", "name", "display_name", "header", "purpose", "team_id");
  },
  "a channel is not changed without the time of its creation": async (
    { call, ids, newChannel },
  ) => {
    const id = await newChannel("timeless");
    return await call("updateChannel", {
      channel: { id, teamId: ids.team, name: "timeless", displayName: "X", type: 1 },
    });
  },
  "an archived channel is not changed": async ({ call, ids, newChannel }) => {
    const id = await newChannel("frozen");
    await call("deleteChannel", { channelId: id });
    return await call("updateChannel", {
      channel: {
        id,
        teamId: ids.team,
        name: "frozen",
        displayName: "X",
        type: 1,
        createAt: "1700000000000",
        deleteAt: "1700000000000",
      },
    });
  },
  "a channel that is not there is changed without a word": async ({ call, ids }) =>
    fieldsOf(
      await call("updateChannel", {
        channel: {
          id: ids.unknown,
          teamId: ids.team,
          name: "x1",
          displayName: "X",
          type: 1,
          createAt: "1700000000000",
        },
      }),
      "id",
      "name",
    ),
  "a channel does not take a name that is taken": async ({ call, ids, newChannel }) => {
    const id = await newChannel("copycat");
    return await call("updateChannel", {
      channel: {
        id,
        teamId: ids.team,
        name: "pier",
        displayName: "X",
        type: 1,
        createAt: "1700000000000",
      },
    });
  },
  "an archived channel is found by its id, and by its name if that is asked for": async (
    { call, ids, newChannel, outcome },
  ) => {
    const channelId = await newChannel("archived");
    await call("deleteChannel", { channelId });
    const byName = (includeDeleted: boolean) =>
      call("getChannelByName", { teamId: ids.team, name: "archived", includeDeleted });
    return [
      fieldsOf(await call("getChannel", { channelId }), "delete_at"),
      await outcome(byName(false)),
      fieldsOf(await byName(true), "delete_at"),
    ];
  },
  "a channel is not archived twice": async ({ call, newChannel }) => {
    const channelId = await newChannel("twice-archived");
    await call("deleteChannel", { channelId });
    return await call("deleteChannel", { channelId });
  },
  "the first channel of a team is not archived": async ({ call, ids }) => {
    const request = { teamId: ids.team, name: "town-square" };
    const { id } = await call<{ id: string }>("getChannelByName", request);
    return await call("deleteChannel", { channelId: id });
  },
  "a channel that is not there is not archived": ({ call, ids }) =>
    call("deleteChannel", { channelId: ids.unknown }),
  "a channel counts its members": async ({ call, ids }) =>
    fieldsOf(
      await call("getChannelStats", { channelId: ids.channel }),
      "channel_id",
      "member_count",
    ),
  "a channel that is not there counts nobody": ({ call, ids }) =>
    call("getChannelStats", { channelId: ids.unknown }),

  "a direct channel is made once": async ({ call, ids, name }) => {
    const one = name(
      "direct",
      await call("getDirectChannel", { userId1: ids.ada, userId2: ids.bob }),
    );
    const { last_post_at: _, last_root_post_at: __, ...channel } = one;
    const other = await call("getDirectChannel", { userId1: ids.bob, userId2: ids.ada });
    return [channel, other["id"] === one["id"]];
  },
  "a direct channel with oneself": async ({ call, ids }) =>
    fieldsOf(
      await call("getDirectChannel", { userId1: ids.ada, userId2: ids.ada }),
      "name",
      "type",
      "team_id",
    ),
  "there is no direct channel with an account that is not there": ({ call, ids }) =>
    call("getDirectChannel", { userId1: ids.ada, userId2: ids.unknown }),
  "there is no direct channel with what is no id": ({ call, ids }) =>
    call("getDirectChannel", { userId1: ids.ada, userId2: ids.malformed }),
  "a group channel is made once": async ({ call, ids, name }) => {
    const userIds = [ids.ada, ids.bob, ids.carol];
    const one = name("group", await call("getGroupChannel", { userIds }));
    const other = await call("getGroupChannel", { userIds: userIds.toReversed() });
    return [fieldsOf(one, "id", "name", "display_name", "type"), other["id"] === one["id"]];
  },
  "there is no group channel for two": ({ call, ids }) =>
    call("getGroupChannel", { userIds: [ids.ada, ids.bob] }),
  "there is no group channel with an account that is not there": ({ call, ids }) =>
    call("getGroupChannel", { userIds: [ids.ada, ids.bob, ids.unknown] }),
};
